"""Build the data files of `justera.language`: `python -m tools.language [SHARED [TARGET]]`.

Reads the shared data beside the checkout (texts, names) and the word list of an installed Tesseract model;
writes `lexicon.bin`, `spelling.bin`, `dots.bin`, `context.bin` and `classes.bin` into `src/language/`. Two
runs give the same bytes.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Set
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from justera.language.lexicon import BOUNDARY, FIRST_WORD, NUMBER, UNKNOWN, Lexicon

from . import (
    classes,
    compounds,
    context,
    counting,
    dots,
    packing,
    sources,
    spelling,
    storing,
    unlisted,
    vocabulary,
)
from .arrays import levels

ROOT = Path(__file__).parents[2]

READER_MODEL = Path("/usr/share/tesseract-ocr/5/tessdata/swe.traineddata")
"""Where Debian puts the model whose word list is read."""

CLASS_GAIN = 30.0
"""What an n-gram of classes must bring: their counts are a hundred times those of words."""

UNKNOWN_MASS = 0.01
"""Share of running words in new documents that the vocabulary lacks."""


def main(shared: Path, target: Path) -> None:
    """Learn everything and write it."""
    tokens = counting.count(sources.training_texts(shared))
    known = vocabulary.entries(tokens, _names(shared), sources.reader_words(READER_MODEL))
    parts = compounds.learn(known)
    words = packing.ordered(known, parts)
    about = {"running words": tokens.words, "words": len(known), "parts": [len(parts.first), len(parts.last)]}
    storing.write(target / "lexicon.bin", packing.lexicon_arrays(words, known, parts), about)
    held_out = unlisted.held_out(Lexicon(target / "lexicon.bin").words())
    _write_spelling(known, held_out, target / "spelling.bin")
    names, plain = dots.training_names(known, tokens, held_out)
    storing.write(target / "dots.bin", dots.learn(names, plain), {"names": len(names), "words": len(plain)})
    stream = _indices(tokens, words)
    learnt = context.learn(stream, _probabilities(stream, words, known), packing.rivals(words, known))
    storing.write(target / "context.bin", packing.context_arrays(learnt), _about(learnt))
    classes_of = classes.assign(words.words, known, stream)
    storing.write(target / "classes.bin", *_classes(classes_of, stream, learnt))
    print(_about(learnt), {path.name: path.stat().st_size for path in sorted(target.glob("*.bin"))})


def _about(learnt: context.Context) -> dict[str, int]:
    return {"bigrams": len(learnt.bigrams.words), "trigrams": len(learnt.trigrams.words)}


def _classes(
    classes_of: NDArray[np.uint16], stream: NDArray[np.int32], words: context.Context
) -> tuple[dict[str, storing.Array], dict[str, int]]:
    """The n-grams of word classes, and what is said of them in the file."""
    probability = np.bincount(classes_of, weights=np.exp(words.unigram))
    every = np.ones(len(probability), dtype=np.bool_)
    learnt = context.learn(classes_of[stream].astype(np.int32), probability, every, CLASS_GAIN)
    arrays = {"classes": classes_of, "alone": levels(learnt.unigram)} | packing.context_arrays(learnt)
    return arrays, {"classes": len(probability)} | _about(learnt)


def _write_spelling(known: dict[str, vocabulary.Entry], held_out: Set[str], path: Path) -> None:
    plain, names = spelling.training_words(known, held_out)
    learnt = {
        kind: spelling.learn(words, spelling.LEAST_COUNT[kind])
        for kind, words in (("word", plain), ("name", names))
    }
    arrays = spelling.named("word", learnt["word"]) | spelling.named("name", learnt["name"])
    storing.write(path, arrays, {"words": len(plain), "names": len(names)})


def _names(shared: Path) -> Counter[str]:
    names = Counter(sources.given_names(shared))
    names.update(sources.surnames(shared))
    names.update(sources.usual_names())
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
    main(
        Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared",
        Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT / "src" / "language",
    )
