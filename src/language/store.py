"""The container of the data files: named numpy arrays in one file that opens without being read.

Layout: the magic line, one line of JSON that names each array with its type, length and offset, then the
arrays, each at a multiple of 64 bytes. The same arrays give the same bytes, so a rebuilt file can be
compared with a committed one.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

MAGIC = b"justera-language 1\n"
"""Name and version of the layout."""

ALIGNMENT = 64
"""Bytes; a cache line, and enough for every numpy type."""

Array = NDArray[Any]


def write(path: Path, arrays: Mapping[str, Array], about: Mapping[str, Any]) -> None:
    """Write the arrays with a description (`about`) of where they come from."""
    table: list[dict[str, Any]] = []
    offset = 0
    for name, array in arrays.items():
        table.append({"name": name, "type": array.dtype.str, "length": len(array), "offset": offset})
        offset += _padded(array.nbytes)
    head = json.dumps({"about": about, "arrays": table}, ensure_ascii=False, sort_keys=True) + "\n"
    start = _padded(len(MAGIC) + len(head.encode()))
    with path.open("wb") as file:
        file.write((MAGIC + head.encode()).ljust(start, b"\0"))
        for array in arrays.values():
            data = np.ascontiguousarray(array).tobytes()
            file.write(data.ljust(_padded(len(data)), b"\0"))


def read(path: Path) -> dict[str, Array]:
    """Map the arrays of a file into memory; only what is looked up is ever read from disk.

    Raises:
        ValueError: the file is not of this layout.
    """
    with path.open("rb") as file:
        if file.readline() != MAGIC:
            raise ValueError(f"{path.name} is no language file of this version")
        head = json.loads(file.readline())
        start = _padded(file.tell())
    memory = np.memmap(path, dtype=np.uint8, mode="r")
    arrays = {}
    for entry in head["arrays"]:
        kind = np.dtype(entry["type"])
        first = start + entry["offset"]
        arrays[entry["name"]] = memory[first : first + entry["length"] * kind.itemsize].view(kind)
    return arrays


def _padded(size: int) -> int:
    return -(-size // ALIGNMENT) * ALIGNMENT
