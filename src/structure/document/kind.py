"""What kind of document it is, and the evidence that told it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from ...schema.record import Kind
from ..landmarks.openings import Candidate
from ..names.bodies import is_body
from ..swedish import patterns
from ..text.dates import MONTHS
from ..text.draft import Found
from ..text.fold import fold
from ..text.passage import Passage, of_cells
from ..text.rows import Row
from . import head

_TABLE = patterns.table("kind")
_NAMES = {
    Kind(kind): re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)
    for kind, patterns in _TABLE["names"].items()
}
_SIGNS = [
    (Kind(kind), re.compile(pattern, re.IGNORECASE), weight)
    for kind, signs in _TABLE["signs"].items()
    for pattern, weight in signs
]
_ANY_SIGN = re.compile("|".join(f"(?:{pattern.pattern})" for _, pattern, _ in _SIGNS), re.IGNORECASE)
NAMED = 6.0
"""Weight of the kind's name at the head of the first page."""

_SEPARATOR = re.compile(r"\s[|•·—]\s")
"""Parts a running head's words: "Bergs kommun | Kommunstyrelsen | Protokoll"."""

LEAST = 1.5
"""A kind with less evidence is not told."""


def find(rows: Sequence[Row], chain: Sequence[Candidate]) -> tuple[Kind, str | None, Found | None]:
    """The kind, the evidence in plain words, and the words that name it.

    Args:
        rows: all rows, furniture with them.
        chain: the items found.
    """
    scores: dict[Kind, float] = defaultdict(float)
    reasons: dict[Kind, list[str]] = defaultdict(list)
    named: dict[Kind, Passage] = {}
    for index, cell in _cells(rows):
        for piece in _SEPARATOR.split(cell.text):
            _name(piece, index, cell, scores, reasons, named)
    _signs(rows, scores, reasons)
    _shape(chain, scores, reasons)
    if Kind.PROTOKOLLSUTDRAG in named and len(chain) == 1:  # it names the minutes that it is of
        scores[Kind.PROTOKOLL] -= NAMED
    if Kind.KALLELSE in named:  # its agenda is a part of it
        scores[Kind.FOREDRAGNINGSLISTA] -= NAMED
    best = max(Kind, key=lambda kind: scores[kind])
    if scores[best] < LEAST:
        return Kind.OVRIGT, None, None
    words = named.get(best)
    return best, "; ".join(dict.fromkeys(reasons[best])), Found(best.value, words) if words else None


def names(text: str) -> Kind | None:
    """The kind that a row names, or None."""
    folded = fold(text)
    return next(
        (kind for kind, pattern in _NAMES.items() if len(folded) < 90 and pattern.fullmatch(folded)), None
    )


_TITLE = re.compile(
    r"(?:sammanträdes)?protokoll|protokollsutdrag|utdrag ur (?:sammanträdes)?protokoll|tjänsteskrivelse|"
    r"tjänsteutlåtande|föredragnings-?\s?pm|kallelse(?:/föredragningslista)?|delegationsbeslut|delegeringsbeslut|anslag/bevis"
)


def title_names(text: str) -> Kind | None:
    """The kind that a line names which says nothing else: "TJÄNSTESKRIVELSE"."""
    folded = fold(re.sub(r"\s*\d+\s?\(\d+\)$", "", text))
    return names(folded) if _TITLE.fullmatch(folded) and (text[0].isupper()) else None


def named(rows: Sequence[Row]) -> set[Kind]:
    """The kinds that a cell of the head names and says nothing else."""
    return {kind for _, cell in _cells(rows) if (kind := title_names(cell.text))}


_OPEN = re.compile(r"\b(?:ur|från|över|för|av|med)$", re.IGNORECASE)


def _cells(rows: Sequence[Row]) -> Iterator[tuple[int, Passage]]:
    """The cells of the head with their rows' places, each with what goes on with it below.

    "UTDRAG UR / SAMMANTRÄDESPROTOKOLL" is one name, and so is one that goes on with "maj 2023".
    """
    top = rows[: head.end(rows)]
    for index, row in enumerate(top):
        for cell in row.cells:
            below = [
                row
                for row in top[index + 1 : index + 2]
                if _OPEN.search(cell.text) or (row.text[0].islower() and not row.gap)
            ]
            more = [
                (one, low.page) for low in below for one in low.cells if abs(one.x0 - cell.x0) < row.height
            ]
            yield index, of_cells([(cell, row.page), *more])


