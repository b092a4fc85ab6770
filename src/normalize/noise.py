"""How probable a reading is when a certain word was printed: the channel model.

`noise.tsv` holds what readers made of printed letters, counted by `tools/language` on aligned pairs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from math import log
from pathlib import Path

from ..language.skeleton import folded, is_accented, shortened
from .options import LEAST_NOISE

LEAST_COUNT = 2
"""Confusions seen once are chance."""

CACHED = 1 << 15
"""Pairs kept ready; a long run meets ever new ones."""

PAIRED = 0.05
"""A pair of letters is about so much rarer than its first letter (`rn` beside r)."""

FOREIGN = -9.5
"""Natural logarithm for a confusion that was never seen: about one letter in 13,000."""

ACCENTED = -6.0
"""The same for a letter that comes back with an accent that Swedish does not have (`reglėrna`)."""

WORST = -30.0
"""No pair is worse than this; also what an alignment that does not exist costs."""


HOPELESS = LEAST_NOISE - 1.0
"""Beginnings of an alignment that are worse than this are not followed: nothing is made of such pairs."""


_NONE: dict[str, float] = {}


class Noise:
    """Confusions of one kind of reader with their probabilities."""

    def __init__(
        self, counts: dict[tuple[str, str], int], printed: dict[str, int], *, pervasive: bool = False
    ) -> None:
        self.pervasive = pervasive
        """True where the confusions strike nearly every time: even a known word may be another one."""
        self._reads: dict[str, dict[str, float]] = defaultdict(dict)
        self.described = ", ".join(f"{true} ({read})" if read else true for true, read in counts)
        """The confusions, for a person."""
        self._dropped: list[str] = []
        self._highest = max(2, *(len(true) for true, _ in counts)) if pervasive else 2
        self._prints: dict[str, list[tuple[str, float]]] = defaultdict(list)
        for (true, read), count in counts.items():
            if count >= LEAST_COUNT:
                base: float = printed.get(true[0], 0) if true else sum(printed.values())
                if len(true) > 1 and not pervasive:
                    base *= PAIRED
                cost = log(count / max(base, count))
                self._reads[true][read] = cost
                if read and true and cost > FOREIGN:
                    self._prints[read].append((true, cost))
                elif true.isalpha() and cost > FOREIGN:
                    self._dropped.append(true)
        self._otherwise = {
            read: tuple({folded(true): None for true, _ in found if _folds_apart(true, read)})
            for read, found in self._prints.items()
        }
        """What may have been printed for a reading, folded, where that gives another skeleton."""
        self.cost = lru_cache(maxsize=CACHED)(self._cost)
        self.aligned = lru_cache(maxsize=CACHED)(self._align)

    def printed_at(self, read: str, place: int) -> Iterator[tuple[int, str, float]]:
        """What may have been printed where the reading goes on: letters read, letters printed, logarithm."""
        yield 1, read[place], 0.0
        for width in range(1, 4):
            seen = read[place : place + width]
            for printed, cost in self._prints.get(seen, ()) if len(seen) == width else ():
                yield width, printed, cost

    def variants(self, read: str) -> Iterator[str]:
        """The reading with one confusion taken back, at each place where one is known."""
        for place in range(len(read)):
            for width, printed, _ in self.printed_at(read, place):
                if printed != read[place]:
                    yield read[:place] + printed + read[place + width :]
            yield from (read[:place] + printed + read[place:] for printed in self._dropped)
        yield from (read + printed for printed in self._dropped)

    def skeletons(self, read: str) -> dict[str, None]:
        """Skeletons, others than its own, of the reading with one confusion taken back."""
        letters = folded(read)
        found: dict[str, None] = {}
        for place in range(len(read)):
            for width in (1, 2, 3):
                for true in self._otherwise.get(read[place : place + width], ()):
                    found[shortened(letters[:place] + true + letters[place + width :])] = None
            for true in self._dropped:
                found[shortened(letters[:place] + folded(true) + letters[place:])] = None
        for true in self._dropped:
            found[shortened(letters + folded(true))] = None
        found.pop(shortened(letters), None)
        return found

    def _cost(self, read: str, printed: str) -> float:
        """Natural logarithm of the probability of the reading, both in lower case."""
        start = 0
        least = min(len(read), len(printed))
        while start < least and read[start] == printed[start]:
            start += 1
        end = 0
        while end < least - start and read[-1 - end] == printed[-1 - end]:
            end += 1
        if self.pervasive:
            # A ligature that keeps its first letter is one confusion with it.
            start = max(0, start - 1)
        seen, true = read[start : len(read) - end], printed[start : len(printed) - end]
        if len(seen) == len(true):
            # Nearly all pairs differ in single letters; the search over alignments finds nothing better.
            known = [
                0.0 if a == b else self._reads.get(b, _NONE).get(a) for a, b in zip(seen, true, strict=True)
            ]
            if None not in known:
                return sum(filter(None, known))
        return self.aligned(seen, true)

    def _align(self, read: str, printed: str) -> float:
        """Best path over both, letter by letter; the common ends are already gone."""
        best = [[WORST] * (len(read) + 1) for _ in range(len(printed) + 1)]
        best[0][0] = 0.0
        seen = [
            [read[column : column + width] for width in range(min(3, len(read) - column) + 1)]
            for column in range(len(read) + 1)
        ]
        for row, reached in enumerate(best):
            steps = self._steps(row, printed)
            for column, so_far in enumerate(reached):
                if so_far > HOPELESS:
                    for true, known, height in steps:
                        _extend(so_far, column, seen[column], true, known, best[row + height])
        return best[-1][-1]

    def _steps(self, row: int, printed: str) -> list[tuple[str, dict[str, float], int]]:
        """What may be printed next, with what it is read as, and how many letters it has."""
        most = min(self._highest, len(printed) - row)
        trues = [printed[row : row + height] for height in range(most + 1)]
        return [
            (true, self._reads.get(true, _NONE), len(true))
            for true in trues
            if len(true) < 2 or true in self._reads
        ]


def _extend(
    so_far: float, column: int, seen: list[str], true: str, known: dict[str, float], following: list[float]
) -> None:
    """Try everything that some printed letters may be read as at a point of the alignment.

    Args:
        so_far: logarithm of the best path to it.
        column: letters read so far.
        seen: what is read next, by its length.
        true: the printed letters.
        known: what they are read as.
        following: the best paths to the points behind them.
    """
    height = len(true)
    for width, read in enumerate(seen):
        step = known.get(read)
        if read == true:
            if height != 1:
                continue
            step = 0.0
        elif step is None:
            if height > 1 or width > 1:
                continue
            step = ACCENTED if is_accented(read, true) else FOREIGN
        if so_far + step > following[column + width]:
            following[column + width] = so_far + step


def _folds_apart(printed: str, read: str) -> bool:
    return shortened(folded(printed)) != shortened(folded(read))


@cache
def load(name: str = "noise.tsv") -> Noise:
    """The channel model of a reader, from the table beside this module."""
    counts: dict[tuple[str, str], int] = {}
    printed: dict[str, int] = {}
    for line in Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        true, read, count = line.split("\t")
        if true == read:
            printed[true] = int(count)
        else:
            counts[true, read] = int(count)
    return Noise(counts, printed)
