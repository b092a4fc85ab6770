"""The points of a decision: each with its mark, verbatim, in a list or in the line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ..names.bodies import leading_subject
from ..text.draft import Draft, Found
from ..text.passage import PARAGRAPH, Passage, together
from . import outcome

LABEL = re.compile(
    r"\(?(?:\d{1,2}|[a-zåäö])[.)](?=\s)|[A-H][.)](?=\s[A-ZÅÄÖ][a-zåäö]+ [a-zåäö])|\d{1,2}(?=\s+att\s)"
    r"|[•·▪◦●–—*-](?=\s|att\b)"
)
"""The mark of a point: "1.", "1" before att, "a)", a bullet."""

INFINITIVE = r"(?!\w*mäktige)[a-zåäö]+(?:[aå]|[gs]e)\b"
"""How an infinitive ends: "godkänna", "anslå", "utse", "avge"."""

_NUMBER = re.compile(r"(?:(?<=\s)|^)(\d{1,2})(?:[.)]\s+(?=[A-ZÅÄÖ]|att\b)|\s+(?=att\b))")
_BEFORE_FIRST = re.compile(
    r"(?:\b(?:beslut(?:ar|ade|at|a)?|beslöto?|följande|samt|del|att|sålunda|därför)|[:;,.])\s*$"
)
_BEFORE_NEXT = re.compile(r"(?:[.;:,)]|\b(?:samt|och)|\d)\s*$")


def enumerated(paragraph: Passage) -> list[Passage]:
    """A paragraph in parts where points are numbered in it: "fattar följande beslut 1. Lov ges. 2. ..."."""
    starts: list[int] = []
    for match in _NUMBER.finditer(paragraph.text):
        before = paragraph.text[: match.start()]
        fits = not before or (_BEFORE_NEXT if starts else _BEFORE_FIRST).search(before)
        if int(match[1]) == len(starts) + 1 and fits:
            starts.append(match.start())
    if not starts or (len(starts) == 1 and not _CARRIED.search(paragraph.text[: starts[0]])):
        return [paragraph]
    bounds = [0, *starts, len(paragraph.text)]
    parts = [paragraph.part(start, end) for start, end in pairwise(bounds)]
    return [part for part in parts if part]


_CARRIED = re.compile(r"\b(?:besluta(?:r|de)?|beslöt|beslut|följande):?\s*$")
"""What a single point without others beside it must stand behind."""


def drafts(points: Sequence[Passage], *, upward: bool) -> list[Draft]:
    """The points of a list.

    Args:
        points: one paragraph each.
        upward: whether they propose something to a higher body.
    """
    return [_draft(point, upward=upward) for point in _nested(_unlabelled(points))]


def _nested(points: Sequence[Passage]) -> list[Passage]:
    """The points, those of a list within one with it.

    "2. Kontoret ska / a) mäta, / b) märka"; "Följande villkor gäller: / Utstakning ska göras."
    """
    found: list[Passage] = []
    for point in points:
        above = found[-1].text if found else ""
        if (_NUMBERED.match(above) and _LETTERED.match(point.text)) or _HEADS_LIST.match(above):
            found[-1] = together([found[-1], point], PARAGRAPH)
        else:
            found.append(point)
    return found


_HEADS_LIST = re.compile(rf"(?!att\b|{LABEL.pattern})[^\n]*:(?:\n|$)")
_NUMBERED, _LETTERED = re.compile(r"\d{1,2}[.)]?\s"), re.compile(r"[a-zåäö][.)]\s")


def _unlabelled(points: Sequence[Passage]) -> list[Passage]:
    """Points without the marks that bullets, or the first one's number, were read as."""
    points = [
        point.part(bullet.end(), len(point.text)) if (bullet := _MISREAD_BULLET.match(point.text)) else point
        for point in points
    ]
    misread = _MISREAD_LABEL.match(points[0].text) if len(points) > 1 and points[1].text[:2] == "2." else None
    if misread is None:
        return list(points)
    return [points[0].part(misread.end(), len(points[0].text)), *points[1:]]


_MISREAD_BULLET = re.compile(r"[e°©»¢](?:\s[~-])?\s+(?=[A-ZÅÄÖ]|att\b)")
"""What a bullet is read as: no sentence begins so."""

_MISREAD_LABEL = re.compile(r"(?!att\b|en\b|ett\b|den\b|det\b|för\b)[a-z|!\]]{1,3}[.,]?\s+(?=[A-ZÅÄÖ])")
"""What "1." is read as by a reader that errs: "ihe Stationen ..."."""


def inline(lead: Passage, *, upward: bool) -> list[Draft]:
    """The att-satser of a decision in one sentence: "Nämnden beslutar att godkänna planen".

    A sentence that decides in the infinitive is itself the point: "Nämnden beslöt bevilja bidrag".
    """
    start = begin(lead.text)
    if start is None:
        return [_draft(lead, upward=upward)] if lead.text.endswith(".") else []
    label = LABEL.match(lead.text)
    decided = lead.part(start, len(lead.text))
    if re.match(INFINITIVE, decided.text):
        return [_draft(lead, upward=upward) | {"outcome": outcome.of_point(decided.text, upward=upward)}]
    points = _clauses(decided)
    return [_draft(point, upward=upward, label=label and label.group()) for point in points]


