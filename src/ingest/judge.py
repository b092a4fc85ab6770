"""A text layer judged by what it says: having text is not the same as having the page's text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from ..schema import Line, Reason, Word
from .words.tokens import core, has_foreign_letter, is_known


class Verdict(StrEnum):
    """What to do with a layer."""

    GOOD = "good"
    """Kept as it is."""
    DAMAGED = "damaged"
    """Kept as evidence, for repair."""
    WORTHLESS = "worthless"
    """The page is read from its image."""
    SPARSE = "sparse"
    """Too few words to judge."""


FEW = 12
"""Words in lower case below which nothing can be said of a layer."""

GOOD_KNOWN = 0.93
"""Share of lower-case words that Swedish knows, at least, in a good layer; born-digital minutes have 0.97."""

WORTH_KNOWN = 0.45
"""The same for a layer worth repairing: an English reader of Swedish leaves 0.6."""

WORTH_KNOWN_ENCODING = 0.75
"""The same for a page with no scan: its letters are not misread but lost, and digits with them."""

MOST_BROKEN = 0.04
"""Share of words with characters that no word has, at most, in a good layer."""

REPAIRABLE_KNOWN, REPAIRABLE_BROKEN = 0.9, 0.05
"""The same shares for a Swedish reader's layer over a scan: its slips follow no rule that could be undone,
and a fresh reading of the image (0.7 % of characters wrong on such pages) beats repair (3.2 %)."""

LEAST_LOWER, MOST_KNOWN = 5, 0.3
"""Words in lower case from which on a line is judged, and the share of known ones in one that is no text: an
English reader of Swedish leaves 0.6."""

ENDLESS = 25
"""Characters of a row of dots that was read as letters, at least; addresses have / or @ in them."""

_NO_WORD = re.compile(r"^(?=.*[A-Za-zåäö])(?!.*[@/]|www)(?=.*([.,:;«»\"]{2}|[ces]{4}|(.)\2\2)).*$")

LEAST_DOTTED = 0.08
"""Share of words with å ä ö, at least; Swedish has 0.25, and `dotless` layers below 0.03."""

OLD_SPELLING = (("hv", "v"), ("fv", "v"), (r"f(?=[sgtl]|$)", "v"), ("dt", "t"))
"""Spellings that the reform of 1906 took away, and what it put for them: hvaremot, gifvits, afslag, fördt."""

_BROKEN = re.compile(r"\w[^\w\s.,:;/'’@&()–—-]+\w|[a-zåäö][A-ZÅÄÖ]|[a-zåäö]\d|\d[a-zåäö]{3}|\ufffd")


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on a layer, and what it rests on."""

    verdict: Verdict
    words: int
    """Words in lower case that could be judged."""
    known: float
    """Share of them that Swedish knows."""
    broken: float
    """Share of all words with characters that no word has."""
    dotted: float
    """Share of words with å ä ö."""

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """What the verdict rests on, for the page."""
        if self.verdict is Verdict.SPARSE:
            return (Reason.of("layer_few_words", count=self.words),)
        facts = [Reason.of("layer_known", percent=round(100 * self.known))]
        if self.dotted < LEAST_DOTTED and self.verdict is not Verdict.GOOD:
            facts.append(Reason("layer_dotless"))
        if self.broken > MOST_BROKEN:
            facts.append(Reason.of("layer_garbled", percent=round(100 * self.broken)))
        return tuple(facts)


def judge(words: Sequence[Word], *, is_scan: bool) -> Judgement:
    """The verdict on the layer of one page.

    Args:
        words: of the layer.
        is_scan: an image covers the page.
    """
    texts = [word.text for word in words]
    plain = [core(text) for text in texts if _is_judged(text)]
    known = sum(is_known(text) or is_known(_modern(text)) for text in plain) / max(1, len(plain))
    letters = [text for text in texts if len(core(text)) > 2]
    broken = sum(_is_broken(text) for text in texts) / max(1, len(texts))
    dotted = sum(any(letter in "åäöÅÄÖ" for letter in text) for text in letters) / max(1, len(letters))
    verdict = _verdict(len(plain), known, broken, dotted, is_scan)
    return Judgement(verdict, len(plain), known, broken, dotted)


def garbled(lines: Sequence[Line]) -> int:
    """How many lines are no text at all: leaders, ruled lines and pictures that a reader took for letters."""
    return sum(_is_garbled([word.text for word in line.words]) for line in lines)


def _is_garbled(texts: Sequence[str]) -> bool:
    if any(len(text) >= ENDLESS and _NO_WORD.search(text) for text in texts):
        return True
    plain = [core(text) for text in texts if len(core(text)) > 1 and any(map(str.isalpha, text))]
    lower = [text for text in plain if text.islower()]
    return len(lower) >= LEAST_LOWER and sum(map(is_known, plain)) < MOST_KNOWN * len(plain)


def _is_judged(text: str) -> bool:
    """Words in lower case: names are unknown to any lexicon."""
    inner = core(text)
    return len(inner) > 1 and inner[0].islower() and not any(c.isdigit() or c in "@/." for c in inner)


def _modern(text: str) -> str:
    """The word as it is spelt since 1906."""
    for old, new in OLD_SPELLING:
        text = re.sub(old, new, text)
    return text


def _is_broken(text: str) -> bool:
    if "@" in text or "://" in text or text.startswith("www."):
        return False
    return _BROKEN.search(core(text)) is not None or (has_foreign_letter(text) and text[:1].islower())


def _verdict(count: int, known: float, broken: float, dotted: float, is_scan: bool) -> Verdict:
    worth = WORTH_KNOWN if is_scan else WORTH_KNOWN_ENCODING
    if count < FEW:
        return Verdict.WORTHLESS if broken > 4 * MOST_BROKEN else Verdict.SPARSE
    if known < worth:
        return Verdict.WORTHLESS
    if is_scan and dotted >= LEAST_DOTTED and (known < REPAIRABLE_KNOWN or broken > REPAIRABLE_BROKEN):
        return Verdict.WORTHLESS
    lost_dots = dotted < LEAST_DOTTED and count >= 4 * FEW
    if known >= GOOD_KNOWN and broken <= MOST_BROKEN and not lost_dots:
        return Verdict.GOOD
    return Verdict.DAMAGED
