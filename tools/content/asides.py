"""What members have noted beside the decision: jäv, not taking part, statements."""

from __future__ import annotations

import random
from collections.abc import Sequence

from justera.schema.record import Person, SectionKind

from .dispute import Words
from .model import Part
from .writing import Writer

CHANCE = 0.06
"""How often each kind of aside is found in an item; in real minutes they are rarer still."""


def recused(
    dice: random.Random, writer: Writer, words: Words, voters: Sequence[Person]
) -> tuple[list[Part], tuple[Person, ...]]:
    """Perhaps a recusal; also the voters that remain."""
    if len(voters) < 7 or dice.random() >= CHANCE:
        return [], tuple(voters)
    who = dice.choice(list(voters))
    part = writer.recusal([who], dice.choice(words["asides"]["jav"]))
    return [part], tuple(voter for voter in voters if voter is not who)


def abstaining(
    dice: random.Random, writer: Writer, words: Words, voters: Sequence[Person]
) -> tuple[list[Part], tuple[Person, ...]]:
    """Perhaps members who do not take part in the decision; also the voters that remain."""
    if len(voters) < 7 or dice.random() >= CHANCE:
        return [], tuple(voters)
    text = dice.choice(words["asides"]["deltar_inte"])
    people = dice.sample(list(voters), 2 if " de " in text else dice.randint(1, 2))
    return [writer.abstaining(people, text)], tuple(voter for voter in voters if voter not in people)


def statements(dice: random.Random, writer: Writer, words: Words, voters: Sequence[Person]) -> list[Part]:
    """Perhaps a protokollsanteckning, perhaps a särskilt yttrande."""
    return [
        writer.statement(
            kind, dice.sample(list(voters), dice.randint(1, 2)), dice.choice(words["asides"][kind])
        )
        for kind in (SectionKind.PROTOKOLLSANTECKNING, SectionKind.SARSKILT_YTTRANDE)
        if dice.random() < CHANCE
    ]
