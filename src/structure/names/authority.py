"""Names of authorities: municipalities, regions, associations, state agencies and companies.

Known names come with SCB's code; an unknown "X kommun" is a municipality without one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from ...schema.authorities import ListedAuthority, listed_authorities
from ...schema.record import AuthorityKind
from ..swedish import patterns
from ..text.passage import Passage

_TABLE = patterns.table("authorities")
_KINDS = [
    (AuthorityKind(entry["kind"]), entry["endings"], frozenset(entry.get("openings", ())))
    for entry in _TABLE["kind"]
]
_OPENINGS = frozenset().union(*(openings for _, _, openings in _KINDS))

_WORD = r"[A-ZÅÄÖÉ][\wÅÄÖåäöéü-]*"
_PLACES = ("kommun", "stad", "köping", "socken", "landskommun", "municipalsamhälle")
"""What a municipality is, or was."""

_PUBLIC = re.compile(
    rf"(?<!\w)(?:Region {_WORD}(?: [A-ZÅÄÖ][a-zåäö]{{3,}}(?! län)| län){{0,1}}"
    r"|(?i:västra götalandsregionen)|REGION [A-ZÅÄÖ ]+"
    rf"|{_WORD}(?: {_WORD})? (?i:läns) (?i:landsting)|(?i:landstinget) (?:[iI] )?{_WORD}(?: (?i:län))?"
    rf"|{_WORD}(?: {_WORD}){{0,2}} (?i:{'|'.join(_PLACES)}))(?!\w)"
)
_PRIVATE = re.compile(r"^(?:[A-ZÅÄÖ][\wÅÄÖåäöéü&./-]*)(?: [\wÅÄÖåäöéü&./-]+){0,6}$")


@dataclass(frozen=True, slots=True)
class Naming:
    """An authority that a passage names."""

    passage: Passage
    name: str
    """As it is spelt outside capitals."""
    kind: AuthorityKind
    code: str | None = None
    """SCB's, of those that are listed."""

    @property
    def key(self) -> str:
        """The same for every spelling of a listed name."""
        return self.kind.value + self.code if self.code else self.name.casefold()


def public(whole: Passage) -> Iterator[Naming]:
    """The municipalities and regions that a passage names, listed or not."""
    for match in _PUBLIC.finditer(whole.text):
        listed = next(
            (found for start in _starts(match) if (found := _listed(whole.text, start, match.end()))), None
        )
        if listed:
            start, end, (name, kind, code) = listed
            passage = whole.part(start, end)
            yield Naming(passage, name if passage.text.isupper() else passage.text, kind, code)
        elif invented := _invented(match.group()):
            passage = whole.part(match.start(), _own_end(match))
            yield Naming(passage, _lowered(passage.text), invented)


def private(whole: Passage) -> Naming | None:
    """The association, agency or company whose name a passage is, and nothing else."""
    if number := _ORGANISATION.search(whole.text):
        whole = whole.part(0, number.start())
    kind = _private(whole.text)
    if kind is None:
        return None
    return Naming(whole, whole.text if kind is AuthorityKind.BOLAG else _lowered(whole.text), kind)


_ORGANISATION = re.compile(
    r",? (?:\(?org\.?(?:anisations)?[ -]?n(?:umme)?r\.?:? )?\d{6}-\d{4}\)?$", re.IGNORECASE
)
""" "Hede Hamn AB 556012-3456": the number of a company behind its name."""

_BOARD = re.compile(
    r"\b(?:på|å) (?P<name>[A-ZÅÄÖ][^.,:;()]{2,50}?)s? (?:(?:digitala|officiella|elektroniska|egen) )?"
    r"(?:anslagstavla|webbplats|hemsida)\b"
)


def posting(whole: Passage) -> Naming | None:
    """The authority on whose notice board a notice stands: "på Örebro kommuns digitala anslagstavla"."""
    match = _BOARD.search(whole.text)
    name = whole.group(match, "name") if match else None
    return (next(public(name), None) or private(name)) if name else None


def is_listed(text: str) -> bool:
    """Whether a text is the name of a municipality or region of SCB's list, and nothing else."""
    return text.casefold() in _known()


def is_emblem(text: str) -> bool:
    """Whether a text is one name with what it is the name of: "HEDE KOMMUN"."""
    return _EMBLEM.fullmatch(text) is not None


_EMBLEM = re.compile(rf"[A-ZÅÄÖ][\wåäöé-]{{2,}} (?i:{'|'.join(_PLACES)})")


def may_be_in(text: str, *, private: bool) -> bool:
    """Whether a text may name an authority; `private` where associations and companies count."""
    return _PUBLIC.search(text) is not None or (private and _private(text) is not None)


def opens_name(text: str) -> bool:
    """Whether a text begins names that may go on in the next row: "Räddningstjänstförbundet"."""
    return text.casefold() in _OPENINGS


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
    """Where an unlisted name ends: a region's is two words, or three."""
    words = match.group().split()
    if words[0].casefold() != "region":
        return match.end()
    long = any(word.casefold() in _PARTS_OF_NAMES for word in words[1:])
    return match.start() + len(" ".join(words[: 3 if long else 2]))


_PARTS_OF_NAMES = frozenset({"län", "norra", "södra", "östra", "västra", "mellersta"})
""" "Region Nordanmark Södra", "Region Västra Gränsland"; else a third word is of a body."""


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
    words = ["-".join(part.capitalize() for part in word.split("-")) for word in name.split()]
    return " ".join([words[0], *(word.lower() if word in _ORDINARY else word for word in words[1:])])


_ORDINARY = frozenset(
    ("I", "Och", "Län", "Läns", "Landsting", *(place.capitalize() for place in _PLACES))
).union(word.capitalize() for _, endings, _ in _KINDS for ending in endings for word in ending.split())


def _starts(match: re.Match[str]) -> Iterator[int]:
    """The match's words one after another: "Yttrande Örebro kommun" holds "Örebro kommun"."""
    yield match.start()
    for space in re.finditer(" ", match.group()):
        yield match.start() + space.end()


def _invented(text: str) -> AuthorityKind | None:
    last = text.casefold().rsplit(" ", 1)[-1]
    if last in _PLACES:
        return AuthorityKind.KOMMUN
    county = last == "landsting" or text.casefold().startswith(("region ", "landstinget "))
    return AuthorityKind.REGION if county else None


_PLACED = re.compile(r"(?P<name>\S+) (?i:i|för) [A-ZÅÄÖ]\S+(?: \S+)?$")
""" "Skogsvårdsmyndigheten i Bergslagen", "Arkivförbundet i Östra Sjönäs"."""


@lru_cache(maxsize=4096)
def _private(text: str) -> AuthorityKind | None:
    text = _ORGANISATION.sub("", text)
    if len(text) > 70 or not _PRIVATE.match(text):
        return None
    if _OF_STATE.fullmatch(text):
        return AuthorityKind.MYNDIGHET
    placed = _PLACED.match(text)
    own = placed["name"] if placed else text
    first = text.split()[0].casefold()
    for kind, endings, openings in _KINDS:
        whole = not placed and kind is not AuthorityKind.MYNDIGHET and text.casefold() in endings
        if not whole and any(_ends(own, ending) for ending in endings):  # "FÖRSAMLING" alone names none
            return kind
        if first in openings and _is_named(text):
            return kind
    return None


_OF_STATE = re.compile(
    r"(?:Statens|Kungl(?:iga|\.))(?: (?!(?:för|i|till|om|och|på|av) )[a-zåäö]+){1,2}", re.IGNORECASE
)
""" "Statens fastighetsmuseum", "Kungliga biblioteket"."""


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
