"""The words of a page decided together: tokens in, verdicts out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import log

from ..language.lexicon import NUMBER as INDEX_OF_NUMBERS
from . import confidence
from .candidates import careful_options, options
from .casing import Casing, cased, casing_of
from .lattice import Choice, Slot, decode
from .mapped import FOREIGN_LETTER
from .noise import Noise
from .options import NUMBER_SHARE, Option, Source
from .tokens import Kind, Token, cut
from .verdict import Verdict

Lines = Sequence[Sequence[str]]
"""Tokens by line."""

NUMBER = (Option("0", INDEX_OF_NUMBERS, NUMBER_SHARE, 0.0, 0.0, Source.NUMBER),)

ROOM = 0.97
"""Share of the longest line of the page up to which a word would have had room; letters differ in width."""

QUOTES = tuple("\"”“»'’(•*")
"""Signs after which a sentence or a title of its own begins."""

LEAST_CAREFUL = 0.97
"""Least confidence for a change to what a reader that knows Swedish read."""

MARRED = 0.6
"""The same where a letter that Swedish does not have shows that the reading is wrong."""

MAPPED = 0.98
"""Confidence of what a broken font encoding explains: 49 of 50 such words on real pages are right."""

SELDOM_CAPITAL = log(0.1)
"""One å, ä or ö in ten at the head of a word is read as a capital letter."""

_EVIDENCE = {
    Source.WORD: "a word of the lexicon that fits the letters and the words around it",
    Source.COMPOUND: "a compound of known parts",
    Source.NAME: "the spelling of Swedish words and names",
    Source.MISREADING: "a known word one misread letter away",
    Source.NUMBER: "a number",
    Source.READ: "as read",
}


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a slot stands."""

    line: int
    token: int
    part: int
    """Index within the token's parts."""
    piece: str
    casing: Casing


@dataclass(frozen=True, slots=True)
class Mended:
    """A page with broken font encodings turned back."""

    lines: Lines
    """Tokens as read."""
    tokens: Lines
    widths: Sequence[Sequence[int]]
    """How many tokens as read each token covers."""

    @property
    def is_changed(self) -> bool:
        """True where anything was turned back."""
        return any(list(read) != list(line) for read, line in zip(self.lines, self.tokens, strict=True))

    def before(self, row: int) -> Iterator[tuple[str, int]]:
        """What was read in the place of each token of a line, and how many tokens that was."""
        place = 0
        for width in self.widths[row]:
            yield " ".join(self.lines[row][place : place + width]), width
            place += width


def verdicts(
    page: Mended, noise: Noise | None, threshold: float, *, careful: bool = False
) -> list[list[Verdict]]:
    """Decide every token of a page.

    Args:
        page: its tokens.
        noise: the confusions of the reader; None where there are none.
        threshold: least confidence at which a word is changed.
        careful: the reader knew Swedish; only unknown words may change, and only for the likeliest.
    """
    tokens = [[cut(unicodedata.normalize("NFC", text)) for text in line] for line in page.tokens]
    chosen: dict[tuple[int, int], list[tuple[_Place, Choice]]] = {}
    if noise is not None:
        places, slots = _slots(page.tokens, tokens, noise, careful=careful)
        for place, choice in zip(places, decode(slots), strict=True):
            if place is not None:
                chosen.setdefault((place.line, place.token), []).append((place, choice))
    least = max(threshold, LEAST_CAREFUL) if careful else threshold
    return [
        [
            replace(_verdict(before, line[column], chosen.get((row, column), []), least), width=width)
            for column, (before, width) in enumerate(page.before(row))
        ]
        for row, line in enumerate(tokens)
    ]


