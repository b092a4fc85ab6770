"""On which level a decision stands: taken by the document's own body, or asked of a higher one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..names.bodies import is_body, leading_decider, resolved
from ..swedish import patterns
from ..text.fold import fold
from ..text.lines import LIST_MARK
from ..text.passage import Passage
from . import points

_UPWARD = patterns.compiled("deciding", "upward", higher=patterns.table("deciding")["higher"])
"""Words that ask a higher body to decide: "föreslår kommunfullmäktige", "har beslutat föreslå"."""

_TO_HIGHER = patterns.compiled("deciding", "to_higher")
"""A heading that says whose decision is asked for."""

_PROPOSES = re.compile(
    rf"(?:\d{{1,2}}[.)] |[•·▪*–—-] ?)?att {_UPWARD.pattern}\s+(?!(?:att |besluta(?:r)? ?)*(?:att)?\W*$)\w",
    re.IGNORECASE,
)
_OWN = re.compile(r"\bför egen del\b", re.IGNORECASE)
_TURN = re.compile(
    r"(?:(?:(?:\d{1,2}|[a-z])[.)]|[•·▪–—*-])\s+)?(?:samt|och|dels|vidare)?\s*(?:att\s+)?(?:samt\s+|dels\s+)?",
    re.IGNORECASE,
)
"""What may stand before the words that turn to a higher body."""

_TURNING = re.compile(rf"\b(?:samt|och)\s+(?:dels\s+)?(?:att\s+)?(?={_UPWARD.pattern})", re.IGNORECASE)
"""Where one sentence turns to a higher body: "godkänner planen, samt föreslår kommunfullmäktige ..."."""

_TOLD = patterns.compiled("deciding", "told")
_RESERVES = re.compile(r"mot (?:beslutet|detta beslut)\b.{0,40}\breserver", re.IGNORECASE)
"""A reservation without a heading of its own is no point of the decision above it."""

_NEXT_SENTENCE = re.compile(r"(?<=[a-zåäö)]{2})\.\s+(?=[A-ZÅÄÖ])")


def asks(text: str, own: str | None = None) -> bool:
    """Whether a text asks a body above the document's own: "Styrelsen föreslår kommunfullmäktige besluta".

    What an office proposes to the document's `own` body is for that body to decide.
    """
    return any(own is None or fold(found[0].split()[-1]) != fold(own) for found in _UPWARD.finditer(text))


def is_upward(heading: str, own: str | None) -> bool:
    """Whether a heading says that what follows is for a higher body than the document's own to decide."""
    found = _TO_HIGHER.search(heading)
    if found is None:
        return False
    council = found["body"].casefold().endswith(("fullmäktige", "landstinget"))
    return council if own is None else resolved(found["body"], own) != own


def proposer(heading: Passage, own: str | None) -> Passage | None:
    """Another body than the document's own whose proposal a heading names: "Arbetsutskottets förslag"."""
    match = _PROPOSAL_OF.match(heading.text)
    found = heading.group(match, "body") if match else None
    other = found is not None and own is not None and is_body(found.text) and resolved(found.text, own) != own
    return found if other else None


_PROPOSAL_OF = re.compile(r"(?P<body>.{4,60}?)s förslag\b")


def for_itself(text: str) -> bool:
    """Whether a text says that the body decides for itself: "för egen del"."""
    return _OWN.search(text) is not None


def turns_upward(paragraph: Passage) -> bool:
    """Whether a paragraph turns to a higher body: "samt föreslår kommunfullmäktige besluta"."""
    turn = _TURN.match(paragraph.text)
    return _UPWARD.match(paragraph.text, turn.end() if turn else 0) is not None


def only_turns(paragraph: Passage) -> bool:
    """Whether a paragraph says no more than that a higher body is to decide: "I kommunfullmäktige"."""
    return _UPWARD.fullmatch(paragraph.text) is not None


def proposes(paragraph: Passage) -> bool:
    """Whether a point is a whole proposal to a higher body: "att föreslå fullmäktige att anta planen"."""
    return _PROPOSES.match(paragraph.text) is not None


def is_told(text: str) -> bool:
    """Whether a paragraph tells what somebody said or did about a decision."""
    return _TOLD.match(text) is not None


def lead(paragraph: Passage) -> Passage | None:
    """Who decides, where a paragraph begins with it: "Nämnden beslutar", "För egen del beslutar nämnden"."""
    if turned := _TURNED.match(paragraph.text):
        body = paragraph.group(turned, "body")
        return body if is_body(body.text) else None
    match = leading_decider(paragraph.text)
    return paragraph.group(match) if match else None


_TURNED = re.compile(
    r"För egen del (?:beslutar|beslutade|beslöto?) (?P<body>[^:,.\n]{4,60}?)(?=:?$|:?\n| att\b)",
    re.IGNORECASE,
)


def parted(text: Passage) -> Iterator[Passage]:
    """The paragraphs; one whose sentences decide on different levels is parted into these."""
    for paragraph in (part for whole in text.paragraphs() for part in points.enumerated(whole)):
        if _RESERVES.match(paragraph.text):
            continue
        turn = _turning(paragraph.text)
        if turn is None:
            yield from _sentences(paragraph)
        else:
            yield paragraph.part(0, turn)
            yield paragraph.part(turn, len(paragraph.text))


def _turning(text: str) -> int | None:
    """Where a sentence that has decided turns to a higher body."""
    turn = _TURNING.search(text)
    if turn is None or _UPWARD.search(text, 0, turn.start()):
        return None
    before = text[: turn.start()]
    decided = LIST_MARK.match(text) or for_itself(before) or re.search(r"\batt\b", before)
    return turn.start() if decided else None


def _sentences(paragraph: Passage) -> Iterator[Passage]:
    """A paragraph in parts where a sentence leads to another level, without what tells of the decision."""
    start = 0
    for match in _NEXT_SENTENCE.finditer(paragraph.text):
        following = paragraph.part(match.end(), len(paragraph.text))
        if is_told(following.text):
            paragraph = paragraph.part(0, match.start() + 1)
            break  # "... Tommy reserverar sig."
        leading = lead(following)
        here = _UPWARD.search(paragraph.text, start, match.start())
        there = leading and _UPWARD.match(following.text, len(leading.text) + 1)
        if leading and bool(here) != bool(there):
            yield paragraph.part(start, match.start() + 1)
            start = match.end()
    yield paragraph.part(start, len(paragraph.text))
