"""A request for several images shared by two readers while a core is free: a long document keeps two busy.

Each image is read as it would be alone, so that it does not matter who reads it, nor whether a core was free.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from PIL import Image

from .service import Service

PAGE = 1_000_000
"""Pixels from which on an image is a page, which takes a second."""

PAGES, STRETCHES = 2, 8
"""Images of a request from which on it is shared: waiting for the other reader's models must pay."""

LOAD = Path("/proc/loadavg")
"""Its fourth field tells how many threads want to run now, this one included (proc(5))."""


def core_is_free() -> bool:
    """True where a core that this process may use has nothing to do; never where the system does not tell."""
    try:
        running = int(LOAD.read_text().split()[3].partition("/")[0])
        return running < len(os.sched_getaffinity(0))
    except (OSError, ValueError, IndexError, AttributeError):
        return False


def read(
    first: Service,
    second: Callable[[], Service | None],
    images: Sequence[Image.Image],
    order: Mapping[str, Any],
    *,
    seconds: float,
) -> list[str]:
    """One TSV table per image.

    Args:
        first: reads all where no core is free.
        second: the other reader, started when it is first wanted.
        images: of mode L.
        order: see `Service.read`.
        seconds: limit of each reader.

    Raises:
        OcrFailed, TimeLimit.
    """
    pages = sum(image.width * image.height >= PAGE for image in images)
    worth = pages >= PAGES or len(images) >= STRETCHES
    other = second() if worth and core_is_free() else None
    # Started here and not in the thread, with which the kernel would end it.
    if other is None or not other.starts():
        return first.read(images, order, seconds=seconds)
    with ThreadPoolExecutor(1) as thread:
        half = thread.submit(other.read, images[1::2], order, seconds=seconds)
        tables = first.read(images[::2], order, seconds=seconds), half.result()
    return [tables[place % 2][place // 2] for place in range(len(images))]
