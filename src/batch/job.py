"""What goes into the guarded child: plain values that travel as lines of JSON."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from ..errors import OutputError
from ..settings import Settings

READ_DOCUMENT = "justera.batch.stage:read_document"
"""What a run does with a document; tests and benchmarks put doubles in its place."""


RECYCLE_AFTER = 5_000
"""Against leaks that stay under half the memory limit; a start takes 1.4 s of CPU, 0.3 ms a document."""


@dataclass(frozen=True, slots=True)
class Job:
    """One document to read."""

    path: str
    """Absolute; bytes that are no UTF-8 as surrogates."""
    name: str
    earlier: str = ""
    """Folder with the files of the same reading, which is then not made again."""
    lacking: tuple[str, ...] = ()
    """Formats to write beside these files."""


@dataclass(frozen=True, slots=True)
class Work:
    """What is the same for all jobs of a run."""

    settings: Settings
    stage: str = READ_DOCUMENT
    """"module:function", or "path/of/a/file.py:function"."""
    recycle_after: int = RECYCLE_AFTER
    """Documents after which a child is replaced."""


@dataclass(frozen=True, slots=True)
class Place:
    """Folders of one slot."""

    work: Path
    """Private."""

    @property
    def document(self) -> Path:
        """Where the child writes the files of the document."""
        return self.work / "document"

    @property
    def scratch(self) -> Path:
        """Temporary files of the tools that the child uses."""
        return self.work / "scratch"

    def clear(self) -> None:
        """Make the folders, empty.

        Raises:
            OutputError: they cannot be made.
        """
        try:
            for folder in (self.document, self.scratch):
                _make_empty(folder)
        except OSError as error:
            raise OutputError(f"{self.work} cannot be written: {error.strerror or error}") from error


def _make_empty(folder: Path) -> None:
    try:
        if not any(folder.iterdir()):
            return
        shutil.rmtree(folder, ignore_errors=True)
    except FileNotFoundError:
        pass
    folder.mkdir(parents=True)
