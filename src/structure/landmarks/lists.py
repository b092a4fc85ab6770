"""Lists: basis documents, recipients and signatures, one entry a row or a bullet, or more in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..names import people
from ..names.bodies import is_body
from ..names.offices import office
from ..swedish import patterns
from ..text import dates
from ..text.draft import Draft, Found
from ..text.lines import full
from ..text.passage import Passage, of_row, of_rows
from ..text.rows import Row
from . import case_numbers, labels

_BULLET = re.compile(r"^(?:[•·▪◦●*–—-]|\d{1,2}[.)]|[a-zåäö]\)|o)\s+")
_CLOSED = re.compile(r"(?:\d{4}-\d{2}-\d{2}|\d{1,2} [a-zåäö]{3,9} \d{4}|[.;])$")
"""An entry that ends in a date or a full stop is whole."""

_NOTHING = re.compile(r"^(?:-|–|—|ingen|inga|inget)\.?$", re.IGNORECASE)
_TITLE_ROW = re.compile(r"^[A-ZÅÄÖa-zåäö][\wåäöé., /&:-]{2,70}$")


_SENTENCE = re.compile(r"^(?:(?:\S+ ){4,}\S*\.|Anmäls till\b|.*\bomedelbart justera)", re.DOTALL)
""" "Detta är ett digitalt justerat protokoll. Justerat av ..." is no recipient, nor who is told later."""


def entries(rows: Sequence[Row], margin: float) -> Iterator[Passage]:
    """The entries of a list: a new one at a bullet, a gap, or where the row above had room left."""
    group: list[Row] = []
    for row in rows:
        if group and _new_entry(group[-1], row, margin):
            yield _entry(group)
            group = []
        group.append(row)
    if group:
        yield _entry(group)


def _new_entry(above: Row, row: Row, margin: float) -> bool:
    if _BULLET.match(row.text) or (row.gap and row.page == above.page):
        return True
    if _CLOSED.search(above.text) and row.text[0].isupper():
        return True
    if (
        above.text[-1] in "-,"
        or row.text[0].islower()
        or (row.text[0] in "(0123456789" and full(above, row, margin))
    ):
        return False
    return not full(above, row, margin)


def _entry(group: Sequence[Row]) -> Passage:
    passage = of_rows(group)
    bullet = _BULLET.match(passage.text)
    return passage.part(bullet.end(), len(passage.text)) if bullet else passage


def basis_documents(rows: Sequence[Row], margin: float) -> list[Draft]:
    """The documents that a decision rests on."""
    return [
        _basis(part)
        for entry in entries(rows, margin)
        for part in _parts(entry, _NEXT_DOCUMENT)
        if part and not _NOTHING.match(part.text)
    ]


def _basis(entry: Passage) -> Draft:
    date = dates.first(entry)
    numbers = case_numbers.find(entry)
    title = entry.part(0, len(entry.text.rstrip(" .,;")))
    return {
        "title": Found(title.text, title),
        "date": Found(*date) if date else None,
        "case_number": Found(numbers[0].text, numbers[0]) if numbers else None,
    }


def recipients(rows: Sequence[Row], margin: float) -> list[Found]:
    """Who the decision is sent to."""
    found = []
    for row_entry in entries(list(_in_one_column(rows)), margin):
        for part in _recipients(row_entry):
            text = part.part(0, len(part.text.rstrip(" .,;")))
            if text and not _NOTHING.match(text.text) and not _SENTENCE.search(part.text):
                found.append(Found(text.text, text))
    return found


def _in_one_column(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, those of a list in columns with one entry each: "Ekonomikontoret | Skolkontoret | Akten"."""
    for row in rows:
        listed = all(_ENTRY.fullmatch(cell.text) for cell in row.cells)
        if len(row.cells) > 1 and listed and not people.is_name(row.cells[0].text):
            yield from (replace(row, cells=(cell,), gap=True) for cell in row.cells)
        else:
            yield row


_ENTRY = re.compile(r"[A-ZÅÄÖ][^\d:]+")


def _recipients(entry: Passage) -> Iterator[Passage]:
    """Recipients in one row are parted by commas or semicolons, where each has a capital or is an office."""
    if _IN_SMALL.fullmatch(entry.text):
        yield from _parts(entry, _COMMA)
    else:
        yield from (entry,) if _OF_ONE_KIND.search(entry.text) else _parts(entry, _NEXT_RECIPIENT)


_COMMA = re.compile(r", | (?:och|samt) ")
_IN_SMALL = re.compile(r"[a-zåäö]+(?:n|et|na)(?:(?:, | och | samt )[a-zåäö]+(?:n|et|na))+\W*")
""" "rektorn, stiftet och akten": nothing but single words in the definite form."""


def _parts(entry: Passage, following: re.Pattern[str]) -> Iterator[Passage]:
    """An entry, parted by what stands before the next one."""
    start = 0
    for match in following.finditer(entry.text):
        yield entry.part(start, match.start())
        start = match.end()
    yield entry.part(start, len(entry.text))


_TABLE = patterns.table("lists")
_OFFICES, _PLURALS, _IN_PLACES, _DOCUMENTS = (
    "|".join(words)
    for words in (
        _TABLE["recipients"]["endings"],
        _TABLE["recipients"]["plurals"],
        _TABLE["recipients"]["in_places"],
        _TABLE["documents"]["endings"],
    )
)
_OF_ONE_KIND = re.compile(
    rf" och \S+ [a-zåäö]*(?:{_PLURALS})(?:na)?\W*$"
    r"|\b(?i:" + _IN_PLACES + r") [A-ZÅÄÖ][\wåäö]+(?:, [A-ZÅÄÖ][\wåäö]+)* (?:och|samt) [A-ZÅÄÖ][\wåäö]+\W*$"
)
""" "Årvika, Tallmo och Sundhems kommuner", "Kommunfullmäktige i Årvika, Tallmo och Sundhem" are one."""

