"""`register.jsonl`: the register for analysts, one JSON object per item, text as it stands."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from .files import replacing
from .formats import Complain
from .register import rows

FILE = "register.jsonl"


def write_run(out: Path, complain: Complain) -> None:
    """Write the register; the same records give the same bytes."""
    with replacing(out / FILE) as temporary, temporary.open("w", encoding="utf-8", newline="\n") as file:
        for row in rows(out, complain):
            file.write(json.dumps(asdict(row), ensure_ascii=False) + "\n")
