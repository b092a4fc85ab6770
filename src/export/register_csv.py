"""`register.csv`: the register for a spreadsheet, UTF-8 with BOM, commas, no cell that calculates."""

from __future__ import annotations

import csv
from pathlib import Path

from .cells import cell
from .files import replacing
from .formats import Complain
from .register import COLUMNS, rows, values

FILE = "register.csv"


def write_run(out: Path, complain: Complain) -> None:
    """Write the register; the same records give the same bytes."""
    with replacing(out / FILE) as temporary, temporary.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for row in rows(out, complain):
            writer.writerow(cell(value) if isinstance(value, str) else value for value in values(row))
