"""Stamps of published documents behind a URL, by one listing of many in place of one question for each."""

from __future__ import annotations

from .ledger import Ledger
from .store import Store

MOST_LISTED = 20_000
"""Documents in one listing: five files each, a kilobyte of memory for every one of them."""


class Listed:
    """For names in the order of their folders: holds one listing at a time."""

    def __init__(self, ledger: Ledger, store: Store) -> None:
        self._ledger = ledger
        self._store = store
        self._below: str | None = None
        """With a slash at its end, or empty for the whole store."""
        self._stamps: dict[str, str] | None = None
        """Of all documents below; None where these are too many and are asked for one by one."""

    def stamp(self, name: str) -> str:
        """As `Store.stamp`."""
        folder = name[: name.rfind("/") + 1]
        if not self._covers(folder):
            self._list(folder)
        return self._store.stamp(name) if self._stamps is None else self._stamps.get(name, "")

    def _covers(self, folder: str) -> bool:
        if self._below is None or self._stamps is None:
            return folder == self._below
        return folder.startswith(self._below)

    def _list(self, folder: str) -> None:
        """The largest part of the store around a folder that is not too much."""
        *parts, _ = folder.split("/")
        around = ["".join(f"{part}/" for part in parts[:depth]) for depth in range(len(parts) + 1)]
        small = next(
            (one for one in around if self._ledger.count_below(one, MOST_LISTED + 1) <= MOST_LISTED), None
        )
        self._below = folder if small is None else small
        self._stamps = None if small is None else self._store.stamps(small)
