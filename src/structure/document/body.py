"""Which body the document belongs to: from its label, its head, its running heads, and who decides in it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from ..landmarks import labels
from ..names import authority
from ..names.bodies import OF_PLACE, is_body, is_generic, leading_body, leading_subject, standard
from ..text.draft import Draft, Found
from ..text.fold import fold
from ..text.passage import Passage, of_cells, of_row
from ..text.phrases import cell_below
from ..text.rows import Row
from . import addressee, head


def find(rows: Sequence[Row]) -> Draft | None:
    """The body, or None."""
    scores: dict[str, float] = defaultdict(float)
    places: dict[str, tuple[float, Passage]] = {}
    for weight, passage in _mentions(rows):
        name = fold(standard(passage.text))
        scores[name] += weight
        known = places.get(name)
        if known is None or (known[1].text.isupper(), weight) > (passage.text.isupper(), known[0]):
            places[name] = (weight, passage)  # capitals hide which words are names
    if not scores:
        return _acting(rows)
    for name in sorted(scores, key=len):
        ends = (f" {name}", f" {re.sub('e[nt]$', '', name)}")  # "Kommunstyrelsens arbetsutskott"
        longer = [other for other in scores if other.endswith(ends) or _is_placed(other, name)]
        if longer:  # "Arbetsutskottet" is short for "Kommunstyrelsens arbetsutskott"
            scores[max(longer, key=lambda other: scores[other])] += scores.pop(name)
    passage = places[max(scores, key=lambda name: scores[name])][1]
    return {"body": Found(standard(passage.text), passage)}


def _is_placed(longer: str, name: str) -> bool:
    """Whether a name is that of a board without its place: "kommundelsnämnden" of "kommundelsnämnd norr"."""
    stem = re.sub(r"en$", "", name)
    return (
        " " not in name
        and longer != name
        and OF_PLACE.fullmatch(longer.title()) is not None
        and (longer.startswith((f"{stem} ", f"{stem}en ")))
    )


def _acting(rows: Sequence[Row]) -> Draft | None:
    """The body most sentences begin with where nothing else names one: "Kulturnämnden inför ..."."""
    found: dict[str, list[Passage]] = defaultdict(list)
    for row in rows:
        for cell in row.cells:
            end = leading_subject(cell.text)
            name = cell.text[:end]
            if end and _ACTS.match(cell.text, end) and not is_generic(name) and not authority.is_agency(name):
                found[fold(name)].append(of_cells([(cell, row.page)]).part(0, end))
    places = max(found.values(), key=len, default=[])
    return {"body": Found(standard(places[0].text), places[0])} if len(places) > 1 else None


_ACTS = re.compile(r" [a-zåäö]+(?:r|de|te|t)\b")
"""A verb behind a body, in the present or the past."""

GENERIC = 0.2
"""Weight of "Nämnden beslutar", which says least of which one."""

_IN_PLACE = re.compile(
    r"^(?P<body>.+?)(?:\s+[iI])?\s+[A-ZÅÄÖ][\wÅÄÖåäö-]+(?:\s+(?i:kommun|stad|socken|köping))?$"
)
"""A body with its place: "Hälsovårdsnämnden i Tjärvike", "Överförmyndarnämnden Skogsbygden"."""

_DATED = re.compile(r",? (?:den )?(?:\d{1,2} [a-zåäö]{3,9} \d{4}|\d{4}-\d{2}-\d{2})$")
_CALLED = re.compile(r"^(?P<body>.{5,70}?) (?:kallas|inbjuds|sammanträder)\b")
_FROM = re.compile(
    r"^(?:(?:sammanträdes|styrelse)?protokoll|kallelse|föredragningslista)(?:,| \S+)? "
    r"(?:(?:från|för|till|med) )?(?P<body>[^,:\d]+?)\W*(?:\d.*)?$",
    re.IGNORECASE,
)
""" "Protokoll från Kulturnämnden, 2023-02-09"."""

_ASSEMBLY = re.compile(
    r"(?:protokoll|kallelse|dagordning|inbjudan)\b.{0,40}?\b(?P<body>[a-zåäö]*(?:stämma|årsmöte))n?t?\b",
    re.IGNORECASE,
)
""" "Protokoll från ordinarie föreningsstämma torsdagen den 23 mars": the assembly of an association."""

TITLE_ROWS = 6
"""Rows among which a document's title stands."""

_SEPARATOR = re.compile(r"\s[|•·–—]\s")
_OF_KIND = re.compile(
    r"\s+(?:sammanträdes|styrelse)?(?:protokoll|kallelse|tjänsteskrivelse)\b.*$", re.IGNORECASE
)
_MEETING_OF = re.compile(
    r"\b(?:sammanträde|sammanträdet|möte|mötet)\s+(?:med|för|i)\s+(?P<body>[A-ZÅÄÖa-zåäö][\wåäöé -]{4,60}?)"
    r"(?=\s+(?:i|den|på|kl|tisdag|månd|onsd|torsd|fred|lörd|sönd)|[,.:]|\s+\d|$)"
    r"|\b(?P<owner>[a-zåäöA-ZÅÄÖ][\wåäö-]+)s\s+(?:ordinarie\s+|extra\s+)?(?:sammanträde|möte)\b"
)


