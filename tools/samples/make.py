"""Makes the committed samples: the file, its true text and its true record."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from justera.schema.record import Record

from ..content.script_file import read_script
from ..layouts.catalogue import set_script
from ..layouts.invent import as_json
from ..layouts.truth import record
from ..paper import Layer, Paper, print_pdf, scan
from ..paper.layer import words_of
from ..paper.sheet import PlacedWord
from .plan import SOURCES, Sample


@dataclass(frozen=True)
class Made:
    """A sample and the truth about it."""

    sample: Sample
    data: bytes
    text: str
    record: Record

    def write(self, folder: Path) -> None:
        """Write `documents/<name>` and `truth/<stem>/text.txt` and `record.json` below the folder."""
        truth = folder / "truth" / self.sample.source
        truth.mkdir(parents=True, exist_ok=True)
        (folder / "documents").mkdir(exist_ok=True)
        (folder / "documents" / self.sample.name).write_bytes(self.data)
        (truth / "text.txt").write_text(self.text, "utf-8")
        (truth / "record.json").write_text(as_json(self.record), "utf-8")


def make(sample: Sample) -> Made:
    """Lay out, print and scan one sample; the same bytes every time, but for what Tesseract reads."""
    script = read_script(SOURCES / f"{sample.source}.toml", SOURCES / "authorities.toml")
    paper = set_script(script, sample.layout)
    data = _file(sample, paper)
    truth = record(script, sample.layout, paper, name=sample.name, data=data, origin=_origin(sample))
    return Made(sample, data, paper.text, truth)


def _file(sample: Sample, paper: Paper) -> bytes:
    if sample.quality is None:
        return print_pdf(paper, encoding_kind=sample.layer)
    scanned = scan(paper, sample.quality, seed=sample.seed, damage=sample.damage)
    match sample.form:
        case "tiff":
            return scanned.tiff(bilevel=True)
        case "png":
            return scanned.png(levels=8)
        case "jpg":
            return scanned.jpeg()
        case "txt":
            return "\f".join(_plain(words_of(page, sample.layer)) for page in scanned.pages).encode()
        case _:
            return scanned.pdf(sample.layer, seed=sample.seed)


def _plain(words: tuple[PlacedWord, ...]) -> str:
    """Words as a program that saves a PDF's text as plain text writes them: a line for each base line."""
    lines: list[list[str]] = []
    last: PlacedWord | None = None
    for word in words:
        if last is None or abs(word.y - last.y) > last.size / 2:
            if last is not None and word.y - last.y > 1.9 * last.size:
                lines.append([])
            lines.append([])
        lines[-1].append(word.text)
        last = word
    return "\n".join(" ".join(line) for line in lines) + "\n"


def _origin(sample: Sample) -> str:
    if sample.form == "txt":
        return "repaired_layer"
    if sample.quality is None or sample.form == "scan":
        return {"good": "text_layer", Layer.NONE: "ocr"}.get(sample.layer, "repaired_layer")
    return "ocr"
