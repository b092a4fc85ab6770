"""Which way a page's text came to be, decided from the page itself before anything is repaired."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ..schema import Reason
from . import symptoms
from .slots import Lines
from .symptoms import Symptoms


class Channel(StrEnum):
    """Ways in which text is damaged."""

    CLEAN = "clean"
    """Not damaged: nothing is touched."""
    NO_DIACRITICS = "no_diacritics"
    """Read by an OCR that does not know å ä ö."""
    SWEDISH_READER = "swedish_reader"
    """Read by an OCR that knows Swedish, with sparse errors."""
    MAPPED = "mapped"
    """A broken font encoding: one sign for one letter throughout, the rest is sound."""
    LOST_LETTERS = "lost_letters"
    """A broken font table: ligatures or letters that left nothing, or became another letter."""


@dataclass(frozen=True, slots=True)
class Decision:
    """The channel of a page."""

    channel: Channel
    reason: Reason
    """With the counts that decided."""


LEAST_LOST = 3
"""Fewer lost words are misprints or foreign words."""

LOST_SHARE = 0.5
"""Of the words that have or should have å ä ö; real pages show less than 0.02 or more than 0.9."""

LEAST_MARRED = 2

MARRED_SHARE = 0.001
"""Of all words; a born-digital page has none, but for a foreign name."""


def decide(
    lines: Lines, page: Symptoms, document: Symptoms, *, is_ocr: bool = False, is_scan: bool = False
) -> Decision:
    """The channel of a page, with the whole document's symptoms where the page says little.

    Args:
        lines: the page's tokens.
        page: what they show.
        document: what the whole document shows.
        is_ocr: the words come from justera's own reading of the image, by models that know Swedish.
        is_scan: the words are another reader's of an image that covers the page.
    """
    if is_ocr:
        return Decision(Channel.SWEDISH_READER, Reason("own_reading"))
    seen = page if page.lost + page.intact >= 2 * LEAST_LOST else page + document
    if _has_lost(seen) and (page.lost or not page.intact):
        return Decision(Channel.NO_DIACRITICS, Reason.of("dots_lost", lost=seen.lost, intact=seen.intact))
    marred = symptoms.marred(lines)
    if marred >= max(LEAST_MARRED, MARRED_SHARE * page.words):
        return Decision(Channel.SWEDISH_READER, Reason.of("words_marred", count=marred))
    if is_scan:
        return Decision(Channel.SWEDISH_READER, Reason("others_reading"))
    return Decision(Channel.CLEAN, Reason.of("dots_whole", intact=page.intact, lost=page.lost))


def _has_lost(seen: Symptoms) -> bool:
    return seen.lost >= LEAST_LOST and seen.lost >= LOST_SHARE * (seen.lost + seen.intact)
