"""First pages of minutes as councils, companies, parishes and joint authorities print them."""

from __future__ import annotations

from justera.schema.record import Attendee, Role

from ..content.model import Script
from ..paper.flow import Band, Bands, beside, framed, gap, line, paragraph, stack
from .blocks import columns, grid, grid_row, leader, lines, signed_name
from .design import Design, hours, item_range, naming
from .fronts import DECIDING, OTHERS, meeting_of, named

LABELS = 128.0
"""Width of the column of labels."""


def _rows(groups: list[tuple[str, list[Band]]], design: Design, *, x: float = LABELS) -> Bands:
    """Labels in bold at the left, their values beside them, space instead of lines between."""
    bands: list[Band] = []
    for label, shown in groups:
        if shown:
            head = paragraph(label, design.heading, x - 8)
            bands += (beside(((0, head), (x, shown))), *gap(7))
    return tuple(bands)


def _listing(texts: list[str], design: Design, *, x: float = LABELS) -> list[Band]:
    return lines([text for text in texts if text], design.text, design.width - x)


def _signers(script: Script) -> list[tuple[str, str]]:
    """Office and name of all who sign."""
    return [(signature.title or "", signature.name) for signature in script.signatures]


def island(script: Script, design: Design) -> Bands:
    """An island region: labels in bold, deciding members and deputies as groups under Närvarande."""
    meeting = meeting_of(script)
    day = design.dates(meeting.date or "")
    bands: list[Band] = [
        line(script.title or "Protokoll", design.title.but(size=20)),
        line(script.body or "", design.title.but(size=13)),
        *gap(14),
    ]
    serving = "tjg ersättare för {}"
    bands += _rows(
        [
            ("Plats och tid", _listing([f"{meeting.place}, {day}, {hours(script, design)}"], design)),
            ("Närvarande:", [line("", design.text)]),
            ("Beslutande", _listing(named(script.people(*DECIDING), served=serving), design)),
            ("Ersättare", _listing(named(script.people(Role.ERSATTARE)), design)),
            ("Övriga", _listing(named(script.people(*OTHERS)), design)),
            ("Utsedd att justera", _listing(list(meeting.adjusters), design)),
            (
                "Justeringens plats och tid",
                _listing([f"Ledningskontoret, {design.dates(meeting.adjusted_on or '')}"], design),
            ),
            ("Paragrafer", _listing([item_range(script, design)], design)),
        ],
        design,
    )
    signed = []
    for office, name in _signers(script):
        cell = [leader(220, 24), signed_name(name, design.text)]
        signed.append(beside(((0, [*gap(20), line(office, design.text)]), (90, cell))))
    return (*bands, *gap(6), line("Underskrifter", design.heading), *signed)


def lakeside(script: Script, design: Design) -> Bands:
    """A lake region: members at the left and deputies at the right, one table of who signs."""
    meeting = meeting_of(script)
    half = design.width / 2
    bands: list[Band] = [*paragraph(script.title or "Protokoll", design.title.but(size=16), design.width)]
    bands += [line(f"{script.body}", design.text), *gap(10)]
    bands += _rows(
        [
            (
                "Plats och tid:",
                _listing([f"{meeting.place}", f"{meeting.date} {hours(script, design)}"], design),
            ),
            ("Övriga deltagare:", _listing(named(script.people(*OTHERS)), design)),
            ("Utsedda att justera:", _listing(list(meeting.adjusters), design)),
            ("Plats och tid för justering:", _listing([f"Digitalt, {meeting.adjusted_on}"], design)),
            ("Paragrafer:", _listing([f"§§ {item_range(script, design)}"], design)),
        ],
        design,
    )
    left = [line("Beslutande:", design.heading)]
    left += lines(named(script.people(*DECIDING), served="ersättare för {}"), design.small, half - 10)
    right = [line("Ersättare:", design.heading)]
    right += lines(named(script.people(Role.ERSATTARE)), design.small, half - 10)
    bands += [beside(((0, left), (half, right))), *gap(12)]
    width = design.width / 3
    cells = [[line(o, design.small), *gap(22), signed_name(n, design.small)] for o, n in _signers(script)]
    padded = [*cells, *([[line("", design.small)]] * (-len(cells) % 3))]
    bands += [grid_row(padded[i : i + 3], [width] * 3) for i in range(0, len(padded), 3)]
    return tuple(bands)


