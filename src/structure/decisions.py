"""Decisions: taken or proposed, every point verbatim, who decides, on which level."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from . import outcome
from .bodies import leading_body, resolved
from .draft import Draft, Found
from .lines import LIST_MARK
from .passage import Passage, together

_LABEL = re.compile(r"(?:\d{1,2}|[a-zåäö])[.)](?=\s)|[•·▪◦●–—*-](?=\s|att\b)")
_ATT = re.compile(r"att\b", re.IGNORECASE)
_UPWARD = re.compile(
    r"\bföreslår?\b(?:\s+att)?\s+(?P<higher>(?:kommun|region|landstings|förbunds)?fullmäktige|kommunstyrelsen|regionstyrelsen|landstingsstyrelsen)\b",
    re.IGNORECASE,
)
_OWN = re.compile(r"\bför egen del\b", re.IGNORECASE)


@dataclass
class _Group:
    lead: Passage | None
    body: Passage | None
    upward: bool
    points: list[Passage] = field(default_factory=list)


def drafts(text: Passage, *, taken: bool, body: str | None, heading: Passage | None = None) -> list[Draft]:
    """The decisions in the text of one section, one for each level and deciding body.

    Args:
        text: the section, one paragraph a line.
        taken: False for a proposal.
        body: the document's own body.
        heading: the section's, which may say who decides: "Kommunstyrelsen beslutar".
    """
    return [
        _draft(group, taken=taken, own=body)
        for group in _groups(text, body, heading)
        if group.lead or group.points
    ]


def _groups(text: Passage, own: str | None, heading: Passage | None) -> list[_Group]:
    groups: list[_Group] = []
    above = _lead(heading) if heading else None
    for paragraph in text.paragraphs():
        lead = _lead(paragraph)
        if lead is not None:
            groups.append(_Group(paragraph, lead, _is_upward(paragraph, lead, own)))
        elif not groups:
            said = f"{heading.text} {paragraph.text}" if heading and above else paragraph.text
            group = _Group(None, above, bool(_UPWARD.search(said)))
            if paragraph.text.endswith(":") and not LIST_MARK.match(paragraph.text):
                group.lead = paragraph
            else:
                group.points.append(paragraph)
            groups.append(group)
        else:
            groups[-1].points.append(paragraph)
    return groups


def _lead(paragraph: Passage) -> Passage | None:
    """The body that a paragraph such as "Nämnden beslutar ..." begins with."""
    match = leading_body(paragraph.text)
    return paragraph.group(match) if match else None


def _is_upward(paragraph: Passage, body: Passage, own: str | None) -> bool:
    match = _UPWARD.search(paragraph.text)
    return bool(match) and not _OWN.search(paragraph.text)


def _draft(group: _Group, *, taken: bool, own: str | None) -> Draft:
    points = [_point(point, upward=group.upward) for point in group.points]
    if not points and group.lead:
        points = _inline(group.lead, upward=group.upward)
    whole = together([part for part in (group.lead, *group.points) if part], "\n")
    classes = [point["outcome"] for point in points] or [outcome.of_point(whole.text, upward=group.upward)]
    own_class = next((one for one in classes if one is not None), None)
    if own_class is None:
        own_class = outcome.of_point(whole.text, upward=group.upward)
    return {
        "text": Found(whole.text, whole),
        "status": "beslutat" if taken else "foreslaget",
        "level": "forslag_till_hogre_organ" if group.upward else "eget_beslut",
        "body": Found(resolved(group.body.text, own), group.body) if group.body else own,
        "outcome": own_class,
        "points": points,
    }


def _inline(lead: Passage, *, upward: bool) -> list[Draft]:
    """The att-satser of a decision in one sentence: "Nämnden beslutar att godkänna planen"."""
    match = re.search(r"\batt\b", lead.text)
    if not match:
        return []
    return [_point(lead.part(match.start(), len(lead.text)), upward=upward)]


def _point(point: Passage, *, upward: bool) -> Draft:
    label = _LABEL.match(point.text)
    rest = point.part(label.end(), len(point.text)) if label else point
    number = label.group() if label and label.group()[0].isalnum() else None
    return {
        "label": number,
        "text": Found(rest.text, rest),
        "outcome": outcome.of_point(rest.text, upward=upward),
    }


__all__: Sequence[str] = ["drafts"]
