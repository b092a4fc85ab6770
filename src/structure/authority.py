"""Whose document it is: the municipality, region, association or company.

Known names come with SCB's code; an unknown "X kommun" is a municipality without one. A name counts more in
the letterhead and the running heads than in the text, where others are spoken of.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path

from ..schema.authorities import ListedAuthority, listed_authorities
from ..schema.record import AuthorityKind
from . import addressee, people
from .draft import Draft, Found
from .passage import Passage, of_cells
from .phrases import rejoined
from .rows import Row

_FOLDER = Path(__file__).parent
_TABLE = tomllib.loads((_FOLDER / "authorities.toml").read_text(encoding="utf-8"))
_KINDS = [
    (AuthorityKind(entry["kind"]), entry["endings"], frozenset(entry.get("openings", ())))
    for entry in _TABLE["kind"]
]

_WORD = r"[A-ZÅÄÖÉ][\wÅÄÖåäöéü-]*"
_PUBLIC = re.compile(
    rf"(?<!\w)(?:Region {_WORD}(?: [A-ZÅÄÖ][a-zåäö]{{3,}}(?! län)| län){{0,1}}"
    r"|(?i:västra götalandsregionen)|REGION [A-ZÅÄÖ ]+"
    rf"|{_WORD}(?: {_WORD})? (?i:läns) (?i:landsting)|(?i:landstinget) (?:[iI] )?{_WORD}(?: (?i:län))?"
    rf"|{_WORD}(?: {_WORD}){{0,2}} (?i:kommun|stad|köping|socken|landskommun))(?!\w)"
)
_PRIVATE = re.compile(r"^(?:[A-ZÅÄÖ][\wÅÄÖåäöéü&./-]*)(?: [\wÅÄÖåäöéü&./-]+){0,6}$")
TOP_ROWS = 12
"""Rows of the first page that count as its head."""


@cache
def _known() -> dict[str, tuple[str, AuthorityKind, str]]:
    """Folded name to name as it is spelt, kind and code."""
    found: dict[str, tuple[str, AuthorityKind, str]] = {}
    for authority in listed_authorities().values():
        for name in (*authority.names, *_short_forms(authority)):
            found[name.casefold()] = (name, authority.kind, authority.code)
    return found


def _short_forms(authority: ListedAuthority) -> tuple[str, ...]:
    """A municipality as it signs: "Örebros kommun", "Göteborgs Stad"."""
    if authority.kind is not AuthorityKind.KOMMUN:
        return ()
    short = authority.words[0]
    genitive = short if short[-1] in "sxz" else short + "s"
    return (f"{genitive} kommun", f"{short} kommun", f"{genitive} stad", f"{short} stad")


def find(rows: Sequence[Row]) -> Draft | None:
    """The authority that the document belongs to; None where nothing names one."""
    scores: dict[str, float] = defaultdict(float)
    best: dict[str, tuple[float, Passage, str, AuthorityKind, str | None]] = {}
    addressed = addressee.rows_of(rows)
    for index, row in enumerate(rows):
        for passage, name, kind, code in (*_names(row), *_wrapped(row, rows[index + 1 : index + 3])):
            weight = ADDRESSED if index in addressed else _weight(row, index, passage)
            if code is None and weight < 1:
                continue
            key = (code and kind.value + code) or name.casefold()
            scores[key] += weight
            if key not in best or weight > best[key][0]:
                best[key] = (weight, passage, name, kind, code)
    if not scores:
        return None
    _, passage, name, kind, code = best[max(scores, key=lambda key: scores[key])]
    return {
        "name": Found(name, passage),
        "kind": Found(kind.value, passage),
        "code": Found(code, passage) if code else None,
    }


ADDRESSED = 0.1
"""Weight of a name in the address that a letter is sent to."""


def is_name(text: str) -> bool:
    """Whether a row says nothing but the name of a public authority."""
    match = _PUBLIC.fullmatch(text.strip())
    return bool(match) and (text.strip().casefold() in _known() or _invented(text) is not None)


def leading(text: str) -> int:
    """Where the name of a public authority that a text begins with ends; 0 where it begins with none."""
    match = _PUBLIC.match(text)
    if match is None:
        return 0
    listed = _listed(text, 0, match.end())
    return listed[1] if listed else _own_end(match) if _invented(match.group()) else 0


def _own_end(match: re.Match[str]) -> int:
    """Where an unlisted name ends: a region's is two words, "län" behind them a third."""
    words = match.group().split()
    if words[0].casefold() != "region":
        return match.end()
    return match.start() + len(" ".join(words[: 3 if words[-1] == "län" else 2]))


def _weight(row: Row, index: int, passage: Passage) -> float:
    name = passage.text
    alone = any(
        name.startswith(cell.text) or (cell.text.startswith(name) and len(name) >= 0.6 * len(cell.text))
        for cell in row.cells
    )
    beside = people.with_party(of_cells((cell, row.page) for cell in row.cells))
    if beside or any(_HOME.search(cell.text.partition(name)[0]) for cell in row.cells if name in cell.text):
        return 0.1
    if row.furniture:
        return 3.0 if alone else 2.0
    if index < TOP_ROWS and row.page == 1:
        return 3.0 if alone else 1.0
    return 0.5 if alone else 0.1


