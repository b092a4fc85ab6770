"""Build the data files of `justera.language`: `python -m tools.language [SHARED]`.

Reads the shared data beside the checkout (texts, names) and the word list of an installed Tesseract model;
writes `lexicon.bin`, `spelling.bin` and `context.bin` into `src/language/`. Two runs give the same bytes.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from justera.language import store
from justera.language.lexicon import BOUNDARY, FIRST_WORD, NUMBER, UNKNOWN
from justera.language.spelling import spelling_arrays

from . import compounds, context, counting, packing, sources, spelling, vocabulary

ROOT = Path(__file__).parents[2]

READER_MODEL = Path("/usr/share/tesseract-ocr/5/tessdata/swe.traineddata")
"""Where Debian puts the model whose word list is read."""

UNKNOWN_MASS = 0.01
"""Share of running words in new documents that the vocabulary lacks."""


def main(shared: Path, target: Path) -> None:
    """Learn everything and write it."""
    tokens = counting.count(sources.training_texts(shared))
    known = vocabulary.entries(tokens, _names(shared), sources.reader_words(READER_MODEL))
    parts = compounds.learn(known)
    words = packing.ordered(known, parts)
    about = {"running words": tokens.words, "words": len(known), "parts": [len(parts.first), len(parts.last)]}
    store.write(target / "lexicon.bin", packing.lexicon_arrays(words, known, parts), about)
    _write_spelling(known, target / "spelling.bin")
    stream = _indices(tokens, words)
    learnt = context.learn(stream, _probabilities(stream, words, known), packing.rivals(words, known))
    about = {"bigrams": len(learnt.bigrams.words), "trigrams": len(learnt.trigrams.words)}
    store.write(target / "context.bin", packing.context_arrays(learnt), about)
    print(about, {path.name: path.stat().st_size for path in sorted(target.glob("*.bin"))})


def _write_spelling(known: dict[str, vocabulary.Entry], path: Path) -> None:
    plain, names = spelling.training_words(known)
    arrays = spelling_arrays("word", spelling.learn(plain)) | spelling_arrays("name", spelling.learn(names))
    store.write(path, arrays, {"words": len(plain), "names": len(names)})


def _names(shared: Path) -> Counter[str]:
    names = Counter(sources.given_names(shared))
    names.update(sources.surnames(shared))
    names.update(_once(sources.places(shared)))
    names.update(_once(sources.agencies(shared)))
    return names


def _once(names: Iterable[str]) -> dict[str, int]:
    return dict.fromkeys(names, 1)


def _indices(tokens: counting.Tokens, words: packing.Words) -> NDArray[np.int32]:
    """The stream with each form replaced by the index of its word in the lexicon."""
    places = {word: place + FIRST_WORD for place, word in enumerate(words.words)}
    of_form = np.array([places.get(form.lower(), UNKNOWN) for form in tokens.forms], dtype=np.int32)
    of_form[counting.BOUNDARY], of_form[counting.NUMBER] = BOUNDARY, NUMBER
    return of_form[tokens.stream]


def _probabilities(
    stream: NDArray[np.int32], words: packing.Words, known: dict[str, vocabulary.Entry]
) -> NDArray[np.float64]:
    counts = np.bincount(stream, minlength=len(words.words) + FIRST_WORD).astype(np.float64)
    listed = np.array([known[word].count if word in known else vocabulary.LISTED for word in words.words])
    counts[FIRST_WORD:] = np.maximum(counts[FIRST_WORD:], listed)
    counts[BOUNDARY] = 1.0
    counts[UNKNOWN] = 0.0
    counts[UNKNOWN] = counts.sum() * UNKNOWN_MASS
    return counts / counts.sum()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared", ROOT / "src" / "language")
