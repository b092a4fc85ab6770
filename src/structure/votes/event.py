"""One vote as sentences and lists tell it, piece by piece, and the draft that these pieces make."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ...schema.record import VoteChoice
from ..landmarks.choices import COUNTS
from ..text.draft import Draft, Found
from ..text.passage import Passage
from . import sides


@dataclass
class Event:
    """What the sentences and lists of a vote have told so far."""

    tally: dict[str, Found] = field(default_factory=dict)
    meanings: dict[str, Passage] = field(default_factory=dict)
    alone: dict[str, Passage] = field(default_factory=dict)
    """What yes or no stands for by a sentence that tells of that one only."""
    roll: list[Draft] = field(default_factory=list)
    sides: list[sides.Side] = field(default_factory=list)
    """Who voted for what, where that is told instead of yes and no."""
    sided: Passage | None = None
    """The first sentence that tells of sides."""
    inferred: bool = False
    """Whether the head of a column of the roll call was lost; the tally must then bear it out."""
    casting: Passage | None = None
    secret: bool = False
    """An election by ballot papers, or a vote between names: it has neither yes nor no."""
    result: Passage | None = None

    def __bool__(self) -> bool:
        counted = bool({"yes", "no"} & self.tally.keys() or len(self.roll) > 1 or len(self.sides) > 1)
        return counted or (self.secret and self.result is not None)

    def draft(self) -> Draft:
        """The vote as the record has it."""
        means = self.alone | self.meanings
        chosen = sides.choices(self.sides, self.tally, means)
        means = sides.meanings(chosen) | means
        tally = sides.counts(chosen, self.tally)
        roll = self.roll + sides.roll(chosen) if self._is_borne_out() else []
        return {
            **{name: tally.get(name) for name in ("yes", "no", "absent")},
            "abstain": tally.get("abstain") or _abstaining(roll, tally),
            "yes_means": _text(means.get("yes")),
            "no_means": _text(means.get("no")),
            "roll": roll,
            "casting_vote": Found(True, self.casting) if self.casting else None,
            "result": _text(self.result or (None if chosen else self.sided)),
        }

    def _is_borne_out(self) -> bool:
        """Whether no more votes stand in an inferred column than the tally gives."""
        if not self.inferred:
            return True
        counted = Counter(ballot["vote"] for ballot in self.roll)
        told = {choice: self.tally.get(COUNTS[choice]) for choice in (VoteChoice.JA, VoteChoice.NEJ)}
        return all(
            count is not None and counted[choice.value] <= int(count.value) for choice, count in told.items()
        )


def _abstaining(roll: Sequence[Draft], tally: Mapping[str, Found]) -> Found | None:
    """How many abstained, where they are named and not counted; of the others all must be named, or none."""
    counted = Counter(ballot["vote"] for ballot in roll)
    named = [ballot["name"] for ballot in roll if ballot["vote"] == VoteChoice.AVSTAR.value]
    others = {COUNTS[choice]: counted[choice.value] for choice in (VoteChoice.JA, VoteChoice.NEJ)}
    told = all((count := tally.get(name)) and others[name] in (0, count.value) for name in others)
    return Found(len(named), named[0].passage) if named and named[0] and told else None


def _text(passage: Passage | None) -> Found | None:
    return Found(passage.text, passage) if passage else None
