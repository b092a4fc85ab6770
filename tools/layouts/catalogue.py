"""The layouts by name. Those that begin with heldout_ are for testing only: nothing is tuned on them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..content.model import Script
from ..content.slots import long_date
from ..paper.fonts import Font
from ..paper.sheet import Paper
from . import endings, fronts, fronts_plain, furniture, items, letters
from .design import Design, iso
from .minutes import minutes

Setter = Callable[[Script, Design], Paper]


@dataclass(frozen=True)
class Layout:
    """A design and what is set in it."""

    design: Design
    set: Setter
    kinds: tuple[str, ...] = ("protokoll",)
    silent: tuple[str, ...] = ()
    """What the layout does not print: names of the record's and the meeting's fields."""

    @property
    def held_out(self) -> bool:
        """For testing only."""
        return self.design.name.startswith("heldout_")


def _design(name: str, family: str, size: float, title: Font, **rest: object) -> Design:
    text = Font(family, size)
    given: dict[str, object] = {
        "small": text.but(size=size - 1.5),
        "heading": title.but(size=size + 0.5),
        "ending": endings.nothing,
        "item_head": items.number_then_case,
        "section": items.headed,
    }
    return Design(name=name, text=text, title=title, **{**given, **rest})  # type: ignore[arg-type]


_ARIAL = Font("arial", 12, bold=True)
_TYPED = Font("typewriter", 11.5)

_LETTERS = ("tjansteskrivelse", "foredragnings_pm", "delegationsbeslut", "ovrigt")

_ALL = (
    Layout(
        _design("classic", "times", 11, _ARIAL, front=fronts.label_value, furniture=furniture.classic,
                contents=True, item_breaks=True),
        minutes,
    ),
    Layout(
        _design("region", "arial", 10.5, Font("arial", 13, bold=True), front=fronts.listed,
                furniture=furniture.addressed, item_head=items.number_then_title, leading=1.3, left=90),
        minutes,
        silent=("posting",),
    ),
    Layout(
        _design("executive", "times", 11.5, Font("arial", 11.5, bold=True), front=fronts.running,
                furniture=furniture.executive, item_head=items.number_with_case, left=95, right=95,
                dates=iso),
        minutes,
        silent=("posting",),
    ),
    Layout(
        _design("digital", "verdana", 9.5, Font("verdana", 11, bold=True), front=fronts.metadata,
                furniture=furniture.numbered, item_head=items.number_then_title, section=items.headed,
                leading=1.35, contents=True),
        minutes,
        silent=("posting", "signatures"),
    ),
    Layout(
        _design("typewritten", "typewriter", 11.5, _TYPED, heading=_TYPED, small=_TYPED.but(size=10),
                front=fronts_plain.typed, furniture=furniture.typed, item_head=items.centred,
                section=items.underlined, ending=endings.in_two_columns, left=92, right=58, leading=1.12,
                dates=long_date, dash="-"),
        minutes,
        silent=("posting",),
    ),
    Layout(
        _design("letterhead", "times", 11.5, Font("arial", 14, bold=True), front=letters.letter_front,
                furniture=furniture.lettered, ending=endings.signatures, left=92, right=92),
        letters.letter,
        _LETTERS,
    ),
    Layout(
        _design("table_letter", "arial", 11, Font("arial", 15, bold=True), front=letters.tabular_front,
                furniture=furniture.lettered, ending=endings.signatures, left=100, right=100, leading=1.3),
        letters.letter,
        _LETTERS,
    ),
    Layout(
        _design("excerpt", "times", 11.5, Font("arial", 12.5, bold=True), front=letters.excerpt_front,
                furniture=furniture.classic, item_head=letters.number_line, ending=endings.certified),
        letters.letter,
        ("protokollsutdrag",),
    ),
    Layout(
        _design("summons", "arial", 10.5, Font("arial", 12, bold=True), front=letters.summons_front,
                furniture=furniture.bare, item_head=letters.agenda_item, leading=1.3),
        letters.letter,
        ("kallelse", "foredragningslista"),
    ),
    Layout(
        _design("heldout_margin", "palatino", 10.5, Font("avantgarde", 11.5, bold=True), front=fronts.listed,
                furniture=furniture.bare, item_head=items.number_in_margin, section=items.in_margin,
                heading=Font("avantgarde", 9, bold=True), left=70, right=80, sign="Ks §"),
        minutes,
        silent=("posting",),
    ),
    Layout(
        _design("heldout_county", "century", 10.5, Font("century", 12, bold=True), front=fronts_plain.county,
                furniture=furniture.numbered, section=items.indented, align="justify",
                dates=long_date, ending=endings.in_two_columns),
        minutes,
        silent=("posting", "items_from", "items_to"),
    ),
    Layout(
        _design("heldout_letter", "garamond", 10.5, Font("helvetica", 13, bold=True),
                front=letters.tabular_front, furniture=furniture.bare, ending=endings.signatures,
                section=items.in_margin, heading=Font("helvetica", 9.5, bold=True), left=70, right=80),
        letters.letter,
        _LETTERS,
    ),
)  # fmt: skip

LAYOUTS: dict[str, Layout] = {layout.design.name: layout for layout in _ALL}
"""All layouts by name."""


def set_script(script: Script, layout: str) -> Paper:
    """Lay the document out in the named layout."""
    chosen = LAYOUTS[layout]
    return chosen.set(script, chosen.design)
