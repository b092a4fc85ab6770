"""New goldens: what a run left, kept as the truth for the next one, after a person has looked.

A golden is a folder with the document's record and text, named as the document; `justera eval` finds it so.
"""

from __future__ import annotations

import difflib
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..errors import NoResults, OutputError
from ..export.record_json import FILE as RECORD
from ..export.text import FILE as TEXT
from ..schema.load import load
from .eval_report import shown
from .record_scores import differences

CI_VARIABLES = ("CI", "GITHUB_ACTIONS", "GITLAB_CI", "BUILDKITE", "JENKINS_URL", "TF_BUILD")
"""Environment variables that CI servers set."""

CONTEXT = 1
"""Lines shown on either side of a changed line."""


@dataclass(frozen=True, slots=True)
class Pending:
    """A document whose result is not its golden."""

    name: str
    result: Path
    golden: Path
    lines: tuple[str, ...]
    """What would change, for a person to read."""


def in_ci(environment: Mapping[str, str]) -> bool:
    """True where no person looks on: on a CI server."""
    return any(environment.get(name, "").casefold() not in ("", "0", "false") for name in CI_VARIABLES)


def pending(results: Path, goldens: Path) -> list[Pending]:
    """Every document of a folder of results whose record or text differs from its golden, or that has none.

    Raises:
        NoResults: the folder holds none.
        RecordError: a record does not follow the schema.
    """
    records = sorted(path for path in results.rglob(RECORD) if path.is_file())
    if not records:
        raise NoResults(f"{results} holds no results of a run")
    found = []
    for record in records:
        name = record.parent.relative_to(results)
        lines = tuple(_changes(record.parent, goldens / name))
        if lines:
            found.append(Pending(name.as_posix(), record.parent, goldens / name, lines))
    return found


def accept(one: Pending) -> None:
    """Keep a result as the golden.

    Raises:
        OutputError: the folder cannot be written.
    """
    try:
        one.golden.mkdir(parents=True, exist_ok=True)
        for name in (RECORD, TEXT):
            if (one.result / name).is_file():
                shutil.copyfile(one.result / name, one.golden / name)
    except OSError as error:
        raise OutputError(f"{one.golden} cannot be written: {error.strerror or error}") from error


def _changes(result: Path, golden: Path) -> Iterator[str]:
    if not (golden / RECORD).is_file():
        record = load(result / RECORD)
        yield f"new: {record.kind.value}, items: {len(record.items)}, findings: {len(record.findings)}"
        return
    for difference in differences(load(result / RECORD), load(golden / RECORD)):
        yield f"{difference.field}: {_quoted(difference.true)} -> {_quoted(difference.predicted)}"
    old, new = _lines(golden / TEXT), _lines(result / TEXT)
    compared = difflib.unified_diff(old, new, "golden", "result", lineterm="", n=CONTEXT)
    yield from (line for line in compared if not line.startswith(("---", "+++")))


def _quoted(value: object) -> str:
    return f"'{shown(value)}'" if value is not None else "nothing"


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8", errors="replace").splitlines() if path.is_file() else []
