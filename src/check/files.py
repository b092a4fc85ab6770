"""What lies beside a record: is it whole, is it what it claims to be, is the source still the same?"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

from .. import rules
from ..rules import Hit, hit
from ..schema.record import Finding, Record
from .pdfa import lack_of

MANIFEST = "manifest-sha256.txt"

_DISPOSED = re.compile(rb"gallras?=[\"']true[\"']", re.IGNORECASE)


def beside(folder: Path, record: Record) -> tuple[Finding, ...]:
    """Findings about the files of one document: R82, R83, R85 and R86."""
    found = [
        rules.finding(code, one, record)
        for file in sorted(folder.iterdir())
        if file.is_file() and not file.name.startswith(".")
        for code, one in _of_file(file)
    ]
    return tuple(found)


def source_changed(record: Record, sources: Path) -> Iterator[Finding]:
    """R81: the source file is there, and is the one that the record was read from."""
    path = sources / record.source.name
    if not path.is_file():
        yield rules.finding("R81", hit("/source/name", "gone", name=record.source.name), record)
        return
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if digest != record.source.sha256:
        yield rules.finding("R81", hit("/source/sha256", "changed", name=record.source.name), record)


def _of_file(file: Path) -> Iterator[tuple[str, Hit]]:
    checks: dict[str, Callable[[Path], Iterator[tuple[str, Hit]]]] = {
        ".txt": _manifest if file.name == MANIFEST else _text,
        ".jsonl": _json_lines,
        ".xml": _xml,
        ".pdf": _pdf,
    }
    check = checks.get(file.suffix)
    if check is not None:
        yield from check(file)


def _broken(file: Path, why: object) -> tuple[str, Hit]:
    return "R86", hit("", "broken", name=file.name, why=str(why).splitlines()[0])


def _text(file: Path) -> Iterator[tuple[str, Hit]]:
    try:
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        yield "R83", hit("", "encoding", name=file.name, why=error.reason)
        return
    if not unicodedata.is_normalized("NFC", text):
        yield "R83", hit("", "form", written=file.name)


def _json_lines(file: Path) -> Iterator[tuple[str, Hit]]:
    try:
        for line in file.read_text(encoding="utf-8").splitlines():
            json.loads(line)
    except (ValueError, RecursionError) as error:
        yield _broken(file, error)


def _xml(file: Path) -> Iterator[tuple[str, Hit]]:
    from xml.parsers.expat import ExpatError, ParserCreate

    data = file.read_bytes()
    try:
        ParserCreate().Parse(data, True)
    except ExpatError as error:
        yield _broken(file, error)
    if _DISPOSED.search(data):
        yield "R85", hit("", "disposed", name=file.name)


def _pdf(file: Path) -> Iterator[tuple[str, Hit]]:
    flavour, lack = lack_of(file)
    if flavour is None and lack:
        yield _broken(file, lack)
    elif lack:
        yield "R82", hit("", "broken", name=file.name, flavour=flavour, lack=lack)


def _manifest(file: Path) -> Iterator[tuple[str, Hit]]:
    """Sums as BagIt writes them: the sum, white space, the path."""
    for line in file.read_text(encoding="utf-8", errors="replace").splitlines():
        digest, _, name = line.partition(" ")
        path = file.parent / name.strip().lstrip("*")
        values = {"name": name.strip(), "manifest": file.name}
        if not path.is_file():
            yield "R86", hit("", "missing", **values)
        elif hashlib.sha256(path.read_bytes()).hexdigest() != digest.casefold():
            yield "R86", hit("", "sum", **values)
