"""Spaces of numbers as the image has them: readers drop some (`1(11)`, `4310`), or see one more (`0006 1`).

Figures stand at one distance from middle to middle, whatever white a 1 has at its sides; across a space it is
half as much again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

import numpy as np
from numpy.typing import NDArray

from ...schema import Line, Word
from ..engine.tsv import Frame
from ..image.plate import DARK, Cuttable
from ..words.cells import box_of

_JOINED = re.compile(
    r"(\d+(?:[.,]\d+(?=%))?|§|[^\W\d_]+)"
    r"((?<=\d)(?:\(\d+\)\W?|[%§]\W?|kr\b.*|kap\..*|[A-ZÅÄÖ][a-zåäö].*)|(?<=§)\d+(?:\W?|[A-ZÅÄÖ].*)"
    r"|(?<=[^\W\d_])§ ?\d+\W?)"
)
"""A number, and what is printed with a space before it as a rule; a body, its § and its number."""

_GROUPED = re.compile(r"(?P<whole>[+–-]?\d{1,3}(\d{3})+)([,:]\d{1,2})?\W*")
"""A sum of thousands: `1 750`, `41 906,38`, or a year, which has no gap."""

WIDE = 0.24
"""Width of a gap that is a space, in heights of the word; letters stand 0.15 apart, spaces are 0.3 wide."""

ALIKE = 0.7
"""Width of another space of the same word, as a share of the widest, at least."""

PITCH = 1.28
"""Distance of two figures across a space, at least, in distances of figures without one: 1.4 to 1.6 in
print, 2 on typewriters."""

PITCH_OF_MANY, MANY_FIGURES = 1.2, 3
"""The same in numbers of five figures and more, which are sums and no years."""

LEAST_HEIGHT = 20
"""Pixels; of smaller figures, as in feet of pages at 200 dpi, a space is told better by the reader."""

MOST_TOUCHING = 2.5
"""Characters for each separate piece of ink, at most."""

_HEAD, _TAIL = re.compile(r".*\d[–-]?"), re.compile(r"[\d–-]([\d.,:/–-]*[\d–-])?\W?")
"""Pieces of a number; behind `17,` another one stands closer than its middle tells."""

_THOUSANDS = re.compile(r"[+–-]?\d{1,3} \d{3}\W?")
"""Groups of a sum, which readers do not make of a number without a space."""


def spaced(line: Line, plate: Cuttable) -> Line:
    """The line with its numbers in one where the image has no space, and apart where it has one."""
    return widened(_closed(line, plate), plate)


def _closed(line: Line, plate: Cuttable) -> Line:
    words: list[Word] = []
    for word in line.words:
        whole = _whole(words[-1], word) if words else None
        if whole is not None and _is_one(whole, len(words[-1].text), plate):
            words[-1] = whole
        else:
            words.append(word)
    return replace(line, words=tuple(words))


def _whole(last: Word, word: Word) -> Word | None:
    """Two pieces of a number as one word; None where they are none."""
    pieces = f"{last.text} {word.text}"
    if not (_HEAD.fullmatch(last.text) and _TAIL.fullmatch(word.text)) or _THOUSANDS.fullmatch(pieces):
        return None
    both = [sure for sure in (last.confidence, word.confidence) if sure is not None]
    return replace(
        last,
        text=last.text + word.text,
        box=box_of(last).union(box_of(word)),
        confidence=min(both, default=None),
        doubt=last.doubt or word.doubt,
        alternatives=(pieces, *last.alternatives),
    )


def _is_one(whole: Word, cut: int, plate: Cuttable) -> bool:
    """Whether what stands on both sides of the cut stands as close as figures do elsewhere in the word.

    The reader saw a space: it is overruled only where each figure has ink of its own, enough to measure.
    """
    _, frame = plate.cut(box_of(whole))
    if box_of(whole).height < LEAST_HEIGHT * frame.scale:
        return False
    figures = _figures(whole, plate, touching=1.0)
    apart = {place: figures[place].middle - figures[place - 1].middle for place in range(1, len(figures))}
    inner = [
        distance
        for place, distance in apart.items()
        if place != cut and whole.text[place - 1 : place + 1].isdigit()
    ]
    return bool(inner) and apart[cut] < PITCH * median(inner)


@dataclass(frozen=True, slots=True)
class _Figure:
    """Where the ink of one character stands, in points."""

    x0: float
    x1: float

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2


def _figures(word: Word, plate: Cuttable, *, touching: float = MOST_TOUCHING) -> list[_Figure]:
    """The word's characters in the image; those that touch have equal shares. None where too many do."""
    frame, columns = _inked(word, plate)
    if not len(columns):
        return []
    runs = np.split(columns, np.flatnonzero(np.diff(columns) > 1) + 1)
    if not len(runs) <= len(word.text) <= touching * len(runs):
        return []
    counts = [1] * len(runs)
    while sum(counts) < len(word.text):
        widest = max(range(len(runs)), key=lambda place: len(runs[place]) / counts[place])
        counts[widest] += 1
    return [
        _Figure(frame.x0 + start * frame.scale, frame.x0 + stop * frame.scale)
        for run, count in zip(runs, counts, strict=True)
        for start, stop in pairwise(np.linspace(int(run[0]), int(run[-1]) + 1, count + 1).tolist())
    ]


