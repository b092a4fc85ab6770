"""`notes.json`: what fell short when a document's files were written, for whoever looks later."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path

from .files import write_text
from .remark import Remark

FILE = "notes.json"


def load(folder: Path) -> dict[str, Remark]:
    """Format to remark; empty where nothing fell short."""
    try:
        found = json.loads((folder / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    try:
        return {name: Remark(sv=told["sv"], en=told["en"]) for name, told in found.items()}
    except (AttributeError, KeyError, TypeError):
        return {}


def keep(folder: Path, written: Iterable[str], notes: Mapping[str, Remark]) -> None:
    """Replace the notes of the formats that were written; without any note there is no file."""
    done = set(written)
    kept = {name: text for name, text in load(folder).items() if name not in done} | dict(notes)
    if kept:
        told = {name: asdict(remark) for name, remark in kept.items()}
        write_text(folder / FILE, json.dumps(told, ensure_ascii=False, indent=2, sort_keys=True) + "\n")
    elif (folder / FILE).exists():
        (folder / FILE).unlink()
