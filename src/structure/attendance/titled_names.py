"""A name with the title before or behind it: "ekonomichef Vera Lund § 43", "Berit Frost (sekreterare)"."""

from __future__ import annotations

import re
from collections.abc import Set

from ..names import people
from ..text.draft import Found
from ..text.passage import Passage, together
from . import attendee

_SURNAME = re.compile(rf"(?P<title>[a-zåäö]{{4,30}}n) (?P<name>{people.NAME_WORD})")
""" "landstingsdirektören Hagberg": a post and a surname."""

_COURTESY = re.compile(r"(?:[Hh]err(?:ar)?|[Hh]rr?|[Ff]ru(?:ar)?|[Ff]röken|[Ff]rk)\b\.? +")

_PRESENT = re.compile(r"(?:närvarande|var|är|närvarade|deltog|som|tjänstgjorde|fungerade)\b")

_LIVES = re.compile(
    rf"(?:^|[a-zåäö] ){people.NAME_WORD} {people.NAME}(?P<where> (?:i|på|från|vid) {people.NAME})$"
)
""" "Alfr. Svensson i Backa": in the country people are told apart by where they live."""

_OFFICE = re.compile(r"\([a-zåäö .]{3,30}\)")
""" "kanslist Berit Frost (sekreterare)": a title before the name, the office behind it."""

_OF_UNIT = re.compile(r"[a-zåäö] (?:för|på|vid|i|inom) $")
""" "förvaltningschef för Intern Service Jan Ek": words with a capital behind these belong to the title."""

WORDS_OF_NAME = 2
"""So many words behind the name of a unit are taken for the person's."""

MOST_TITLE_WORDS = 3
"""A title before a name has no more words."""


def uncourteous(text: str) -> str:
    """A text without the "Herr" or "Fru" that it begins with."""
    return _COURTESY.sub("", text, count=1) if _COURTESY.match(text) else text


def parted(
    piece: Passage, surnames: Set[str], *, told: bool
) -> tuple[Passage | None, Passage | None, Found | None]:
    """A name, with the title before or behind it, and the items behind that: "ekonomichef Vera Lund § 43".

    Args:
        piece: between two commas.
        surnames: those that stand behind "herr" or "fru" in the line.
        told: whether a sentence tells of the person: "Stadsläkare Åke Ek var föredragande".
    """
    courtesy = _COURTESY.match(piece.text)
    surname = _SURNAME.fullmatch(piece.text.rstrip("."))
    if surname and people.is_title(surname["title"]):
        return piece.group(surname, "name"), piece.group(surname, "title"), None
    piece = piece.part(courtesy.end() if courtesy else 0, len(piece.text.rstrip(".")))
    told_items = attendee.ITEMS.search(piece.text)
    items = attendee.span(piece.group(told_items)) if told_items else None
    if told_items and told_items.start():
        piece = piece.part(0, len(piece.text[: told_items.start()].rstrip(" (,")))
    if lives := _LIVES.search(piece.text):
        piece = piece.part(0, lives.start("where"))
    if people.is_name(piece.text) or piece.text in surnames:
        return piece, None, items
    mention = next(people.bare(piece), None)
    if mention is None or mention.name is None:
        return None, None, None
    start = mention.start
    if _OF_UNIT.search(piece.text[:start]):
        words = mention.name.text.split()
        start = mention.end - len(" ".join(words[-WORDS_OF_NAME:]))
        if len(words) <= WORDS_OF_NAME:
            return None, None, None
    name, before, after = (
        piece.part(*span) for span in ((start, mention.end), (0, start), (mention.end, len(piece.text)))
    )
    if not before:
        return name, after or None, items
    if len(before.text.split()) > MOST_TITLE_WORDS and start == mention.start:
        return None, None, None
    if not after or (told and _PRESENT.match(after.text)):
        return name, before, items
    return (name, together([before, after]), items) if _OFFICE.fullmatch(after.text) else (None,) * 3
