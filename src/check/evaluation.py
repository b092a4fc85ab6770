"""Predictions against truths, per document and in all, and whether they are good enough."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from ..errors import UsageError
from . import measures, record_scores
from .measures import TextCounts
from .pairs import Pair
from .record_fields import FIELDS
from .record_scores import FieldCounts, FieldDifference

LOWER_IS_BETTER = frozenset({"CER", "WER", "numbers_invented"})
TEXT_FIGURES = tuple(TextCounts().figures())
NAMES = (*TEXT_FIGURES, *(f"{field}_f1" for field in FIELDS))
"""Everything that a threshold can be set on."""


@dataclass(frozen=True)
class Comparison:
    """One document."""

    name: str
    text: TextCounts | None
    """None where the truth has no text."""
    fields: Mapping[str, FieldCounts] | None
    """None where the truth has no record."""
    differences: tuple[FieldDifference, ...]
    texts: tuple[str, str] | None
    """Predicted and true text, for showing the differences in place."""

    @cached_property
    def figures(self) -> dict[str, float]:
        """All measures by name."""
        text = self.text.figures() if self.text else {}
        return text | (record_scores.figures(self.fields) if self.fields else {})


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A measure that is not good enough."""

    name: str
    value: float | None
    """None where nothing was measured."""
    limit: float


def compare(pair: Pair) -> Comparison:
    """Compare one document; what was not predicted counts as empty.

    Raises:
        RecordError: a record does not follow the schema.
    """
    true_text, true_record = pair.true.read_text(), pair.true.read_record()
    text = pair.predicted.read_text() or ""
    record = pair.predicted.read_record() if true_record else None
    fields = differences = None
    if true_record is not None:
        if record is None:
            fields = {
                name: FieldCounts(true=n.true)
                for name, n in record_scores.score(true_record, true_record).items()
            }
        else:
            fields = record_scores.score(record, true_record)
            differences = record_scores.differences(record, true_record)
    return Comparison(
        pair.name,
        measures.compare(text, true_text) if true_text is not None else None,
        fields,
        tuple(differences or ()),
        (text, true_text) if true_text is not None else None,
    )


def total(comparisons: Iterable[Comparison]) -> Comparison:
    """All documents as one: counts added, so that long documents weigh more."""
    everything = list(comparisons)
    texts = [one.text for one in everything if one.text is not None]
    fields = [one.fields for one in everything if one.fields is not None]
    text = sum(texts, TextCounts()) if texts else None
    return Comparison("all", text, record_scores.total(fields) if fields else None, (), None)


def limits(given: Iterable[str]) -> dict[str, float]:
    """Thresholds from "NAME=VALUE".

    Raises:
        UsageError: an unknown name or no number.
    """
    found: dict[str, float] = {}
    for one in given:
        name, _, value = one.partition("=")
        if name not in NAMES:
            raise UsageError(f"no measure is called {name!r}", next_step=f"use one of {', '.join(NAMES)}")
        try:
            found[name] = float(value)
        except ValueError:
            raise UsageError(f"{value!r} is no number", next_step="write NAME=VALUE") from None
    return found


def shortfalls(figures: Mapping[str, float], limits: Mapping[str, float]) -> list[Shortfall]:
    """Which measures miss their limits: a ceiling for error rates, a floor for all others."""
    return [
        Shortfall(name, figures.get(name), limit)
        for name, limit in limits.items()
        if name not in figures or _misses(name, figures[name], limit)
    ]


def _misses(name: str, value: float, limit: float) -> bool:
    return value > limit if name in LOWER_IS_BETTER else value < limit