def company(script: Script, design: Design) -> Bands:
    """A company's board: who was there in running lines, nothing about adjustment but its day."""
    meeting = meeting_of(script)
    day = design.dates(meeting.date or "")
    groups = [
        ("Tid", [f"{day}, {hours(script, design)}"]),
        ("Plats", [meeting.place or ""]),
        ("Närvarande", named(script.people(*DECIDING), comma=True, served="suppleant för {}")),
        ("Suppleanter", named(script.people(Role.ERSATTARE))),
        ("Övriga", named(script.people(*OTHERS))),
        ("Justerare", list(meeting.adjusters)),
        ("Justerat", [design.dates(meeting.adjusted_on or "")]),
    ]
    bands: list[Band] = [*paragraph(f"{script.title}", design.title.but(size=15), design.width, after=2)]
    bands += [line(f"{script.office.name}", design.text), *gap(12)]
    bands += _rows([(label, _listing(texts, design, x=90)) for label, texts in groups], design, x=90)
    return (*bands, *gap(8))


def council(script: Script, design: Design) -> Bands:
    """A county council of the nineties: labels in capitals, names in one column, nothing signed here."""
    meeting = meeting_of(script)
    day = design.dates(meeting.date or "")
    groups = [
        ("TID", [f"{day}, {hours(script, design)}"]),
        ("PLATS", [meeting.place or ""]),
        ("LEDAMÖTER", named(script.people(*DECIDING[:3]))),
        (
            "TJÄNSTGÖRANDE ERSÄTTARE",
            named(script.people(Role.TJANSTGORANDE_ERSATTARE), served="för {}"),
        ),
        ("ERSÄTTARE", named(script.people(Role.ERSATTARE))),
        ("TJÄNSTEMÄN", named(script.people(*OTHERS))),
        ("JUSTERING", [f"Att justera protokollet utses {' och '.join(meeting.adjusters)}"]),
        ("PARAGRAFER", [item_range(script, design)]),
    ]
    bands: list[Band] = [*paragraph(script.title or "", design.title.but(size=13), design.width, after=12)]
    shown = [(label, _listing(texts, design, x=150)) for label, texts in groups if texts != [""]]
    return (*bands, *_rows(shown, design, x=150), *gap(10))


def parish(script: Script, design: Design) -> Bands:
    """A parish: members and deputies in two columns under a line each, then who signs."""
    meeting = meeting_of(script)
    day = design.dates(meeting.date or "")
    bands: list[Band] = [
        line(script.office.name, design.title.but(size=14), width=design.width, align="center"),
        *paragraph(script.title or "", design.title, design.width, align="center", after=2),
        line((script.body or "").upper(), design.text, width=design.width, align="center"),
        *gap(10),
        *paragraph(
            f"Tid och plats: {day} {hours(script, design)}, {meeting.place}", design.text, design.width
        ),
        *gap(8),
    ]
    for label, people in (
        ("Närvarande ledamöter", script.people(*DECIDING)),
        ("Ersättare", script.people(Role.ERSATTARE)),
        ("Övriga", script.people(*OTHERS)),
    ):
        if people:
            names = columns(named(people, served="i stället för {}"), design.text, design.width)
            bands += (line(label, design.heading), names, *gap(7))
    adjusters = " och ".join(meeting.adjusters)
    bands += [*paragraph(f"Att justera protokollet: {adjusters}", design.text, design.width)]
    bands += [line(f"Protokollet justerat {design.dates(meeting.adjusted_on or '')}", design.text), *gap(10)]
    return tuple(bands)


