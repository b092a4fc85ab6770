"""First pages of minutes: where, when, who was there, who adjusts, and what is signed and posted."""

from __future__ import annotations

from collections.abc import Sequence

from justera.schema.record import Attendee, Meeting, Role

from ..content.model import Script
from ..paper.flow import Band, Bands, beside, gap, line, paragraph, ruled, stack
from .blocks import boxed, columns, labelled, leader, lines, signed_name, value
from .design import Design, hours, item_range, naming

DECIDING = (Role.ORDFORANDE, Role.VICE_ORDFORANDE, Role.LEDAMOT, Role.TJANSTGORANDE_ERSATTARE)
OTHERS = (Role.TJANSTEPERSON, Role.SEKRETERARE, Role.OVRIG)


def named(people: Sequence[Attendee], **how: object) -> list[str]:
    """People as attendance lists print them."""
    return [naming(person, **how) for person in people]  # type: ignore[arg-type]


def meeting_of(script: Script) -> Meeting:
    """The meeting, which minutes must have."""
    if script.meeting is None:
        raise ValueError("minutes need a meeting")
    return script.meeting


def label_value(script: Script, design: Design) -> Bands:
    """The commune classic: a page of labels and values, names in two columns, ANSLAG/BEVIS in a box."""
    meeting = meeting_of(script)
    x = 118.0
    names = columns(named(script.people(*DECIDING)), design.text.but(size=9.5), design.width - x)
    rows: list[tuple[str, Band]] = [
        ("Plats och tid", value(f"{meeting.place}, {hours(script, design)}", design)),
        ("Beslutande", names),
    ]
    if deputies := script.people(Role.ERSATTARE):
        rows.append(
            (
                "Ej tjänstgörande ersättare",
                columns(named(deputies), design.text.but(size=9.5), design.width - x),
            )
        )
    if others := script.people(*OTHERS):
        rows.append(
            ("Övriga deltagare", stack(lines(named(others), design.text.but(size=9.5), design.width - x)))
        )
    rows.append(("Utses att justera", value(" och ".join(meeting.adjusters), design)))
    if meeting.adjusted_on:
        where = f"Kommunledningskontoret, {design.dates(meeting.adjusted_on)}"
        rows.append(("Justeringens plats och tid", value(where, design)))
    bands: list[Band] = []
    for label, shown in rows:
        bands += labelled(label, shown, design, x=x)
    bands += _signing(script, design)
    bands += (*gap(6), *_posted(script, design))
    return tuple(bands)


def _signing(script: Script, design: Design) -> Bands:
    """Underskrifter: three lines to sign on, the typed names under them."""
    meeting = meeting_of(script)
    signers = (
        ("Sekreterare", (meeting.secretary,)),
        ("Ordförande", (meeting.chair,)),
        ("Justerande", meeting.adjusters),
    )
    bands: list[Band] = []
    for office, names in signers:
        head = [line(office, design.small)]
        if office == "Sekreterare":
            head = [
                beside(
                    ((0, head), (250, [line(f"Paragrafer {item_range(script, design)}", design.small)])),
                    joint=" ",
                )
            ]
        for index, name in enumerate(names):
            typed = [leader(210, 20), signed_name(name or "", design.text)]
            label = head if index == 0 else []
            bands.append(beside(((118, [*label, *typed]),)))
    first = beside(((0, [line("Underskrifter", design.small)]), (0, bands[:1])))
    return (first, *bands[1:])


def _posted(script: Script, design: Design) -> Bands:
    meeting = meeting_of(script)
    post = meeting.posting
    if post is None:
        return ()
    rows = [
        ("Organ", script.body or ""),
        ("Sammanträdesdatum", design.dates(meeting.date or "")),
        ("Datum då anslaget sätts upp", design.dates(post.posted_on or "")),
        ("Datum då anslaget tas ned", design.dates(post.removed_on or "")),
        ("Förvaringsplats för protokollet", post.storage or ""),
    ]
    head = line("ANSLAG/BEVIS", design.heading, width=design.width - 12, align="center")
    said = paragraph(
        "Protokollet är justerat. Justeringen har tillkännagivits genom anslag.",
        design.small,
        design.width - 12,
    )
    cells = [
        beside(((0, [line(a, design.small)]), (190, [line(b, design.small)])), joint=" ") for a, b in rows
    ]
    under = [*gap(4), line("Underskrift", design.small)]
    return (boxed([head, *said, *gap(3), *cells, *under], design),)


