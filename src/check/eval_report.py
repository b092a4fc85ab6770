"""An evaluation as a table or as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence

from .evaluation import TEXT_FIGURES, Comparison, Shortfall
from .record_scores import FieldCounts

NAME_WIDTH = 44


def table(comparisons: Sequence[Comparison], total: Comparison, shortfalls: Sequence[Shortfall]) -> str:
    """Text measures per document, record fields in all, then what misses its limit."""
    lines = []
    if total.text is not None:
        lines.append(_row("document", TEXT_FIGURES))
        lines += [_figures(one) for one in (*comparisons, total) if one.text is not None]
    if total.fields is not None:
        lines += ["", _row("field", ("precision", "recall", "F1", "found", "predicted", "true"))]
        lines += [_field(name, one) for name, one in total.fields.items() if one.predicted + one.true]
    lines += [_missed(one) for one in shortfalls]
    return "\n".join(lines) + "\n"


def as_json(comparisons: Sequence[Comparison], total: Comparison, shortfalls: Sequence[Shortfall]) -> str:
    """Every figure, per document and in all, and the differences of the records."""
    report = {
        "passes": not shortfalls,
        "shortfalls": [{"name": one.name, "value": one.value, "limit": one.limit} for one in shortfalls],
        "all": total.figures,
        "documents": [
            {
                "name": one.name,
                "figures": one.figures,
                "differences": [
                    {
                        "field": difference.field,
                        "predicted": _value(difference.predicted),
                        "true": _value(difference.true),
                    }
                    for difference in one.differences
                ],
            }
            for one in comparisons
        ],
    }
    return json.dumps(report, ensure_ascii=False, indent=1) + "\n"


def shown(value: object) -> str:
    """A value's key and text for a person."""
    from .record_fields import Value

    if not isinstance(value, Value):
        return ""
    key = " ".join(_part(part) for part in value.key if part is not None)
    return f"{key}: {value.text}" if key and value.text else key or value.text


def _value(value: object) -> str | None:
    return shown(value) if value is not None else None


def _part(part: object) -> str:
    if isinstance(part, tuple):
        if len(part) == 2 and isinstance(part[0], int):
            return f"§ {part[0]}{part[1] or ''}"
        return ", ".join(text for one in part if (text := _part(one))) or "-"
    return str(part) if part is not None else ""


def _row(name: str, cells: Sequence[str]) -> str:
    return name.ljust(NAME_WIDTH) + "".join(cell.rjust(17) for cell in cells)


def _figures(one: Comparison) -> str:
    figures = one.figures
    cells = [_number(figures[name]) for name in TEXT_FIGURES]
    name = one.name if len(one.name) < NAME_WIDTH else "..." + one.name[4 - NAME_WIDTH :]
    return _row(name, cells)


def _field(name: str, one: FieldCounts) -> str:
    rates = (one.precision, one.recall, one.f1 or 0.0)
    cells = [*(_number(rate) for rate in rates), str(one.found), str(one.predicted), str(one.true)]
    return _row(name, cells)


def _number(value: float) -> str:
    return f"{value:.4f}" if isinstance(value, float) else str(value)


def _missed(one: Shortfall) -> str:
    value = "nothing measured" if one.value is None else f"{one.value:.4f}"
    return f"misses its limit: {one.name} {value}, limit {one.limit:g}"
