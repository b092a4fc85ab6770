"""Signature blocks: typed names with the office above or below them, side by side or one after another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..names import people
from ..names.offices import certifies, is_heading, is_undated_heading, of_heading, office, without_label
from ..text.draft import Draft, Found
from ..text.passage import Passage, of_cells
from ..text.phrases import rejoined
from ..text.rows import Row
from .signature_cells import OFFICE_FIRST, WITH_OFFICE, Token, parted, read, unwrapped
from .signature_cells import columns as columns_of


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs, as what."""

    name: Passage
    office: str | None
    """"secretary", "chair" or "adjuster"; None where the block does not say."""
    title: Passage | None
    keeps: bool = False
    """Whether the name stands under "Vid protokollet" or "In fidem", whatever the office."""

    @property
    def draft(self) -> Draft:
        """As the record has it."""
        return {
            "name": Found(self.name.text, self.name),
            "title": Found(self.title.text, self.title) if self.title else None,
        }


def signers(rows: Sequence[Row]) -> list[Signer]:
    """Who signs, block by block."""
    rows = parted(unwrapped(rows))
    return _above_offices(rows) or [signer for block in _blocks(rows) for signer in _block(block)]


def _above_offices(rows: Sequence[Row]) -> list[Signer]:
    """Names one below the other, each above its office: "Karin Holm / Vid protokollet / Bo Ek / Justeras"."""
    tokens = [one for row in rows for cell in row.cells if (one := read(cell, row))]
    first = next((at for at, token in enumerate(tokens) if token.kind == "name"), len(tokens))
    names, offices = tokens[first::2], tokens[first + 1 :: 2]
    if len(names) < 2 or len(names) != len(offices) or any(token.kind != "name" for token in names):
        return []
    if any(of_heading(token.text.text) is None for token in offices):
        return []
    return [_signer(name.text, office.text, office.text) for name, office in zip(names, offices, strict=True)]


