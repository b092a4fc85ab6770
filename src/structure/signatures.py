"""Signature blocks: typed names with the office above or below them, side by side or one after another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..schema import Word
from . import people
from .draft import Draft, Found, without_leader
from .fold import fold
from .passage import Passage, of_cells
from .phrases import rejoined
from .rows import Cell, Row

_OFFICES = {
    "secretary": re.compile(
        r"(?:nämnd|mötes|protokoll|kommun|region|kansli|utskotts)?sekreterare|sekr|protokollförare"
        r"|vid protokollet|vid protokollets sammanställning|in fidem"
    ),
    "chair": re.compile(r"(?:mötes|stämmo|tf )?ordförande|ordf"),
    "adjuster": re.compile(
        r"just|juster(?:are|ande|as|as av|ingsman|ingsmän|ingsperson|ingspersoner|at)|protokolls?justerare"
        r"|protokollet justeras"
    ),
}
_SIGNATURE_OF = re.compile(r"(?:n?s)(?: namn)? ?(?:underskrift|namnteckning|signatur)$", re.IGNORECASE)
""""Sekreterarens underskrift" is a label of the office."""

_HEADERS = frozenset(
    {
        "vid protokollet",
        "in fidem",
        "justeras",
        "justerat",
        "justeras av",
        "protokollet justeras",
        "vid protokollets sammanställning",
        "underskrifter",
        "underskrift",
    }
)
_WITH_OFFICE = re.compile(
    r"^(?P<name>[^,]+?)(?: \([^)]{1,6}\))?,? "
    r"(?P<title>[A-ZÅÄÖa-zåäö:1-3 ]*"
    r"(?:(?i:sekreterare|ordförande|justerare|protokollförare|justeringsman|justeringsperson)))"
    r"(?=$|\s*,?\s*(?:§|[Pp]aragraf))"
)
_CERTIFYING = re.compile(
    r"rätt utdraget.*|utdragets? riktighet.*|utdraget intygas.*"
    r"|utdraget.*bestyrk.*|(?:utdrags)?bestyrk(?:es|s|ande)?.*"
)
_DATED = re.compile(
    r"(?:(?:digitalt|elektroniskt) )?justera[dts]\b(?: (?:digitalt|elektroniskt|den|av))*\W*\d.*"
)
_LEADER = re.compile(r"[\W_]*")
_OFFICE_FIRST = re.compile(rf"(?P<title>[A-ZÅÄÖa-zåäö]+):?\s+(?P<name>{people.NAME}(?: {people.NAME})*)")
""""Sekreterare  Karin Holm" in one cell."""

APART = 0.75
"""A space of this width, in heights of letters, parts two names of a block that signs side by side."""


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs, as what."""

    name: Passage
    office: str | None
    """"secretary", "chair" or "adjuster"; None where the block does not say."""
    title: Passage | None

    @property
    def draft(self) -> Draft:
        """As the record has it."""
        return {
            "name": Found(self.name.text, self.name),
            "title": Found(self.title.text, self.title) if self.title else None,
        }


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: Passage
    close: bool
    """Whether no white space stands above it."""


def signers(rows: Sequence[Row]) -> list[Signer]:
    """Who signs, block by block."""
    return [signer for block in _blocks([_parted(rejoined(row)) for row in rows]) for signer in _block(block)]


