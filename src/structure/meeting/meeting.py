"""The meeting: when, where, who led it, who adjusts its minutes, when these were posted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

from ..landmarks.labels import Field
from ..text import dates
from ..text.draft import Draft, Found
from ..text.passage import Passage, of_row, of_rows
from ..text.rows import Row
from . import adjournments, items_held, notices, officers, place_and_time
from .signatures import Signer

_LATEST = re.compile(r"\bsenast\b", re.IGNORECASE)
"""When minutes are to be adjusted at the latest is not when they were."""

_OTHERWISE = re.compile(r"\bi övrigt\b")
"""Some items adjusted at once: "den 17 februari beträffande § 30, i övrigt den 3 mars"."""


def draft(
    head: Sequence[Field],
    heading: Sequence[Row],
    foot: Sequence[Field],
    attendance: Sequence[Draft],
    signers: Sequence[Signer],
    body: Sequence[Row],
    *,
    foot_rows: Sequence[Row] = (),
    ahead: bool = False,
) -> Draft | None:
    """The meeting as the record has it; None where nothing is said of one.

    Args:
        head: labelled values above the first item.
        heading: all rows above the first item.
        foot: labelled values below the last item.
        attendance: the people already found.
        signers: who signs the minutes.
        body: rows of the items.
        foot_rows: all rows below the last item.
        ahead: whether the meeting is called, so that the letter has a date of its own.
    """
    head = _told_apart(head)
    both = [*head, *foot]
    when = (_called(head, heading) if ahead else None) or _when(head, heading)
    times = place_and_time.times(head, heading, body)
    said = notices.told([*heading, *foot_rows], _year(when))
    fields: Draft = {
        "date": when,
        "start": times[0],
        "end": times[1],
        "place": place_and_time.place(head, heading),
        "chair": (chair := officers.officer("chair", both, attendance, signers, body)),
        "secretary": officers.officer("secretary", both, attendance, signers, body),
        "adjusters": officers.adjusters(head, signers, chair, body)
        or officers.adjusters(foot, signers, chair, body)
        or notices.adjusters(foot_rows),
        "adjusted_on": _date(both, "adjusting", when)
        or said.get("adjusted_on")
        or _date(both, "signed", when)
        or notices.told(_adjusting(body), _year(when)).get("adjusted_on"),
        **items_held.told(both, heading),
        "adjournments": adjournments.drafts([*heading, *body]),
        "posting": _posting(both, when, said | _kept([*heading, *foot_rows])),
    }
    return fields if any(fields.values()) else None


def _told_apart(head: Sequence[Field]) -> list[Field]:
    """The fields, a second "Plats och tid" below who adjusts as that of the adjustment."""
    names = [field.name for field in head]
    return [
        replace(field, name="adjusting")
        if field.name == "place_and_time" and field.name in names[:at] and names[at - 1] in _ADJUSTS
        else field
        for at, field in enumerate(head)
    ]


def _adjusting(body: Sequence[Row]) -> list[Row]:
    """The rows of the items that begin to speak of the adjustment, each with the one below it."""
    begun = [at for at, row in enumerate(body) if "ustering av protokollet" in row.text]
    return [row for at in begun for row in body[at : at + 2]]


_ADJUSTS = ("adjusters", "adjusting")


def _found(passage: Passage | None) -> Found | None:
    return Found(passage.text, passage) if passage else None


_LABELS = ("date", "place_and_time", "time")
"""Labels that give the meeting's day, the surest first."""


def _called(head: Sequence[Field], heading: Sequence[Row]) -> Found | None:
    """The day of a meeting that is called, by a label or a sentence: the letter has a date of its own."""
    labelled = _date(head, "place_and_time", None) or _date(head, "time", None)
    told = dates.first(place_and_time.sentence(heading))
    return labelled or (Found(*told) if told else None)


def _when(head: Sequence[Field], heading: Sequence[Row]) -> Found | None:
    for name in _LABELS:
        found = _date(head, name, None)
        if found:
            return found
    others = {(row.page, row.top) for field in head if field.name in _OTHER_DAYS for row in _dated(field)}
    rows = [row for row in heading if (row.page, row.top) not in others]
    for row, below in zip_longest(rows, rows[1:]):
        wraps = below is not None and not below.gap  # "den 10 / september 2019"
        date = dates.first(of_row(row)) or (dates.first(of_rows([row, below])) if wraps else None)
        if date:
            return Found(*date)
    return None


def _dated(field: Field) -> list[Row]:
    """The first row of a labelled value that names a day, in a list."""
    return [row for row in field.whole if dates.first(of_row(row))][:1]


_OTHER_DAYS = (
    "adjusting",
    "adjusters",
    "signatures",
    "posting",
    "posted_on",
    "removed_on",
    "appeal_by",
    "storage",
)
"""Labels behind which another day than the meeting's stands."""


def own_date(head: Sequence[Field]) -> Found | None:
    """The date that the document's head gives behind a label of its own."""
    return _date(head, "date", None)


def _date(fields: Iterable[Field], name: str, when: Found | None) -> Found | None:
    year = _year(when)
    for field in fields:
        if field.name == name:
            otherwise = _OTHERWISE.search(field.passage.text)
            rest = field.passage.part(otherwise.end(), len(field.passage.text)) if otherwise else None
            date = (rest and dates.first(rest, year=year)) or dates.first(field.passage, year=year)
            date = date or dates.six_digits(field.passage)
            latest = _LATEST.search(field.passage.text) if name == "adjusting" else None
            if date and not latest:
                return Found(*date)
    return None


def _year(when: Found | None) -> int | None:
    return int(str(when.value)[:4]) if when else None


_SIGNED = re.compile(r",?\s+(?:Sign(?:atur|erat)?|Underskrift)\b.*$")
""" "socialkontoret Sign TN": who signs stands behind where the minutes are kept."""


def _storage(fields: Sequence[Field]) -> Found | None:
    """Where the minutes are kept: up to white space, behind which somebody signs, or to the page's end."""
    field = next((one for one in fields if one.name == "storage" and one.rows), None)
    if field is None:
        return None
    value = [field.rows[0]]
    for row in field.rows[1:]:
        if row.page != value[-1].page or row.gap or row.top - value[-1].bottom > row.height:
            break
        value.append(row)
    kept = of_rows(value)
    signed = _SIGNED.search(kept.text)
    return _found(kept.part(0, signed.start() if signed else len(kept.text)))


def _kept(rows: Sequence[Row]) -> dict[str, Found]:
    found = notices.storage(rows)
    return {"storage": found} if found else {}


def _until(fields: Sequence[Field], when: Found | None) -> Found | None:
    """The end of the time for which a label says that minutes are posted: "2019-02-05 – 2019-02-27"."""
    posted = next((one.passage for one in fields if one.name == "posted_on"), Passage(""))
    dated = list(dates.find(posted, year=_year(when)))
    return Found(*dated[1]) if len(dated) == 2 and dated[0][0] < dated[1][0] else None


def _posting(fields: Sequence[Field], when: Found | None, said: Mapping[str, Found]) -> Draft | None:
    posting: Draft = {
        "posted_on": _date(fields, "posted_on", when) or said.get("posted_on"),
        "removed_on": _date(fields, "removed_on", when) or _until(fields, when) or said.get("removed_on"),
        "storage": _storage(fields) or said.get("storage"),
        "appeal_by": _date(fields, "appeal_by", when) or said.get("appeal_by"),
    }
    return posting if any(posting.values()) else None
