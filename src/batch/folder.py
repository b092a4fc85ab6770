"""An output folder on a file system: a document's folder appears as a whole or not at all.

The private folder takes its place in one step of the file system; an older folder is exchanged in one step
where the system can (Linux), else it is moved away first, and for that moment the document is missing,
never half.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from ..errors import OutputError
from . import store
from .outcome import Result
from .store import MANIFEST, RECORD, Manifest

AT_FDCWD = -100
RENAME_EXCHANGE = 2
"""fcntl.h and linux/fs.h."""


@dataclass(frozen=True, slots=True)
class Folder:
    """See `store.Store`."""

    home: Path

    def __str__(self) -> str:
        return str(self.home)

    @property
    def place(self) -> Path:
        """Its path."""
        return self.home

    def publish(
        self, folder: Path, result: Result, *, key: str, original: str = "", formats: Iterable[str] = ()
    ) -> str:
        """Complete a private folder and put it at the result's name, in one step."""
        target = self.home / result.name
        try:
            store.complete(folder, result, key=key, original=original, formats=formats, flush=True)
            for place, _, _ in os.walk(folder):
                _flush_folder(place)
            try:
                _put(folder, target)
            except FileNotFoundError:
                target.parent.mkdir(parents=True, exist_ok=True)
                _put(folder, target)
            _flush_folder(target.parent)
            return self.stamp(result.name)
        except OSError as error:
            raise OutputError(f"{target} cannot be written: {error.strerror or error}") from error

    def manifest(self, name: str) -> Manifest | None:
        """What a published document says of itself."""
        with suppress(OSError):
            return store.parsed((self.home / name / MANIFEST).read_bytes())
        return None

    def copy(self, name: str, folder: Path) -> None:
        """Copy a published document's files, but for its manifest."""
        shutil.copytree(self.home / name, folder, ignore=shutil.ignore_patterns(MANIFEST, ".*"))

    def is_whole(self, name: str, manifest: Manifest) -> bool:
        """Whether the files of a document are those that its manifest names."""
        files = manifest.get("files", {})
        return all(_matches(self.home / name / file, digest) for file, digest in files.items())

    def stamp(self, name: str) -> str:
        """Changes when the manifest does."""
        try:
            # Asked for every document of a run that goes on: making a Path takes twice as long as the answer.
            status = os.stat(f"{self.home}/{name}/{MANIFEST}")  # noqa: PTH116
        except OSError:
            return ""
        return f"{status.st_size}:{status.st_mtime_ns}"

    def stamps(self, folder: str) -> dict[str, str]:
        """Of all documents below."""
        return {name: self.stamp(name) for name in self.names() if name.startswith(folder)}

    def is_foreign(self, name: str) -> bool:
        """Whether something lies at a document's name that no run has put there."""
        target = f"{self.home}/{name}"
        if not os.path.lexists(target):
            return False
        return not any(os.path.lexists(f"{target}/{file}") for file in (MANIFEST, RECORD))

    def names(self) -> Iterator[str]:
        """Every published document, in the order of the names."""
        folders = []
        for folder, below, files in os.walk(self.home):
            below[:] = [name for name in below if not name.startswith(".")]
            if MANIFEST in files:
                folders.append(Path(folder).relative_to(self.home).as_posix())
        yield from sorted(folders)

    def has(self, file: str) -> bool:
        """Whether there is such a file of the run as a whole."""
        return (self.home / file).exists()

    def at_hand(self, file: str) -> Path | None:
        """A file of the run as a whole."""
        return self.home / file if self.has(file) else None

    @contextmanager
    def surface(self, documents: Iterable[str] | None) -> Iterator[Path]:
        """The folder itself: all is there."""
        yield self.home


def _matches(path: Path, digest: str) -> bool:
    try:
        return store.digest(path) == digest
    except OSError:
        return False


def _flush_folder(folder: str | Path) -> None:
    """Have the disk hold the names in a folder."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _put(folder: Path, target: Path) -> None:
    if not os.path.lexists(target):
        folder.rename(target)
    elif _exchange(folder, target):
        shutil.rmtree(folder, ignore_errors=True)
    else:
        aside = folder.with_name("replaced")
        shutil.rmtree(aside, ignore_errors=True)
        target.rename(aside)
        folder.rename(target)
        shutil.rmtree(aside, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; False where the system cannot."""
    if sys.platform != "linux":
        return False
    with suppress(AttributeError):
        libc = ctypes.CDLL(None, use_errno=True)
        return bool(
            libc.renameat2(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) == 0
        )
    return False
