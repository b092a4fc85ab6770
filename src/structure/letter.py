"""Letters: one matter with its title, proposal, basis, signature and recipients."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from ..schema.record import Kind, SectionKind
from .document import kind, subject
from .items import title_numbers
from .items.items import Context, matter
from .landmarks import case_numbers, heading_rows, headings, labels, lists
from .landmarks.carriers import carries
from .landmarks.labels import Field
from .meeting import hands, meeting
from .meeting import signatures as signatures_of
from .names.bodies import is_body
from .names.names import is_name, is_title
from .text import dates
from .text.draft import Draft, Found, text
from .text.fold import fold
from .text.passage import Passage, of_cells, of_row, of_rows
from .text.rows import Row

MEETINGS = (Kind.PROTOKOLL, Kind.PROTOKOLLSUTDRAG, Kind.KALLELSE, Kind.FOREDRAGNINGSLISTA)
"""Kinds that are of a meeting, also where no § could be read."""

_NOT_HEAD = ("address", "page_number", "signature_strip", "template_code")


def draft(all_rows: Sequence[Row], rows: Sequence[Row], context: Context, told: Kind) -> Draft:
    """Title, date, case numbers, the one item, signatures.

    Args:
        all_rows: furniture with them.
        rows: without furniture.
        context: what is known of the document.
        told: its kind.
    """
    start = _body_start(rows)
    above = [row for row in _above(all_rows, rows, start) if row.furniture not in _NOT_HEAD]
    head, _ = labels.fields(above)
    body, signatures = _signed(rows[start:])
    title = subject.title([row for row in rows[:start] if row.page == rows[0].page], head, context.outline)
    numbers = _case_numbers(above, head, title)
    title = _without_own_numbers(title, numbers) if title else None
    # The outline names the title once more; in the text it is a reference then, not a heading.
    below = replace(context, outline=context.outline - {fold(title.text)}) if title else context
    item: Draft = {"number": None, "title": text(title), "case_numbers": numbers, **matter(body, below)}
    held = told in MEETINGS
    return {
        "meeting": meeting.draft(head, above, (), (), (), (), ahead=not context.taken) if held else None,
        "title": text(title),
        "date": _date(head, above)
        or next((Found(*at) for row in rows[start:] if (at := dates.at_place(of_row(row)))), None),
        "case_numbers": numbers,
        "items": [item],
        "signatures": signatures,
    }


def _above(all_rows: Sequence[Row], rows: Sequence[Row], start: int) -> Sequence[Row]:
    page = all_rows[0].page if all_rows else 0
    own = [row for row in all_rows if row.page == page][:MOST_HEAD_ROWS]
    if start >= len(rows):
        return own
    first = rows[start]
    return [row for row in own if (row.page, row.top) < (first.page, first.top)]


MOST_HEAD_ROWS = 40
"""What stands further down, or overleaf, is no head: dates and names there are those of the text."""


def _body_start(rows: Sequence[Row]) -> int:
    """The first row that is a heading of a section, or of running text above it."""
    running = _running_start(rows)
    for index, row in enumerate(rows):
        if running and index == running:
            return index
        if index and (row.heading or carries(row) or _runs_in(row)):
            return index
        if _heads_labels(rows, index) or _is_of_form(row) or heading_rows.presents(row):
            continue
        found = headings.match(row.cells[0].text)
        label = labels.match(row.text) is not None and not _stands_over_text(rows, index)
        if found and found.exact and index and not label and not kind.names(row.text):
            return index
    return running


def _runs_in(row: Row) -> bool:
    """Whether a row is a heading with its text behind a colon, and no label: "Förslag till beslut: ..."."""
    before = row.text.split(":", 1)[0]
    return before != row.text and labels.match(before) is None and heading_rows.opens(row)


def _stands_over_text(rows: Sequence[Row], index: int) -> bool:
    """Whether a row in bold stands over a sentence, as "Ärende" does that is no label there."""
    below = rows[index + 1] if index + 1 < len(rows) else None
    alone = len(rows[index].cells) == 1 and rows[index].bold and not rows[index].text.endswith(":")
    return alone and below is not None and not below.bold and _paragraph(rows, index + 1).endswith(".")


def _paragraph(rows: Sequence[Row], start: int) -> str:
    """The words of a row and of those below it without space between."""
    goes_on = takewhile(lambda below: not (below.gap or below.first), rows[start + 1 :])
    return of_rows([rows[start], *goes_on]).text


def _heads_labels(rows: Sequence[Row], index: int) -> bool:
    """Whether a row stands above labels, as "BESLUT" does that names the document."""
    below = rows[index + 1].cells if index + 1 < len(rows) else ()
    return bool(below) and all(labels.match(cell.text) for cell in below)


def _is_of_form(row: Row) -> bool:
    """Whether a row is one of a form with its labels side by side: "Ärende | Anmäls till nämnden"."""
    short = all(len(cell.words) <= MOST_LABEL_WORDS and cell.text[-1].isalpha() for cell in row.cells)
    return len(row.cells) > 1 and short and labels.match(row.cells[0].text) is not None


MOST_LABEL_WORDS = 4


def _running_start(rows: Sequence[Row]) -> int:
    """The first row of running text: a paragraph of sentences; 0 where there is none."""
    for index, row in enumerate(rows):
        wide = len(row.cells) == 1 and len(row.words) >= LEAST_WORDS and row.gap and row.text[0].isupper()
        begins = index > 1 and wide and not row.bold and not labels.match(row.text)
        if begins and _paragraph(rows, index).endswith("."):
            return index
    return 0


LEAST_WORDS = 7
"""Words of the first row of a paragraph of running text."""


def _without_own_numbers(title: Passage, numbers: Sequence[Found]) -> Passage:
    """The title without the letter's own case numbers around it; those of others are part of what it says."""
    found, bare = title_numbers.without_numbers(title)
    own = {number.value for number in numbers}
    return bare if bare and found and all(one.text in own for one in found) else title