def _blocks(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """The rows parted where a heading begins a block of its own below names: "Justerat den 19 februari:"."""
    start, named = 0, False
    for index, row in enumerate(rows):
        kinds = {one.kind for cell in row.cells if (one := read(cell, row))}
        if kinds == {"header"} and named:
            yield rows[start:index]
            start, named = index, False
        named = named or "name" in kinds
    yield rows[start:]


def _block(rows: Sequence[Row]) -> list[Signer]:
    """Who signs in a block, column by column."""
    columns = [[one for cell, row in column if (one := read(cell, row))] for column in columns_of(rows)]
    if any(map(_of_offices, columns)):
        # The offices stand in a column of their own, the names beside or below them in another.
        columns = [[one for row in rows for cell in row.cells if (one := read(cell, row))]]
    found = [signer for column in _inheriting(columns) for signer in _read(column)]
    heads = [cell.text for row in rows for cell in row.cells]
    certified = any(map(certifies, heads)) and not any(map(is_undated_heading, heads))
    return [replace(one, office=None) for one in found] if certified else found


_SIGNATURES = re.compile(r"underskrift", re.IGNORECASE)


def _of_offices(column: Sequence[Token]) -> bool:
    """Whether a column holds offices and nobody's name: lines of text below it are of the posting."""
    kinds = [token.kind for token in column if not _SIGNATURES.match(token.text.text)]
    offices = kinds.count("office") + kinds.count("header")
    return offices > 0 and offices >= kinds.count("text") and not {"name", "signed"} & set(kinds)


def _inheriting(columns: Sequence[list[Token]]) -> Iterator[list[Token]]:
    """The columns, names alone below the heading of adjustment that stands over the column to their left."""
    heading: Token | None = None
    for column in columns:
        own = next((token for token in column if token.kind != "name"), None)
        adjusts = own is not None and own.kind == "header" and of_heading(own.text.text) == "adjuster"
        heading = own if adjusts else heading if own is None else None
        yield [heading, *column] if heading and own is None else column


def opens_block(rows: Sequence[Row]) -> bool:
    """Whether names stand side by side, or alone, above as many offices: nobody's text ends so."""
    rows = [rejoined(row) for row in rows[: MOST_SIGNERS + 1]]
    return (len(rows) <= MOST_SIGNERS and all(map(_is_signed, rows))) or stand_above(rows)


def _is_signed(row: Row) -> bool:
    """Whether a row, or every cell of it, is a name with an office: "Karin Holm, sekreterare"."""
    return with_office(row) is not None or all(
        _with_office(of_cells([(cell, row.page)])) for cell in row.cells
    )


def side_by_side(row: Row) -> list[Signer]:
    """Who stands in a row of several cells, all of them names with their offices."""
    told = [_with_office(of_cells([(cell, row.page)])) for cell in row.cells]
    whole = [one for one in told if one]
    return whole if len(row.cells) > 1 and len(whole) == len(told) else []


def is_of_names(row: Row) -> bool:
    """Whether a row holds nothing but names without party, each in a cell of its own."""
    return all(people.is_name(cell.text) for cell in row.cells)


def is_signed(row: Row) -> bool:
    """Whether a row holds nothing but names, alone or with their offices."""
    return is_of_names(row) or _is_signed(row)


def is_line(row: Row) -> bool:
    """Whether a row holds nothing but lines to sign on."""
    return all(read(cell, row) is None for cell in row.cells)


def without_lines(rows: Sequence[Row]) -> list[Row]:
    """The rows but those that hold nothing but lines to sign on."""
    return [row for row in rows if not is_line(row)]


def stand_above(rows: Sequence[Row]) -> bool:
    """Whether names stand side by side, or alone, above as many offices."""
    if len(rows) < 2 or len(rows[0].cells) != len(rows[1].cells):
        return False
    offices = sum(office(cell.text) is not None for cell in rows[1].cells)
    return is_of_names(rows[0]) and offices >= max(1, 0.5 * len(rows[1].cells))


MOST_SIGNERS = 8
"""So many sign minutes at most, each on a row: "Karin Holm, sekreterare"."""


def with_office(row: Row) -> Signer | None:
    """A row such as "Karin Holm, sekreterare"."""
    return _with_office(of_cells((cell, row.page) for cell in row.cells))


def _with_office(passage: Passage) -> Signer | None:
    match = WITH_OFFICE.match(passage.text)
    if match is None and (match := OFFICE_FIRST.fullmatch(passage.text)) and not office(match["title"]):
        return None
    if not match or not people.is_name(match["name"]):
        return None
    title = passage.group(match, "title")
    return Signer(passage.group(match, "name"), office(title.text.split()[-1]), title)


def _read(tokens: Sequence[Token]) -> list[Signer]:
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


def _below(tokens: Sequence[Token]) -> bool:
    """Whether the offices of a column stand below the names: straight below the first, or last of all."""
    signs = [token for token in tokens if token.kind in ("name", "office", "signed")]
    if len(signs) > 1 and signs[0].kind == "name" and signs[1].kind == "office" and signs[1].close:
        return True
    return bool(signs) and signs[-1].kind == "office"


_OF_SENTENCE = re.compile(
    r"\b(?:har|är|den|på|tillkänna\w+|anslag\w*|justering\w*|protokoll(?:et)?|kommun(?:ens?)?|ort|datum)\b|\d{3}"
    r"|\b(?:digital|elektronisk)|signera|legitim|bankid",
    re.IGNORECASE,
)


def _may_be_title(text: str) -> bool:
    """Whether a line below a name may say what the person is, and no sentence begins there."""
    told = office(text) is not None or not (
        not any(map(str.isalpha, text)) or text.startswith("§") or _OF_SENTENCE.search(text)
    )
    return len(text) < 60 and text.count(" ") <= 5 and told


def _signer(name: Passage, title: Passage | None, standing: Passage | None) -> Signer:
    if standing and certifies(standing.text):
        return Signer(name, None, None if title is standing else title)
    told = (office(title.text) if title else None) or (of_heading(standing.text) if standing else None)
    if title and is_heading(title.text):
        title = None
    if title:
        title = title.part(0, without_label(title.text))
    return Signer(name, told, title, keeps=standing is not None and office(standing.text) == "secretary")
