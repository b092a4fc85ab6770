"""Words of garbled texts, counted one by one: every word's truth is known, for `bench/repair.py`."""

from __future__ import annotations

import textwrap
from collections import Counter
from dataclasses import dataclass, field

from tools.language.garble import garbled

from justera.language import load
from justera.normalize import strangers
from justera.normalize.channels import Channel
from justera.normalize.reader import ENGLISH_READER
from justera.normalize.sentence import Mended, verdicts

WIDTH = 85
"""Characters of a line."""


@dataclass(slots=True)
class Tally:
    """What was counted word by word where every word is known."""

    words: int = 0
    before: int = 0
    errors: int = 0
    harmed: int = 0
    names: int = 0
    """Words with a capital inside a line that the lexicon lacks."""
    names_wrong: int = 0
    sure: list[tuple[float, bool]] = field(default_factory=list)
    """Confidence and whether the word is right."""
    worst: Counter[tuple[str, str, str]] = field(default_factory=Counter)


def tally(text: str, seed: int, counts: Tally) -> None:
    """Garble a text, repair it, count."""
    wrapped = "\n".join(part for line in text.split("\n") for part in textwrap.wrap(line, WIDTH) or [""])
    truth = [line.split() for line in wrapped.split("\n")]
    read = [line.split() for line in garbled(wrapped, seed).split("\n")]
    rows = verdicts(Mended(read, read), ENGLISH_READER, 0.5)
    (rows,) = strangers.doubted([rows], [Channel.NO_DIACRITICS])
    for words, seen, row in zip(truth, read, rows, strict=True):
        for column, (word, before, verdict) in enumerate(zip(words, seen, row, strict=True)):
            is_right = verdict.after == word
            counts.words += 1
            counts.before += before != word
            counts.errors += not is_right
            counts.harmed += not is_right and before == word
            counts.sure.append((verdict.confidence, is_right))
            if _is_unknown_name(word, column):
                counts.names += 1
                counts.names_wrong += not is_right
            if not is_right:
                counts.worst[word, before, verdict.after] += 1


def _is_unknown_name(word: str, column: int) -> bool:
    core = word.strip(".,;:()”\"'!?")
    found = load().lexicon.word(core.lower()) if core.isalpha() and core[:1].isupper() else None
    return column > 0 and core.isalpha() and core[:1].isupper() and not core.isupper() and found is None