def _inked(word: Word, plate: Cuttable) -> tuple[Frame, NDArray[np.intp]]:
    """The columns of the image around a word that have ink of it."""
    box = box_of(word)
    part, frame = plate.cut(box)
    columns = np.flatnonzero((np.asarray(part) < DARK).any(axis=0))
    # The part is cut with paper around it, on which neighbours may stand.
    places = frame.x0 + columns * frame.scale
    return frame, columns[(places > box.x0 - 1) & (places < box.x1 + 1)]


def widened(line: Line, plate: Cuttable) -> Line:
    """The line with such words split where the image has a space."""
    if not any(_JOINED.fullmatch(word.text) or _GROUPED.fullmatch(word.text) for word in line.words):
        return line
    return replace(line, words=tuple(part for word in line.words for part in _parts(word, plate)))


def _parts(word: Word, plate: Cuttable) -> tuple[Word, ...]:
    grouped = _GROUPED.fullmatch(word.text)
    if grouped:
        return _groups(word, len(grouped["whole"]), plate)
    match = _JOINED.fullmatch(word.text)
    place = _gap(word, plate, len(match[1]) / len(word.text)) if match else None
    if match is None or place is None:
        return (word,)
    box = box_of(word)
    left, right = replace(box, x1=place[0]), replace(box, x0=place[1])
    return replace(word, text=match[1], box=left), *_parts(replace(word, text=match[2], box=right), plate)


def _groups(word: Word, whole: int, plate: Cuttable) -> tuple[Word, ...]:
    """The sum's groups of thousands where all of them stand apart; a year has none that do.

    Args:
        word: with a box.
        whole: characters of its whole part.
        plate: the image.
    """
    figures = _figures(word, plate)
    last = max(place for place, character in enumerate(word.text) if character.isdigit())
    cuts = [place for place in range(1, whole) if (whole - place) % 3 == 0 and word.text[place - 1].isdigit()]
    apart = (
        {place: figures[place].middle - figures[place - 1].middle for place in range(1, whole)}
        if figures
        else {}
    )
    inner = [distance for place, distance in apart.items() if place not in cuts]
    least = PITCH if len(inner) < MANY_FIGURES else PITCH_OF_MANY
    if not inner or min(apart[cut] for cut in cuts) < least * median(inner):
        return (word,)
    box = box_of(word)
    ends = list(pairwise((0, *cuts, len(word.text))))
    return tuple(
        replace(
            word,
            text=word.text[start:stop],
            box=replace(
                box,
                x0=figures[start].x0 if start else box.x0,
                x1=figures[stop - 1].x1 if stop <= last else box.x1,
            ),
        )
        for start, stop in ends
    )


def _gap(word: Word, plate: Cuttable, expected: float) -> tuple[float, float] | None:
    """Where the word's space begins and ends, in points; None where none is at about the place expected.

    Args:
        word: with a box.
        plate: the image.
        expected: place of the space as a share of the word's width.
    """
    box = box_of(word)
    frame, columns = _inked(word, plate)
    if len(columns) < 2:
        return None
    found = sorted(pairwise(columns.tolist()), key=lambda pair: pair[1] - pair[0], reverse=True)
    widths = [(last - first - 1) * frame.scale / box.height for first, last in found]
    if widths[0] <= WIDE:
        return None
    # Of two spaces that are about as wide, as in `SN § 14`, the one that is looked for.
    alike = [pair for pair, width in zip(found, widths, strict=True) if width > max(WIDE, ALIKE * widths[0])]
    shares = {
        (first, last): (frame.x0 + (first + last) / 2 * frame.scale - box.x0) / max(1.0, box.width)
        for first, last in alike
    }
    gap = min(shares, key=lambda gap: abs(shares[gap] - expected))
    if abs(shares[gap] - expected) >= 0.25:
        return None
    first, last = gap
    return frame.x0 + (first + 1) * frame.scale, frame.x0 + last * frame.scale