OFFICES = {
    Role.ORDFORANDE: "Ordförande",
    Role.VICE_ORDFORANDE: "Vice ordf.",
    Role.LEDAMOT: "Ledamot",
    Role.TJANSTGORANDE_ERSATTARE: "Tjg. ersättare",
    Role.ERSATTARE: "Ersättare",
}
"""Words of the column of offices."""


def roll(script: Script, design: Design) -> Bands:
    """A joint authority: attendance as a table with a cross for each who is there."""
    meeting = meeting_of(script)
    facts = [
        f"Plats: {meeting.place}",
        f"Tid: {design.dates(meeting.date or '')} {hours(script, design)}",
        f"Sekreterare: {meeting.secretary}",
        f"Justerare: {', '.join(meeting.adjusters)}",
        f"Justeringsdatum: {design.dates(meeting.adjusted_on or '')}",
        f"Paragrafer: {item_range(script, design)}",
    ]
    bands: list[Band] = [*paragraph(script.title or "", design.title.but(size=17), design.width, after=8)]
    bands += [*lines(facts, design.text, design.width), *gap(10), line("Närvarolista", design.heading)]
    rows = [("Namn", "Parti", "Uppdrag", "Närv.", "Ersätter / anm.")]
    rows += [_roll_row(person) for person in script.people(*DECIDING, Role.ERSATTARE)]
    widths = [0.33, 0.1, 0.2, 0.1, 0.27]
    bands += grid(rows, [share * design.width for share in widths], design.small)
    others = named(script.people(*OTHERS))
    return (
        *bands,
        *gap(10),
        line("Övriga närvarande", design.heading),
        *lines(others, design.text, design.width),
    )


def _roll_row(person: Attendee) -> tuple[str, str, str, str, str]:
    note = person.replaces or person.items or ""
    return (person.name, person.party or "", OFFICES[person.role], "X", note)


def boxes(script: Script, design: Design) -> Bands:
    """A suburb: every fact in a box of its own, names in two columns, signatures in boxes."""
    meeting = meeting_of(script)
    width = design.width - 12

    def box(label: str, shown: Bands) -> Band:
        return framed(stack([line(label, design.small), *shown]), design.width, pad=5)

    def value(text: str) -> Bands:
        return paragraph(text, design.text, width)

    day = design.dates(meeting.date or "")
    members = [replace_office(person) for person in script.people(*DECIDING)]
    bands: list[Band] = [*paragraph(script.title or "", design.title.but(size=16), design.width, after=6)]
    bands += [
        box("Plats och tid", value(f"{meeting.place}, {day}, {hours(script, design)}")),
        box("Tjänstgörande ledamöter", (columns(members, design.text, width),)),
    ]
    for label, people in (
        ("Närvarande, ej tjänstgörande ersättare", script.people(Role.ERSATTARE)),
        ("Tjänstemän", script.people(*OTHERS)),
    ):
        if people:
            bands.append(box(label, (columns(named(people), design.text, width),)))
    bands.append(box("Justerare", value(", ".join(meeting.adjusters))))
    bands.append(box("Justeringsdag", value(design.dates(meeting.adjusted_on or ""))))
    bands.append(box("Paragrafer", value(item_range(script, design))))
    for office, name in _signers(script):
        cell = (*gap(14), signed_name(name, design.text))
        bands.append(
            box(f"{office}s underskrift" if office != "Justerande" else "Justerandes underskrift", cell)
        )
    return tuple(bands)


def replace_office(person: Attendee) -> str:
    """A member with the office before the name, as suburbs list them."""
    words = {Role.ORDFORANDE: "Ordf. ", Role.VICE_ORDFORANDE: "V. ordf. "}.get(person.role, "")
    plain = replace_role(person) if words else person
    return f"{words}{naming(plain, served='ers. för {}')}"


def replace_role(person: Attendee) -> Attendee:
    """The same person without an office after the name."""
    return person.model_copy(update={"role": Role.LEDAMOT})
