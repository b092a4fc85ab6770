"""How well garbled Swedish comes back, how little clean Swedish is touched, and how fast.

Invented documents with their truth: read from scans by Tesseract's English model (`_repair_readings.py`), and
garbled by the counted confusions, which is exact about every word. With the shared data beside the checkout
also the meetings and the blocks of the corpora that the language model has not seen (the half that
calibration has not seen either), the seed, and harm on clean text of four kinds. Names that are hidden from
the lexicon, and foreign ones, tell what becomes of those that no list has.

python bench/repair.py [--pages 2] [--no-reading] [--worst 20]
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import _repair_readings
from _repair_tally import Tally, tally
from _sureness import calibration_error, caught
from tools.language import sources, unlisted
from tools.language.garble import garbled
from tools.layouts.invent import invent

from justera.check.measures import compare
from justera.language import load
from justera.normalize import repair_text
from justera.normalize.reader import ENGLISH_READER
from justera.normalize.sentence import Mended, verdicts

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
WORK = Path(__file__).resolve().parent / "work"

FIRST_SEED = 8_700
DOCUMENTS = 6
LONGEST = 60_000

LEAD, PRINTED = 3_000, 9_000
"""Characters of a meeting that are passed over (its list of names) and that are printed."""


def invented_texts() -> Iterator[str]:
    """True texts of invented documents."""
    for number in range(DOCUMENTS):
        kind = ("protokoll", "tjansteskrivelse", "protokollsutdrag")[number % 3]
        yield invent(FIRST_SEED + number, kind=kind, held_out=kind != "protokollsutdrag").text


def held_out(name: str) -> Iterator[str]:
    """Held-out texts that neither the model nor its calibration has seen."""
    if name == "minutes":
        found = (text for stem, text in sources.meetings(SHARED) if sources.is_held_out_meeting(stem))
    else:
        blocks = sources.corpus_blocks(SHARED, name)
        found = (_plain(text) for block, text in blocks if sources.is_held_out_block(block))
    for number, text in enumerate(found):
        if number % 2 == 0:
            yield text[:LONGEST]


def _plain(text: str) -> str:
    """Without the mark-up of the corpus files."""
    return "\n".join(line for line in text.split("\n") if not re.search(r"\]\(|^#|^---|https?:|\||\[", line))


def _printed() -> dict[str, list[str]]:
    """The texts that are printed, scanned and read, by source."""
    texts = {"invented": list(invented_texts())}
    if SHARED.exists():
        texts["minutes"] = [text[LEAD : LEAD + PRINTED] for text in held_out("minutes")]
    return texts


def measure_garbled(figures: dict[str, float], worst: int) -> str:
    """Table of the garbled texts; the digest of the invented ones."""
    kinds: dict[str, Iterator[str]] = {"invented": invented_texts()}
    if SHARED.exists():
        kinds |= {name: held_out(name) for name in ("minutes", *sources.CORPORA[1:])}
    print(
        f"\n{'garbled':28} {'words':>7} {'before':>7} {'WER':>7} {'harm':>7} "
        f"{'new names':>10} {'ECE':>7} {'2 %':>6}"
    )
    digest, every = hashlib.sha256(), Tally()
    for kind, texts in kinds.items():
        counts = Tally()
        for number, text in enumerate(texts):
            if kind == "invented":
                digest.update(text.encode())
            tally(text.replace("\f", "\n"), number, counts)
        words = max(1, counts.words)
        print(
            f"{kind:28} {words:7} {counts.before / words:7.2%} {counts.errors / words:7.3%} "
            f"{counts.harmed / words:7.3%} {counts.names_wrong:4} /{counts.names:4} "
            f"{calibration_error(counts.sure):7.4f} {caught(counts.sure):6.1%}"
        )
        prefix = "garbled" if kind == "invented" else f"shared_{kind.split('_')[0]}"
        figures[f"{prefix}_wer"] = counts.errors / words
        figures[f"{prefix}_calibration_errors"] = calibration_error(counts.sure)
        every.worst += counts.worst
        every.sure += counts.sure
    figures["caught_by_review" if len(kinds) == 1 else "shared_caught_by_review"] = caught(every.sure)
    print(f"\nworst (printed < read > repaired), of {every.worst.total()}:")
    for (printed, read, repaired), count in every.worst.most_common(worst):
        print(f"  {count:3} {printed} < {read} > {repaired}")
    return digest.hexdigest()


def measure_harm(figures: dict[str, float]) -> None:
    """Changes to clean text."""
    kinds: dict[str, Iterator[str]] = {"invented": invented_texts()}
    if SHARED.exists():
        kinds |= {name: held_out(name) for name in ("minutes", *sources.CORPORA)}
    print(f"\n{'clean':28} {'words':>7} {'changed':>8}")
    for kind, texts in kinds.items():
        words = changed = 0
        for text in texts:
            words += len(text.split())
            changed += len(repair_text(_paged(text)).changes)
        print(f"{kind:28} {words:7} {changed:8}")
        prefix = "clean" if kind == "invented" else f"shared_clean_{kind.split('_')[0]}"
        figures[f"{prefix}_words_false_per_20000"] = changed / max(1, words) * 20_000


def _paged(text: str) -> str:
    lines = text.split("\n")
    return "\f".join("\n".join(lines[start : start + 45]) for start in range(0, len(lines), 45))


COLD = """
import sys, time
start = time.process_time()
from justera.normalize import repair_text
repair_text(sys.stdin.read())
seconds = time.process_time() - start
peak = [line for line in open("/proc/self/status") if line.startswith("VmHWM")]
print(seconds, int(peak[0].split()[1]) / 1024)
"""
"""Seconds to the first repaired page from nothing, and memory."""

FRESH = """
import sys, time
from justera.normalize import repair_text
first, second = sys.stdin.read().split("\\0")
for text in first.split("\\1"):
    repair_text(text)
