"""The driver: a bounded window of shards on an engine, books kept as they come back."""

from __future__ import annotations

import os
import threading
import time
from collections import deque
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from itertools import islice

from ..errors import JusteraError
from ..exit_code import ExitCode
from .engine import Engine
from .ledger import Ledger
from .observer import Observer
from .outcome import DOCUMENT_BYTES, FAULTS, Outcome, Result
from .shard import Report, Shard
from .unit import Spec

TICK_SECONDS = 0.2
"""Between two looks at the stop signal."""

COMMIT_SECONDS = 0.05
"""The books are written at least that often; what a crash takes is found in the output folder."""

READ_AHEAD = 1_000
"""Documents fetched from the books at a time."""

ENGINE_ATTEMPTS = 3
"""A worker may die under a shard (it was taken away, its machine failed): others finish it."""

GRACE_SECONDS = 5.0
"""After a stop signal, what is nearly read may still be finished."""


class Driver:
    """Reads what is pending in the books, once."""

    def __init__(self, ledger: Ledger, engine: Engine, observer: Observer, *, run: int, base: str) -> None:
        self._ledger = ledger
        self._engine = engine
        self._observer = observer
        self._run = run
        self._base = base
        self._flying: dict[Future[Report], tuple[Shard, int]] = {}
        self._again: deque[tuple[Shard, int]] = deque()
        self._booked: list[tuple[int, Result, str]] = []
        self._committed = time.monotonic()
        self._halted = False
        self._halted_at = 0.0
        self._problem: JusteraError | None = None

    def drive(self, stop: threading.Event, *, limit: int | None = None, fail_fast: bool = False) -> None:
        """Read until nothing is pending, the limit is reached or someone stops it.

        Args:
            stop: set to end early; documents that were begun and not finished stay pending.
            limit: documents to read at most.
            fail_fast: stop at the first fault.

        Raises:
            OutputError: nothing can be written any more.
        """
        self._ledger.begin()
        shards = pending_shards(self._ledger, self._run, shard_bytes=self._engine.shard_bytes, limit=limit)
        while True:
            self._halted |= stop.is_set()
            self._fill(shards)
            self._commit()
            if not self._flying:
                break
            landed = wait(self._flying, TICK_SECONDS, FIRST_COMPLETED).done
            for future in [one for one in self._flying if one in landed]:
                self._land(future, fail_fast)
            self._observer.tick()
            self._hurry()
        self._ledger.put_back()
        self._commit(now=True)
        if self._problem:
            raise self._problem

    def _fill(self, shards: Iterator[Shard]) -> None:
        while not self._halted and len(self._flying) < self._engine.window:
            shard, attempt = self._again.popleft() if self._again else (next(shards, None), 1)
            if shard is None:
                return
            self._flying[self._engine.submit(shard)] = (shard, attempt)

    def _land(self, future: Future[Report], fail_fast: bool) -> None:
        shard, attempt = self._flying.pop(future)
        try:
            report = future.result()
        except (Exception, CancelledError) as error:
            if attempt < ENGINE_ATTEMPTS:
                self._again.append((shard, attempt + 1))
                return
            report = _lost(shard, error)
        self._problem = self._problem or report.problem
        for id_, (result, stamp) in zip(shard.ids, report.results, strict=False):
            self._booked.append((id_, result, stamp))
            self._observer.finished(result)
            self._halted |= fail_fast and result.outcome in FAULTS
        self._halted |= self._problem is not None

    def _hurry(self) -> None:
        """Once halted, wait a little for what is nearly read."""
        if self._halted:
            self._halted_at = self._halted_at or time.monotonic()
            if time.monotonic() - self._halted_at > GRACE_SECONDS:
                self._engine.stop()

    def _commit(self, *, now: bool = False) -> None:
        if now or time.monotonic() - self._committed > COMMIT_SECONDS:
            self._ledger.finish(self._run, self._base, self._booked)
            self._booked.clear()
            self._ledger.commit(go_on=not now)
            self._committed = time.monotonic()


def pending_shards(
    ledger: Ledger, run: int, *, shard_bytes: int, limit: int | None = None
) -> Iterator[Shard]:
    """What is pending, as shards of about that size, each marked as running when it is given out."""
    ids: list[int] = []
    specs: list[Spec] = []
    size = 0
    for id_, spec in islice(_documents(ledger, run), limit):
        ids.append(id_)
        specs.append(spec)
        size += spec.size + DOCUMENT_BYTES
        if size >= shard_bytes:
            yield Shard(tuple(specs), tuple(ids))
            ids, specs, size = [], [], 0
    if specs:
        yield Shard(tuple(specs), tuple(ids))


def _documents(ledger: Ledger, run: int) -> Iterator[tuple[int, Spec]]:
    while rows := ledger.pending(run, READ_AHEAD):
        for id_, path, name, original, size, base in rows:
            ledger.mark_running(id_)
            yield id_, Spec(os.fsdecode(path), name, original, size, base)


def _lost(shard: Shard, error: BaseException) -> Report:
    """No worker could finish the shard; its documents are tried again by the next run."""
    reason = f"the engine lost it {ENGINE_ATTEMPTS} times ({type(error).__name__})"
    step = "see the workers' logs, then run again"
    code = int(ExitCode.INTERNAL)
    return Report(tuple((Result(one.name, Outcome.CRASH, reason, step, code), "") for one in shard.specs))
