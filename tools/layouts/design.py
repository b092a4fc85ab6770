"""What makes one authority's documents look different from another's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from justera.schema.record import Attendee, Role

from ..content.model import Matter, Part, Script
from ..paper.flow import Band, Bands, Template, beside, line, paragraph
from ..paper.fonts import Font

Dates = Callable[[str], str]
"""An ISO date as the authority writes it."""


def iso(date: str) -> str:
    """2024-03-12."""
    return date


@dataclass(frozen=True)
class Design:
    """Typefaces, margins and the building blocks of a layout."""

    name: str
    text: Font
    small: Font
    heading: Font
    """Section headings."""
    title: Font
    """Titles of items."""
    front: Callable[[Script, Design], Bands]
    """The first page down to the first item."""
    furniture: Callable[[Script, Design], Template]
    item_head: Callable[[Script, Matter, Design], Bands]
    section: Callable[[Part, Design], Bands]
    ending: Callable[[Script, Design], Bands]
    left: float = 80
    right: float = 70
    align: str = "left"
    leading: float = 1.22
    contents: bool = False
    item_breaks: bool = False
    """Every § starts a page."""
    dates: Dates = iso
    sign: str = "§ {}"
    """How the number is printed: "§ {}", "{} §", "{code} § {}"."""
    clock: str = "kl. {}"
    """How the time of a meeting is printed."""
    colon: bool = False
    """Whether times have a colon ("09:00")."""
    dash: str = "–"
    """Between two numbers or times."""

    @property
    def width(self) -> float:
        """Width of the running text in points."""
        return Template(self.left, self.right).width

    def body(self, text: str, **how: object) -> Bands:
        """A paragraph in the running text's face."""
        settings: dict[str, object] = {"align": self.align, "leading": self.leading, **how}
        width = float(str(settings.pop("width", self.width)))
        return paragraph(text, self.text, width, **settings)  # type: ignore[arg-type]


def row(*cells: tuple[float, str, Font], width: float | None = None) -> Band:
    """Short texts on one line, each with its x; a negative x counts from the right edge of `width`."""
    columns = []
    for x, text, font in cells:
        if x < 0 and width is not None:
            columns.append((0.0, [line(text, font, width=width + x + 1, align="right")]))
        else:
            columns.append((x, [line(text, font)]))
    return beside(columns, joint=" ")


OFFICES = {Role.ORDFORANDE: "ordförande", Role.VICE_ORDFORANDE: "vice ordförande"}
"""Words after a name that tell the office."""


def naming(person: Attendee, *, comma: bool = True, served: str = "tjänstgörande ersättare för {}") -> str:
    """A person as attendance lists print them."""
    text = f"{person.name} ({person.party})" if person.party else person.name
    words = person.title or OFFICES.get(person.role)
    if words:
        text += f"{',' if comma else ''} {words}"
    if person.replaces:
        party = f" ({person.party})" if person.party else ""
        text += f", {served.format(f'{person.replaces}{party}')}"
    return f"{text}, {person.items}" if person.items else text


def number(script: Script, matter: Matter, design: Design) -> str:
    """Number such as "§ 26" or "§ 26 a" in the authority's way."""
    if matter.number is None:
        return ""
    digits = f"{matter.number}{f' {matter.suffix}' if matter.suffix else ''}"
    return design.sign.format(digits, code=script.code or "")


def item_range(script: Script, design: Design) -> str:
    """Numbers such as "26–38"."""
    meeting = script.meeting
    if meeting is None or meeting.items_from is None:
        return ""
    if meeting.items_from == meeting.items_to:
        return str(meeting.items_from)
    return f"{meeting.items_from}{design.dash}{meeting.items_to}"


def hours(script: Script, design: Design) -> str:
    """Time such as "kl. 13.00–15.30"."""
    meeting = script.meeting
    if meeting is None or meeting.start is None:
        return ""
    times = [time for time in (meeting.start, meeting.end) if time]
    shown = times if design.colon else [time.replace(":", ".") for time in times]
    return design.clock.format(design.dash.join(shown))
