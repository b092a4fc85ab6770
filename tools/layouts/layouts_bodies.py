"""Layouts of other bodies and times: an island region, a lake region, the seventies, companies, sheets."""

from __future__ import annotations

from ..content.slots import long_date
from ..paper.fonts import Font
from . import endings, endings_more, furniture, furniture_more, items, letters_more
from . import fronts_more as fronts
from . import items_more as heads
from .layout import Layout, design
from .letters import letter
from .minutes import minutes

_TYPED = Font("courier", 10.5)
_SANS = Font("helvetica", 11.5, bold=True)

BODIES = (
    Layout(
        design("island", "arial", 10, Font("arial", 12, bold=True), front=fronts.island,
               furniture=furniture_more.island, item_head=items.number_then_case, sign="{code} § {}",
               dates=long_date, clock="kl. {}", left=86, right=86, leading=1.28),
        minutes,
        silent=("posting",),
        world="island",
    ),
    Layout(
        design("lakeside", "garamond", 10, Font("helvetica", 11.5, bold=True), front=fronts.lakeside,
               furniture=furniture.numbered, item_head=heads.tabled, section=heads.ruled_off,
               clock="klockan {}", colon=True, left=72, right=72),
        minutes,
        silent=("posting",),
        world="island",
    ),
    Layout(
        design("seventies", "courier", 10.5, _TYPED, heading=_TYPED, small=_TYPED.but(size=9),
               front=fronts.council, furniture=furniture_more.typed, item_head=heads.in_typed_margin,
               section=heads.beside_margin, ending=endings_more.one_below_another, left=64, right=56,
               leading=1.16, dates=long_date, dash="-", clock="kl {}", sign="§ {}"),
        minutes,
        silent=("posting", "adjusted_on"),
        world="seventies",
    ),
    Layout(
        design("company", "verdana", 9, Font("verdana", 10, bold=True), front=fronts.company,
               furniture=furniture_more.company, item_head=items.number_then_title, section=heads.run_in,
               ending=endings_more.one_below_another, dates=long_date, clock="kl {}", dash=" - ",
               leading=1.35),
        minutes,
        silent=("posting",),
        world="company",
    ),
    Layout(
        design("signed_excerpt", "times", 11.5, Font("times", 13, bold=True), front=letters_more.excerpt,
               furniture=furniture.bare, item_head=letters_more.number_over_title,
               section=items.underlined, ending=endings_more.block, sign="{code} § {}", left=86),
        letter,
        ("protokollsutdrag",),
        world="island",
    ),
    Layout(
        design("tabled_summons", "helvetica", 10.5, _SANS, front=letters_more.tabled_summons,
               furniture=furniture_more.island, item_head=letters_more.agenda_row, dates=long_date,
               clock="kl. {}"),
        letter,
        ("kallelse",),
        world="island",
    ),
    Layout(
        design("emblem_letter", "times", 11.5, Font("arial", 12, bold=True), front=letters_more.two_columns,
               furniture=furniture_more.emblem, ending=endings.signatures, left=90, right=90, leading=1.26),
        letter,
        ("tjansteskrivelse", "foredragnings_pm", "delegationsbeslut"),
        world="island",
    ),
    Layout(
        design("framed_notice", "arial", 11, Font("arial", 14, bold=True), front=letters_more.two_columns,
               furniture=furniture.lettered),
        letters_more.notice,
        ("anslag",),
        world="island",
    ),
)  # fmt: skip
"""Set worlds of their own; may be tuned on."""
