"""Items and what was decided in them, as the record has it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ...schema.record import Decision, Evidence, Motion, Person, Record, Statement, Vote
from ..places import first_places
from ..register import paragraph, person, tally
from ..walk import Entry, entries
from .html import Html, join, tag
from .parts import part_name
from .phrases import say, term

OPEN = 3
"""Items that are open when the page is; all others are a click away."""


def section(record: Record) -> Html:
    """The section: one fold for each item, the first ones open."""
    places = first_places(record)
    folds = [_item(entry, places, open_=index < OPEN) for index, entry in enumerate(entries(record))]
    return tag(
        "section",
        tag("h2", say("items_title"), id="items"),
        folds or tag("p", say("items_none")),
        aria_labelledby="items",
    )


def _item(entry: Entry, places: Mapping[str, Evidence], *, open_: bool) -> Html:
    item, at = entry.item, entry.pointer
    outcomes = dict.fromkeys(decision.outcome for decision in item.decisions if decision.outcome)
    number = tag("span", f"§ {paragraph(item)}", class_="paragraph") if item.number is not None else None
    return tag(
        "details",
        tag(
            "summary",
            number,
            tag("span", item.title or say("no_title"), class_="item-title", lang="sv"),
            [tag("span", term("outcomes", outcome), class_="outcome") for outcome in outcomes],
        ),
        tag(
            "div",
            tag("p", say("case_numbers"), ": ", ", ".join(item.case_numbers)) if item.case_numbers else None,
            [
                _decision(one, _link(places, f"{at}/decisions/{number}"))
                for number, one in enumerate(item.decisions)
            ],
            _list("motions", map(_motion, item.motions)),
            _list("votes", map(_vote, item.votes)),
            _list("reservations", map(_statement, item.reservations)),
            _list("statements", map(_statement, item.statements)),
            _list("recusals", map(person, item.recusals)),
            _list("non_participants", map(person, item.non_participants)),
            _list("basis", (document.title for document in item.basis_documents)),
            _list("recipients", item.recipients),
            tag("p", _link(places, at)) if not item.decisions else None,
            class_="inside",
        ),
        class_="item",
        open=open_,
    )


def _decision(decision: Decision, link: Html | None) -> Html:
    title = say("decision" if decision.status == "beslutat" else "proposal")
    points = [
        tag(
            "li",
            f"{point.label} " if point.label else None,
            point.text,
            tag("span", term("outcomes", point.outcome), class_="outcome") if point.outcome else None,
        )
        for point in decision.points
    ]
    return tag(
        "div",
        tag("h3", title, " ", tag("span", link, class_="faint") if link else None),
        tag("p", decision.body, class_="faint", lang="sv") if decision.body else None,
        tag("ul", points, class_="points", lang="sv")
        if len(points) > 1
        else tag("p", decision.text, lang="sv"),
        class_="decision-text",
    )


def _list(name: str, entries: Iterable[str | Html]) -> Html | None:
    rows = [tag("li", entry, lang="sv") for entry in entries]
    return tag("div", tag("h3", say(name)), tag("ul", rows)) if rows else None


def _motion(motion: Motion) -> Html:
    return join(tag("strong", _people(motion.by)), ": ", motion.text)


def _statement(statement: Statement) -> Html:
    return join(tag("strong", _people(statement.by)), ": " if statement.text else None, statement.text)


def _vote(vote: Vote) -> Html:
    sides = [
        f"{side}: {meaning}" for side, meaning in (("Ja", vote.yes_means), ("Nej", vote.no_means)) if meaning
    ]
    return join("; ".join(filter(None, (tally(vote), *sides, vote.result))))


def _people(people: Iterable[Person]) -> str:
    return ", ".join(map(person, people))


def _link(places: Mapping[str, Evidence], at: str) -> Html | None:
    place = places.get(at)
    if place is None:
        return None
    goal = f"#{part_name(at, place.page)}" if place.box else f"#page-{place.page}"
    return tag("a", say("show_on_page", page=place.page), href=goal)
