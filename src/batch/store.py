"""Where the documents of a run are published: the seam behind which lies a folder or an object store.

What a document's folder holds is the same in both, and so is the manifest in it, `outcome.json`:
written last, it names every other file with its hash, and what the result depends on.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol

from .outcome import Result
from .remote import Location

MANIFEST = "outcome.json"

RECORD = "record.json"

Manifest = dict[str, Any]


class Store(Protocol):
    """An output folder; small, hashable, and sent to workers. Its `str` is what the user called it."""

    @property
    def place(self) -> Location:
        """Its path or URL."""
        ...

    @property
    def home(self) -> Path:
        """A folder of this machine: holds the run's own state, and the files of the run as a whole."""
        ...

    def publish(
        self, folder: Path, result: Result, *, key: str, original: str = "", formats: Iterable[str] = ()
    ) -> str:
        """Complete a private folder and put it at the result's name, as a whole.

        Args:
            folder: private, below `home`; gone afterwards.
            result: the document's outcome.
            key: what the result depends on.
            original: the input's own relative path, where the name had to be changed.
            formats: those of which it has files, beside what every document has.

        Returns:
            The manifest's stamp, see `stamp`.

        Raises:
            OutputError: it cannot be written.
        """
        ...

    def manifest(self, name: str) -> Manifest | None:
        """What a published document says of itself; None where there is none, or it is not complete."""
        ...

    def copy(self, name: str, folder: Path) -> None:
        """Copy a published document's files, but for its manifest, into a new folder of this machine.

        Raises:
            OSError, InputError: they cannot be read or written.
        """
        ...

    def is_whole(self, name: str, manifest: Manifest) -> bool:
        """Whether the files of a document are those that its manifest names, by their hashes."""
        ...

    def stamp(self, name: str) -> str:
        """Changes when the manifest does; empty where there is none."""
        ...

    def stamps(self, folder: str) -> dict[str, str]:
        """The stamps of all documents in a folder and below, by one question; "" for all there are."""
        ...

    def is_foreign(self, name: str) -> bool:
        """Whether something lies at a document's name that no run has put there."""
        ...

    def names(self) -> Iterator[str]:
        """Every published document."""
        ...

    def has(self, file: str) -> bool:
        """Whether there is such a file of the run as a whole."""
        ...

    def at_hand(self, file: str) -> Path | None:
        """A file of the run as a whole, on this machine; None where there is none."""
        ...

    def surface(self, documents: Iterable[str] | None) -> AbstractContextManager[Path]:
        """`home`, to write files of the run as a whole into.

        Args:
            documents: all that have a record, which are to lie below; None where no record is read.
        """
        ...


def parsed(data: bytes | None) -> Manifest | None:
    """A manifest's bytes; None where they are none."""
    try:
        found = json.loads(data or b"")
    except ValueError:
        return None
    return found if isinstance(found, dict) and "outcome" in found else None


def complete(
    folder: Path, result: Result, *, key: str, original: str, formats: Iterable[str], flush: bool = False
) -> None:
    """Write the manifest of a private folder.

    Args:
        folder: all that is to be published of a document.
        result: the document's outcome.
        key: what the result depends on.
        original: the input's own relative path, where the name had to be changed.
        formats: those of which it has files.
        flush: have the disk hold all files before this returns.

    Raises:
        OSError: it cannot be written.
    """
    files = {file: digest(folder / file, flush=flush) for file in files_below(folder)}
    content = result.content() | {"key": key, "formats": sorted(formats), "files": files}
    if original:
        content["original"] = original
    with (folder / MANIFEST).open("w", encoding="ascii") as file:
        file.write(json.dumps(content, ensure_ascii=True, indent=1) + "\n")
        if flush:
            file.flush()
            os.fsync(file.fileno())


def files_below(folder: Path) -> list[str]:
    """Paths of all files in a folder and below, relative to it and in order; hidden ones are left out."""
    found = []
    top = str(folder)
    for place, below, files in os.walk(top):
        below[:] = [name for name in below if not name.startswith(".")]
        found += [f"{place}/{name}"[len(top) + 1 :] for name in files if not name.startswith(".")]
    return sorted(found)


def digest(path: Path, *, flush: bool = False) -> str:
    """SHA-256 of a file's bytes, which the disk then holds if they are to be flushed.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        if flush:
            os.fsync(file.fileno())
        return hashlib.file_digest(file, "sha256").hexdigest()