def _mentions(rows: Sequence[Row]) -> Iterator[tuple[float, Passage]]:
    label = False
    end = head.end(rows)
    addressed = addressee.rows_of(rows)
    for index, row in enumerate(rows):
        if index in addressed:
            continue
        above = index < end
        whole = of_row(row) if above or row.furniture or len(row.text) > 12 else None
        if whole is None:
            continue
        if above or row.furniture:
            weight = 8.0 if label else 3.0 if above else 1.0
            for text, printed in _with_below(row, rows[index + 1 : index + 3], whole):
                for piece in _SEPARATOR.split(text):
                    letterhead = bool(row.furniture) or index < LETTERHEAD_ROWS
                    if stated := _named(piece, printed, letterhead=letterhead):
                        yield GENERIC if _OWNERS.match(stated.text) else weight, stated
        if above and (called := _CALLED.match(whole.text)):
            named = whole.group(called, "body")
            place = _IN_PLACE.match(named.text)
            own = named.group(place, "body") if place and not is_body(named.text) else named
            if is_body(own.text):
                yield 3.0, own
        if index < TITLE_ROWS and above and (title := _ASSEMBLY.match(whole.text)):
            yield 3.0, whole.group(title, "body")
        if above and (meeting := _MEETING_OF.search((whole := head.wrapped(rows, index)).text)):
            found = whole.group(meeting, "body" if meeting["body"] else "owner")
            if is_body(found.text):
                yield 3.0, found
        label = any(labels.match(cell.text) == "body" for cell in row.cells)
        for cell in row.cells:  # a heading in the margin is no part of the sentence beside it
            said = cell.text.split(": ", 1)[-1]  # "Beslut: Styrelsen beslutar ..."
            for sentence in (said, *(one for one in said.split(". ")[1:] if "beslu" in one)):
                lead = leading_body(sentence)
                if lead and not authority.is_agency(lead.group()):
                    start = whole.text.find(sentence)
                    weight = GENERIC if is_generic(lead.group()) else 1.0
                    yield weight, whole.part(start, start + lead.end())


_OWNERS = re.compile(r"[Gg]emensam(?:ma)? nämnd(?:en)? för [A-ZÅÄÖ]|(?i:landstinget)$")
""" "Gemensam nämnd för Hede, Åby och Vik": whose it is, above its own name."""

_UNENDED = re.compile(r"(?:[,–-]|\b(?:och|samt|för|i)|\w{4}s)$")
_GOES_ON = re.compile(r"(?:och|samt|,) ")


def _with_below(row: Row, below: Sequence[Row], whole: Passage) -> Iterator[tuple[str, Passage]]:
    """The text of each cell with where it stands, and that of the cell below where a body's name goes on."""
    for cell in row.cells:
        under = cell_below(cell, row, below)
        if under and (_UNENDED.search(cell.text) or _GOES_ON.match(under[0].text)):
            both = of_cells([(cell, row.page), under])
            if under[0].text[0].islower() and is_body(both.text.partition(": ")[2] or both.text):
                yield both.text, both
                continue
        yield cell.text, whole


_OF_COMPANY = re.compile(r"(?P<body>[Ss]tyrelsen) (?:för|i) (?P<company>.+)")
""" "Styrelsen för AB Hedebostäder"."""


LETTERHEAD_ROWS = 3
"""Rows in which "Styrelsen" is the body, and not the label of its members."""


def _named(cell: str, whole: Passage, *, letterhead: bool) -> Passage | None:
    """The body that a cell of the head names: alone, with its place, or between authority and kind."""
    label, colon, value = cell.partition(":")
    if colon and value.strip() and labels.match(label) == "body":
        cell = value.strip()
    text = cell.rstrip(":")
    labelled = labels.match(text) is not None and not (letterhead and is_body(text))
    if labelled or authority.is_agency(text):
        return None
    start = whole.text.find(cell)
    text = _OF_KIND.sub("", _DATED.sub("", text))
    if (titled := _FROM.match(text)) and is_body(titled["body"]):
        start, text = start + titled.start("body"), titled["body"]
    elif is_body(text):
        pass
    elif (place := _IN_PLACE.match(text)) and is_body(place["body"]):
        text = place["body"]
    else:
        owner = authority.leading(text)
        start, text = start + owner, text[owner:]
    company = _OF_COMPANY.match(text)
    if company and authority.may_be_in(company["company"], private=True):
        text = company["body"]
    start += len(text) - len(text.lstrip())
    return whole.part(start, start + len(text.strip())) if is_body(text.strip()) else None
