"""Which name a document gets: its own path where that is free, and never another document's.

A name is taken by another input, by one that differs only in case or in the form of letters, and by one
whose folder would lie within this one's or the other way round.
"""

from __future__ import annotations

import itertools
import os

from . import names, source
from .ledger import Ledger
from .tables import Row

MOST_FOLDERS = 100_000
"""Folders remembered as holding no document of their own name."""


class Claims:
    """Gives out names for one run."""

    def __init__(self, ledger: Ledger, run: int) -> None:
        self._ledger = ledger
        self._run = run
        self._folders: set[str] = set()

    def claim(self, relative: str) -> tuple[str, Row | None]:
        """The first free name for the document at this path.

        Returns:
            The name, and the line that held it before: that of the same document at another place.
        """
        wanted = self._outside_documents(names.safe(relative))
        for name in _alternatives(wanted):
            holder = self._ledger.by_folded(names.folded(name))
            if holder is not None and self._is_gone(holder):
                return holder.name, holder
            if holder is None and not self._ledger.has_below(names.folded(name)):
                return name, None
        raise AssertionError("an endless count has ended")

    def _is_gone(self, holder: Row) -> bool:
        """Whether the holder's file is no more, or nobody knows where it was: then this is it, moved."""
        if holder.run == self._run:
            return False
        return holder.path is None or not source.is_there(os.fsdecode(holder.path))

    def _outside_documents(self, name: str) -> str:
        """The name with other folders wherever a folder's name is already a document's."""
        above = ""
        *folders, last = name.split("/")
        for folder in folders:
            above = next(free for free in _alternatives(f"{above}{folder}") if self._is_folder(free)) + "/"
        return above + last

    def _is_folder(self, name: str) -> bool:
        """Whether no document has that name; then none will, as soon as something lies below it."""
        folded = names.folded(name)
        if folded in self._folders:
            return True
        if self._ledger.by_folded(folded) is not None:
            return False
        if len(self._folders) >= MOST_FOLDERS:
            self._folders.clear()
        self._folders.add(folded)
        return True


def _alternatives(name: str) -> itertools.chain[str]:
    return itertools.chain([name], (names.numbered(name, number) for number in itertools.count(2)))
