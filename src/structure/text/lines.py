"""How rows make paragraphs: where one ends because the next word would not fit, and where it just ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .passage import Passage, of_rows
from .rows import Row, of_table

LIST_MARK = re.compile(
    r"(?:att|Att|ATT|dels)\s|\(?(?:\d{1,2}|[a-zåäö])[.)]\s|\d{1,2}\s+(?=att\s)"
    r"|[A-H][.)]\s(?=[A-ZÅÄÖ][a-zåäö]+ [a-zåäö])|[•·▪◦●–—*-]\s|[–—-](?=att\b)"
)
"""How a point of a list begins."""

_DASH = re.compile(r"[–—-]\s")
"""A dash at a row's start also stands between two dates that a row's end has parted."""


_PARTY = re.compile(r"\([a-zåäö]\)\s")
"""A party in brackets that a row's end parted from the name: "Evy Ek / (v) reserverar sig"."""

_ATT = re.compile(r"att\s", re.IGNORECASE)
_OPEN = re.compile(
    r"(?:[.,;:]|\b(?:samt|och|dels|eller|beslutar|beslutade|beslutat|besluta|beslut|beslöt|följande|del|förslag|dessutom|"
    r"fullmäktige|föreslår|att))$",
    re.IGNORECASE,
)
"""How a row ends below which a new point may begin."""


_WITHIN = re.compile(r"\batt (?:föreslå|hemställa)\b[^.:,]*$", re.IGNORECASE)
"""A point that itself proposes: "att föreslå fullmäktige / att anta taxan"."""


def _goes_on(above: Row, row: Row, margin: float) -> bool:
    """Whether what looks like a list mark goes on with the row above: "upphör / att gälla"."""
    if _DASH.match(row.text):
        return full(above, row, margin) and not row.gap and above.text[-1] not in ".;:"
    if _PARTY.match(row.text) and above.words[-1].text[0].isupper():
        return full(above, row, margin) and not row.gap
    open_ended = _OPEN.search(above.text) and not _WITHIN.search(above.text)
    unfinished = bool(_ATT.match(row.text)) and not open_ended
    return unfinished and full(above, row, margin, SURE) and not row.gap


SPARE, SURE = 0.02, 0.008
"""Shares of where full rows end by which a row ends earlier: texts are ragged, but a point may begin."""


def right_margin(rows: Sequence[Row]) -> float:
    """Where the text's rows end at most, in points (characters for text input)."""
    ends = sorted(row.x1 for row in rows)
    return ends[int(0.97 * (len(ends) - 1))] if ends else 0.0


def full(row: Row, following: Row, margin: float, spare: float = SPARE) -> bool:
    """Whether the row ended only because the next one's first word did not fit."""
    if following.joined:
        return True
    first = following.words[0]
    width = first.box.width + 0.25 * row.height if first.box is not None else len(first.text) + 1
    return row.x1 + width > (1 - spare) * margin


def paragraph_starts(rows: Sequence[Row], margin: float) -> list[bool]:
    """For each row whether a paragraph begins there; a page break alone begins none."""
    found: list[bool] = []
    edge: float | None = None
    tabled = [False, *of_table(rows)]
    for index, row in enumerate(rows):
        above = rows[index - 1] if index else None
        edge = _list_edge(above, row, edge) if above else None
        listed = above is not None and edge is not None and not full(above, row, margin)
        begun = index > 1 and not found[-1]
        outdented = (
            above is not None and (begun or LIST_MARK.match(above.text)) and _outdented(above, row, margin)
        )
        member = above is not None and _lists_member(above, row, margin)
        begins = any(tabled[index : index + 2]) or listed or outdented or member
        found.append(above is None or begins or _begins(above, row, margin))
    return found


def _list_edge(above: Row, row: Row, edge: float | None) -> float | None:
    """Where the entries of a list begin whose bullets are not there: indented below what opens it."""
    if edge is not None and abs(row.x0 - edge) < 0.3 * row.height:
        return edge
    opened = _OPENS_LIST.search(above.text) and row.x0 > above.x0 + row.height
    return row.x0 if opened and not LIST_MARK.match(row.text) else None


_OPENS_LIST = re.compile(r"(?::|\b(?:att|beslutar|beslutade))$")


_CARRIES = re.compile(
    r"\b(?:beslutar|beslutade|beslutat|beslöto?|beslöts|besluta|följande|följande beslut"
    r"|för egen del|^I \w*fullmäktige)$",
    re.IGNORECASE,
)
"""A row that ends short after the verb of deciding, or says for whom: the decision begins below it."""


def _begins(above: Row, row: Row, margin: float) -> bool:
    if LIST_MARK.match(row.text) and not _goes_on(above, row, margin):
        return True
    if _ATT.match(row.text) and row.page == above.page:
        return False
    if row.page != above.page:
        return not (row.text[:1].islower() or (full(above, row, margin) and above.text[-1] not in ".:;!?"))
    if row.gap:
        unfinished = above.text[-1] not in ".:;!?" and full(above, row, margin)
        return not (row.text[:1].islower() or (row.text[:1].isdigit() and unfinished))
    if row.text[:1].islower():
        return False
    if _CARRIES.search(above.text) and not full(above, row, margin):
        return True
    return not full(above, row, margin) and above.text[-1] in ".:;!?"


MEMBER = re.compile(
    r"(?:[A-ZÅÄÖ][a-zåäö ]{3,30}: )?"
    r"[A-ZÅÄÖÉ][\w.'’-]*(?: (?:[a-z]{2,3} ){0,2}[A-ZÅÄÖÉ][\w.'’-]*){1,4},? "
    r"\([\w–-]{1,5}\)(?:, [a-zåäö:\d ]+)?[,.]?"
)
"""A row of a list of people: "Hassan Jama (S)", "Jan Wallin (C), ordförande", "Ersättare: Ture Falk (C)"."""


def _names_member(row: Row) -> bool:
    return all(MEMBER.fullmatch(cell.text) for cell in row.cells)


def _lists_member(above: Row, row: Row, margin: float) -> bool:
    """Whether a row is a member on a line of the list, or the first row below such a list."""
    if _names_member(above):
        return above.text[-1] != "," and not row.text[0].islower() and not row.text.startswith("(")
    return _names_member(row) and (above.text[-1] in ".:;" or not full(above, row, margin))


def _outdented(above: Row, row: Row, margin: float) -> bool:
    """Whether a row stands left of the sentence that has ended above it: "att anslå 40 kr. / Nämnden ..."."""
    left = row.page == above.page and row.x0 < above.x0 - row.height
    leads = _CARRIES.search(row.text) is not None and not full(above, row, margin)
    ended = above.text[-1] in ".:;!?" or leads
    return left and ended and row.text[:1].isupper()


def running(rows: Sequence[Row], margin: float) -> Passage:
    """Rows as running text, one paragraph a line."""
    return of_rows(rows, paragraphs=paragraph_starts(rows, margin))