def _slots(
    lines: Lines, tokens: list[list[Token]], noise: Noise, *, careful: bool
) -> tuple[list[_Place | None], list[Slot]]:
    places: list[_Place | None] = []
    slots: list[Slot] = []
    starts = True
    new_lines = _new_lines(lines)
    look_up = careful_options if careful else options
    for row, line in enumerate(tokens):
        starts = starts or not line
        loud = is_loud(lines[row])
        for column, token in enumerate(line):
            if token.kind is Kind.NUMBER:
                places.append(None)
                slots.append(Slot(NUMBER, starts))
                starts = False
            for part, piece in _pieces(token):
                begins = starts or (
                    part == 1 and (column == 0 and new_lines[row] or token.parts[0][-1:] in QUOTES)
                )
                casing = casing_of(piece, starts=begins, loud=loud)
                places.append(_Place(row, column, part, piece, casing))
                slots.append(Slot(look_up(piece, casing, noise), starts))
                starts = False
            starts = token.ends or (starts and token.kind is Kind.MARK)
    return places, slots


def is_loud(line: Sequence[str]) -> bool:
    """True for a line in capitals."""
    letters = [letter for text in line for letter in text if letter.isalpha()]
    return 2 * sum(letter.isupper() for letter in letters) > len(letters)


def _new_lines(lines: Lines) -> list[bool]:
    """True for lines that begin anew: their first word would have had room on the line above."""
    lengths = [len(" ".join(line)) for line in lines]
    width = ROOM * max(lengths, default=0)
    return [
        row == 0 or not line or not lines[row - 1] or lengths[row - 1] + 1 + len(line[0]) <= width
        for row, line in enumerate(lines)
    ]


def _pieces(token: Token) -> Iterator[tuple[int, str]]:
    if token.kind is Kind.WORD:
        yield from ((part, token.parts[part]) for part in range(1, len(token.parts), 2))


def _verdict(text: str, token: Token, chosen: list[tuple[_Place, Choice]], threshold: float) -> Verdict:
    parts = list(token.parts)
    least, rule, doubt = 1.0, Source.READ, None
    alternatives: list[str] = []
    for place, choice in chosen:
        sure = confidence.of(choice, place.piece, place.casing)
        needed = MARRED if FOREIGN_LETTER.search(place.piece) else threshold
        best = choice.option
        wanted = (
            place.piece
            if best.text == place.piece.lower()
            else cased(best.text, best_casing(place.piece, place.casing, best), place.piece)
        )
        if sure < min(needed, threshold) and wanted != place.piece:
            doubt, alternatives, wanted = "unsure", [*alternatives, wanted], place.piece
            sure = 1 - sure
        elif wanted != place.piece:
            rule = best.source
        least = min(least, sure)
        parts[place.part] = wanted
        if len(chosen) == 1:
            alternatives += [
                cased(option.text, place.casing, place.piece)
                for option, weight in choice.others
                if weight > 0.001
            ]
    return _worded(text, "".join(parts), least, rule, alternatives, doubt, token)


def best_casing(piece: str, casing: Casing, option: Option) -> Casing:
    """The casing to print an option in: readers make capitals of small å ä ö at the head of a word."""
    lost_dots = casing is Casing.CAPITAL and option.text[:1] in "åäö" and piece[:1] in "AO"
    if lost_dots and option.source is not Source.NAME and option.form < SELDOM_CAPITAL:
        return Casing.LOWER
    return casing


def _worded(
    text: str, after: str, sure: float, rule: Source, alternatives: list[str], doubt: str | None, token: Token
) -> Verdict:
    lead, trail = token.parts[0], token.parts[-1] if len(token.parts) > 1 else ""
    others = tuple(
        dict.fromkeys(f"{lead}{word}{trail}" for word in alternatives if f"{lead}{word}{trail}" != after)
    )
    if doubt is not None:
        doubt = f"may also be {', '.join(others[:3])}" if others else "an unknown word"
    if rule is Source.READ and after != text:
        return Verdict(
            text,
            after,
            min(sure, MAPPED),
            "mapped",
            "the same sign stands for this letter throughout the font",
            (),
            doubt,
        )
    return Verdict(text, after, sure, str(rule), _EVIDENCE[rule], others[:4], doubt)
