"""Party codes by date."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("parties.toml").read_text(encoding="utf-8"))


def is_known(code: str) -> bool:
    """True for a code in the list, in either case: (fp) was written small before about 2010."""
    return code.upper() in _tables()["codes"]


def misread(code: str) -> str | None:
    """The known code that this is a common misreading of: "5D" of "SD"."""
    meant = _tables()["misread"].get(code.upper())
    return str(meant) if meant else None


def out_of_time(code: str, date: str) -> str | None:
    """Why a known code cannot stand in a document of an ISO date: "until 2016-06-30"; None where it can."""
    span = _tables()["codes"].get(code.upper(), {})
    if date < span.get("from", ""):
        return f"from {span['from']}"
    if date > span.get("to", "9999"):
        return f"until {span['to']}"
    return None
