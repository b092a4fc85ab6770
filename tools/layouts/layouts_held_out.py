"""Layouts that nothing is tuned on; they set the worlds that are held out."""

from __future__ import annotations

from ..content.slots import long_date
from ..paper.fonts import Font
from . import endings, endings_more, furniture, furniture_more, items, letters_more
from . import fronts_more as fronts
from . import items_more as heads
from .layout import Layout, design
from .letters import letter
from .minutes import minutes

_HEAVY = Font("arial", 11.5, bold=True)

HELD_OUT = (
    Layout(
        design("heldout_coast", "narrow", 11.5, Font("arial", 12, bold=True), front=fronts.boxes,
               furniture=furniture_more.boxed, item_head=heads.by_whom, dates=long_date, colon=True,
               clock="Kl. {}", dash=" - ", left=76, right=76),
        minutes,
        silent=("posting",),
        world="heldout_coast",
    ),
    Layout(
        design("heldout_council", "century", 10.5, Font("century", 10.5, bold=True), front=fronts.council,
               furniture=furniture_more.council, item_head=heads.case_below, section=heads.run_in,
               ending=endings.in_two_columns, dates=long_date, clock="kl {}", dash=" - ", sign="§ {}",
               left=92, right=72, align="justify"),
        minutes,
        silent=("posting", "adjusted_on"),
        world="heldout_county",
    ),
    Layout(
        design("heldout_alliance", "dejavuserif", 9, Font("verdana", 10.5, bold=True), front=fronts.roll,
               furniture=furniture_more.coded, item_head=letters_more.number_over_title, section=items.headed,
               ending=endings_more.electronic, sign="§{}", colon=True, clock="kl {}", contents=True,
               leading=1.34),
        minutes,
        silent=("posting",),
        world="heldout_alliance",
    ),
    Layout(
        design("heldout_parish", "palatino", 11.5, Font("palatino", 12, bold=True), front=fronts.parish,
               furniture=furniture_more.parish, item_head=heads.case_above, section=items.indented,
               ending=endings_more.one_below_another, sign="{} §", dates=long_date, clock="kl. {}",
               left=96, right=84),
        minutes,
        silent=("posting",),
        world="heldout_parish",
    ),
    Layout(
        design("heldout_typed", "typewriter", 11, Font("typewriter", 11), heading=Font("typewriter", 11),
               small=Font("typewriter", 9.5), front=fronts.council, furniture=furniture_more.typed,
               item_head=items.centred, section=items.headed, ending=endings_more.one_below_another,
               left=88, right=54, leading=1.1, dates=long_date, dash="-", clock="kl {}"),
        minutes,
        silent=("posting", "adjusted_on"),
        world="heldout_county",
    ),
    Layout(
        design("heldout_excerpt", "verdana", 9.5, Font("verdana", 11.5, bold=True),
               front=letters_more.excerpt, furniture=furniture_more.coded, item_head=heads.by_whom,
               section=heads.ruled_off, ending=endings.certified, sign="§{}", leading=1.35),
        letter,
        ("protokollsutdrag",),
        world="heldout_coast",
    ),
    Layout(
        design("heldout_summons", "century", 11, Font("century", 13, bold=True),
               front=letters_more.listed_summons, furniture=furniture_more.parish,
               item_head=letters_more.point, dates=long_date, clock="kl {}"),
        letter,
        ("kallelse",),
        world="heldout_alliance",
    ),
    Layout(
        design("heldout_emblem", "palatino", 10.5, _HEAVY, front=letters_more.two_columns,
               furniture=furniture_more.coded, section=heads.run_in, ending=endings.signatures,
               dates=long_date),
        letter,
        ("tjansteskrivelse", "foredragnings_pm"),
        world="heldout_coast",
    ),
    Layout(
        design("heldout_delegation", "helvetica", 10.5, _HEAVY, front=letters_more.delegation,
               furniture=furniture_more.emblem, section=items.headed, ending=endings.signatures),
        letter,
        ("delegationsbeslut",),
        world="heldout_coast",
    ),
    Layout(
        design("heldout_agency", "arial", 11, Font("arial", 12, bold=True), front=letters_more.agency,
               furniture=furniture_more.emblem, ending=endings.signatures, left=96, right=80, leading=1.3),
        letter,
        ("ovrigt",),
        world="heldout_agency",
    ),
    Layout(
        design("heldout_notice", "times", 12, Font("times", 14, bold=True), front=letters_more.two_columns,
               furniture=furniture.bare, dates=long_date),
        letters_more.plain_notice,
        ("anslag",),
        world="heldout_parish",
    ),
)  # fmt: skip
"""Used for testing only."""
