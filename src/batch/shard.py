"""Some documents of a run as one task: the unit that engines move about, and `justera run-shard` reads."""

from __future__ import annotations

from dataclasses import dataclass

from ..errors import JusteraError
from . import source, unit
from .assignment import Assignment
from .outcome import FAULTS, Result
from .slots import Slots
from .unit import Cancelled, Spec


@dataclass(frozen=True, slots=True)
class Shard:
    """Documents to read one after the other."""

    specs: tuple[Spec, ...]
    ids: tuple[int, ...] = ()
    """Their lines in the ledger, in the same order."""


@dataclass(frozen=True, slots=True)
class Report:
    """What became of a shard, small enough for any wire."""

    results: tuple[tuple[Result, str], ...]
    """Result and stamp of the documents that were read, a leading part of the shard's."""
    problem: JusteraError | None = None
    """Why the run must stop."""
    cancelled: bool = False


def run(assignment: Assignment, work: Shard, slots: Slots, *, skip_done: bool = False) -> Report:
    """Read the documents of a shard.

    Args:
        assignment: of the run.
        work: the documents.
        slots: of this process.
        skip_done: leave out what is published already; for shards that are begun again.
    """
    results: list[tuple[Result, str]] = []
    try:
        for spec in work.specs:
            done = _published(spec, assignment) if skip_done else None
            results.append(done or unit.process(spec, assignment, slots))
    except Cancelled:
        return Report(tuple(results), cancelled=True)
    except JusteraError as error:
        return Report(tuple(results), problem=error)
    return Report(tuple(results))


def _published(spec: Spec, assignment: Assignment) -> tuple[Result, str] | None:
    """The result that an earlier attempt at the shard left, if it is of the same content and fingerprint."""
    store = assignment.store
    manifest = store.manifest(spec.name)
    if manifest is None or manifest["outcome"] in FAULTS:
        return None
    if assignment.fingerprint.lacking(manifest.get("formats", ())):
        return None
    key = assignment.fingerprint.key(source.sha256(spec.path))
    if manifest.get("key") != key or not store.is_whole(spec.name, manifest):
        return None
    return Result.from_json(manifest | {"name": spec.name}), store.stamp(spec.name)
