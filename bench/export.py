"""What writing costs and whether it is right: seconds a page, growth of the PDF, words found, pixels changed.

The samples, and where the shared data lies beside the checkout its real documents, are read once, then
written in every format. The PDFs are compared with their sources: rendered pixel by pixel, and read by
three programs.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pdfplumber
import pikepdf
import pypdfium2

from justera import export, pipeline
from justera.schema import Reading
from justera.settings import Settings

HERE = Path(__file__).resolve().parent
SAMPLES = HERE.parent / "samples" / "documents"
REAL = HERE.parent.parent / "shared" / "real"
WORK = HERE / "work" / "export.json"

DPI = 150
"""Resolution at which PDFs are compared with their sources."""

MOST_PAGES = 4
"""Pages of a document that are compared; all are written."""

DOCUMENT_FORMATS = tuple(name for name, form in export.FORMATS.items() if form.document_writer)
RUN_FORMATS = tuple(name for name, form in export.FORMATS.items() if form.run_writer)


@dataclass
class Tally:
    """Sums over a corpus."""

    pages: int = 0
    seconds: Counter[str] = field(default_factory=Counter)
    scanned_bytes: int = 0
    pdf_bytes: int = 0
    words: int = 0
    lost: Counter[str] = field(default_factory=Counter)
    extra: Counter[str] = field(default_factory=Counter)
    pixels_changed: int = 0
    complaints: int = 0
    pdf_a: int = 0
    pdfs: int = 0
    unread: int = 0

    def figures(self) -> dict[str, float]:
        """The figures of the corpus."""
        pages = max(1, self.pages)
        return {
            "seconds_per_page": round(sum(self.seconds.values()) / pages, 4),
            "pdf_growth": round(self.pdf_bytes / max(1, self.scanned_bytes) - 1, 4),
            "pixels_changed_errors": self.pixels_changed,
            "qpdf_errors": self.complaints,
            "documents_lost": self.unread,
            "pdf_a_share": round(self.pdf_a / max(1, self.pdfs), 4),
            **{
                f"words_found_{reader}": round(1 - self.lost[reader] / max(1, self.words), 5)
                for reader in ("pdfium", "poppler", "pdfplumber")
                if reader in self.lost
            },
        }


def measure(paths: Sequence[Path], read: Callable[[Path], Reading]) -> Tally:
    """Read, write and check every document; seconds are of this process's own work."""
    tally = Tally()
    with tempfile.TemporaryDirectory() as name:
        out = Path(name)
        for path in paths:
            try:
                reading = read(path)
            except Exception as error:  # reading is not what is measured here
                print(f"left out: {path.name}: {error!r}")
                tally.unread += 1
                continue
            folder = out / path.name
            folder.mkdir()
            tally.pages += len(reading.document.pages)
            for form in DOCUMENT_FORMATS:
                began = time.process_time()
                export.export_document(reading, folder, path, [form])
                tally.seconds[form] += time.process_time() - began
            if (folder / "document.pdf").is_file():
                _check(tally, reading, path, folder / "document.pdf")
        for form in RUN_FORMATS:
            began = time.process_time()
            export.write_run(out, [form])
            tally.seconds[form] += time.process_time() - began
    return tally


def _read(path: Path) -> Reading:
    return pipeline.read_document(path, Settings())


def _check(tally: Tally, reading: Reading, source: Path, target: Path) -> None:
    tally.pdfs += 1
    with pikepdf.open(target) as pdf, pdf.open_metadata() as xmp:
        tally.pdf_a += "pdfaid:part" in xmp
    if any(page.dpi for page in reading.document.pages):
        tally.scanned_bytes += source.stat().st_size
        tally.pdf_bytes += target.stat().st_size
    if shutil.which("qpdf"):
        done = subprocess.run(["qpdf", "--check", target], capture_output=True, check=False)
        tally.complaints += done.returncode != 0
    if source.suffix.lower() == ".pdf":
        tally.pixels_changed += sum(map(_differs, _rendered(source), _rendered(target)))
    wanted = Counter(word.text for page in reading.document.pages[:MOST_PAGES] for word in page.words)
    tally.words += wanted.total()
    for reader, words in _readers(target):
        tally.lost[reader] += (wanted - words).total()
        tally.extra[reader] += (words - wanted).total()


def _rendered(path: Path) -> Iterator[np.ndarray]:
    with pypdfium2.PdfDocument(path) as pdf:
        for number in range(min(MOST_PAGES, len(pdf))):
            yield np.array(pdf[number].render(scale=DPI / 72).to_pil())


def _differs(one: np.ndarray, other: np.ndarray) -> int:
    return int(np.count_nonzero(one != other)) if one.shape == other.shape else one.size


def _readers(path: Path) -> Iterator[tuple[str, Counter[str]]]:
    """The words that each program finds."""
    with pypdfium2.PdfDocument(path) as pdf:
        pages = [pdf[number].get_textpage().get_text_range() for number in range(min(MOST_PAGES, len(pdf)))]
    # pdfium marks a hyphen at the end of a line with U+FFFE and joins the halves.
    yield "pdfium", Counter(" ".join(pages).replace("\ufffe", "- ").split())
    with pdfplumber.open(path) as pdf:
        texts = [
            word["text"] for page in pdf.pages[:MOST_PAGES] for word in page.extract_words(use_text_flow=True)
        ]
    yield "pdfplumber", Counter(texts)
    if shutil.which("pdftotext"):
        command = ["pdftotext", "-l", str(MOST_PAGES), path, "-"]
        shown = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
        yield "poppler", Counter(shown.split())


def main() -> None:
    """Print the table, write the figures."""
    paths = sorted(SAMPLES.iterdir())
    digest = hashlib.sha256(
        b"".join(hashlib.sha256(path.read_bytes()).digest() for path in paths)
    ).hexdigest()
    samples = measure(paths, _read)
    figures = samples.figures()
    print(f"{samples.pages} pages of samples, seconds a page:")
    for form, seconds in samples.seconds.items():
        print(f"  {form:16} {seconds / samples.pages:.4f}")
    if REAL.is_dir():
        real = measure(sorted(REAL.glob("*.pdf")), _read)
        figures |= {f"real_{name}": value for name, value in real.figures().items()}
    for name, value in figures.items():
        print(f"{name:32} {value}")
    WORK.parent.mkdir(exist_ok=True)
    WORK.write_text(json.dumps({"digest": digest, "figures": figures}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