def _case_numbers(head: Sequence[Row], fields: Sequence[Field], title: Passage | None) -> list[Found]:
    """The letter's own numbers; those in the title and below it are others' where the head gives one."""
    words = {id(word) for _, word in title.words()} if title else set()
    above = list(takewhile(lambda row: not any(id(word) in words for word in row.words), head))
    own = [number for row in above for number in case_numbers.find(of_row(row))]
    found = [number for row in head for number in case_numbers.find(of_row(row))]
    if not found:  # a label above its value
        values = [of_row(field.rows[0]) for field in fields if field.name == "case_number" and field.rows]
        found = [value for value in values if case_numbers.is_value(value.text)]
    own = own or [one for one in found if not any(id(word) in words for _, word in one.words())]
    return [Found(value, passage) for value, passage in {one.text: one for one in own or found}.items()]


def _date(head: Sequence[Field], rows: Sequence[Row]) -> Found | None:
    for field in head:
        if field.name == "date":
            date = dates.first(field.passage)
            if date:
                return Found(*date)
    for row in rows:
        for part in (of_row(row), *(of_cells([(cell, row.page)]) for cell in row.cells)):
            found = list(dates.find(part))
            if len(found) == 1 and _is_dated(part.text, found[0][1].text):  # two are a period
                return Found(*found[0])
    return None


def _is_dated(text: str, date: str) -> bool:
    """Whether a row or a cell of the letterhead stands there for its date: "Delegationsbeslut 2022-05-18"."""
    rest = text.replace(date, " ").strip(" ,.:")
    if _TERM.search(rest):
        return False
    return len(date) > 0.4 * len(text) or kind.names(rest) is not None or is_body(rest)


_TERM = re.compile(r"\b(?:remisstid|svarstid|senast|sista|från och med|till och med)\b", re.IGNORECASE)
"""Beside these a date is that of something to come."""


def _opens_foot(row: Row, above: Row | None) -> bool:
    """Whether a row opens the signatures: "Vid protokollet", "Justeras", or where and when it was.

    Straight below a heading it is an entry of what this heads: "Avtal 2022-05-11".
    """
    heads = all(heading_rows.SIGNATURES.fullmatch(fold(cell.text)) for cell in row.cells)
    headed = above is not None and above.text[-1] != "." and headings.told_by_words(above.text)
    entry = headed and headed is not SectionKind.ANNAT
    return row.gap and (heads or (not entry and dates.at_place(of_row(row)) is not None))


def _below_signer(rows: Sequence[Row], at: int) -> bool:
    """Whether a name and its office stand straight above a row."""
    signed = at > 1 and is_name(rows[at - 2].text) and not is_name(rows[at].text)
    above = rows[at - 1].text if signed else ""
    return is_title(above) or "ordförande" in fold(above).split()


_AFTER_SIGNERS = (SectionKind.EXPEDIERING, SectionKind.OVERKLAGANDE, SectionKind.BESLUTSUNDERLAG)
"""Sections that may stand below who signs: "Kopia till", "Bilagor"."""


def _signed(rows: Sequence[Row]) -> tuple[list[Row], list[Draft]]:
    """The rows without the typed signatures, and these: at the end of all or a page, or above recipients.

    Who signs with an office may stand above any heading: a report may follow the proposal that is signed.
    """
    ends: set[int] = set()
    inner: set[int] = set()
    for index, row in enumerate(rows):
        found = headings.match(row.text.split(":", 1)[0])
        if found and found.kind in _AFTER_SIGNERS:
            ends.add(index)
        elif row.gap and (found or _below_signer(rows, index)):
            inner.add(index)
    overleaf = {index for index in range(1, len(rows)) if rows[index].page != rows[index - 1].page}
    for end in sorted({*ends, *inner, *overleaf, len(rows)}):
        if end in overleaf or end not in inner:
            foot = next((at for at in range(end) if _opens_foot(rows[at], rows[at - 1] if at else None)), end)
            signers = hands.known(signatures_of.signers(rows[foot:end]), ())
            if signers:
                return [*rows[:foot], *rows[end:]], [signer.draft for signer in signers]
        if end in overleaf:
            continue
        signatures, begin = lists.signature(rows[:end])
        told = end not in inner or all(signature["title"] for signature in signatures)
        if signatures and rows[begin].gap and begin and told:
            return [*rows[:begin], *rows[end:]], signatures
    return list(rows), []
