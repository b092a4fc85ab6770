"""What stands between two spaces, cut into the pieces that may be repaired and what is between them.

Protected as a whole, and never cut: numbers, dates, case numbers, e-mail and web addresses, file names,
abbreviations with points. They are part of the context, and nothing else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from ..language.tokens import LONGEST_WORD

LONGEST_TOKEN = 1000
"""Characters; a longer run without a space is data, a drawing or dirt, and is left as it is."""

ENDINGS = ".!?:;"
"""Marks that end a sentence or a clause that begins anew."""

PIECE = re.compile(r"[^\W_](?:[^\W_]|[&|€£@]|(?<=[a-zA-Z])[{}](?=[a-zA]))*|[&|€£](?:[^\W_]|[&|€£@])+|\|")
"""Letters and digits, with signs that readers put for letters: `&r`, `|än`, `£6r`, `tj{anst`, `t}anst`."""

ADDRESS = re.compile(
    r"@\w+\.|://|\bwww\.|[\\_=<>]|(?<![a-zA-Z])[{}]|[{}](?![a-zA])"
    r"|\w\.(?:se|com|nu|org|net|eu|gov|info|html?|pdf|docx?|xlsx?|asp|php)\b",
    re.IGNORECASE,
)
"""E-mail and web addresses, paths and file names."""

ABBREVIATION = re.compile(r"^\W*(?:[^\W\d_]{1,4}\.)+[^\W\d_]{1,4}\.?\W*$")
"""`t.ex.`, `bl.a.`, `m.fl`, `dnr.nr`: points inside."""

NUMBER = re.compile(r"^\W*[§$]?\d[\d\W]*$|^\W*\d[\d\W]*(?:[a-hA-H]|kr|st|kl|tkr|mkr|mnkr|%)?\W*$")
"""Digits and signs alone, with at most a letter or a unit (`12 b`, `§ 87a`, `100kr`)."""

CODE = re.compile(r"\d[\W_]*\d[\W_]*\d|^\W*[A-ZÅÄÖ]{1,6}[-/]?\d+\W*$|\d[A-ZÅÄÖ]{2,}")
"""Three digits in a row, or letters of a register before a digit: a case number, a property, a code."""


LETTER_LIKE = frozenset({"1", "|"})
"""What stands alone and may have been the word `i`."""


HEADED = re.compile(r"^\W*\d[\d.,]*-[^\W\d_]{4,}\W*$")
"""A word with a number before it: `400-årsjubileum`."""


FOREIGN_LETTER = re.compile(
    r"[^\W\d_a-zåäöéèüáàçñæøôêëA-ZÅÄÖÉÈÜÁÀÇÑÆØÔÊË\u00b2\u00b3\u00b9\u00bc-\u00be\u00aa\u00ba]"
)
"""A letter that Swedish words and common names do without; raised figures (m²) and fractions are none."""

DIGIT_INSIDE = re.compile(r"[a-zåäö][\d|][a-zåäö]")
"""What no word has: `f6rslag`."""


class Kind(Enum):
    """What a whole token is."""

    WORD = "word"
    NUMBER = "number"
    PROTECTED = "protected"
    """An address, a code or an abbreviation."""
    MARK = "mark"
    """No letter and no digit."""


@dataclass(frozen=True, slots=True)
class Token:
    """One token, cut."""

    kind: Kind
    parts: tuple[str, ...]
    """Alternately what is between pieces and a piece, beginning and ending with what is between."""
    ends: bool
    """True where the next word begins a sentence."""
    hyphen: bool
    """True where the last piece is followed by a single hyphen and nothing else."""


@lru_cache(maxsize=1 << 16)
def cut(text: str) -> Token:
    """Cut a token."""
    kind = _kind(text)
    parts = tuple(_parts(text)) if kind is Kind.WORD else (text,)
    stripped = text.rstrip("\"'”’)]»")
    return Token(kind, parts, stripped[-1:] in ENDINGS and stripped != "", parts[-1] in {"-", "\u2010", "¬"})


def _parts(text: str) -> list[str]:
    parts, end = [], 0
    for match in PIECE.finditer(text):
        if match.end() - match.start() <= LONGEST_WORD:
            parts += [text[end : match.start()], match.group()]
            end = match.end()
    return [*parts, text[end:]]


def _kind(text: str) -> Kind:
    if len(text) > LONGEST_TOKEN:
        return Kind.PROTECTED
    if not any(letter.isalnum() for letter in text):
        return Kind.WORD if text in LETTER_LIKE else Kind.MARK
    if text.isalpha() or text in LETTER_LIKE:
        return Kind.WORD
    if ADDRESS.search(text) or ABBREVIATION.match(text):
        return Kind.PROTECTED
    if any(letter.isdigit() for letter in text):
        if NUMBER.match(text):
            return Kind.NUMBER
        if CODE.search(text) and not HEADED.match(text):
            return Kind.PROTECTED
    return Kind.WORD
