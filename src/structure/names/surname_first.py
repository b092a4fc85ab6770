"""Lists that give the surname first, "Ek, Anna (S)": turned, so that one person has one name everywhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ...schema import Word
from ..text.rows import Cell, Row
from .names import NAME_WORD, PARTICLES, is_ordinary

LEAST = 3
"""So many names with a party must stand so; a single one may be two people's surnames."""

_SURNAME = re.compile(rf"{NAME_WORD}(?<![.]),")
_GIVEN = re.compile(rf"(?P<name>{NAME_WORD})(?P<mark>[,;]?)")
_PARTY = re.compile(r"\(?(?:[A-ZÅÄÖ]{1,5}|[a-zåäö]{1,3}|[-–])\)?[,;.]?")
_OPENS = (":", ";", ")", "),", ").", "):", "för", "ersätter")
"""Behind words that end so, or first of all, a person may begin."""


def turned(rows: Sequence[Row], *, beside: Sequence[Row] = ()) -> list[Row]:
    """The rows with the given name first, where the list is one that gives the surname first.

    Args:
        rows: of a head, or of a table of votes.
        beside: other rows that show how the document gives names.
    """
    told = sum(_has_party(cell, after) for row in (*rows, *beside) for cell, after in _with_next(row))
    plain = sum(_is_plain(row) for row in (*rows, *beside))
    if told < LEAST or plain > told:
        return list(rows)
    return [
        row if _TIME.search(row.text) else replace(row, cells=tuple(_turned(cell) for cell in row.cells))
        for row in rows
    ]


_TIME = re.compile(r"\b\d{1,2}[.:]\d{2}\b")
""" "Kommunhuset, Sal A, kl. 13.00": where and when a meeting was held."""


def _with_next(row: Row) -> list[tuple[Cell, Cell | None]]:
    return list(zip(row.cells, [*row.cells[1:], None], strict=True))


def _has_party(cell: Cell, after: Cell | None) -> bool:
    """Whether a cell begins with a name turned round that a party follows."""
    end = _end(cell.words, 0)
    if end is None:
        return False
    following = cell.words[end].text if end < len(cell.words) else after.text if after else ""
    return following.startswith("(") or bool(after and _PARTY.fullmatch(after.text))


_PLAIN = re.compile(rf"{NAME_WORD} {NAME_WORD},? \([A-ZÅÄÖa-zåäö]{{1,5}}\)")


def _is_plain(row: Row) -> bool:
    """Whether a row begins with a name the usual way round and a party."""
    return bool(_PLAIN.match(row.text))


def _turned(cell: Cell) -> Cell:
    words = list(cell.words)
    at = 0
    while at < len(words):
        end = _end(words, at, doubled=True)
        if end is None:
            at += 1
            continue
        comma = next(index for index in range(at, end) if words[index].text.endswith(","))
        surname, given = words[at : comma + 1], words[comma + 1 : end]
        mark = given[-1].text[-1] if given[-1].text[-1] in ",;" else ""
        given[-1] = replace(given[-1], text=given[-1].text.rstrip(",;"))
        surname[-1] = replace(surname[-1], text=surname[-1].text.rstrip(",") + mark)
        words[at:end] = [*given, *surname]
        at = end
    return replace(cell, words=tuple(words))


def _end(words: Sequence[Word], at: int, *, doubled: bool = False) -> int | None:
    """Where a name turned round ends that begins at a word; None where none begins.

    Args:
        words: of a cell.
        at: where it may begin.
        doubled: whether it may have two surnames: "Åsa Ek, Torpa" is one too, but has the place behind it.
    """
    if at and not words[at - 1].text.endswith(_OPENS):
        return None
    start = at
    while at < len(words) and re.fullmatch(PARTICLES, words[at].text):
        at += 1
    if (
        doubled
        and at == 0
        and len(words) > 2
        and _GIVEN.fullmatch(words[0].text)
        and _SURNAME.fullmatch(words[1].text)
    ):
        at = 1 if "," not in words[0].text else at  # "Lind Sjögren, Åsa": two surnames
    if at + 1 >= len(words) or not _SURNAME.fullmatch(words[at].text):
        return None
    for count in (2, 1):
        given = words[at + 1 : at + 1 + count]
        if len(given) == count and _are_given(given, words[at + 1 + count :]):
            name = " ".join(word.text.rstrip(",;") for word in words[start : at + 1 + count])
            return None if is_ordinary(name) else at + 1 + count
    return None


def _are_given(given: Sequence[Word], behind: Sequence[Word]) -> bool:
    """Whether words are given names, and what stands behind them ends the name."""
    found = [_GIVEN.fullmatch(word.text) for word in given]
    if not all(found) or any(match and match["mark"] for match in found[:-1]):
        return False
    marked = found[-1] is not None and found[-1]["mark"] != ""
    return marked or not behind or not behind[0].text[0].isupper()
