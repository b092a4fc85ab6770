"""More heads and feet: county councils' running heads, boxed heads, strips with initials in ink."""

from __future__ import annotations

from dataclasses import replace

from ..content.model import Script
from ..paper.flow import Band, Bands, Template, beside, gap, line, paragraph, ruled
from ..paper.sheet import Colour, Rule, Run
from .blocks import grid
from .design import Design, item_range, row


def _date(script: Script, design: Design) -> str:
    date = script.meeting.date if script.meeting else script.date
    return design.dates(date or "")


def initials(label: str, design: Design, *, x: float = 0) -> Band:
    """A label with room beside it in which initials are written by hand."""
    band = line(label, design.small, x=x)
    ink = Run("      ", x + design.small.width(label) + 8, band.height, design.small, signed=True)
    return replace(band, runs=(*band.runs, ink))


def island(script: Script, design: Design) -> Template:
    """A region's name large, Protokoll and the day below; three lines of address at the foot."""
    office, small = script.office, design.small.but(size=7.5)

    def head(page: int, pages: int) -> Bands:
        return (
            row((0, office.name, design.small.but(bold=True, size=13)),
                (-1, f"{page}[{pages}]", design.small), width=design.width),
            row((0, f"{script.body} {_date(script, design)}", design.small)),
        )  # fmt: skip

    def foot(_page: int, _pages: int) -> Bands:
        return (
            ruled(design.width, space=2),
            row((0, f"Besöksadress {office.visit}  Postadress {office.postal}", small)),
            row((0, f"Telefon {office.phone} vx  E-post {office.email}", small)),
            row((0, f"Org nr {office.org_number}  Webbplats {office.web}", small)),
        )

    return Template(design.left, design.right, top=96, bottom=92, foot_top=74, head=head, foot=foot)


def council(script: Script, design: Design) -> Template:
    """A county council's running head: authority, PROTOKOLL, the items and the day in capitals, page last."""

    def head(page: int, _pages: int) -> Bands:
        left, right = 0.0, design.width * 0.56
        return (
            row((left, script.office.name.upper(), design.small), (right, "PROTOKOLL", design.small),
                (-1, f"Sid {page}", design.small), width=design.width),
            row((left, script.body or "", design.small), (right, _date(script, design), design.small)),
            ruled(design.width, space=3),
        )  # fmt: skip

    def foot(_page: int, _pages: int) -> Bands:
        return (initials("Justerandes signaturer", design),)

    return Template(design.left, design.right, top=92, bottom=78, foot_top=58, head=head, foot=foot)


def boxed(script: Script, design: Design) -> Template:
    """A suburb's boxed head and a box of initials at the foot of every page."""
    widths = [design.width * share for share in (0.45, 0.37, 0.18)]
    thirds = [design.width / 3] * 3

    def head(page: int, pages: int) -> Bands:
        cells = [script.body or "", f"Protokoll {_date(script, design)}", f"Sida {page} av {pages}"]
        name = line(script.office.name.upper(), design.small.but(bold=True))
        return (name, *gap(3), *grid([cells], widths, design.small, head=False))

    def foot(_page: int, _pages: int) -> Bands:
        cells = ["Ordförandes signatur", "Justerandes signatur", "Utdragsbestyrkande"]
        return grid([cells], thirds, design.small.but(size=7.5), head=False)

    return Template(design.left, design.right, top=106, bottom=84, foot_top=62, head=head, foot=foot)


def company(script: Script, design: Design) -> Template:
    """A company's page: its name, the page number and initials in ink; number of registration at the foot."""

    def head(page: int, pages: int) -> Bands:
        name = design.small.but(bold=True, size=11)
        return (
            row((0, script.office.name, name), (-1, f"Sid {page}/{pages}", design.small), width=design.width),
        )

    def foot(_page: int, _pages: int) -> Bands:
        org = f"{script.office.name}, org.nr {script.office.org_number}, {script.office.postal}"
        return (initials("Sign.", design), line(org, design.small.but(size=7)))

    return Template(design.left, design.right, top=82, bottom=84, foot_top=62, head=head, foot=foot)


