"""An output folder in an object store, where nothing can be renamed and only one object appears in one step.

A document that is being published has an empty manifest; its files follow, and last its manifest with their
hashes. Who reads trusts a document only if its manifest names what lies there. The run's own state, and a
copy of the records that tables of all documents are made of, lie in a folder of this machine.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ..errors import InputError, MissingInput, OutputError
from . import remote, store
from .listed import MOST_LISTED
from .outcome import Result
from .remote import Url
from .store import MANIFEST, RECORD, Manifest

CLAIM = b"{}\n"
"""The manifest of a document that is being published."""

OF_ALL = (RECORD, "text.txt", "changes.jsonl")
"""Files that tables, search and reports of all documents are made of."""

STAMP = ".stamp"
"""In the copy of a document: the manifest's stamp that it was made by."""

LAST = "run.json"
"""Uploaded after all other files of a run."""


@dataclass(frozen=True, slots=True)
class Bucket:
    """See `store.Store`."""

    place: Url

    def __str__(self) -> str:
        return str(self.place)

    @property
    def home(self) -> Path:
        """Below XDG_STATE_HOME, by default ~/.local/state."""
        digest = hashlib.sha256(self.place.rstrip("/").encode()).hexdigest()[:16]
        return state_home() / "justera" / digest

    def publish(
        self, folder: Path, result: Result, *, key: str, original: str = "", formats: Iterable[str] = ()
    ) -> str:
        """Complete a private folder and upload it: a claim, the files, what is too much, the manifest."""
        target = self.place / result.name
        try:
            store.complete(folder, result, key=key, original=original, formats=formats)
            files = store.files_below(folder)
            too_much = set(remote.files_below(target)) - set(files)
            if len(files) > 1 or too_much:
                remote.write(target / MANIFEST, CLAIM)
            for file in sorted(set(files) - {MANIFEST}):
                remote.upload(folder / file, target / file)
            remote.remove([target / file for file in sorted(too_much)])
            remote.upload(folder / MANIFEST, target / MANIFEST)
            shutil.rmtree(folder, ignore_errors=True)
            return self.stamp(result.name)
        except (OSError, InputError) as error:
            raise OutputError(f"{target} cannot be written: {_why(error)}") from error

    def manifest(self, name: str) -> Manifest | None:
        """What a published document says of itself."""
        return store.parsed(remote.read(self.place / name / MANIFEST))

    def copy(self, name: str, folder: Path) -> None:
        """Fetch a published document's files, but for its manifest."""
        for file in set(remote.files_below(self.place / name)) - {MANIFEST}:
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            remote.fetch(self.place / name / file, folder / file)

    def is_whole(self, name: str, manifest: Manifest) -> bool:
        """Whether the files of a document are those that its manifest names."""
        try:
            return all(
                remote.sha256(self.place / name / file) == digest
                for file, digest in manifest.get("files", {}).items()
            )
        except MissingInput:
            return False

    def stamp(self, name: str) -> str:
        """Changes when the manifest does; a question to the store."""
        found = remote.entry(self.place / name / MANIFEST)
        return found.signature if found else ""

    def stamps(self, folder: str) -> dict[str, str]:
        """Of all documents below, by one listing."""
        place, end = self.place / folder if folder else self.place, f"/{MANIFEST}"
        found = remote.entries_below(place)
        return {
            f"{folder}{file}".removesuffix(end): one.signature for file, one in found if file.endswith(end)
        }

    def is_foreign(self, name: str) -> bool:
        """Whether something lies at a document's name that no run has put there."""
        place = self.place / name
        found = remote.entry(place)
        if found is None:
            return False
        return not found.is_folder or not {MANIFEST, RECORD} & set(remote.files_below(place))

    def names(self) -> Iterator[str]:
        """Every published document, in the order of the names."""
        yield from sorted(
            file.removesuffix(f"/{MANIFEST}")
            for file in remote.files_below(self.place)
            if file.endswith(f"/{MANIFEST}")
        )

    def has(self, file: str) -> bool:
        """Whether there is such a file of the run as a whole."""
        return remote.entry(self.place / file) is not None

    def at_hand(self, file: str) -> Path | None:
        """A file of the run as a whole, fetched."""
        self.home.mkdir(parents=True, exist_ok=True)
        try:
            remote.fetch(self.place / file, self.home / file)
        except MissingInput:
            return None
        return self.home / file

    @contextmanager
    def surface(self, documents: Iterable[str] | None) -> Iterator[Path]:
        """Bring the copies up to date; what is written below `home` is uploaded at the end."""
        try:
            if documents is not None:
                self._copy(set(documents))
            before = _states(self.home)
            yield self.home
            after = _states(self.home)
            written = [file for file in after if after[file] != before.get(file)]
            for file in sorted(written, key=lambda one: (one == LAST, one)):
                remote.upload(self.home / file, self.place / file)
        except (OSError, InputError) as error:
            raise OutputError(f"{self.place} cannot be written: {_why(error)}") from error

    def _copy(self, names: set[str]) -> None:
        """Fetch these documents, and forget all others."""
        for stamp in list(self.home.rglob(STAMP)):
            if stamp.parent.relative_to(self.home).as_posix() not in names:
                shutil.rmtree(stamp.parent)
        known = self.stamps("") if len(names) <= MOST_LISTED else {}
        for name in sorted(names):
            self._fetch(name, known.get(name) or self.stamp(name))

    def _fetch(self, name: str, stamp: str) -> None:
        copy = self.home / name
        known = copy / STAMP
        if stamp and known.exists() and known.read_text(encoding="utf-8") == stamp:
            return
        shutil.rmtree(copy, ignore_errors=True)
        copy.mkdir(parents=True)
        for file in (self.manifest(name) or {}).get("files", {}):
            if file in OF_ALL:
                remote.fetch(self.place / name / file, copy / file)
        known.write_text(stamp, encoding="utf-8")


def state_home() -> Path:
    """Where this user's programs keep their state by XDG; a temporary folder if there is no home."""
    try:
        return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state")
    except RuntimeError:
        return Path(tempfile.gettempdir())


def _states(home: Path) -> dict[str, tuple[int, int]]:
    """Size and time of every file below, but for what starts with a full stop."""
    states = ((file, (home / file).stat()) for file in store.files_below(home))
    return {file: (status.st_size, status.st_mtime_ns) for file, status in states}


def _why(error: Exception) -> str:
    return getattr(error, "what", None) or getattr(error, "strerror", None) or str(error)
