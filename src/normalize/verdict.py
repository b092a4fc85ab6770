"""What was decided about one token."""

from __future__ import annotations

from dataclasses import dataclass

from ..schema import Reason

AS_LIKELY = Reason("as_likely")
UNLISTED = Reason("unlisted")
ODD_SPELLING = Reason("odd_spelling")
SECOND_SPELLING = Reason("second_spelling")
SELDOM_WORD = Reason("seldom")
SMALL_ELSEWHERE = Reason("small_elsewhere")
LOST_LETTERS = Reason("no_word_of_lost_letters")

TEXTUAL = frozenset({AS_LIKELY, UNLISTED, ODD_SPELLING, SELDOM_WORD, LOST_LETTERS})
"""Doubts that the text alone raises, and that the image may settle. Two spellings of one name are not among
them: each may be read alike twice, and a person sees best which was printed."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One token of a page after repair."""

    before: str
    after: str
    """Equal to `before` where nothing was changed."""
    confidence: float
    """Calibrated probability that `after` is what was printed, 0 to 1."""
    rule: str = "read"
    """Code of the rule that chose."""
    evidence: str = ""
    """What spoke for the choice, in plain words."""
    alternatives: tuple[str, ...] = ()
    """Other candidates for the whole token, likeliest first."""
    doubt: Reason | None = None
    """Why a person should look at it; None where nobody needs to."""

    width: int = 1
    """How many tokens as read it covers: two and more where a word had fallen apart."""

    @property
    def changed(self) -> bool:
        """True where the text differs from the reading."""
        return self.after != self.before
