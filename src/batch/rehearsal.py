"""What a run would do: for `--dry-run`, which writes nothing, and for `--plan`, which writes shards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..settings import Settings
from . import fingerprint, inventory, manifest, output, remote, tally
from .assignment import Assignment
from .drive import pending_shards
from .job import Work
from .ledger import Ledger
from .outcome import Retry
from .plan import Plan, Planner
from .store import Store

PLANNED = -1
"""Number of a run that is only planned."""


@dataclass(frozen=True, slots=True)
class Intention:
    """What would become of one input."""

    name: str
    action: str
    """"read", "export", "done" or "skip"; "fail" for what cannot be reached."""
    reason: str


ACTIONS = {"skipped": "skip", "failed": "fail"}


def rehearse(
    inputs: Sequence[Path | str], out: Path | str, settings: Settings, retry: Retry = Retry.NONE
) -> Iterator[Intention]:
    """What a run would do with each input, in the order of the names; nothing is written.

    Raises:
        InputError, UsageError: as `run` does.
    """
    ledger, _ = _planned(inputs, _store(out), settings, retry)
    reads_alike = fingerprint.take(settings).reads_alike
    try:
        for row in tally.rows(ledger, "run = ?", (PLANNED,)):
            if row["state"] != "done":
                yield Intention(row["name"], "export" if reads_alike(row["base"]) else "read", "")
            elif row["base"]:
                yield Intention(row["name"], "done", row["outcome"])
            else:
                yield Intention(row["name"], ACTIONS[row["outcome"]], row["reason"])
    finally:
        ledger.close()


def write_manifest(
    inputs: Sequence[Path | str], out: Path | str, settings: Settings, path: Path
) -> tuple[Plan, int]:
    """Write what is to be read as shards; the plan, and the number of shards.

    Raises:
        InputError, UsageError: as `run` does.
        OutputError: the manifest cannot be written.
    """
    to = _store(out)
    ledger, plan = _planned(inputs, to, settings, Retry.NONE)
    try:
        assignment = Assignment(Work(settings), to, fingerprint.take(settings))
        size = round(settings.batch.shard_mb * 1e6)
        shards = pending_shards(ledger, PLANNED, shard_bytes=size)
        return plan, manifest.write(path, assignment, shards)
    finally:
        ledger.close()


def _store(out: Path | str) -> Store:
    return output.at(remote.location(out))


def _planned(
    inputs: Sequence[Path | str], to: Store, settings: Settings, retry: Retry
) -> tuple[Ledger, Plan]:
    ledger = Ledger.copy(to.home)
    planner = Planner(ledger, to, fingerprint.take(settings), run=PLANNED, retry=retry)
    places = [remote.location(one) for one in inputs]
    return ledger, planner.book(inventory.find(places, to.place))
