"""Where documents are read: in the caller, in threads, or on a cluster, behind one seam.

The seam is `concurrent.futures.Executor`; what is submitted is always `shard.run`. An engine only
supervises: each slot has a guarded child of its own, so an engine needs to know nothing of faults.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from . import shard
from .assignment import Assignment
from .guard import Listener
from .shard import Report, Shard
from .slots import Slots

MEMORY_PER_JOB_MB = 1_000
"""A child with one page at 300 dpi and Tesseract takes 0.5 to 0.9 GB."""


READERS_PER_PUBLISHER = 4
"""A document is on the disk in 10 to 20 ms, mostly waiting; a page is read in 100 ms or more."""


class EngineName(StrEnum):
    """The engines."""

    LOCAL = "local"
    INLINE = "inline"
    DASK = "dask"


class Engine(Protocol):
    """What the driver needs."""

    @property
    def window(self) -> int:
        """Shards to keep submitted."""
        ...

    @property
    def shard_bytes(self) -> int:
        """Size of input at which a shard is full; 0 for one document a shard."""
        ...

    def submit(self, work: Shard) -> Future[Report]:
        """Begin a shard."""
        ...

    def stop(self) -> None:
        """Kill what is being read; the documents stay pending."""
        ...

    def close(self) -> None:
        """Give everything back; nothing is left running."""
        ...


class LocalEngine:
    """This machine: a child per slot, and a few threads more, which fetch and publish meanwhile."""

    shard_bytes = 0

    def __init__(
        self, assignment: Assignment, jobs: int, listener: Listener | None, *, inline: bool = False
    ) -> None:
        self.window = 1 if inline else jobs + 1 + jobs // READERS_PER_PUBLISHER
        self._assignment = assignment
        self._slots = Slots(listener, most=jobs)
        self._executor: Executor = Inline() if inline else ThreadPoolExecutor(self.window, "document")

    def submit(self, work: Shard) -> Future[Report]:
        """Begin a shard."""
        return self._executor.submit(shard.run, self._assignment, work, self._slots)

    def stop(self) -> None:
        """Kill what is being read."""
        self._slots.stop.set()

    def close(self) -> None:
        """End threads and children."""
        self.stop()
        self._executor.shutdown(cancel_futures=True)
        self._slots.close()


class Inline(Executor):
    """Runs each call at once, in the caller: for debuggers and tests."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Run it now."""
        future: Future[Any] = Future()
        try:
            future.set_result(partial(fn, *args, **kwargs)())
        except Exception as error:
            future.set_exception(error)
        return future


def connect(
    name: EngineName,
    assignment: Assignment,
    *,
    jobs: int,
    address: str,
    insecure: bool,
    listener: Listener | None,
) -> Engine:
    """The engine of that name.

    Raises:
        JusteraError: the cluster cannot be used.
    """
    if name is EngineName.DASK:
        from .cluster import DaskEngine

        return DaskEngine(assignment, address, insecure=insecure)
    return LocalEngine(assignment, jobs or jobs_of_this_machine(), listener, inline=name is EngineName.INLINE)


def jobs_of_this_machine() -> int:
    """Documents at a time: cores that this process may use, bounded by free memory and by its container."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(
        1, min(cores, _quota() or cores, (_free_mb() or MEMORY_PER_JOB_MB * cores) // MEMORY_PER_JOB_MB)
    )


def _quota() -> int:
    """Cores that the container may use (cgroup v2), 0 for no bound."""
    try:
        quota, period = Path("/sys/fs/cgroup/cpu.max").read_text().split()
        return 0 if quota == "max" else max(1, round(int(quota) / int(period)))
    except (OSError, ValueError):
        return 0


def _free_mb() -> int:
    """Memory that can be had without swapping, 0 where the system does not tell."""
    try:
        lines = Path("/proc/meminfo").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) // 1024 for line in lines if line.startswith("MemAvailable:")), 0)
