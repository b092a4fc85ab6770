"""On which line of a JSON file each value stands, so that an editor can show a finding there."""

from __future__ import annotations

import json
import re

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{},:]|[^\s\[\]{},:"]+|\n')


def lines(text: str) -> dict[str, int]:
    """JSON pointer to line number from 1, for a text that is valid JSON."""
    found: dict[str, int] = {}
    path: list[str | int] = []
    containers: list[str] = []
    line, key_next = 1, False
    for token in _TOKEN.findall(text):
        if token == "\n":
            line += 1
        elif token == "," and containers:
            _advance(path, containers[-1])
            key_next = containers[-1] == "{"
        elif token in "]}":
            containers.pop()
            path.pop()
        elif key_next and token.startswith('"'):
            path[-1], key_next = json.loads(token), False
        elif token != ":":
            found.setdefault(_pointer(path), line)
            if token in "[{":
                containers.append(token)
                path.append(0 if token == "[" else "")
                key_next = token == "{"
    return found


def line_of(pointer: str, known: dict[str, int]) -> int:
    """The line of a value, or of the nearest part above it that the file has."""
    while pointer and pointer not in known:
        pointer = pointer.rpartition("/")[0]
    return known.get(pointer, 1)


def _advance(path: list[str | int], container: str) -> None:
    last = path[-1]
    path[-1] = last + 1 if container == "[" and isinstance(last, int) else ""


def _pointer(path: list[str | int]) -> str:
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in path)
