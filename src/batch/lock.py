"""One run at a time over an output folder: two would mix up their books."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import OutputError
from .inventory import STATE_FOLDER

LOCK = "lock"


@contextmanager
def locked(out: Path) -> Iterator[None]:
    """Hold an output folder; made if need be.

    Raises:
        OutputError: it cannot be written, or another run holds it.
    """
    folder = out / STATE_FOLDER
    try:
        folder.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        raise OutputError(f"{out} cannot be written: {error.strerror or error}") from error
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError as error:
        raise OutputError(
            f"another run is writing to {out}", next_step="wait for it to end, or choose another folder"
        ) from error
    finally:
        os.close(descriptor)


def is_locked(out: Path) -> bool:
    """Whether a run on this machine holds the folder."""
    try:
        with (out / STATE_FOLDER / LOCK).open("rb") as lock:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return False
