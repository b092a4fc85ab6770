"""Minutes: first page, contents, items and signatures, put together as a design says."""

from __future__ import annotations

from dataclasses import replace

from ..content.model import Script
from ..paper.flow import Band, Bands, gap, line, paginate, paragraph
from ..paper.sheet import Paper
from .blocks import dotted
from .design import Design, number
from .endings_more import voting_lists


def _contents(script: Script, design: Design, pages: dict[str, int]) -> Bands:
    """A contents page; the numbers are known at the second setting only."""
    bands: list[Band] = [*paragraph("Innehåll", design.title, design.width, after=8)]
    for matter in script.matters:
        page = str(pages.get(f"{matter.number}{matter.suffix or ''}", 0))
        whole = f"{number(script, matter, design)} {matter.title}"
        *above, last = paragraph(whole, design.text, design.width - 40)
        bands += (*above, dotted(last.text, page, design.text, design.width), *gap(3))
    return (Band(0, new_page=True, keep=True), *bands)


def _items(script: Script, design: Design) -> Bands:
    bands: list[Band] = []
    for index, matter in enumerate(script.matters):
        head = design.item_head(script, matter, design)
        starts = index == 0 or design.item_breaks
        bands += (replace(head[0], new_page=starts), *head[1:])
        for part in matter.parts:
            bands += design.section(part, design)
        bands += gap(14)
    return tuple(bands)


def _setting(script: Script, design: Design, pages: dict[str, int]) -> tuple[Paper, dict[str, int]]:
    contents = _contents(script, design, pages) if design.contents else ()
    bands = (
        *design.front(script, design),
        *contents,
        *_items(script, design),
        *design.ending(script, design),
        *voting_lists(script, design),
    )
    return paginate(bands, design.furniture(script, design), title=script.title or "")


def minutes(script: Script, design: Design) -> Paper:
    """Lay out minutes; set twice where a contents page needs the page numbers."""
    paper, pages = _setting(script, design, {})
    if design.contents:
        paper, pages = _setting(script, design, pages)
    outline = tuple(
        (f"{number(script, m, design)} {m.title}", pages[f"{m.number}{m.suffix or ''}"])
        for m in script.matters
    )
    return replace(paper, outline=outline)


def contents_line(text: str, design: Design) -> Band:
    """A line of text in the design's face."""
    return line(text, design.text)
