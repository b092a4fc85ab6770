"""Matters of a meeting made by dice from the templates of a world."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from justera.schema.record import BasisDocument, Decision, Outcome, Person, SectionKind

from .asides import abstaining, recused, statements
from .dispute import dispute
from .model import Matter, Part
from .slots import fill, long_date
from .world import World
from .writing import Clause, Writer, basis, tag

Blanks = Mapping[str, str]
Template = Mapping[str, Any]


@dataclass(frozen=True)
class Setting:
    """What all matters of a meeting share."""

    writer: Writer
    day: date
    voters: tuple[Person, ...]
    code: str
    """Registry code of the case numbers: "KS"."""
    family: str
    """How case numbers are written: "{code} {year}/{n}"; empty where there are none."""
    lead: str
    """What leads a decision in: "Kommunstyrelsen beslutar", "BESLÖTS"."""
    higher: str | None
    """The body above, "kommunfullmäktige"; None where there is none."""
    world: World


def case_number(dice: random.Random, setting: Setting) -> str:
    """A case number of the authority's family."""
    year = setting.day.year - dice.choice((0, 0, 0, 1))
    given = {"year": year, "yy": year % 100, "mm": setting.day.month, "n": dice.randint(12, 890)}
    return setting.family.format(code=setting.code, **given)


def matter(
    dice: random.Random,
    number: int,
    setting: Setting,
    *,
    contested: bool | None = None,
    suffix: str | None = None,
) -> Matter:
    """A matter by dice; `contested` asks for one with or without motions and votes."""
    world, writer = setting.world, setting.writer
    choices = [m for m in world.matters if contested is None or m.get("contested", False) is contested]
    template = dice.choice(choices)
    names = [tag(voter) for voter in setting.voters]
    blanks = fill(dice, world.fill, writer.body, setting.day, names, world.ways.unit)
    disputed = bool(template.get("contested")) and dice.random() < (1.0 if contested else 0.7)
    recusal, voters = recused(dice, writer, world.words, setting.voters)
    outside, voters = abstaining(dice, writer, world.words, voters)
    parts = [*_decision(dice, template, blanks, setting), *recusal, *outside]
    parts += _story(template, blanks, writer)
    if disputed:
        parts += dispute(dice, Outcome(template["points"][0][1]), writer, world.words, voters)
    parts += statements(dice, writer, world.words, voters)
    parts += _paperwork(dice, template, blanks, setting)
    numbered = setting.family and not template.get("no_case")
    return Matter(
        number=number,
        suffix=suffix,
        title=template["title"].format(**blanks),
        parts=tuple(_arranged(dice, parts, world.ways.first if _told_apart(parts) else 0.0)),
        case_numbers=(case_number(dice, setting),) if numbered else (),
    )


def _clauses(points: list[tuple[str, str]], blanks: Blanks) -> list[Clause]:
    return [Clause(text.format(**blanks), Outcome(outcome)) for text, outcome in points]


def _decision(dice: random.Random, template: Template, blanks: Blanks, setting: Setting) -> list[Part]:
    """The decision; first in the list, with the proposal before it where the world's minutes repeat it."""
    writer, ways = setting.writer, setting.world.ways
    clauses = _clauses(template["points"], blanks)
    led = (writer.headings.get(SectionKind.BESLUT) or "").endswith("beslutar")
    style = "numbered" if template.get("sentence") and writer.points == "att" else None
    if template.get("upward") and setting.higher:
        heading = "Beslut" if led else None
        given = [writer.decided(_upward_lead(setting), clauses, upward=True)]
        if "own" in template:
            own = _clauses(template["own"], blanks)
            given.append(writer.decided(f"{writer.body} beslutar för egen del", own, style=style))
        return [writer.decision(*given, heading=heading)]
    if led or not ways.lead:
        # The heading is the lead, or the points are sentences.
        decided = writer.decided(None, clauses, style=style)
    elif len(clauses) == 1 and not style and dice.random() < ways.inline:
        decided = writer.decided(setting.lead, clauses, style="inline")
    elif SectionKind.BESLUT not in writer.headings:
        # "BESLÖTS" or "Byggnadsnämnden beslöt" on a line of its own is a heading.
        return [writer.decision(writer.decided(None, clauses), heading=setting.lead)]
    else:
        decided = writer.decided(setting.lead, clauses, style=style)
    parts = [writer.decision(decided)]
    if ways.repeats and SectionKind.FORSLAG_TILL_BESLUT in writer.headings and dice.random() < ways.repeats:
        parts.append(proposed(writer, (decided[1],)))
    return parts


