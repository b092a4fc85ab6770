"""Who joins a motion that was told before: "Hr Orre instämmer i detta yrkande"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..names import people
from ..names.mentions import Mention
from ..text.passage import Passage
from . import movers

_TOLD = re.compile(r"^(?:I .{0,60}?\b(?:yrkande|förslag)\w*|Här(?:i|uti)|Däri) instäm(?:mer|de)\b")
""" "I yrkandet instämmer A (S)": who joins the motion told before."""

_JOINS = re.compile(
    r"\b(?:instämmer|instämde|förenar sig|förenade sig|biträder|biträdde|stöder|stödjer|stödde)"
    r"(?: (?:i|med|om))? (?:detta|det|denna|samma|yrkandet|förslaget|hans|hennes|dennes|häri|häruti|däri)\b"
)
""" "Hr Orre instämmer i detta yrkande": who joins the motion of the sentence before."""

_JOINS_ALONE = re.compile(r"(?:(?!yrka|föresl)[^.,]){3,90}? (?P<verb>instäm(?:mer|de))\.?$")
""" "Herr Orre instämde."."""

_OF_ANOTHER = re.compile(
    r"\b(?:instäm(?:mer|de) i|förena(?:r|de) sig (?:med|om)|ställ(?:er|de) sig bakom"
    r"|biträd(?:er|de)|stöd(?:er|jer|de)) "
    r"(?:ledamoten |herr |hr |fru )?(?P<whose>[A-ZÅÄÖ].{2,80}?)(?:'|’)? (?:yrkande|förslag)\w*\.?$"
)


def joining(sentence: Passage, moved: Sequence[Sequence[Mention]]) -> tuple[int, list[Mention]] | None:
    """Which of the motions told before a sentence joins, and who joins: "A (S) instämmer i B:s yrkande".

    Args:
        sentence: which may be about a motion told before.
        moved: who moved each of the motions so far.
    """
    if not moved:
        return None
    another = _OF_ANOTHER.search(sentence.text)
    if another:
        fits = [index for index, by in enumerate(moved) if _is_whose(another["whose"], by[0])]
        return (fits[0], people.named(sentence, 0, another.start())) if len(fits) == 1 else None
    told = _TOLD.match(sentence.text)
    if told:
        return len(moved) - 1, people.named(sentence, told.end())
    joins, alone = _JOINS.search(sentence.text), _JOINS_ALONE.match(sentence.text)
    verb = joins.start() if joins else alone.start("verb") if alone else 0
    by = movers.before(sentence, verb, alone=True) if verb else []
    return (len(moved) - 1, by) if by else None


def _is_whose(whose: str, mover: Mention) -> bool:
    """Whether a genitive is that of a mover, by the whole name or the surname: "Eks (S)", "Nils Holms"."""
    if mover.name is None:
        return False
    owner = whose.split(" (")[0]
    forms = {owner, owner.removesuffix(":s"), owner.removesuffix("s")}
    name = mover.name.text
    return bool(forms & {name, name.split()[-1]})
