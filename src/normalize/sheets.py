"""What is done to a page, by its channel."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain, repeat

from ..schema import Reason
from ..settings import RepairSettings
from . import capitals, joins, lost, mapped, old_minutes, signs, strangers, symptoms, vouching
from .channels import Channel, Decision, decide
from .noise import Noise
from .reader import ENGLISH_READER, SWEDISH_READER, Reader
from .sentence import Mended, verdicts
from .slots import Lines, lengths_of
from .symptoms import Symptoms
from .tokens import Kind, cut
from .verdict import Verdict

WIDER = 1.25
"""Longest lines of two pages of one column differ by less: a page of few lines seldom fills one."""

Fonts = Sequence[Sequence[str | None]]
"""Font of each token, by line; an empty sequence where none is known."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page before repair."""

    lines: Lines
    fonts: Fonts = ()
    is_ocr: bool = False
    """True where justera's own reading of the image gave the words."""
    is_scan: bool = False
    """True where an image covers the page: whoever gave the words read them from it."""


@dataclass(frozen=True, slots=True)
class Worked:
    """One page after repair."""

    decision: Decision
    verdicts: list[list[Verdict]]
    """By line and token; empty where nothing was touched."""


def work(sheets: Sequence[Sheet], settings: RepairSettings, outline: Sequence[str] = ()) -> list[Worked]:
    """Repair all pages of a document; the channel of each is decided first."""
    if not settings.enabled:
        return [Worked(Decision(Channel.CLEAN, Reason("repair_off")), []) for _ in sheets]
    glyphs = _glyphs(sheets)
    mended = _in_columns([_mended(sheet, glyphs) for sheet in sheets])
    seen = [symptoms.of(page.tokens) for page in mended]
    whole = sum(seen, Symptoms())
    decisions = [
        decide(page.tokens, shown, whole, is_ocr=sheet.is_ocr, is_scan=sheet.is_scan)
        for sheet, page, shown in zip(sheets, mended, seen, strict=True)
    ]
    reader = _english_reader(mended, decisions, outline)
    kept = [
        page
        for page, decision in zip(mended, decisions, strict=True)
        if decision.channel is not Channel.NO_DIACRITICS
    ]
    gaps = joins.learn([line for page in kept for line in page.tokens])
    spoilt = _spoilt(kept) or (lost.noise(joins.losses(gaps)) if gaps else None)
    worked = [
        Worked(decision, verdicts(page, reader, settings.threshold))
        if decision.channel is Channel.NO_DIACRITICS
        else _worked(joins.joined(page, gaps), decision, settings, spoilt)
        for page, decision in zip(mended, decisions, strict=True)
    ]
    channels = [page.decision.channel for page in worked]
    doubted = strangers.doubted([page.verdicts for page in worked], channels)
    doubted = capitals.doubted(doubted, channels)
    return [
        replace(page, verdicts=old_minutes.restored(signs.restored(rows)))
        for page, rows in zip(worked, doubted, strict=True)
    ]


def _english_reader(pages: Sequence[Mended], decisions: Sequence[Decision], outline: Sequence[str]) -> Reader:
    """The reader without Swedish, with the spellings that sound parts of the document vouch for."""
    lost = [decision.channel is Channel.NO_DIACRITICS for decision in decisions]
    if not any(lost):
        return ENGLISH_READER
    sound = [line for page, is_lost in zip(pages, lost, strict=True) if not is_lost for line in page.tokens]
    damaged = [line for page, is_lost in zip(pages, lost, strict=True) if is_lost for line in page.tokens]
    found = vouching.pooled(chain.from_iterable(damaged), ENGLISH_READER.noise)
    found |= vouching.vouched((*outline, *chain.from_iterable(sound)))
    return Reader(ENGLISH_READER.noise, vouched=found) if found else ENGLISH_READER


def _spoilt(pages: Sequence[Mended]) -> Noise | None:
    """What the document's font has lost, for pages that say too little by themselves."""
    if len(pages) < 2:
        return None
    return lost.learn(*_plain_words([line for page in pages for line in page.tokens]))


def _worked(page: Mended, decision: Decision, settings: RepairSettings, spoilt: Noise | None) -> Worked:
    """A page whose reader knew å ä ö, with what its font lost, if anything."""
    words, headed = _plain_words(page.tokens)
    found = lost.learn(words, headed)
    if found is None and spoilt is not None and (page.widths or lost.is_met((*words, *headed), spoilt)):
        found = spoilt
    if found is not None:
        decision = Decision(Channel.LOST_LETTERS, Reason.of("font_lost", letters=found.described))
        return Worked(decision, verdicts(page, Reader(found), settings.threshold))
    if decision.channel is Channel.SWEDISH_READER:
        return Worked(decision, verdicts(page, SWEDISH_READER, settings.threshold))
    if not page.is_changed:
        return Worked(decision, [])
    decision = Decision(Channel.MAPPED, Reason("font_mapped"))
    return Worked(decision, verdicts(page, None, settings.threshold))


def _glyphs(sheets: Sequence[Sheet]) -> dict[str | None, dict[str, str]]:
    """The broken encoding of each font that has one."""
    texts: dict[str | None, set[str]] = {}
    for font, text in set(chain.from_iterable(map(_with_fonts, sheets))):
        if font != IMAGE and mapped.signs(text):
            texts.setdefault(font, set()).add(text)
    found = {font: mapped.learn(sorted(words)) for font, words in texts.items()}
    return {font: glyphs for font, glyphs in found.items() if glyphs}


IMAGE = "read from the image"
"""Instead of the font of words that no font encodes: a sign misread throughout (`m²`) is not one."""


def _with_fonts(sheet: Sheet) -> Iterable[tuple[str | None, str]]:
    fonts = chain.from_iterable(sheet.fonts) if sheet.fonts else repeat(None)
    unknown = IMAGE if sheet.is_ocr else None
    return zip((font or unknown for font in fonts), chain.from_iterable(sheet.lines), strict=False)


def _mended(sheet: Sheet, glyphs: dict[str | None, dict[str, str]]) -> Mended:
    """The tokens with each font's signs turned back."""
    lines = sheet.lines
    if glyphs:
        flat = iter([mapped.apply(text, glyphs.get(font, {})) for font, text in _with_fonts(sheet)])
        lines = [[next(flat) for _ in line] for line in lines]
    return Mended(sheet.lines, lines)


def _in_columns(pages: Sequence[Mended]) -> list[Mended]:
    """The pages with the length of a full line, which a page of few lines does not show by itself."""
    longest = [max(lengths_of(page.tokens), default=0) for page in pages]
    known = sorted(longest)
    return [
        replace(page, column=known[bisect_right(known, WIDER * own) - 1])
        for page, own in zip(pages, longest, strict=True)
    ]


def _plain_words(lines: Lines) -> tuple[list[str], list[str]]:
    """The page's different plain words, and those with a capital in lower case."""
    tokens = map(cut, set(chain.from_iterable(lines)))
    pieces = {piece for token in tokens if token.kind is Kind.WORD for piece in token.parts[1::2]}
    headed = {piece.lower() for piece in pieces if piece.isalpha() and piece.istitle()}
    return sorted(piece for piece in pieces if piece.isalpha() and piece.islower()), sorted(headed)
