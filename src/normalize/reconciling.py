"""What a fresh reading of a doubtful line settles, and what it does not.

The fresh reading comes from a model that knows Swedish. It confirms a word that it reads alike; where it
reads one of the word's own alternatives, or a known word of the same skeleton, that is taken. Anything else
stays in doubt: two readers that disagree freely are a matter for a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..language import load
from ..language.skeleton import is_dotted, skeleton
from ..language.tokens import core
from ..schema import Box, Change, Line, LineReading, Page, PageOrigin, Word
from ..settings import RepairSettings
from .listed import LONGEST_SELDOM
from .pages import LAYERS, Repaired, is_open
from .tokens import Kind, cut
from .verdict import AS_LIKELY, ODD_SPELLING, SELDOM_WORD

CONFIRMED = 0.98
"""Confidence of a word that two readers read alike: their errors are nearly independent."""

SURE = 0.9
"""Confidence of a fresh reading from which on it is right more often than a choice by the text alone."""

RULE = "reread"
EVIDENCE = "a fresh reading of the line from the image"


def reconcile(repaired: Repaired, readings: Sequence[LineReading], settings: RepairSettings) -> Repaired:
    """Let fresh readings of doubtful lines settle what the text alone could not."""
    if not settings.enabled or not readings:
        return repaired
    pages = {page.number: page for page in repaired.document.pages}
    changes = list(repaired.changes)
    for reading in readings:
        page = pages.get(reading.place.page)
        if page is not None and reading.place.line < len(page.lines):
            pages[page.number] = _settled(page, reading, changes)
    document = replace(repaired.document, pages=tuple(pages[page.number] for page in repaired.document.pages))
    doubtful = tuple(
        place
        for place in repaired.doubtful_lines
        if any(is_open(word, pages[place.page].origin) for word in pages[place.page].lines[place.line].words)
    )
    return replace(repaired, document=document, changes=tuple(changes), doubtful_lines=doubtful)


def _settled(page: Page, reading: LineReading, changes: list[Change]) -> Page:
    """The page with one line settled; the ledger follows."""
    row = reading.place.line
    line = page.lines[row]
    words = list(line.words)
    is_layer = page.origin in LAYERS
    for place, fresh in _pairs(line, reading.words, page.origin):
        word = _choice(words[place], fresh, is_layer)
        if word.text != words[place].text:
            _record(changes, page, row, place, words, word)
        words[place] = word
    lines = (*page.lines[:row], replace(line, words=tuple(words)), *page.lines[row + 1 :])
    return replace(page, lines=lines)


def _pairs(line: Line, fresh: Sequence[Word], origin: PageOrigin) -> Iterator[tuple[int, Word]]:
    """Open words with what the fresh reading has in their place."""
    from rapidfuzz.distance import Levenshtein  # text files are never read again: they need not wait for it

    ours = [skeleton(word.text) for word in line.words]
    theirs = [skeleton(word.text) for word in fresh]
    for part in Levenshtein.opcodes(ours, theirs):
        if part.src_end - part.src_start == part.dest_end - part.dest_start:
            for place, other in zip(
                range(part.src_start, part.src_end), range(part.dest_start, part.dest_end), strict=True
            ):
                if is_open(line.words[place], origin):
                    yield place, fresh[other]


def _choice(word: Word, fresh: Word, is_layer: bool) -> Word:
    """The word as two readings have it; those that disagree leave it in doubt."""
    if fresh.doubt is not None:
        return word  # a reading that is itself in doubt is no witness
    if fresh.text == word.text:
        return (
            word
            if _is_unproven(word) or _lacks_dots(word)
            else replace(word, doubt=None, confidence=max(word.confidence or 0.0, CONFIRMED))
        )
    if _is_surer(word, fresh) and _is_better(word, fresh.text, is_layer):
        others = tuple(dict.fromkeys(text for text in (word.text, *word.alternatives) if text != fresh.text))
        return replace(word, text=fresh.text, doubt=None, confidence=CONFIRMED, alternatives=others)
    others = tuple(dict.fromkeys((fresh.text, *word.alternatives)))
    return replace(word, alternatives=others)


def _is_unproven(word: Word) -> bool:
    """True for what a broken letter makes all readers read alike: `ctt` for ett, `ull` for till."""
    text = core(word.text)
    return word.doubt in {ODD_SPELLING, SELDOM_WORD} and text.islower() and len(text) <= LONGEST_SELDOM


def _lacks_dots(word: Word) -> bool:
    """True for `fran` where the text says `från`: an image that has lost its dots shows them to no reader.

    Names are borne with and without dots.
    """
    read, twin = core(word.text), core(next(iter(word.alternatives), ""))
    is_open = word.text.islower() and word.doubt == AS_LIKELY
    return is_open and _accents(twin) > _accents(read) and is_dotted(read, twin)


def _is_surer(word: Word, fresh: Word) -> bool:
    """Whether a fresh reading weighs more than what spoke for the word: a faint `är` after `2` does not."""
    return fresh.confidence is None or fresh.confidence >= min(SURE, word.confidence or 0.0)


def _is_better(word: Word, fresh: str, is_layer: bool) -> bool:
    """True where a fresh reading may take the place of a word in doubt.

    It must be a word, or have the dots that a text layer lost; else two readings that are both unknown
    (`Røed`, `Rged`, an address) would only change places.
    """
    if any(letter.isdigit() for letter in word.text + fresh) or cut(word.text).kind is Kind.PROTECTED:
        return False
    if word.text[:1].isupper() and _accents(fresh) < _accents(word.text):
        # Readers lose the accents of names (`Jürgen`), they do not make them up.
        return False
    if NO_MEANING in word.text:
        return _fills(word.text, fresh)
    language = load()
    if skeleton(fresh) == skeleton(word.text):
        has_dots = is_layer and is_dotted(word.text.lower(), fresh.lower())
        return has_dots or fresh in word.alternatives or language.knows(fresh)
    if fresh not in word.alternatives:
        return False
    is_sign = not any(map(str.isalpha, fresh))
    return is_sign or (language.knows(fresh) and not language.knows(word.text))


def _fills(holed: str, fresh: str) -> bool:
    """True for `Britt-Mari` where the layer has `Bri\ufffd-Mari`: all that is there agrees."""
    return re.fullmatch(re.escape(holed).replace(NO_MEANING, r"\w{1,3}"), fresh) is not None


NO_MEANING = "\ufffd"
"""What a text layer has for a glyph without a meaning: a ligature, å ä ö."""


def _accents(text: str) -> int:
    return sum(letter.isalpha() and not letter.isascii() for letter in text)


def _record(
    changes: list[Change], page: Page, row: int, place: int, words: Sequence[Word], fresh: Word
) -> None:
    """Put the change into the ledger and move what comes after it on the page."""
    old = words[place]
    line = replace(page.lines[row], words=tuple(words[: place + 1]))
    start = sum(len(above.text) + 1 for above in page.lines[:row]) + len(line.text) - len(old.text)
    shift = len(fresh.text) - len(old.text)
    before = old.text
    for number, change in enumerate(changes):
        if change.page != page.number:
            continue
        if change.offset == start:
            before = change.before
        elif change.offset > start:
            changes[number] = change.model_copy(update={"offset": change.offset + shift})
    changes[:] = [change for change in changes if (change.page, change.offset) != (page.number, start)]
    if before != fresh.text:
        changes.append(
            Change(
                page=page.number,
                offset=start,
                box=_box(old.box),
                before=before,
                after=fresh.text,
                rule=RULE,
                evidence=EVIDENCE,
                confidence=fresh.confidence or CONFIRMED,
                alternatives=fresh.alternatives,
            )
        )
        changes.sort(key=lambda change: (change.page, change.offset))


def _box(box: Box | None) -> tuple[float, float, float, float] | None:
    return None if box is None else (box.x0, box.top, box.x1, box.bottom)
