"""Ruled lines in a page's image: long thin dark runs, level or upright.

Looked for at low resolution, where a line that lies a third of a degree aslant is still one run of dark
pixels with its neighbours above and below. About 40 ms a page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageStat

from ..engine.tsv import Frame
from .dark_runs import Mask, connected, covered
from .ruling import Rule, meets, merged

DPI = 100
"""Resolution at which lines are looked for."""

INK = 200
"""Grey below which a pixel is ink: a hairline of one pixel at 300 dpi darkens a third of it."""

FAINT_INK, FAINT_RUN = 215, 1.0
"""The same for faint lines, and their least length in inches: ink this faint is told by its length only."""

CONTRAST = 40
"""Grey levels by which a line is darker than paper that was not evened."""

LEVEL_RUN, UPRIGHT_RUN = 0.4, 0.27
"""Shortest lines in inches: longer than a bold word's strokes, and than a capital of 24 points is high."""

FILLED = 0.93
"""Share of a run that is ink; dust and scanning leave small gaps."""

THICKEST = 10
"""Pixels at `DPI` over which a line, its slant included, spreads; black borders are thicker."""

QUIET = 0.5
"""Share of ink right above and below a line, at most: within a picture there is ink all around."""

REACH = 4.5
"""Points by which lines that meet in an image may miss each other."""

ALONE = 72.0
"""Points from which on an upright line needs no level one to be a line."""


def rules(image: Image.Image, dpi: float, frame: Frame) -> tuple[Rule, ...]:
    """The lines of a page's image, in points.

    Args:
        image: straightened; evened if it can be.
        dpi: its pixels per inch.
        frame: where the image lies on its page.
    """
    factor = max(1, round(dpi / DPI))
    grey = image if image.mode == "L" else image.convert("L")
    reduced = grey.reduce(factor)
    small = np.asarray(reduced)
    paper, scale = ImageStat.Stat(reduced).median[0] - CONTRAST, factor * frame.scale
    found: list[Rule] = []
    for grey_level, level_run, upright_run in (
        (INK, LEVEL_RUN, UPRIGHT_RUN),
        (FAINT_INK, FAINT_RUN, FAINT_RUN),
    ):
        ink: Mask = small < min(grey_level, paper)
        found += [
            Rule(False, frame.top + y * scale, frame.x0 + start * scale, frame.x0 + end * scale)
            for y, start, end in _runs(ink, round(level_run * dpi / factor))
        ]
        found += [
            Rule(True, frame.x0 + x * scale, frame.top + start * scale, frame.top + end * scale)
            for x, start, end in _runs(np.ascontiguousarray(ink.T), round(upright_run * dpi / factor))
        ]
    ink = small < min(FAINT_INK, paper)
    return _of_tables(_without_stems(merged(found), ink, frame, scale))


def _without_stems(rules: Sequence[Rule], ink: Mask, frame: Frame, scale: float) -> Iterator[Rule]:
    """The lines, upright ones without the letters of a title that stand right above or below them."""
    level = [rule for rule in rules if not rule.upright]
    for rule in rules:
        met = [one.at for one in level if rule.upright and meets(one, rule, REACH)]
        if not met:
            yield rule
            continue
        column = round((rule.at - frame.x0) / scale)
        inked = np.asarray(ink[:, max(0, column - 1) : column + 2].any(axis=1))
        first, last, start, end = (
            round((place - frame.top) / scale) for place in (min(met), max(met), rule.start, rule.end)
        )
        yield replace(
            rule,
            start=min(met) if _is_broken(inked[start:first], scale) else rule.start,
            end=max(met) if _is_broken(inked[last:end], scale) else rule.end,
        )


def _is_broken(inked: NDArray[np.bool_], scale: float) -> bool:
    """Whether so short an end of a line has white in it, and so is none."""
    return 0 < len(inked) * scale < UPRIGHT_RUN * 72 and not inked.all()


def _of_tables(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """The lines without short upright ones that meet no level one: sides of stamps, strokes of a pen."""
    rules = list(rules)
    level = [rule for rule in rules if not rule.upright]
    return tuple(
        rule
        for rule in rules
        if not rule.upright or rule.length >= ALONE or any(meets(one, rule, REACH) for one in level)
    )


def _runs(ink: Mask, shortest: int) -> Iterator[tuple[float, int, int]]:
    """Height, start and end of each level line, in pixels."""
    if min(ink.shape) < 3 or ink.shape[1] <= shortest:
        return
    wide = ink.copy()
    wide[1:] |= ink[:-1]
    wide[:-1] |= ink[1:]
    for top, bottom, start, end in connected(covered(wide, shortest, FILLED)):
        if bottom - top < THICKEST and _is_quiet(ink, top, bottom, start, end):
            # A run that is nearly all ink may begin and end beside it.
            inked = np.flatnonzero(wide[top : bottom + 1, start:end].any(axis=0))
            yield (top + bottom) / 2 + 0.5, start + int(inked[0]), start + int(inked[-1]) + 1


def _is_quiet(ink: Mask, top: int, bottom: int, start: int, end: int) -> bool:
    """Whether there is mostly paper on both sides of the line."""
    beside = [ink[max(0, top - 1) : max(1, top), start:end], ink[bottom + 1 : bottom + 2, start:end]]
    return all(not part.size or float(part.mean()) < QUIET for part in beside)
