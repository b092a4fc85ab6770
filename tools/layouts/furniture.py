"""Heads and feet of pages: what repeats and belongs to no section."""

from __future__ import annotations

from ..content.model import Script
from ..paper.flow import Bands, Template, beside, gap, line, paragraph, ruled
from .design import Design, row


def _frame(design: Design, head: object, foot: object, **measures: float) -> Template:
    return Template(design.left, design.right, head=head, foot=foot, **measures)  # type: ignore[arg-type]


def _date(script: Script, design: Design) -> str:
    date = script.meeting.date if script.meeting else script.date
    return design.dates(date or "")


def classic(script: Script, design: Design) -> Template:
    """Name and body left, SAMMANTRÄDESPROTOKOLL and date right; a strip for initials at the foot."""
    bold = design.small.but(bold=True, size=10)

    def head(page: int, pages: int) -> Bands:
        right = 262.0
        return (
            row(
                (0, script.office.name, bold),
                (right, "SAMMANTRÄDESPROTOKOLL", bold),
                (-1, f"{page} ({pages})", design.small),
                width=design.width,
            ),
            row((0, script.body or "", design.small), (right, "Sammanträdesdatum", design.small)),
            row((right, _date(script, design), design.small)),
            ruled(design.width, space=3),
        )

    def foot(_page: int, _pages: int) -> Bands:
        small = design.small.but(size=8)
        return (
            ruled(design.width, space=3),
            row((4, "Justerandes sign", small), (design.width * 0.62, "Utdragsbestyrkande", small)),
        )

    return _frame(design, head, foot, top=104, bottom=92, foot_top=76)


def addressed(script: Script, design: Design) -> Template:
    """A region's pages: name large at the left, page number below it, the address in columns at the foot."""
    office = script.office
    small = design.small.but(size=7.5)

    def head(page: int, pages: int) -> Bands:
        return (
            row(
                (0, office.name, design.small.but(bold=True, size=12)),
                (-1, f"Sida {page} av {pages}", design.small),
                width=design.width,
            ),
            row((0, script.body or "", design.small)),
            row((0, f"Protokoll {_date(script, design)}", design.small)),
        )

    def foot(_page: int, _pages: int) -> Bands:
        cells = (
            ("Postadress", office.postal),
            ("Besöksadress", office.visit),
            ("Telefon", office.phone),
            ("E-post", office.email),
        )
        wide = design.width / 4
        columns = [
            (n * wide, [line(label, small.but(bold=True)), *paragraph(text, small, wide - 6)])
            for n, (label, text) in enumerate(cells)
        ]
        return (
            ruled(design.width, space=2),
            beside(columns),
            line(f"Org nr {office.org_number} {office.web}", small),
        )

    return _frame(design, head, foot, top=100, bottom=92, foot_top=76)


def executive(script: Script, design: Design) -> Template:
    """A city executive's pages: protocol number and date above, name and page number at the foot."""

    def head(_page: int, _pages: int) -> Bands:
        title = f"Protokoll (nr {script.protocol_number})" if script.protocol_number else "Protokoll"
        return (
            row((0, script.body or "", design.small.but(bold=True))),
            row((0, title, design.small)),
            row((0, f"Sammanträdesdatum: {_date(script, design)}", design.small)),
        )

    def foot(page: int, pages: int) -> Bands:
        return (
            row(
                (0, f"{script.office.name} {script.body}, protokoll", design.small),
                (-1, f"{page} ({pages})", design.small),
                width=design.width,
            ),
        )

    return _frame(design, head, foot, top=98, bottom=80, foot_top=56)


def numbered(script: Script, design: Design) -> Template:
    """Hardly anything: authority and page number on one line."""

    def head(page: int, pages: int) -> Bands:
        return (
            row(
                (0, script.office.name, design.small),
                (-1, f"{page}({pages})", design.small),
                width=design.width,
            ),
        )

    return _frame(design, head, lambda _page, _pages: (), top=86, bottom=66)


def typed(script: Script, design: Design) -> Template:
    """A typewriter's form: everything in capitals at the top, initials at the foot."""

    def head(page: int, _pages: int) -> Bands:
        right = 300.0
        return (
            row(
                (0, script.office.name.upper(), design.text),
                (right, "PROTOKOLL", design.text),
                (-1, f"{page}.", design.text),
                width=design.width,
            ),
            row((0, (script.body or "").upper(), design.text)),
            row((0, "Sammanträdesdag", design.text), (right, _date(script, design), design.text)),
            *gap(2),
            ruled(design.width, space=2),
        )

    def foot(_page: int, _pages: int) -> Bands:
        return (row((0, "Just. sign. ......", design.text), (250, "Utdr.best. ............", design.text)),)

    return _frame(design, head, foot, top=116, bottom=86, foot_top=66)


def lettered(script: Script, design: Design) -> Template:
    """A letter's pages: the authority and the kind of document, the date, the address at the foot."""
    office = script.office
    small = design.small.but(size=8)

    def head(page: int, pages: int) -> Bands:
        if page > 1:
            return (
                row(
                    (0, office.name, design.small),
                    (-1, f"{page} ({pages})", design.small),
                    width=design.width,
                ),
            )
        return (
            row(
                (0, office.name, design.small.but(bold=True, size=13)),
                (-1, f"{page} ({pages})", design.small),
                width=design.width,
            ),
        )

    def foot(_page: int, _pages: int) -> Bands:
        return (
            ruled(design.width, space=2),
            row((0, f"{office.name} {office.postal}", small)),
            row((0, f"Besöksadress {office.visit} Telefon {office.phone}", small)),
            row((0, f"{office.web} E-post: {office.email} Org.nr {office.org_number}", small)),
        )

    return _frame(design, head, foot, top=80, bottom=84, foot_top=66, first_top=80)


def bare(script: Script, design: Design) -> Template:
    """The authority on the first page, page numbers in the middle at the foot."""

    def head(page: int, _pages: int) -> Bands:
        return (row((0, script.office.name, design.small.but(bold=True))),) if page == 1 else ()

    def foot(page: int, pages: int) -> Bands:
        return (line(f"Sida {page} ({pages})", design.small, width=design.width, align="center"),)

    return _frame(design, head, foot, top=70, bottom=76, foot_top=54)
