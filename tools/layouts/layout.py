"""A layout: a design, what is set in it, and the world whose documents it sets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..content.model import Script
from ..paper.fonts import Font
from ..paper.sheet import Paper
from . import endings, items
from .design import Design

Setter = Callable[[Script, Design], Paper]

LETTERS = ("tjansteskrivelse", "foredragnings_pm", "delegationsbeslut")
"""Kinds that are set as letters."""


@dataclass(frozen=True)
class Layout:
    """A design and what is set in it."""

    design: Design
    set: Setter
    kinds: tuple[str, ...] = ("protokoll",)
    silent: tuple[str, ...] = ()
    """What the layout does not print: names of the record's and the meeting's fields."""
    world: str = "towns"
    """Whose documents are set in it where nobody asks for others."""

    @property
    def held_out(self) -> bool:
        """For testing only."""
        return self.design.name.startswith("heldout_")


def design(name: str, family: str, size: float, title: Font, **rest: object) -> Design:
    """A design with the usual blocks where no others are named."""
    text = Font(family, size)
    given: dict[str, object] = {
        "small": text.but(size=size - 1.5),
        "heading": title.but(size=size + 0.5),
        "ending": endings.nothing,
        "item_head": items.number_then_case,
        "section": items.headed,
    }
    return Design(name=name, text=text, title=title, **{**given, **rest})  # type: ignore[arg-type]
