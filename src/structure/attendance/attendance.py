"""Who attended: lists of names in every layout, with party, role, title, who is replaced, which items.

A list stands in columns of names, or in a table with party and role in columns of their own, or in running
text. The label above or beside it says what its people were, words after a name may say otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...schema.record import Role
from ..landmarks import party_column
from ..landmarks.labels import Field
from ..names import parties, people
from ..text.draft import Draft
from ..text.fold import fold
from ..text.passage import Passage, of_row
from ..text.rows import Row, tail
from . import (
    attendance_table,
    attendee,
    attendees,
    bare_codes,
    columns,
    legend,
    logical_lines,
    paired_lists,
    party_ahead,
)

_BY_LABEL = {
    "members": Role.LEDAMOT,
    "serving": Role.TJANSTGORANDE_ERSATTARE,
    "deputies": Role.ERSATTARE,
    "others": Role.TJANSTEPERSON,
    "union": Role.OVRIG,
}


def drafts(fields: Sequence[Field]) -> list[Draft]:
    """Everyone in the lists, each once, in order."""
    found: list[Draft] = []
    fields = legend.explained(fields)
    signed = next((index for index, field in enumerate(fields) if field.name == "signatures"), len(fields))
    lists = [field for field in fields if field.name in _BY_LABEL and field.rows]
    known = party_column.codes(row for field in lists for row in field.rows)
    led = any(party_ahead.is_led(field.rows) for field in lists if len(field.rows) > 1)
    crossed = any(attendance_table.is_crossed(field.rows) for field in lists)
    serving = _serving(fields)
    for index, field in enumerate(fields):
        if field.name in _PRESIDING and index < signed:
            found += _presiding(field, _PRESIDING[field.name], fields[index + 1 : index + 2])
            below = [row for row in field.rows[1:] if _has_party(row)]
            if len(below) > len(field.rows[1:]) / 2:  # "Ordförande: Åsa Ek (S)" leads the list of members
                found += _listed(field.rows[1:], Role.LEDAMOT, known)
        if field.name == "" and index < signed and party_column.is_role(field.label.text):
            found += _listed(field.rows, attendee.told_role(field.label.text, Role.LEDAMOT), known)
        if _names_writer(fields[max(0, index - 1) : index + 2], field):
            for line in logical_lines.of_list(field.rows[:1]):
                writers = attendees.of_line(line, Role.TJANSTEPERSON)
                found += [one | {"role": Role.SEKRETERARE.value} for one in writers]
        if field.name in _BY_LABEL:
            role = Role.TJANSTGORANDE_ERSATTARE if field is serving else _BY_LABEL[field.name]
            rows = attendance_table.present(field.rows) if crossed else field.rows
            found += (
                party_ahead.drafts(rows, role)
                if led and party_ahead.is_led(rows)
                else _listed(rows, role, known)
            )
    return together(bare_codes.parted(found))


_MARKS = frozenset("•·▪●–-")


def _unmarked(rows: Sequence[Row]) -> list[Row]:
    """The rows of a list without the mark before every entry: "• Åsa Ek (S)"."""
    marked = [len(row.words) > 1 and row.words[0].text in _MARKS for row in rows]
    if sum(marked) <= len(rows) / 2:
        return list(rows)
    return [tail(row, 1) if has else row for row, has in zip(rows, marked, strict=True)]


def _has_party(row: Row) -> bool:
    return bool(people.with_party(of_row(row))) or party_column.mention(row) is not None


def _listed(rows: Sequence[Row], role: Role, known: frozenset[str]) -> Iterator[Draft]:
    """The people of a list: of a table, or of lines of any kind; `known` codes stand without brackets."""
    for part, own in paired_lists.parted(rows, role):
        yield from _of_one(part, own, known)


def _of_one(rows: Sequence[Row], role: Role, known: frozenset[str]) -> Iterator[Draft]:
    rows = party_column.apart(columns.ordered(_unmarked(rows)), known)
    table = list(attendance_table.drafts(rows, role))
    whole = len(table) > len(rows) / 2 and not _left_out(rows, table)
    yield from (
        table
        if whole or attendance_table.tells_presence(rows)
        else _by_groups(logical_lines.of_list(rows), role)
    )


def _serving(fields: Sequence[Field]) -> Field | None:
    """The deputies listed with the members, where those who do not serve have a list of their own below.

    "Beslutande / Ledamöter / Ersättare", "Övriga närvarande / Ersättare": the first ones served; so did they
    where "Beslutande" only heads the lists of both.
    """
    listed = [field for field in fields if field.name in _BY_LABEL]
    for above, field in pairwise(listed):
        if above.name == "members" and field.name == "deputies" and fold(field.label.text) == "ersättare":
            at = listed.index(field)
            heads = [one for one in listed[: at - 1] if fold(one.label.text) == "beslutande" and not one.rows]
            heads = heads if above.label else []  # "Beslutande" that heads a table heads no list below it
            below = [one for one in listed[at + 1 :] if one.name == "deputies"]
            return field if heads or below or _is_stacked(above.label) else None
    return None


def _is_stacked(label: Passage) -> bool:
    """Whether a label is two, one below the other: "Beslutande" above "Ledamöter"."""
    words = [span.word for span in label.spans]
    tops = {word.box.top for word in words if word.box}
    return len(tops) > 1 and fold(words[0].text) == "beslutande" and words[-1].text[0].isupper()


def _left_out(rows: Sequence[Row], listed: Sequence[Draft]) -> bool:
    """Whether rows name people alone that a table does not tell of: then they stand in no table."""
    told = {str(one["name"].value) for one in listed}
    alone = [row.text.split(",")[0] for row in rows if len(row.cells) == 1]
    return any(name not in told and people.is_name(name) for name in alone)


def _by_groups(listed: Sequence[Passage], role: Role) -> Iterator[Draft]:
    """The people of logical lines, those below a party's name of that party."""
    group: people.Mention | None = None
    partied = any(people.with_party(line) for line in listed)
    told = sum("ledamot" in line.text.casefold() for line in listed) > len(listed) / 2
    told = told or sum(bool(people.with_party(line)) for line in listed) >= len(listed) / 2 > 1
    for line in listed:
        heading = parties.heads_group(line)
        group = heading or group
        official = (told or (partied and role is not Role.LEDAMOT)) and _names_official(line)
        for one in [] if heading else attendees.of_line(line, Role.TJANSTEPERSON if official else role):
            joins = group is not None and one["party"] is None and one["title"] is None
            yield one | {"party": group.draft["party"]} if joins and group else one


