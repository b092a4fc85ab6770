from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from justera.schema import SCHEMA_VERSION, Record
from justera.schema.json_schema import EXAMPLE, json_schema, json_schema_text

COMMITTED = Path(__file__).parents[2] / "docs" / "schema" / f"record-{SCHEMA_VERSION}.schema.json"


def errors(value: Any) -> list[str]:
    return [error.message for error in Draft202012Validator(json_schema()).iter_errors(value)]


def test_the_committed_schema_is_current() -> None:
    """After a change of the types: justera schema > docs/schema/record-1.0.schema.json."""
    assert COMMITTED.read_text(encoding="utf-8") == json_schema_text()


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(json_schema())


def test_its_example_and_what_we_write_are_valid(record: Record) -> None:
    assert errors(EXAMPLE) == []
    assert errors(json.loads(record.model_dump_json())) == []


@pytest.mark.parametrize(
    "change",
    [{"kind": "roman"}, {"date": "12 mars 2024"}, {"items": None}, {"votes": []}, {"schema_version": "0.9"}],
)
def test_it_refuses_what_the_types_refuse(change: dict[str, Any]) -> None:
    assert errors({**EXAMPLE, **change})


def test_fields_stand_in_the_order_of_the_contract() -> None:
    names = list(json_schema()["properties"])
    contract = {"schema_version": 0, "source": 1, "kind": 2, "authority": 3, "body": 4, "title": 5, "date": 6}
    contract |= {"case_numbers": 7, "meeting": 8, "attendance": 9, "items": 10, "signatures": 11}
    contract |= {"findings": 12, "evidence": 13, "quality": 14}
    assert [name for name in names if name in contract] == list(contract)
