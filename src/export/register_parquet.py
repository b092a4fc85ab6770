"""`register.parquet`: the register for analysts, columns typed; needs the extra `analysis`."""

from __future__ import annotations

from dataclasses import asdict
from itertools import islice
from pathlib import Path

from ..errors import UsageError
from .files import replacing
from .formats import Complain
from .register import COLUMNS, rows

FILE = "register.parquet"

BATCH = 10_000
"""Rows of a row group, and in memory at a time."""

_NUMBERS = frozenset({"page", "findings"})


def write_run(out: Path, complain: Complain) -> None:
    """Write the register.

    Raises:
        UsageError: pyarrow is not installed.
    """
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        raise UsageError(
            "the format parquet needs pyarrow", next_step="install it with: pip install 'justera[analysis]'"
        ) from None
    schema = pyarrow.schema(
        [(name, pyarrow.int32() if name in _NUMBERS else pyarrow.string()) for name in COLUMNS]
    )
    with replacing(out / FILE) as temporary, parquet.ParquetWriter(temporary, schema) as writer:
        every = rows(out, complain)
        while group := [asdict(row) for row in islice(every, BATCH)]:
            writer.write_table(pyarrow.Table.from_pylist(group, schema=schema))
