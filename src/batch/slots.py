"""The slots of one process: guards with their work folders, lent to whoever reads a shard."""

from __future__ import annotations

import itertools
import os
import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from .assignment import Assignment
from .guard import Guard, Listener
from .inventory import STATE_FOLDER
from .job import Place, Work
from .store import Store
from .turns import Turns

WORK_FOLDER = "work"

UNBOUND = 10_000
"""Slots, where the number of threads is the bound."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A reader, with its folders."""

    work: Work
    place: Place
    guard: Guard
    turns: Turns


class Slots:
    """Makes slots as they are needed and keeps them; for any number of threads."""

    def __init__(self, listener: Listener | None = None, *, most: int = UNBOUND) -> None:
        self.listener = listener
        self.stop = threading.Event()
        self._free = threading.Semaphore(most)
        self._lock = threading.Lock()
        self._numbers = itertools.count()
        self._tidied: set[Path] = set()
        self._idle: dict[tuple[object, ...], list[Slot]] = {}
        self._all: list[Slot] = []
        self._turns = Turns()

    @contextmanager
    def lend(self, assignment: Assignment) -> Iterator[Slot]:
        """A slot for one thread, as soon as there is one."""
        with self._free:
            with self._lock:
                idle = self._idle.setdefault(assignment.key, [])
                slot = idle.pop() if idle else self._make(assignment)
            try:
                yield slot
            finally:
                with self._lock:
                    self._idle[assignment.key].append(slot)

    def new_folder(self, store: Store) -> Path:
        """The name of a work folder that nobody else has."""
        with self._lock:
            return self._new_folder(store)

    def _new_folder(self, store: Store) -> Path:
        if store.home not in self._tidied:
            # Of this machine, which may be a worker's: what was killed here could not clear up itself.
            clear_abandoned(store)
            self._tidied.add(store.home)
        return own_folder(store, str(next(self._numbers)))

    def close(self) -> None:
        """End all children and remove the work folders; nobody must hold a slot."""
        with self._lock:
            for slot in self._all:
                slot.guard.close()
                shutil.rmtree(slot.place.work, ignore_errors=True)
            self._all.clear()
            self._idle.clear()

    def _make(self, assignment: Assignment) -> Slot:
        place = Place(self._new_folder(assignment.store))
        guard = Guard(assignment.work, place, self.stop)
        slot = Slot(assignment.work, place, guard, self._turns)
        self._all.append(slot)
        return slot


def own_folder(store: Store, name: str) -> Path:
    """A work folder of this process alone, on the same file system as an output folder."""
    return store.home / f"{STATE_FOLDER}/{WORK_FOLDER}/{socket.gethostname()}-{os.getpid()}-{name}"


def clear_abandoned(store: Store) -> None:
    """Remove what processes of this machine that are no more have left: work folders, files half written."""
    for half in store.home.glob(".*.tmp"):
        pid = half.name.split(".")[-2]
        if pid.isdigit() and not _lives(int(pid)):
            half.unlink(missing_ok=True)
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
