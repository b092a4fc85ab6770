"""From the paths of the command line to verdicts: records, folders of results, or documents to read first."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

from pydantic import ValidationError

from .. import rules
from ..errors import InputError, JusteraError, MissingInput, OcrUnavailable
from ..export.record_json import FILE as RECORD
from ..media import is_document, is_hidden
from ..schema import Change, Reading
from ..schema.load import Problem, read
from ..schema.record import Finding, Record, Severity
from .files import beside
from .slim import slim
from .verdict import Verdict

Reader = Callable[[Path], Reading]
"""How a document becomes a reading; the pipeline, or a double of it in tests."""


def verdicts(paths: list[Path], reader: Reader) -> Iterator[Verdict]:
    """A verdict for each record or document, in a fixed order.

    Raises:
        MissingInput: there is nothing at a path, or nothing to check in a folder.
        OcrUnavailable: documents are to be read, and cannot be here.
    """
    for path in paths:
        found = list(_files(path))
        if not found:
            raise MissingInput(f"{path} holds neither records nor documents")
        for file in found:
            yield of_record(file) if file.suffix == ".json" else of_document(file, reader)


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    if not path.is_dir():
        raise MissingInput(f"there is nothing at {path}")
    files = sorted(file for file in path.rglob("*") if file.is_file() and not _hidden(file, path))
    return [file for file in files if file.name == RECORD] or [file for file in files if is_document(file)]


def _hidden(file: Path, root: Path) -> bool:
    """True for what `run` leaves out too: a run's own files, what desktops leave beside documents."""
    return any(map(is_hidden, file.relative_to(root).parts))


def of_record(file: Path) -> Verdict:
    """Check a record on disk with what lies beside it."""
    result = read(file)
    if not isinstance(result, Record):
        return Verdict(file.as_posix(), file, None, tuple(map(_broken, result)))
    findings = rules.check(result, _changes(file.parent))
    return Verdict(file.as_posix(), file, slim(result), (*findings, *beside(file.parent, result)))


def of_document(file: Path, reader: Reader) -> Verdict:
    """Read a document and check its record; one that cannot be read is a finding."""
    try:
        record = reader(file).record
    except OcrUnavailable:
        raise
    except InputError as error:
        return Verdict(file.as_posix(), file, None, (_finding("R80", "unreadable", why=error.what),))
    except JusteraError as error:
        return Verdict(file.as_posix(), file, None, (_finding("R80", "unreadable", why=str(error)),))
    return Verdict(file.as_posix(), file, slim(record), record.findings)


def _broken(problem: Problem) -> Finding:
    found = _finding("R00", "broken", what=problem.what)
    return found.model_copy(update={"at": problem.at})


def _finding(code: str, case: str, **values: str) -> Finding:
    """A finding where there is no record whose date could tell the law."""
    text = rules.catalogue()[code].cases[case]
    return Finding(
        rule=code,
        severity=Severity(text.severity),
        message=text.en.format(**values),
        message_sv=text.sv.format(**values),
        at="",
    )


def _changes(folder: Path) -> tuple[Change, ...]:
    """The ledger beside a record; none where it is missing or damaged, which R86 says."""
    try:
        lines = (folder / "changes.jsonl").read_text(encoding="utf-8").splitlines()
        return tuple(Change.model_validate(json.loads(line)) for line in lines if line.strip())
    except (OSError, ValueError, ValidationError):
        return ()
