"""Deputies whom a sentence, or the words behind a name, say to have served in somebody's place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ..names import people
from ..names.mentions import Mention
from ..text.passage import Passage
from . import attendee

_COURTESY_END = re.compile(r"(?:herr|hr|fru|fröken|frk)\.? *$")

_LEAD = re.compile(
    r"(?:,?\s+(?:och|samt|ävensom|jämte|även))?,?\s+"
    r"(?:(?:suppleant|ersättar)\w+|suppl\.?|ers\.?)\s+(?:(?:herr|hr|fru|fröken|frk)\.?\s+)?$",
    re.IGNORECASE,
)
""" "herrar Ek och Lund ävensom suppleanten": what leads to a deputy's name."""

_IN_WHOSE_PLACE = re.compile(r"\bi (?:h?vars|h?vilkens|hans|hennes|dennes) ställe\b")
""" "Hr Frid hade anmält förfall, i vars ställe suppleanten Olof Ljung tjänstgjorde"."""

OF_WHOM = re.compile(r",? av h?vilka\b")
""" "suppleanterna Ek och Lund, av vilka den förstnämnde tjänstgjorde": no name tells who served."""

_IN_STEAD = re.compile(rf"\bi (?P<whose>{people.NAME}(?<=[^s]))s? ställe\b")
""" "Carina Tollbring, i Margit Rybergs ställe"."""


def found(sentence: Passage) -> Iterator[tuple[int, Mention, Mention, int]]:
    """Deputies and those they serve for, with where the words on both begin and end.

    "Dessutom tjänstgjorde hr Olof Ljung i stället för hr Karl Frid".
    """
    place = _IN_WHOSE_PLACE.search(sentence.text)
    if place:
        absent = people.named(sentence, 0, place.start())
        serving = people.named(sentence, place.end())
        if len(absent) == len(serving) == 1:
            yield 0, serving[0], absent[0], len(sentence.text)
        return
    stead = _IN_STEAD.search(sentence.text)
    serving = people.named(sentence, 0, stead.start()) if stead else []
    if stead and len(serving) == 1:
        whose = sentence.group(stead, "whose")
        yield serving[0].start, serving[0], Mention(whose, None, None, *stead.span("whose")), stead.end()
        return
    for one, replaced in pairwise(people.bare(sentence)):
        between = _COURTESY_END.sub("", sentence.text[one.end : replaced.start])
        if attendee.REPLACES.search(between):
            lead = _LEAD.search(sentence.text, 0, one.start)
            yield lead.start() if lead else one.start, one, replaced, replaced.end
