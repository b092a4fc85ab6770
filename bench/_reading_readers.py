"""The readers that are compared: justera, Tesseract as a person runs it, OCRmyPDF."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench._reading_cases import Case

from justera import companions, normalize
from justera.ingest import open_source
from justera.ingest.engine import program, tesseract
from justera.ocr_mode import OcrMode
from justera.schema import Document
from justera.settings import LimitSettings, OcrSettings, RepairSettings

TESSERACTS = ("swe", "swe+eng", "Latin")
LONG = LimitSettings(page_seconds=600, document_seconds=3600)


@dataclass(frozen=True, slots=True)
class Seen:
    """What a reader made of a case, and what it took."""

    text: str
    document: Document | None
    """Of justera, which says what it is not sure of."""
    processor: float
    """Seconds of processor time, children included."""
    wall: float


Reader = Callable[[Case], tuple[str, Document | None]]


def run(reader: Reader, case: Case) -> Seen:
    """Read, and measure."""
    before, begun = processor(), time.monotonic()
    text, document = reader(case)
    return Seen(text, document, processor() - before, time.monotonic() - begun)


def processor() -> float:
    """Seconds of processor time of this process, of its children that have ended, and of those it keeps."""
    return sum(os.times()[:4]) + sum(map(_of_kept, companions.kept()))


def _of_kept(process: int) -> float:
    """A child's time counts with its parent's only when it ends (utime and stime of proc(5))."""
    fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def readers(names: list[str]) -> dict[str, Reader]:
    """Those of the named that are installed."""
    chosen: dict[str, Reader] = {}
    for name in names:
        if name == "justera":
            chosen[name] = with_justera
        elif name != "ocrmypdf":
            chosen[name] = with_tesseract(name)
        elif shutil.which("ocrmypdf"):
            chosen[name] = with_ocrmypdf
        else:
            print("ocrmypdf is not installed and takes no part")
    return chosen


def with_justera(case: Case) -> tuple[str, Document | None]:
    """Images: the whole of ingest. Layers: with the repair of Swedish, as without it nothing is finished."""
    mode = OcrMode.AUTO if case.has_layer else OcrMode.FORCE
    settings = OcrSettings(pages=",".join(map(str, case.pages)), mode=mode)
    with open_source(case.path, settings, LONG, name=case.name) as source:
        document = source.read()
        if case.has_layer:
            repaired = normalize.repair(document, RepairSettings())
            again = source.reread(repaired.doubtful_lines)
            document = normalize.reconcile(repaired, again, RepairSettings()).document
    return document.text, document


def with_tesseract(model: str) -> Reader:
    """Tesseract as a person runs it: the program, the page, one model, nothing else."""

    def read(case: Case) -> tuple[str, Document | None]:
        texts = []
        arguments = [tesseract.command(), "-l", tesseract.model(model), "--dpi", str(case.dpi), "tsv"]
        with open_source(case.path, OcrSettings(), LONG, name=case.name) as source:
            for page in case.pages:
                image = source.image(page, case.dpi)
                if image is not None:
                    table = program.read([image.convert("L")], arguments, seconds=600)
                    rows = [row.split("\t") for row in table.split("\n")]
                    texts.append(" ".join(row[11] for row in rows if len(row) == 12 and row[0] == "5"))
        return "\f".join(texts), None

    return read


def with_ocrmypdf(case: Case) -> tuple[str, Document | None]:
    """OCRmyPDF with the Swedish model, text taken from its sidecar; a layer is done again."""
    with tempfile.TemporaryDirectory() as folder:
        sidecar, out = Path(folder) / "text.txt", Path(folder) / "out.pdf"
        how = "--redo-ocr" if case.has_layer else "--force-ocr"
        command = ["ocrmypdf", how, "-l", "swe", "--jobs", "1", "--output-type", "pdf", "--optimize", "0"]
        pages = ["--pages", ",".join(map(str, case.pages)), "--sidecar", str(sidecar)]
        subprocess.run(
            [*command, *pages, str(case.path), str(out)], check=True, capture_output=True, timeout=900
        )
        texts = sidecar.read_text("utf-8").split("\f")
        return "\f".join(text for text in texts if "[OCR skipped on page" not in text), None
