"""The pages: picture with its layers on one side, the text that was read on the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from ...schema import Box, Page, faults
from . import pictures
from .html import Html, join, tag
from .marks import Mark, MarkedPage, MarkedWord
from .parts import Part
from .phrases import because, both, percent, remarked, say, term
from .pictures import Pictures

BANDS = (("high", 0.9), ("medium", 0.7), ("low", 0.0))
"""Confidence from which a word is drawn as certain, fairly certain, uncertain."""


MARGIN = 0.2
"""Share of the page's width that a label to the left of a box takes at most."""


def section(pages: Sequence[MarkedPage], shots: Pictures, parts: Sequence[Part]) -> Html:
    """The pages one after the other, under the switches for the layers."""
    by_page: dict[int, list[Part]] = {}
    for part in parts:
        by_page.setdefault(part.page, []).append(part)
    return tag(
        "section",
        tag("h2", say("pages_title"), id="pages"),
        _switches() if shots.sizes else None,
        [_sheet(page, shots, by_page.get(page.page.number, ())) for page in pages],
        aria_labelledby="pages",
    )


def _switches() -> Html:
    """Layers are shown and hidden by style alone."""
    layers = ("words", "repairs", "parts", "findings")
    legend = ("high", "medium", "low", "repair", "doubt")
    return tag(
        "div",
        tag(
            "fieldset",
            tag("legend", say("layers")),
            [
                tag(
                    "label",
                    tag("input", type="checkbox", id=f"show-{name}", checked=True),
                    say(f"layer_{name}"),
                )
                for name in layers
            ],
        ),
        tag(
            "p",
            [
                tag("span", tag("i", class_=f"key {name}"), say(f"legend_{name}"), class_="entry")
                for name in legend
            ],
            class_="legend",
        ),
        class_="switches",
    )


def _sheet(marked: MarkedPage, shots: Pictures, parts: Sequence[Part]) -> Html:
    page = marked.page
    title = f"page-{page.number}"
    known = (
        term("origins", page.origin),
        f", {percent(page.confidence)}" if page.confidence is not None else "",
    )
    return tag(
        "article",
        tag("h3", say("page", number=page.number), id=title),
        tag("p", known, tag("span", " – ", because(*page.reasons), class_="faint"), class_="origin"),
        tag("p", both(_why(page), page.fault), class_="fault") if page.fault else None,
        tag("div", _picture(marked, shots, parts), _text(marked), class_="sheet"),
        aria_labelledby=title,
        class_="page",
    )


def _why(page: Page) -> str:
    return faults.told(reason.code for reason in page.reasons).sv


def _picture(marked: MarkedPage, shots: Pictures, parts: Iterable[Part]) -> Html:
    page = marked.page
    size = shots.sizes.get(page.number)
    if size is None:
        why = shots.problems.get(page.number)
        told = join(say("page_no_picture"), " ", remarked(why)) if why else None
        return tag("p", told, class_="no-picture")
    path = pictures.name(page.number)
    image = tag("img", src=path, width=size[0], height=size[1], alt="", loading="lazy", decoding="async")
    drawn = join(_words(marked), [_box(part, page) for part in parts]) if page.width and page.height else None
    caption = tag("figcaption", tag("a", say("large_picture"), href=path), class_="faint")
    alone = tag("span", say("page_picture", number=page.number), class_="unseen")
    return tag("figure", alone, tag("div", image, drawn, class_="picture"), caption)


def _words(marked: MarkedPage) -> Html:
    """Words by confidence as three shapes, so that a page of many words stays light; marks one by one."""
    page = marked.page
    shapes = []
    for (name, least), most in zip(BANDS, (2.0, *(band[1] for band in BANDS)), strict=False):
        boxes = [
            word.box
            for word in page.words
            if word.box is not None and word.confidence is not None and least <= word.confidence < most
        ]
        shapes.append(tag("path", class_=name, d=" ".join(map(_outline, boxes))) if boxes else None)
    marks = [_mark(mark, mark.word.box) for mark in marked.marks if mark.word.box is not None]
    return tag(
        "svg",
        tag("g", shapes, class_="words"),
        tag("g", marks, class_="repairs"),
        viewBox=f"0 0 {page.width:.2f} {page.height:.2f}",
        preserveAspectRatio="none",
        aria_hidden="true",
    )


def _mark(mark: Mark, box: Box) -> Html:
    kind = "repair" if mark.change else "doubt"
    return tag(
        "rect",
        class_=kind,
        data_of=mark.name,
        x=round(box.x0 - 1, 1),
        y=round(box.top - 1, 1),
        width=round(box.width + 2, 1),
        height=round(box.height + 2, 1),
    )


def _outline(box: Box) -> str:
    return f"M{box.x0:.1f} {box.top:.1f}h{box.width:.1f}v{box.height:.1f}h{-box.width:.1f}z"


def _box(part: Part, page: Page) -> Html:
    x0, top, x1, bottom = part.box
    style = (
        f"left:{100 * x0 / page.width:.2f}%;top:{100 * top / page.height:.2f}%;"
        f"width:{100 * (x1 - x0) / page.width:.2f}%;height:{100 * (bottom - top) / page.height:.2f}%"
    )
    # The label stands in the margin where there is one, else above the box.
    inner = " inner" if x0 > MARGIN * page.width else ""
    return tag("div", tag("span", part.label), class_=f"part {part.kind}{inner}", id=part.name, style=style)


def _text(marked: MarkedPage) -> Html:
    if not any(words for _, words in marked.lines):
        return tag("p", say("page_empty"), class_="faint")
    blocks = (list(group) for _, group in groupby(marked.lines, key=lambda line: line[0]))
    return tag(
        "div",
        tag("h4", say("page_text"), class_="unseen"),
        [tag("p", join(*_lines(block))) for block in blocks],
        class_="text",
        lang="sv",
    )


def _lines(block: Iterable[tuple[int, tuple[MarkedWord, ...]]]) -> Iterator[str | Html]:
    for index, (_, words) in enumerate(block):
        if index:
            yield "\n"
        for word in words:
            yield word.space
            yield word.word.text if word.mark is None else _marked_word(word.mark)


def _marked_word(mark: Mark) -> Html:
    kind = "repair" if mark.change else "doubt"
    former = say("was_read_as", before=mark.change.before) if mark.change else say("legend_doubt")
    unseen = tag("span", " ", former, class_="unseen")
    return tag("mark", mark.word.text, unseen, id=mark.name, class_=kind)
