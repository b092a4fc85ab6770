"""Whatever somebody calls a record: it is read, or refused in one clear line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from justera.check.subjects import of_record
from justera.errors import RecordError, UnknownSchemaVersion
from justera.schema import Record
from justera.schema.json_schema import EXAMPLE
from justera.schema.load import MAX_DEPTH, Problem, load, parse, read


def data(**changes: Any) -> bytes:
    return json.dumps({**EXAMPLE, **changes}, ensure_ascii=False).encode()


def problem(raw: bytes) -> Problem:
    result = parse(raw)
    assert isinstance(result, tuple)
    return result[0]


def test_the_example_is_a_record() -> None:
    assert isinstance(parse(data()), Record)
    assert isinstance(parse(b"\xef\xbb\xbf" + data()), Record)


def test_what_is_written_is_read_back() -> None:
    record = Record.model_validate(EXAMPLE)
    assert parse(record.model_dump_json(indent=2).encode()) == record


@pytest.mark.parametrize(
    ("raw", "at", "words"),
    [
        (b"", "", "is not JSON"),
        (b"[]", "", "is no JSON object"),
        (b"\xff\xfe", "", "is not UTF-8"),
        (b'{"a":' * 9999, "", "nested deeper"),
        (b"[" * 100_000, "", "nested deeper"),
        (data().replace(b'"kind"', b'"title": "a", "title": "b", "kind"', 1), "", "'title' twice"),
        (data().replace(b"0.98", b"NaN"), "", "NaN"),
        (data().replace(b"0.98", b"-Infinity"), "", "Infinity"),
        (data().replace(b"0.98", b"1e999"), "", "beyond any number"),
        (data().replace(b'"pages": 1', b'"pages": ' + b"9" * 5000, 1), "", "is not JSON"),
        (data(schema_version="0.9"), "/schema_version", "is of schema version 0.9"),
        (data(schema_version=None), "/schema_version", "has no schema_version"),
        (data(date="12 mars"), "/date", "pattern"),
        (data(kind="roman"), "/kind", "Input should be"),
        (data(votes=[]), "/votes", "Extra inputs"),
        (data(items={}), "/items", "array"),
        (data(title=7), "/title", "string"),
        (data().replace(b"Rum", b"").replace(b'"41', b"").replace(b'"number": 41', b'"number": "41"', 1),
         "/items/0/number", "integer"),
        (data(title="a").replace(b'"title": "a"', b'"title": "\\ud800"'), "/title", ""),
    ],
)  # fmt: skip
def test_what_is_no_record_is_told_in_one_line(raw: bytes, at: str, words: str) -> None:
    found = problem(raw)
    assert found.at == at or (at == "/title" and found.at == "")
    assert words in found.what
    assert "\n" not in found.what


def test_a_file_over_the_size_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "record.json"
    path.write_bytes(data())
    monkeypatch.setattr("justera.schema.load.MAX_BYTES", 10)
    result = read(path)
    assert isinstance(result, tuple) and "larger than" in result[0].what


def test_errors_carry_the_path_and_the_place(tmp_path: Path) -> None:
    path = tmp_path / "record.json"
    path.write_bytes(data(date="x"))
    with pytest.raises(RecordError, match=r"record\.json does not follow the schema at /date"):
        load(path)
    path.write_bytes(data(schema_version="2.0"))
    with pytest.raises(UnknownSchemaVersion, match=r"schema version 2\.0"):
        load(path)
    with pytest.raises(RecordError, match="cannot be read"):
        load(tmp_path / "nothing.json")


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(exclude_categories=())),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


def _paths(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    if isinstance(value, dict):
        return [at, *(path for key, part in value.items() for path in _paths(part, (*at, key)))]
    if isinstance(value, list):
        return [at, *(path for index, part in enumerate(value) for path in _paths(part, (*at, index)))]
    return [at]


@settings(deadline=None)
@given(st.sampled_from([path for path in _paths(EXAMPLE) if path]), values)
def test_any_value_anywhere_gives_a_record_or_a_finding(path: tuple[Any, ...], value: Any) -> None:
    """Even what passes the schema passes through every rule without an error of its own."""
    from justera.rules import check

    damaged = json.loads(json.dumps(EXAMPLE))
    here = damaged
    for part in path[:-1]:
        here = here[part]
    here[path[-1]] = value
    result = parse(json.dumps(damaged).encode())
    if isinstance(result, Record):
        for finding in check(result):
            assert finding.message and "\n" not in finding.at
    else:
        assert result and all(isinstance(one.what, str) for one in result)


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_at_all(raw: bytes) -> None:
    assert isinstance(parse(raw), tuple)


@settings(deadline=None)
@given(st.integers(0, len(data())), st.binary(min_size=1, max_size=3))
def test_a_record_with_bytes_changed(offset: int, garbage: bytes) -> None:
    raw = data()
    assert isinstance(parse(raw[:offset] + garbage + raw[offset + len(garbage) :]), Record | tuple)
    assert isinstance(parse(raw[:offset]), Record | tuple)


def test_a_broken_record_is_a_finding(tmp_path: Path) -> None:
    path = tmp_path / "record.json"
    path.write_bytes(data(date="x", kind="y"))
    verdict = of_record(path)
    assert verdict.record is None
    assert [(f.rule, f.at) for f in verdict.findings] == [("R00", "/kind"), ("R00", "/date")]


def test_the_depth_of_a_record_is_far_below_the_limit() -> None:
    from justera.schema.load import _depth

    assert _depth(data().decode()) < MAX_DEPTH / 2
    assert _depth('{"a": "[[[[", "b\\"[": 1}') == 1
