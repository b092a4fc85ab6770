"""Ruled lines taken out of the image that is read: engines lose words and marks that stand close to them.

A line goes column by column, only where the ink at its place is no thicker than the line is elsewhere:
strokes of letters that cross or touch it stay, and so does the ring of an Å below it. Nothing beyond what
was found is touched, as text may begin where a table's line ends; and what letters stand on for much of
its length is no line but their own feet.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from ..engine.tsv import Frame
from ..ruling.ruling import Rule

INK = 215
"""Grey below which a pixel may be part of a line: hairlines are faint on poor scans."""

THICKEST = 3.0
"""Points; a thicker line stays, as it hardly disturbs."""

WANDER = 2.0
"""Points around the place of a line in which its ink may lie, as lines are found at low resolution."""

NEAR = 80.0
"""Points between two lines of a table that are as long as each other: cells of six rows of print."""

STEP = 9.0
"""Points along a line in which it is level."""

FOUND = 0.5
"""Share of a step with ink at the line's place, from which on it goes on there; letters stand on less."""

WHOLE = 0.8
"""Share of a line that is ink, at least: lines that were scanned have 0.9 and more, rows of letters 0.5."""

CROSSED = 0.25
"""Share of a line's columns with thicker ink from which on it is a row of letters."""

GAP = 3
"""Steps without ink after which a line is over: faint ones have holes."""

HOLE = 3
"""Pixels; a wider hole within a line's last step is where it ends."""

UNDERLINED, LOPSIDED = 0.1, 2.0
"""Share of a line's columns on which more stands than its own ink, and how many times as many as have more
below it, from which on it underlines print."""

SPARE = 2.0
"""How many times as thick as in most columns, and a pixel more, a rough line may be."""

Ink = NDArray[np.bool_]
Counts = NDArray[np.intp]


def without(image: Image.Image, rules: Iterable[Rule], frame: Frame) -> Image.Image:
    """The image without these lines."""
    whole = _as_long_as_their_like(list(rules))
    if not whole:
        return image
    pixels = np.array(image)
    for rule in whole:
        turned, left, top = (pixels.T, frame.top, frame.x0) if rule.upright else (pixels, frame.x0, frame.top)
        start, end = (round((x - left) / frame.scale) for x in (rule.start, rule.end))
        _erase(turned, (rule.at - top) / frame.scale, (start, end), 1 / frame.scale)
    return Image.fromarray(pixels)


def _as_long_as_their_like(rules: Sequence[Rule]) -> list[Rule]:
    """The lines, each as long as those near by that end where it does: a part of it may be too faint."""
    return [
        replace(
            rule,
            start=min(other.start for other in rules if _is_alike(rule, other)),
            end=max(other.end for other in rules if _is_alike(rule, other)),
        )
        for rule in rules
    ]


def _is_alike(rule: Rule, other: Rule) -> bool:
    ends = min(abs(rule.start - other.start), abs(rule.end - other.end))
    return other.upright == rule.upright and abs(other.at - rule.at) < NEAR and ends < WANDER


