"""More letters and sheets: two columns under an emblem, agencies' decisions, agendas in tables, notices."""

from __future__ import annotations

from ..content.model import Matter, Script
from ..paper.flow import Band, Bands, beside, gap, line, paginate, paragraph, ruled
from ..paper.sheet import Paper
from .blocks import boxed, columns, grid, leader, signed_name
from .design import Design, hours, item_range, naming, number
from .items import anchored
from .letters import KIND_WORDS


def two_columns(script: Script, design: Design) -> Bands:
    """Clerk and addressee at the left, kind, date and case number at the right, each under a small label."""
    letterhead, half = script.letterhead, design.width * 0.55
    left = [line("Handläggare", design.small)] if letterhead.handler else []
    left += [line(text, design.text) for text in (letterhead.handler, letterhead.handler_title) if text]
    left += [line(letterhead.handler_phone or "", design.small)] if letterhead.handler_phone else []
    right = [line(KIND_WORDS.get(script.kind, ""), design.title)] if script.kind in KIND_WORDS else []
    right += [line(f"{design.dates(script.date or '')}", design.text)]
    right += [line(f"Vår beteckning {case}", design.text) for case in script.case_numbers]
    to = [line(text, design.text) for text in letterhead.to]
    title = paragraph(script.title or "", design.title.but(size=15), design.width, after=10, keep=True)
    return (beside(((0, left), (half, right))), *gap(16), *to, *gap(16), *title)


def agency(script: Script, design: Design) -> Bands:
    """An agency's head: BESLUT, date and the case's designation over lines, the addressee in its window."""
    third = design.width / 3
    cells = [("Datum", design.dates(script.date or ""))]
    cells += [("Ärendebeteckning", case) for case in script.case_numbers]
    cells += [("Handläggare", script.letterhead.handler or "")]
    row = beside(
        [
            (n * third, [line(label, design.small), line(text, design.text)])
            for n, (label, text) in enumerate(cells)
        ]
    )
    to = [line(text, design.text, x=third * 1.5) for text in script.letterhead.to]
    title = paragraph(script.title or "", design.title.but(size=16), design.width, after=8, keep=True)
    return (line("BESLUT", design.title), *gap(4), row, ruled(design.width), *gap(10), *to, *gap(20), *title)


def delegation(script: Script, design: Design) -> Bands:
    """A decision on a board's behalf: kind and board, then a table of day, number and decider."""
    rows = [
        ("Beslutsdatum", design.dates(script.date or "")),
        ("Diarienummer", ", ".join(script.case_numbers)),
        ("Beslutsfattare", f"{script.letterhead.handler}, {script.letterhead.handler_title}"),
        ("Nämnd", script.body or ""),
    ]
    word = KIND_WORDS.get(script.kind, script.title or "")
    table = grid(rows, [130, design.width - 130], design.text, head=False)
    title = paragraph(script.title or "", design.title, design.width, after=8, keep=True)
    return (line(word, design.title.but(size=16)), *gap(8), *table, *gap(16), *title)


def excerpt(script: Script, design: Design) -> Bands:
    """An excerpt's head: authority and body in boxes, the day, what it is."""
    date = script.meeting.date if script.meeting and script.meeting.date else script.date or ""
    cells = [script.body or "", "Protokollsutdrag", f"Sammanträdesdatum {design.dates(date)}"]
    return (*grid([cells], [design.width / 3] * 3, design.text), *gap(18))


def _called(script: Script, design: Design) -> Bands:
    """What it is, the facts in running lines, who is called in two columns."""
    meeting = script.meeting
    assert meeting is not None
    bands: list[Band] = [
        line(script.office.name, design.heading),
        line((script.title or "Kallelse"), design.title.but(size=17)),
        line(f"{script.body} kallas till sammanträde", design.text),
        *gap(10),
        line(f"Tid: {design.dates(meeting.date or '')} {hours(script, design)}", design.text),
        line(f"Plats: {meeting.place}", design.text),
        *gap(10),
    ]
    for label, roles in (("Ledamöter", ("ledamot",)), ("Ersättare", ("ersattare",))):
        if people := script.people(*roles):
            bands += (
                line(label, design.heading),
                columns([naming(person) for person in people], design.small, design.width),
                *gap(8),
            )
    bands += [line(f"Ordförande: {meeting.chair}", design.text)]
    return (*bands, line(f"Sekreterare: {meeting.secretary}", design.text), *gap(12))


