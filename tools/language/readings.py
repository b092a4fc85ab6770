"""Count confusions anew: `python -m tools.language.readings MODEL TABLE [PAGES]`.

Prints and scans texts that the language model learnt from, reads them with a Tesseract model (`eng`,
`Latin`), and writes what became of each letter. About two seconds a page. `noise.tsv` is the sum of 180 such
pages and of an earlier count on a simpler printer: together they read held-out poor scans better than either.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path

from justera.ingest.engine import tesseract
from tools.paper import print_text, scan

from . import confusions, sources

ROOT = Path(__file__).parents[2]

CASES = [
    (look, quality) for look in ("serif", "sans", "typewriter") for quality in ("clean", "office", "poor")
]

PAGES = 120

LENGTH = 2_200
"""Characters of a page."""

DOCUMENTED = {"eng": confusions.DOCUMENTED, "Latin": confusions.DOCUMENTED_SWEDISH}


def pairs(model: str, pages: int) -> Iterator[tuple[str, str]]:
    """Truth and reading of printed pages."""
    generator = random.Random(1)
    texts = [text.text for text in sources.training_texts(ROOT.parent / "shared")]
    reader = tesseract.Reader(model)
    for number in range(pages):
        look, quality = CASES[number % len(CASES)]
        text = generator.choice(texts)
        start = generator.randrange(max(1, len(text) - LENGTH))
        scanned = scan(print_text(text[start : start + LENGTH], look=look), quality, seed=number)
        page = scanned.pages[0]
        (table,) = tesseract.read([page.image.convert("L")], reader, dpi=page.dpi, seconds=600)
        rows = [row.split("\t") for row in table.split("\n")]
        yield page.text, " ".join(row[11] for row in rows if len(row) == 12 and row[0] == "5")


def main(model: str, target: Path, pages: int = PAGES) -> None:
    """Count and write."""
    found = confusions.learn(pairs(model, pages), DOCUMENTED.get(model, ()))
    target.write_text("# printed, read, count\n" + "\n".join(found.rows()) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else PAGES)
