"""Words that a document prints again and again: what is read of one holds for all that look the same.

Names of people, of the body in every foot of a page, and of places are doubtful to a reader each time. A word
is the same as an earlier one where the first reader saw the same letters and the two pictures, laid over each
other, differ nowhere by as much as the middle of a ring between two dots.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from ...schema import Box, Word
from ..image import printed
from ..image.plate import Cuttable
from ..words.cells import box_of

SAME = 0.1
"""Greatest mean of ink that the other picture lacks, in any square of `SQUARE` pixels. Of equal words 80 %
are below on office scans, 95 % on clean and a third on poor ones (782 pairs); å and ä in one typeface and
word begin at 0.18 with the heaviest grain, 0.25 on office scans, 0.44 on clean ones."""

SQUARE = 3
"""Side in pixels: what a ring has and two dots have not fills it."""

SHIFT = 2
"""Pixels by which two boxes of one word may lie differently."""

SIZES = (3, 0.02)
"""Difference in size of two pictures of one word: pixels, or share of the width where that is more."""

MOST, MOST_ALIKE = 600, 6
"""Words kept of a document (10 KB each), and pictures of one word."""

OWN = 0.8
"""Share of the wider box that a read word and the word it was read for have in common."""

Picture = NDArray[np.uint8]
"""Ink from 0 to 255."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of a line, of which some are to be read again."""

    words: tuple[Word, ...]
    wanted: frozenset[int]
    """Places of those among the words."""
    plate: Cuttable


@dataclass(slots=True)
class _Entry:
    """A word as it was printed once."""

    picture: Picture
    outcome: Word | None = None
    """What further readings made of it; None before, and where that is no single word."""

    def settle(self, word: Word, reading: Sequence[Word]) -> None:
        box = box_of(word)
        here = [other for other in reading if _common(box, box_of(other)) > 0]
        if self.outcome is None and len(here) == 1 and _common(box, box_of(here[0])) >= OWN:
            self.outcome = here[0]


Entries = dict[int, _Entry]
"""By place in the stretch."""


class Repeats:
    """The doubtful words of a document, each read once for all places where it looks the same."""

    def __init__(self) -> None:
        self._entries: dict[str, list[_Entry]] = {}
        self._count = 0

    def read(
        self, stretches: Sequence[Stretch], read: Callable[[Sequence[int]], Sequence[tuple[Word, ...]]]
    ) -> list[tuple[Word, ...]]:
        """What is to stand in place of each stretch.

        Args:
            stretches: in the order of the document.
            read: gives the same for the stretches of these places, by reading them.
        """
        known: list[int] = []
        new: list[int] = []
        entries: list[Entries] = []
        for place, stretch in enumerate(stretches):
            found, all_known = self._found(stretch)
            entries.append(found)
            (known if all_known else new).append(place)
        done: dict[int, tuple[Word, ...]] = {}
        for places in (new, known):
            unread = [place for place in places if place in new or not _is_settled(entries[place])]
            for place, reading in zip(unread, read(unread), strict=True):
                done[place] = reading
                for index, entry in entries[place].items():
                    entry.settle(stretches[place].words[index], reading)
        return [
            done[place] if place in done else _repeated(stretch, entries[place])
            for place, stretch in enumerate(stretches)
        ]

    def _found(self, stretch: Stretch) -> tuple[Entries, bool]:
        """An entry for each wanted word, and whether all of them had been there before."""
        found: Entries = {}
        all_known = True
        for index in sorted(stretch.wanted):
            word = stretch.words[index]
            picture = _picture(word, stretch.plate)
            alike = self._entries.setdefault(word.text, [])
            entry = next((one for one in alike if picture is not None and same(one.picture, picture)), None)
            if entry is None:
                all_known = False
                entry = _Entry(np.zeros((0, 0), np.uint8) if picture is None else picture)
                if picture is not None and len(alike) < MOST_ALIKE and self._count < MOST:
                    alike.append(entry)
                    self._count += 1
            found[index] = entry
        return found, all_known


def _is_settled(entries: Entries) -> bool:
    return all(entry.outcome is not None for entry in entries.values())


def _repeated(stretch: Stretch, entries: Entries) -> tuple[Word, ...]:
    words = list(stretch.words)
    for index, entry in entries.items():
        assert entry.outcome is not None
        words[index] = replace(entry.outcome, box=words[index].box)
    return tuple(words)


def same(one: Picture, other: Picture) -> bool:
    """Whether two pictures show one word, in one typeface and size."""
    pixels, share = SIZES
    (height, width), (rows, columns) = one.shape, other.shape
    if abs(height - rows) > pixels or abs(width - columns) > max(pixels, share * width):
        return False
    height, width = min(height, rows) - 2 * SHIFT, min(width, columns) - 2 * SHIFT
    if min(height, width) < SQUARE:
        return False
    middle = _ink(one)[SHIFT : SHIFT + height, SHIFT : SHIFT + width]
    ink = _ink(other)
    steps = range(2 * SHIFT + 1)
    shifted = [ink[down : down + height, right : right + width] for down in steps for right in steps]
    best = min(shifted, key=lambda part: float(np.abs(middle[::2, ::2] - part[::2, ::2]).sum()))
    # A pixel beside the ink of the other is its edge, seen half a pixel further on.
    lacking = np.maximum(0, middle - _thickened(best)) + np.maximum(0, best - _thickened(middle))
    return float(_squares(lacking).max()) <= SAME


def _ink(picture: Picture) -> printed.Ink:
    return picture.astype(np.float32) / np.float32(255)


def _thickened(ink: printed.Ink) -> printed.Ink:
    """Each pixel as dark as its darkest neighbour."""
    padded = np.pad(ink, 1)
    rows = np.maximum(np.maximum(padded[:-2], padded[1:-1]), padded[2:])
    thick: printed.Ink = np.maximum(np.maximum(rows[:, :-2], rows[:, 1:-1]), rows[:, 2:])
    return thick


def _squares(ink: printed.Ink) -> printed.Ink:
    """Means over all squares."""
    sums = np.pad(ink, ((1, 0), (1, 0))).cumsum(axis=0, dtype=np.float64).cumsum(axis=1)
    corners = sums[SQUARE:, SQUARE:] - sums[:-SQUARE, SQUARE:] - sums[SQUARE:, :-SQUARE]
    means: printed.Ink = (corners + sums[:-SQUARE, :-SQUARE]) / SQUARE**2
    return means


def _picture(word: Word, plate: Cuttable) -> Picture | None:
    """Shares of ink around a word, from its highest to its lowest print; None where it is too faint."""
    ink = printed.ink(box_of(word), plate)
    rows = [] if ink is None else printed.runs(ink > printed.DARK, 1)
    if ink is None or not rows:
        return None
    picture = (ink[rows[0][0] : rows[-1][1]] * 255).astype(np.uint8)
    return np.pad(picture, ((SHIFT, SHIFT), (0, 0)))


def _common(one: Box, other: Box) -> float:
    shared = min(one.x1, other.x1) - max(one.x0, other.x0)
    return shared / max(one.width, other.width, 0.1)
