"""Every document of a run, in a table that filters and sorts."""

from __future__ import annotations

from collections.abc import Sequence

from . import pictures
from .html import Html, address, join, tag
from .phrases import number, percent, say, term
from .shell import badge
from .summary import GRADES, PAGE, Summary

MOST_BARS = 48
"""Bars of a document's pages; a longer document shows the worst of several pages in one."""

_LOW, _MEDIUM = 0.7, 0.9
"""Confidence below which a page is low or medium."""


def section(rows: Sequence[Summary], total: int) -> Html:
    """The table; `total` says how many documents there are in all."""
    columns = (
        "document",
        "body",
        "date",
        "grade",
        "quality",
        "pages",
        "items",
        "repairs",
        "doubtful",
        "findings",
    )
    head = [
        tag(
            "th", tag("button", say(f"column_{name}"), type="button", disabled=True), scope="col", class_=name
        )
        for name in columns
    ]
    cut = say("table_cut", shown=number(len(rows)), all=number(total)) if total > len(rows) else None
    return tag(
        "section",
        tag("h2", say("table"), id="all"),
        tag("p", cut, class_="notice") if cut else None,
        _filter(),
        tag(
            "div",
            tag(
                "table",
                tag("thead", tag("tr", head)),
                tag("tbody", [_row(row) for row in rows]),
                id="documents",
                aria_labelledby="all",
            ),
            class_="scroll",
            tabindex="0",
            role="region",
            aria_labelledby="all",
        ),
        aria_labelledby="all",
    )


def _filter() -> Html:
    """Hidden until the script runs that makes it work."""
    choices = [("", say("show_all")), *((grade, term("grade", grade)) for grade in GRADES)]
    radios = [
        tag("label", tag("input", type="radio", name="grade", value=value, checked=not value), text)
        for value, text in choices
    ]
    return tag(
        "form",
        tag("label", say("filter"), for_="filter"),
        tag("input", id="filter", type="search", autocomplete="off"),
        tag("fieldset", tag("legend", say("show")), radios),
        tag(
            "p",
            tag("output", id="count", for_="filter"),
            " ",
            say("shown_count"),
            role="status",
            class_="faint",
        ),
        class_="filter",
        role="search",
        hidden=True,
    )


def _row(row: Summary) -> Html:
    known = [page for page in row.pages if page is not None]
    mean = sum(known) / len(known) if known else None
    words = " ".join((row.title, row.name, row.body, row.authority, row.date, row.kind)).lower()
    return tag(
        "tr",
        tag(
            "th",
            tag(
                "div",
                thumbnail(row),
                tag("div", link(row), tag("span", row.name, class_="name")),
                class_="who",
            ),
            scope="row",
            data_value=row.title,
        ),
        tag("td", row.body or row.authority, data_value=row.body or row.authority, lang="sv"),
        tag("td", row.date, data_value=row.date, class_="date"),
        tag("td", badge(row.grade, term("grade", row.grade)), data_value=GRADES.index(row.grade)),
        tag("td", _quality(row.pages, mean, min(known, default=None)), data_value=f"{mean or 0:.4f}"),
        [_count(value) for value in (len(row.pages), row.items, row.repairs, row.doubtful)],
        _count(row.errors + row.warnings),
        data_grade=row.grade,
        data_words=words,
    )


def _count(value: int) -> Html:
    return tag("td", number(value), data_value=value, class_="number" if value else "number zero")


def link(row: Summary) -> Html:
    """A link to the document's page, or to its text where it has none."""
    page = PAGE if row.has_page else "text.txt"
    return tag("a", row.title, href=f"{address(row.folder)}/{page}", lang="sv")


def thumbnail(row: Summary) -> Html:
    """The first page, small; the kind of file where there is no picture."""
    if not row.has_thumbnail:
        kind = row.name.rpartition(".")[2][:4].upper()
        return tag("span", kind, class_="thumbnail plain-text", aria_hidden="true")
    source = f"{address(row.folder)}/{pictures.THUMBNAIL}"
    return tag(
        "img", src=source, alt="", width=42, height=59, loading="lazy", decoding="async", class_="thumbnail"
    )


def _quality(pages: Sequence[float | None], mean: float | None, worst: float | None) -> Html:
    """A bar for each page, low where the reading is uncertain; long documents show the worst of several."""
    if mean is None:
        return tag("span", say("unknown_quality"), class_="faint")
    step = -(-len(pages) // MOST_BARS)
    groups = [
        min((page for page in pages[start : start + step] if page is not None), default=None)
        for start in range(0, len(pages), step)
    ]
    bars = [
        tag("path", class_=band, d="".join(_bar(index, share) for index, share in columns))
        for band in ("high", "medium", "low")
        if (
            columns := [
                (index, share)
                for index, share in enumerate(groups)
                if share is not None and _band(share) == band
            ]
        )
    ]
    width = 5 * len(groups) - 1
    return join(
        tag(
            "svg", bars, viewBox=f"0 0 {width} 20", width=width, height=20, class_="bars", aria_hidden="true"
        ),
        tag("span", say("mean_worst", mean=percent(mean), worst=percent(worst)), class_="faint small"),
    )


def _bar(index: int, share: float) -> str:
    return f"M{5 * index} {20 - 20 * share:.1f}h4V20h-4z"


def _band(share: float) -> str:
    return "low" if share < _LOW else "medium" if share < _MEDIUM else "high"
