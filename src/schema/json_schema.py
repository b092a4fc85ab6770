"""The JSON Schema of `record.json`, for programs that are not written in Python.

Generated from the types, so that it cannot say anything else; the committed copy under docs/schema is held
current by a test.
"""

from __future__ import annotations

import json
from typing import Any

from .record import SCHEMA_VERSION, Record

DIALECT = "https://json-schema.org/draft/2020-12/schema"

EXAMPLE: dict[str, Any] = {
    "schema_version": SCHEMA_VERSION,
    "source": {
        "name": "2024/namnden-0516.pdf",
        "sha256": "3b1f7c9d0e5a48b26f7d1c3e9a8b4f605d2e7c1a9b8f3e6d4c5a7b0e1f2d3c4b",
        "pages": 1,
        "media_type": "application/pdf",
    },
    "kind": "protokoll",
    "authority": {"name": "Örebro kommun", "kind": "kommun", "code": "1880"},
    "body": "Kultur- och fritidsnämnden",
    "date": "2024-05-16",
    "meeting": {"date": "2024-05-16", "start": "13:00", "chair": "Åsa Öberg", "items_from": 41},
    "attendance": [{"name": "Åsa Öberg", "party": "S", "role": "ordforande"}],
    "items": [
        {
            "number": 41,
            "title": "Öppettider vid huvudbiblioteket",
            "case_numbers": ["KFN 2024/123"],
            "sections": [
                {"kind": "beslut", "heading": "Beslut", "text": "Nämnden beslutar att bifalla förslaget."}
            ],
            "decisions": [
                {
                    "text": "Nämnden beslutar att bifalla förslaget.",
                    "status": "beslutat",
                    "level": "eget_beslut",
                    "body": "Nämnden",
                    "outcome": "bifall",
                }
            ],
            "votes": [{"yes": 7, "no": 4, "yes_means": "bifall", "no_means": "avslag"}],
        }
    ],
    "evidence": {
        "/items/0/number": [
            {"page": 1, "box": [72.0, 210.5, 96.0, 222.5], "as_written": "§ 41", "confidence": 0.98}
        ]
    },
    "quality": {
        "grade": "god",
        "pages": [
            {
                "number": 1,
                "origin": "repaired_layer",
                "reason": "the text layer follows the image",
                "words": 312,
                "confidence": 0.97,
            }
        ],
    },
}
"""A small record, in the schema as its example."""


def json_schema() -> dict[str, Any]:
    """The schema, in the dialect of 2020-12."""
    schema = Record.model_json_schema(mode="validation")
    return {
        "$schema": DIALECT,
        "$id": f"urn:justera:record:{SCHEMA_VERSION}",
        **schema,
        "examples": [EXAMPLE],
    }


def json_schema_text() -> str:
    """The schema as it is printed and committed."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"
