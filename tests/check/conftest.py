from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from justera.rules.run import stated_values
from justera.schema import Record


def plain_record(**changes: Any) -> dict[str, Any]:
    """A record with nothing to question, as plain values."""
    text = "Nämnden beslutar att bifalla förslaget."
    record: dict[str, Any] = {
        "schema_version": "1.0",
        "source": {"name": "sn.pdf", "sha256": "cd" * 32, "pages": 1, "media_type": "application/pdf"},
        "kind": "protokoll",
        "authority": {"name": "Örebro kommun", "kind": "kommun", "code": "1880"},
        "body": "Socialnämnden",
        "date": "2024-03-12",
        "meeting": {
            "date": "2024-03-12",
            "start": "13:00",
            "end": "15:00",
            "place": "Rådhuset",
            "chair": "Åsa Öberg",
            "secretary": "Märta Lindén",
            "adjusters": ["Nils Ahlqvist"],
            "adjusted_on": "2024-03-19",
        },
        "attendance": [
            {"name": "Åsa Öberg", "party": "S", "role": "ordforande"},
            {"name": "Nils Ahlqvist", "party": "M", "role": "ledamot"},
            {"name": "Märta El Haddad", "party": "V", "role": "ledamot"},
        ],
        "items": [
            {
                "number": number,
                "title": f"Ärende {number}",
                "case_numbers": [f"SN 2024/{number}"],
                "sections": [{"kind": "beslut", "heading": "Beslut", "text": text}],
                "decisions": [
                    {
                        "text": text,
                        "status": "beslutat",
                        "level": "eget_beslut",
                        "body": "Nämnden",
                        "outcome": "bifall",
                    }
                ],
            }
            for number in (11, 12)
        ],
        "signatures": [{"name": "Åsa Öberg", "title": "Ordförande"}],
        "quality": {
            "grade": "god",
            "pages": [
                {"number": 1, "origin": "ocr", "reason": "no text layer", "words": 90, "confidence": 0.95}
            ],
        },
    } | changes
    return record


def whole(record: dict[str, Any]) -> Record:
    """With evidence for every value."""
    bare = Record.model_validate(record)
    places = {
        at: [{"page": 1, "box": None, "as_written": value, "confidence": 0.9}]
        for at, value in stated_values(bare)
    }
    return Record.model_validate({**record, "evidence": places})


Put = Callable[..., Path]


@pytest.fixture
def record() -> Record:
    return whole(plain_record())


@pytest.fixture
def make() -> Callable[..., Record]:
    """A record with changes to its plain values."""
    return lambda **changes: whole(plain_record(**changes))


@pytest.fixture
def put(tmp_path: Path) -> Put:
    """Write a record as a run leaves it, below a folder "out"; its file."""

    def write(record: Record | dict[str, Any], name: str = "sn.pdf", **files: str) -> Path:
        folder = tmp_path / "out" / name
        folder.mkdir(parents=True)
        plain = record.model_dump(mode="json") if isinstance(record, Record) else record
        path = folder / "record.json"
        path.write_text(json.dumps(plain, ensure_ascii=False, indent=2), encoding="utf-8")
        for file, text in files.items():
            (folder / file.replace("__", ".")).write_text(text, encoding="utf-8")
        return path

    return write
