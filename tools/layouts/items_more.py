"""More ways to head items and sections: tables, margins, headings within the line."""

from __future__ import annotations

from dataclasses import replace

from ..content.model import Matter, Part, Script
from ..paper.flow import Bands, beside, gap, line, paragraph, ruled
from ..paper.sheet import Run
from .blocks import LABEL, LISTS, grid, section_text
from .design import Design, number, row
from .items import MARGIN, anchored


def tabled(script: Script, matter: Matter, design: Design) -> Bands:
    """§ and case number in a table head, the title below."""
    cells = [number(script, matter, design), f"Diarienummer {', '.join(matter.case_numbers)}"]
    if not matter.case_numbers:
        cells[1] = ""
    widths = [design.width * 0.3, design.width * 0.7]
    head = grid([cells], widths, design.text)
    title = paragraph(matter.title, design.title, design.width)
    return anchored(matter, (*head, *gap(5), *title, *gap(6)))


def by_whom(script: Script, matter: Matter, design: Design) -> Bands:
    """§ left, case number right, a line, then the title: a suburb's head."""
    cells = [(0.0, number(script, matter, design), design.title)]
    cells += [(-1.0, case, design.text) for case in matter.case_numbers[:1]]
    head = (row(*cells, width=design.width), ruled(design.width, space=2))
    return anchored(matter, (*head, *paragraph(matter.title, design.title, design.width), *gap(6)))


def case_above(script: Script, matter: Matter, design: Design) -> Bands:
    """The case number small on a line of its own above "12 § Title"."""
    case = [line(f"Dnr {case}", design.small) for case in matter.case_numbers]
    title = paragraph(f"{number(script, matter, design)} {matter.title}", design.title, design.width)
    return anchored(matter, (*case, *title, *gap(5)))


def case_below(script: Script, matter: Matter, design: Design) -> Bands:
    """The head as "§ 17 Title" underlined, the case number at the right edge below."""
    x = 46.0
    title = paragraph(matter.title, design.title, design.width - x, underline=True)
    head = beside(((0, [line(number(script, matter, design), design.title)]), (x, title)), joint=" ")
    case = [line(c, design.text, width=design.width, align="right") for c in matter.case_numbers]
    return anchored(matter, (head, *case, *gap(5)))


def in_typed_margin(script: Script, matter: Matter, design: Design) -> Bands:
    """§ in the margin beside the underlined title, "Dnr" in the margin below it."""
    left = [line(number(script, matter, design), design.text)]
    left += [line(f"Dnr {case}", design.small) for case in matter.case_numbers]
    title = paragraph(matter.title, design.text, design.width - MARGIN, underline=True)
    return anchored(matter, (beside(((0, left), (MARGIN, title))), *gap(6)))


def beside_margin(part: Part, design: Design) -> Bands:
    """Text beside the margin in which § stands; a heading opens its first line."""
    return run_in(part, design, x=MARGIN)


def run_in(part: Part, design: Design, *, x: float = 0) -> Bands:
    """The heading within the first line of the text, in bold and with a colon."""
    heading = part.section.heading
    if heading is not None and heading[-1].isalpha():
        heading = f"{heading}:"
    whole = section_text(part, design, x=x)
    if heading is None:
        return (*whole, *gap(5))
    if part.section.kind in LISTS or LABEL.match(part.section.text) or part.section.text.startswith("att "):
        above = line(part.section.heading or "", design.heading, x=x)
        return (replace(above, keep=True), *whole, *gap(5))
    start = design.heading.width(f"{heading} ")
    first, *rest = part.section.text.split("\n")
    opened = paragraph(f"{heading} {first}", design.text, design.width - x, x=x, leading=design.leading)
    if not opened[0].text.startswith(f"{heading} "):
        return (line(heading, design.heading, x=x), *whole, *gap(5))
    run = opened[0].runs[0]
    head = Run(heading, run.x, run.y, design.heading)
    tail = Run(opened[0].text[len(heading) + 1 :], run.x + start, run.y, design.text)
    below = replace(part, section=part.section.model_copy(update={"text": "\n".join(rest)}))
    others = section_text(below, design, x=x) if rest else ()
    return (replace(opened[0], runs=(head, tail)), *opened[1:], *gap(4), *others, *gap(5))


def ruled_off(part: Part, design: Design) -> Bands:
    """The heading over a thin line."""
    text = section_text(part, design)
    if not part.section.heading:
        return (*text, *gap(5))
    head = paragraph(part.section.heading, design.heading, design.width, keep=True)
    under = replace(ruled(design.width, thickness=0.3, space=2), keep=True)
    return (*head, under, *text, *gap(6))
