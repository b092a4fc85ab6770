"""Documents about one matter: letters to a board, excerpts, delegation decisions; and the summons."""

from __future__ import annotations

from dataclasses import replace

from ..content.model import Matter, Script
from ..paper.flow import Band, Bands, beside, gap, line, paginate, paragraph, ruled
from ..paper.sheet import Paper
from .blocks import columns, lines
from .design import Design, hours, naming, number, row
from .endings_more import voting_lists

KIND_WORDS = {
    "tjansteskrivelse": "TJÄNSTESKRIVELSE",
    "foredragnings_pm": "FÖREDRAGNINGS-PM",
    "protokollsutdrag": "PROTOKOLLSUTDRAG",
    "delegationsbeslut": "DELEGATIONSBESLUT",
    "kallelse": "KALLELSE",
}
"""What stands at the top of the first page; a plain letter has nothing there."""


def letter_front(script: Script, design: Design) -> Bands:
    """Kind, date and case number right; clerk and unit left; the addressee; the title."""
    head = script.letterhead
    right = design.width * 0.58
    left = [text for text in (head.unit, head.handler, head.handler_title, head.handler_phone) if text]
    facts = [KIND_WORDS.get(script.kind, ""), f"Datum {design.dates(script.date or '')}"]
    facts += [f"Dnr {case}" for case in script.case_numbers]
    block = beside(
        (
            (0, [line(text, design.small) for text in left]),
            (right, [line(text, design.small) for text in facts if text]),
        )
    )
    to = [line(text, design.text) for text in head.to]
    title = paragraph(script.title or "", design.title, design.width, after=8, keep=True)
    return (block, *gap(18), *to, *gap(18 if to else 4), *title)


def tabular_front(script: Script, design: Design) -> Bands:
    """Labels above their values in a table, the title large below (a region's letter)."""
    head = script.letterhead
    cells = [("Organ", script.body or ""), ("Datum", design.dates(script.date or ""))]
    cells += [("Diarienummer", case) for case in script.case_numbers]
    if head.handler:
        cells.append(("Handläggare", f"{head.handler}, {(head.handler_title or '').lower()}"))
    word = KIND_WORDS.get(script.kind, "").capitalize()
    bands: list[Band] = [line(word, design.heading)] if word else []
    bands += gap(8)
    for label, text in cells:
        bands += (
            line(label, design.small.but(bold=True)),
            *paragraph(text, design.text, design.width, after=4),
        )
    return (*bands, *gap(10), *paragraph(script.title or "", design.title, design.width, after=10, keep=True))


def excerpt_front(script: Script, design: Design) -> Bands:
    """PROTOKOLLSUTDRAG, the body and the day; no attendance."""
    date = script.meeting.date if script.meeting and script.meeting.date else script.date or ""
    return (
        line("PROTOKOLLSUTDRAG", design.title),
        line(script.body or "", design.text),
        line(f"Sammanträdesdatum {design.dates(date)}", design.text),
        *gap(16),
    )


def letter(script: Script, design: Design) -> Paper:
    """Lay out a document about one matter; sections follow the front at once."""
    bands: list[Band] = [*design.front(script, design)]
    for matter in script.matters:
        if matter.number is not None:
            bands += design.item_head(script, matter, design)
        for part in matter.parts:
            bands += design.section(part, design)
    bands += (*design.ending(script, design), *voting_lists(script, design))
    return paginate(bands, design.furniture(script, design), title=script.title or "")[0]


def summons_front(script: Script, design: Design) -> Bands:
    """KALLELSE with time and place, who is called, then the agenda's heading."""
    meeting = script.meeting
    facts = [("Organ", script.body or "")]
    if meeting is not None:
        facts += [
            ("Sammanträdesdatum", design.dates(meeting.date or "")),
            ("Tid", hours(script, design)),
            ("Plats", meeting.place or ""),
            ("Ordförande", meeting.chair or ""),
            ("Sekreterare", meeting.secretary or ""),
        ]
    bands: list[Band] = [line(script.title or "Kallelse", design.title.but(size=18)), *gap(10)]
    bands += [
        beside(((0, [line(label, design.heading)]), (130, [line(text, design.text)])), joint=" ")
        for label, text in facts
        if text
    ]
    for label, roles in (("Ledamöter kallas", ("ledamot",)), ("Ersättare underrättas", ("ersattare",))):
        if people := script.people(*roles):
            names = columns([naming(p) for p in people], design.text, design.width)
            bands += (*gap(8), line(label, design.heading), names)
    return (*bands, *gap(12), line("Föredragningslista", design.heading), ruled(design.width))


def agenda_item(_script: Script, matter: Matter, design: Design) -> Bands:
    """Number "1." and the title, the case number at the right edge."""
    title = lines([matter.title], design.text.but(bold=True), design.width - 150, hang=0)
    case = [line(case, design.text, width=design.width, align="right") for case in matter.case_numbers]
    label = [line(f"{matter.number}.", design.text.but(bold=True))]
    parts = [(0.0, label), (26.0, title), *(((0.0, case),) if matter.case_numbers else ())]
    return (replace(beside(parts, joint=" "), keep=bool(matter.parts)), *gap(3))


def number_line(script: Script, matter: Matter, design: Design) -> Bands:
    """§ 45 and "Dnr ..." on one line, the title in bold below; for excerpts."""
    cells = [(0.0, number(script, matter, design), design.title)]
    cells += [(90.0, f"Dnr {case}", design.text) for case in matter.case_numbers[:1]]
    title = paragraph(matter.title, design.title, design.width, after=8)
    return (row(*cells), *gap(4), *title)
