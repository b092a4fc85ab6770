"""What counts as seen of readings of ink that was missed at first: names, known words, numbers, parties."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

from ...schema import Box, Reason, Word
from ..words.match import text
from ..words.tokens import SIGN_LOOKALIKES, core, is_known
from . import marks

SURE = 0.6
"""Engine confidence from which on a known word or a name counts as seen."""

CERTAIN, BESIDE_NAME = 0.9, 0.3
"""Confidence of a name beside which a person's other name is kept, and that one's own: it stays in doubt."""

_PARTY = re.compile(r"[A-ZÅÄÖ]")
"""A party in a column of its own; other lone letters are strokes of a pen, and less sure."""

SURE_LETTER = 0.85

FAINT_LETTER = 0.5
"""The same with others of its column above or below it."""

PARTIES = frozenset("SMCLV")
"""Parties of one letter in every assembly; others of one letter are local, and in doubt."""

_NUMBER = re.compile(r"§|§?\d+([.,:/-]\d+)*-?|[Ss]\d{1,3}[a-z]?|[^\W\d_]?[–-]\d{1,4}")
"""A paragraph's sign, which may be an S, a number, a date, the end of a span with the letter before it; the
reader of numbers must confirm it."""

_LEADER = re.compile(r"^[.:]+(?=\d)")
"""The last dot of a leader before the number of a page."""

_PAGE = re.compile(r"\d{1,3} ?\(\d{1,3}\)")
"""A page and how many there are, of which the engine is unsure in small print."""

SURE_NUMBER = 0.3
"""Engine confidence from which on a number of some digits counts as seen: it is confirmed, or in doubt."""

PROVEN = 3
"""Words and names that show that a patch is print, so that what stands between them is kept where the engine
is sure of it: the `&` and the `A.-B.` of a firm."""

SECOND_LOOK = Reason("second_look")


def seen(words: Sequence[Word]) -> tuple[Word, ...]:
    """Of what was read in a patch, the words; none where most of it is none."""
    words = [replace(word, text=_LEADER.sub("", word.text)) for word in words]
    if len(words) == 1 and _PARTY.fullmatch(words[0].text) and (words[0].confidence or 0.0) >= SURE_LETTER:
        doubt = None if words[0].text in PARTIES else SECOND_LOOK
        return (replace(words[0], doubt=words[0].doubt or doubt),)
    if _PAGE.fullmatch(text(words)):
        return tuple(replace(word, doubt=SECOND_LOOK) for word in words)
    certain = any((word.confidence or 0.0) >= CERTAIN and _is_name(word.text) for word in words)
    kept = [
        word
        for word, behind in zip_longest(words, words[1:])
        if (_is_word(word.text) and (word.confidence or 0.0) >= _least(word.text, certain))
        or (word.text in SIGN_LOOKALIKES and behind is not None and behind.text[0].isdigit())
    ]
    if 2 * len(kept) < len(words):
        return ()
    proven = len(kept) >= PROVEN
    kept = [word for word in words if word in kept or _stands_between(word, kept, proven=proven)]
    return tuple(word if _needs_no_doubt(word) else replace(word, doubt=SECOND_LOOK) for word in kept)


def _stands_between(word: Word, kept: Sequence[Word], *, proven: bool) -> bool:
    """Whether a word that is not sure stands beside others that are print: it is kept, and in doubt."""
    is_sure = proven and (word.confidence or 0.0) >= CERTAIN
    return bool(kept) and (is_sure or sum(map(str.isalnum, word.text)) > 1)


def all_seen(readings: Mapping[Box, Sequence[Word]]) -> dict[Box, tuple[Word, ...]]:
    """What counts as seen in all patches of a page; those above and below vouch for a party in a column."""
    found = {box: seen(words) for box, words in readings.items()}
    letters = {box: letter for box, words in readings.items() for letter in _letters(words)}
    column = list(letters)
    return found | {
        box: (replace(letter, doubt=SECOND_LOOK),)
        for box, letter in letters.items()
        if not found[box] and marks.is_in_column(box, column)
    }


def _letters(words: Sequence[Word]) -> list[Word]:
    """A party alone in its patch, once where readers see one letter in two sizes."""
    if len(words) != 1 or (words[0].confidence or 0.0) < FAINT_LETTER:
        return []
    told = "".join(dict.fromkeys(words[0].text.upper()))
    return [replace(words[0], text=told)] if told in PARTIES else []


def _least(told: str, beside_name: bool) -> float:
    """Confidence from which on this counts as seen."""
    if sum(map(str.isdigit, told)) > 1:
        return SURE_NUMBER
    return BESIDE_NAME if beside_name and _is_name(told) else SURE


def _needs_no_doubt(word: Word) -> bool:
    return (is_known(word.text) and (word.confidence or 0.0) >= SURE) or marks.is_cross(word.text)


def _is_word(told: str) -> bool:
    inner = core(told)
    return (
        bool(_NUMBER.fullmatch(inner))
        or marks.is_cross(told)
        or _is_name(told)
        or (len(inner) > 1 and is_known(told))
    )


def _is_name(told: str) -> bool:
    inner = core(told)
    return len(inner) > 2 and inner[0].isupper() and inner[1:].replace("-", "").isalpha()
