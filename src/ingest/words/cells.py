"""Words to cells: runs of words on one baseline with no wide gap between them.

A cell is a whole line of running text, or a label, a value, a name in a list of two columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from ...schema import Box, Word

CELL_GAP = 2.2
"""Widest gap within a cell, in heights of the page's words: justified lines reach 1.6."""

SAME_BASELINE = 0.5
"""Share of the lower word's height by which two words of one line overlap, at least."""

TALL = 1.7
"""Heights of the page's words from which on a box may take in the line below, which the word before tells."""

_LIST_LABEL = re.compile(r"[-–•*]|(§+ ?)?\d{1,3}[a-z]?[.):]?|[a-zåäö][.)]|§")
"""What stands before a heading or a point of a list and belongs to its line, however wide the gap."""

LABEL_REACH = 7.0
"""Widest gap after such a label, in heights of the page's words."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Words on one baseline, from left to right."""

    words: tuple[Word, ...]
    box: Box

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(word.text for word in self.words)


def box_of(word: Word) -> Box:
    """The word's box.

    Raises:
        ValueError: it has none, so that it cannot be placed.
    """
    if word.box is None:
        raise ValueError("a word without a box cannot be placed")
    return word.box


def typical_height(words: Iterable[Word]) -> float:
    """Median height of the words, in points."""
    heights = [box_of(word).height for word in words if len(word.text) > 1]
    return max(4.0, median(heights)) if heights else 8.0


def cell_of(words: Sequence[Word]) -> Cell:
    """The words as one cell, from left to right."""
    return Cell(tuple(words), around(words))


def cells(words: Sequence[Word], height: float) -> list[Cell]:
    """The cells of a page, by left edge.

    Args:
        words: all with boxes.
        height: of a typical word, in points.
    """
    runs: list[list[Word]] = []
    levels: dict[int, set[int]] = {}
    for word in sorted(words, key=lambda word: (box_of(word).x0, box_of(word).top)):
        level = _level(word, height)
        # Only runs near the word's height are looked at: a page has a hundred.
        near = sorted(index for one in range(level - 2, level + 3) for index in levels.get(one, ()))
        best = max(near, key=lambda index: _fit(runs[index], word, height), default=None)
        if best is None or _fit(runs[best], word, height) <= 0:
            best = len(runs)
            runs.append([])
        else:
            levels[_level(runs[best][-1], height)].discard(best)
        runs[best].append(word)
        levels.setdefault(level, set()).add(best)
    return [cell_of(run) for run in runs]


def _level(word: Word, height: float) -> int:
    box = box_of(word)
    return int((box.top + box.bottom) / 2 / height)


def is_list_label(text: str) -> bool:
    """Whether it is a number, letter or dash before a point of a list or a heading."""
    return _LIST_LABEL.fullmatch(text) is not None


def _fit(run: Sequence[Word], word: Word, height: float) -> float:
    """How well the word continues the run; 0 where it does not."""
    last, box = box_of(run[-1]), box_of(word)
    level = next((one for one in map(box_of, run[:-3:-1]) if one.height < TALL * height), last)
    overlap = min(level.bottom, box.bottom) - max(level.top, box.top)
    share = overlap / max(0.1, min(level.height, box.height))
    gap = box.x0 - last.x1
    counted = run[-1].text.isdigit() and word.text.isdigit()  # figures side by side: "118   28"
    is_label = len(run) <= 2 and not counted and is_list_label(" ".join(word.text for word in run))
    # Large print has wide spaces; the smaller of two neighbours may be a full stop.
    reach = LABEL_REACH * height if is_label else CELL_GAP * max(height, min(last.height, box.height))
    # An engine's box may take in the next word: "Tisdagen den" with "Tisdagen" as long as both.
    laps = max(1.5 * height, 0.5 * last.width)
    if share < SAME_BASELINE or not -laps < gap < reach:
        return 0.0
    return share / (1.0 + abs(gap) / height)


def around(words: Iterable[Word]) -> Box:
    """The smallest box around the words, at least one."""
    boxes = [box_of(word) for word in words]
    return Box(
        min(box.x0 for box in boxes),
        min(box.top for box in boxes),
        max(box.x1 for box in boxes),
        max(box.bottom for box in boxes),
    )


def rows(found: Iterable[Cell]) -> list[list[Cell]]:
    """Cells side by side, from top to bottom, each row from left to right."""
    result: list[list[Cell]] = []
    for cell in sorted(found, key=lambda cell: (cell.box.top + cell.box.bottom) / 2):
        if result and _beside(result[-1], cell):
            result[-1].append(cell)
        else:
            result.append([cell])
    return [sorted(row, key=lambda cell: cell.box.x0) for row in result]


def _beside(row: Sequence[Cell], cell: Cell) -> bool:
    """In the row's height, and over none of its cells."""
    last = row[-1].box
    overlap = min(last.bottom, cell.box.bottom) - max(last.top, cell.box.top)
    apart = all(other.box.x1 <= cell.box.x0 + 2 or cell.box.x1 <= other.box.x0 + 2 for other in row)
    return apart and overlap > SAME_BASELINE * min(last.height, cell.box.height)
