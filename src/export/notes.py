"""`notes.json`: what fell short when a document's files were written, for whoever looks later."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from .files import write_text

FILE = "notes.json"


def load(folder: Path) -> dict[str, str]:
    """Format to note; empty where nothing fell short."""
    try:
        found = json.loads((folder / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(name): str(text) for name, text in found.items()} if isinstance(found, dict) else {}


def keep(folder: Path, written: Iterable[str], notes: Mapping[str, str]) -> None:
    """Replace the notes of the formats that were written; without any note there is no file."""
    done = set(written)
    kept = {name: text for name, text in load(folder).items() if name not in done} | dict(notes)
    if kept:
        write_text(folder / FILE, json.dumps(kept, ensure_ascii=False, indent=2, sort_keys=True) + "\n")
    elif (folder / FILE).exists():
        (folder / FILE).unlink()
