"""Which of two readings of one place is right, and how sure that is.

Words go to the reading that Swedish knows and the engine is surer of; numbers are not chosen (`agreement`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ...schema import Word
from ..layout.leaders import is_leader
from ..words.match import Pair, text
from ..words.tokens import (
    LONGEST_SCRAP,
    bears_number,
    core,
    familiarity,
    folded,
    has_foreign_letter,
    is_known,
    is_mark,
    is_stray,
    key,
    likelihood,
    printable,
)
from .agreement import AGREED, DIFFER

SURE = 0.9
"""Engine confidence above which Tesseract 5 is right in 99 of 100 words of evened images."""

SURE_WORD = 0.85
"""The same for words that Swedish knows: of 51 that the engine was less sure of than `SURE`, but surer than
this, on pages of all qualities, a second reading changed none."""

FAINT = 0.6
"""Engine confidence below which a lone mark is dirt unless the other reading saw it too."""

FOREIGN_NAME = 0.76
"""Engine confidence above which a letter that Swedish lacks stays, in a name: Miloš, Ørsted. On scans of all
qualities the least sure that was printed had .77, the surest that was not .74 (`Àhlén`)."""

HANDICAP = 0.1
"""The second reading sees less of the page; between two unknown words the first is right more often."""

SPELT = 0.05
"""What one unit of the logarithm of a spelling's probability counts for, against the engine's confidence:
`Silfver` is e^20 times likelier than `Siltver`, of which the engine was surer by .6."""

DOTTED = "åäöÅÄÖ"

CAPITALS = "ÅÄÖ"
DOTS_OF = {"A": "ÅÄ", "O": "Ö"}
"""Capitals of which the first model drops the ring and dots."""

LETTERS = frozenset("SMCLVXIO")
"""Parties and marks that stand alone, and letters that figures are read for."""

_UNOPENED = re.compile(r"[^\W\d_]{2,3}\)[.,;:]?")
"""A party whose opening bracket was taken for a letter: `im)`, `te)` for `(m)`, `(c)`."""

_ODD = re.compile(r"[^\w.,:;/'’@&()-]")
"""What does not stand inside a word."""


def needs_word(word: Word) -> bool:
    """True where a word should be read a second time."""
    if bears_number(word.text) or is_leader(word.text):
        return False
    if _UNOPENED.fullmatch(word.text) or is_stray(word.text):
        return True
    sure = (word.confidence or 0.0) >= (SURE_WORD if is_known(word.text) else SURE)
    if is_mark(word.text):
        return not sure
    if has_foreign_letter(word.text) or not sure:
        return True
    # The first model drops the ring and dots of capitals, and is sure of it: Agren, OP.
    inner = core(word.text)
    name = (inner.istitle() or inner.isupper()) and not set(inner) & set("AO")
    return _may_lack_ring(inner) or not (name or is_known(word.text))


def _may_lack_ring(inner: str) -> bool:
    """Whether another word begins with the ring or dots: `Ahlén` is a name, and so is `Åhlén`."""
    return any(is_known(capital + inner[1:]) for capital in DOTS_OF.get(inner[:1], ""))


def words(pair: Pair) -> tuple[Word, ...]:
    """The better reading of words without numbers."""
    first, second = pair.first, pair.second
    if not first:
        return _seen_once(second)
    if not second:
        return tuple(word for word in first if not (is_mark(word.text) and (word.confidence or 0) < FAINT))
    if text(first) == text(second) or _joins(first, second):
        return tuple(_agreed(word) for word in first)
    if _begins_closed(first) and text(second) == text(first).replace(" )", ")"):
        return tuple(_agreed(word) for word in second)
    if printable(text(first)) == text(second):
        return tuple(_agreed(word) for word in second)
    second = tuple(_spaced_as(first, second))
    if all(is_mark(word.text) for word in (*first, *second)):
        return tuple(word for word in first if (word.confidence or 0) >= FAINT)
    plain = tuple(_without_foreign(word) for word in first)
    handicap = -HANDICAP if _regains_dots(plain, second) else HANDICAP
    better = _score(second) + SPELT * _better_spelt(second, plain) > _score(plain) + handicap
    chosen, other = (second, first) if better or _regains_capital(plain, second) else (plain, second)
    return _merged(chosen, other)


def is_figure(pair: Pair) -> bool:
    """Whether a scrap is a figure by the second reading: `UU` for `3`, which was taken for upright text."""
    first, second = text(pair.first), text(pair.second)
    scrap = first.isalpha() and len(first) <= len("UU") and first not in LETTERS and needs_word(pair.first[0])
    sure = all((word.confidence or 0.0) >= SURE for word in pair.second)
    return scrap and second.isdigit() and len(second) <= len(first) and sure


def _better_spelt(one: Sequence[Word], other: Sequence[Word]) -> float:
    """Logarithm of how much likelier one word's letters are than another's; 0 where a list has either."""
    first, second = core(text(one)), core(text(other))
    alike = len(one) == len(other) == 1 and first.isalpha() and second.isalpha()
    if not alike or any(is_known(word) or has_foreign_letter(word) for word in (first, second)):
        return 0.0
    return likelihood(first) - likelihood(second)


def _without_foreign(word: Word) -> Word:
    """`stämmoprotókollet` is `stämmoprotokollet`: the mark taken off where that leaves a known word."""
    plain = "".join(c if not has_foreign_letter(c) else folded(c) for c in word.text)
    if plain == word.text or is_known(word.text) or not is_known(plain):
        return word
    return replace(word, text=plain, alternatives=(word.text,))


def _regains_dots(first: Sequence[Word], second: Sequence[Word]) -> bool:
    """True where the second reading only has more dots and rings: they are dropped more often than added."""
    with_dots, without = text(second), text(first)
    same = folded(with_dots).casefold() == folded(without).casefold()
    return same and sum(c in DOTTED for c in with_dots) > sum(c in DOTTED for c in without)


def _regains_capital(first: Sequence[Word], second: Sequence[Word]) -> bool:
    """True where the second reading only has rings and dots over capitals more: `Åhlén` for `Ahlén`.

    The first model has none over small print's capitals, and both names are borne.
    """
    dotted = text(second)
    bare = "".join(folded(c) if c in CAPITALS else c for c in dotted)
    return bare == text(first) != dotted


def _seen_once(second: Sequence[Word]) -> tuple[Word, ...]:
    """What only the second reading saw: known words it is sure of, nothing else."""
    return tuple(
        word
        for word in second
        if (word.confidence or 0) >= SURE and is_known(word.text) and len(word.text) > 2
    )


def _joins(first: Sequence[Word], second: Sequence[Word]) -> bool:
    """Readers drop spaces more often than they see one too many: `attlägga` is `att lägga`."""
    same = len(second) == 1 and second[0].text == "".join(word.text for word in first)
    same = same and not _begins_closed(first)
    return same and all(is_known(word.text) for word in first) and not familiarity(second[0].text)


def _begins_closed(words: Sequence[Word]) -> bool:
    """Whether a word begins with the end of a bracket: `(mp )s`."""
    return any(word.text.startswith(")") for word in words[1:])


def _spaced_as(first: Sequence[Word], second: Sequence[Word]) -> Sequence[Word]:
    """The second reading in one word where the first has one, unless its parts are words."""
    joined = "".join(word.text for word in second)
    same = folded(joined).casefold() == folded("".join(word.text for word in first)).casefold()
    words = all(is_known(word.text) for word in second) and not _begins_closed(second)
    if len(first) != 1 or len(second) == 1 or not same or words:
        return second
    sure = min(word.confidence or 0.0 for word in second)
    return (replace(first[0], text=joined, confidence=sure),)


def _agreed(word: Word) -> Word:
    sure = max(word.confidence or 0.0, AGREED if is_known(word.text) else 0.97)
    return replace(word, confidence=sure)


def _score(reading: Sequence[Word]) -> float:
    """Higher is likelier; a known word outweighs any difference in the engine's confidence."""
    total = 0.0
    for word in reading:
        sure = word.confidence or 0.0
        if is_known(word.text):
            total += 1.0 + familiarity(word.text)
        elif is_leader(word.text):
            total += 1.0
        elif is_mark(word.text):
            total += 0.2
        foreign = has_foreign_letter(word.text)
        total -= 1.0 * (_ODD.search(core(word.text)) is not None)
        total += sure - (1.2 if foreign and not (_is_name(word.text) and sure >= FOREIGN_NAME) else 0.0)
    return total / len(reading)


