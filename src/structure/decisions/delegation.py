"""Decisions on a board's behalf: who decided, by what power, as Förvaltningslagen 31 § asks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..landmarks import labels
from ..names import people
from ..text import dates
from ..text.draft import Draft, Found
from ..text.lines import right_margin, running
from ..text.passage import Passage, of_rows
from ..text.rows import Row
from ..text.sentences import split

_POWER = re.compile(
    r"(?:(?:punkt|p\.|nr|avsnitt|ärendetyp)\s*[A-ZÅÄÖ]?\s?\d+(?:[.:]\d+)*\w?\s+(?:i|enligt)\s+[^.;]{0,80}?delegations?\w*"
    r"|delegations(?:ordning|bestämmelse)\w*\s*,?\s*(?:punkt|p\.|nr|avsnitt)?\s*[A-ZÅÄÖ]?\s?\d+(?:[.:]\d+)*"
    r"|6 kap\.? 39 § kommunallagen|kommunallagen 6 kap\.? 39 §)",
    re.IGNORECASE,
)
_LAW = re.compile(
    r"(?:\d{1,2} kap\.? )?\d{1,3}(?: ?[a-z])?"
    r"(?:(?:,|\.?[-–]| och| samt) ?\d{1,3}(?: ?[a-z](?=[ ,]))?)* ?§§? (?:i )?"
    r"(?:(?:[a-zåäö]+- och )?[a-zåäö]*(?:lagen|balken|förordningen|stadgan)(?: \(\d{4}:\d+\))?"
    r"|(?:PBL|KL|SoL|LSS|LVU|LVM|MB|FL|OSL|TF|LOU|HSL|AL)\b)"
)
_OWNER = re.compile(
    r"(?P<body>\S+(?: och \S+)?(?:nämnden|styrelsen|utskottet|fullmäktige))s delegations", re.IGNORECASE
)
_SIGNED_FOR = re.compile(
    r"(?:^|\n|[.] )För (?P<body>[a-zåäö]+(?:- och [a-zåäö]+)?(?:nämnden|styrelsen))(?=$|\n| [A-ZÅÄÖ])"
)
"""The board in whose place somebody decides: "bygg- och miljönämndens delegationsordning", "För nämnden"."""

_PRESENT = re.compile(
    r"(?:slutliga? (?:handläggning|beredning)\w*|deltagit i handläggningen|deltog i handläggningen)",
    re.IGNORECASE,
)
_PRESENTER = re.compile(
    r"\b(?:föredragande|föredragits av|på föredragning av|efter föredragning av)\b[: ]*", re.IGNORECASE
)
_REPORTED = re.compile(r"\b(?:anmäl(?:s|ts|des|d)|delges|redovisas) (?:till|för|i|vid)\b", re.IGNORECASE)


def draft(rows: Sequence[Row], known: Draft) -> Draft:
    """The decision's makers and grounds.

    Args:
        rows: the document without furniture.
        known: what was drawn from it already: date, body, signatures.
    """
    text = running(rows, right_margin(rows))
    power = _POWER.search(text.text)
    presenter, present, reported = None, [], None
    for sentence in split(text):
        if match := _PRESENTER.search(sentence.text):
            presenter = presenter or next((one.name for one in people.bare(sentence, match.end())), None)
        if _PRESENT.search(sentence.text):
            present += [one.name for one in people.everyone(sentence) if one.name]
        if _REPORTED.search(sentence.text):
            reported = reported or dates.first(sentence)
    return {
        "decided_on": known["date"],
        "decided_by": known["signatures"] or _decider(rows),
        "on_behalf_of": known["body"] or _board(text),
        "authority": _found(text.group(power) if power else _stated_power(rows)),
        "law": [Found(law.text, law) for law in (text.group(match) for match in _LAW.finditer(text.text))],
        "presenter": _found(presenter),
        "present": [Found(name.text, name) for name in present],
        "reported_on": Found(*reported) if reported else None,
    }


def _board(text: Passage) -> Found | None:
    match = _OWNER.search(text.text) or _SIGNED_FOR.search(text.text)
    return _found(text.group(match, "body")) if match else None


def _decider(rows: Sequence[Row]) -> list[Draft]:
    """The person named as delegate where nobody signs."""
    fields, _ = labels.fields(rows)
    for field in fields:
        if field.name == "delegate" and field.rows:
            value = of_rows(_paragraph(field.rows))
            for mention in people.bare(value):
                if mention.name:
                    rest = value.part(mention.end, len(value.text))
                    title = rest.part(len(rest.text) - len(rest.text.lstrip(" ,")), len(rest.text))
                    return [{"name": Found(mention.name.text, mention.name), "title": _found(title)}]
    return []


def _stated_power(rows: Sequence[Row]) -> Passage | None:
    """What stands under "Delegationspunkt" in a form."""
    fields, _ = labels.fields(rows)
    found = next((field for field in fields if field.name == "power" and field.rows), None)
    return of_rows(_paragraph(found.rows)) if found else None


def _paragraph(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows up to the first white space: what stands further down is no part of the value."""
    end = next((index for index, row in enumerate(rows) if index and row.gap), len(rows))
    return rows[:end]


def _found(passage: Passage | None) -> Found | None:
    return Found(passage.text, passage) if passage else None
