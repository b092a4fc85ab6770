"""The words of a page decided together: tokens in, verdicts out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import repeat

from . import slots
from .judge import halves, judge
from .lattice import Choice, decode
from .reader import Reader
from .slots import Lines, Prepared
from .verdict import Verdict

KEPT = 1 << 14
"""Verdicts kept ready."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A page with broken font encodings turned back."""

    lines: Lines
    """Tokens as read."""
    tokens: Lines
    widths: Sequence[Sequence[int]] | None = None
    """How many tokens as read each token covers; None where it is one each."""
    column: int = 0
    """Characters of the longest line that a column like this page's has on any page of its document."""

    @property
    def is_changed(self) -> bool:
        """True where anything was turned back."""
        return self.tokens is not self.lines and any(
            list(read) != list(line) for read, line in zip(self.lines, self.tokens, strict=True)
        )

    def before(self, row: int) -> Iterator[tuple[str, int]]:
        """What was read in the place of each token of a line, and how many tokens that was."""
        if self.widths is None:
            yield from zip(self.lines[row], repeat(1), strict=False)
            return
        place = 0
        for width in self.widths[row]:
            yield " ".join(self.lines[row][place : place + width]), width
            place += width


def verdicts(page: Mended, reader: Reader | None, threshold: float) -> list[list[Verdict]]:
    """Decide every token of a page.

    Args:
        page: its tokens.
        reader: who read it; None where nothing but broken encodings is wrong.
        threshold: least confidence at which a word is changed.
    """
    if reader is None:
        return [
            [_mapped(*read, text) for read, text in zip(page.before(row), line, strict=True)]
            for row, line in enumerate(page.tokens)
        ]
    tokens = [[_composed(text) for text in line] for line in page.tokens]
    prepared = slots.of_page(tokens, reader, page.column)
    choices = decode([slot for line in prepared for item in line for slot in item.slots])
    known = _known(reader.careful, threshold)
    if len(known) > KEPT:
        known.clear()
    place = 0
    found: list[list[Verdict]] = []
    rest = ""
    for row, line in enumerate(prepared):
        judged: list[Verdict] = []
        for (before, width), item in zip(page.before(row), line, strict=True):
            start, place = place, place + len(item.slots)
            if (
                item.is_sure
                and not rest
                and width == 1
                and (same := known.get(item))
                and same.before == before
            ):
                judged.append(same)
                continue
            chosen = tuple(choices[start:place]) if item.pieces else ()
            verdict = judge(before, item, chosen, reader.careful, threshold)
            if rest:
                verdict, rest = _with_rest(verdict, item, rest), ""
            elif item.is_sure:
                known[item] = verdict
            if item.pieces and item.pieces[-1].rest:
                rest = _rest(item, chosen, verdict)
            judged.append(verdict if width == 1 else replace(verdict, width=width))
        found.append(judged)
    return found


@lru_cache(maxsize=8)
def _known(careful: bool, threshold: float) -> dict[Prepared, Verdict]:
    """Verdicts on tokens in which nothing is to be chosen: nearly all tokens of running text, met again."""
    return {}


def _mapped(before: str, width: int, after: str) -> Verdict:
    verdict = judge(before, slots.plain(after), (), False, 0.5)
    return verdict if width == 1 else replace(verdict, width=width)


def _composed(text: str) -> str:
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _rest(item: Prepared, chosen: tuple[Choice, ...], verdict: Verdict) -> str:
    """What the word that was chosen for a broken line ends with on the next one; empty where it stays."""
    piece, option = item.pieces[-1], chosen[-1].option
    if option.text == (piece.text + piece.rest).lower() or verdict.doubt is not None:
        return ""
    return halves(option.text, piece)[1]


def _with_rest(verdict: Verdict, item: Prepared, rest: str) -> Verdict:
    """The verdict on a token that begins with the end of a word broken on the line above."""
    read = item.token.parts[1]
    if read == rest or not verdict.after.startswith(read):
        return verdict
    after = rest + verdict.after[len(read) :]
    return replace(verdict, after=after, rule="hyphen", evidence="the end of a word broken on the line above")