def _blocks(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """The rows parted where a heading begins a block of its own below names: "Justerat den 19 februari:"."""
    start, named = 0, False
    for index, row in enumerate(rows):
        kinds = {token.kind for cell in row.cells if (token := _token(cell, row))}
        if kinds == {"header"} and named:
            yield rows[start:index]
            start, named = index, False
        named = named or "name" in kinds
    yield rows[start:]


def _block(rows: Sequence[Row]) -> list[Signer]:
    """Who signs in a block, column by column."""
    columns = [[token for cell, row in column if (token := _token(cell, row))] for column in _columns(rows)]
    if any(column and all(token.kind in ("office", "header") for token in column) for column in columns):
        # The offices stand in a column of their own, the names beside or below them in another.
        columns = [[token for row in rows for cell in row.cells if (token := _token(cell, row))]]
    found = [signer for column in _inheriting(columns) for signer in _read(column)]
    heads = [fold(cell.text) for row in rows for cell in row.cells]
    certified = any(map(_CERTIFYING.fullmatch, heads)) and not any(one in _HEADERS for one in heads)
    return [replace(one, office=None) for one in found] if certified else found


def _inheriting(columns: Sequence[list[_Token]]) -> Iterator[list[_Token]]:
    """The columns, names alone below the heading of adjustment that stands over the column to their left."""
    heading: _Token | None = None
    for column in columns:
        own = next((token for token in column if token.kind != "name"), None)
        adjusts = own is not None and own.kind == "header" and _office_of(own.text.text) == "adjuster"
        heading = own if adjusts else heading if own is None else None
        yield [heading, *column] if heading and own is None else column


def known(signers: Sequence[Signer], names: Sequence[str]) -> list[Signer]:
    """The signers without what a hand's writing was read as.

    A name that stands elsewhere in the document is kept, and cut to it where noise was read behind it;
    another is kept only where it looks like print.

    Args:
        signers: as the block reads.
        names: of people who stand elsewhere in the document.
    """
    found: list[Signer] = []
    elsewhere = {name.casefold() for name in names}
    for signer in signers:
        text = signer.name.text
        inside = next((name for name in names if text.startswith(name + " ")), None)
        if inside:
            found.append(replace(signer, name=signer.name.part(0, len(inside))))
        elif text.casefold() in elsewhere or not looks_handwritten(text):
            found.append(signer)
    return found


def looks_handwritten(name: str) -> bool:
    """Whether a reader made a name of a hand's strokes: "AR VR", "Dwn IAN N"."""
    words = name.split()
    return (
        len(words[-1].strip(".")) < 2
        or any(len(word) < 4 and word.isupper() and len(word) > 1 for word in words)
        or not all(set(word.casefold()) & set("aeiouyåäöéèüøæ") for word in words if len(word) > 2)
    )


def office(text: str) -> str | None:
    """The office that a line names: "Sekreterare" is "secretary"."""
    folded = _SIGNATURE_OF.sub("", fold(text))
    return next((name for name, pattern in _OFFICES.items() if pattern.fullmatch(folded)), None)


def opens_block(rows: Sequence[Row]) -> bool:
    """Whether names stand side by side, or alone, above as many offices: nobody's text ends so."""
    rows = [rejoined(row) for row in rows[: MOST_SIGNERS + 1]]
    if len(rows) <= MOST_SIGNERS and all(map(with_office, rows)):
        return True
    if len(rows) < 2 or len(rows[0].cells) != len(rows[1].cells):
        return False
    offices = sum(office(cell.text) is not None for cell in rows[1].cells)
    return all(people.is_name(cell.text) for cell in rows[0].cells) and offices >= max(
        1, 0.5 * len(rows[1].cells)
    )


MOST_SIGNERS = 8
"""So many sign minutes at most, each on a row: "Karin Holm, sekreterare"."""


def with_office(row: Row) -> Signer | None:
    """A row such as "Karin Holm, sekreterare"."""
    return _with_office(of_cells((cell, row.page) for cell in row.cells))


def _with_office(passage: Passage) -> Signer | None:
    match = _WITH_OFFICE.match(passage.text)
    if match is None and (match := _OFFICE_FIRST.fullmatch(passage.text)) and not office(match["title"]):
        return None
    if not match or not people.is_name(match["name"]):
        return None
    title = passage.group(match, "title")
    return Signer(passage.group(match, "name"), office(title.text.split()[-1]), title)


def _parted(row: Row) -> Row:
    """The row with two names in cells of their own that only a wide space parts."""
    cells: list[Cell] = []
    for cell in row.cells:
        at = next(
            (index for index in range(2, len(cell.words) - 1) if _is_seam(cell, index, row.height)), None
        )
        cells += [cell] if at is None else [_some(cell.words[:at]), _some(cell.words[at:])]
    return row if len(cells) == len(row.cells) else replace(row, cells=tuple(cells))


def _is_seam(cell: Cell, index: int, height: float) -> bool:
    left, right = cell.words[index - 1].box, cell.words[index].box
    if not left or not right or right.x0 - left.x1 < APART * height:
        return False
    halves = (" ".join(word.text for word in half) for half in (cell.words[:index], cell.words[index:]))
    return all(people.ends_in_name(half) for half in halves)


def _some(words: Sequence[Word]) -> Cell:
    boxes = [word.box for word in words if word.box]
    return Cell(tuple(words), boxes[0].x0, boxes[-1].x1)


def _columns(rows: Sequence[Row]) -> list[list[tuple[Cell, Row]]]:
    columns: list[tuple[float, list[tuple[Cell, Row]]]] = []
    for row in rows:
        for cell in row.cells:
            for start, cells in columns:
                if abs(start - cell.x0) <= 4 * row.height:
                    cells.append((cell, row))
                    break
            else:
                columns.append((cell.x0, [(cell, row)]))
    return [cells for _, cells in sorted(columns, key=lambda column: column[0])]


def _token(cell: Cell, row: Row) -> _Token | None:
    if _LEADER.fullmatch(cell.text):
        return None
    passage = of_cells([(cell, row.page)])
    passage = passage.part(0, len(without_leader(passage.text)))
    return _Token(*_kind(passage), close=not row.gap)


def _kind(passage: Passage) -> tuple[str, Passage]:
    """What a cell of a block is, and the words that say so."""
    text = passage.text
    together = _WITH_OFFICE.match(text)
    first = _OFFICE_FIRST.fullmatch(text)
    if (together and people.is_name(together["name"])) or (
        first and office(first["title"]) and people.is_name(first["name"])
    ):
        return "signed", passage
    folded = fold(text)
    if folded in _HEADERS or _DATED.fullmatch(folded) or _CERTIFYING.fullmatch(folded):
        return "header", passage
    if office(text):
        return "office", passage
    named = people.with_party(passage)
    if named and named[0].name:
        return "name", named[0].name
    return ("name" if people.is_name(text) else "text"), passage


def _read(tokens: Sequence[_Token]) -> list[Signer]:
    below = _below(tokens)
    found: list[Signer] = []
    standing: Passage | None = None
    for index, token in enumerate(tokens):
        if token.kind == "signed" and (one := _with_office(token.text)):
            found.append(one)
        if token.kind in ("header", "office") and not (below and token.kind == "office"):
            standing = token.text
        if token.kind == "name":
            title = standing
            following = tokens[index + 1] if index + 1 < len(tokens) else None
            if (
                following
                and following.kind in ("office", "text")[not below :]
                and _may_be_title(following.text.text)
            ):
                title = following.text
            found.append(_signer(token.text, title, standing))
    return found


def _below(tokens: Sequence[_Token]) -> bool:
    """Whether the offices of a column stand below the names: straight below the first, or last of all."""
    signs = [token for token in tokens if token.kind in ("name", "office", "signed")]
    if len(signs) > 1 and signs[0].kind == "name" and signs[1].kind == "office" and signs[1].close:
        return True
    return bool(signs) and signs[-1].kind == "office"


_OF_SENTENCE = re.compile(
    r"\b(?:har|är|den|på|tillkänna\w+|anslag\w*|justering\w*|protokoll(?:et)?|kommun(?:ens?)?|ort|datum)\b|\d{3}",
    re.IGNORECASE,
)


def _may_be_title(text: str) -> bool:
    """Whether a line below a name may say what the person is, and no sentence begins there."""
    return len(text) < 60 and text.count(" ") <= 5 and not _OF_SENTENCE.search(text)


def _office_of(heading: str) -> str | None:
    """The office of those who sign below a heading, which may be dated: "Justerat 2016-11-30"."""
    return office(heading) or ("adjuster" if _DATED.fullmatch(fold(heading)) else None)


def _signer(name: Passage, title: Passage | None, standing: Passage | None) -> Signer:
    if standing and _CERTIFYING.fullmatch(fold(standing.text)):
        return Signer(name, None, None if title is standing else title)
    told = (office(title.text) if title else None) or (_office_of(standing.text) if standing else None)
    if title and (fold(title.text) in _HEADERS or _DATED.fullmatch(fold(title.text))):
        title = None
    if title and (label := _SIGNATURE_OF.search(title.text)):
        title = title.part(0, label.start())
    if title:
        title = title.part(0, len(title.text.rstrip(" :")))
    return Signer(name, told, title)
