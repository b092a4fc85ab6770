"""`search.sqlite`: full-text search made for Swedish; see `tables` for what it holds."""

from __future__ import annotations

from pathlib import Path

from ..formats import Complain
from .index import update
from .query import MARKS, Filters, Hit, search
from .tables import FILE, connect_reader

__all__ = ["FILE", "MARKS", "Filters", "Hit", "connect_reader", "search", "update", "write_run"]


def write_run(out: Path, complain: Complain) -> None:
    """Bring the database up to date with the records."""
    update(out, complain)