def listed(script: Script, design: Design) -> Bands:
    """A region's front: labels in bold with a colon, names one under the other."""
    meeting = meeting_of(script)
    small = design.text
    groups = [
        (
            "Plats och tid:",
            [f"{meeting.place}", f"{design.dates(meeting.date or '')} {hours(script, design)}"],
        ),
        ("Beslutande:", named(script.people(*DECIDING), served="ersättare för {}")),
        ("Ersättare:", named(script.people(Role.ERSATTARE))),
        ("Övriga deltagare:", named(script.people(*OTHERS))),
        ("Justerare:", list(meeting.adjusters)),
        ("Plats och tid för justering:", [f"Kansliet, {design.dates(meeting.adjusted_on or '')}"]),
        ("Paragrafer:", [item_range(script, design)]),
    ]
    bands: list[Band] = [
        *paragraph(script.title or "Protokoll", design.title.but(size=18), design.width, after=12)
    ]
    for label, texts in groups:
        if texts:
            bands += (line(label, design.heading), *lines(texts, small, design.width), *gap(8))
    return (*bands, *_signed_by(script, design))


def _signed_by(script: Script, design: Design) -> Bands:
    """Underskrifter: office, name under a line, one after the other."""
    meeting = meeting_of(script)
    signers = [("Sekreterare", meeting.secretary), ("Ordförande", meeting.chair)]
    signers += [("Justerare", name) for name in meeting.adjusters]
    bands: list[Band] = [line("Underskrifter:", design.heading)]
    for office, name in signers:
        bands += (leader(230), signed_name(name or "", design.text), line(office, design.small), *gap(4))
    return (stack(bands),)


def running(script: Script, design: Design) -> Bands:
    """A city executive's front: everything in running lines under small headings."""
    meeting = meeting_of(script)
    groups = [
        ("Tid", hours(script, design).removeprefix("kl. ")),
        ("Plats", meeting.place or ""),
        ("Paragrafer", item_range(script, design)),
    ]
    bands: list[Band] = [
        *paragraph(script.title or "Protokoll", design.title.but(size=17), design.width, after=10)
    ]
    bands += [line(f"{label}: {text}", design.text) for label, text in groups]
    lists = [
        ("Ledamöter", script.people(*DECIDING[:3])),
        ("Tjänstgörande ersättare", script.people(Role.TJANSTGORANDE_ERSATTARE)),
        ("Övriga ersättare", script.people(Role.ERSATTARE)),
        ("Övriga närvarande", script.people(*OTHERS)),
    ]
    bands += gap(8)
    for label, people in lists:
        if people:
            bands += (line(label, design.heading), *lines(named(people), design.text, design.width), *gap(7))
    when = f"Justeringsdag: {design.dates(meeting.adjusted_on)}" if meeting.adjusted_on else ""
    bands += [line(when, design.text)] if when else []
    return (*bands, *gap(14), *_signed_by_pairs(script, design))


def _signed_by_pairs(script: Script, design: Design) -> Bands:
    """Signatures two by two: secretary and chair, then the adjusters."""
    meeting = meeting_of(script)
    signers = [("Sekreterare", meeting.secretary), ("Ordförande", meeting.chair)]
    signers += [("Justerande", name) for name in meeting.adjusters]
    cells = [
        stack([line(office, design.heading), leader(190), signed_name(name or "", design.text), *gap(8)])
        for office, name in signers
    ]
    half = design.width / 2
    head = line("Underskrifter", design.heading)
    pairs = [
        beside([(side * half, (cell,)) for side, cell in enumerate(cells[i : i + 2])])
        for i in range(0, len(cells), 2)
    ]
    return (stack([head, *gap(6), *pairs]),)


def metadata(script: Script, design: Design) -> Bands:
    """Örebro-like: date, case number and clerk as a block, then lists; digitally adjusted, nothing signed."""
    meeting = meeting_of(script)
    facts = [
        f"Datum: {design.dates(meeting.date or '')}",
        f"Ärendenummer: {', '.join(script.case_numbers)}",
        f"Klockan: {hours(script, design).removeprefix('kl. ')}",
        f"Plats: {meeting.place}",
    ]
    lists = [
        ("Närvarande ledamöter", script.people(*DECIDING[:3])),
        ("Tjänstgörande ersättare", script.people(Role.TJANSTGORANDE_ERSATTARE)),
        ("Närvarande ersättare", script.people(Role.ERSATTARE)),
        ("Övriga", script.people(*OTHERS)),
    ]
    bands: list[Band] = [*paragraph(script.body or "", design.title.but(size=20), design.width)]
    bands += [*paragraph(script.title or "Protokoll", design.title.but(size=14), design.width, after=10)]
    bands += [line(fact, design.text) for fact in facts if not fact.endswith(": ")] + [*gap(10)]
    for label, people in lists:
        if people:
            shown = lines(named(people, comma=False, served="ersätter {}"), design.text, design.width)
            bands += (line(label, design.heading), *shown, *gap(8))
    end = f"Paragraf {item_range(script, design)}"
    bands += [ruled(design.width), line(end, design.text), *gap(6)]
    bands += [line(f"{meeting.secretary}, sekreterare", design.text), *gap(6)]
    if meeting.adjusted_on:
        bands.append(line(f"Digitalt justerat den {design.dates(meeting.adjusted_on)}", design.text))
    bands.append(line(f"{meeting.chair}, ordförande", design.text))
    bands += [line(f"{name}, justerare", design.text) for name in meeting.adjusters]
    return tuple(bands)
