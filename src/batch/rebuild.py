"""The books made again from the outputs, when the ledger is lost or broken."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from . import names
from .inventory import STATE_FOLDER
from .ledger import FILE, Ledger
from .outcome import Outcome, Result
from .report import DOCUMENTS_FILE
from .store import Store


def rebuild(store: Store) -> Ledger:
    """New books from every published folder and the table of inputs.

    Where files were read from is not known any more: the next run finds that out by itself.

    Raises:
        OutputError: the folder cannot be written.
    """
    for suffix in ("", "-wal", "-shm"):
        (store.home / STATE_FOLDER / f"{FILE}{suffix}").unlink(missing_ok=True)
    ledger = Ledger.open(store.home)
    ledger.begin()
    for result, original, stamp in _published(store):
        _enter(ledger, result, original, stamp)
    for result, original in _listed(store):
        if ledger.by_folded(names.folded(result.name)) is None:
            _enter(ledger, result, original, "")
    ledger.commit()
    return ledger


def _enter(ledger: Ledger, result: Result, original: str, stamp: str) -> None:
    folded = names.folded(result.name)
    ledger.enter(result.name, folded, original, None)
    row = ledger.by_folded(folded)
    assert row is not None
    ledger.finish(0, "", [(row.id, result, stamp)])


def _published(store: Store) -> Iterator[tuple[Result, str, str]]:
    for name in store.names():
        manifest = store.manifest(name)
        if manifest is not None:
            result = Result.from_json(manifest | {"name": name, "attempts": 0})
            yield result, manifest.get("original", ""), store.stamp(name)


def _listed(store: Store) -> Iterator[tuple[Result, str]]:
    """What no folder tells: inputs that are no documents, and those that could not be published."""
    path = store.at_hand(DOCUMENTS_FILE)
    if path is None:
        return
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            yield (
                Result(row["name"], Outcome(row["outcome"]), row["reason"], row["next_step"]),
                row["original"],
            )
