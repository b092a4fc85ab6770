"""Officers of a meeting: who leads, writes and adjusts, by signature, label, attendance or election."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...schema.record import Role
from ..attendance import logical_lines
from ..landmarks import headings
from ..landmarks.labels import Field
from ..names import people
from ..swedish import patterns
from ..text import sentences
from ..text.draft import Draft, Found, value_of
from ..text.passage import Passage, of_rows
from ..text.rows import Row
from .hands import looks_handwritten
from .signatures import Signer

_TABLE = patterns.table("officers")
_OFFICES: dict[str, str] = _TABLE["offices"]
_VERB: str = _TABLE["parts"]["elected"]


def _each(form: str) -> dict[str, re.Pattern[str]]:
    """A form of sentence for every office."""
    return {
        name: re.compile(form.replace("{office}", f"(?:{office})").replace("{elected}", _VERB), re.IGNORECASE)
        for name, office in _OFFICES.items()
    }


_OFFICE = _each("{office}")
_FORMS = (
    _each(r"{office}[^.]{0,40}?\s{elected}\s+(?!till |som |att )(?P<names>.+)"),
    _each(r"{elected}\s+(?P<names>.+?)\s+(?:till\s+|som\s+)?{office}"),
    _each(r"(?P<names>.+?)\s+{elected}\s+(?:till\s+|som\s+|att\s+)?{office}"),
    _each(r"{elected}\s+(?:till\s+|som\s+)?{office}\s+(?P<names>.+)"),
)
_SECRETARY = re.compile(
    r"^(?:nämnd|kommun|region|utskotts|mötes|protokoll|förbund|direktions|styrelse|bolags|kansli|stads|kyrko"
    r"|stifts|landstings?|fullmäktige|presidie)s?sekreteraren?\b",
    re.IGNORECASE,
)
_DEPUTY = patterns.compiled("officers", "deputy")


def officer(
    name: str,
    fields: Sequence[Field],
    attendance: Sequence[Draft],
    signers: Sequence[Signer],
    body: Sequence[Row],
) -> Found | None:
    """Who holds an office ("chair", "secretary"): by signature, label, attendance or election."""
    role = Role.ORDFORANDE if name == "chair" else Role.SEKRETERARE
    for signer in signers:
        if signer.office == name:
            return Found(signer.name.text, signer.name)
    signing = next((index for index, field in enumerate(fields) if field.name == "signatures"), len(fields))
    for field in fields[:signing]:
        if field.name == name and (found := _first_named(field.rows)):
            return found
    for person in attendance:
        if person["role"] == role.value and isinstance(person["name"], Found):
            return person["name"]
    for field in fields[signing:]:  # below a signature its title, and below that another's
        if field.name == name and (found := _first_named(field.rows)):
            return found
    for mention in _elected(name, body):
        return _name(mention)
    if name == "chair" and (presiding := _presiding(body)):
        return presiding
    for signer in signers:
        if signer.keeps and (name == "secretary" or any(SELF.search(row.text) for row in body)):
            return Found(signer.name.text, signer.name)
    return _only_secretary(attendance) if name == "secretary" else None


SELF = re.compile(r"\bundertecknad,? (?:såsom |som )?(?:ordf|(?P<writes>sekr|protokollf))", re.IGNORECASE)
"""Who signs, told as such: "af undertecknad ordförande öppnad"."""

_LEADS = re.compile(rf"\b[Oo]rdföranden?,? (?:[a-zåäö]+ )?(?P<name>{people.NAME_WORD} {people.NAME})")
_OPENS = re.compile(r"\b(?:öppna|avsluta|inled|hälsa|ledde|leddes|leder)\w*\b", re.IGNORECASE)


def _presiding(body: Sequence[Row]) -> Found | None:
    """The chair whom a sentence names: "Sammanträdet öppnades av ordföranden Åsa Ek"."""
    for index, row in enumerate(body):
        if _OPENS.search(row.text) and "rdförande" in (text := of_rows(body[index : index + 2])).text:
            match = _LEADS.search(text.text)
            if match:
                name = text.group(match, "name")
                return Found(name.text, name)
    return None


def _only_secretary(attendance: Sequence[Draft]) -> Found | None:
    """The one official whose title is a secretary's: "Karin Holm, nämndsekreterare"."""
    titled = [one["name"] for one in attendance if _SECRETARY.search(str(value_of(one["title"]) or ""))]
    return titled[0] if len(titled) == 1 else None


def _first_named(rows: Sequence[Row]) -> Found | None:
    """The first person of the first rows: further down others follow."""
    for row in rows[:3]:
        found = [one for one in _named([row]) if one.name and not looks_handwritten(one.name.text)]
        if found:
            return _name(found[0])
    return None


