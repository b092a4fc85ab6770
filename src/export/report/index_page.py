"""The run's page of the report: totals, what to look at first, and every document."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from . import index_table
from .html import Html, join, tag
from .phrases import both, fault, number, say, term
from .shell import badge, document
from .summary import GRADES, Summary, Unread

MOST_ROWS = 2000
"""Documents in the table; a browser opens that many within a second."""

MOST_FIRST = 8


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
        index_table.section(run.rows, run.counts["documents"]),
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
            index_table.thumbnail(row),
            tag(
                "div",
                tag("h3", index_table.link(row)),
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


def _why(unread: Unread) -> Html:
    """Why a file has no record, and the next step: Swedish by the kind of error, English in its own words."""
    english = "; ".join(filter(None, (unread.reason, unread.next_step)))
    return fault(unread.code, english) if unread.code else join(english)


def _unread(unread: Sequence[Unread]) -> Html:
    rows = [
        tag(
            "li",
            badge("olast", term("grade", "olast")),
            tag("strong", one.name),
            tag("span", _why(one)),
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
