"""How well and how fast pages are read: justera beside each Tesseract setting and OCRmyPDF.

Invented documents with their truth, scanned clean, office and poor, in serif, sans and typewriting, in
layouts that nothing was tuned on where there are some; the real scans of the shared data where they lie
beside the checkout. Every reader gets the same pages; Tesseract alone gets the scan as it is, as a person
would run it.
OCRmyPDF takes part where the command is installed (a virtual environment of its own will do).

python bench/reading.py [--pages 1] [--each 1] [--readers justera,swe,swe+eng,Latin,ocrmypdf] [--worst 5]
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from rapidfuzz.fuzz import ratio
from tools.layouts.invent import invent

from justera.check.measures import TextCounts, compare, fold, numbers
from justera.ingest import open_source, tesseract
from justera.ocr_mode import OcrMode
from justera.schema import Document
from justera.settings import LimitSettings, OcrSettings

WORK = Path(__file__).resolve().parent / "work"
REAL = Path(__file__).resolve().parent.parent.parent / "shared" / "real"
FIRST_SEED = 8300
"""Seeds that no room used while it was built begin here."""

TESSERACTS = ("swe", "swe+eng", "Latin")
DPI = {"clean": 300, "office": 300, "poor": 200}

CASES = (
    ("protokoll", None, True),
    ("protokoll", "typewritten", False),
    ("protokoll", "classic", False),
    ("tjansteskrivelse", None, True),
    ("protokollsutdrag", "excerpt", False),
)
"""Kind, layout (by dice where None), held out."""

REAL_SCANS = (
    ("arsstamma-2022-scan-300dpi.pdf", "arsstamma-2022-scan-300dpi.truth.txt", (1, 2, 3)),
    ("proposition-1991-scan.pdf", "proposition-1991-scan.truth.txt", (1, 2)),
    ("arsredovisning-2011-kopiator-ocr.pdf", "arsredovisning-2011-kopiator-ocr.pages-2-3.truth.txt", (2, 3)),
)

_HANDWRITING = re.compile(r"(?m)^\[handskrift\]\n?")
_LEADER = re.compile(r"\.{4,}")


@dataclass(frozen=True, slots=True)
class Case:
    """A document and its true pages."""

    name: str
    group: str
    path: Path
    truth: str
    pages: tuple[int, ...]
    dpi: int


@dataclass(slots=True)
class Result:
    """What one reader made of the documents of a group."""

    text: TextCounts = field(default_factory=TextCounts)
    flagged: int = 0
    wrong: int = 0
    """Numbers that are wrong and not flagged."""
    right: int = 0
    seconds: float = 0.0
    pages: int = 0

    def add(self, other: Result) -> None:
        """Count another document in."""
        self.text += other.text
        self.flagged += other.flagged
        self.wrong += other.wrong
        self.right += other.right
        self.seconds += other.seconds
        self.pages += other.pages

    def row(self) -> str:
        """The figures of a line of the table."""
        figures = self.text.figures()
        rate = self.pages / self.seconds if self.seconds else 0.0
        return (
            f"{figures['CER']:7.2%} {figures['WER']:7.2%} {figures['aao_recall']:7.1%} {self.right:6} "
            f"{self.wrong:6} {self.flagged:7} {rate:7.2f}"
        )


def cases(folder: Path, each: int, pages: int) -> Iterator[Case]:
    """The documents, written to the folder one at a time."""
    for quality, dpi in DPI.items():
        for kind, layout, held_out in CASES:
            for number in range(each):
                seed = FIRST_SEED + number
                made = invent(seed, kind=kind, layout=layout, quality=quality, held_out=held_out)
                name = f"{quality}-{made.name}"
                path = folder / name
                path.write_bytes(made.data)
                texts = made.text.split("\f")[:pages]
                group = f"{quality} typewritten" if layout == "typewritten" else quality
                yield Case(name, group, path, "\f".join(texts), tuple(range(1, len(texts) + 1)), dpi)


def real_cases() -> Iterator[Case]:
    """The real scans; none where the shared data is not there."""
    for name, truth, pages in REAL_SCANS:
        if (REAL / name).exists():
            text = _HANDWRITING.sub("", (REAL / truth).read_text("utf-8"))
            yield Case(name, f"real {name[:12]}", REAL / name, text, pages, 300)


def read_with_justera(case: Case) -> tuple[str, Document | None]:
    """The whole of ingest."""
    settings = OcrSettings(pages=",".join(map(str, case.pages)), mode=OcrMode.FORCE)
    with open_source(case.path, settings, LimitSettings(page_seconds=600), name=case.name) as source:
        document = source.read()
    return document.text, document


def tesseract_reader(model: str) -> Callable[[Case], tuple[str, Document | None]]:
    """Tesseract as a person runs it: the page, one model, nothing else."""

    def read(case: Case) -> tuple[str, Document | None]:
        with open_source(case.path, OcrSettings(), LimitSettings(), name=case.name) as source:
            images = [source.image(page, case.dpi) for page in case.pages]
        texts = []
        for image in images:
            reader = tesseract.Reader(model)
            (table,) = (
                tesseract.read([image.convert("L")], reader, dpi=case.dpi, seconds=600) if image else ("",)
            )
            rows = [row.split("\t") for row in table.split("\n")]
            texts.append(" ".join(row[11] for row in rows if len(row) == 12 and row[0] == "5"))
        return "\f".join(texts), None

    return read


def read_with_ocrmypdf(case: Case) -> tuple[str, Document | None]:
    """OCRmyPDF with the Swedish model, text taken from its sidecar."""
    with tempfile.TemporaryDirectory() as folder:
        sidecar = Path(folder) / "text.txt"
        command = ["ocrmypdf", "--force-ocr", "-l", "swe", "--jobs", "1", "--output-type", "pdf"]
        pages = ",".join(map(str, case.pages))
        command += [
            "--pages",
            pages,
            "--sidecar",
            str(sidecar),
            str(case.path),
            str(Path(folder) / "out.pdf"),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=900)
        return sidecar.read_text("utf-8"), None


def measure(case: Case, text: str, document: Document | None, seconds: float) -> Result:
    """Text and numbers against the truth; runs of dots are one leader for every reader."""
    counts = compare(_LEADER.sub("....", text), _LEADER.sub("....", case.truth))
    left = numbers(fold(_LEADER.sub("....", case.truth)).split())
    words = (
        [(word.text, bool(word.doubt)) for page in document.pages for word in page.words]
        if document
        else [(word, False) for word in text.split()]
    )
    right = wrong = flagged = 0
    for word, doubt in sorted(words, key=lambda pair: pair[1]):
        for token in _tokens(word):
            hit = left[token] > 0
            left[token] -= hit
            flagged += doubt
            right += hit and not doubt
            wrong += not hit and not doubt
    return Result(counts, flagged, wrong, right, seconds, len(case.pages))


def _tokens(word: str) -> Counter[str]:
    return numbers(fold(word).split())


def worst_lines(case: Case, document: Document, most: int) -> list[tuple[float, str, str]]:
    """Lines furthest from the truth: how alike, what was read, the nearest true line."""
    true = [line for line in case.truth.replace("\f", "\n").split("\n") if line.strip()]
    found = []
    for page in document.pages:
        for line in page.lines:
            nearest = max(true, key=lambda one: ratio(one, line.text), default="")
            found.append((ratio(nearest, line.text), line.text, nearest))
    return sorted(found)[:most]


def main() -> None:
    """Read everything with everything, print the table, write the figures."""
    arguments = _arguments()
    readers = _readers(arguments.readers.split(","))
    results: dict[tuple[str, str], Result] = {}
    worst: list[tuple[float, str, str]] = []
    digest = hashlib.sha256()
    with tempfile.TemporaryDirectory() as folder:
        for case in (*cases(Path(folder), arguments.each, arguments.pages), *real_cases()):
            if not case.group.startswith("real"):
                digest.update(case.path.read_bytes())
            for name, read in readers.items():
                begun = time.monotonic()
                text, document = read(case)
                result = measure(case, text, document, time.monotonic() - begun)
                results.setdefault((case.group, name), Result()).add(result)
                print(f"{case.name[:44]:44} {name:9} {result.row()}", flush=True)
                if document is not None:
                    worst += worst_lines(case, document, arguments.worst)
    _report(results, worst, arguments.worst)
    figures = dict(_figures(results))
    WORK.mkdir(exist_ok=True)
    (WORK / "reading.json").write_text(
        json.dumps({"digest": digest.hexdigest(), "figures": figures}, indent=1)
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pages", type=int, default=1, help="pages of each invented document")
    parser.add_argument("--each", type=int, default=1, help="documents of each kind and quality")
    parser.add_argument("--readers", default=",".join(("justera", *TESSERACTS, "ocrmypdf")))
    parser.add_argument("--worst", type=int, default=5, help="worst lines to show")
    return parser.parse_args()


def _readers(names: list[str]) -> dict[str, Callable[[Case], tuple[str, Document | None]]]:
    chosen: dict[str, Callable[[Case], tuple[str, Document | None]]] = {}
    for name in names:
        if name == "justera":
            chosen[name] = read_with_justera
        elif name != "ocrmypdf":
            chosen[name] = tesseract_reader(name)
        elif shutil.which("ocrmypdf"):
            chosen[name] = read_with_ocrmypdf
        else:
            print("ocrmypdf is not installed and takes no part")
    return chosen


def _report(results: dict[tuple[str, str], Result], worst: list[tuple[float, str, str]], most: int) -> None:
    heads = ("CER", "WER", "å ä ö", "right", "wrong", "flagged", "pages/s")
    widths = (7, 7, 7, 6, 6, 7, 7)
    titles = " ".join(f"{head:>{width}}" for head, width in zip(heads, widths, strict=True))
    print(f"\n{'pages':24} {'reader':9} {titles}")
    for (group, name), result in results.items():
        print(f"{group:24} {name:9} {result.row()}")
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"most memory: {own:.0f} MB, and {child:.0f} MB in Tesseract")
    print("\nWorst lines (likeness, read, nearest true line):")
    for likeness, read, true in sorted(worst)[:most]:
        print(f"{likeness:5.1f}  {read!r}\n       {true!r}")


def _figures(results: dict[tuple[str, str], Result]) -> Iterator[tuple[str, float]]:
    for (group, name), result in results.items():
        if name != "justera":
            continue
        place = re.sub(r"\W+", "_", group)
        total = max(1, result.right + result.wrong + result.flagged)
        yield f"{place}_cer", round(result.text.cer, 5)
        yield f"{place}_numbers_wrong_unflagged_errors", float(result.wrong)
        yield f"{place}_numbers_flagged_errors", round(result.flagged / total, 4)


if __name__ == "__main__":
    main()
