"""The layouts of towns and regions of today, as their common programs set them."""

from __future__ import annotations

from ..content.slots import long_date
from ..paper.fonts import Font
from . import endings, fronts, fronts_plain, furniture, items, letters
from .design import iso
from .layout import LETTERS, Layout, design
from .minutes import minutes

_ARIAL = Font("arial", 12, bold=True)
_TYPED = Font("typewriter", 11.5)

TOWNS = (
    Layout(
        design("classic", "times", 11, _ARIAL, front=fronts.label_value, furniture=furniture.classic,
                contents=True, item_breaks=True),
        minutes,
    ),
    Layout(
        design("region", "arial", 10.5, Font("arial", 13, bold=True), front=fronts.listed,
                furniture=furniture.addressed, item_head=items.number_then_title, leading=1.3, left=90),
        minutes,
        silent=("posting",),
    ),
    Layout(
        design("executive", "times", 11.5, Font("arial", 11.5, bold=True), front=fronts.running,
                furniture=furniture.executive, item_head=items.number_with_case, left=95, right=95,
                dates=iso),
        minutes,
        silent=("posting",),
    ),
    Layout(
        design("digital", "verdana", 9.5, Font("verdana", 11, bold=True), front=fronts.metadata,
                furniture=furniture.numbered, item_head=items.number_then_title, section=items.headed,
                leading=1.35, contents=True),
        minutes,
        silent=("posting", "signatures"),
    ),
    Layout(
        design("typewritten", "typewriter", 11.5, _TYPED, heading=_TYPED, small=_TYPED.but(size=10),
                front=fronts_plain.typed, furniture=furniture.typed, item_head=items.centred,
                section=items.underlined, ending=endings.in_two_columns, left=92, right=58, leading=1.12,
                dates=long_date, dash="-"),
        minutes,
        silent=("posting",),
    ),
    Layout(
        design("letterhead", "times", 11.5, Font("arial", 14, bold=True), front=letters.letter_front,
                furniture=furniture.lettered, ending=endings.signatures, left=92, right=92),
        letters.letter,
        LETTERS,
    ),
    Layout(
        design("table_letter", "arial", 11, Font("arial", 15, bold=True), front=letters.tabular_front,
                furniture=furniture.lettered, ending=endings.signatures, left=100, right=100, leading=1.3),
        letters.letter,
        LETTERS,
    ),
    Layout(
        design("excerpt", "times", 11.5, Font("arial", 12.5, bold=True), front=letters.excerpt_front,
                furniture=furniture.classic, item_head=letters.number_line, ending=endings.certified),
        letters.letter,
        ("protokollsutdrag",),
    ),
    Layout(
        design("summons", "arial", 10.5, Font("arial", 12, bold=True), front=letters.summons_front,
                furniture=furniture.bare, item_head=letters.agenda_item, leading=1.3),
        letters.letter,
        ("kallelse", "foredragningslista"),
    ),
    Layout(
        design("heldout_margin", "palatino", 10.5, Font("avantgarde", 11.5, bold=True), front=fronts.listed,
                furniture=furniture.bare, item_head=items.number_in_margin, section=items.in_margin,
                heading=Font("avantgarde", 9, bold=True), left=70, right=80, sign="Ks § {}"),
        minutes,
        silent=("posting",),
    ),
    Layout(
        design("heldout_county", "century", 10.5, Font("century", 12, bold=True), front=fronts_plain.county,
                furniture=furniture.numbered, section=items.indented, align="justify",
                dates=long_date, ending=endings.in_two_columns),
        minutes,
        silent=("posting",),
    ),
    Layout(
        design("heldout_letter", "garamond", 10.5, Font("helvetica", 13, bold=True),
                front=letters.tabular_front, furniture=furniture.bare, ending=endings.signatures,
                section=items.in_margin, heading=Font("helvetica", 9.5, bold=True), left=70, right=80),
        letters.letter,
        LETTERS,
    ),
)  # fmt: skip
"""Set the world "towns"; the last three are held out."""
