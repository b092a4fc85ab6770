"""Whether a machine may take part in a run: it gives the same bytes, and puts them where the others look."""

from __future__ import annotations

import uuid
from contextlib import suppress
from pathlib import Path

from ..errors import ClusterError, OutputError
from . import fingerprint
from .assignment import Assignment
from .inventory import STATE_FOLDER
from .remote import Url
from .store import Store

THIS = "this machine"


def objection(assignment: Assignment, token: str) -> ClusterError | None:
    """Why this machine cannot take part.

    Args:
        assignment: of the run.
        token: that the coordinator has left in the output folder.
    """
    try:
        ours = fingerprint.take(assignment.work.settings)
        check_equal(assignment.fingerprint.versions, ours.versions)
    except ClusterError as error:
        return error
    if token and not _token(assignment.store, token).exists():
        step = "put the output on a file system that all machines see under one path, or behind a URL"
        return ClusterError(f"{THIS} does not see {assignment.store}", next_step=step)
    return None


def called(error: ClusterError, name: str) -> ClusterError:
    """The same objection with the machine's name."""
    return ClusterError(error.what.replace(THIS, name, 1), next_step=error.next_step)


def check_equal(wanted: dict[str, str], ours: dict[str, str]) -> None:
    """Compare versions.

    Raises:
        ClusterError: they differ, with the first thing in which they do.
    """
    for name in sorted(wanted.keys() | ours.keys()):
        if wanted.get(name) != ours.get(name):
            raise ClusterError(
                f"{THIS} has {name} {ours.get(name)}, the run began with {wanted.get(name)}",
                next_step="install the same justera, Tesseract and models on all machines",
            )


def leave_token(store: Store) -> str:
    """Leave something in a shared output folder that others must see; a bucket needs none.

    Raises:
        OutputError: it cannot be written.
    """
    if isinstance(store.place, Url):
        return ""
    token = uuid.uuid4().hex
    path = _token(store, token)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    except OSError as error:
        raise OutputError(f"{store} cannot be written: {error.strerror or error}") from error
    return token


def take_token(store: Store, token: str) -> None:
    """Take it away again."""
    if token:
        with suppress(OSError):
            _token(store, token).unlink(missing_ok=True)


def _token(store: Store, token: str) -> Path:
    return store.home / STATE_FOLDER / f"shared-{token}"
