"""Who attended: lists of names in every layout, with party, role, title, who is replaced, which items.

A list stands in columns of names, or in a table with party and role in columns of their own, or in running
text. The label above or beside it says what its people were, words after a name may say otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..schema.record import Role
from . import name_wraps, party_column, patterns, people, sentences
from .draft import Draft, Found
from .fold import fold
from .labels import Field
from .passage import Passage, of_cells, of_rows
from .rows import Cell, Row

_ROLES = [
    (Role(entry["role"]), re.compile(patterns.any_of(entry["patterns"]), re.IGNORECASE))
    for entry in patterns.table("roles")["role"]
]
_BY_LABEL = {
    "members": Role.LEDAMOT,
    "serving": Role.TJANSTGORANDE_ERSATTARE,
    "deputies": Role.ERSATTARE,
    "others": Role.TJANSTEPERSON,
}
_PARTY_CELL = re.compile(r"\(?(?P<party>[A-ZÅÄÖ]{1,5}|ÖrP|[a-zåäö]{1,3}|[-–])\)?")
_REPLACES = patterns.compiled("roles", "replaces")
_ITEMS = patterns.compiled("roles", "items")
_PLURAL = re.compile(r"\b(?:ersättarna|ledamöterna)\b", re.IGNORECASE)
_SEPARATOR = re.compile(r"(?:[,;\s]|och\b|samt\b)+")
_SEPARATED = re.compile(r"\([^)]{1,6}\)(?:, [a-zåäö :1-2]+)?(?:,| och| samt) [A-ZÅÄÖ]")
_PARTS = re.compile(
    rf"[,;]\s+|\s+(?:och|samt)\s+(?=(?:[a-zåäö-]+ ){{0,3}}{people.NAME_WORD} {people.NAME_WORD})|\s+[–-]\s+"
)
_PARTY = re.compile(people.PARTY)
_COURTESY = re.compile(r"(?:[Hh]err(?:ar)?|[Hh]r|[Ff]ru(?:ar)?|[Ff]röken|[Ff]rk)\b\.? +")
_COURTESY_END = re.compile(r"(?:herr|hr|fru|fröken|frk)\.? *$")
_PRESENT = re.compile(r"(?:var|är|närvarade|deltog|som|tjänstgjorde|fungerade)\b")
_HEADS = frozenset(patterns.table("roles")["column_heads"])
_EMPTY = re.compile(r"[\W_]*")
_VACANT = frozenset({"vakant", "vakans"})


def drafts(fields: Sequence[Field]) -> list[Draft]:
    """Everyone in the lists, each once, in order."""
    found: list[Draft] = []
    for field in fields:
        role = _BY_LABEL.get(field.name)
        if role is None:
            continue
        listed = list(_listed(field.rows, role))
        if len(listed) > len(field.rows) / 2:
            found += listed
            continue
        for line in lines(field.rows):
            found += _people(line, role)
    return _unique(found)


def _listed(rows: Sequence[Row], role: Role) -> Iterator[Draft]:
    """People with their parties in a column of their own."""
    for row in rows:
        told = party_column.mention(row)
        if told:
            one, tail = told
            others = people.with_party(tail)
            replaced = others[0] if others and _REPLACES.search(tail.text[: others[0].start]) else None
            yield _attendee(one, tail.part(0, 0), tail, tail, replaced, role)


def lines(rows: Sequence[Row]) -> list[Passage]:
    """The logical lines of a list: running text, row by row, or column by column."""
    rows = [row for row in rows if not _EMPTY.fullmatch(row.text) and not _is_head(row)]
    if _is_running(rows):
        return of_rows(rows).split("; ")
    pieces = list(_by_rows(rows)) if _is_table(rows) else list(_by_columns(rows))
    joined: list[Passage] = []
    for piece in pieces:
        if joined and name_wraps.goes_on(joined[-1].text, piece.text):
            joined[-1] = name_wraps.joined(joined[-1], piece)
        else:
            joined.append(piece)
    return joined


def _is_head(row: Row) -> bool:
    """Whether a row only heads the columns of a list: "Kommun", "Namn | Parti"."""
    return all(fold(cell.text) in _HEADS for cell in row.cells)


def _is_running(rows: Sequence[Row]) -> bool:
    """Whether the list is running text: several people a row, parted by commas or semicolons."""
    if any(len(row.cells) > 1 for row in rows):
        return False
    crowded = sum(row.text.count(";") + len(_SEPARATED.findall(row.text)) > 0 for row in rows)
    return len(rows) > 1 and crowded >= 0.5 * len(rows)


def _is_table(rows: Sequence[Row]) -> bool:
    """Whether cells after the first say something of the name in the first."""
    second = [row.cells[1].text for row in rows if len(row.cells) > 1]
    attributes = sum(bool(_PARTY_CELL.fullmatch(text)) or not _has_name(text) for text in second)
    return bool(second) and attributes > 0.5 * len(second)


def _has_name(text: str) -> bool:
    return bool(people.WITH_PARTY.search(text)) or people.is_name(text.split(",")[0])


def _by_rows(rows: Sequence[Row]) -> Iterator[Passage]:
    for row in rows:
        yield of_cells((cell, row.page) for cell in row.cells)


def _by_columns(rows: Sequence[Row]) -> Iterator[Passage]:
    """Cells of one column after another; a column is where cells begin at nearly the same place.

    A cell in no column, behind a name without party, goes on with that name: typewriters leave wide gaps.
    """
    columns: list[tuple[float, list[tuple[Cell, int]]]] = []
    for row in rows:
        tolerance = 2.5 * row.height
        for cell in row.cells:
            for start, cells in columns:
                if abs(start - cell.x0) <= tolerance:
                    cells.append((cell, row.page))
                    break
            else:
                columns.append((cell.x0, [(cell, row.page)]))
    strays = {id(cells[0][0]) for _, cells in columns if len(cells) == 1} if len(rows) > 3 else set()
    following = {
        id(left): (right, row.page)
        for row in rows
        for left, right in pairwise(row.cells)
        if id(right) in strays and id(left) not in strays and not _PARTY.search(left.text)
    }
    taken = {id(right) for right, _ in following.values()}
    for _, cells in sorted(columns, key=lambda column: column[0]):
        for cell, page in cells:
            if id(cell) not in taken:
                yield of_cells([(cell, page), *([following[id(cell)]] if id(cell) in following else [])])


def _people(line: Passage, role: Role) -> list[Draft]:
    persons = people.with_party(line)
    if persons:
        return list(_with_party(line, persons, role))
    return list(_officials(line, role))


def _with_party(line: Passage, persons: Sequence[people.Mention], role: Role) -> Iterator[Draft]:
    """People with a party; words after a name belong to it, words straight before one to that one."""
    before = line.part(0, persons[0].start)
    index = 0
    while index < len(persons):
        one, replaced = persons[index], None
        end = _next(persons, index, line)
        if index + 1 < len(persons) and _REPLACES.search(line.text[one.end : end]):
            index += 1
            replaced = persons[index]
            tail = line.part(one.end, replaced.start)
            rest, following = _halves(line, replaced.end, _next(persons, index, line))
        else:
            tail, following = _halves(line, one.end, end)
            rest = tail
        index += 1
        if one.name and one.name.text.casefold() not in _VACANT:
            yield _attendee(one, before, tail, rest, replaced, role)
        before = following if following or not _PLURAL.search(before.text) else before


def _next(persons: Sequence[people.Mention], index: int, line: Passage) -> int:
    return persons[index + 1].start if index + 1 < len(persons) else len(line.text)


def _halves(line: Passage, start: int, end: int) -> tuple[Passage, Passage]:
    """What belongs to the person before, and what to the person after: parted at the last separator."""
    if end == len(line.text):
        return line.part(start, end), line.part(end, end)
    cut = max(line.text.rfind(mark, start, end) for mark in (",", ";", " och ", " samt "))
    if cut < 0:
        cut = end
    after = line.part(cut, end)
    lead = _SEPARATOR.match(after.text)
    return line.part(start, cut), after.part(lead.end() if lead else 0, len(after.text))


def _attendee(
    one: people.Mention,
    before: Passage,
    tail: Passage,
    rest: Passage,
    replaced: people.Mention | None,
    role: Role,
) -> Draft:
    assert one.name
    items = _ITEMS.search(rest.text) or _ITEMS.search(tail.text)
    source = rest if items and _ITEMS.search(rest.text) else tail
    told = _role(f"{before.text} | {tail.text}", role)
    if replaced or before.text.endswith("*") or tail.text.startswith("*"):
        told = Role.TJANSTGORANDE_ERSATTARE
    if told is Role.TJANSTEPERSON:
        told = Role.OVRIG
    return {
        "name": Found(one.name.text, one.name),
        "party": Found(one.code, one.party) if one.code and one.party else None,
        "role": told.value,
        "title": None,
        "replaces": Found(replaced.name.text, replaced.name) if replaced and replaced.name else None,
        "items": _found(source.group(items)) if items else None,
    }


def _role(words: str, default: Role) -> Role:
    for role, pattern in _ROLES:
        if pattern.search(words):
            if role is Role.ERSATTARE and default is Role.TJANSTGORANDE_ERSATTARE:
                return default
            if role is Role.LEDAMOT and default is not Role.LEDAMOT:
                return default
            return role
    return default


def _officials(line: Passage, role: Role) -> Iterator[Draft]:
    """People without a party: "Karin Holm, kommundirektör", names in a row, or sentences on who served."""
    for order, sentence in enumerate(sentences.split(line)):
        serving = list(_serving(sentence, role))
        yield from serving or _listed_officials(sentence, role, told=order > 0)


def _serving(sentence: Passage, role: Role) -> Iterator[Draft]:
    """Deputies in a sentence: "Dessutom tjänstgjorde hr Olof Ljung i stället för hr Karl Frid"."""
    named = list(people.bare(sentence))
    for one, replaced in pairwise(named):
        between = _COURTESY_END.sub("", sentence.text[one.end : replaced.start])
        if _REPLACES.search(between):
            nothing = sentence.part(0, 0)
            yield _attendee(one, nothing, nothing, nothing, replaced, role)


def _listed_officials(line: Passage, role: Role, *, told: bool) -> Iterator[Draft]:
    pending: Draft | None = None
    for piece in _pieces(line):
        name, title, items = _name_and_title(piece, told=told)
        if name:
            if pending:
                yield pending
            pending = _official(name, title, Role.TJANSTEPERSON if told and title else role)
            pending["items"] = items
        elif pending and pending["title"] is None and pending["role"] == role.value:
            pending = _entitled(pending, piece, role)
        elif pending and pending["items"] is None and (match := _ITEMS.search(piece.text)):
            pending["items"] = _found(piece.group(match))
    if pending:
        yield pending


def _pieces(line: Passage) -> Iterator[Passage]:
    start = 0
    for match in _PARTS.finditer(line.text):
        yield line.part(start, match.start())
        start = match.end()
    yield line.part(start, len(line.text))


def _name_and_title(piece: Passage, *, told: bool) -> tuple[Passage | None, Passage | None, Found | None]:
    """A name, with the title before or behind it, and the items behind that: "ekonomichef Vera Lund § 43".

    Args:
        piece: between two commas.
        told: whether a sentence tells of the person: "Stadsläkare Åke Ek var föredragande".
    """
    courtesy = _COURTESY.match(piece.text)
    piece = piece.part(courtesy.end(), len(piece.text)) if courtesy else piece
    found = _ITEMS.search(piece.text)
    items = _found(piece.group(found)) if found else None
    piece = piece.part(0, found.start()) if found and found.start() else piece
    if people.is_name(piece.text):
        return piece, None, items
    mention = next(people.bare(piece), None)
    if mention is None or mention.name is None:
        return None, None, None
    before, after = piece.part(0, mention.start), piece.part(mention.end, len(piece.text))
    if not before:
        return mention.name, after or None, items
    if (not after or (told and _PRESENT.match(after.text))) and len(before.text.split()) <= 3:
        return mention.name, before, items
    return None, None, None


def _official(name: Passage, title: Passage | None, role: Role) -> Draft:
    draft: Draft = {
        "name": Found(name.text, name),
        "party": None,
        "role": role.value,
        "title": None,
        "replaces": None,
        "items": None,
    }
    return _entitled(draft, title, role) if title else draft


def _entitled(draft: Draft, title: Passage, role: Role) -> Draft:
    items = _ITEMS.search(title.text)
    if items:
        draft["items"] = _found(title.group(items))
    words = title.text[: items.start()] if items else title.text
    words = words.strip(" ,()-–")
    told = _role(words, role)
    if (told is not role and role is not Role.TJANSTEPERSON) or told is Role.SEKRETERARE:
        draft["role"] = told.value
    if words and role is Role.TJANSTEPERSON:
        start = title.text.find(words)
        draft["title"] = _found(title.part(start, start + len(words)))
    return draft


def _found(passage: Passage) -> Found | None:
    return Found(passage.text, passage) if passage else None


def _unique(found: Sequence[Draft]) -> list[Draft]:
    seen: dict[str, Draft] = {}
    for draft in found:
        seen.setdefault(str(draft["name"].value).casefold(), draft)
    return list(seen.values())
