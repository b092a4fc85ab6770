"""Motions, orders of proposal, votes and reservations by dice."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import Any

from justera.schema.record import Ballot, MotionKind, Outcome, Person, SectionKind, Vote, VoteChoice

from .model import Part
from .slots import definite
from .writing import Writer, counted, tag, tags

Words = Mapping[str, Any]
"""A world's words for what is said at meetings."""

SIDES: dict[Outcome, tuple[tuple[MotionKind, str], tuple[MotionKind, str]]] = {
    Outcome.AVSLAG: ((MotionKind.AVSLAG, "motion_avslag"), (MotionKind.BIFALL, "motion_bifall")),
    Outcome.ATERREMISS: ((MotionKind.ATERREMISS, "aterremiss"), (MotionKind.EGET, "eget")),
}
"""What the winning and the losing side moved, by what was decided; the words stand under the second name."""

USUAL = ((MotionKind.BIFALL, "bifall"), (MotionKind.AVSLAG, "avslag"))

ROLLS = ("table", "lists", "lines", "running", "count")
"""Ways of printing a roll call, where the world says nothing else.

"sheet" has parties in a column, "appended" stands behind the minutes.
"""

NUMBERS = ("noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")
"""Small numbers in words; larger ones are written in digits."""


def dispute(
    dice: random.Random, outcome: Outcome, writer: Writer, words: Words, voters: Sequence[Person]
) -> list[Part]:
    """Two sides, perhaps a vote and a reservation; the first half of the shuffled voters wins."""
    people = list(voters)
    dice.shuffle(people)
    middle = len(people) // 2 + 1
    winners, losers = people[:middle], people[middle:]
    slots = {"org": definite(writer.body), "Org": writer.body}
    slots |= {"winner": tag(winners[0]), "loser": tag(losers[0])}
    voted = dice.random() < 0.7
    parts = [
        _motions(dice, outcome, writer, words, winners, losers),
        _order(dice, writer, words, slots, voted=voted),
    ]
    if voted:
        parts.append(_vote(dice, writer, words, slots, winners, losers))
    if dice.random() < 0.8:
        text = dice.choice(words["reservation"]["texts"])
        if dice.random() < 0.4:
            text = f"{text}\n{dice.choice(words['reservation']['reasons'])}"
        parts.append(writer.reservation(losers[: dice.randint(1, 3)], text))
    return parts


def _motions(
    dice: random.Random,
    outcome: Outcome,
    writer: Writer,
    words: Words,
    winners: list[Person],
    losers: list[Person],
) -> Part:
    (kind, granted), (against, other) = SIDES.get(outcome, USUAL)
    texts = words["motions"]
    given = [
        (kind, winners[: dice.choice((1, 1, 2))], dice.choice(texts[granted])),
        (against, losers[: dice.choice((1, 1, 2))], dice.choice(texts[other])),
    ]
    if dice.random() < 0.15:
        given.append((MotionKind.TILLAGG, losers[-1:], dice.choice(texts["tillagg"])))
    return writer.motions(*given)


def _order(
    dice: random.Random, writer: Writer, words: Words, slots: Mapping[str, str], *, voted: bool
) -> Part:
    text = dice.choice(words["order"]["texts"]).format(**slots)
    if voted:
        text = f"{text} {dice.choice(words['order']['vote_called'])}"
    return writer.part(SectionKind.PROPOSITIONSORDNING, text)


def _vote(
    dice: random.Random,
    writer: Writer,
    words: Words,
    slots: Mapping[str, str],
    winners: list[Person],
    losers: list[Person],
) -> Part:
    abstaining = losers[-1:] if len(losers) > 2 and dice.random() < 0.3 else []
    sides = {
        VoteChoice.JA: winners,
        VoteChoice.NEJ: losers[: len(losers) - len(abstaining)],
        VoteChoice.AVSTAR: abstaining,
    }
    question = dice.choice(words["question"])
    result = _result(dice, words, slots, {choice: len(people) for choice, people in sides.items()})
    roll = [
        Ballot(name=who.name or "", party=who.party, vote=choice)
        for choice, people in sides.items()
        for who in people
    ]
    vote = counted(
        roll,
        yes_means=question["yes"].format(**slots),
        no_means=question["no"].format(**slots),
        result=result,
    )
    return _written(dice, writer, words, vote, question["text"].format(**slots), sides)


def _result(
    dice: random.Random, words: Words, slots: Mapping[str, str], counts: Mapping[VoteChoice, int]
) -> str:
    yes, no, abstain = (counts[choice] for choice in (VoteChoice.JA, VoteChoice.NEJ, VoteChoice.AVSTAR))
    spelled = {"yes_word": _word(yes), "no_word": _word(no)}
    tally = dice.choice(words["tally"]["texts"]).format(yes=yes, no=no, **spelled)
    if abstain:
        tally += dice.choice(words["tally"]["abstaining"]).format(abstain=abstain)
    return str(dice.choice(words["tally"]["results"]).format(tally=tally, **slots))


def _summed(vote: Vote) -> Vote:
    """The vote as a list with its sums tells it: that none abstained is printed there."""
    return vote.model_copy(update={"abstain": vote.abstain or 0})


def _word(number: int) -> str:
    return NUMBERS[number] if number < len(NUMBERS) else str(number)


def _written(
    dice: random.Random,
    writer: Writer,
    words: Words,
    vote: Vote,
    question: str,
    sides: Mapping[VoteChoice, Sequence[Person]],
) -> Part:
    """The roll call as a table, as lists, one a line, in running text, or not at all."""
    result = vote.result or ""
    style = dice.choice(words["tally"].get("rolls", ROLLS))
    named = {choice: people for choice, people in sides.items() if people}
    verbs = {VoteChoice.JA: "röstar ja", VoteChoice.NEJ: "röstar nej", VoteChoice.AVSTAR: "avstår"}
    match style:
        case "table":
            return writer.vote(vote, question, result, table=True)
        case "appended":
            return writer.vote(_summed(vote), question, result, appended=True)
        case "sheet":
            return writer.vote(_summed(vote), question, result, table=True, parties=True)
        case "lists":
            lists = [f"Följande {verbs[choice]}: {tags(people)}." for choice, people in named.items()]
            return writer.vote(vote, question, *lists, result)
        case "lines":
            marks = {VoteChoice.JA: "Ja", VoteChoice.NEJ: "Nej", VoteChoice.AVSTAR: "Avstår"}
            rows = [f"{tag(who)} - {marks[choice]}" for choice, people in named.items() for who in people]
            return writer.vote(vote, question, *rows, result)
        case "running":
            texts = [f"{tags(people)} {verbs[choice]} ({len(people)})." for choice, people in named.items()]
            return writer.vote(vote, question, *texts, result)
        case _:
            return writer.vote(vote.model_copy(update={"roll": ()}), question, result)
