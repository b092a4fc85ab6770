"""What an inventory finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

NO_DOCUMENT = "not a PDF, TIFF, PNG, JPEG or text file"
SAVE_AS = "save as PDF, TIFF, PNG or JPEG what is to be read"


@dataclass(frozen=True, slots=True)
class Found:
    """A file, or another thing that a person could take for an input."""

    path: str
    """Absolute, or a URL."""
    relative: str
    """To the folder named, or the file's own name."""
    size: int = 0
    """Bytes."""
    signature: str = ""
    """Changes when the file does; empty where that cannot be told."""
    modified: float = 0.0
    """Seconds since 1970."""
    skip: str = ""
    """Why it is not read; empty for documents."""
    fault: str = ""
    """Why it cannot be read: it counts as failed, for it may have been a document."""
    next_step: str = ""
    """What to do about the fault, or about what is skipped."""
    hidden: bool = False
    """Left out on purpose and no input: its name says that it is not for people."""


def walked(listing: Callable[[str], Iterator[Found | str]]) -> Iterator[Found]:
    """All that is found below a root, depth first, by hand: a deep tree must not end in a RecursionError.

    Args:
        listing: what lies in a folder of that relative path: files, and sub-folders as such paths.
    """
    waiting = [listing("")]
    while waiting:
        found = next(waiting[-1], None)
        if found is None:
            waiting.pop()
        elif isinstance(found, str):
            waiting.append(listing(found))
        else:
            yield found
