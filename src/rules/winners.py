"""Who won a vote, by its counts."""

from __future__ import annotations

from ..schema.record import Vote


def yes_won(vote: Vote) -> bool | None:
    """True where yes won, False where no did; None without counts, or at a tie that nothing resolves."""
    if vote.yes is None or vote.no is None or vote.yes == vote.no:
        return None
    return vote.yes > vote.no


def winner(vote: Vote) -> tuple[str | None, str | None]:
    """What the winning and the losing side meant; (None, None) where the counts do not tell."""
    outcome = yes_won(vote)
    if outcome is None:
        return None, None
    return (vote.yes_means, vote.no_means) if outcome else (vote.no_means, vote.yes_means)
