"""What the pages for users promise is what the code has."""

from __future__ import annotations

import re
from pathlib import Path

from justera.batch.outcome import Outcome
from justera.exit_code import ExitCode
from justera.settings import Settings, setting_names

DOCS = Path(__file__).parents[2] / "docs"


def test_every_exit_code_is_documented_with_meaning() -> None:
    rows = re.findall(r"^\| *(\d+) \| (\w+) \| (.+?) \|", (DOCS / "exit-codes.md").read_text(), re.MULTILINE)
    assert {(int(code), name) for code, name, meaning in rows if meaning} == {
        (int(c), c.name) for c in ExitCode
    }


def test_every_outcome_is_documented() -> None:
    rows = re.findall(r"^\| (\w+) \| ", (DOCS / "batch.md").read_text(), re.MULTILINE)
    assert {*Outcome} <= {*rows}


def test_documented_settings_exist_with_these_defaults() -> None:
    rows = re.findall(r"^\| `(\w+\.\w+)` \| ([\d ]+) \|", (DOCS / "batch.md").read_text(), re.MULTILINE)
    assert rows
    for name, value in rows:
        assert name in setting_names()
        section, key = name.split(".")
        assert getattr(getattr(Settings(), section), key) == float(value.replace(" ", "")), name
