"""The cells of signature blocks: names, offices and headings in columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...schema import Word
from ..names import offices, people
from ..text.draft import without_leader
from ..text.passage import Passage, of_cells
from ..text.phrases import rejoined
from ..text.rows import Cell, Row, boxed, head

WITH_OFFICE = re.compile(
    r"^(?P<name>[^,(]+?)(?: \([^)]{1,6}\))?,? \(?"
    r"(?P<title>[A-ZÅÄÖa-zåäö:1-3 ]*"
    r"(?:(?i:sekreterare|ordförande|justerare|protokolls?justerare|protokollförare|justeringsman|justeringsperson)))"
    r"(?=\)?$|\)?\s*,?\s*(?:§|[Pp]aragraf)|[,;]?\s+\(?(?:[a-zåäö]{3,14} )?(?:19|20)\d\d-\d\d-\d\d)"
)
""" "Karin Holm, sekreterare"."""

OFFICE_FIRST = re.compile(
    rf"(?P<title>[A-ZÅÄÖa-zåäö]+(?: [a-zåäö]+)?)[:._…]*\s+(?P<name>{people.NAME}(?: {people.NAME})*)"
)
""" "Sekreterare  Karin Holm", "Sekreterare........ Karin Holm" in one cell."""

_OF_ITEMS = re.compile(
    r"(?<=\w)[,\s]+\(?(?:(?:ej|utom|samt) )?(?:§{1,2}|[Pp]aragraf(?:er)?)\s?\d[\d\s,–-]*(?:och \d+)?\)?$"
)
"""The items that somebody signs for."""

_SIGNED_ON = re.compile(
    r"[,;]?\s+\(?(?:(?:den|signera[dts]|justera[dts]|underteckna[dts]) )?"
    r"(?:(?:19|20)\d\d-\d\d-\d\d|\d{1,2} [a-zåäö]{3,9} (?:19|20)\d\d)"
    r"(?:[ ,]+(?:kl\.? ?)?\d{1,2}[.:]\d\d(?:[.:]\d\d)?)?\)?$"
)
""" "Karin Holm, 2021-06-09 08:15", "Karin Holm (signerat 2021-06-09)": when somebody signed."""

_LEADER = re.compile(r"[\W_]*")

_BARE = re.compile(r"[\W_]*(?P<name>.*\w)")
"""A name without its stop, and without the specks of ink and pen that a reader saw beside it: "‘Nils Ek."."""

APART = 0.75
"""A space of this width, in heights of letters, parts two names of a block that signs side by side."""


@dataclass(frozen=True, slots=True)
class Token:
    """A cell: what it is, and the words that say so."""

    kind: str
    """name, signed (a name with its office), office, header or text."""
    text: Passage
    close: bool
    """Whether no white space stands above it."""


def unwrapped(rows: Sequence[Row]) -> list[Row]:
    """The rows, names of people side by side put together that narrow cells broke: "Bo-Erik / Sandgren"."""
    found: list[Row] = []
    for row in rows:
        whole = _with_below(found[-1], row) if found else None
        if whole is None:
            found.append(row)
        else:
            found[-1] = whole
    return found


def _with_below(row: Row, below: Row) -> Row | None:
    """A row of names with the ends of some of them, which stand below; None where it is none."""
    if (
        row.words[0].box is None
        or len(row.cells) < 2
        or below.gap
        or len(below.cells) > len(row.cells)
        or row.page != below.page
    ):
        return None
    if not all(people.is_name_word(cell.text) for cell in below.cells):
        return None
    cells = [
        next(
            (boxed((*cell.words, *end.words)) for end in below.cells if abs(end.x0 - cell.x0) < row.height),
            cell,
        )
        for cell in row.cells
    ]
    ended = sum(whole is not cell for whole, cell in zip(cells, row.cells, strict=True))
    named = all(people.is_name(cell.text) for cell in cells)
    return replace(row, cells=tuple(cells)) if named and ended == len(below.cells) else None


def parted(rows: Sequence[Row]) -> list[Row]:
    """The rows with every name in a cell of its own, below its office."""
    found: list[Row] = []
    for row in (piece for whole in rows for piece in _unrolled(rejoined(whole))):
        above = found[-1] if found else None
        if (
            above
            and _names_office(above)
            and _names_office(row)
            and (above.page, above.top) == (row.page, row.top)
        ):
            found[-1] = replace(above, cells=(*above.cells, *row.cells))  # two labels of one height
            continue
        found.append(_below_offices(_parted(row), above))
    return found


def _unrolled(row: Row) -> list[Row]:
    """A heading and the names behind it as two rows, each name in a cell: "Justeras: Nils Ek, Åsa Öhrn"."""
    label, colon, _ = row.text.partition(": ")
    if not colon or not offices.is_heading(label):
        return [row]
    count = label.count(" ") + 1
    names: list[list[Word]] = [[]]
    for word in row.words[count:]:
        if word.text != "och":
            names[-1].append(word)
        if word.text == "och" or word.text.endswith(","):
            names.append([])
    if len(names) < 2 or any(word.box is None for word in row.words):
        return [row]
    cells = tuple(boxed(name) for name in names if name)
    if not all(people.is_name(cell.text.rstrip(".,")) for cell in cells):
        return [row]
    return [head(row, count), replace(row, cells=cells)]


def _names_office(row: Row) -> bool:
    return offices.office(without_leader(row.cells[0].text)) is not None


def _below_offices(row: Row, above: Row | None) -> Row:
    """The row with its names moved below as many offices: behind these stand the lines to sign on."""
    if above is None or above.page != row.page:
        return row
    heads = [cell for cell in above.cells if offices.office(without_leader(cell.text))]
    named = all(people.is_name(cell.text) for cell in row.cells)
    if len(heads) < 2 or len(heads) != len(row.cells) or not named:
        return row
    cells = [replace(cell, x0=head.x0) for cell, head in zip(row.cells, heads, strict=True)]
    return replace(row, cells=tuple(cells))


def _parted(row: Row) -> Row:
    """The row with two names in cells of their own that only a wide space parts."""
    cells: list[Cell] = []
    for cell in row.cells:
        at = next(
            (index for index in range(2, len(cell.words) - 1) if _is_seam(cell, index, row.height)), None
        )
        cells += [cell] if at is None else [boxed(cell.words[:at]), boxed(cell.words[at:])]
    return row if len(cells) == len(row.cells) else replace(row, cells=tuple(cells))


def _is_seam(cell: Cell, index: int, height: float) -> bool:
    left, right = cell.words[index - 1].box, cell.words[index].box
    halves = [" ".join(word.text for word in half) for half in (cell.words[:index], cell.words[index:])]
    if not left or not right or (right.x0 - left.x1 < APART * height and not _OF_ITEMS.search(halves[0])):
        return False
    return all(people.ends_in_name(_OF_ITEMS.sub("", half).rstrip(".")) for half in halves)


def columns(rows: Sequence[Row]) -> list[list[tuple[Cell, Row]]]:
    """The cells by where they begin, from the left."""
    found: list[tuple[float, list[tuple[Cell, Row]]]] = []
    for row in rows:
        for cell in row.cells:
            for start, cells in found:
                if abs(start - cell.x0) <= 4 * row.height:
                    cells.append((cell, row))
                    break
            else:
                found.append((cell.x0, [(cell, row)]))
    return [cells for _, cells in sorted(found, key=lambda column: column[0])]


def read(cell: Cell, row: Row) -> Token | None:
    """What a cell is; None for a line to sign on."""
    if _LEADER.fullmatch(cell.text):
        return None
    passage = of_cells([(cell, row.page)])
    passage = passage.part(0, len(without_leader(passage.text)))
    passage = passage.part(2 if passage.text[:2] in ("• ", "- ", "– ") else 0, len(passage.text))
    if passage.text.startswith("/") and (slash := passage.text.rfind("/")) > 0:
        passage = passage.part(1, slash)  # "/Nils Ek/" in place of the hand's signature
    if items := _OF_ITEMS.search(passage.text):
        passage = passage.part(0, items.start())  # "Nils Ek (ej § 47)"
    if (dated := _SIGNED_ON.search(passage.text)) and people.is_name(passage.text[: dated.start()]):
        passage = passage.part(0, dated.start())
    bare = _BARE.match(passage.text)
    if bare and people.is_name(bare["name"]):
        passage = passage.group(bare, "name")
    return Token(*_kind(passage), close=not row.gap)


MOST_WORDS = 6
"""A cell of a signature has fewer spaces."""


def _kind(passage: Passage) -> tuple[str, Passage]:
    """What a cell of a block is, and the words that say so."""
    text = passage.text
    together = WITH_OFFICE.match(text)
    first = OFFICE_FIRST.fullmatch(text)
    if (together and people.is_name(together["name"])) or (
        first and offices.office(first["title"]) and people.is_name(first["name"])
    ):
        return "signed", passage
    if offices.is_heading(text) or offices.certifies(text):
        return "header", passage
    if offices.office(text):
        return "office", passage
    name = passage.part(0, len(text.split(",")[0]))
    if "," in text and people.is_name(name.text) and text.count(" ") < MOST_WORDS:
        return "name", name  # "Katja Persson, Vision": whom the signer speaks for
    named = people.with_party(passage)
    if named and named[0].name:
        return "name", named[0].name
    return ("name" if people.is_name(text) else "text"), passage
