"""Matters of a meeting made by dice from the templates in `matters.toml`."""

from __future__ import annotations

import random
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from justera.schema.record import Ballot, MotionKind, Outcome, Person, SectionKind, VoteChoice

from .model import Matter, Part
from .slots import definite, fill
from .writing import Clause, Writer, basis, counted, tags

DATA: dict[str, Any] = tomllib.loads(Path(__file__).with_name("matters.toml").read_text("utf-8"))

OPPOSITE = {
    Outcome.AVSLAG: (MotionKind.BIFALL, "{} yrkar bifall till motionen."),
    Outcome.ATERREMISS: (MotionKind.BIFALL, "{} yrkar att ärendet ska avgöras i dag."),
}
"""What the losing side moved, by what was decided; else that the proposal be rejected."""

CALLED = {
    Outcome.BIFALL: (MotionKind.BIFALL, "{} yrkar bifall till förvaltningens förslag."),
    Outcome.AVSLAG: (MotionKind.AVSLAG, "{} yrkar avslag på motionen."),
    Outcome.ATERREMISS: (MotionKind.ATERREMISS, "{} yrkar att ärendet återremitteras till förvaltningen."),
}
"""What the winning side moved."""


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
    parts = [*_decision(dice, template, blanks, setting)]
    parts += _story(template, blanks, setting.writer)
    if disputed:
        parts += _dispute(dice, template, setting)
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


def _dispute(dice: random.Random, template: dict[str, Any], setting: Setting) -> list[Part]:
    """Motions, the order of proposals, perhaps a vote, a reservation."""
    writer, voters = setting.writer, list(setting.voters)
    dice.shuffle(voters)
    split = len(voters) // 2 + 1
    winners, losers = voters[:split], voters[split:]
    outcome = Outcome(template["points"][0][1])
    kind, text = CALLED[outcome]
    against, other = OPPOSITE.get(outcome, (MotionKind.AVSLAG, "{} yrkar avslag på förslaget."))
    loser = losers[:1] if dice.random() < 0.7 else losers[:2]
    motions = writer.motions((kind, winners[:1], text), (against, loser, other))
    org = definite(writer.body)
    order = writer.part(
        SectionKind.PROPOSITIONSORDNING,
        f"Ordföranden ställer proposition på yrkandena och finner att {org} beslutar enligt "
        f"{tags(winners[:1])}s yrkande." + (" Omröstning begärs." if (voted := dice.random() < 0.7) else ""),
    )
    parts = [motions, order]
    if voted:
        parts.append(_vote(dice, setting, winners, losers))
    if dice.random() < 0.8:
        ground = " till förmån för eget yrkande" if dice.random() < 0.5 else ""
        words = f"{{}} reserverar sig mot beslutet{ground}."
        if dice.random() < 0.4:
            words += f"\n{dice.choice(DATA['fill']['reason'])}"
        parts.append(writer.reservation(losers[: dice.randint(1, 2)], words))
    return parts


def _vote(dice: random.Random, setting: Setting, winners: list[Person], losers: list[Person]) -> Part:
    abstaining = losers.pop() if len(losers) > 2 and dice.random() < 0.3 else None
    votes = {id(p): VoteChoice.JA for p in winners} | {id(p): VoteChoice.NEJ for p in losers}
    people = [*winners, *losers, *([abstaining] if abstaining else [])]
    roll = [
        Ballot(name=p.name or "", party=p.party, vote=votes.get(id(p), VoteChoice.AVSTAR)) for p in people
    ]
    yes_means, no_means = "bifall till liggande förslag", "avslag på liggande förslag"
    org = definite(setting.writer.body)
    tally = f"{len(winners)} ja-röster och {len(losers)} nej-röster"
    tally += " samt 1 som avstår" if abstaining else ""
    result = f"Med {tally} beslutar {org} enligt liggande förslag."
    question = (
        "Följande voteringsproposition godkänns: Ja för bifall till liggande förslag. "
        "Nej för avslag på liggande förslag."
    )
    vote = counted(roll, yes_means=yes_means, no_means=no_means, result=result)
    style = dice.choice(("table", "lists", "count"))
    if style == "count":
        return setting.writer.vote(vote.model_copy(update={"roll": ()}), question, result)
    if style == "table":
        return setting.writer.vote(vote, question, result, table=True)
    lists = [f"Följande röstar ja: {tags(winners)}.", f"Följande röstar nej: {tags(losers)}."]
    lists += [f"Följande avstår: {tags([abstaining])}."] if abstaining else []
    return setting.writer.vote(vote, question, *lists, result)


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
