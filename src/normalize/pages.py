"""Repair of a document: pages of words in, pages of words and the ledger out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import pairwise

from ..collector import paused
from ..schema import Box, Change, Document, LinePlace, OpenWord, Page, PageOrigin, Word
from ..schema.value import BoxTuple
from ..settings import RepairSettings
from . import between_cells, ledger
from .channels import Decision
from .sheets import Sheet, work
from .verdict import AS_LIKELY, TEXTUAL, Verdict


@dataclass(frozen=True, slots=True)
class Repaired:
    """A repaired document."""

    document: Document
    changes: tuple[Change, ...]
    doubtful_lines: tuple[LinePlace, ...]
    """Lines that are worth reading again from the image."""
    channels: tuple[Decision, ...]
    """One a page, with the reason."""


@paused()
def repair(document: Document, settings: RepairSettings) -> Repaired:
    """Repair every page; what is clean stays untouched."""
    worked = work(
        [_sheet(page) for page in document.pages], settings, [entry.title for entry in document.outline]
    )
    pages: list[Page] = []
    changes: list[Change] = []
    places: list[LinePlace] = []
    for page, done in zip(document.pages, worked, strict=True):
        verdicts = [
            [*_exact(line.words, _between_cells(line.words, row))]
            for line, row in zip(page.lines, done.verdicts, strict=False)
        ]
        fresh = _rewritten(page, verdicts, done.decision) if verdicts else page
        pages.append(fresh)
        changes += _changes(fresh, verdicts)
        places += [
            LinePlace(page.number, row, tuple(_questions(open_words)))
            for row, line in enumerate(fresh.lines)
            if (open_words := [word for word in line.words if is_open(word, page.origin)])
        ]
    return Repaired(
        replace(document, pages=tuple(pages)),
        tuple(changes),
        tuple(places),
        tuple(done.decision for done in worked),
    )


def _sheet(page: Page) -> Sheet:
    return Sheet(
        [[word.text for word in line.words] for line in page.lines],
        [[word.font for word in line.words] for line in page.lines],
        is_ocr=page.origin is PageOrigin.OCR,
        is_scan=page.is_scan,
    )


def _rewritten(page: Page, verdicts: list[list[Verdict]], decision: Decision) -> Page:
    lines = tuple(
        replace(line, words=tuple(_words(line.words, row)))
        for line, row in zip(page.lines, verdicts, strict=True)
    )
    origin = page.origin
    if origin is PageOrigin.TEXT_LAYER and any(verdict.changed for row in verdicts for verdict in row):
        origin = PageOrigin.REPAIRED_LAYER
    return replace(page, lines=lines, origin=origin, reasons=(*page.reasons, decision.reason))


def _between_cells(words: Sequence[Word], verdicts: list[Verdict]) -> list[Verdict]:
    if all(word.text != between_cells.STROKE for word in words):
        return verdicts
    return between_cells.left(verdicts, [0.0, *(_gap(*pair) for pair in pairwise(words)), 0.0])


def _gap(left: Word, right: Word) -> float:
    """White space between two words, in characters; of words with boxes one is half their height wide."""
    if left.box is None or right.box is None:
        return len(right.space.expandtabs(8))
    return 2 * (right.box.x0 - left.box.x1) / max(1.0, left.box.height, right.box.height)


def _exact(words: Sequence[Word], verdicts: Sequence[Verdict]) -> Iterator[Verdict]:
    """The verdicts with what was read in its own white space, so that undoing restores it."""
    place = 0
    for verdict in verdicts:
        if verdict.width > 1:
            first, *rest = words[place : place + verdict.width]
            before = first.text + "".join(word.space + word.text for word in rest)
            yield replace(verdict, before=before)
        else:
            yield verdict
        place += verdict.width


def _words(words: Sequence[Word], verdicts: Sequence[Verdict]) -> Iterator[Word]:
    place = 0
    for verdict in verdicts:
        yield _word(words[place : place + verdict.width], verdict)
        place += verdict.width


def _word(words: Sequence[Word], verdict: Verdict) -> Word:
    """The repaired word; one box around all that it came from."""
    word, boxes = words[0], [word.box for word in words if word.box is not None]
    sure = verdict.confidence if word.confidence is None else min(word.confidence, verdict.confidence)
    return replace(
        word,
        box=reduce(Box.union, boxes) if boxes else None,
        text=verdict.after,
        confidence=sure,
        doubt=word.doubt or verdict.doubt,
        alternatives=verdict.alternatives or word.alternatives,
    )


def _changes(page: Page, verdicts: list[list[Verdict]]) -> list[Change]:
    """The ledger of a page; offsets are into the text of the repaired page."""
    changes: list[Change] = []
    offset = 0
    for line, row in zip(page.lines, verdicts, strict=False):
        place = offset + len(line.text) - sum(len(word.text) + len(word.space) for word in line.words[1:])
        for number, (word, verdict) in enumerate(zip(line.words, row, strict=True)):
            place += len(word.space) if number else -len(word.text)
            if verdict.changed:
                changes.append(ledger.change(verdict, page=page.number, offset=place, box=_tuple(word.box)))
            place += len(word.text)
        offset += len(line.text) + 1
    return changes


def _tuple(box: Box | None) -> BoxTuple | None:
    return None if box is None else (box.x0, box.top, box.x1, box.bottom)


def _questions(words: Sequence[Word]) -> Iterator[OpenWord]:
    """What the image is asked; a word that nothing knows may be anything."""
    for word in words:
        if word.box is not None:
            spellings = (word.text, *word.alternatives) if word.doubt == AS_LIKELY else ()
            yield OpenWord(word.box, spellings)


LAYERS = frozenset({PageOrigin.TEXT_LAYER, PageOrigin.REPAIRED_LAYER, PageOrigin.MIXED})
"""Pages whose text was not read from the image yet."""


def is_open(word: Word, origin: PageOrigin) -> bool:
    """True where a look at the image may settle a doubt.

    What several readings of a scan have left open, one of their models again does not settle.
    """
    return word.doubt is not None and (origin in LAYERS or word.doubt in TEXTUAL)
