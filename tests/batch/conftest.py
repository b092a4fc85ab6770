"""Folders of documents that say what is to happen, and runs over them."""

from __future__ import annotations

import hashlib
import os
import shutil
import uuid
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from justera.batch import Options, Summary, child, run, tally
from justera.batch.job import Job, Place, Work
from justera.batch.ledger import Ledger
from justera.batch.verdict import Verdict
from justera.settings import BatchSettings, ExportSettings, LimitSettings, Settings

from . import doubles, same_code

STAGE = f"{Path(__file__).with_name('doubles.py')}:play"

MARK = "JUSTERA_TEST_MARK"
"""In the environment of everything that a test starts, so that what is left running can be found."""

QUICK = Settings(
    limits=LimitSettings(
        document_seconds=3, document_seconds_per_page=0.1, idle_seconds=1.5, page_seconds=1, memory_mb=200
    ),
    batch=BatchSettings(jobs=2, attempts=1),
    export=ExportSettings(formats=()),
)
"""Limits that a fault passes soon."""


@pytest.fixture(autouse=True)
def same_code_throughout(monkeypatch: pytest.MonkeyPatch) -> None:
    """Here as in all processes that the tests start."""
    monkeypatch.setattr("justera.batch.fingerprint._code", same_code._code)


@pytest.fixture
def documents(tmp_path: Path) -> Callable[[Mapping[str, str]], Path]:
    """Write documents: name to what happens when it is read."""

    def write(contents: Mapping[str, str]) -> Path:
        folder = tmp_path / "in"
        for name, content in contents.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content)
        return folder

    return write


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


@pytest.fixture
def mark(monkeypatch: pytest.MonkeyPatch) -> str:
    value = uuid.uuid4().hex
    monkeypatch.setenv(MARK, value)
    return value


class InProcess:
    """In place of a guard where none is needed: reads in this process, which takes no time to start."""

    def __init__(self, work: Work, place: Place, stop: object) -> None:
        self._work = work
        self._place = place

    def read(self, job: Job, avoid: object, listener: object) -> Verdict:
        shutil.rmtree(self._place.document, ignore_errors=True)
        self._place.document.mkdir(parents=True)
        try:
            return Verdict(doubles.play(job, self._work.settings, self._place.document))
        except Exception as error:
            said = child.told(error)
        return Verdict(**said)

    def close(self) -> None:
        pass


@pytest.fixture
def tame(monkeypatch: pytest.MonkeyPatch) -> None:
    """For tests whose documents neither die nor hang."""
    monkeypatch.setattr("justera.batch.slots.Guard", InProcess)


def go(*inputs: Path, out: Path, settings: Settings = QUICK, **options: Any) -> Summary:
    return run(inputs, out, settings, Options(**{"stage": STAGE, **options}))


def outcomes(out: Path) -> dict[str, str]:
    """Name to outcome, as the books have it."""
    ledger = Ledger.open(out)
    try:
        return {row["name"]: row["outcome"] or row["state"] for row in tally.rows(ledger)}
    finally:
        ledger.close()


def tree(out: Path) -> dict[str, str]:
    """Every file that a run left for its user, with the hash of its content."""
    return {
        str(path.relative_to(out)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(out.rglob("*"))
        if path.is_file() and ".justera" not in path.parts
    }


def leftovers(out: Path) -> list[Path]:
    """Temporary files and folders that should be gone."""
    work = [path for path in (out / ".justera" / "work").glob("*")]
    return work + [path for path in out.rglob("*.tmp")]


def still_running(mark: str) -> list[str]:
    """Command lines of processes that a test started, other than its own."""
    return [line for pid, line in _marked(mark) if pid != os.getpid()]


def _marked(mark: str) -> Iterator[tuple[int, str]]:
    for folder in Path("/proc").iterdir():
        try:
            environment = (folder / "environ").read_bytes()
            state = (folder / "stat").read_text().rpartition(")")[2].split()[0]
            if f"{MARK}={mark}".encode() in environment and state != "Z":
                yield int(folder.name), (folder / "cmdline").read_text().replace("\0", " ")
        except (OSError, ValueError):
            continue