def coded(script: Script, design: Design) -> Template:
    """A joint authority's page: the template's code in the margin of the foot, page in brackets."""

    def head(page: int, pages: int) -> Bands:
        return (
            row((0, script.office.name, design.small.but(bold=True)), (-1, f"{page} ({pages})", design.small),
                width=design.width),
            row((0, f"{script.body} {_date(script, design)}", design.small)),
            ruled(design.width, space=2),
        )  # fmt: skip

    def foot(_page: int, _pages: int) -> Bands:
        small = design.small.but(size=6.5)
        office = script.office
        return (
            line("PRO2007, v3.1, 2019-05-20", small),
            line(f"{office.postal}  Tfn {office.phone}  {office.email}  {office.web}", small),
        )

    return Template(design.left, design.right, top=92, bottom=74, foot_top=54, head=head, foot=foot)


def parish(_script: Script, design: Design) -> Template:
    """Only the page number in dashes at the top, as a word processor of the time set it."""

    def head(page: int, _pages: int) -> Bands:
        return (line(f"- {page} -", design.small, width=design.width, align="center"),) if page > 1 else ()

    def foot(_page: int, _pages: int) -> Bands:
        return (initials("Just:", design),)

    return Template(design.left, design.right, top=78, bottom=76, foot_top=56, head=head, foot=foot)


def typed(script: Script, design: Design) -> Template:
    """A typed form: the body and the range of items at the top, initials in ink at the foot."""

    def head(page: int, _pages: int) -> Bands:
        office = f"{script.office.name}   {script.body}"
        third = f"§§ {item_range(script, design)}" if page > 1 and item_range(script, design) else ""
        return (
            row((0, office, design.text), (-1, str(page), design.text), width=design.width),
            row((0, _date(script, design), design.text), (-1, third or " ", design.text), width=design.width),
        )

    def foot(_page: int, _pages: int) -> Bands:
        return (initials("Just.", design),)

    return Template(design.left, design.right, top=100, bottom=80, foot_top=60, head=head, foot=foot)


GREEN, BLUE = (0, 110, 80), (20, 60, 140)


def shield(x: float, y: float, colour: Colour) -> tuple[Rule, ...]:
    """An authority's mark: a coloured shield with a pale beam across."""
    return (
        Rule(x, y, x + 22, y + 26, fill=0.4, colour=colour),
        Rule(x, y + 9, x + 22, y + 14, fill=0.95, colour=(245, 215, 90)),
    )


def emblem(script: Script, design: Design) -> Template:
    """A letter's pages: a coloured mark and the name in its colour on the first, the address in columns."""
    office, small = script.office, design.small.but(size=7)

    def head(page: int, pages: int) -> Bands:
        count = line(f"{page} ({pages})", design.small, width=design.width, align="right")
        if page > 1:
            return (count,)
        face = design.small.but(bold=True, size=15)
        name = replace(line(office.name, face, x=30), rules=shield(0, -4, GREEN))
        name = replace(name, runs=tuple(replace(run, colour=GREEN) for run in name.runs))
        return (beside(((0, (name,)), (0, (count,))), joint=" "),)

    def foot(page: int, _pages: int) -> Bands:
        if page > 1:
            return ()
        wide = design.width / 3
        cells = (
            f"{office.name} {office.postal}",
            f"Besök: {office.visit} Växel: {office.phone}",
            f"{office.email} {office.web} Org.nr: {office.org_number}",
        )
        return (
            ruled(design.width, space=2),
            beside([(n * wide, paragraph(text, small, wide - 8)) for n, text in enumerate(cells)]),
        )

    return Template(design.left, design.right, top=74, bottom=84, foot_top=60, head=head, foot=foot,
                    first_top=92)  # fmt: skip
