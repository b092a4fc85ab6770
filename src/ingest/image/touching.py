"""Places of a grid put into groups that touch: the cells of one mark, the pixels of one stroke."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

Place = tuple[int, int]
"""Row and column."""


def groups(places: Iterable[Place], across: int = 1) -> list[list[Place]]:
    """The places that touch each other, in groups.

    Args:
        places: of a grid.
        across: columns up to which two of neighbouring rows touch.
    """
    waiting = set(places)
    found = []
    while waiting:
        group = [waiting.pop()]
        border = deque(group)
        while border:
            row, column = border.popleft()
            for place in [(row + y, column + x) for y in (-1, 0, 1) for x in range(-across, across + 1)]:
                if place in waiting:
                    waiting.discard(place)
                    group.append(place)
                    border.append(place)
        found.append(group)
    return found
