"""Rows that stand as headings of sections: alone, with their text behind a colon, or beside it."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile

from ...schema.record import SectionKind
from ..swedish import patterns
from ..text.fold import fold
from ..text.lines import LIST_MARK
from ..text.passage import Passage, of_row
from ..text.rows import Row, tail
from . import headings
from .carriers import carries

_RUN_IN = re.compile(r"^([^:]{3,50}):\s+(?=\S)|^((?i:exp|utdr))\.\s+(?=[A-ZÅÄÖ])")
SIGNATURES = re.compile(
    r"(?:underskrift(?:er)?|vid protokollet|in fidem|justeras|justerat|vid protokollets sammanställning|"
    r"protokollet justeras|utdragsbestyrkande|rätt utdraget(?:,? (?:intygar|betygar))?|utdraget bestyrks|"
    r"bestyrks|anslag\s?/\s?bevis|bevis om (?:anslag|tillkännagivande).*|justerare|i tjänsten|enligt uppdrag)"
)
"""Words that open the signatures."""

MOST_HEADING_WORDS = 9
_ABBREVIATED = frozenset({"exp", "prot.utdr", "protokollsutdr", "utdr"})
"""Headings that end in a full stop."""


_PRESENTED = re.compile(r"Föredra(?:gande:?|gning:|s av:?) .*[^.]")


def presents(row: Row) -> bool:
    """Whether a row says who presents the matter, and heads nothing: "Föredragande: Lena Gren"."""
    return not row.bold and _PRESENTED.fullmatch(row.text) is not None


def heading(
    row: Row, above: Row | None, outline: frozenset[str], usual: float | None
) -> tuple[SectionKind, Passage, Row | None] | None:
    """What a row heads: the kind, the heading, and the row of the text that stands beside it.

    Args:
        row: which may be a heading.
        above: the row above it.
        outline: titles of the PDF's outline, folded.
        usual: the usual size of the letters, in points.
    """
    whole = of_row(row)
    if presents(row):
        return None
    if not (row.text[0].isupper() or row.text[0].isdigit()) or (
        row.text.endswith(".") and fold(row.text) not in _ABBREVIATED
    ):
        return _beside(row) or run_in(row, whole, outline)
    if SIGNATURES.fullmatch(fold(row.text)):
        return SectionKind.UNDERSKRIFT, whole, None
    found = headings.match(row.text)
    if found and (found.exact or row.gap or row.bold or row.text.endswith(":")):
        return found.kind, bare(whole), None
    return run_in(row, whole, outline) or _beside(row) or _unknown(row, above, outline, usual)


def run_in(
    row: Row, whole: Passage, own: frozenset[str] = frozenset()
) -> tuple[SectionKind, Passage, Row | None] | None:
    """A heading with its text behind a colon: "Förslag till beslut: Informationen noteras."."""
    bold = sum(1 for _ in takewhile(lambda word: word.bold, row.words))
    if 0 < bold < len(row.words):
        said = " ".join(word.text for word in row.words[:bold])
        found = headings.match(said)
        kind = found.kind if found and found.exact else None
        if kind is None and said.endswith(":") and bold <= MOST_PLAIN_WORDS:
            kind = headings.told_by_words(said)
        if kind not in (None, SectionKind.ANNAT):
            return kind, bare(whole.part(0, whole.spans[bold - 1].end)), tail(row, bold)
    match = _RUN_IN.match(row.text)
    group = 1 if match and match[1] else 2
    if match and fold(match[group]) in own:
        return (
            headings.told_by_words(match[group]),
            whole.group(match, group),
            tail(row, len(match[group].split())),
        )
    found = headings.match(match[group]) if match and row.text[0].isupper() else None
    if match is None or found is None or not found.exact:
        return None
    return found.kind, whole.group(match, group), tail(row, len(match[group].split()))


def _beside(row: Row) -> tuple[SectionKind, Passage, Row | None] | None:
    """A heading in a column of its own, its text beside it."""
    if len(row.cells) < 2 or not row.text[0].isupper():
        return None
    found = headings.match(row.cells[0].text)
    if not found or not found.exact or headings.goes_on(row.cells[1].words[0].text):
        return None
    first = of_row(replace(row, cells=row.cells[:1]))
    return found.kind, bare(first), replace(row, cells=row.cells[1:])


def _unknown(
    row: Row, above: Row | None, outline: frozenset[str], usual: float | None
) -> tuple[SectionKind, Passage, Row | None] | None:
    if len(row.cells) > 1 or len(row.words) > MOST_HEADING_WORDS or LIST_MARK.match(row.text):
        return None
    if not row.text[0].isupper() or row.text[-1] in ".,;" or not (row.gap or above is None):
        return None
    if _CHOICE.match(row.text):
        return None
    larger = usual is not None and row.size is not None and row.size > 1.08 * usual
    kind = headings.told_by_words(row.text)
    if _OFFICE.fullmatch(row.text) and not row.bold:
        return None
    if fold(row.text) in outline or row.bold or larger or (kind is not SectionKind.ANNAT and _is_short(row)):
        return kind, bare(of_row(row)), None
    return None


_OFFICE = re.compile(
    rf"(?:\S+ (?:och \S+)?)?\S*(?:{'|'.join(patterns.table('lists')['recipients']['endings'])})"
)
"""Who a decision is sent to heads nothing, though it names what sections treat: "Ekonomiavdelningen"."""

_CHOICE = re.compile(r"(?:ja|nej|avstår|avstod|frånvarande)\b|följande .*:$", re.IGNORECASE)
"""What leads to a list within a section: "Ja-röster (7)", "Följande röster avges:"."""


def _is_short(row: Row) -> bool:
    """Whether a row may be a heading that nothing but its words and the space above it tells."""
    return len(row.words) <= MOST_PLAIN_WORDS and not any(map(str.isdigit, row.text))


MOST_PLAIN_WORDS = 4
"""Words of a heading that is not set apart: "Barn- och genusperspektiv", "Ekonomisk konsekvensanalys"."""


def bare(heading: Passage) -> Passage:
    """The heading without the colon behind it."""
    return heading.part(0, len(heading.text.rstrip(": ")))


def opens(row: Row) -> bool:
    """Whether a row says that a section begins, whatever stands around it."""
    may_run_in = ":" in row.text or row.words[0].bold
    return row.heading is not None or carries(row) or (may_run_in and run_in(row, of_row(row)) is not None)