_HOME = re.compile(r"\([A-ZÅÄÖa-zåäö]{1,5}\),? |[a-zåäö], $")
"""Before the name of where a member comes from: "Lotta Sjö (S), Hede kommun"."""


def _names(row: Row) -> Iterator[tuple[Passage, str, AuthorityKind, str | None]]:
    """The authorities that a row's cells name, each with its place, standard spelling, kind and code."""
    for cell in rejoined(row).cells:
        kind = _private(cell.text) if row.furniture or row.page == 1 else None
        if kind is None and not _PUBLIC.search(cell.text):
            continue
        whole = of_cells([(cell, row.page)])
        public = list(_public(whole))
        yield from public
        if kind and not public:
            yield whole, whole.text, kind, None


def _wrapped(row: Row, below: Sequence[Row]) -> Iterator[tuple[Passage, str, AuthorityKind, None]]:
    """An authority whose name goes on in the row below: "Räddningstjänstförbundet / Södra Dalbygden"."""
    for cell in row.cells:
        if not any(cell.text.casefold() in openings for _, _, openings in _KINDS):
            continue
        for other in below:
            for under in other.cells:
                if other.page == row.page and abs(under.x0 - cell.x0) <= 0.5 * row.height:
                    whole = of_cells([(cell, row.page), (under, row.page)])
                    kind = _private(whole.text)
                    if kind:
                        yield whole, whole.text, kind, None
                    return


def _public(whole: Passage) -> Iterator[tuple[Passage, str, AuthorityKind, str | None]]:
    for match in _PUBLIC.finditer(whole.text):
        listed = next(
            (found for start in _starts(match) if (found := _listed(whole.text, start, match.end()))), None
        )
        if listed:
            start, end, (name, kind, code) = listed
            passage = whole.part(start, end)
            yield passage, name if passage.text.isupper() else passage.text, kind, code
        elif invented := _invented(match.group()):
            passage = whole.part(match.start(), _own_end(match))
            yield passage, _lowered(passage.text), invented, None


def _listed(text: str, start: int, end: int) -> tuple[int, int, tuple[str, AuthorityKind, str]] | None:
    """A listed name at `start`: the longest one that ends at `end` or words before it."""
    while end > start:
        entry = _known().get(text[start:end].casefold())
        if entry:
            return start, end, entry
        end = text.rfind(" ", start, end)
    return None


def _lowered(name: str) -> str:
    """An invented name in capitals as it is written in text: "NORDMÅLA KOMMUN" is "Nordmåla kommun"."""
    if not name.isupper():
        return name
    words = [word.capitalize() for word in name.split()]
    return " ".join(word.lower() if word in _ORDINARY else word for word in words)


_ORDINARY = frozenset(("I", "Kommun", "Län", "Läns", "Stad", "Landsting", "Köping", "Socken", "Landskommun"))


def _starts(match: re.Match[str]) -> Iterator[int]:
    """The match's words one after another: "Yttrande Örebro kommun" holds "Örebro kommun"."""
    yield match.start()
    for space in re.finditer(" ", match.group()):
        yield match.start() + space.end()


def _invented(text: str) -> AuthorityKind | None:
    last = text.casefold().rsplit(" ", 1)[-1]
    if last in ("kommun", "stad", "köping", "socken", "landskommun"):
        return AuthorityKind.KOMMUN
    county = last == "landsting" or text.casefold().startswith(("region ", "landstinget "))
    return AuthorityKind.REGION if county else None


@lru_cache(maxsize=4096)
def _private(text: str) -> AuthorityKind | None:
    if len(text) > 70 or not _PRIVATE.match(text):
        return None
    words = text.casefold().split()
    for kind, endings, openings in _KINDS:
        whole = kind is not AuthorityKind.MYNDIGHET and text.casefold() in endings  # "FÖRSAMLING" alone
        if (not whole and any(_ends(text, ending) for ending in endings)) or (
            words[0] in openings and _is_named(text)
        ):
            return kind
    return None


_OF_KIND = re.compile(r"protokoll|kallelse|skrivelse|föredragningslista", re.IGNORECASE)


def _is_named(text: str) -> bool:
    """Whether words that begin like an authority's name go on as one, not as a sentence."""
    return (
        len(text.split()) > 1
        and not _OF_KIND.search(text)
        and all(word[0].isupper() or word in ("i", "län", "och", "för", "av") for word in text.split())
    )


def is_agency(text: str) -> bool:
    """Whether a text names a state agency: "Länsstyrelsen" decides, but is no body of another authority."""
    return _private(text) is AuthorityKind.MYNDIGHET


def _ends(name: str, ending: str) -> bool:
    if ending.isupper():  # "AB" is no word's end but a word
        return name.endswith(ending) and " " in name
    return name.casefold().endswith(ending.casefold())