def _names_official(line: Passage) -> bool:
    """Whether a line among people with parties names one with a title instead: "Bo Ek, kommunchef"."""
    name, _, title = line.text.partition(", ")
    post = title.split(",")[0]
    return people.is_name(name) and people.is_title(post) and not post.endswith(_SEATED)


_SEATED = ("råd", "kyrkoherde", "kyrkoherden")
"""Titles of people who have a seat without a party behind their names."""


def _names_writer(around: Sequence[Field], field: Field) -> bool:
    """Whether "Sekreterare" is one of the lists: others stand above it, and no other office signs below."""
    above, below = around[0], around[-1]
    if field.name != "secretary" or not field.rows or (above.name not in _BY_LABEL and not _leads(above)):
        return False
    return below.name != "chair" and (below.name != "adjusters" or "utse" in fold(below.label.text))


def _leads(field: Field) -> bool:
    """Whether a field is the chair's, who has a party: nobody signs with it."""
    return field.name in _PRESIDING and bool(people.with_party(field.passage))


_PRESIDING = {"chair": Role.ORDFORANDE, "chair_second": Role.VICE_ORDFORANDE}


def _presiding(field: Field, role: Role, below: Sequence[Field]) -> Iterator[Draft]:
    """The chair behind a label of the head, where the party shows a member: "Ordförande: Leif Brand (M)".

    So does a list of members below: "Ordförande: Leif Brand / Ledamöter: ...".
    """
    leads = any(one.name in ("members", "chair_second") for one in below)
    for line in logical_lines.of_list(field.rows[:1]):
        if people.with_party(line) or (leads and people.is_name(line.text)):
            yield from (one | {"role": role.value} for one in attendees.of_line(line, role))


def _for_items(*told: Draft) -> bool:
    return any(one["items"] for one in told)


def together(*lists: Sequence[Draft]) -> list[Draft]:
    """Everyone of several lists once, in order; the later list knows more of who is in both.

    A deputy who served for some items only stands in the lists of those who serve and of those who do not.
    """
    told: dict[str, Draft] = {}
    for listed in lists:
        own: dict[str, Draft] = {}
        for draft in listed:
            name = str(draft["name"].value).casefold()
            above = own.setdefault(name, draft)
            roles = above["role"], draft["role"]
            if roles == (Role.ERSATTARE.value, Role.TJANSTGORANDE_ERSATTARE.value) and _for_items(
                above, draft
            ):
                own.setdefault(f"{name} {draft['role']}", draft)
            if draft["role"] == Role.ERSATTARE.value != above["role"] and _for_items(above, draft):
                own.setdefault(f"{name} {Role.ERSATTARE.value}", draft)
                if above["role"] == Role.LEDAMOT.value:
                    own[name] = above | {"role": Role.TJANSTGORANDE_ERSATTARE.value}
        told |= own
    return list(told.values())
