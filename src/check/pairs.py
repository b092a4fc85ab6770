"""Which predicted document belongs to which truth: by path, with or without the endings that truths have.

A truth that nothing was predicted for is not left out: it counts as an empty prediction.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ..errors import MissingInput
from ..export.record_json import FILE as RECORD
from ..export.text import FILE as TEXT
from ..media import SUFFIXES
from ..schema.load import load
from ..schema.record import Record

ENDINGS = (".record.json", ".truth.json", ".truth.txt", ".text.txt", ".json", *sorted(SUFFIXES))
"""Endings that a name may have on one side only; the first that fits is taken off, twice at most."""

HANDWRITING = "[handskrift]"
"""A line of a truth that stands for handwriting, which is not compared."""


@dataclass(frozen=True, slots=True)
class Side:
    """What is known of a document on one side."""

    text: Path | None = None
    record: Path | None = None

    def read_text(self) -> str | None:
        """The text, lines that stand for handwriting left out; None where there is no text."""
        if self.text is None:
            return None
        lines = self.text.read_text(encoding="utf-8", errors="replace").split("\n")
        return "\n".join(line for line in lines if line.strip("\f ") != HANDWRITING)

    def read_record(self) -> Record | None:
        """The record.

        Raises:
            RecordError: it does not follow the schema.
        """
        return load(self.record) if self.record else None


@dataclass(frozen=True, slots=True)
class Pair:
    """One document on both sides."""

    name: str
    predicted: Side
    true: Side


def pairs(predicted: Path, truth: Path) -> list[Pair]:
    """Every truth with its prediction, by name.

    Raises:
        MissingInput: there is nothing at a path, or no truth in it.
    """
    if truth.is_file():
        return [Pair(truth.name, _one(predicted), _one(truth))]
    true, found = _sides(truth), _sides(predicted)
    if not true:
        raise MissingInput(f"{truth} holds neither records nor texts")
    return [Pair(name, found.get(name, Side()), side) for name, side in sorted(true.items())]


def _one(path: Path) -> Side:
    """A single file, or the folder of a single document."""
    if path.is_file():
        return Side(record=path) if path.suffix == ".json" else Side(text=path)
    sides = list(_sides(path).values())
    if len(sides) != 1:
        raise MissingInput(f"{path} does not hold just one document")
    return sides[0]


def _sides(folder: Path) -> dict[str, Side]:
    if not folder.is_dir():
        raise MissingInput(f"there is nothing at {folder}")
    sides: dict[str, Side] = {}
    for name, field, path in _files(folder):
        sides[name] = replace(sides.get(name, Side()), **{field: path})
    return sides


def _files(folder: Path) -> Iterator[tuple[str, str, Path]]:
    """Name of the document, "text" or "record", and the file."""
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder)
        hidden = any(part.startswith(".") for part in relative.parts)
        if hidden or path.suffix not in (".json", ".txt") or not path.is_file():
            continue  # a folder may be named so: that of a text that could not be read
        in_document = path.name in (RECORD, TEXT) and relative.parent != Path()
        if in_document or _is_alone(path):
            name = relative.parent if in_document else relative
            yield bare(name.as_posix()), "record" if path.suffix == ".json" else "text", path


def _is_alone(path: Path) -> bool:
    """True for a file that is a truth of its own, not one of a document's or a run's files."""
    return path.name not in ("run.json", "outcome.json", RECORD) and not (path.parent / RECORD).is_file()


def bare(name: str) -> str:
    """A document's name without the endings that one side may have."""
    for _ in range(2):
        name = next((name.removesuffix(end) for end in ENDINGS if name.lower().endswith(end)), name)
    return name
