"""The run's page of the report: totals, what to look at first, and every document."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from . import pictures
from .html import Html, address, join, tag
from .phrases import both, number, percent, say, term
from .shell import badge, document
from .summary import PAGE, Summary, Unread

MOST_ROWS = 2000
"""Documents in the table; a browser opens that many within a second."""

MOST_FIRST = 8
MOST_BARS = 48

GRADES = ("god", "granska", "bristfallig")

_LOW, _MEDIUM = 0.7, 0.9


@dataclass(slots=True)
class Run:
    """All documents in a few numbers, and those that most need a look."""

    rows: list[Summary] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    grades: Counter[str] = field(default_factory=Counter)


def collect(documents: Iterable[Summary | Unread], *, skipped: int = 0) -> Run:
    """Count all, keep only the rows that are shown; `skipped` inputs were no documents."""
    run = Run()
    run.counts["skipped"] = skipped
    run.rows = heapq.nsmallest(MOST_ROWS, _counted(run, documents), key=lambda row: row.urgency)
    return run


def _counted(run: Run, documents: Iterable[Summary | Unread]) -> Iterable[Summary]:
    for one in documents:
        if isinstance(one, Unread):
            run.counts["unread"] += 1
            if len(run.unread) < MOST_ROWS:
                run.unread.append(one)
            continue
        run.grades[one.grade] += 1
        run.counts.update(
            documents=1,
            pages=len(one.pages),
            items=one.items,
            decisions=one.decisions,
            repairs=one.repairs,
            doubtful=one.doubtful,
            findings=one.errors + one.warnings,
        )
        yield one


def html(run: Run) -> str:
    """The page as an HTML file."""
    return document(
        "Rapport",
        tag(
            "section",
            tag("p", "justera", class_="overline"),
            tag("h1", say("report"), id="title"),
            tag("p", say("report_lead"), class_="lead"),
            _totals(run),
            aria_labelledby="title",
            class_="about",
        ),
        _first(run.rows),
        _unread(run.unread) if run.unread else None,
        _table(run),
    )


def _totals(run: Run) -> Html:
    names = ("documents", "pages", "items", "decisions", "repairs", "doubtful", "findings")
    figures = [
        tag("div", tag("dt", say(name)), tag("dd", number(run.counts[name])), class_="figure")
        for name in names
    ]
    return join(tag("h2", say("totals"), class_="unseen"), tag("dl", figures, class_="figures"), _grades(run))


def _grades(run: Run) -> Html:
    """The shares of the grades, as a bar and in words."""
    everything = sum(run.grades.values()) + run.counts["unread"]
    parts = [*((grade, run.grades[grade]) for grade in GRADES), ("olast", run.counts["unread"])]
    present = [(grade, count) for grade, count in parts if count]
    bar = [tag("span", class_=f"share {grade}", style=f"flex-grow:{count}") for grade, count in present]
    words = [
        tag(
            "li",
            badge(grade, term("grade", grade)),
            " ",
            say("grade_count", count=number(count), all=number(everything)),
        )
        for grade, count in present
    ]
    return tag(
        "div",
        tag("h2", say("grades"), class_="unseen"),
        tag("div", bar, class_="shares", aria_hidden="true"),
        tag("ul", words, class_="share-words"),
        tag("p", say("skipped", count=number(run.counts["skipped"])), class_="faint")
        if run.counts["skipped"]
        else None,
    )


def _first(rows: Sequence[Summary]) -> Html:
    urgent = [row for row in rows if row.grade != "god"][:MOST_FIRST]
    cards = [
        tag(
            "li",
            _thumbnail(row),
            tag(
                "div",
                tag("h3", _link(row)),
                tag("p", badge(row.grade, term("grade", row.grade)), " ", _faults(row)),
                tag("ul", [tag("li", both(*message)) for message in row.worst], class_="messages")
                if row.worst
                else None,
            ),
        )
        for row in urgent
    ]
    return tag(
        "section",
        tag("h2", say("first"), id="first"),
        tag("p", say("first_lead" if cards else "first_none"), class_="faint"),
        tag("ul", cards, class_="cards") if cards else None,
        aria_labelledby="first",
    )


def _faults(row: Summary) -> Html:
    doubtful = join(", ", say("and_doubtful", count=number(row.doubtful))) if row.doubtful else None
    return tag(
        "span", say("errors_warnings", errors=row.errors, warnings=row.warnings), doubtful, class_="faint"
    )


def _unread(unread: Sequence[Unread]) -> Html:
    rows = [
        tag(
            "li",
            badge("olast", term("grade", "olast")),
            tag("strong", one.name),
            tag("span", one.reason, lang="en"),
            tag("span", one.next_step, class_="faint", lang="en") if one.next_step else None,
        )
        for one in unread
    ]
    return tag(
        "section",
        tag("h2", say("unread"), " ", tag("span", number(len(unread)), class_="count"), id="unread"),
        tag("p", say("unread_lead"), class_="faint"),
        tag("ul", rows, class_="unread"),
        aria_labelledby="unread",
    )


def _table(run: Run) -> Html:
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
    total = run.counts["documents"]
    cut = say("table_cut", shown=number(len(run.rows)), all=number(total)) if total > len(run.rows) else None
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
                tag("tbody", [_row(row) for row in run.rows]),
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
                _thumbnail(row),
                tag("div", _link(row), tag("span", row.name, class_="name")),
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


def _link(row: Summary) -> Html:
    page = PAGE if row.has_page else "text.txt"
    return tag("a", row.title, href=f"{address(row.folder)}/{page}", lang="sv")


def _thumbnail(row: Summary) -> Html:
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