_WHOLE_OF_UNITS = "".join(
    f"(?<!{ending}, )"
    for ending in ("förvaltning", "kontoret", "änsstyrelsen", "verket", "myndigheten", "inspektionen")
)
""" "Länsstyrelsen, miljöenheten" is one recipient."""

_NEXT_RECIPIENT = re.compile(
    rf"(?<!-)[,;]\s+(?=[A-ZÅÄÖ]|{_WHOLE_OF_UNITS}(?:\w+ )?\w*(?:{_OFFICES})(?:[,;.]|$| och ))"
    rf"|(?<=[a-zåäö]{{4}}(?:en|et|an|na)) (?:och|samt) (?=[A-ZÅÄÖ]|(?:\w+ )?\w*(?:{_OFFICES})(?:[,;.]|$))"
    r"|\s/\s(?=[A-ZÅÄÖ])"
)
"""Behind an office in the definite form "och" parts as a comma does, but not in "Plan och bygg"."""

_NEXT_DOCUMENT = re.compile(
    r";\s+(?=[A-ZÅÄÖ])"
    rf"|(?<=\d),?\s+(?:och|samt)\s+(?=(?:[A-ZÅÄÖa-zåäö]+ )?(?i:\w*(?:{_DOCUMENTS}))\b)"
    rf"|(?<=\d),\s+(?=\w*(?:{_DOCUMENTS})\b)(?=[a-zåäö])(?!ritning|bilag)"
)
"""Behind a date or a number, where another document's name begins; what has a capital behind a comma may be
the matter of the one before: "PM 2023-05-02, Utvecklingsplan för vården"."""


def signature(rows: Sequence[Row]) -> tuple[list[Draft], int]:
    """Typed signatures at the end of rows, a name above its title, and where they begin."""
    found: list[Draft] = []
    begin = len(rows)
    index = len(rows) - 1
    while index >= 0:
        name_at = next(
            (at for at in (index, index - 1) if at >= 0 and _is_signer(rows[at].cells[0].text)), None
        )
        if name_at is None or not (rows[name_at].gap or _below_name(rows, name_at)):
            break  # a name under a hand's space has room above it; one in a list has none
        titles = tuple(rows[name_at + 1 : index + 1])
        told = titles and all(office(cell.text) for cell in titles[0].cells)
        if titles and not told and (not _TITLE_ROW.match(titles[0].text) or _is_label(titles[0])):
            titles = ()
            if name_at != index:
                break
        found = _signatures(rows[name_at], titles[0] if titles else None) + found
        begin, index = name_at, name_at - 1
    if found and begin and _signs_for(rows[begin - 1]):
        begin -= 1
    return found, begin


def _is_signer(text: str) -> bool:
    """Whether a text is a name, perhaps with a party: "Åsa Ek (S)" above "Ordförande"."""
    return people.is_name(text) or people.WITH_PARTY.fullmatch(text) is not None


def _signs_for(row: Row) -> bool:
    """Whether a row says for whom somebody signs: "För bygg- och miljönämnden", "SOCIALFÖRVALTNINGEN"."""
    office = row.text.isupper() and len(row.words) <= MOST_OFFICE_WORDS
    return row.gap and (office or (row.text.startswith("För ") and is_body(row.text.removeprefix("För "))))


MOST_OFFICE_WORDS = 3


def _is_label(row: Row) -> bool:
    """Whether a row below a name is a label of the head; "Handläggare" alone is what the signer is."""
    return labels.match(row.text) not in (None, "handler")


def _below_name(rows: Sequence[Row], at: int) -> bool:
    """Whether a name stands straight below another one that has room above it, and to its right."""
    above = rows[at - 1] if at else None
    return (
        above is not None and above.gap and people.is_name(above.cells[0].text) and rows[at].x0 > above.x0 + 2
    )


def _signatures(names: Row, titles: Row | None) -> list[Draft]:
    """Names side by side, each with the title that stands below it."""
    drafts = []
    places = [(place, cell.x0) for place, cell in enumerate(names.cells) if _is_signer(cell.text)]
    ends = [x0 - 0.5 * names.height for _, x0 in places[1:]] + [float("inf")]
    for (place, x0), end in zip(places, ends, strict=True):
        title = _below(titles, x0 - names.height if len(places) > 1 else 0.0, end) if titles else None
        name = _cell(names, place)
        party = people.WITH_PARTY.fullmatch(name.text)
        name = name.part(*party.span("name")) if party else name
        drafts.append({"name": Found(name.text, name), "title": Found(title.text, title) if title else None})
    return drafts


def _below(titles: Row, start: float, end: float) -> Passage | None:
    """The words of a row of titles that begin in the width of a name."""
    whole = of_row(titles)
    found = [span for span in whole.spans if span.word.box is None or start <= span.word.box.x0 < end]
    return whole.part(found[0].start, found[-1].end) if found else None


def _cell(row: Row, place: int) -> Passage:
    whole = of_row(row)
    start = sum(len(cell.text) + 1 for cell in row.cells[:place])
    return whole.part(start, start + len(row.cells[place].text))
