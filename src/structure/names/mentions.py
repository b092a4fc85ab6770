"""A person, or a party as a whole, where a passage names them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..text.draft import Draft, Found
from ..text.passage import Passage


@dataclass(frozen=True, slots=True)
class Mention:
    """A person, or (name None) a party as a whole, in a passage."""

    name: Passage | None
    party: Passage | None
    code: str | None
    """The party's code; where the party is written out, its usual code."""
    start: int
    end: int

    @property
    def draft(self) -> Draft:
        """As the record has it."""
        return {
            "name": Found(self.name.text, self.name) if self.name else None,
            "party": Found(self.code, self.party) if self.code and self.party else None,
        }


def drafts(mentions: Sequence[Mention]) -> list[Draft]:
    """The people as the record has them, each once."""
    seen: dict[tuple[str | None, str | None], Mention] = {}
    for mention in mentions:
        seen.setdefault((mention.name.text if mention.name else None, mention.code), mention)
    return [mention.draft for mention in seen.values()]