def begin(text: str) -> int | None:
    """Where what is decided begins in a sentence that decides; None where it is no clause of its own."""
    if _BELOW.search(text):
        return None
    told = behind_verb(text)
    first = re.search(r"\batt\b", text) if told is None else None
    return first.start() if first else told


_BELOW = re.compile(r"\bföljande(?: beslut)?[.:]?$")
"""A lead that ends so has its points below it: "föreslår att fullmäktige fattar följande beslut."."""


def behind_verb(text: str) -> int | None:
    """Where what is decided begins behind the verb that says so; None where no such verb stands there."""
    if match := inverted(text) or _FOLLOWING.search(text) or _INFINITIVE.search(text):
        asked = _ASKED.match(text, match.end())
        return asked.end() if asked else match.end()
    return match.end() - len("att") if (match := _ATT_SATS.search(text)) else None


_ASKED = re.compile(r"(?:hemställa|föreslå)(?: (?:hos|till) \w+)?,? (?=att\b)")
""" "Nämnden beslöt hemställa, att fullmäktige måtte ...": what is asked for is the point."""


def inverted(text: str) -> re.Match[str] | None:
    """The words "beslöt nämnden" of a sentence whose subject stands behind the verb, up to the point."""
    for verb in _VERB.finditer(text):
        end = leading_subject(text[verb.end() :])
        if end and (point := _POINT.match(text, verb.end() + end)):
            return point
    return None


_VERB = re.compile(r"\b(?:beslutar|beslutade|beslöto?) ")
_ACCORDING = r",? (?:i enlighet med|enligt) [^.:]{3,80}? förslag"
_COUNTED = r" med [^,.:]{1,40}? mot \w+(?: (?:nej-?)?röst(?:er)?)?"
_POINT = re.compile(
    rf"(?:,[^,.]{{3,80}},)?(?:{_ACCORDING}|{_COUNTED})?(?: enhälligt| därför| alltså| sålunda| då)*"
    rf"(?: (?=att\b|{INFINITIVE})|[,:]?$)"
)


def _clauses(points: Passage) -> list[Passage]:
    """The att-satser of a sentence, each a point: "att sälja tomten, att teckna avtalet, samt att ..."."""
    starts = [0]
    finite = not _TO_DO.match(points.text)
    for match in _NEXT_ATT.finditer(points.text):
        if finite and match[0] == ", att " and _TO_DO.match(points.text, match.start("att")):
            continue  # "att anslag måtte beviljas, att utgå av kassan": of what is asked for
        if points.text.startswith("att ") and not _SAYS.search(points.text, starts[-1], match.start()):
            starts.append(match.start("att"))
    return [points.part(start, end) for start, end in pairwise([*starts, len(points.text)])]


_TO_DO = re.compile(rf"att {INFINITIVE}")
_NEXT_ATT = re.compile(r"(?:,(?: samt| och| dels)?| samt) (?P<att>att )")
_SAYS = re.compile(
    r"\b(?:anföra|hemställa|föreslå|meddela|uttala|framhålla|påpeka|anse|konstatera|yttra|förklara|förutsätta|"
    r"uppdraga?|i uppdrag|villkor\w*|förutsättning\w*|så|genom|för|om|med|innebär|utan|efter|på) ?$"
)
"""Behind these an att-sats belongs to the clause: "anföra, att nämnden icke hade något att erinra"."""

_ATT_SATS = re.compile(r"\b(?:[Bb]esluta(?:r|des?|t|s)?|[Bb]eslöt[os]?|BESLÖTS)\b[^.]{0,80}?\batt\b")
_INFINITIVE = re.compile(
    r"\b(?:[Bb]esluta(?:r|des?|t|s)|[Bb]eslöt[os]?|BESLÖTS)"
    r"(?: enhälligt| därför| alltså| sålunda| för (?:sin|egen) del)*"
    r" (?!(?:samma|denna|detta|båda|alla|bara|på|så|då|å)\b)"
    rf"(?={INFINITIVE})"
)
""" "Nämnden beslutade bevilja bidrag", "Beslöts överlämna skrivelsen": it is decided in the infinitive."""

_FOLLOWING = re.compile(
    r"\b(?:beslutar|beslutade|beslöto?|(?:har|hade) beslutat|fatta(?:r|de) följande beslut)"
    rf"(?: följande| därför| alltså| enhälligt| för egen del|{_ACCORDING})*:? (?=[A-ZÅÄÖ])"
)
"""A sentence after "beslutar" or "beslutar följande" on one line is the point."""


def _draft(point: Passage, *, upward: bool, label: str | None = None) -> Draft:
    mark = LABEL.match(point.text)
    rest = point.part(mark.end(), len(point.text)) if mark else point
    label = mark.group() if mark else label
    number = label if label and label[0].isalnum() else None
    return {
        "label": number,
        "text": Found(rest.text, rest),
        "outcome": outcome.of_point(rest.text, upward=upward),
    }
