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
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import _repair_readings
from _repair_names import measure_names
from _repair_speed import measure_speed
from _repair_tally import Tally, tally
from _repair_texts import SHARED, held_out, invented_texts, paged
from _sureness import calibration_error, caught
from tools.language import sources

from justera.check.measures import compare
from justera.ingest.files.text_file import parse
from justera.normalize import repair, repair_text
from justera.schema import Document
from justera.settings import RepairSettings

WORK = Path(__file__).resolve().parent / "work"

LEAD, PRINTED = 3_000, 9_000
"""Characters of a meeting that are passed over (its list of names) and that are printed."""


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
            changed += len(repair_text(paged(text)).changes)
        print(f"{kind:28} {words:7} {changed:8}")
        prefix = "clean" if kind == "invented" else f"shared_clean_{kind.split('_')[0]}"
        figures[f"{prefix}_words_false_per_20000"] = changed / max(1, words) * 20_000


def measure_seed(figures: dict[str, float]) -> None:
    """The document that the project began with."""
    folder = SHARED / "seed"
    for path in sorted(folder.glob("*.truth.txt")):
        read = path.with_name(path.name.replace(".truth", "")).read_text(encoding="utf-8")
        texts = {
            "errors": repair_text(read).text.split("\n\n\n\n")[0],
            "pages_errors": repair(
                Document("", "", "", parse(read, name="").pages), RepairSettings()
            ).document.text,
        }
        for name, text in texts.items():
            count = compare(text, path.read_text(encoding="utf-8"))
            print(f"\nseed, {name}: {count.word_errors} wrong of {count.words} words")
            figures[f"shared_seed_{name}"] = count.word_errors


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