def tabled_summons(script: Script, design: Design) -> Bands:
    """A summons whose agenda is a table with a head."""
    widths = [34.0, design.width - 154, 120.0]
    return (*_called(script, design), *grid([("Nr", "Ärende", "Diarienr")], widths, design.text))


def listed_summons(script: Script, design: Design) -> Bands:
    """A summons whose agenda is a list."""
    return (*_called(script, design), line("Ärenden", design.heading), *gap(4))


def agenda_row(_script: Script, matter: Matter, design: Design) -> Bands:
    """A row of the agenda's table: number, title, case number."""
    widths = [34.0, design.width - 154, 120.0]
    cells = (str(matter.number), matter.title, ", ".join(matter.case_numbers))
    return grid([cells], widths, design.text, head=False)


def point(script: Script, matter: Matter, design: Design) -> Bands:
    """An agenda's point: the title beside its number, the case number below in small."""
    head = beside(
        (
            (0, [line(f"{matter.number}", design.text)]),
            (30, paragraph(matter.title, design.text, design.width - 30)),
        ),
        joint=" ",
    )
    case = [line(f"Dnr {c}", design.small, x=30) for c in matter.case_numbers]
    return (head, *case, *gap(4))


def number_over_title(script: Script, matter: Matter, design: Design) -> Bands:
    """§ and case number on a line, the title below, as excerpts have it."""
    head = "   ".join([number(script, matter, design), *(f"Dnr {case}" for case in matter.case_numbers)])
    title = paragraph(matter.title, design.title, design.width, after=6)
    return anchored(matter, (line(head, design.heading), *gap(3), *title))


def _notice_rows(script: Script, design: Design) -> list[tuple[str, str]]:
    meeting = script.meeting
    assert meeting is not None and meeting.posting is not None
    posted = meeting.posting
    return [
        ("Organ", script.body or ""),
        ("Sammanträdesdatum", design.dates(meeting.date or "")),
        ("Paragrafer", item_range(script, design)),
        ("Justeringsdatum", design.dates(meeting.adjusted_on or "")),
        ("Anslaget sätts upp", design.dates(posted.posted_on or "")),
        ("Anslaget tas ned", design.dates(posted.removed_on or "")),
        ("Förvaringsplats för protokollet", posted.storage or ""),
    ]


def notice(script: Script, design: Design) -> Paper:
    """A stand-alone notice in a frame, signed by who put it up."""
    said = paragraph(
        "Protokollet är justerat. Justeringen har tillkännagivits på anslagstavlan.",
        design.text,
        design.width - 12,
        after=8,
    )
    cells = [
        beside(((0, [line(label, design.text)]), (210, [line(value, design.text)])), joint=" ")
        for label, value in _notice_rows(script, design)
    ]
    (signature,) = script.signatures
    signed = [line("Underskrift", design.text), leader(230, 30), signed_name(signature.name, design.text)]
    signed.append(line(signature.title or "", design.text))
    inside = [line("ANSLAG/BEVIS", design.title), *gap(6), *said, *cells, *gap(10), *signed]
    return paginate([boxed(inside, design)], design.furniture(script, design), title=script.title or "")[0]


def plain_notice(script: Script, design: Design) -> Paper:
    """A stand-alone notice without a frame: a heading, labels with colons, a typed name."""
    bands: list[Band] = [
        *paragraph("Bevis om anslag av justerat protokoll", design.title, design.width, after=12)
    ]
    for label, value in _notice_rows(script, design):
        bands += (line(f"{label}: {value}", design.text), *gap(4))
    (signature,) = script.signatures
    bands += [*gap(30), signed_name(signature.name, design.text), line(signature.title or "", design.text)]
    return paginate(bands, design.furniture(script, design), title=script.title or "")[0]
