"""What a person should look at first in a document: findings, then doubtful words with their pictures."""

from __future__ import annotations

from collections.abc import Sequence

from ...schema import Document
from ...schema.record import BoxTuple, Finding, Record, Severity
from ..places import first_places
from . import pictures
from .html import Html, join, tag
from .marks import Mark
from .parts import finding_name, place_of
from .phrases import because, both, number, percent, say, term
from .pictures import Pictures

MOST_WORDS = 40
"""Doubtful words that are listed with a picture; more would be a wall of confetti."""

CROP_HEIGHT = 34
"""Of the picture of a word, in pixels on the screen."""

_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


def section(record: Record, document: Document, marks: Sequence[Mark], shots: Pictures) -> Html:
    """The section."""
    doubtful = [mark for mark in marks if mark.word.doubt]
    return tag(
        "section",
        tag("h2", say("first"), id="first"),
        _findings(record),
        _doubtful(doubtful, document, shots) if doubtful else None,
        aria_labelledby="first",
    )


def _findings(record: Record) -> Html:
    ranked = sorted(enumerate(record.findings), key=lambda entry: _ORDER[entry[1].severity])
    places = first_places(record)
    rows: list[Html] = []
    notes: list[Html] = []
    for index, finding in ranked:
        place = place_of(record, places, finding.at)
        row = _finding(index, finding, place.page if place else None, boxed=bool(place and place.box))
        (notes if finding.severity is Severity.INFO else rows).append(row)
    if not ranked:
        return tag("p", say("findings_none"))
    return join(
        tag("ul", rows, class_="findings") if rows else tag("p", say("findings_none")),
        tag(
            "details",
            tag("summary", say("findings_info", count=number(len(notes)))),
            tag("ul", notes, class_="findings"),
        )
        if notes
        else None,
    )


def _finding(index: int, finding: Finding, page: int | None, *, boxed: bool) -> Html:
    boxed = boxed and finding.severity is not Severity.INFO
    goal = f"#{finding_name(index)}" if boxed else f"#page-{page}"
    return tag(
        "li",
        tag("span", term("severity", finding.severity), class_=f"severity {finding.severity}"),
        tag("span", finding.rule, class_="rule"),
        tag("span", both(getattr(finding, "message_sv", None) or finding.message, finding.message)),
        tag("a", say("show_on_page", page=page), href=goal) if page is not None else None,
    )


def _doubtful(marks: Sequence[Mark], document: Document, shots: Pictures) -> Html:
    sizes = {page.number: (page.width, page.height) for page in document.pages}
    left = len(marks) - MOST_WORDS
    return join(
        tag("h3", say("doubtful_title")),
        tag("p", say("doubtful_lead"), class_="faint"),
        tag("ul", [_word(mark, sizes[mark.page], shots) for mark in marks[:MOST_WORDS]], class_="doubtful"),
        tag("p", say("more", count=number(left)), class_="faint") if left > 0 else None,
    )


def _word(mark: Mark, size: tuple[float, float], shots: Pictures) -> Html:
    word = mark.word
    box = word.box
    others = ", ".join(other for other in word.alternatives[:3])
    picture = crop((box.x0, box.top, box.x1, box.bottom), mark.page, size, shots) if box else None
    readings = join("; ", say("alternatives"), " ", tag("span", others, lang="sv")) if others else None
    return tag(
        "li",
        tag("span", picture),
        tag("strong", word.text, lang="sv", class_="reading"),
        tag("span", because(word.doubt) if word.doubt else None, readings, class_="faint"),
        tag("span", say("certainty", share=percent(word.confidence)), class_="faint"),
        tag("a", say("show_on_page", page=mark.page), href=f"#{mark.name}"),
    )


def crop(box: BoxTuple, page: int, size: tuple[float, float], shots: Pictures) -> Html | None:
    """A word's picture with what stands beside it, cut from the page by style; None without a picture."""
    pixels = shots.sizes.get(page)
    if pixels is None or not size[0] or not size[1]:
        return None
    x0, top, x1, bottom = box
    margin = max(2.0, 0.35 * (bottom - top))
    scale = CROP_HEIGHT / max(1.0, bottom - top + 2 * margin)
    width = min(420.0, (x1 - x0 + 8 * margin) * scale)
    left, up = (x0 - 4 * margin) * scale, (top - margin) * scale
    style = (
        f"width:{width:.0f}px;height:{CROP_HEIGHT}px;background-image:url('{pictures.name(page)}');"
        f"background-size:{size[0] * scale:.0f}px {size[1] * scale:.0f}px;"
        f"background-position:{-left:.0f}px {-up:.0f}px"
    )
    return tag("span", class_="crop", style=style, aria_hidden="true")