def adjusters(
    fields: Sequence[Field], signers: Sequence[Signer], chair: Found | None, body: Sequence[Row]
) -> list[Found]:
    """Those chosen to adjust; else those who sign as adjusters, or whose names follow "Justerat den"."""
    for field in fields:
        if field.name == "adjusters":
            found = [name for one in _side_by_side(field, fields) for name in _names(_chosen(one.rows))]
            if found:
                return _distinct(found)
    found = [
        Found(one.name.text, one.name)
        for one in signers
        if one.office == "adjuster" and not (chair and one.name.text == chair.value)
    ]
    planned = [row for field in fields if field.name == "adjusting" for row in field.rows]
    if not found or chair is None:  # the chair signs among them: whom the meeting chose is surer
        found = _names(_elected("adjusters", planned) or _elected("adjusters", body)) or found
    elif len(found) == 1:  # who of two signs in the column of the secretary was chosen too
        chosen = _names(_elected("adjusters", body))
        found = chosen if any(one.value == found[0].value for one in chosen) else found
    for field in fields:
        if field.name == "adjusting" and not found:
            by = _BY_WHOM.search(field.passage.text)
            found = _names(people.named(field.passage, by.end())) if by else []
            found = found or ([] if signers else _names(_named(field.rows)))
    return _distinct([one for one in found if not chair or one.value != chair.value])


_BY_WHOM = re.compile(r"\bjustera\w*\b[^.]{0,40}?\bav ", re.IGNORECASE)
""" "Protokollet justeras digitalt av Åsa Ek och Bo Lund den 21 september"."""


def _side_by_side(one: Field, fields: Sequence[Field]) -> list[Field]:
    """The fields of the same name on the same row: "Justerande | Justerande", a name under each."""
    if one.first is None:
        return [one]
    place = (one.name, one.first.page, one.first.top)
    return [
        field for field in fields if field.first and (field.name, field.first.page, field.first.top) == place
    ]


def _chosen(rows: Sequence[Row]) -> list[people.Mention]:
    """The names of a value, up to a deputy: "A (S) med B (M) som ersättare", or to who signs below it."""
    signed = next((at for at, row in enumerate(rows) if at and _SIGNS.search(row.text)), len(rows))
    rows = rows[:signed]
    whole = of_rows(rows)
    deputy = _DEPUTY.search(whole.text)
    found = [] if deputy else [one for line in logical_lines.of_list(rows) for one in people.named(line)]
    if deputy:
        found = [one for one in people.named(whole) if one.end <= deputy.start() + 1]
    return [one for one in found if one.name]


_SIGNS = re.compile(r"\w, (?:ordförande|sekreterare)\b", re.IGNORECASE)


def _distinct(found: Sequence[Found]) -> list[Found]:
    return list({str(one.value): one for one in reversed(found)}.values())[::-1]


def named(rows: Sequence[Row]) -> list[Passage]:
    """The names of the people in a value."""
    return [one.name for one in _named(rows) if one.name]


def _named(rows: Sequence[Row]) -> list[people.Mention]:
    """The people named in rows, line by line of every column."""
    found: list[people.Mention] = []
    for line in logical_lines.of_list(rows):
        found += people.named(line)
    return found


def _elected(name: str, body: Sequence[Row]) -> list[people.Mention]:
    """People elected to an office by a sentence of the items."""
    if name == "adjusters" and (found := _adjusting(body)):
        return found
    for paragraph in _speaking_of(_OFFICE[name], body):
        for sentence in sentences.split(paragraph):
            for forms in _FORMS:
                match = forms[name].search(sentence.text)
                found = _elected_in(sentence, *match.span("names")) if match else []
                if found:
                    return found
    return []


_ADJUSTED_BY = patterns.compiled("officers", "adjusted_by")


def _adjusting(body: Sequence[Row]) -> list[people.Mention]:
    """Who adjusts by a sentence that chooses nobody: "Dagens protokoll ska justeras av A (S)"."""
    for paragraph in _speaking_of(_ADJUSTED_BY, body):
        for sentence in sentences.split(paragraph):
            match = _ADJUSTED_BY.search(sentence.text)
            found = _elected_in(sentence, match.end(), len(sentence.text)) if match else []
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
            breaks = [_heads(one) for one in around]
            yield of_rows(
                around,
                paragraphs=[here or above for here, above in zip(breaks, [False, *breaks], strict=False)],
            )


def _heads(row: Row) -> bool:
    """Whether a row is a heading, of a section or of an item: "§ 52  VAL AV JUSTERARE"."""
    return headings.match(row.text) is not None or row.text.startswith("§") or row.text.isupper()


def _elected_in(sentence: Passage, start: int, end: int) -> list[people.Mention]:
    found = people.named(sentence, start, end)
    deputy = _DEPUTY.search(sentence.text, start, end)
    return [one for one in found if not deputy or one.end <= deputy.start() + 1]


def _name(mention: people.Mention) -> Found | None:
    return Found(mention.name.text, mention.name) if mention.name else None


def _names(mentions: Sequence[people.Mention]) -> list[Found]:
    return [found for mention in mentions if (found := _name(mention))]
