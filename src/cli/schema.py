"""`justera schema`: the JSON Schema of record.json."""

from __future__ import annotations


def command() -> None:
    """Print the JSON Schema of the record, with an example."""
    from ..schema.json_schema import json_schema_text

    print(json_schema_text(), end="")
