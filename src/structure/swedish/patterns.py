"""Patterns from the TOML tables: lists of alternatives, with examples beside them, joined and compiled once.

A pattern is an alternation without case; `{n}` and other names in braces are filled from the caller's parts.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """The table `<name>.toml` beside this module."""
    return tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text(encoding="utf-8"))


def any_of(alternatives: list[str], **parts: str) -> str:
    """One alternation, parts filled in.

    Raises:
        ValueError: there is no alternative, which would match everywhere.
    """
    if not alternatives:
        raise ValueError("a pattern without alternatives")
    text = "(?:" + "|".join(alternatives) + ")"
    for part, value in parts.items():
        text = text.replace("{" + part + "}", value)
    return _OLD.sub(lambda match: "(?:fv?|v)" if match.group() == "v" else match.group(), text)


_OLD = re.compile(r"\(\?P<\w+>|\(\?<[=!][^)]*\)|\[[^\]]*\]|\\.|(?<=[aeiouyåäö])v")
"""A v behind a vowel, "avslag", which spelling before 1906 has as f or fv: "afslag", "öfverläggning".

Names of groups, what must not stand before, and sets of letters are passed over.
"""


def compiled(name: str, key: str, **parts: str) -> re.Pattern[str]:
    """The alternation under `patterns.<key>` of a table, compiled."""
    return re.compile(any_of(table(name)["patterns"][key], **parts), re.IGNORECASE | re.DOTALL)
