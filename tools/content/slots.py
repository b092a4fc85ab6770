"""Blanks of the matters filled by dice: sums, dates, properties, names."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)

REGIONAL = ("Region", "Hälso", "Folktand", "Samhällsbyggnadsn", "Kulturnämnden")
"""How the names of regions' bodies begin."""


def long_date(iso: str) -> str:
    """12 mars 2024."""
    year, month, day = iso.split("-")
    return f"{int(day)} {MONTHS[int(month) - 1]} {year}"


def thousands(value: int) -> str:
    """1 250 000."""
    return f"{value:,}".replace(",", " ")


def definite(body: str) -> str:
    """The body in running text: "kommunstyrelsen"."""
    return body[0].lower() + body[1:]


def fill(
    dice: random.Random,
    fills: Mapping[str, Any],
    body: str,
    day: date,
    people: Sequence[str],
    unit: str | None = None,
) -> dict[str, str]:
    """One value for every blank, so that a matter is consistent with itself."""
    office = dice.choice(fills["office"])
    earlier, later = day - timedelta(dice.randint(20, 400)), day + timedelta(dice.randint(14, 200))
    price = dice.randint(4, 40) * 100
    movers = dice.sample(list(people), 2)
    chosen = {key: dice.choice(values) for key, values in fills.items() if key not in ("office", "title")}
    unit = unit or ("regionen" if body.startswith(REGIONAL) else "kommunen")
    return {
        **chosen,
        "org": definite(body),
        "Org": body,
        "unit": unit,
        "Unit": unit.capitalize(),
        "office": definite(office),
        "Office": office,
        "year": str(day.year),
        "yy": f"{day.year % 100:02d}",
        "year_next": str(day.year + 1),
        "longdate": long_date(earlier.isoformat()),
        "longdate2": long_date(later.isoformat()),
        "day": dice.choice(("31 augusti", "30 april", "31 juli")),
        "month": MONTHS[earlier.month - 1],
        "date": earlier.isoformat(),
        "date2": later.isoformat(),
        "mover": movers[0],
        "mover2": movers[1],
        "million": f"{dice.randint(2, 400)},{dice.randint(1, 9)}",
        "small": f"{dice.randint(0, 12)},{dice.randint(1, 9)}",
        "percent": f"{dice.randint(1, 9)},{dice.randint(1, 9)}",
        "ksum": thousands(dice.randint(15, 4000) * 1000),
        "tkr": thousands(dice.randint(20, 9000)),
        "kr": thousands(price),
        "kr2": thousands(price + dice.randint(1, 9) * 10),
        "small_kr": str(price // 20),
        "small_kr2": str(price // 20 + 15),
        "area": thousands(dice.randint(80, 9000)),
        "count": str(dice.randint(20, 90)),
        "count2": str(dice.randint(100, 290)),
        "few": str(dice.randint(2, 9)),
        "code": f"{dice.randint(10, 99)}{dice.randint(10, 99)}",
    }