def _is_name(text: str) -> bool:
    return core(text)[:1].isupper() and not core(text).isupper()


def _merged(chosen: Sequence[Word], other: Sequence[Word]) -> tuple[Word, ...]:
    """The chosen words; in doubt where neither is known and they differ by more than punctuation."""
    same = key(text(chosen)) == key(text(other)) or _is_twice(text(chosen), text(other))
    only_dots = folded(key(text(chosen))) == folded(key(text(other))) and not _names_abroad(other)
    known = all(map(_proves_itself, chosen)) or (only_dots and all(is_known(word.text) for word in chosen))
    if same or (known and not all(is_mark(word.text) for word in other)) or all(map(_is_leader, chosen)):
        return tuple(replace(word, confidence=max(word.confidence or 0.0, 0.9)) for word in chosen)
    confidence = min(0.75, min(word.confidence or 0.0 for word in chosen))
    doubt = None if only_dots and _tells(chosen) else DIFFER
    return tuple(
        replace(word, confidence=confidence, doubt=doubt, alternatives=(text(other),)) for word in chosen
    )


def _is_twice(letter: str, other: str) -> bool:
    """`Vv` for a V: of a letter alone readers see two sizes."""
    return len(letter) == 1 and letter.isalpha() and other.casefold() == 2 * letter.casefold()


def _is_leader(word: Word) -> bool:
    return is_leader(word.text)


def _proves_itself(word: Word) -> bool:
    """A known word, and no short one of which the engine is unsure: scraps of a pen are known too."""
    long = len(core(word.text)) > LONGEST_SCRAP
    return is_known(word.text) and (long or (word.confidence or 0.0) >= SURE)


def _names_abroad(reading: Sequence[Word]) -> bool:
    """`Şahin`: its letter is no å, ä or ö misread, and whether it was printed is for a person to say."""
    strange = (c for c in text(reading) if has_foreign_letter(c))
    return any(folded(character) not in "aoAO" for character in strange)


def _tells(words: Sequence[Word]) -> bool:
    """Whether there are letters enough to prefer the reading with more dots: `Ågren`, not `Å`."""
    return len(core(text(words))) > 1
