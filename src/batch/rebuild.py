"""The books made again from the outputs, when the ledger is lost or broken."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator
from pathlib import Path

from . import names, publish
from .inventory import STATE_FOLDER
from .ledger import FILE, Ledger
from .outcome import Outcome, Result
from .report import DOCUMENTS_FILE


def rebuild(out: Path) -> Ledger:
    """New books from every published folder and the table of inputs.

    Where files were read from is not known any more: the next run finds that out by itself.

    Raises:
        OutputError: the folder cannot be written.
    """
    for suffix in ("", "-wal", "-shm"):
        (out / STATE_FOLDER / f"{FILE}{suffix}").unlink(missing_ok=True)
    ledger = Ledger.open(out)
    ledger.begin()
    for result, original, stamp in (*_published(out), *_listed(out)):
        _enter(ledger, result, original, stamp)
    ledger.commit()
    return ledger


def _enter(ledger: Ledger, result: Result, original: str, stamp: str) -> None:
    folded = names.folded(result.name)
    ledger.enter(result.name, folded, original, None)
    row = ledger.by_folded(folded)
    assert row is not None
    ledger.finish(0, "", [(row.id, result, stamp)])


def _published(out: Path) -> Iterator[tuple[Result, str, str]]:
    for folder in sorted(_folders(out)):
        name = folder.relative_to(out).as_posix()
        manifest = publish.manifest(out, name)
        if manifest is not None:
            result = Result.from_json(manifest | {"name": name, "attempts": 0})
            yield result, manifest.get("original", ""), publish.stamp(out, name)


def _folders(out: Path) -> Iterator[Path]:
    for folder, below, files in os.walk(out):
        below[:] = [name for name in below if not name.startswith(".")]
        if publish.MANIFEST in files:
            yield Path(folder)


def _listed(out: Path) -> Iterator[tuple[Result, str, str]]:
    """What no folder tells: inputs that are no documents, and those that could not be published."""
    path = out / DOCUMENTS_FILE
    if not path.exists():
        return
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            if not (out / row["name"] / publish.MANIFEST).exists():
                result = Result(row["name"], Outcome(row["outcome"]), row["reason"], row["next_step"])
                yield result, row["original"], ""
