"""Minutes and excerpts: a head, items, a foot with signatures and posting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile, zip_longest

from ..schema.record import SectionKind
from .attendance import present
from .items import groups, items
from .items.items import Context
from .landmarks import case_numbers, headings, labels
from .landmarks.label_cells import OFFICES, PEOPLE
from .landmarks.openings import Candidate
from .meeting import hands, meeting, officers, signatures, signing, verification
from .names import identity, surname_first
from .names.names import is_name
from .names.offices import certifies
from .page import columns_of_lists, contents
from .text import dates
from .text.draft import Draft, Found, value_of
from .text.fold import fold
from .text.passage import of_cells, of_row
from .text.rows import Row
from .votes import appendices
from .votes.voting_grid import Grid

_FOOT = re.compile(
    r"(?:underskrift(?:er)?|vid protokollet|in fidem|justeras|justerat|justerare|"
    r"(?:(?:år och )?dag )?som of?van|ut supra|"
    r"vid protokollets sammanställning|"
    r"protokollet justeras|utdragsbestyrkande|rätt utdraget(?: intygar)?|utdraget bestyrks|bestyrke?s|"
    r"anslag\s?/\s?bevis|bevis om .*|"
    r"sekreterare|ordförande|protokollet är justerat.*|justeringen har tillkännagivits.*)\W*"
)
_FOOT_ALONE = re.compile(
    r"(?:underskrift(?:er)?|signaturer|(?:underskrifts|signatur)sida|vid protokollet[:,] .{4,60}|"
    r"elektroniska (?:underskrifter|signaturer)|vid protokollet|in fidem|dag som of?van|ut supra|"
    r"rätt utdraget(?: intygar)?|bestyrke?s|anslag\s?/\s?bevis|"
    r"(?:(?:digitalt|elektroniskt) )?(?:justera(?:d|t|dt)|signera[dt])"
    r"(?: (?:digitalt|elektroniskt))?(?: den)? \d.{5,30}|"
    r"(?:protokollet|detta protokoll|detta) (?:är|har) .{0,30}\b(?:digitalt|elektroniskt)\b.*)\W*"
)
"""Words that open a foot also without white space above them."""

_KEPT_BY = re.compile(r"(?:Vid (?:protokollet|anteckningarna)|In fidem)\W+(?P<name>[^,:]+)")
""" "Vid protokollet: Karin Holm"."""

_LED_BY = re.compile(r"(?:Ordförande|Sekreterare):\s+(?P<name>[^,:]+)")
""" "Ordförande: Karin Holm", above the certificate of an excerpt."""

_NOT_HEAD = ("address", "page_number", "signature_strip", "template_code")


def draft(
    all_rows: Sequence[Row],
    text_rows: Sequence[Row],
    links: Sequence[Candidate],
    context: Context,
    grid: Grid | None,
) -> Draft:
    """Everything that minutes say besides kind, authority and body.

    Args:
        all_rows: furniture with them.
        text_rows: without furniture.
        links: the rows of `text_rows` that begin items.
        context: what is known of the document.
        grid: the list of members and votes of the whole meeting, which is not among the rows.
    """
    parts = _parted(all_rows, text_rows, links, grid)
    head, _ = labels.fields(parts.head)
    heads = [*head, *labels.fields(parts.running)[0]]
    foot, _ = labels.fields(parts.foot)
    body = parts.text[links[0].row :] if context.taken else []
    listed, _ = labels.fields(appendices.of_members(parts.lists))
    people = present.found([*_unsigned(head), *listed], body, grid.members if grid else ())
    signed = (
        signing.signers(head, parts.head, parts.foot)
        or signing.adjusted(head)
        or verification.signers(parts.certificate)
    )
    signers = hands.known(signed, _names(people, head))
    people = [*signing.undersigned(head, people, signers), *people]
    held = meeting.draft(
        heads, parts.heading, foot, people, signers or signing.with_offices(head), body,
        ahead=not context.taken, foot_rows=parts.foot,
    )  # fmt: skip
    if held and held["adjusted_on"] is None:
        held["adjusted_on"] = verification.adjusted_on(parts.certificate)
    sent = _sent(parts.foot) if len(links) == 1 else []
    found = appendices.told(items.drafts([*parts.text, *sent], links, context), parts.lists, grid)
    return identity.unified(
        {
            "date": meeting.own_date(heads) or (held["date"] if held else None),
            "case_numbers": _own_numbers(parts.running, parts.head, found),
            "meeting": held,
            "attendance": present.with_offices(people, held, taken=context.taken),
            "items": found,
            "signatures": [signer.draft for signer in signers],
            "contents": parts.entries,
        }
    )


@dataclass(frozen=True, slots=True)
class _Parts:
    """The rows of minutes by what they hold."""

    running: Sequence[Row]
    """Running heads of the first page."""
    head: Sequence[Row]
    entries: list[Draft]
    """Of a list of contents in the head."""
    text: Sequence[Row]
    """Up to the foot; the items begin where the chain says."""
    foot: Sequence[Row]
    lists: Sequence[Row]
    """Appended behind the last item: who voted how, what was stated."""
    certificate: Sequence[Row]
    """The pages of a signing service."""

    @property
    def heading(self) -> list[Row]:
        """The head with what runs above it, then what runs at the first page's foot: "Printed on ..."."""
        top = self.head[0].top if self.head else 0.0
        above = [row for row in self.running if row.top <= top]
        return [*above, *self.head, *(row for row in self.running if row.top > top)]


