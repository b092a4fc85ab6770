"""Whole documents by dice: the same seed, kind and world give the same document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from justera.schema.record import Kind

from .letter_maker import agency, delegated, letter
from .minutes_maker import excerpt, minutes, notice
from .model import Script
from .summons_maker import summons

MAKERS: Mapping[str, Callable[..., Script]] = {
    "protokoll": minutes,
    "protokollsutdrag": excerpt,
    "tjansteskrivelse": letter,
    "foredragnings_pm": partial(letter, kind=Kind.FOREDRAGNINGS_PM),
    "kallelse": summons,
    "delegationsbeslut": delegated,
    "anslag": notice,
    "ovrigt": agency,
}
"""Makers of documents by kind; each takes a seed and a world."""
