"""Documents written by hand in the shapes of real houses: HTML and its true record, printed and scanned.

`NAME.html` is what the house prints, `NAME.json` its true record without source and quality.
`python -m tools.houses [FOLDER]` prints every page anew with Chromium and says where a truth is no record
or names what is not printed.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

import pdfplumber
import pypdfium2
from rapidfuzz.fuzz import partial_ratio

from justera.check.measures import fold
from justera.schema import Record
from tools.paper import QUALITIES, Scan, Sheet
from tools.paper.scanner import scan_page

FOLDER = Path(__file__).resolve().parent.parent / "samples" / "houses"
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
PRINTED = 90.0
"""Least likeness, 0 to 100, of a true value to some part of the page."""


@dataclass(frozen=True, slots=True)
class House:
    """One document."""

    pdf: Path
    truth: Record

    @property
    def name(self) -> str:
        """Without its folder and suffix."""
        return self.pdf.stem

    @property
    def text(self) -> str:
        """What is printed, as the layer of the print says it; pages separated by form feeds."""
        with pdfplumber.open(self.pdf) as document:
            return "\f".join(page.extract_text() for page in document.pages)

    def scan(self, quality: str, *, seed: int = 0) -> bytes:
        """A PDF of the pages scanned, without a text layer."""
        chosen = QUALITIES[quality]
        document = pypdfium2.PdfDocument(self.pdf)
        try:
            pages = [
                scan_page(
                    Sheet(width=page.get_width(), height=page.get_height()),
                    page.render(scale=chosen.dpi / 72, grayscale=True).to_pil().convert("L"),
                    chosen,
                    seed=seed,
                    number=number,
                )
                for number, page in enumerate(document, 1)
            ]
        finally:
            document.close()
        return Scan(tuple(pages)).pdf("none")


def houses(folder: Path = FOLDER, names: Collection[str] = ()) -> Iterator[House]:
    """Every printed document, or those of some names, with the truth beside it, by name."""
    for pdf in sorted(folder.glob("*.pdf")):
        if not names or pdf.stem in names:
            yield House(pdf, truth(pdf.with_suffix(".json")))


def truth(file: Path) -> Record:
    """The true record; of source and quality it knows nothing. A decision that parts no points is one.

    Raises:
        pydantic.ValidationError: it is no record.
    """
    said = json.loads(file.read_text("utf-8"))
    said |= {
        "source": {
            "name": f"{file.stem}.pdf",
            "sha256": "0" * 64,
            "pages": 1,
            "media_type": "application/pdf",
        },
        "quality": {"grade": "god", "pages": []},
    }
    for item in said.get("items", []):
        item.setdefault("title", None)
        for decision in item.get("decisions", []):
            decision["points"] = decision.get("points") or [
                {"label": None, "text": decision["text"], "outcome": decision["outcome"]}
            ]
    return Record.model_validate(said)


def print_html(html: Path) -> None:
    """Print a page of HTML to the PDF beside it, the same bytes for the same Chromium.

    Raises:
        FileNotFoundError: there is no Chromium.
    """
    chromium = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if chromium is None:
        raise FileNotFoundError("Chromium prints the houses; on Debian: apt-get install chromium")
    pdf = html.with_suffix(".pdf")
    with tempfile.TemporaryDirectory() as profile:
        command = [
            chromium, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
            "--disable-background-networking", f"--user-data-dir={profile}",
            f"--print-to-pdf={pdf}", html.resolve().as_uri(),
        ]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True, timeout=120)
    pdf.write_bytes(re.sub(rb"/(CreationDate|ModDate) \(D:[^)]*\)", _no_date, pdf.read_bytes()))


def _no_date(date: re.Match[bytes]) -> bytes:
    """The date of the same length, so that no offset moves."""
    return re.sub(rb"\d", b"0", date[0])


def not_printed(house: House) -> Iterator[str]:
    """True names and texts that no page prints: slips of whoever wrote the truth."""
    page = _letters(house.text)
    words = set(map(_letters, house.text.split()))
    for pointer, value in _texts(house.truth.model_dump(mode="json")):
        wanted = _letters(value)
        apart = words.issuperset(map(_letters, value.split()))  # columns side by side part what they wrap
        if wanted and wanted not in page and not apart and partial_ratio(wanted, page) < PRINTED:
            yield f"{pointer}: {value[:70]!r}"


SAID_IN_CODES = {"kind", "role", "level", "status", "outcome", "vote", "date", "adjusted_on", "posted_on",
                 "removed_on", "schema_version", "media_type", "sha256", "grade", "code"}  # fmt: skip


def _texts(value: object, pointer: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a record that a page must print, with its place."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in SAID_IN_CODES and pointer + key not in ("source", "quality"):
                yield from _texts(inner, f"{pointer}/{key}" if pointer else f"/{key}")
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _texts(inner, f"{pointer}/{index}")
    elif isinstance(value, str):
        yield pointer, value


def _letters(text: str) -> str:
    return "".join(sign for sign in fold(text).casefold() if sign.isalnum())


def main(arguments: list[str]) -> int:
    """Print all, say what is wrong with their truths; 1 where something is."""
    folder = Path(arguments[0]) if arguments else FOLDER
    faults = 0
    for html in sorted(folder.glob("*.html")):
        print_html(html)
    for pdf in sorted(folder.glob("*.pdf")):
        try:
            house = House(pdf, truth(pdf.with_suffix(".json")))
        except (OSError, ValueError) as wrong:
            faults += 1
            print(f"{pdf.stem}: {wrong}")
            continue
        for fault in not_printed(house):
            faults += 1
            print(f"{house.name}: not printed: {fault}")
    print(f"{len(list(folder.glob('*.pdf')))} documents in {folder}, {faults} doubts")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
