"""Columns of a list that a legend explains: "Spalt I: N = närvarande, – = frånvarande. Spalt II: ..."."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..landmarks.labels import Field
from ..text.passage import of_rows
from ..text.rows import Cell, Row

_COLUMN = re.compile(
    r"\b(?:spalt|kolumn|kol\.?) (?P<number>[IVX]{1,4}|\d)\b\W*(?P<says>.*?)(?=\b(?:spalt|kolumn|kol\.?) |$)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[IVX]{1,4}|\d")
_HEADS = (("närvarande", re.compile(r"n[äa]rv|frånv", re.I)), ("tjg", re.compile(r"\btj", re.I)))
"""The head of a column, by what the legend says of it."""


def explained(fields: Sequence[Field]) -> list[Field]:
    """The fields with words for numbers over the columns of lists, and without the legend."""
    legend = [row for field in fields for row in field.rows if _COLUMN.search(row.text)]
    columns = {match["number"]: _head(match["says"]) for match in _COLUMN.finditer(of_rows(legend).text)}
    if not columns:
        return list(fields)
    return [
        replace(field, rows=[_headed(row, columns) for row in field.rows if row not in legend])
        for field in fields
    ]


def _head(says: str) -> str:
    return next((head for head, pattern in _HEADS if pattern.search(says)), "omröstning")


def _headed(row: Row, columns: Mapping[str, str]) -> Row:
    """A row that heads columns by numbers alone, or behind words, with what stands in these columns."""
    numbered = [bool(_NUMBER.fullmatch(cell.text)) for cell in row.cells]
    if not any(numbered) or not all(numbered[numbered.index(True) :]):
        return row
    return replace(row, cells=tuple(_named(cell, columns) for cell in row.cells))


def _named(cell: Cell, columns: Mapping[str, str]) -> Cell:
    head = columns.get(cell.text)
    return replace(cell, words=(replace(cell.words[0], text=head),)) if head else cell
