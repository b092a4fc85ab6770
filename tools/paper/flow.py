"""Running text laid out into bands, and bands into pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from .fonts import Font
from .sheet import A4, Paper, Rule, Run, Sheet

LEADING = 1.22
"""Distance of baselines in font sizes, where nothing else is said."""


@dataclass(frozen=True)
class Band:
    """A strip of a page that is not divided; x from the left margin, y from the top of the band."""

    height: float
    runs: tuple[Run, ...] = ()
    rules: tuple[Rule, ...] = ()
    text: str = ""
    """Truth, lines separated by newlines; empty where nothing is printed."""
    keep: bool = False
    """Stays on the page of the next band."""
    new_page: bool = False
    """Starts a page."""
    anchor: str | None = None
    """Name by which a contents page or the outline finds this place."""


Bands = tuple[Band, ...]


SUM = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
"""The space within a sum, where no line is broken."""


def wrap(text: str, font: Font, width: float) -> list[str]:
    """Break a paragraph into lines no wider than `width`; a word that is too wide stands alone."""
    lines: list[str] = []
    line = ""
    for word in SUM.sub("\N{NO-BREAK SPACE}", " ".join(text.split())).split(" "):
        longer = f"{line} {word}" if line else word
        if line and font.width(longer) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return [line.replace("\N{NO-BREAK SPACE}", " ") for line in (*lines, line) if line]


def gap(height: float) -> Bands:
    """Empty space."""
    return (Band(height),)


def line(
    text: str,
    font: Font,
    *,
    x: float = 0,
    width: float | None = None,
    align: str = "left",
    leading: float = LEADING,
    underline: bool = False,
) -> Band:
    """One line of text; `width` is needed to align it "right", "center" or "justify"."""
    height = font.size * leading
    baseline = (height + font.size * 0.72) / 2
    if align == "justify" and width is not None:
        runs = _justified(text, font, x, width, baseline)
    else:
        free = 0 if width is None else width - font.width(text)
        shift = {"left": 0.0, "right": free, "center": free / 2}.get(align, 0.0)
        runs = (Run(text, x + shift, baseline, font, underline),)
    return Band(height, runs, text=text)


def _justified(text: str, font: Font, x: float, width: float, baseline: float) -> tuple[Run, ...]:
    words = text.split()
    widths = [font.width(word) for word in words]
    space = (width - sum(widths)) / max(1, len(words) - 1)
    starts = accumulate(widths[:-1], lambda at, wide: at + wide + space, initial=x)
    return tuple(Run(word, at, baseline, font) for word, at in zip(words, starts, strict=True))


def paragraph(
    text: str,
    font: Font,
    width: float,
    *,
    x: float = 0,
    align: str = "left",
    leading: float = LEADING,
    label: str | None = None,
    hang: float = 0,
    after: float = 0,
    keep: bool = False,
    underline: bool = False,
    anchor: str | None = None,
) -> Bands:
    """A wrapped paragraph, one band a line.

    `label` ("1.", "-") stands at `x` and the text hangs `hang` points to its right.
    The first two and the last two lines stay together, as word processors do it.
    """
    lines = wrap(text, font, width - hang)
    bands = []
    for index, words in enumerate(lines):
        last = index == len(lines) - 1
        how = "left" if align == "justify" and last else align
        band = line(
            words, font, x=x + hang, width=width - hang, align=how, leading=leading, underline=underline
        )
        if index == 0 and label is not None:
            mark = Run(label, x, band.runs[0].y, font)
            band = replace(band, runs=(mark, *band.runs), text=f"{label} {band.text}")
        held = keep or (not last and index in (0, len(lines) - 2))
        bands.append(replace(band, keep=held, anchor=anchor if index == 0 else None))
    return (*bands, *((Band(after, keep=keep),) if after else ()))


def stack(bands: Iterable[Band]) -> Band:
    """The bands as one that is not divided."""
    runs: list[Run] = []
    rules: list[Rule] = []
    height = 0.0
    parts = list(bands)
    for band in parts:
        runs += [run.moved(0, height) for run in band.runs]
        rules += [rule.moved(0, height) for rule in band.rules]
        height += band.height
    text = "\n".join(band.text for band in parts if band.text)
    anchor = next((band.anchor for band in parts if band.anchor), None)
    return Band(height, tuple(runs), tuple(rules), text, anchor=anchor)


def beside(columns: Sequence[tuple[float, Iterable[Band]]], *, joint: str = "\n") -> Band:
    """Columns side by side, each with its x; read one after the other, `joint` between their texts."""
    stacks = [(x, stack(bands)) for x, bands in columns]
    return Band(
        max(column.height for _, column in stacks),
        tuple(run.moved(x, 0) for x, column in stacks for run in column.runs),
        tuple(rule.moved(x, 0) for x, column in stacks for rule in column.rules),
        joint.join(column.text for _, column in stacks if column.text),
    )


def ruled(width: float, *, thickness: float = 0.5, space: float = 4, x: float = 0) -> Band:
    """A horizontal line with space above and below."""
    return Band(2 * space, rules=(Rule(x, space, x + width, space, thickness),))


def framed(band: Band, width: float, *, pad: float = 6, thickness: float = 0.7) -> Band:
    """The band in a box of the given width."""
    height = band.height + 2 * pad
    corners = ((0, 0, width, 0), (width, 0, width, height), (0, height, width, height), (0, 0, 0, height))
    return replace(
        band,
        height=height,
        runs=tuple(run.moved(pad, pad) for run in band.runs),
        rules=(
            *(rule.moved(pad, pad) for rule in band.rules),
            *(Rule(x0, y0, x1, y1, thickness) for x0, y0, x1, y1 in corners),
        ),
    )


Furniture = Callable[[int, int], Iterable[Band]]
"""Page number and number of pages to the bands of a page's head or foot."""


