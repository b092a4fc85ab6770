"""The slots of one process: guards with their work folders, lent to whoever reads a shard."""

from __future__ import annotations

import os
import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from .guard import Guard, Listener
from .inventory import STATE_FOLDER
from .job import Place
from .store import Store
from .turns import Turns
from .unit import Slot

if TYPE_CHECKING:
    from .shard import Assignment

WORK_FOLDER = "work"


class Slots:
    """Makes slots as they are needed and keeps them; for any number of threads."""

    def __init__(self, listener: Listener | None = None) -> None:
        self.listener = listener
        self.stop = threading.Event()
        self._lock = threading.Lock()
        self._idle: dict[tuple[object, ...], list[Slot]] = {}
        self._all: list[Slot] = []
        self._turns = Turns()

    @contextmanager
    def lend(self, assignment: Assignment) -> Iterator[Slot]:
        """A slot for one thread."""
        with self._lock:
            idle = self._idle.setdefault(assignment.key, [])
            slot = idle.pop() if idle else self._make(assignment)
        try:
            yield slot
        finally:
            with self._lock:
                self._idle[assignment.key].append(slot)

    def close(self) -> None:
        """End all children and remove the work folders; nobody must hold a slot."""
        with self._lock:
            for slot in self._all:
                slot.guard.close()
                shutil.rmtree(slot.place.work, ignore_errors=True)
            self._all.clear()
            self._idle.clear()

    def _make(self, assignment: Assignment) -> Slot:
        if not self._all:
            # Of this machine, which may be a worker's: what was killed here could not clear up itself.
            clear_abandoned(assignment.store)
        place = Place(own_folder(assignment.store, str(len(self._all))))
        guard = Guard(assignment.work, place, self.stop)
        slot = Slot(assignment.work, assignment.store, place, assignment.fingerprint, guard, self._turns)
        self._all.append(slot)
        return slot


def own_folder(store: Store, name: str) -> Path:
    """A work folder of this process alone, on the same file system as an output folder."""
    return store.home / STATE_FOLDER / WORK_FOLDER / f"{socket.gethostname()}-{os.getpid()}-{name}"


def clear_abandoned(store: Store) -> None:
    """Remove the work folders of this machine's processes that are no more."""
    for folder in (store.home / STATE_FOLDER / WORK_FOLDER).glob(f"{socket.gethostname()}-*"):
        _, pid, _ = folder.name.rsplit("-", 2)
        if pid == str(os.getpid()) or not _lives(int(pid)):
            shutil.rmtree(folder, ignore_errors=True)


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