_KIND_WORDS = re.compile(
    r"(?:sammanträdes|styrelse)?protokoll|(?:styrelse|nämnd|direktions|års)(?:möte|mötet|sammanträde|sammanträdet)|kallelse|föredragningslista|sammanträde|sammanträdet|möte|från|fört|vid|till|med|för|nr|"
    r"(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?|den|och|sida|sid|av|i|om|sammanträdesdatum|sammanträdesdag|datum|dag|tid|plats|dnr|diarienummer|blad|nr|protokollnr|ärende|ärenden|ärendelista|dagordning|paragraf|paragrafer"
)


FORMAL = re.compile(r"(?:P|[A-ZÅÄÖ]\S+p)rotokoll,? (?:fört|hållet)\b", re.IGNORECASE)
""" "Protokoll, hållet vid kommunalstämma ...": the sentence that minutes begin with is no title."""


def says_more(text: str) -> bool:
    """Whether a title says more than kind, body, number and date: "Protokoll från årsstämma 2022"."""
    if FORMAL.match(text):
        return False
    words = [word.strip(".,:()") for word in re.split(r"[\s/]+", fold(text))]
    rest = [
        word
        for word in words
        if word and not (_KIND_WORDS.fullmatch(word) or word in MONTHS or any(map(str.isdigit, word)))
    ]
    named = " ".join(word for word in words if word in rest or word == "och").removesuffix("s")
    return bool(rest) and not is_body(named)


def _name(
    text: str,
    index: int,
    cell: Passage,
    scores: dict[Kind, float],
    reasons: dict[Kind, list[str]],
    named: dict[Kind, Passage],
) -> None:
    folded = fold(text)
    for kind, pattern in _NAMES.items():
        if len(folded) < 90 and pattern.fullmatch(folded) and kind not in named:
            start = cell.text.find(text)
            named[kind] = cell.part(start, start + len(text))
            scores[kind] += NAMED - 0.08 * index + (1.0 if text.isupper() else 0.0)
            reasons[kind].append(f'the head says "{text}"')
            return


def _signs(rows: Sequence[Row], scores: dict[Kind, float], reasons: dict[Kind, list[str]]) -> None:
    seen: set[str] = set()
    texts = [fold(row.text) for row in rows]
    for row, below, folded, following in zip_longest(rows, rows[1:], texts, texts[1:]):
        if len(folded) > 120:
            continue
        whole = folded
        if below and not (below.gap or below.first) and ("delegation" in folded or "delegation" in following):
            whole = f"{folded} {following}"  # what gives the power to decide is told by sentences, which wrap
        if not _ANY_SIGN.fullmatch(whole):
            continue
        for kind, pattern, weight in _SIGNS:
            if pattern.pattern not in seen and pattern.fullmatch(whole):
                seen.add(pattern.pattern)
                scores[kind] += weight
                reasons[kind].append(f'"{row.text[:60]}"')


def _shape(chain: Sequence[Candidate], scores: dict[Kind, float], reasons: dict[Kind, list[str]]) -> None:
    signed = [one for one in chain if one.series in ("§", "turned")]
    if len(signed) > 1:
        scores[Kind.PROTOKOLL] += 3.0
        scores[Kind.ANSLAG] -= NAMED  # the proof of posting stands on the minutes' first page
        reasons[Kind.PROTOKOLL].append(f"{len(signed)} numbered paragraphs")
    elif len(signed) == 1:
        scores[Kind.PROTOKOLLSUTDRAG] += 1.5
        reasons[Kind.PROTOKOLLSUTDRAG].append("one numbered paragraph")
    elif len(chain) > 2:
        scores[Kind.PROTOKOLL] += 0.8
        scores[Kind.FOREDRAGNINGSLISTA] += 0.8