def proposed(writer: Writer, decisions: tuple[Decision, ...]) -> Part:
    """The decisions as the proposal before them."""
    given = [(d.text.split("\n"), d.model_copy(update={"status": "foreslaget"})) for d in decisions]
    heading = writer.headings.get(SectionKind.FORSLAG_TILL_BESLUT, "Förslag till beslut")
    return writer.decision(*given, proposed=True, heading=heading)


def _upward_lead(setting: Setting) -> str:
    if setting.world.ways.lead:
        return f"{setting.writer.body} föreslår {setting.higher} besluta"
    return f"{setting.writer.body} föreslår att {setting.higher} fattar följande beslut"


TOLD = (
    (SectionKind.SAMMANFATTNING, "summary"),
    (SectionKind.BEDOMNING, "assessment"),
    (SectionKind.EKONOMI, "economy"),
    (SectionKind.KONSEKVENSER, "consequences"),
)
"""Keys of a template's usual sections; others stand under "told"."""

SAME = {
    SectionKind.SAMMANFATTNING: SectionKind.ARENDEBESKRIVNING,
    SectionKind.ARENDEBESKRIVNING: SectionKind.SAMMANFATTNING,
}
"""What takes the place of a kind that a book has no heading for."""


def _story(template: Template, blanks: Blanks, writer: Writer) -> list[Part]:
    told = [(kind, template[key]) for kind, key in TOLD if key in template]
    told += [(SectionKind(kind), texts) for kind, *texts in template.get("told", ())]
    parts = []
    for kind, texts in told:
        known = kind if kind in writer.headings else SAME.get(kind, kind)
        given = [texts] if isinstance(texts, str) else texts
        parts.append(writer.part(known, *(text.format(**blanks) for text in given)))
    return parts


BASIS: Mapping[str, Callable[[str, str], BasisDocument]] = {
    "iso": basis,
    "den": lambda title, day: BasisDocument(title=f"{title} den {long_date(day)}", date=day),
    "paren": lambda title, day: basis(title, day, form="{} ({})"),
    "none": lambda title, _day: basis(title),
}
"""How a document and its date are printed."""


def _capital(name: str) -> str:
    return f"{name[0].upper()}{name[1:]}"


def _paperwork(dice: random.Random, template: Template, blanks: Blanks, setting: Setting) -> list[Part]:
    writer, parts = setting.writer, []
    days = sorted(setting.day - timedelta(dice.randint(5, 120)) for _ in template["basis"])
    printed = BASIS[setting.world.ways.basis]
    documents = [
        printed(title.format(**blanks), day.isoformat())
        for title, day in zip(template["basis"], days, strict=True)
    ]
    if documents and SectionKind.BESLUTSUNDERLAG in writer.headings:
        parts.append(writer.basis(*documents))
    if template.get("appeal"):
        parts.append(
            writer.part(
                SectionKind.OVERKLAGANDE,
                "Beslutet kan överklagas till förvaltningsrätten inom tre veckor från den dag då klaganden "
                "fick del av beslutet.",
            )
        )
    if template["recipients"] and SectionKind.EXPEDIERING in writer.headings:
        parts.append(writer.recipients(*(_capital(name.format(**blanks)) for name in template["recipients"])))
    return parts


def _told_apart(parts: list[Part]) -> bool:
    """Whether the story can follow the decision: not where only the decision has a heading."""
    decision, *others = parts
    story = next((part for part in others if part.section.kind in STORY), None)
    return story is None or story.section.heading is not None or decision.section.heading is None


STORY = (
    SectionKind.SAMMANFATTNING,
    SectionKind.ARENDEBESKRIVNING,
    SectionKind.BAKGRUND,
    SectionKind.BEREDNING,
)
"""Kinds that a story begins with."""

LAST = (SectionKind.EXPEDIERING, SectionKind.OVERKLAGANDE)


def _arranged(dice: random.Random, parts: list[Part], first: float) -> list[Part]:
    """The decision first, as now, or last before the reservations, as it used to be."""
    if dice.random() < first:
        return parts
    decision = parts[0]
    place = next(
        (i for i, part in enumerate(parts) if part.section.kind in (SectionKind.RESERVATION, *LAST)),
        len(parts),
    )
    return [*parts[1:place], decision, *parts[place:]]
