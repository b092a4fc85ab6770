"""The guard: one persistent child per slot, watched for time, progress and memory, killed as a whole.

The same guard serves a single machine and every cluster engine: measured on six faults, no pool and no
engine kept the other documents alive and left no process behind by itself.
"""

from __future__ import annotations

import os
import select
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, replace
from json import JSONDecodeError, dumps, loads
from typing import Any

from ..errors import OutputError, TimeLimit
from . import process, verdict
from .clock import Clock
from .job import Job, Place, Work
from .outcome import Outcome
from .verdict import Verdict

POLL_SECONDS = 0.1
"""Between two looks at memory and clocks: a child that allocates 5 GB/s is stopped 0.5 GB over its limit."""

START_SECONDS = 120
"""Importing the pipeline takes 1 s; this is for a machine that is badly short of everything."""

LAST_BREATH_SECONDS = 1.0
"""Between the end of the pipe and that of the process."""

LONGEST_LINE = 1_000_000
"""Bytes of an answer; a child that writes more without a newline is out of its mind."""

ENVIRONMENT = {
    "OMP_THREAD_LIMIT": "1",  # 2.4 times faster for one page, 3.4 for two at once
    "PYTHONHASHSEED": "0",
    "LC_ALL": "C.UTF-8",
    "TZ": "UTC",
}
"""What the same document gives must not depend on the machine's."""

Listener = Callable[[str, int], None]
"""Takes "pages" and their count, "page" and its number."""


class Guard:
    """One slot. Use from one thread at a time; `close` it."""

    def __init__(self, work: Work, place: Place, stop: threading.Event | None = None) -> None:
        self._work = work
        self._place = place
        self._stop = stop or threading.Event()
        self._child: subprocess.Popen[bytes] | None = None
        self._lifeline = -1
        self._buffer = b""
        self._served = 0
        self._kept: frozenset[int] = frozenset()

    def __enter__(self) -> Guard:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def read(self, job: Job, avoid: dict[int, Outcome], listener: Listener | None = None) -> Verdict:
        """Have one document read, into `place.document`; whatever happens comes back as a verdict.

        Raises:
            OutputError: the work folder cannot be written, or no child can be started.
        """
        began = time.monotonic()
        self._place.clear()
        child = self.start()
        order = asdict(job) | {"folder": str(self._place.document)}
        clock = Clock(self._work.settings.limits)
        try:
            self._send(child, order | {"avoid": {str(page): cause for page, cause in avoid.items()}})
            ended = self._watch(child, clock, listener)
        except (BrokenPipeError, _ChildDied):
            ended = self._epitaph(child, clock.page)
        ended = replace(ended, seconds=time.monotonic() - began, peak_mb=clock.peak_mb)
        return self._after(child, ended)

    def close(self) -> None:
        """Kill the child with all that it started."""
        if self._child is not None:
            process.kill_tree(self._child.pid)
            for pipe in (self._child.stdin, self._child.stdout):
                if pipe is not None:
                    with suppress(BrokenPipeError):
                        pipe.close()
            self._child.wait()
            os.close(self._lifeline)
        self._child, self._buffer, self._served = None, b"", 0

    def _after(self, child: subprocess.Popen[bytes], ended: Verdict) -> Verdict:
        """Leave nothing running; keep the child only if it answered and is not worn out."""
        self._served += 1
        answered = ended.facts is not None or ended.outcome is Outcome.FAILED
        below = tuple(process.descendants(child.pid))
        resident = process.resident_mb(child.pid, *below)
        ended = replace(ended, peak_mb=max(ended.peak_mb, resident))
        fat = resident > self._work.settings.limits.memory_mb // 2
        if not answered or fat or self._served >= self._work.recycle_after:
            self.close()
        else:
            process.kill(one for one in below if one not in self._kept)
        return ended

    def start(self) -> subprocess.Popen[bytes]:
        """The child, started if there is none.

        Raises:
            OutputError: it cannot be.
        """
        if self._child is not None and self._child.poll() is None:
            return self._child
        self.close()
        limits = self._work.settings.limits
        lifeline, self._lifeline = os.pipe()
        child = self._child = subprocess.Popen(
            [sys.executable, "-P", "-m", "justera.batch.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            pass_fds=(lifeline,),
            env={**os.environ, **ENVIRONMENT, "TMPDIR": str(self._place.scratch)},
        )
        os.close(lifeline)
        settings = self._work.settings.model_dump(mode="json")
        hello = {"memory_mb": limits.memory_mb, "lifeline": lifeline, "settings": settings}
        try:
            self._send(child, hello | {"stage": self._work.stage})
            self._await_ready(child)
        except (BrokenPipeError, _ChildDied, TimeLimit) as error:
            self.close()
            raise _cannot_start() from error
        return child

    def _await_ready(self, child: subprocess.Popen[bytes]) -> None:
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end and not self._stop.is_set():
            if any(message.get("event") == "ready" for message in self._messages(child)):
                return
        if not self._stop.is_set():
            raise TimeLimit("the reader did not start")

    def _watch(self, child: subprocess.Popen[bytes], clock: Clock, listener: Listener | None) -> Verdict:
        """Follow one document to its end."""
        weighed = time.monotonic()
        while True:
            for message in self._messages(child):
                self._kept = frozenset(message.get("kept", ()))
                if ended := verdict.answered(message):
                    return ended
                clock.hear(message["event"], message["number"])
                if listener is not None:
                    listener(message["event"], message["number"])
            if time.monotonic() - weighed > POLL_SECONDS:
                clock.weigh(process.resident_mb(child.pid, *process.descendants(child.pid)))
                weighed = time.monotonic()
            if self._stop.is_set():
                return Verdict(cancelled=True, outcome=Outcome.CRASH)
            if problem := clock.problem():
                return verdict.stopped(problem, clock.page)

    def _messages(self, child: subprocess.Popen[bytes]) -> list[dict[str, Any]]:
        """What the child has said within one poll.

        Raises:
            _ChildDied: the pipe has ended, or what comes is no answer.
        """
        assert child.stdout is not None
        if not select.select([child.stdout], [], [], POLL_SECONDS)[0]:
            return []
        data = os.read(child.stdout.fileno(), 65_536)
        *lines, self._buffer = (self._buffer + data).split(b"\n")
        try:
            messages = [loads(line) for line in lines]
        except (JSONDecodeError, UnicodeDecodeError) as error:
            raise _ChildDied from error
        if (not data and not messages) or len(self._buffer) > LONGEST_LINE:
            raise _ChildDied
        return messages

    @staticmethod
    def _send(child: subprocess.Popen[bytes], message: dict[str, Any]) -> None:
        assert child.stdin is not None
        child.stdin.write(dumps(message).encode() + b"\n")
        child.stdin.flush()

    def _epitaph(self, child: subprocess.Popen[bytes], page: int | None) -> Verdict:
        """What killed a child that did not answer."""
        with suppress(subprocess.TimeoutExpired):
            child.wait(LAST_BREATH_SECONDS)
        process.kill_tree(child.pid)
        return verdict.died(child.wait(), page)


class _ChildDied(Exception):
    """The pipe from the child has ended."""


def _cannot_start() -> OutputError:
    return OutputError("the reader cannot be started", next_step="see what is missing with: justera doctor")
