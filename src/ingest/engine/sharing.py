"""Images shared by two readers as soon as a core is free: a long document keeps two busy.

Each image is read as it would be alone, so that it does not matter who reads it, nor whether a core was free.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PIL import Image

from ...errors import JusteraError, OcrFailed, TimeLimit
from .service import Service

LOAD = Path("/proc/loadavg")
"""Its fourth field tells how many threads want to run now, this one included (proc(5))."""


def core_is_free() -> bool:
    """True where a core that this process may use has nothing to do; never where the system does not tell."""
    try:
        running = int(LOAD.read_text().split()[3].partition("/")[0])
        return running < len(os.sched_getaffinity(0))
    except (OSError, ValueError, IndexError, AttributeError):
        return False


@dataclass(frozen=True, slots=True)
class _Work:
    """Images to read, in requests that readers take one by one."""

    images: Sequence[Image.Image]
    order: Mapping[str, Any]
    seconds: float
    waiting: deque[range]
    found: dict[int, str | JusteraError] = field(default_factory=dict)

    def one_request(self, reader: Service) -> bool:
        """Have the next images read; False where there were none, or the reader failed."""
        try:
            places = self.waiting.popleft()
        except IndexError:
            return False
        images = [self.images[place] for place in places]
        try:
            tables = reader.read(images, self.order, seconds=self.seconds)
            self.found.update(zip(places, tables, strict=True))
        except (OcrFailed, TimeLimit) as problem:
            self.found.update(dict.fromkeys(places, problem))
            return False
        return True

    def all_requests(self, reader: Service) -> None:
        """Have images read until there are none, or one fails: what a thread starts would end with it."""
        while self.one_request(reader):
            pass


def read(
    first: Service,
    second: Callable[[], Service | None],
    images: Sequence[Image.Image],
    order: Mapping[str, Any],
    *,
    together: int,
    seconds: float,
) -> list[str | JusteraError]:
    """One TSV table per image, or why there is none.

    Args:
        first: reads all while no core is free.
        second: the other reader, started when it is first wanted.
        images: of mode L.
        order: see `Service.read`.
        together: how many images a request has.
        seconds: limit of each request.
    """
    places = range(len(images))
    requests = deque(places[start : start + together] for start in places[::together])
    work = _Work(images, order, seconds, requests)
    with ThreadPoolExecutor(1) as thread:
        helper: Future[None] | None = None
        while work.waiting:
            # A core may become free at any time: at the end of a folder the other jobs have nothing to do.
            if helper is None and len(work.waiting) > 1 and core_is_free():
                other = second()
                # Started here and not in the thread, with which the kernel would end it.
                if other is not None and other.starts():
                    helper = thread.submit(work.all_requests, other)
            work.one_request(first)
        if helper is not None:
            helper.result()
    return [work.found[place] for place in range(len(images))]
