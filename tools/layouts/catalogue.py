"""The layouts by name. Those that begin with heldout_ are for testing only: nothing is tuned on them."""

from __future__ import annotations

from ..content.model import Script
from ..paper.sheet import Paper
from .layout import Layout
from .layouts_bodies import BODIES
from .layouts_held_out import HELD_OUT
from .layouts_towns import TOWNS

LAYOUTS: dict[str, Layout] = {layout.design.name: layout for layout in (*TOWNS, *BODIES, *HELD_OUT)}
"""All layouts by name."""


def set_script(script: Script, layout: str) -> Paper:
    """Lay the document out in the named layout."""
    chosen = LAYOUTS[layout]
    return chosen.set(script, chosen.design)
