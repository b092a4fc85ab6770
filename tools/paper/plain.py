"""Any plain text, or the text of published minutes, printed in a choice of looks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from .flow import Band, Bands, Template, beside, gap, line, paginate, paragraph, ruled
from .fonts import Font
from .sheet import Paper

TEXT = Font("times", 11)
HEADING = Font("arial", 12.5, bold=True)


@dataclass(frozen=True)
class Look:
    """Typeface, frame and habits of a print."""

    font: Font = TEXT
    heading: Font = HEADING
    left: float = 85
    right: float = 78
    align: str = "left"
    leading: float = 1.22
    side_labels: bool = False
    """Paragraph number in a column of its own left of the text."""
    strip: bool = False
    """A strip for the adjusters' initials at the foot of every page."""


LOOKS: dict[str, Look] = {
    "serif": Look(),
    "sans": Look(Font("arial", 10.5), Font("arial", 12, bold=True), leading=1.3, strip=True),
    "typewriter": Look(Font("typewriter", 12), Font("typewriter", 12), left=95, right=60, leading=1.1),
    "justified": Look(Font("century", 10.5), Font("century", 12, bold=True), align="justify"),
    "labels": Look(Font("verdana", 9.5), Font("verdana", 10.5, bold=True), side_labels=True, strip=True),
    # Held out: used for testing only, nothing is tuned on these.
    "heldout_palatino": Look(Font("palatino", 11), Font("avantgarde", 11.5, bold=True), left=110, right=90),
    "heldout_narrow": Look(Font("garamond", 10), Font("narrow", 13, bold=True), align="justify", strip=True),
}
"""Looks by name; those that begin with heldout_ are for testing only."""

HEADS = re.compile(
    r"^(?:Göteborgs Stad .*, protokoll|\d+ ?\(\d+\)|Protokoll ?\(nr \d+\)|Sammanträdesdatum: .*"
    r"|Kommunfullmäktige|Kommunstyrelsen)$"
)
"""Running heads that a program left in the text of the published minutes."""


def template(look: Look, *, head: str = "", sub: str = "") -> Template:
    """The frame of a look: running head with page number, and the strip where the look has one."""
    width = Template(look.left, look.right).width
    small = look.font.but(size=min(9.5, look.font.size))

    def top(page: int, pages: int) -> Bands:
        number = line(f"{page} ({pages})", small, width=width, align="right")
        if not head:
            return (number,)
        first = beside(((0, [line(head, small)]), (0, [number])), joint=" ")
        return (first, line(sub, small)) if sub else (first,)

    def foot(_page: int, _pages: int) -> Bands:
        if not look.strip:
            return ()
        return (
            ruled(width),
            beside(
                ((0, [line("Justerandes sign", small)]), (width * 0.6, [line("Utdragsbestyrkande", small)]))
            ),
        )

    return Template(look.left, look.right, bottom=80, foot_top=58, head=top, foot=foot)


def _paragraphs(text: str, *, reflow: bool) -> list[str]:
    """Paragraphs, or printed lines; an empty string stands for an empty line."""
    if not reflow:
        return text.split("\n")
    return [" ".join(block.split()) for block in re.split(r"\n\s*\n", text)]


def set_text(text: str, look: Look, width: float, *, reflow: bool = False) -> Bands:
    """Text set in the look; lines stay as they are where they fit, unless `reflow` joins them."""
    bands: list[Band] = []
    space = look.font.size * 0.6
    for page, part in enumerate(text.split("\f")):
        for index, words in enumerate(_paragraphs(part, reflow=reflow)):
            new = page > 0 and index == 0
            if not words.strip():
                bands.append(Band(space, new_page=new))
                continue
            align = look.align if reflow else "left"
            laid = paragraph(words, look.font, width, align=align, leading=look.leading)
            if new:
                bands.append(Band(0, new_page=True, keep=True))
            bands += (*laid, *gap(space if reflow else 0))
    return tuple(bands)


def print_text(text: str, look: Look | str = "serif", *, reflow: bool = False, head: str = "") -> Paper:
    """Lay out plain text; form feeds start pages, empty lines part paragraphs."""
    chosen = LOOKS[look] if isinstance(look, str) else look
    frame = template(chosen, head=head)
    return paginate(set_text(text, chosen, frame.width, reflow=reflow), frame)[0]


@dataclass(frozen=True)
class PlainItem:
    """One paragraph (§) of published minutes."""

    number: str
    case_number: str | None
    title: str
    text: str
    """Without number, case number, title and running heads; lines as printed."""


def _clean(raw: dict[str, str | None]) -> PlainItem:
    lines = [
        row for row in (raw["fulltext"] or "").replace("\f", "\n").split("\n") if not HEADS.match(row.strip())
    ]
    text = "\n".join(lines)
    title = " ".join((raw["title"] or "").split())
    # The text begins with number, case number and title over some lines; take these away.
    opening = re.match(r"§ ?\d+[^\n]*\n", text)
    text = text[opening.end() :] if opening else text
    pattern = r"\s*" + r"\s+".join(map(re.escape, title.split())) + r"\s*"
    found = re.match(pattern, text) if title else None
    text = re.sub(r"\n{3,}", "\n\n", text[found.end() :] if found else text)
    return PlainItem(raw["number"] or "", raw["case_number"], title, _unwrapped(text.strip("\n")))


def _unwrapped(text: str) -> str:
    """Lines that the print had broken for want of room, joined again, unless a new point follows."""
    return re.sub(r"(?m)(?<=.{60})(?<![.:])\n(?=\S)|(?<=.{60}[.:])\n(?=[a-zåäö])", " ", text)


def minutes_items(path: Path) -> tuple[PlainItem, ...]:
    """The paragraphs of one file of published minutes (JSON with items)."""
    return tuple(_clean(item) for item in json.loads(path.read_text("utf-8"))["items"])


def _item(item: PlainItem, look: Look, width: float) -> Bands:
    number = f"§ {item.number}"
    if look.side_labels:
        title = paragraph(item.title, look.heading, width - 60)
        first = beside(((0, [line(number, look.heading)]), (60, title)))
        head: Bands = (Band(first.height, first.runs, first.rules, first.text, keep=True),)
    else:
        head = paragraph(f"{number} {item.title}", look.heading, width, keep=True)
    case = (line(f"Dnr {item.case_number}", look.font),) if item.case_number else ()
    body = set_text(item.text, look, width)
    return (*gap(10), *head, *case, *gap(4), *body, *gap(8))


def print_items(
    items: Iterable[PlainItem], look: Look | str = "serif", *, head: str = "", sub: str = ""
) -> Paper:
    """Lay out paragraphs (§) one after another under a running head of at most two lines."""
    chosen = LOOKS[look] if isinstance(look, str) else look
    frame = template(chosen, head=head, sub=sub)
    bands = [band for item in items for band in _item(item, chosen, frame.width)]
    return paginate(bands, frame)[0]


def print_minutes(
    path: Path, look: Look | str = "serif", *, first: int = 0, count: int | None = None
) -> Paper:
    """Lay out published minutes, or `count` of their paragraphs from index `first`."""
    raw = json.loads(path.read_text("utf-8"))
    items = minutes_items(path)[first : None if count is None else first + count]
    return print_items(
        items, look, head=f"{raw['body']}, sammanträdesprotokoll", sub=f"Sammanträdesdatum {raw['date']}"
    )
