"""The container of the data files: named arrays in one file that opens without being read.

Layout: the magic line, one line of JSON that names each array with its type (as numpy writes it: `<u2`),
length and offset, then the arrays, each at a multiple of 64 bytes. `tools/language/storing.py` writes it. No
numpy here: importing it takes longer than all of the first page.
"""

from __future__ import annotations

import json
import mmap
import sys
from array import array
from pathlib import Path
from typing import Literal, TypeAlias

MAGIC = b"justera-language 1\n"
"""Name and version of the layout."""

ALIGNMENT = 64
"""Bytes; a cache line, and enough for every type."""

CODES: dict[str, Literal["B", "H", "I"]] = {"|u1": "B", "<u2": "H", "<u4": "I"}
"""Types of the arrays with their codes in Python's own arrays."""

Array: TypeAlias = "memoryview[int]"
"""Numbers that lie in a file."""


def read(path: Path) -> dict[str, Array]:
    """Map the arrays of a file into memory; only what is looked up is ever read from disk.

    Raises:
        ValueError: the file is not of this layout.
    """
    with path.open("rb") as file:
        if file.readline() != MAGIC:
            raise ValueError(f"{path.name} is no language file of this version")
        head = json.loads(file.readline())
        start = padded(file.tell())
        memory = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    arrays = {}
    for entry in head["arrays"]:
        code = CODES[entry["type"]]
        first = start + entry["offset"]
        stored = memory[first : first + entry["length"] * array(code).itemsize].cast(code)
        arrays[entry["name"]] = stored if sys.byteorder == "little" else _swapped(stored)
    return arrays


def padded(size: int) -> int:
    """A size in bytes, up to where the next array begins."""
    return -(-size // ALIGNMENT) * ALIGNMENT


def _swapped(stored: Array) -> Array:
    """A copy with the bytes of each number in the order of a big-endian machine."""
    turned = array(stored.format, stored.tobytes())
    turned.byteswap()
    return memoryview(turned)