def _erase(pixels: NDArray[np.uint8], at: float, extent: tuple[int, int], point: float) -> None:
    """Whiten the line at row `at` in place; `point` is its size in pixels."""
    step, thickest = round(STEP * point), round(THICKEST * point)
    # A line that is half a degree aslant climbs by a hundredth of its length.
    margin = round(WANDER * point) + thickest + pixels.shape[1] // 100
    top, bottom = max(0, round(at) - margin), min(pixels.shape[0], round(at) + margin + 1)
    band = pixels[top:bottom, : pixels.shape[1] // step * step]
    if band.shape[0] < 3:
        return
    ink = band < INK
    places = (max(0, extent[0] // step), min(band.shape[1] // step, -(-extent[1] // step)))
    course = _course(ink, round(at) - top, places, step, reach=round(WANDER * point))
    if not course:
        return
    # A step on either side, as the line's ends fill a part of theirs only.
    left, right = max(0, (min(course) - 1) * step), min((max(course) + 2) * step, band.shape[1])
    columns = np.arange(left, right)
    steps = sorted(course)
    middle = np.interp(columns, [(place + 0.5) * step for place in steps], [course[place] for place in steps])
    _whiten(band[:, left:right], np.round(middle).astype(np.intp), thickest, step)


def _course(ink: Ink, at: int, places: tuple[int, int], step: int, *, reach: int) -> dict[int, float]:
    """The line's row in each step that it runs through, followed from `places` to its ends."""
    # Of a few numbers each, which lists give out in a tenth of an array's time.
    shares = ink.reshape(ink.shape[0], -1, step).mean(axis=2).T.tolist()
    start = max(range(*places), key=lambda place: _fullest(shares, place, at, reach)[1], default=None)
    if start is None:
        return {}
    row, share = _fullest(shares, start, at, reach)
    if share < FOUND:
        return {}
    course = {start: row}
    for direction in (-1, 1):
        place, level, missed = start + direction, row, 0
        while places[0] <= place < places[1] and missed < GAP:
            # A step away it lies within a pixel; after a hole a little farther off.
            near, share = _fullest(shares, place, round(level), 1 + missed)
            if share >= FOUND:
                course[place] = level = near
                missed = 0
            else:
                missed += 1
            place += direction
    return course


def _fullest(shares: Sequence[Sequence[float]], place: int, at: int, reach: int) -> tuple[float, float]:
    """The middle of the fullest rows of a step around row `at`, and how full they are."""
    low = max(0, at - reach)
    column = shares[place][low : at + reach + 1]
    best = max(column)
    full = [row for row, share in enumerate(column) if share >= 0.8 * best]
    return low + sum(full) / len(full), best


def _whiten(band: NDArray[np.uint8], middle: Counts, thickest: int, step: int) -> None:
    """Whiten in place the ink along `middle`, its row in each column; it ends within two steps of them."""
    ink = band < INK
    columns = np.arange(band.shape[1])
    middle = np.clip(middle, 1, band.shape[0] - 2)
    # A rough line lies a row higher or lower here and there.
    for shift in (-1, 1):
        off = ~ink[middle, columns] & ink[middle + shift, columns]
        middle = np.clip(middle + shift * off, 1, band.shape[0] - 2)
    on = _own(ink[middle, columns], step)
    own = np.flatnonzero(on)
    if not len(own) or len(own) < WHOLE * (own[-1] - own[0] + 1):
        return
    above, below = _extent(ink, middle, on)
    thickness = above + below + 1
    usual = float(np.median(thickness[on]))
    if usual > thickest:
        return
    thin = on & (thickness <= SPARE * usual + 1)
    if thin.sum() < (1 - CROSSED) * on.sum():
        return
    upper, lower = (int(np.median(side[on])) for side in (above, below))
    feet, tails = _of_print(above - upper, below - lower, on)
    # What stands on an underline ends in it: the line goes there too, or leaves a stub below the letter.
    standing = on & (below <= lower + 1) & (~thin | feet)
    thin &= ~tails
    above = np.where(standing, upper, above)
    rows = np.arange(band.shape[0])[:, None]
    # One row more on either side: the soft edge of a scanned line.
    over = np.where(standing, 0, 1)
    band[(rows >= middle - above - over) & (rows <= middle + below + 1) & (thin | standing)] = 255


def _of_print(above: Counts, below: Counts, on: Ink) -> tuple[Ink, Ink]:
    """Where letters stand on an underline, and where they go on below it, with strokes as thin as it is.

    A line that is only rough is thicker on both sides.

    Args:
        above: pixels of ink in each column above the line's usual edge.
        below: the same below it.
        on: columns with the line's ink.
    """
    feet, tails = ((side > 1) & on for side in (above, below))
    if feet.sum() > max(UNDERLINED * on.sum(), LOPSIDED * tails.sum()):
        return feet, tails
    return np.zeros_like(on), np.zeros_like(on)


def _own(on: Ink, step: int) -> Ink:
    """Where the line has ink, without that of what stands beyond its ends."""
    kept = on.copy()
    kept[: 2 * step - _length(on[: 2 * step][::-1], step)] = False
    kept[len(on) - 2 * step + _length(on[-2 * step :], step) :] = False
    return kept


def _length(on: Ink, step: int) -> int:
    """Pixels that a line goes on, read outwards from its last full step, in which it may have holes."""
    length = 0
    for place, inked in enumerate(on.tolist(), 1):
        if inked:
            length = place
        elif place - length > (HOLE if place <= step else 0):
            break
    return length


def _extent(ink: Ink, middle: Counts, on: Ink) -> tuple[Counts, Counts]:
    """How far the ink goes on above and below the line's row in each column."""
    counts = []
    for sign in (-1, 1):
        count, rows, columns = np.zeros_like(middle), middle[on], np.flatnonzero(on)
        while len(columns):
            rows = rows + sign
            going = (rows >= 0) & (rows < ink.shape[0])
            going[going] = ink[rows[going], columns[going]]
            rows, columns = rows[going], columns[going]
            count[columns] += 1
        counts.append(count)
    return counts[0], counts[1]
