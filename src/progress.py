"""How far the reading of a document has come: the stage that reads reports, whoever guards it listens.

It stands below all rooms, so that no stage needs to know of a run around it. Reports carry numbers only.
"""

from __future__ import annotations

from collections.abc import Callable

Listener = Callable[[str, int], None]
"""Takes "pages" with their count, or "page" with the number, from 1, of the page that is begun, 0 after the
last. It may refuse a page with a JusteraError: the reader then goes on with the next."""


def _nobody(event: str, number: int) -> None:
    pass


_listener: Listener = _nobody


def listen(listener: Listener | None) -> None:
    """Send the reports of this process there; None for nowhere."""
    global _listener
    _listener = listener or _nobody


def pages(count: int) -> None:
    """The document has this many pages to read."""
    _listener("pages", count)


def page(number: int) -> None:
    """This page is begun; an error that comes out of here is this page's, see `listen`."""
    _listener("page", number)


def done() -> None:
    """All pages are read; what follows is of the document as a whole."""
    _listener("page", 0)
