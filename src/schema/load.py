"""A record from disk: the one place where JSON that anybody may have written becomes a record.

Refused with a clear line, never with a traceback: files over a size, broken UTF-8 or Unicode, duplicate keys,
NaN and infinities, nesting beyond sense, wrong types, unknown fields, other schema versions.
"""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ..errors import RecordError, UnknownSchemaVersion
from .record import SCHEMA_VERSION, Record

MAX_BYTES = 256 * 1024 * 1024
"""A record of a thousand dense pages is under 50 MB."""
MAX_DEPTH = 32
"""A record is 8 deep."""
MAX_PROBLEMS = 20
"""Problems of one record that are told; the rest is more of the same."""

_STRING = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_BRACKET = re.compile(r"[\[\]{}]")


@dataclass(frozen=True, slots=True)
class Problem:
    """What keeps a file from being a record."""

    at: str
    """JSON pointer; "" for the file as a whole."""
    what: str
    """One line."""
    version: bool = False
    """True where the record is of another schema version."""


class _Refused(Exception):
    """A problem on the way out of the JSON reader."""


def load(path: Path) -> Record:
    """Read a record.

    Raises:
        UnknownSchemaVersion: it is of another version.
        RecordError: there is none, or it does not follow the schema.
    """
    result = read(path)
    if isinstance(result, Record):
        return result
    first = result[0]
    if first.version:
        raise UnknownSchemaVersion(f"{path} {first.what}")
    place = f" at {first.at}" if first.at else ""
    raise RecordError(f"{path} does not follow the schema{place}: {first.what}")


def read(path: Path) -> Record | tuple[Problem, ...]:
    """Read a record, or say everything that is wrong with it."""
    try:
        if path.stat().st_size > MAX_BYTES:
            return (Problem("", f"is larger than {MAX_BYTES // 2**20} MB"),)
        return parse(path.read_bytes())
    except OSError as error:
        return (Problem("", f"cannot be read: {error.strerror or error}"),)


def parse(data: bytes) -> Record | tuple[Problem, ...]:
    """A record from the bytes of its file, or everything that is wrong with them."""
    try:
        plain = _plain(data)
    except _Refused as refused:
        return (Problem("", str(refused)),)
    problem = _version_problem(plain)
    if problem is not None:
        return (problem,)
    try:
        # Strict: "3" is no number. From JSON, since strict Python values would have to be tuples and enums.
        return Record.model_validate_json(data.removeprefix(b"\xef\xbb\xbf"), strict=True)
    except ValidationError as error:
        found = error.errors(include_url=False, include_context=False, include_input=False)
        return tuple(Problem(_pointer(one["loc"]), one["msg"]) for one in found[:MAX_PROBLEMS])


def _plain(data: bytes) -> Any:
    """The JSON as plain values, or _Refused."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _Refused(f"is not UTF-8 (byte {error.start})") from None
    if _depth(text) > MAX_DEPTH:
        raise _Refused(f"is nested deeper than {MAX_DEPTH}")
    try:
        return json.loads(text, object_pairs_hook=_unique, parse_constant=_constant, parse_float=_float)
    except ValueError as error:
        raise _Refused(f"is not JSON: {error}") from None


def _version_problem(plain: Any) -> Problem | None:
    if not isinstance(plain, dict):
        return Problem("", "is no JSON object")
    version = plain.get("schema_version")
    if version is None:
        return Problem("/schema_version", "has no schema_version")
    if version != SCHEMA_VERSION:
        told = str(version)[:20].encode("unicode_escape").decode("ascii")
        return Problem(
            "/schema_version", f"is of schema version {told}, this reads {SCHEMA_VERSION}", version=True
        )
    return None


def _depth(text: str) -> int:
    """Deepest nesting; brackets within strings do not count."""
    brackets = _BRACKET.findall(_STRING.sub("", text))
    return max(accumulate((1 if bracket in "[{" else -1 for bracket in brackets), initial=0))


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    keys: set[str] = set()
    for key, _ in pairs:
        if key in keys:
            raise _Refused(f"has the key {key[:40]!a} twice in one object")
        keys.add(key)
    return dict(pairs)


def _constant(name: str) -> float:
    raise _Refused(f"holds {name}, which is no number of JSON")


def _float(written: str) -> float:
    number = float(written)
    if not math.isfinite(number):
        raise _Refused(f"holds {written[:20]}, which is beyond any number")
    return number


def _pointer(location: tuple[int | str, ...]) -> str:
    parts = (str(part).replace("~", "~0").replace("/", "~1") for part in location)
    return "".join(f"/{part}" for part in parts).encode("ascii", "backslashreplace").decode("ascii")
