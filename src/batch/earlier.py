"""What stands published of a document that was read alike: files that it lacks are written from it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from ..errors import InputError
from . import source, store
from .assignment import Assignment
from .job import Job
from .outcome import WITH_RECORD
from .store import Manifest

READING = ("record.json", "text.txt", "changes.jsonl", "pages.jsonl.gz")
"""Files that a reading can be had back from."""

Formats = tuple[str, ...]


@contextmanager
def at_hand(job: Job, assignment: Assignment, folder: Path) -> Iterator[tuple[Job, Formats]]:
    """What is to be done for a document, and the formats that it then has.

    Where what is published is the same reading and only files are lacking, the job is to write these.

    Args:
        job: to read the document.
        assignment: of the run.
        folder: private, for a copy of what is published.
    """
    wanted = assignment.fingerprint.formats
    manifest = assignment.store.manifest(job.name) or {}
    lacking = _lacking(job, assignment, manifest)
    try:
        if lacking and _fetched(job, assignment, folder, manifest):
            present = (name for name in manifest["formats"] if name not in wanted)
            yield replace(job, earlier=str(folder), lacking=lacking), (*present, *wanted)
        else:
            yield job, wanted
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _lacking(job: Job, assignment: Assignment, manifest: Manifest) -> Formats:
    """Formats that are wanted and that the same reading has not; none where there is no such reading."""
    if manifest.get("outcome") not in WITH_RECORD:
        return ()
    if manifest.get("key") != assignment.fingerprint.key(source.sha256(job.path)):
        return ()
    return assignment.fingerprint.lacking(manifest["formats"])


def _fetched(job: Job, assignment: Assignment, folder: Path, manifest: Manifest) -> bool:
    """Copy what is published; whether that is the reading, whole."""
    try:
        assignment.store.copy(job.name, folder)
        return all(store.digest(folder / file) == manifest["files"].get(file) for file in READING)
    except (OSError, InputError):
        return False