start = time.process_time()
for text in second.split("\\1"):
    repair_text(text)
print(len(second.split()) / (time.process_time() - start))
"""
"""Words a second on texts that are new to a process that has repaired others."""


def measure_speed(figures: dict[str, float]) -> None:
    """Words a second, warm, on one core, on text met before and on new text; the first page, cold."""
    texts = [_paged(garbled(text, 1)) for text in invented_texts()]
    words = sum(len(text.split()) for text in texts)
    best = 0.0
    for _ in range(5):
        start = time.process_time()
        repair_text("\f".join(texts))
        best = max(best, words / (time.process_time() - start))
    page = " ".join(" ".join(texts).split()[:300])
    cold, memory = min(tuple(map(float, _told(COLD, page).split())) for _ in range(3))
    figures |= {"words_per_s": best, "cold_seconds": cold, "memory_mb": memory}
    print(
        f"\n{best:,.0f} words/s warm; first page of 300 words in {cold:.2f} s from nothing, {memory:.0f} MB"
    )
    if SHARED.exists():
        known = [text for name in sources.CORPORA[1:] for text in held_out(name)]
        for damage, figure in (
            (_damaged, "shared_new_words_per_s"),
            (_paged, "shared_new_clean_words_per_s"),
        ):
            texts = "\1".join(map(damage, known)) + "\0" + "\1".join(map(damage, held_out("minutes")))
            figures[figure] = max(float(_told(FRESH, texts)) for _ in range(2))
        print(
            f"{figures['shared_new_words_per_s']:,.0f} words/s on new garbled minutes, "
            f"{figures['shared_new_clean_words_per_s']:,.0f} on new clean ones, "
            f"after {sum(len(text.split()) for text in known):,} words"
        )


def _damaged(text: str) -> str:
    return _paged(garbled(text, 1))


def _told(program: str, text: str) -> str:
    """What a program in a process of its own prints."""
    command = [sys.executable, "-c", program]
    return subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout


def measure_names(figures: dict[str, float]) -> None:
    """Names that no list has, in a process of its own: what it forgot must not be remembered here."""
    program = "import sys\nsys.path[:0] = sys.argv[1:]\nfrom repair import print_names\nprint_names()"
    told = subprocess.run(
        [sys.executable, "-c", program, str(ROOT / "bench"), str(ROOT)],
        capture_output=True,
        text=True,
        check=True,
    )
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


def measure_seed(figures: dict[str, float]) -> None:
    """The document that the project began with."""
    folder = SHARED / "seed"
    for path in sorted(folder.glob("*.truth.txt")):
        read = path.with_name(path.name.replace(".truth", "")).read_text(encoding="utf-8")
        body = repair_text(read).text.split("\n\n\n\n")[0]
        count = compare(body, path.read_text(encoding="utf-8"))
        print(f"\nseed: {count.word_errors} wrong of {count.words} words")
        figures["shared_seed_errors"] = count.word_errors


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=2, help="pages of each look and quality")
    parser.add_argument("--no-reading", action="store_true", help="leave out scanning and reading")
    parser.add_argument("--worst", type=int, default=20)
    options = parser.parse_args()
    figures: dict[str, float] = {}
    digest = "" if options.no_reading else _repair_readings.measure(_printed(), options.pages, figures)
    digest += measure_garbled(figures, options.worst)
    measure_harm(figures)
    measure_speed(figures)
    measure_names(figures)
    measure_seed(figures)
    if not options.no_reading:
        WORK.mkdir(exist_ok=True)
        result = {"digest": hashlib.sha256(digest.encode()).hexdigest(), "figures": figures}
        (WORK / "repair.json").write_text(json.dumps(result, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
