"""Writing the container of the data files (`justera.language.store` reads it)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from justera.language.store import CODES, MAGIC, padded

Array = NDArray[Any]


def write(path: Path, arrays: Mapping[str, Array], about: Mapping[str, Any]) -> None:
    """Write the arrays with a description (`about`) of where they come from.

    The same arrays give the same bytes, so that a rebuilt file can be compared with a committed one.

    Raises:
        ValueError: an array has a type that the reader does not know.
    """
    table: list[dict[str, Any]] = []
    offset = 0
    for name, array in arrays.items():
        if array.dtype.str not in CODES:
            raise ValueError(f"{name}: arrays of {array.dtype} are not read")
        table.append({"name": name, "type": array.dtype.str, "length": len(array), "offset": offset})
        offset += padded(array.nbytes)
    head = json.dumps({"about": about, "arrays": table}, ensure_ascii=False, sort_keys=True) + "\n"
    start = padded(len(MAGIC) + len(head.encode()))
    with path.open("wb") as file:
        file.write((MAGIC + head.encode()).ljust(start, b"\0"))
        for array in arrays.values():
            data = np.ascontiguousarray(array).tobytes()
            file.write(data.ljust(padded(len(data)), b"\0"))
