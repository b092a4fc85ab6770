"""First pages of minutes without boxes or columns: a county council's, and a typewriter's."""

from __future__ import annotations

from justera.schema.record import Role

from ..content.model import Script
from ..paper.flow import Band, Bands, beside, gap, line, paragraph
from .blocks import lines, signed_name
from .design import Design, hours, item_range
from .fronts import DECIDING, OTHERS, meeting_of, named


def county(script: Script, design: Design) -> Bands:
    """A county council's front: a line on adjustment, names in running text, no box."""
    meeting = meeting_of(script)
    deciding = "; ".join(named(script.people(*DECIDING)))
    others = "; ".join(named(script.people(Role.ERSATTARE, *OTHERS)))
    bands: list[Band] = [
        line(f"Justerat den {design.dates(meeting.adjusted_on or '')}", design.text),
        *gap(2),
        *[signed_name(name or "", design.text) for name in (meeting.chair, *meeting.adjusters)],
        *gap(14),
        *paragraph(script.title or "Protokoll", design.title.but(size=15), design.width, after=8),
        *design.body(f"Tid: {design.dates(meeting.date or '')}, {hours(script, design)}", after=3),
        *design.body(f"Plats: {meeting.place}", after=6),
        *design.body(f"Närvarande ledamöter: {deciding}", after=6),
    ]
    if others:
        bands += design.body(f"Övriga närvarande: {others}", after=6)
    bands += design.body(f"Protokollförare: {meeting.secretary}", after=6)
    return (*bands, *gap(10))


def typed(script: Script, design: Design) -> Bands:
    """A typewriter's front: labels at the left, names in one column, all in one face."""
    meeting = meeting_of(script)
    x, day = 118.0, design.dates(meeting.date or "")
    groups = [
        (
            "Plats och tid",
            [meeting.place or "", f"{day} {hours(script, design)}"],
        ),
        ("Beslutande", named(script.people(*DECIDING))),
        ("Ersättare", named(script.people(Role.ERSATTARE))),
        ("Övriga", named(script.people(*OTHERS))),
        ("Justeringsman", list(meeting.adjusters)),
        ("Justerat", [design.dates(meeting.adjusted_on or "")]),
        ("Paragrafer", [item_range(script, design)]),
    ]
    bands: list[Band] = [*paragraph(script.title or "Protokoll", design.title, design.width, after=16)]
    for label, texts in groups:
        if any(texts):
            names = lines(texts, design.text, design.width - x)
            bands += (beside(((0, [line(label, design.text)]), (x, names))), *gap(9))
    return tuple(bands)
