"""Where minutes are signed: below the last item, in a block of the first page, or below the attendance."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ...schema.record import Role
from ..attendance import attendee
from ..landmarks import labels
from ..landmarks.label_cells import PEOPLE
from ..landmarks.labels import Field
from ..names.mentions import Mention
from ..names.offices import is_undated_heading
from ..text.draft import Draft
from ..text.fold import fold
from ..text.rows import Row
from . import signatures
from .officers import SELF
from .signature_cells import unwrapped
from .signatures import Signer

_SIGNING = ("secretary", "chair", "adjusters", "signed")


def signers(head: Sequence[Field], rows: Sequence[Row], foot: Sequence[Row]) -> list[Signer]:
    """Who signs: below the last item, or in a block of the first page; with one alone below, in both.

    Args:
        head: labelled values above the first item.
        rows: all rows above the first item.
        foot: rows below the last item.
    """
    found = signatures.signers(_until_posting(foot))
    if len(found) > 1:
        return found
    below = _below_lists(rows)
    for block in (_block(head), _unheaded(head) or ([] if below else _beside(head))):
        signed = signatures.signers(block)
        if len(signed) > 1 and not found:
            return signed
        found += signed
    return (
        [*(adjusted(head) if found else ()), *found] or signatures.signers(below) or _with_all_offices(rows)
    )


_OFFICES = {"secretary", "chair", "adjuster"}


def _with_all_offices(rows: Sequence[Row]) -> list[Signer]:
    """Who stands side by side with the office behind the name, adjusters too: no list of people does."""
    run: list[Signer] = []
    for row in rows:
        told = signatures.side_by_side(row)
        if not told and {one.office for one in run} >= _OFFICES:
            return run
        run = [*run, *told] if told else []
    return run if {one.office for one in run} >= _OFFICES else []


def _block(head: Sequence[Field]) -> list[Row]:
    """The rows of the block that "Underskrifter" opens, up to the posting."""
    rows: list[Row] = []
    posted = next((at for at, field in enumerate(head) if field.name in ("posting", "posted_on")), len(head))
    for field in head[:posted]:
        if field.name == "signatures":
            rows = _on_its_page(field)
        elif rows and field.name in ("secretary", "chair", "adjusters", "signed", "items", "adjusting", ""):
            rows += _on_its_page(field)
        elif rows:
            break
    return _downwards(rows)


def _downwards(rows: Iterable[Row]) -> list[Row]:
    """The rows as they stand on the page, what stands side by side in one row again."""
    found: list[Row] = []
    for row in sorted(rows, key=lambda one: (one.page, one.top, one.x0)):
        if found and _stands_beside(found[-1], row):
            cells = sorted((*found[-1].cells, *row.cells), key=lambda cell: cell.x0)
            found[-1] = replace(found[-1], cells=tuple(cells))
        else:
            found.append(row)
    return found


def _stands_beside(row: Row, other: Row) -> bool:
    """Whether two rows are of one line of the page, the parts of which columns have parted."""
    level = row.page == other.page and abs(row.top - other.top) < 0.5 * row.height
    return level and (row.x1 < other.x0 or other.x1 < row.x0)


def _on_its_page(field: Field) -> list[Row]:
    """A field's rows on the page of its label: nobody signs overleaf. Items only stand beside who signs."""
    rows = field.whole
    if field.name == "items":
        rows = [row for row in field.rows if field.first and row.top > field.first.top]
    return [row for row in rows if row.page == rows[0].page]


def _unheaded(head: Sequence[Field]) -> list[Row]:
    """The rows of a block without a heading: below a list of people, offices with names below them."""
    listed = next((index for index, field in enumerate(head) if field.name in PEOPLE), len(head))
    for signs, run in itertools.groupby(head[listed + 1 :], key=lambda one: one.name in (*_SIGNING, "items")):
        fields = list(itertools.dropwhile(lambda one: one.name == "adjusters", run)) if signs else []
        labelled = [field for field in fields if "underskrift" in field.label.text.casefold()]
        below = [
            field
            for field in labelled or fields
            if field.first
            and field.rows
            and field.rows[-1].top > field.first.top
            and not _is_below(field, head)
        ]
        if "secretary" in (names := {field.name for field in below}) and names & {"chair", "signed"}:
            titled = [field for field in fields if field.first and _is_below(field, head)]
            return _downwards(
                row
                for field in fields
                if field in below or field in titled
                for row in (field.whole if field is not fields[-1] or field in below else field.whole[:1])
            )
    return []


