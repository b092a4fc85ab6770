"""The meeting: when, where, who led it, who adjusts its minutes, when these were posted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ..schema.record import Role
from . import adjournments, dates, headings, labels, people, sentences
from .attendance import lines as attendance_lines
from .draft import Draft, Found, value_of
from .labels import Field
from .passage import Passage, of_row, of_rows
from .rows import Row
from .signatures import Signer

_RANGE = re.compile(r"(?P<from>\d{1,4})\s*(?:[-–—]+|t\.?o\.?m\.?|till)\s*§{0,2}\s*(?P<to>\d{1,4})")
_SINGLE = re.compile(r"(?<!\d)(\d{1,4})(?!\d)")
_WHEN = re.compile(
    r"(?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\s*,?\s*)?(?:den\s+)?(?:\d{4}-\d{2}-\d{2}|\d{1,2}\s+[a-zåäö]{3,9}\.?\s+\d{4}|\d{8})"
    r"|(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\b(?:\s+den\s+\d{1,2}\s+[a-z]+)?"
    r"|(?:klockan|kl)?\.?\s*\d{1,2}[.:]\d{2}(?:\s*(?:[-–—]|till|ca|cirka|\s)+\s*(?:kl\.?\s*)?\d{1,2}[.:]\d{2})?"
    r"|\b(?:klockan|kl)\.?\s*\d{1,2}(?:\s*[-–]\s*\d{1,2})?|\bden\s+\d{1,2}/\d{1,2}(?:\s+\d{4})?",
    re.IGNORECASE,
)
_ELECTED = {
    "chair": r"(?<!jämte )(?<!utöver )(?<!med )(?<!vice )(?:mötes|stämmo|årsmötes)?ordförande(?: för (?:stämman|mötet|årsmötet))?",
    "secretary": r"(?:mötes|stämmo|protokoll)?(?:sekreterare|protokollförare)(?: för (?:stämman|mötet|årsmötet))?",
    "adjusters": r"(?:att (?:jämte|tillsammans med|utöver) ordföranden? justera(?: (?:dagens )?protokollet| dagens protokoll)?|justerare|justeringsm[aä]n|justeringspersone?r?|protokollsjusterare|att justera (?:dagens )?protokollet|att justera dagens protokoll)(?:[ /](?:tillika |och )?rösträknare)?",
}
_VERB = r"(?:val(?:de|t)s|utsågs|utses|väljs|valde(?: \S+)?|utser|väljer|utsåg|utse|välja)"
_OFFICE = {name: re.compile(what, re.IGNORECASE) for name, what in _ELECTED.items()}
_BEFORE = {
    name: re.compile(rf"(?:{what})[^.]{{0,40}}?\s{_VERB}\s+(?P<names>.+)", re.IGNORECASE)
    for name, what in _ELECTED.items()
}
_THEN = {
    name: re.compile(rf"{_VERB}\s+(?P<names>.+?)\s+(?:till\s+|som\s+)?(?:{what})", re.IGNORECASE)
    for name, what in _ELECTED.items()
}
_AFTER = {
    name: re.compile(rf"(?P<names>.+?)\s+{_VERB}\s+(?:till\s+|som\s+|att\s+)?(?:{what})", re.IGNORECASE)
    for name, what in _ELECTED.items()
}
_AJOURNED = re.compile(r"\bajourner\w*", re.IGNORECASE)
_DEPUTY = re.compile(
    r"\bmed (?=.{3,60}\bsom ersättare)|\boch .{3,60} som ersättare|\bersättare\b", re.IGNORECASE
)
_NOBODY = re.compile(r"[\W_]*")


def draft(
    head: Sequence[Field],
    heading: Sequence[Row],
    foot: Sequence[Field],
    attendance: Sequence[Draft],
    signers: Sequence[Signer],
    body: Sequence[Row],
) -> Draft | None:
    """The meeting as the record has it; None where nothing is said of one.

    Args:
        head: labelled values above the first item.
        heading: all rows above the first item.
        foot: labelled values below the last item.
        attendance: the people already found.
        signers: who signs the minutes.
        body: rows of the items.
    """
    both = [*head, *foot]
    when = _when(head, heading)
    times = _times(head, heading)
    fields: Draft = {
        "date": when,
        "start": times[0] if times else None,
        "end": times[1] if len(times) > 1 else None,
        "place": _place(head),
        "chair": (chair := _officer("chair", both, attendance, signers, body)),
        "secretary": _officer("secretary", both, attendance, signers, body),
        "adjusters": _adjusters(both, signers, chair, body),
        "adjusted_on": _date(both, "adjusting", when),
        **_span(both),
        "adjournments": adjournments.drafts([*heading, *body]),
        "posting": _posting(both, when),
    }
    return fields if any(fields.values()) else None


def _found(passage: Passage | None) -> Found | None:
    return Found(passage.text, passage) if passage else None


def _when(head: Sequence[Field], heading: Sequence[Row]) -> Found | None:
    for name in ("date", "place_and_time", "time"):
        found = _date(head, name, None)
        if found:
            return found
    for row in heading:
        date = dates.first(of_row(row))
        if date:
            return Found(*date)
    return None


def _date(fields: Iterable[Field], name: str, when: Found | None) -> Found | None:
    year = int(str(when.value)[:4]) if when else None
    for field in fields:
        if field.name == name:
            date = dates.first(field.passage, year=year)
            if date:
                return Found(*date)
    return None


def _times(head: Sequence[Field], heading: Sequence[Row]) -> list[Found]:
    for name in ("place_and_time", "time", "date"):
        for field in head:
            if field.name == name:
                lines = [row for row in field.rows if not _AJOURNED.search(row.text)]
                found = dates.times(of_rows(lines)) if lines else []
                if found:
                    return [Found(*one) for one in found[:2]]
    dated = [of_row(row) for row in heading if dates.first(of_row(row))]
    return [Found(*one) for one in dates.times(dated[0])[:2]] if dated else []


def _place(head: Sequence[Field]) -> Found | None:
    for name in ("place", "place_and_time"):
        for field in head:
            if field.name == name and field.rows:
                rows = [row for row in field.rows if not _AJOURNED.search(row.text)]
                place = _without_times(of_rows(rows)) if rows else None
                if place:
                    return _found(place)
    return None


def _without_times(text: Passage) -> Passage | None:
    pieces: list[Passage] = []
    start = 0
    for match in _WHEN.finditer(text.text):
        pieces.append(_trimmed(text.part(start, match.start())))
        start = match.end()
    pieces.append(_trimmed(text.part(start, len(text.text))))
    lettered = [piece for piece in pieces if sum(map(str.isalpha, piece.text)) > 3]
    return max(lettered, key=lambda piece: len(piece.text)) if lettered else None


def _trimmed(piece: Passage) -> Passage:
    text = re.sub(r"(?:[\s,;:–-]|\b(?:den|kl|klockan|och|cirka|ca)\b\.?)+$", "", piece.text)
    lead = re.match(r"(?:[\s,;:.–-]|\b(?:den|och|i|cirka|ca)\b)*", text)
    return piece.part(lead.end() if lead else 0, len(text))


def _officer(
    name: str,
    fields: Sequence[Field],
    attendance: Sequence[Draft],
    signers: Sequence[Signer],
    body: Sequence[Row],
) -> Found | None:
    role = Role.ORDFORANDE if name == "chair" else Role.SEKRETERARE
    for signer in signers:
        if signer.office == name:
            return Found(signer.name.text, signer.name)
    for field in fields:
        if field.name == name and (found := _first_named(field.rows)):
            return found
    for person in attendance:
        if person["role"] == role.value and isinstance(person["name"], Found):
            return person["name"]
    for mention in _elected(name, body):
        return _found(mention.name)
    return None


def _first_named(rows: Sequence[Row]) -> Found | None:
    """The first person of the first rows: further down others follow."""
    for row in rows[:3]:
        found = _named([row])
        if found:
            return _found(found[0].name)
    return None


def _adjusters(
    fields: Sequence[Field], signers: Sequence[Signer], chair: Found | None, body: Sequence[Row]
) -> list[Found]:
    """Those chosen to adjust; else those who sign as adjusters, or whose names follow "Justerat den"."""
    for field in fields:
        if field.name == "adjusters":
            found = [Found(one.name.text, one.name) for one in _chosen(field.rows)]
            if found:
                return _distinct(found)
    signed = [Found(one.name.text, one.name) for one in signers if one.office == "adjuster"]
    found = signed or [Found(one.name.text, one.name) for one in _elected("adjusters", body) if one.name]
    for field in fields:
        if field.name == "adjusting" and not found:
            found = [Found(one.name.text, one.name) for one in _named(field.rows) if one.name]
    return _distinct([one for one in found if not chair or one.value != chair.value])


def _chosen(rows: Sequence[Row]) -> list[people.Mention]:
    """The names of a value, up to a deputy: "A (S) med B (M) som ersättare"."""
    found: list[people.Mention] = []
    for line in attendance_lines(rows):
        deputy = _DEPUTY.search(line.text)
        named = people.with_party(line) or list(people.bare(line))
        found += [one for one in named if not deputy or one.end <= deputy.start() + 1]
        if deputy:
            break
    return [one for one in found if one.name]


def _distinct(found: Sequence[Found]) -> list[Found]:
    return list({str(one.value): one for one in reversed(found)}.values())[::-1]


def _named(rows: Sequence[Row]) -> list[people.Mention]:
    """The people named in rows, line by line of every column."""
    found: list[people.Mention] = []
    for line in attendance_lines(rows):
        found += people.with_party(line) or list(people.bare(line))
    return found


def _elected(name: str, body: Sequence[Row]) -> list[people.Mention]:
    """People elected to an office by a sentence of the items."""
    for paragraph in _speaking_of(_OFFICE[name], body):
        for sentence in sentences.split(paragraph):
            for patterns in (_BEFORE, _THEN, _AFTER):
                match = patterns[name].search(sentence.text)
                found = _elected_in(sentence, *match.span("names")) if match else []
                if found:
                    return found
    return []


def _speaking_of(office: re.Pattern[str], body: Sequence[Row]) -> Iterator[Passage]:
    """The text around rows that name an office."""
    done = -1
    for index, row in enumerate(body):
        if index > done and office.search(row.text):
            done = index + 2
            around = body[max(0, index - 1) : done + 1]
            breaks = [headings.match(one.text) is not None for one in around]
            yield of_rows(
                around,
                paragraphs=[here or above for here, above in zip(breaks, [False, *breaks], strict=False)],
            )


def _elected_in(sentence: Passage, start: int, end: int) -> list[people.Mention]:
    found = people.with_party(sentence, start, end) or list(people.bare(sentence, start, end))
    deputy = _DEPUTY.search(sentence.text, start, end)
    return [one for one in found if not deputy or one.end <= deputy.start() + 1]


def _span(fields: Sequence[Field]) -> Draft:
    for field in fields:
        if field.name == "items" and field.rows:
            text = field.passage
            match = _RANGE.search(text.text)
            if match:
                return {
                    "items_from": Found(int(match["from"]), text.group(match, "from")),
                    "items_to": Found(int(match["to"]), text.group(match, "to")),
                }
            single = _SINGLE.search(text.text)
            if single:
                number = Found(int(single[1]), text.group(single))
                return {"items_from": number, "items_to": number}
    return {"items_from": None, "items_to": None}


def _posting(fields: Sequence[Field], when: Found | None) -> Draft | None:
    posting: Draft = {
        "posted_on": _date(fields, "posted_on", when),
        "removed_on": _date(fields, "removed_on", when),
        "storage": _found(labels.value(fields, "storage")),
        "appeal_by": _date(fields, "appeal_by", when),
    }
    return posting if any(posting.values()) else None


__all__ = ["draft", "value_of"]