def _nothing(_page: int, _pages: int) -> Iterable[Band]:
    return ()


@dataclass(frozen=True)
class Template:
    """The frame of every page: margins, head and foot."""

    left: float = 72
    right: float = 72
    top: float = 90
    """Where the running text begins."""
    bottom: float = 72
    """Height below the running text."""
    head_top: float = 36
    """Where the page's head begins."""
    foot_top: float = 50
    """Height above the lower edge where the page's foot begins."""
    head: Furniture = _nothing
    foot: Furniture = _nothing
    first_top: float | None = None
    """Where the running text begins on the first page, if elsewhere."""
    size: tuple[float, float] = A4

    @property
    def width(self) -> float:
        """Width of the running text."""
        return self.size[0] - self.left - self.right


def _chunks(bands: Iterable[Band]) -> list[list[Band]]:
    """Bands that must share a page, together."""
    chunks: list[list[Band]] = []
    held = False
    for band in bands:
        if held and not band.new_page:
            chunks[-1].append(band)
        else:
            chunks.append([band])
        held = band.keep
    return chunks


def _break(bands: Iterable[Band], template: Template) -> list[list[Band]]:
    pages: list[list[Band]] = []
    room = 0.0
    for chunk in _chunks(bands):
        height = sum(band.height for band in chunk)
        if not pages or chunk[0].new_page or (height > room and pages[-1]):
            first = template.first_top if not pages and template.first_top is not None else template.top
            room = template.size[1] - first - template.bottom
            pages.append([])
            if all(not band.runs for band in chunk) and len(pages) > 1 and not chunk[0].new_page:
                continue  # no empty space at the top of a page
        pages[-1] += chunk
        room -= height
    return pages


def _sheet(bands: list[Band], number: int, total: int, template: Template) -> Sheet:
    height = template.size[1]
    top = template.first_top if number == 1 and template.first_top is not None else template.top
    parts = (
        (stack(template.head(number, total)), template.head_top),
        (stack(bands), top),
        (stack(template.foot(number, total)), height - template.foot_top),
    )
    return Sheet(
        tuple(run.moved(template.left, y) for part, y in parts for run in part.runs),
        tuple(rule.moved(template.left, y) for part, y in parts for rule in part.rules),
        "\n".join(part.text for part, _ in parts if part.text),
        *template.size,
    )


def paginate(bands: Iterable[Band], template: Template, *, title: str = "") -> tuple[Paper, dict[str, int]]:
    """Break bands into pages; also the page number of every anchor."""
    pages = _break(bands, template) or [[]]
    sheets = tuple(_sheet(page, n, len(pages), template) for n, page in enumerate(pages, 1))
    anchors = {band.anchor: n for n, page in enumerate(pages, 1) for band in page if band.anchor}
    return Paper(sheets, title=title), anchors
