"""Where the documents of a run are published: the seam behind which lies a folder or an object store.

What a document's folder holds is the same in both, and so is the manifest in it, `outcome.json`:
written last, it names every other file with its hash, and what the result depends on.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol

from .outcome import Result
from .remote import Location, Url

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

    def publish(self, folder: Path, result: Result, *, key: str, original: str = "") -> str:
        """Complete a private folder and put it at the result's name, as a whole.

        Args:
            folder: private, below `home`; gone afterwards.
            result: the document's outcome.
            key: what the result depends on.
            original: the input's own relative path, where the name had to be changed.

        Returns:
            The manifest's stamp, see `stamp`.

        Raises:
            OutputError: it cannot be written.
        """
        ...

    def manifest(self, name: str) -> Manifest | None:
        """What a published document says of itself; None where there is none, or it is not complete."""
        ...

    def is_whole(self, name: str, manifest: Manifest) -> bool:
        """Whether the files of a document are those that its manifest names, by their hashes."""
        ...

    def stamp(self, name: str) -> str:
        """Changes when the manifest does; empty where there is none."""
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


def at(place: Location) -> Store:
    """The store of that name."""
    from .bucket import Bucket
    from .folder import Folder

    return Bucket(place) if isinstance(place, Url) else Folder(place.absolute())


def parsed(data: bytes | None) -> Manifest | None:
    """A manifest's bytes; None where they are none."""
    try:
        found = json.loads(data or b"")
    except ValueError:
        return None
    return found if isinstance(found, dict) and "outcome" in found else None


def complete(folder: Path, result: Result, *, key: str, original: str) -> None:
    """Write the manifest of a private folder.

    Raises:
        OSError: it cannot be written.
    """
    files = {
        path.relative_to(folder).as_posix(): digest(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    content = result.content() | {"key": key, "files": files}
    if original:
        content["original"] = original
    text = json.dumps(content, ensure_ascii=True, indent=1) + "\n"
    (folder / MANIFEST).write_text(text, encoding="ascii")


def digest(path: Path) -> str:
    """SHA-256 of a file's bytes.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
