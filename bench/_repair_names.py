"""What becomes of names that no list has, hidden and foreign ones, for `bench/repair.py`."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

from tools.language import unlisted
from tools.language.garble import garbled

from justera.language import load
from justera.normalize.reader import ENGLISH_READER
from justera.normalize.sentence import Mended, verdicts

FOLDERS = (str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parents[1]))


def measure_names(figures: dict[str, float]) -> None:
    """Names that no list has, in a process of its own: what it forgot must not be remembered here."""
    program = "import sys\nsys.path[:0] = sys.argv[1:]\nfrom _repair_names import print_names\nprint_names()"
    command = [sys.executable, "-c", program, *FOLDERS]
    told = subprocess.run(command, capture_output=True, text=True, check=True)
    print(
        f"\n{'names that no list has':28} {'without dots':>12} {'harmed':>7} {'with dots':>10} {'right':>7}"
    )
    for line in told.stdout.splitlines():
        kind, plain, harmed, dotted, right = line.split()
        print(f"{kind:28} {plain:>12} {harmed:>7} {dotted:>10} {right:>7}")
        figures[f"{kind}_names_harmed_false"] = int(harmed) / max(1, int(plain))
        if int(dotted):
            figures[f"{kind}_names_restored"] = int(right) / int(dotted)


def print_names() -> None:
    """Count what becomes of hidden and of foreign names: without dots, harmed, with dots, right."""
    language = load()
    foreign = [name for name in unlisted.FOREIGN if language.lexicon.word(name.lower()) is None]
    for kind, names in (("foreign", foreign), ("hidden", unlisted.hide(language, unlisted.TESTED))):
        truth = [sentence.split() for sentence in unlisted.sentences(names)]
        read = [garbled(" ".join(words), seed).split() for seed, words in enumerate(truth)]
        counts = Counter[str]()
        spaced = [line for words in read for line in (words, [])]
        repaired = verdicts(Mended(spaced, spaced), ENGLISH_READER, 0.5)[::2]
        for name, words, seen, row in zip(names, truth, read, repaired, strict=True):
            place = next(place for place, word in enumerate(words) if name.lower() in word.lower())
            is_right = row[place].after == words[place]
            counts["plain" if seen[place] == words[place] else "dotted"] += 1
            counts["harmed"] += seen[place] == words[place] and not is_right
            counts["right"] += seen[place] != words[place] and is_right
        print(kind, *(counts[key] for key in ("plain", "harmed", "dotted", "right")))
