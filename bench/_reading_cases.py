"""The pages of the benchmark of reading: invented ones in all qualities, English layers, the real scans."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.layouts.invent import invent

REAL = Path(__file__).resolve().parent.parent.parent / "shared" / "real"
FIRST_SEED = 8300
"""Seeds that no room used while it was built begin here."""

DPI = {"clean": 300, "office": 300, "poor": 200}

KINDS = (
    ("protokoll", None, True),
    ("protokoll", "typewritten", False),
    ("protokoll", "classic", False),
    ("tjansteskrivelse", None, True),
    ("protokollsutdrag", "excerpt", False),
)
"""Kind, layout (by dice where None), held out."""

QUICK = KINDS[:2]

LAYERS = (("protokoll", None, True), ("protokoll", "classic", False), ("tjansteskrivelse", None, True))
"""Of the documents with a text layer by an English reader."""

REAL_SCANS = (
    ("arsstamma-2022-scan-300dpi.pdf", "arsstamma-2022-scan-300dpi.truth.txt", (1, 2, 3)),
    ("proposition-1991-scan.pdf", "proposition-1991-scan.truth.txt", (1, 2)),
    ("arsredovisning-2011-kopiator-ocr.pdf", "arsredovisning-2011-kopiator-ocr.pages-2-3.truth.txt", (2, 3)),
)

_HANDWRITING = re.compile(r"(?m)^\[handskrift\]\n?")


@dataclass(frozen=True, slots=True)
class Case:
    """A document and its true pages."""

    name: str
    group: str
    path: Path
    truth: str
    pages: tuple[int, ...]
    dpi: int
    has_layer: bool = False
    """An earlier reader's, to be judged; image pages are read from the image whatever else there is."""


def scans(folder: Path, *, each: int, pages: int, quick: bool) -> Iterator[Case]:
    """Invented documents without a layer, written to the folder one at a time."""
    for quality in DPI:
        for kind, layout, held_out in QUICK if quick else KINDS:
            for number in range(each):
                group = f"{quality} typewritten" if layout == "typewritten" else quality
                yield _invented(folder, (kind, layout, held_out), FIRST_SEED + number, quality, group, pages)


def layers(folder: Path, *, pages: int, quick: bool) -> Iterator[Case]:
    """Invented scans with the text layer of a reader that knows only English."""
    for quality in ("office",) if quick else ("clean", "office"):
        for number, kind in enumerate(LAYERS[:1] if quick else LAYERS):
            seed = FIRST_SEED + 50 + number
            yield _invented(folder, kind, seed, quality, f"{quality} layer", pages, layer="english")


def real() -> Iterator[Case]:
    """The real scans; none where the shared data is not there."""
    for name, truth, pages in REAL_SCANS:
        if (REAL / name).exists():
            text = _HANDWRITING.sub("", (REAL / truth).read_text("utf-8"))
            yield Case(name, f"real {name[:12]}", REAL / name, text, pages, 300)


def _invented(
    folder: Path,
    what: tuple[str, str | None, bool],
    seed: int,
    quality: str,
    group: str,
    pages: int,
    layer: str = "none",
) -> Case:
    kind, layout, held_out = what
    made = invent(seed, kind=kind, layout=layout, quality=quality, held_out=held_out, layer=layer)
    name = f"{quality}-{layer}-{made.name}"
    path = folder / name
    path.write_bytes(made.data)
    texts: Sequence[str] = made.text.split("\f")[:pages]
    numbers = tuple(range(1, len(texts) + 1))
    return Case(name, group, path, "\f".join(texts), numbers, DPI[quality], layer != "none")
