"""What is the same for all documents of a run: the reader, the place of the results, what they depend on."""

from __future__ import annotations

from dataclasses import dataclass

from .fingerprint import Fingerprint
from .job import Work
from .store import Store


@dataclass(frozen=True, slots=True)
class Assignment:
    """Sent to every worker."""

    work: Work
    store: Store
    fingerprint: Fingerprint

    @property
    def key(self) -> tuple[object, ...]:
        """What two equal assignments share, hashable."""
        return (self.store, self.fingerprint.base, self.work)
