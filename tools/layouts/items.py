"""How the items (§§) of minutes are headed, and how their sections are set."""

from __future__ import annotations

from dataclasses import replace

from ..content.model import Matter, Part, Script
from ..paper.flow import Band, Bands, beside, gap, line, paragraph, stack
from .blocks import section_text
from .design import Design, number, row


def anchored(matter: Matter, bands: Bands) -> Bands:
    """The head of an item, which stays with what follows and which the outline finds."""
    name = f"{matter.number}{matter.suffix or ''}"
    return (Band(0, keep=True, anchor=name), *(replace(band, keep=True) for band in bands))


def number_then_case(script: Script, matter: Matter, design: Design) -> Bands:
    """§ left, "Dnr KS 2023/456" at the right edge, the title below."""
    case = f"Dnr {matter.case_numbers[0]}" if matter.case_numbers else ""
    cells = [(0.0, number(script, matter, design), design.title)]
    if case:
        cells.append((-1.0, case, design.text))
    head = row(*cells, width=design.width)
    title = paragraph(matter.title, design.title, design.width)
    return anchored(matter, (head, *gap(3), *title, *gap(8)))


def number_with_case(script: Script, matter: Matter, design: Design) -> Bands:
    """§ and case number on one line ("§ 478 SLK-2026-00676"), the title below."""
    text = " ".join([number(script, matter, design), *matter.case_numbers])
    head = paragraph(text, design.title, design.width)
    title = paragraph(matter.title, design.title, design.width)
    return anchored(matter, (*head, *title, *gap(6)))


def number_then_title(script: Script, matter: Matter, design: Design) -> Bands:
    """§ and title on one line, "Ärendenummer: ..." below."""
    head = paragraph(f"{number(script, matter, design)} {matter.title}", design.title, design.width)
    case = (
        (line(f"Ärendenummer: {', '.join(matter.case_numbers)}", design.text),) if matter.case_numbers else ()
    )
    return anchored(matter, (*head, *gap(2), *case, *gap(6)))


def number_in_margin(script: Script, matter: Matter, design: Design) -> Bands:
    """§ in a column of its own at the left, title and case number beside it."""
    x = MARGIN
    title = [*paragraph(matter.title, design.title, design.width - x)]
    title += [line(f"Diarienummer {case}", design.small) for case in matter.case_numbers]
    head = beside(((0, [line(number(script, matter, design), design.title)]), (x, title)))
    return anchored(matter, (head, *gap(6)))


def centred(script: Script, matter: Matter, design: Design) -> Bands:
    """§ in the middle of its own line, the title below at the left, case number right."""
    head = line(number(script, matter, design), design.title, width=design.width, align="center")
    title = paragraph(matter.title, design.title, design.width, underline=True)
    case = [
        line(f"Dnr {case}", design.text, width=design.width, align="right") for case in matter.case_numbers
    ]
    return anchored(matter, (head, *gap(4), *case, *title, *gap(8)))


MARGIN = 92.0
"""Width of the left column where numbers or headings stand in the margin."""


def headed(part: Part, design: Design) -> Bands:
    """The heading on a line of its own above the text."""
    head = (
        paragraph(part.section.heading, design.heading, design.width, keep=True)
        if part.section.heading
        else ()
    )
    return (*head, *gap_kept(2 if head else 0), *section_text(part, design), *gap(5))


def gap_kept(height: float) -> Bands:
    """Space that stays with what follows."""
    return (Band(height, keep=True),) if height else ()


def underlined(part: Part, design: Design) -> Bands:
    """The heading underlined, as on a typewriter."""
    head = (
        paragraph(part.section.heading, design.heading, design.width, keep=True, underline=True)
        if part.section.heading
        else ()
    )
    return (*head, *gap_kept(2 if head else 0), *section_text(part, design), *gap(8))


def in_margin(part: Part, design: Design) -> Bands:
    """The heading in the left column, the text beside it."""
    if not part.section.heading:
        return (*section_text(part, design, x=MARGIN), *gap(5))
    text = section_text(part, design, x=MARGIN)
    head = stack(paragraph(part.section.heading, design.heading, MARGIN - 10))
    first = beside(((0, (head,)), (0, text[:1])))
    return (replace(first, keep=len(text) > 2), *text[1:], *gap(5))


def indented(part: Part, design: Design) -> Bands:
    """The heading at the left edge, the text indented under it."""
    head = (
        paragraph(part.section.heading, design.heading, design.width, keep=True)
        if part.section.heading
        else ()
    )
    return (*head, *section_text(part, design, x=28), *gap(6))
