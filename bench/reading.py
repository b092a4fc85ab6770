"""How well and how fast pages are read: justera beside each Tesseract setting and OCRmyPDF.

Invented documents with their truth, scanned clean, office and poor, in serif, sans and typewriting, in
layouts that nothing was tuned on where there are some; scans with a layer by a reader that knows only
English; the real scans of the shared data where they lie beside the checkout. Every reader gets the same
pages; Tesseract alone gets the scan as it is, as a person would run it. OCRmyPDF takes part where the
command is installed (a virtual environment of its own will do). Speed is in pages a second of processor
time, which says
the same however busy the machine is.

python bench/reading.py [--quick] [--pages 1] [--each 1] [--readers justera,...] [--worst 5]
python bench/reading.py --memory 400
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import resource
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench._sureness import calibration_error, caught
from tools.reading import outcomes

from bench import _reading_cases as given
from bench import _reading_readers as reading
from bench import _reading_worst as pictures
from justera.check.measures import TextCounts, compare, fold, numbers
from justera.ingest import open_source
from justera.ocr_mode import OcrMode
from justera.settings import OcrSettings

WORK = Path(__file__).resolve().parent / "work"

_LEADER = re.compile(r"\.{4,}")


@dataclass(slots=True)
class Result:
    """What one reader made of the documents of a group."""

    text: TextCounts = field(default_factory=TextCounts)
    flagged: int = 0
    wrong: int = 0
    """Numbers that are wrong and not flagged."""
    right: int = 0
    processor: float = 0.0
    pages: int = 0
    sure: list[tuple[float, bool]] = field(default_factory=list)
    """Confidence of each word that was read from an image, and whether the word is right."""

    def add(self, other: Result) -> None:
        """Count another document in."""
        self.text += other.text
        self.flagged += other.flagged
        self.wrong += other.wrong
        self.right += other.right
        self.processor += other.processor
        self.pages += other.pages
        self.sure += other.sure

    @property
    def rate(self) -> float:
        """Pages a second of one core."""
        return self.pages / self.processor if self.processor else 0.0

    def row(self) -> str:
        """The figures of a line of the table."""
        figures = self.text.figures()
        return (
            f"{figures['CER']:7.2%} {figures['WER']:7.2%} {figures['aao_recall']:7.1%} {self.right:6} "
            f"{self.wrong:6} {self.flagged:7} {self.rate:8.2f}"
        )


HEADS = ("CER", "WER", "å ä ö", "right", "wrong", "flagged", "pages/s")
WIDTHS = (7, 7, 7, 6, 6, 7, 8)


def measure(case: given.Case, seen: reading.Seen) -> Result:
    """Text and numbers against the truth; runs of dots are one leader for every reader."""
    true = _LEADER.sub("....", case.truth)
    counts = compare(_LEADER.sub("....", seen.text), true)
    left = numbers(fold(true).split())
    words = (
        [(word.text, bool(word.doubt)) for page in seen.document.pages for word in page.words]
        if seen.document
        else [(word, False) for word in seen.text.split()]
    )
    right = wrong = flagged = 0
    for word, doubt in sorted(words, key=lambda pair: pair[1]):
        for token in numbers(fold(word).split()).elements():
            hit = left[token] > 0
            left[token] -= hit
            flagged += doubt
            right += hit and not doubt
            wrong += not hit and not doubt
    return Result(counts, flagged, wrong, right, seen.processor, len(case.pages), _sure(case, seen))


def _sure(case: given.Case, seen: reading.Seen) -> list[tuple[float, bool]]:
    if case.has_layer or seen.document is None:
        return []
    words = [word for page in seen.document.pages for word in page.words if word.confidence is not None]
    right = outcomes.of_words(words, case.truth)
    return [(word.confidence or 0.0, is_right) for word, is_right in zip(words, right, strict=True)]


def main() -> None:
    """Read everything with everything, print the table, write the figures and the worst lines' pictures."""
    arguments = _arguments()
    if arguments.memory:
        memory(arguments.memory)
        return
    used = reading.readers(arguments.readers.split(","))
    results: dict[tuple[str, str], Result] = {}
    worst: list[pictures.Worst] = []
    digest = hashlib.sha256()
    WORK.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for case in _cases(Path(folder), arguments):
            if not case.group.startswith("real"):
                digest.update(case.path.read_bytes())
            seen = {name: reading.run(reader, case) for name, reader in used.items()}
            for name, one in seen.items():
                result = measure(case, one)
                results.setdefault((case.group, name), Result()).add(result)
                print(f"{case.name[:44]:44} {name:9} {result.row()}", flush=True)
            worst += pictures.lines(case, seen, arguments.worst)
        chosen = sorted(worst, key=lambda one: -one.errors)[: arguments.worst]
        _report(results, chosen)
        for path in pictures.draw(chosen, WORK):
            print(f"picture: {path}")
    written = {"digest": digest.hexdigest(), "figures": dict(_figures(results))}
    (WORK / "reading.json").write_text(json.dumps(written, indent=1))


