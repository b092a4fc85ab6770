"""What the model learns from: the texts and lists of the shared data beside the checkout.

Every fiftieth block of a corpus and ten of the minutes are held out, always: all figures of `bench/repair.py`
are measured on text that the shipped model has not seen.
"""

from __future__ import annotations

import csv
import json
import lzma
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CORPORA = ("sfs_lagtext", "interpellationer_1994-2024", "regeringen_g0vse")

BLOCK_LINES = 400
"""Lines in a block: long enough that a held-out block is of other matters than its neighbours."""

HELD_OUT_EVERY = 50
"""One block in so many is held out."""

MINUTES_WEIGHT = 3
"""Minutes are the nearest to what is repaired and small beside the corpora; each of their words counts
as three."""


LETTERS = Path(__file__).with_name("letters.txt")
"""What letters, notices and forms of minutes say, written for this model: the corpora have hardly any."""

LETTERS_WEIGHT = 6
"""Each sentence stands for many alike."""


USUAL_NAMES = Path(__file__).with_name("usual_names.txt")
"""Usual Swedish surnames, given names and places with å ä ö, and usual namesakes without, written for this
model: the corpora have those of members of parliament. A number behind one (`Ahlén=15`) is what it counts."""

USUAL_NAME = 40
"""What each of them counts, as though it stood so often in the texts: enough to be no name that lists lack
(`unlisted.SELDOM`)."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text with its weight."""

    source: str
    text: str
    weight: int = 1


def is_held_out_meeting(stem: str) -> bool:
    """True for the meetings that nothing may be learnt from ("ks-2024-08-28"): all after midsummer 2024."""
    return stem[3:] >= "2024-06-19"


def is_held_out_block(block: int) -> bool:
    """True for the blocks of a corpus that nothing may be learnt from."""
    return block % HELD_OUT_EVERY == 0


def corpus_blocks(folder: Path, name: str) -> Iterator[tuple[int, str]]:
    """The blocks of a corpus with their numbers, soft hyphens removed."""
    with lzma.open(folder / "corpus" / f"{name}.txt.xz", "rt", encoding="utf-8") as file:
        lines: list[str] = []
        for number, line in enumerate(file, start=1):
            lines.append(line)
            if number % BLOCK_LINES == 0:
                yield number // BLOCK_LINES - 1, _clean("".join(lines))
                lines.clear()


def meetings(folder: Path) -> Iterator[tuple[str, str]]:
    """Name and whole text of each meeting."""
    for path in sorted((folder / "minutes").glob("*.json")):
        items = json.loads(path.read_text(encoding="utf-8"))["items"]
        yield path.stem, _clean("\n\n".join(item["fulltext"] or "" for item in items))


def training_texts(folder: Path) -> Iterator[Text]:
    """All that the model may learn from."""
    for name in CORPORA:
        for block, text in corpus_blocks(folder, name):
            if not is_held_out_block(block):
                yield Text(name, text)
    for stem, text in meetings(folder):
        if not is_held_out_meeting(stem):
            yield Text("minutes", text, MINUTES_WEIGHT)
    yield Text("letters", LETTERS.read_text(encoding="utf-8"), LETTERS_WEIGHT)


def given_names(folder: Path) -> dict[str, int]:
    """Given names with their number of bearers."""
    return _counted(folder / "names" / "given.tsv")


def surnames(folder: Path) -> dict[str, int]:
    """Surnames with their number of bearers."""
    return _counted(folder / "names" / "surnames.tsv")


def usual_names() -> dict[str, int]:
    """Usual names with what each counts."""
    entries = [entry.partition("=") for entry in USUAL_NAMES.read_text(encoding="utf-8").split()]
    return {name: int(count or USUAL_NAME) for name, _, count in entries}


def places(folder: Path) -> list[str]:
    """Localities and municipalities."""
    names = folder / "names"
    with (names / "localities.csv").open(encoding="utf-8", newline="") as file:
        localities = [row["Tätort"] for row in csv.DictReader(file)]
    municipalities = json.loads((names / "kommuner.json").read_text(encoding="utf-8"))["kommuner"]
    return [*localities, *(entry[key] for entry in municipalities for key in ("namn", "kortnamn", "lan"))]


def agencies(folder: Path) -> list[str]:
    """State agencies."""
    return (folder / "names" / "agencies.txt").read_text(encoding="utf-8").splitlines()


def reader_words(model: Path) -> list[str]:
    """The word list in a Tesseract model (Apache-2.0), by Tesseract's own tools; empty without them."""
    with tempfile.TemporaryDirectory() as folder:
        stem = f"{folder}/model."
        unpacked = subprocess.run(
            ["combine_tessdata", "-u", str(model), stem], capture_output=True, check=False
        )
        if unpacked.returncode != 0:
            return []
        words = Path(folder) / "words.txt"
        command = ["dawg2wordlist", f"{stem}lstm-unicharset", f"{stem}lstm-word-dawg", str(words)]
        subprocess.run(command, capture_output=True, check=True)
        return words.read_text(encoding="utf-8").splitlines()


def _counted(path: Path) -> dict[str, int]:
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line)
    return {name: int(count) for name, count in rows}


def _clean(text: str) -> str:
    return text.replace("\u00ad", "").replace("\f", "\n")