def _parted(
    all_rows: Sequence[Row], text_rows: Sequence[Row], links: Sequence[Candidate], grid: Grid | None
) -> _Parts:
    """The parts, with arguments as those of `draft`."""
    first = text_rows[links[0].row]
    behind = appendices.begin(text_rows, links[-1].row)
    text, certificate = _without_certificate(text_rows[:behind], links)
    end = _foot(text, links[-1].row)
    above = [row for row in all_rows[: _place(all_rows, first)] if row.furniture not in _NOT_HEAD]
    head, entries = contents.split(groups.without_first([row for row in above if row.furniture is None]))
    return _Parts(
        running=[row for row in above if row.furniture and row.page == all_rows[0].page],
        head=surname_first.turned(columns_of_lists.unzipped(head), beside=grid.rows if grid else ()),
        entries=entries,
        text=text[:end],
        foot=text[end:],
        lists=text_rows[behind:],
        certificate=certificate,
    )


def _without_certificate(rows: Sequence[Row], links: Sequence[Candidate]) -> tuple[Sequence[Row], list[Row]]:
    """The rows without the pages of a signing service behind the last item, and the rows of these."""
    behind = rows[links[-1].row + 1 :]
    verified = verification.pages(behind)
    first = rows[links[0].row].page
    kept = [row for row in rows if row.page not in verified or row.page <= first]
    return kept, [row for row in behind if row.page in verified]


def _names(people: Sequence[Draft], head: Sequence[labels.Field]) -> list[str]:
    """Who may sign: those who were there, and who the head says are to adjust."""
    adjusters = [field for field in head if field.name == "adjusters"]
    return [str(value_of(person["name"])) for person in people] + [
        one.text
        for field in adjusters
        for one in officers.named(field.rows)
        if not hands.looks_handwritten(one.text)
    ]


def _unsigned(head: Sequence[labels.Field]) -> list[labels.Field]:
    """The labelled values, lists of people without the names below them that stand above offices."""
    found: list[labels.Field] = []
    for field, below in zip_longest(head, head[1:]):
        last = field.rows[-1] if field.rows else None
        signed = below is not None and below.name in (*OFFICES, "adjusters") and field.name in PEOPLE
        if signed and last and last.gap and len(last.cells) > 1 and signatures.is_of_names(last):
            field = replace(field, rows=field.rows[:-1])
        found.append(field)
    return found


def _sent(foot: Sequence[Row]) -> list[Row]:
    """The recipients that stand below an excerpt's signatures, with their heading."""
    for index, row in enumerate(foot):
        found = headings.match(row.text) if row.gap or row.bold else None
        sends = found is not None and found.exact and found.kind is SectionKind.EXPEDIERING
        if sends or (row.gap and fold(row.text) == "till"):
            below = takewhile(lambda one: not (one.gap and one.bold), foot[index + 1 :])
            return [replace(row, heading=SectionKind.EXPEDIERING), *below]
    return []


def _own_numbers(
    running: Sequence[Row], heading: Sequence[Row], found: Sequence[Draft]
) -> list[Draft | Found]:
    """The document's case numbers: labelled in its head, alone in its running head, or of its only item."""
    numbers = [one for row in (*running, *heading) for one in case_numbers.find(of_row(row), alone=False)]
    cells = [of_cells([(cell, row.page)]) for row in running for cell in row.cells]
    numbers = numbers or [one for cell in cells for one in case_numbers.find(cell) if one.text == cell.text]
    own: list[Draft | Found] = [Found(one.text, one) for one in numbers]
    return own or (found[0]["case_numbers"] if len(found) == 1 else [])


def _place(rows: Sequence[Row], row: Row) -> int:
    """Where a row stands among all rows."""
    return next(
        index
        for index, one in enumerate(rows)
        if one.page == row.page and one.top == row.top and one.cells == row.cells
    )


def _foot(rows: Sequence[Row], last: int) -> int:
    """Where signatures begin below the last item's heading."""
    for index in range(last + 1, len(rows)):
        cell = fold(rows[index].cells[0].text)
        if rows[last].entry and rows[index].x0 <= rows[last].x0 + rows[index].height:
            return index  # below an agenda's table
        spaced = rows[index].gap or len(rows[index].cells) > 1
        signed = rows[index].gap and signatures.opens_block(rows[index:])
        certified = spaced and certifies(rows[index].text)
        near = rows[index + 1 : index + 3]
        kept = _KEPT_BY.fullmatch(rows[index].text)
        if any(certifies(row.text) for row in near):
            kept = kept or _LED_BY.fullmatch(rows[index].text)
        signed = signed or certified or (kept is not None and is_name(kept["name"]))
        if (spaced and _FOOT.fullmatch(cell)) or _FOOT_ALONE.fullmatch(cell) or signed:
            above = rows[index - 1]
            dated = index - 1 > last and above.gap and dates.at_place(of_row(above))
            return index - 1 if dated else index
    return len(rows)
