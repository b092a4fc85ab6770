"""Every repair of a document, before and after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...schema import Change, Document
from .html import Html, tag
from .look import crop
from .marks import Mark
from .phrases import number, percent, say, term
from .pictures import Pictures

MOST_PICTURES = 200
"""Repairs with a picture; each page's picture is loaded once, but drawn for every one."""


def section(changes: Sequence[Change], marks: Sequence[Mark], document: Document, shots: Pictures) -> Html:
    """The section; its table is folded away when it is long."""
    heading = tag(
        "h2", say("repairs_title"), " ", tag("span", number(len(changes)), class_="count"), id="repairs"
    )
    if not changes:
        return tag("section", heading, tag("p", say("repairs_none")), aria_labelledby="repairs")
    names = {id(mark.change): mark.name for mark in reversed(marks) if mark.change}
    sizes = {page.number: (page.width, page.height) for page in document.pages}
    rows = [
        _row(change, names.get(id(change)), sizes, shots if index < MOST_PICTURES else Pictures({}, {}))
        for index, change in enumerate(changes)
    ]
    columns = ("repair_page", "repair_picture", "repair_before", "repair_after", "repair_why", "repair_sure")
    table = tag(
        "table",
        tag("thead", tag("tr", [tag("th", say(column), scope="col") for column in columns])),
        tag("tbody", rows),
        class_="repairs-table",
        aria_labelledby="repairs",
    )
    return tag(
        "section",
        heading,
        tag("p", say("repairs_lead"), class_="faint"),
        tag("div", table, class_="scroll", tabindex="0", role="region", aria_labelledby="repairs")
        if len(rows) <= 12
        else tag(
            "details",
            tag("summary", say("and_repairs", count=number(len(rows)))),
            tag("div", table, class_="scroll", tabindex="0", role="region", aria_labelledby="repairs"),
            class_="long",
        ),
        aria_labelledby="repairs",
    )


def _row(change: Change, name: str | None, sizes: Mapping[int, tuple[float, float]], shots: Pictures) -> Html:
    goal = f"#{name}" if name else f"#page-{change.page}"
    why = term("repair_rule", change.rule)
    size = sizes.get(change.page, (0.0, 0.0))
    return tag(
        "tr",
        tag("td", tag("a", change.page, href=goal)),
        tag("td", crop(change.box, change.page, size, shots) if change.box else None),
        tag("td", tag("del", change.before, lang="sv")),
        tag("td", tag("ins", change.after, lang="sv")),
        tag("td", tag("code", change.rule), " ", why, class_="why", title=change.evidence),
        tag("td", percent(change.confidence), class_="number"),
    )
