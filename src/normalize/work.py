"""What is done to a page, by its channel."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..settings import RepairSettings
from . import joins, lost, mapped, noise
from .channels import Channel, Decision, Evidence, decide, evidence
from .noise import Noise
from .sentence import Lines, Mended, verdicts
from .tokens import Kind, cut
from .verdict import Verdict

Fonts = Sequence[Sequence[str | None]]
"""Font of each token, by line; an empty sequence where none is known."""

ENGLISH_READER = "noise.tsv"
SWEDISH_READER = "noise_swedish.tsv"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page before repair."""

    lines: Lines
    fonts: Fonts = ()
    is_ocr: bool = False
    """True where justera's own reading of the image gave the words."""


@dataclass(frozen=True, slots=True)
class Worked:
    """One page after repair."""

    decision: Decision
    verdicts: list[list[Verdict]]
    """By line and token; empty where nothing was touched."""


def work(sheets: Sequence[Sheet], settings: RepairSettings) -> list[Worked]:
    """Repair all pages of a document; each page's channel is decided first, from the whole document's evidence."""
    if not settings.enabled:
        return [Worked(Decision(Channel.CLEAN, "repair is turned off"), []) for _ in sheets]
    glyphs = _glyphs(sheets)
    mended = [_mended(sheet, glyphs) for sheet in sheets]
    seen = [evidence(page.tokens) for page in mended]
    whole = sum(seen, Evidence())
    return [
        _worked(page, decide(shown, whole, is_ocr=sheet.is_ocr), settings)
        for sheet, page, shown in zip(sheets, mended, seen, strict=True)
    ]


def _worked(page: Mended, decision: Decision, settings: RepairSettings) -> Worked:
    model: Noise | None = None
    careful = False
    if decision.channel is Channel.NO_DIACRITICS:
        model = noise.load(ENGLISH_READER)
    elif (found := lost.learn(_plain_words(page.tokens))) is not None:
        model = found
        decision = Decision(Channel.LOST_LETTERS, f"its font lost or swapped {found.described}")
    elif decision.channel is Channel.SWEDISH_READER:
        model, careful = noise.load(SWEDISH_READER), True
    elif page.is_changed:
        decision = Decision(Channel.MAPPED, "its font shows one sign for one letter throughout")
    if model is None and not page.is_changed:
        return Worked(decision, [])
    return Worked(decision, verdicts(page, model, settings.threshold, careful=careful))


def _glyphs(sheets: Sequence[Sheet]) -> dict[str | None, dict[str, str]]:
    """The broken encoding of each font that has one."""
    texts: dict[str | None, set[str]] = {}
    for sheet in sheets:
        for font, text in _with_fonts(sheet):
            if not text.isalpha() or not text.isascii():
                texts.setdefault(font, set()).add(text)
    found = {font: mapped.learn(sorted(words)) for font, words in texts.items()}
    return {font: glyphs for font, glyphs in found.items() if glyphs}


def _with_fonts(sheet: Sheet) -> Iterable[tuple[str | None, str]]:
    for row, line in enumerate(sheet.lines):
        for column, text in enumerate(line):
            yield sheet.fonts[row][column] if sheet.fonts else None, text


def _mended(sheet: Sheet, glyphs: dict[str | None, dict[str, str]]) -> Mended:
    """The tokens with each font's signs turned back, and words put together that a lost letter tore apart."""
    lines = sheet.lines
    if glyphs:
        flat = iter([mapped.apply(text, glyphs.get(font, {})) for font, text in _with_fonts(sheet)])
        lines = [[next(flat) for _ in line] for line in lines]
    tokens, widths = joins.join(lines)
    return Mended(sheet.lines, tokens, widths)


def _plain_words(lines: Lines) -> list[str]:
    """The page's different plain words."""
    tokens = (cut(text) for line in lines for text in line)
    pieces = {piece for token in tokens if token.kind is Kind.WORD for piece in token.parts[1::2]}
    return sorted(piece for piece in pieces if piece.isalpha() and piece.islower())
