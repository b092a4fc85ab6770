"""`register.xlsx`: the register as a workbook; every cell is text or a number, none a formula."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

import xlsxwriter

from .files import replacing
from .formats import Complain
from .register import COLUMNS, rows, values

FILE = "register.xlsx"

MAX_ROWS = 1_048_576
"""Rows of a sheet in Excel."""

MAX_CELL = 32_767
"""Characters of a cell in Excel."""

MAX_LINKS = 65_530
"""Links of a sheet in Excel."""

CUT = " ... [cut here, the whole text is in record.json]"

WIDTHS = {
    "title": 50,
    "decision": 70,
    "document": 34,
    "authority": 24,
    "body": 28,
    "link": 34,
    "reservations": 28,
}
"""Of the columns, in characters; others are 14."""

_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def write_run(out: Path, complain: Complain) -> None:
    """Write the workbook, row by row; more rows than a sheet holds go on in the next sheet."""
    with replacing(out / FILE) as temporary, xlsxwriter.Workbook(temporary, _OPTIONS) as book:
        # A fixed date, so that the same records give the same bytes.
        book.set_properties(
            {"title": "Register", "created": datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)}
        )
        sheet, line = None, MAX_ROWS
        for row in rows(out, complain):
            if line == MAX_ROWS:
                sheet, line = _new_sheet(book), 1
            _write_row(sheet, line, values(row))
            line += 1
        if sheet is None:
            _new_sheet(book)


def _new_sheet(book: Any) -> Any:
    sheet = book.add_worksheet()
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, MAX_ROWS - 1, len(COLUMNS) - 1)
    for index, name in enumerate(COLUMNS):
        sheet.set_column(index, index, WIDTHS.get(name, 14))
    sheet.write_row(0, 0, COLUMNS, book.add_format({"bold": True}))
    return sheet


def _write_row(sheet: Any, line: int, cells: tuple[str | int | None, ...]) -> None:
    for index, value in enumerate(cells):
        if isinstance(value, int):
            sheet.write_number(line, index, value)
        elif value and COLUMNS[index] == "link" and line <= MAX_LINKS and len(value) < 1000:
            sheet.write_url(line, index, f"external:{quote(value)}", string=value)
        elif value:
            sheet.write_string(line, index, value if len(value) <= MAX_CELL else value[: MAX_CELL - 60] + CUT)
