"""Process groups: what they use, how they end, and that they cannot outlive who started them."""

from __future__ import annotations

import ctypes
import errno
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress

PAGE = resource.getpagesize()

NO_SPACE = (errno.ENOSPC, errno.EDQUOT, errno.EROFS)
"""Errors of this machine's disk."""

F_SETSIG = 10
"""fcntl.h of Linux; the fcntl module does not name it."""

ADDRESS_SPACE_FACTOR = 3
"""Virtual over resident memory: libraries and mapped models count in the former. A backstop only."""

LEAST_ADDRESS_SPACE = 6 * 2**30
"""Bytes; numpy and pdfium reserve more than they use, and good files must not fail for that."""


def harden(memory_mb: int) -> None:
    """In a child: no core dumps (they would hold document text), and a bound on its address space."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    space = max(memory_mb * 2**20 * ADDRESS_SPACE_FACTOR, LEAST_ADDRESS_SPACE)
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (space, resource.getrlimit(resource.RLIMIT_AS)[1]))


M_TRIM_THRESHOLD, M_MMAP_THRESHOLD = -1, -3
"""malloc.h of glibc."""

KEPT_BYTES, LARGEST_KEPT_BYTES = 64 * 2**20, 32 * 2**20
"""Freed memory that a child keeps, and the largest piece of it (mallopt(3) allows no more)."""


def keep_freed_memory() -> None:
    """In a child: use freed memory again instead of asking the kernel for more.

    Arrays of a page's size come and go thirty times a page: 30 ms went into first touches. The peak stays.
    """
    with suppress(OSError, AttributeError):
        libc = ctypes.CDLL(None)
        libc.mallopt(M_MMAP_THRESHOLD, LARGEST_KEPT_BYTES)
        libc.mallopt(M_TRIM_THRESHOLD, KEPT_BYTES)


def die_with(lifeline: int) -> None:
    """In a child: let the kernel kill this process group as soon as the other end of a pipe is gone.

    PR_SET_PDEATHSIG would end one process only, and already when the thread that started it ends. A
    signal of the pipe's own goes to the whole group, needs no code to run here, and so works in a
    process that hangs in C.

    Args:
        lifeline: reading end of a pipe whose writing end only the supervisor holds, and never writes to.
    """
    if sys.platform != "linux":
        _watch(lifeline)
        return
    import fcntl

    fcntl.fcntl(lifeline, fcntl.F_SETOWN, -os.getpgrp())
    fcntl.fcntl(lifeline, F_SETSIG, signal.SIGKILL)
    fcntl.fcntl(lifeline, fcntl.F_SETFL, fcntl.fcntl(lifeline, fcntl.F_GETFL) | os.O_ASYNC | os.O_NONBLOCK)
    with suppress(BlockingIOError):
        if os.read(lifeline, 1) == b"":
            kill_group(os.getpgrp())


def _watch(lifeline: int) -> None:
    """Where pipes send no signals of choice: a thread that waits for the end of the pipe."""
    import threading

    def wait() -> None:
        os.read(lifeline, 1)
        kill_group(os.getpgrp())

    threading.Thread(target=wait, daemon=True).start()


def kill_group(group: int) -> None:
    """SIGKILL to every process of the group; nothing where there is none."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(group, signal.SIGKILL)


def kill_tree(root: int) -> None:
    """SIGKILL to a process, its group and all that descend from it, those with a session of their own too."""
    below = list(descendants(root))
    kill_group(root)
    kill(below)


def kill(processes: Iterable[int]) -> None:
    """SIGKILL to each process."""
    for process in processes:
        with suppress(ProcessLookupError, PermissionError):
            os.kill(process, signal.SIGKILL)


def descendants(root: int) -> Iterator[int]:
    """Processes below `root`, parents first; none where the system does not tell."""
    for child in _children(root):
        yield child
        yield from descendants(child)


def resident_mb(*processes: int) -> int:
    """Resident memory of some processes together, in MB.

    Pages that two of them share count twice: the limit errs on the safe side.
    """
    return sum(map(_resident, processes)) // 2**20


def _children(process: int) -> list[int]:
    try:
        threads = os.listdir(f"/proc/{process}/task")
    except OSError:
        return _children_by_ps(process) if sys.platform != "linux" else []
    found: list[int] = []
    for thread in threads:
        with suppress(OSError), open(f"/proc/{process}/task/{thread}/children") as file:
            found += map(int, file.read().split())
    return found


def _children_by_ps(process: int) -> list[int]:
    answer = subprocess.run(["pgrep", "-P", str(process)], capture_output=True, text=True, check=False)
    return [int(line) for line in answer.stdout.split()]


def _resident(process: int) -> int:
    if sys.platform != "linux":
        answer = subprocess.run(
            ["ps", "-o", "rss=", "-p", str(process)], capture_output=True, text=True, check=False
        )
        return int(answer.stdout.strip() or 0) * 1024
    try:
        with open(f"/proc/{process}/statm") as file:
            return int(file.read().split()[1]) * PAGE
    except (OSError, IndexError):
        return 0
