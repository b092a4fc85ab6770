"""How much of a true record was found, and how much was found that is not there: F1 by field."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from ..schema.record import Record
from .record_fields import FIELDS, Value

ALIKE = 97.0
"""Least likeness, 0 to 100, at which two texts count as the same: one letter in thirty may differ."""


@dataclass(frozen=True, slots=True)
class FieldCounts:
    """Values found, predicted and true; counts of several records add up."""

    found: int = 0
    """Predicted values that are true."""
    predicted: int = 0
    true: int = 0

    def __add__(self, other: FieldCounts) -> FieldCounts:
        return FieldCounts(self.found + other.found, self.predicted + other.predicted, self.true + other.true)

    @property
    def precision(self) -> float:
        """Share of the predicted values that are true; 1 where none was predicted."""
        return self.found / self.predicted if self.predicted else 1.0

    @property
    def recall(self) -> float:
        """Share of the true values that were predicted; 1 where there is none."""
        return self.found / self.true if self.true else 1.0

    @property
    def f1(self) -> float | None:
        """Harmonic mean of both; None where neither side says anything."""
        everything = self.predicted + self.true
        return 2 * self.found / everything if everything else None


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """A value that is on one side only, or was not alike enough."""

    field: str
    predicted: Value | None
    true: Value | None


def score(predicted: Record, truth: Record, *, alike: float = ALIKE) -> dict[str, FieldCounts]:
    """Counts for every field."""
    return {name: _compare(name, predicted, truth, alike)[0] for name in FIELDS}


def differences(predicted: Record, truth: Record, *, alike: float = ALIKE) -> list[FieldDifference]:
    """Everything that the two records do not share, in the order of the fields."""
    return [found for name in FIELDS for found in _compare(name, predicted, truth, alike)[1]]


def total(scores: Iterable[Mapping[str, FieldCounts]]) -> dict[str, FieldCounts]:
    """The counts of several records together."""
    sums = dict.fromkeys(FIELDS, FieldCounts())
    for one in scores:
        for name, counts in one.items():
            sums[name] += counts
    return sums


def figures(scores: Mapping[str, FieldCounts]) -> dict[str, float]:
    """F1 by field, for the fields that anything was said in."""
    return {f"{name}_f1": counts.f1 for name, counts in scores.items() if counts.f1 is not None}


def _compare(
    name: str, predicted: Record, truth: Record, alike: float
) -> tuple[FieldCounts, list[FieldDifference]]:
    left, right = _by_key(FIELDS[name](predicted)), _by_key(FIELDS[name](truth))
    found, rest = 0, []
    for key in [*right, *(key for key in left if key not in right)]:
        pairs, lonely_left, lonely_right = _match(left.get(key, []), right.get(key, []), alike)
        found += pairs
        rest += _paired(name, lonely_left, lonely_right)
    counts = FieldCounts(found, sum(map(len, left.values())), sum(map(len, right.values())))
    return counts, rest


def _by_key(values: Iterable[Value]) -> dict[tuple[object, ...], list[Value]]:
    groups: dict[tuple[object, ...], list[Value]] = defaultdict(list)
    for value in values:
        groups[value.key].append(value)
    return groups


def _match(left: list[Value], right: list[Value], alike: float) -> tuple[int, list[Value], list[Value]]:
    """Pair off the values of one key, the likest first; also what is left on either side."""
    likeness = [
        (ratio(a.text, b.text) if a.text or b.text else 100.0, i, j)
        for i, a in enumerate(left)
        for j, b in enumerate(right)
    ]
    used_left: set[int] = set()
    used_right: set[int] = set()
    for like, i, j in sorted(likeness, key=lambda triple: (-triple[0], triple[1], triple[2])):
        if like >= alike and i not in used_left and j not in used_right:
            used_left.add(i)
            used_right.add(j)
    return (
        len(used_left),
        [value for i, value in enumerate(left) if i not in used_left],
        [value for j, value in enumerate(right) if j not in used_right],
    )


def _paired(name: str, left: list[Value], right: list[Value]) -> list[FieldDifference]:
    """What is left of one key, side by side as far as it goes."""
    length = max(len(left), len(right))
    pad: list[Value | None] = [None]
    a = [*left, *pad * (length - len(left))]
    b = [*right, *pad * (length - len(right))]
    return [FieldDifference(name, x, y) for x, y in zip(a, b, strict=True)]