def _beside(head: Sequence[Field]) -> list[Row]:
    """The rows of secretary, chair and adjusters below the attendance, each with the name beside it."""
    listed = max((index for index, field in enumerate(head) if field.name in PEOPLE), default=len(head))
    for index in range(listed + 1, len(head) - 2):
        run = head[index : index + 3]
        if {field.name for field in run} == {"secretary", "chair", "adjusters"} and all(
            one.rows for one in run
        ):
            return [field.first for field in run if field.first]
    return []


def _is_below(office: Field, head: Sequence[Field]) -> bool:
    """Whether names stand straight above an office, so that those below it are of the next ones."""
    label = office.first
    return label is not None and any(
        row.page == label.page
        and 0 <= label.top - row.bottom < row.height
        and signatures.is_of_names(row)
        and row.x0 <= label.x0 + row.height
        for field in head
        for row in field.rows
    )


_BY = re.compile(r"(?:protokollet )?(?:justera|signera|underteckna)\w* (?:digitalt |elektroniskt )?av")


_DIGITAL = re.compile(r"digital|elektronisk", re.IGNORECASE)
"""Names below "Digitalt justerat" stand under no signature; they tell who chaired and adjusted."""


def adjusted(head: Sequence[Field]) -> list[Signer]:
    """Who is named alone below the date of adjustment in the head, and who signs above and below them."""
    for index, field in enumerate(head):
        if field.name != "adjusting" or not field.first or _DIGITAL.match(field.label.text):
            continue
        listed = [row for row in field.rows[1:] if not _BY.fullmatch(fold(row.text))]
        names = list(itertools.takewhile(signatures.is_signed, listed))
        names = names or list(itertools.takewhile(signatures.is_signed, _in_column(listed, field.first.x0)))
        if names:
            last = head[index - 1].rows[-1:] if index else []
            above = [row for row in last if signatures.with_office(row)]
            others = itertools.takewhile(lambda one: one.name in _SIGNING, head[index + 1 :])
            below = [row for one in others for row in one.whole]
            return signatures.signers([*above, field.first, *names, *below])
    return []


def _in_column(rows: Sequence[Row], left: float) -> list[Row]:
    """What of rows stands in the column that begins at `left`: names below the date, beside other rows."""
    cells = [tuple(cell for cell in row.cells if abs(cell.x0 - left) < row.height) for row in rows]
    return [replace(row, cells=own) for row, own in zip(rows, cells, strict=True) if own]


def _below_lists(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows of a block below the attendance without a heading: names side by side above their offices."""
    signing = unwrapped(signatures.without_lines(_downwards(rows)))
    for index in range(1, len(signing)):
        below = signing[index + 1 : index + 2]
        # "Vid protokollet" heads who signs below it.
        headed = any(is_undated_heading(row.text) for row in below)
        if not headed and signatures.stand_above([signing[index], *below]):
            return _until_posting(_together(signing[index:]))
    return []


def _together(rows: Sequence[Row]) -> Sequence[Row]:
    """Names, their offices and what follows up to white space, on one page."""
    end = next(
        (
            at
            for at, row in enumerate(rows)
            if at > 1 and (row.page != rows[0].page or (row.gap and not _goes_on(rows, at)))
        ),
        len(rows),
    )
    return rows[:end]


def _goes_on(rows: Sequence[Row], at: int) -> bool:
    """Whether names above their offices begin, or end, with a row below white space."""
    return signatures.stand_above(rows[at : at + 2]) or signatures.stand_above(rows[at - 1 : at + 1])


def with_offices(head: Sequence[Field]) -> list[Signer]:
    """People named with their office where nothing is signed by hand: "Karin Holm, sekreterare"."""
    rows = [row for field in head if field.name not in PEOPLE for row in field.rows]
    return [signer for row in rows if (signer := signatures.with_office(row))]


def _until_posting(rows: Sequence[Row]) -> Sequence[Row]:
    for index, row in enumerate(rows):
        if labels.match(row.cells[0].text) in ("posting", "posted_on", "body") and index:
            return rows[:index]
    return rows


def undersigned(head: Sequence[Field], people: Sequence[Draft], signed: Sequence[Signer]) -> list[Draft]:
    """Whom the list names by the signature alone: "Närvarande: undertecknad, ordförande, samt ..."."""
    told = next(
        (match for one in head if one.name == "members" and (match := SELF.search(one.passage.text))), None
    )
    role = Role.SEKRETERARE if told and told["writes"] else Role.ORDFORANDE
    if told is None or any(person["role"] == role.value for person in people):
        return []
    office = "secretary" if told["writes"] else "chair"
    own = [one.name for one in signed if one.office == office] or [one.name for one in signed if one.keeps]
    return [attendee.draft(Mention(own[0], None, None, 0, 0), role)] if len(own) == 1 else []
