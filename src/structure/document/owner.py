"""Whose document it is: the municipality, region, association, agency or company.

A name counts where the document presents itself: in its letterhead and running heads, or alone in a row. What
a sentence, a title or a list of members names is spoken of.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from ..names import authority, bodies, people
from ..names.authority import Naming
from ..text.draft import Draft, Found
from ..text.passage import Passage, of_cells, of_row
from ..text.phrases import cell_below, rejoined
from ..text.rows import Row
from . import addressee, head

TOP_ROWS = 12
"""Rows of the first page that count as its head at least, where no section begins among them."""

ADDRESSED = 0.1
"""Weight of a name in the address that a letter is sent to."""


def find(rows: Sequence[Row]) -> Draft | None:
    """The authority that the document belongs to; None where nothing presents one."""
    scores: dict[str, float] = defaultdict(float)
    best: dict[str, tuple[float, Naming]] = {}
    for weight, naming in _presented(rows):
        scores[naming.key] += weight
        if naming.key not in best or weight > best[naming.key][0]:
            best[naming.key] = (weight, naming)
    for key in sorted(scores, key=len):
        longer = [other for other in scores if other.startswith(f"{key} ")]
        if longer:  # "Länsstyrelsen" is short for "Länsstyrelsen Fjärdslands län"
            scores[max(longer, key=lambda other: scores[other])] += scores.pop(key)
    if scores:
        return _draft(best[max(scores, key=lambda key: scores[key])][1])
    board = _posting(rows)
    return _draft(board) if board else None


def _draft(naming: Naming) -> Draft:
    return {
        "name": Found(naming.name, naming.passage),
        "kind": Found(naming.kind.value, naming.passage),
        "code": Found(naming.code, naming.passage) if naming.code else None,
    }


def _posting(rows: Sequence[Row]) -> Naming | None:
    """The one authority whose notice board the document names."""
    told = [found for row in rows if (found := authority.posting(of_row(row)))]
    return told[0] if len({naming.key for naming in told}) == 1 else None


def _presented(rows: Sequence[Row]) -> Iterator[tuple[float, Naming]]:
    """The authorities that the document may be of, each with how much that place says."""
    addressed = addressee.rows_of(rows)
    end = head.end(rows)
    begun = 0  # the last page of which a row that is no furniture was seen
    for index, row in enumerate(rows):
        first = row.page == 1 and index < min(end, TOP_ROWS)
        top = 3.0 if first else 1.0 if row.page != begun and not row.furniture else 0.5
        begun = begun if row.furniture else row.page
        if first and (holds := _held(head.wrapped(rows, index))):
            yield 1.0, holds
        for naming in (*_names(row), *_wrapped(row, rows[index + 1 : index + 3])):
            weight = ADDRESSED if index in addressed else _weight(row, naming.passage, alone=top)
            if weight and (naming.code or weight >= 1):
                yield weight, naming


_HELD = re.compile(
    r"(?:stämma|möte|sammanträde|[Ss]tyrelse|[Rr]åd|[Nn]ämnd|fullmäktige)\w* (?:med|i|för|hos) "
    r"(?P<name>[A-ZÅÄÖ].{2,60}?)"
    r"(?=,| (?:den|på|i|å|vid|kl|\w+dagen)\b| \d|$)"
)
""" "Protokoll fört vid föreningsstämma med Hede vägsamfällighet lördagen den 20 april"."""


def _held(title: Passage) -> Naming | None:
    """Whose meeting a title names."""
    match = _HELD.search(title.text)
    name = title.group(match, "name") if match else None
    return (authority.private(name) or next(authority.public(name), None)) if name else None


def _weight(row: Row, passage: Passage, *, alone: float) -> float:
    """How much the place of a name says, `alone` where nothing else stands there; 0 where it is spoken of."""
    name = passage.text
    cells = [cell.text for cell in row.cells if name in cell.text] or [name]
    is_alone = any(
        name.startswith(text) or (text.startswith(name) and len(name) >= 0.6 * len(text)) for text in cells
    )
    if people.with_party(of_cells((cell, row.page) for cell in row.cells)):
        return 0.0
    if row.furniture:
        return 3.0 if is_alone else 2.0
    if people.is_name(row.cells[0].text) and name not in row.cells[0].text:
        return 0.0  # "Monica Holt | Slättby kommun | Ordförande": whom a member speaks for
    if not all(_presents(*text.split(name, 1)) for text in cells if name in text):
        return 0.0
    return alone if is_alone else alone / 3 if alone > 1 else 0.0


_HOME = re.compile(r"\([A-ZÅÄÖa-zåäö]{1,5}\),? $|[a-zåäö], $")
"""Before the name of where a member comes from: "Lotta Sjö (S), Hede kommun"."""

_KIND = re.compile(
    r"protokoll|kallelse|skrivelse|utlåtande|föredragningslista|utdrag|sammanträde|möte|handling|beslut",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\s*(?:[^\sa-zåäö]|(?:sammanträder|kallas|inbjuds|håller|den|i|uti|å|på|vid|kl|måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag)\w*\b|$)"
)
"""What may stand behind the name: no verb, and no other name behind "och"."""


def _presents(before: str, behind: str) -> bool:
    """Whether words around a name present it: "Sammanträde med styrelsen i | Hede kommun | den 3 maj"."""
    if _HOME.search(before) or not _GOES_ON.match(behind):
        return False
    words = before.split()
    return (
        not words
        or _KIND.search(before) is not None
        or any(bodies.is_body(word.strip(",:")) for word in words)
    )


_SEPARATOR = re.compile(r"\s[|•·–—]\s")
_IN_ADDRESS = re.compile(
    rf"{_SEPARATOR.pattern}|,\s|\s(?=(?:(?:Post)?[Bb]ox|(?:Post|Besöks)adress|Tel(?:efon)?)\b)"
)
""" "Hede Bostäder AB Box 12, 123 45 Hede": the name stands before the address, without a sign between."""


def _names(row: Row) -> Iterator[Naming]:
    """The authorities that a row's cells name, also between separators: "Hede kommun | Socialnämnden"."""
    presents = bool(row.furniture) or row.page == 1
    for cell in rejoined(row).cells:
        pieces = (_IN_ADDRESS if row.furniture == "address" else _SEPARATOR).split(cell.text)
        if not any(authority.may_be_in(text, private=presents) for text in pieces):
            continue
        whole = of_cells([(cell, row.page)])
        at = 0
        for text in pieces:
            at = whole.text.index(text, at)
            piece = whole.part(at, at + len(text))
            found = list(authority.public(piece))
            own = authority.private(piece) if presents and not found else None
            yield from [own] if own else found


def _wrapped(row: Row, below: Sequence[Row]) -> Iterator[Naming]:
    """An authority whose name goes on in a row below: "Räddningstjänstförbundet / Södra Dalbygden".

    In emblems ("Göteborgs / Stad", "HEDE / KOMMUN") only municipalities and regions count.
    """
    for cell in row.cells if row.furniture or row.page == 1 else ():
        under = cell_below(cell, row, below)
        if under is None:
            continue
        opens = authority.opens_name(cell.text)
        emblem = f"{cell.text} {under[0].text}"
        if not opens and not authority.is_listed(emblem) and not authority.is_emblem(emblem):
            continue
        whole = of_cells([(cell, row.page), under])
        if own := authority.private(whole) if opens else next(authority.public(whole), None):
            yield own
