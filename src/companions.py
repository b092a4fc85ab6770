"""Processes that a stage keeps beside itself from one document to the next, such as a reader with its models.

It stands below all rooms, so that who guards a process can tell them from what a document left running.
"""

from __future__ import annotations

_kept: set[int] = set()


def keep(process: int) -> None:
    """This process stays for the next document."""
    _kept.add(process)


def forget(process: int) -> None:
    """This process has ended."""
    _kept.discard(process)


def kept() -> tuple[int, ...]:
    """Process ids, in order."""
    return tuple(sorted(_kept))
