"""How long a document has been read."""

from __future__ import annotations

from time import monotonic

from ..settings import LimitSettings


class Clock:
    """Runs from its making; the limit grows with the pages."""

    def __init__(self, limits: LimitSettings, pages: int) -> None:
        self._end = monotonic() + limits.document_seconds + limits.document_seconds_per_page * pages

    @property
    def is_over(self) -> bool:
        """True when the document's time has run out."""
        return monotonic() > self._end