def _cases(folder: Path, arguments: argparse.Namespace) -> Iterator[given.Case]:
    quick = arguments.quick
    yield from given.scans(folder, each=arguments.each, pages=arguments.pages, quick=quick)
    yield from given.layers(folder, pages=arguments.layer_pages, quick=quick)
    if not quick:
        yield from given.real()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--quick", action="store_true", help="a few pages, in less than five minutes")
    parser.add_argument("--pages", type=int, default=1, help="pages of each invented scan")
    parser.add_argument("--layer-pages", type=int, default=8, help="pages of each scan with a layer")
    parser.add_argument("--each", type=int, default=1, help="documents of each kind and quality")
    parser.add_argument("--readers", default=",".join(("justera", *reading.TESSERACTS, "ocrmypdf")))
    parser.add_argument("--worst", type=int, default=5, help="worst lines to show")
    parser.add_argument("--memory", type=int, default=0, help="only: memory over so many pages")
    return parser.parse_args()


def _report(results: dict[tuple[str, str], Result], worst: list[pictures.Worst]) -> None:
    titles = " ".join(f"{head:>{width}}" for head, width in zip(HEADS, WIDTHS, strict=True))
    print(f"\nload {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    print(f"{'pages':24} {'reader':9} {titles}")
    for (group, name), result in results.items():
        print(f"{group:24} {name:9} {result.row()}")
    sure = _all_sure(results)
    print(
        f"confidence: {calibration_error(sure):.4f} off, {caught(sure):.1%} of errors in the least sure 2 %"
    )
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"most memory: {own:.0f} MB here, {child:.0f} MB in the largest program started")
    for one in worst:
        print(f"\n{one.errors} errors, {one.case.name}, page {one.page}\n{'true':>9}: {one.true}")
        for name, text in one.seen.items():
            print(f"{name:>9}: {text}")


def _all_sure(results: dict[tuple[str, str], Result]) -> list[tuple[float, bool]]:
    """Of the invented scans, which everybody has."""
    invented = (
        result
        for (group, name), result in results.items()
        if name == "justera" and not group.startswith("real")
    )
    return [one for result in invented for one in result.sure]


def _figures(results: dict[tuple[str, str], Result]) -> Iterator[tuple[str, float]]:
    for (group, name), result in results.items():
        if name != "justera":
            continue
        place = re.sub(r"\W+", "_", group)
        total = max(1, result.right + result.wrong + result.flagged)
        yield f"{place}_cer", round(result.text.cer, 5)
        yield f"{place}_numbers_wrong_unflagged_errors", float(result.wrong)
        yield f"{place}_numbers_flagged_errors", round(result.flagged / total, 4)
        yield f"{place}_pages_per_core_second", round(result.rate, 3)
        other = results.get((group, "ocrmypdf"))
        if other is not None and result.rate:
            yield f"{place}_times_ocrmypdf", round(result.rate / max(other.rate, 1e-9), 2)

    sure = _all_sure(results)
    yield "calibration_errors", round(calibration_error(sure), 4)
    yield "caught_by_review", round(caught(sure), 4)


def memory(pages: int) -> None:
    """Most memory after a quarter of the pages and after all, of a long scan by its layer and its image."""
    with tempfile.TemporaryDirectory() as folder:
        for case in given.layers(Path(folder), pages=2, quick=True):
            long = _long(case.path, pages)
            for mode in (OcrMode.AUTO, OcrMode.FORCE):
                for part in (pages // 4, pages):
                    settings = OcrSettings(pages=f"1-{part}", mode=mode)
                    with open_source(long, settings, reading.LONG, name=case.name) as source:
                        source.read()
                    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
                    print(f"{mode}: {part} pages, most memory so far {own:.0f} MB", flush=True)


def _long(path: Path, pages: int) -> Path:
    import pikepdf

    long = path.with_name("long.pdf")
    with pikepdf.open(path) as source, pikepdf.new() as made:
        for number in range(pages):
            made.pages.append(source.pages[number % len(source.pages)])
        made.save(long)
    return long


if __name__ == "__main__":
    main()
