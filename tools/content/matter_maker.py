"""Matters of a meeting made by dice from the templates in `matters.toml`."""

from __future__ import annotations

import random
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from justera.schema.record import Outcome, Person, SectionKind

from .asides import abstaining, recused, statements
from .dispute import dispute
from .model import Matter, Part
from .slots import fill
from .writing import Clause, Writer, basis

DATA: dict[str, Any] = tomllib.loads(Path(__file__).with_name("matters.toml").read_text("utf-8"))


@dataclass(frozen=True)
class Setting:
    """What all matters of a meeting share."""

    writer: Writer
    day: date
    voters: tuple[Person, ...]
    code: str
    """Registry code of the case numbers: "KS"."""
    family: str
    """How case numbers are written: "{code} {year}/{n}"."""
    verb: str
    """ "beslutar", "beslutade" or "beslutar följande"."""
    higher: str | None
    """The body above, "kommunfullmäktige"; None where there is none."""


def case_number(dice: random.Random, setting: Setting) -> str:
    """A case number of the authority's family."""
    year = setting.day.year - dice.choice((0, 0, 0, 1))
    return setting.family.format(code=setting.code, year=year, yy=year % 100, n=dice.randint(12, 890))


def matter(dice: random.Random, number: int, setting: Setting, *, contested: bool | None = None) -> Matter:
    """A matter by dice; `contested` asks for one with or without motions and votes."""
    choices = [m for m in DATA["matter"] if contested is None or m.get("contested", False) is contested]
    template = dice.choice(choices)
    names = [f"{p.name} ({p.party})" for p in setting.voters]
    blanks = fill(dice, DATA["fill"], setting.writer.body, setting.day, names)
    disputed = bool(template.get("contested")) and dice.random() < (1.0 if contested else 0.7)
    writer = setting.writer
    recusal, voters = recused(dice, writer, setting.voters)
    outside, voters = abstaining(dice, writer, voters)
    parts = [*_decision(dice, template, blanks, setting), *recusal, *outside]
    parts += _story(template, blanks, writer)
    if disputed:
        parts += dispute(dice, Outcome(template["points"][0][1]), writer, voters)
    parts += statements(dice, writer, voters)
    parts += _paperwork(dice, template, blanks, setting)
    return Matter(
        number=number,
        title=template["title"].format(**blanks),
        parts=tuple(_arranged(dice, parts)),
        case_numbers=() if template.get("no_case") else (case_number(dice, setting),),
    )


def _clauses(template: dict[str, Any], blanks: dict[str, str]) -> list[Clause]:
    return [Clause(text.format(**blanks), Outcome(outcome)) for text, outcome in template["points"]]


def _decision(
    dice: random.Random, template: dict[str, Any], blanks: dict[str, str], setting: Setting
) -> list[Part]:
    writer = setting.writer
    clauses = _clauses(template, blanks)
    led = (writer.headings.get(SectionKind.BESLUT) or "").endswith("beslutar")
    if template.get("upward") and setting.higher:
        lead = f"{writer.body} föreslår {setting.higher} besluta"
        heading = "Beslut" if led else None
        return [writer.decision(writer.decided(lead, clauses, upward=True), heading=heading)]
    if led:
        # The heading is the lead.
        return [writer.decision(writer.decided(None, clauses))]
    if len(clauses) == 1 and dice.random() < 0.5:
        return [writer.decision(writer.decided(f"{writer.body} {setting.verb}", clauses, style="inline"))]
    return [writer.decision(writer.decided(f"{writer.body} {setting.verb}", clauses))]


def _story(template: dict[str, Any], blanks: dict[str, str], writer: Writer) -> list[Part]:
    summed_up = SectionKind.SAMMANFATTNING in writer.headings
    told = [
        (SectionKind.SAMMANFATTNING if summed_up else SectionKind.ARENDEBESKRIVNING, template["summary"]),
        (SectionKind.BEDOMNING, [template["assessment"]] if "assessment" in template else []),
        (SectionKind.EKONOMI, [template["economy"]] if "economy" in template else []),
        (SectionKind.KONSEKVENSER, [template["consequences"]] if "consequences" in template else []),
    ]
    return [writer.part(kind, *(text.format(**blanks) for text in texts)) for kind, texts in told if texts]


def _paperwork(
    dice: random.Random, template: dict[str, Any], blanks: dict[str, str], setting: Setting
) -> list[Part]:
    writer, parts = setting.writer, []
    days = sorted(setting.day - timedelta(dice.randint(5, 120)) for _ in template["basis"])
    documents = [
        basis(title.format(**blanks), day.isoformat())
        for title, day in zip(template["basis"], days, strict=True)
    ]
    if documents:
        parts.append(writer.basis(*documents))
    if template.get("appeal"):
        parts.append(
            writer.part(
                SectionKind.OVERKLAGANDE,
                "Beslutet kan överklagas till förvaltningsrätten inom tre veckor från den dag då klaganden "
                "fick del av beslutet.",
            )
        )
    if template["recipients"]:
        parts.append(writer.recipients(*(name.format(**blanks) for name in template["recipients"])))
    return parts


LAST = (SectionKind.EXPEDIERING, SectionKind.OVERKLAGANDE)


def _arranged(dice: random.Random, parts: list[Part]) -> list[Part]:
    """The decision first, as now, or last before the reservations, as it used to be."""
    if dice.random() < 0.6:
        return parts
    decision = parts[0]
    place = next(
        (i for i, part in enumerate(parts) if part.section.kind in (SectionKind.RESERVATION, *LAST)),
        len(parts),
    )
    return [*parts[1:place], decision, *parts[place:]]
