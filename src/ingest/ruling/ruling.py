"""Ruled lines of a page: straight, level or upright, in points from the top left corner.

A PDF draws them as lines, as thin filled boxes or as the edges of boxes, often in many short pieces, dotted
ones as rows of dots. Curves and slanting lines are not rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

THIN = 3.0
"""Points; a box no thicker than this is a line drawn as a box."""

SLANT = 1.0
"""Points by which the ends of a level line differ at most."""

SHADED = 14.0
"""Points; a filled box without outline is a cell from this height on; a lower one marks words."""

SAME = 2.0
"""Points between two lines that are one, drawn twice or doubled."""

JOIN = 3.5
"""Points between two pieces of one line: dots and dashes stand closer."""

SHORTEST = 12.0
"""Points; what is shorter is a dash, a tick box or part of a letter."""

MOST = 4000
"""Shapes of a page that are looked at; a page with more is a drawing."""

Shape = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line; `at` is its y if level, its x if upright."""

    upright: bool
    at: float
    start: float
    end: float

    @property
    def length(self) -> float:
        """In points."""
        return self.end - self.start


def of_shapes(
    lines: Sequence[Shape], boxes: Sequence[Shape], left: float = 0.0, top: float = 0.0
) -> tuple[Rule, ...]:
    """The rules among a PDF page's lines and boxes, as pdfplumber gives them.

    Args:
        lines: with x0, top, x1, bottom.
        boxes: the same with fill, stroke and non_stroking_color.
        left: of the visible page, subtracted.
        top: of the visible page, subtracted.
    """
    if len(lines) + len(boxes) > MOST:
        return ()
    pieces = [piece for shape in lines for piece in _of_box(shape, outlined=False)]
    for shape in boxes:
        if _thin(shape) or shape.get("stroke") or _is_shaded(shape):
            pieces += _of_box(shape, outlined=True)
    return merged(Rule(p.upright, p.at - (left if p.upright else top), *_moved(p, left, top)) for p in pieces)


def merged(pieces: Iterable[Rule]) -> tuple[Rule, ...]:
    """Pieces that lie on one line and nearly touch, put together; short rests are left out."""
    found: list[Rule] = []
    ordered = sorted(pieces, key=lambda piece: (piece.upright, piece.at))
    for upright, group in groupby(ordered, key=lambda piece: piece.upright):
        for track in _tracks(group):
            found += _joined(upright, track)
    return tuple(rule for rule in found if rule.length >= SHORTEST)


def meets(level: Rule, upright: Rule, reach: float) -> bool:
    """Whether two lines cross or end at each other, or miss that by less than `reach` points."""
    return (
        level.start - reach < upright.at < level.end + reach
        and upright.start - reach < level.at < upright.end + reach
    )


def turned(rule: Rule, degrees: int, width: float, height: float) -> Rule:
    """The rule on a page of this size that is turned clockwise by 90, 180 or 270 degrees."""
    if degrees == 180:
        across, along = (width, height) if rule.upright else (height, width)
        return Rule(rule.upright, across - rule.at, along - rule.end, along - rule.start)
    # Turned by 90 degrees what is at y comes to lie at `height - y` from the left; by 270 what is at x to
    # `width - x` from the top.
    flips_at = rule.upright == (degrees == 270)
    along = height if rule.upright else width
    at = (width if rule.upright else height) - rule.at if flips_at else rule.at
    start, end = (rule.start, rule.end) if flips_at else (along - rule.end, along - rule.start)
    return Rule(not rule.upright, at, start, end)


def _thin(shape: Shape) -> bool:
    return bool(min(shape["x1"] - shape["x0"], shape["bottom"] - shape["top"]) <= THIN)


def _is_shaded(shape: Shape) -> bool:
    """Filled with something else than white, and high enough for a cell."""
    colour = shape.get("non_stroking_color")
    white = colour is None or all(
        part >= 0.99 for part in (colour if isinstance(colour, (tuple, list)) else [colour])
    )
    return bool(shape.get("fill")) and not white and shape["bottom"] - shape["top"] >= SHADED


def _of_box(shape: Shape, *, outlined: bool) -> Iterator[Rule]:
    x0, x1, top, bottom = shape["x0"], shape["x1"], shape["top"], shape["bottom"]
    width, height = x1 - x0, bottom - top
    limit = THIN if outlined else SLANT
    # A dot is a piece of a line of either direction.
    if height <= limit:
        yield Rule(False, (top + bottom) / 2, x0, x1)
    if width <= limit:
        yield Rule(True, (x0 + x1) / 2, top, bottom)
    if outlined and min(width, height) > limit:
        yield from (Rule(False, at, x0, x1) for at in (top, bottom))
        yield from (Rule(True, at, top, bottom) for at in (x0, x1))


def _moved(piece: Rule, left: float, top: float) -> tuple[float, float]:
    shift = top if piece.upright else left
    return piece.start - shift, piece.end - shift


def _tracks(pieces: Iterable[Rule]) -> Iterator[list[Rule]]:
    """Pieces on the same line, whatever lies between them along it."""
    track: list[Rule] = []
    for piece in pieces:
        if track and piece.at - track[0].at > SAME:
            yield track
            track = []
        track.append(piece)
    if track:
        yield track


def _joined(upright: bool, track: Sequence[Rule]) -> Iterator[Rule]:
    run: list[Rule] = []
    end = 0.0
    for piece in sorted(track, key=lambda piece: piece.start):
        if run and piece.start > end + JOIN:
            yield _one(upright, run, end)
            run = []
        end = max(end, piece.end) if run else piece.end
        run.append(piece)
    if run:
        yield _one(upright, run, end)


def _one(upright: bool, run: Sequence[Rule], end: float) -> Rule:
    weight = sum(max(piece.length, 0.1) for piece in run)
    return Rule(upright, sum(piece.at * max(piece.length, 0.1) for piece in run) / weight, run[0].start, end)
