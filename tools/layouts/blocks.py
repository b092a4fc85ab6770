"""Building blocks that layouts share: label and value, columns of names, sections, tables, signatures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from justera.schema.record import SectionKind

from ..content.model import Part
from ..paper.flow import Band, Bands, beside, framed, gap, line, paragraph, ruled, stack
from ..paper.fonts import Font
from ..paper.sheet import Rule
from .design import Design

LABEL = re.compile(r"(\d{1,2}[.)]|[a-zåäö]\)|[–•-])\s+(.*)", re.S)
"""A paragraph that begins with a number, a letter or a dash."""


LISTS = (SectionKind.EXPEDIERING, SectionKind.BESLUTSUNDERLAG)
"""Sections that are set one entry a line."""


def lines(texts: Sequence[str], font: Font, width: float, *, x: float = 0, hang: float = 10) -> list[Band]:
    """One entry a line, wrapped with a hanging indent where too long."""
    bands: list[Band] = []
    for text in texts:
        first, *rest = paragraph(text, font, width - hang, x=x)
        bands += [first, *(replace(band, runs=tuple(r.moved(hang, 0) for r in band.runs)) for band in rest)]
    return bands


def columns(texts: Sequence[str], font: Font, width: float, count: int = 2) -> Band:
    """Names in columns, read down the first, then down the next."""
    tall = -(-len(texts) // count)
    wide = width / count
    parts = [texts[i : i + tall] for i in range(0, len(texts), tall)]
    return beside([(i * wide, lines(part, font, wide - 8)) for i, part in enumerate(parts)])


def labelled(label: str, value: Band, design: Design, *, x: float = 118, rule: bool = True) -> Bands:
    """A row of a label/value page, with a thin line under it."""
    head = paragraph(label, design.small, x - 8)
    whole = beside(((0, head), (x, (value,))))
    return (whole, *((ruled(design.width, thickness=0.4, space=4),) if rule else gap(6)))


def value(text: str, design: Design, *, x: float = 118) -> Band:
    """Wrapped text in the value column; newlines part lines."""
    bands = [b for piece in text.split("\n") for b in paragraph(piece, design.text, design.width - x)]
    return stack(bands)


def dotted(text: str, page: str, font: Font, width: float) -> Band:
    """A line of a contents page: text, dots, page number at the right edge."""
    room = width - font.width(f"{text} ") - font.width(f" {page}") - 2
    dots = "." * max(3, int(room / font.width(".")))
    return beside(
        ((0, [line(f"{text} {dots}", font)]), (0, [line(page, font, width=width, align="right")])), joint=" "
    )


def section_text(part: Part, design: Design, *, x: float = 0, after: float = 5) -> Bands:
    """The paragraphs of a section: att-clauses and numbered points hang, rows of a table are left to it."""
    texts = part.section.text.split("\n")
    if part.section.kind in LISTS:
        return (*lines(texts, design.text, design.width - x, x=x), *gap(after))
    if part.table:
        texts = texts[: len(texts) - len(part.table)]
    width = design.width - x
    bands: list[Band] = []
    for text in texts:
        point = LABEL.match(text)
        if point:
            bands += design.body(point[2], width=width, x=x, label=point[1], hang=20, after=after)
        else:
            bands += design.body(text, width=width, x=x, after=after)
    return (*bands, *(table(part.table, design, x=x) if part.table else ()))


def table(rows: Sequence[Sequence[str]], design: Design, *, x: float = 0) -> Bands:
    """Rows with lines between them; the first column is wide, the others are centred."""
    wide, narrow = (200.0, 48.0) if len(rows[0]) < 5 else (170.0, 44.0)
    total = wide + narrow * (len(rows[0]) - 1)
    bands: list[Band] = [ruled(total, x=x, thickness=0.5, space=1)]
    for index, cells in enumerate(rows):
        font = design.text.but(bold=index == 0, size=design.text.size - 0.5)
        parts = [(x, [line(cells[0], font)])]
        for place, cell in enumerate(cells[1:]):
            if cell:
                parts.append((x + wide + place * narrow, [line(cell, font, width=narrow, align="center")]))
        bands += (beside(parts, joint=" "), ruled(total, x=x, thickness=0.3, space=1))
    return (*bands, *gap(6))


def grid(rows: Sequence[Sequence[str]], widths: Sequence[float], font: Font, *, head: bool = True) -> Bands:
    """A table with lines round every cell, long texts wrapped in it; the first row in bold where a `head`."""
    bands = []
    for index, cells in enumerate(rows):
        face = font.but(bold=True) if head and index == 0 else font
        bands.append(
            grid_row([paragraph(cell, face, w - 8) for cell, w in zip(cells, widths, strict=True)], widths)
        )
    return tuple(bands)


def grid_row(cells: Sequence[Sequence[Band]], widths: Sequence[float]) -> Band:
    """One row of cells with lines round them; cells of one line each are read as one line."""
    starts = [sum(widths[:n]) for n in range(len(widths) + 1)]
    joint = " " if all(len(cell) < 2 for cell in cells) else "\n"
    filled = [(x + 4, (*gap(2), *cell, *gap(3))) for x, cell in zip(starts, cells, strict=False)]
    band = beside(filled, joint=joint)
    edges = [Rule(x, 0, x, band.height, 0.5) for x in starts]
    edges += [Rule(0, y, starts[-1], y, 0.5) for y in (0.0, band.height)]
    return replace(band, rules=(*band.rules, *edges))


def leader(width: float, height: float = 26) -> Band:
    """Space for a hand's signature above a thin line."""
    return Band(height, rules=(Rule(0, height - 1, width, height - 1, 0.4),))


def signed_name(name: str, font: Font, *, width: float | None = None, align: str = "left") -> Band:
    """A typed name that a hand signs over."""
    band = line(name, font, width=width, align=align)
    return replace(band, runs=tuple(replace(run, signed=True) for run in band.runs))


def boxed(bands: Sequence[Band], design: Design) -> Band:
    """Bands in a frame over the whole width."""
    return framed(stack(bands), design.width)
