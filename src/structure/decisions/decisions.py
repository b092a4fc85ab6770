"""Decisions: taken or proposed, every point verbatim, who decides, on which level."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeGuard

from ..names.bodies import leading_decider, may_be_body, resolved
from ..swedish import patterns
from ..text.draft import Draft, Found
from ..text.lines import LIST_MARK
from ..text.passage import Passage, together
from . import outcome
from . import points as points_of

_ATT = re.compile(r"att\b", re.IGNORECASE)
_UPWARD = patterns.compiled("deciding", "upward", higher=patterns.table("deciding")["higher"])
"""Words that ask a higher body to decide: "föreslår kommunfullmäktige", "har beslutat föreslå"."""

_TO_HIGHER = patterns.compiled("deciding", "to_higher")
"""A heading that says whose decision is asked for."""

_PROPOSES = re.compile(
    rf"(?:\d{{1,2}}[.)] |[•·▪*–—-] ?)?att {_UPWARD.pattern}\s+(?:att|besluta(?:r)? att)\s+\w", re.IGNORECASE
)
"""A point that is a whole proposal to a higher body."""

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
        for group in _groups(text, heading, body)
        if group.lead or group.points
    ]


def _groups(text: Passage, heading: Passage | None, own: str | None) -> list[_Group]:
    groups: list[_Group] = []
    ended = False
    above = _lead(heading) if heading else None
    asks = heading is not None and is_upward(heading.text, own)
    for paragraph in _by_level(text):
        if groups and _is_told(paragraph.text, groups[-1].points):
            ended = True  # what somebody said or did about the decision is no point of it
        lead = _lead(paragraph)
        if lead is not None or LIST_MARK.match(paragraph.text) or _turns_upward(paragraph):
            ended = False
        if ended:
            continue
        labelled = _labelled_lead(paragraph)
        if labelled and (upward := _is_upward(labelled[0])) != (bool(groups) and groups[-1].upward):
            groups.append(_Group(None, labelled[1], upward, [paragraph]))
        elif lead is None and not LIST_MARK.match(paragraph.text) and _PASSIVE_LEAD.match(paragraph.text):
            groups.append(_Group(paragraph, None, bool(_UPWARD.search(paragraph.text))))
        elif (
            lead is None
            and _turns_upward(paragraph)
            and groups
            and not groups[-1].points
            and _only_carries(groups[-1].lead)
        ):
            groups[-1].upward = True  # the first point under a lead tells the level of both
            groups[-1].points.append(paragraph)
        elif lead is None and _turns_upward(paragraph):
            whole = [paragraph] if _PROPOSES.match(paragraph.text) else []
            groups.append(
                _Group(None if whole else paragraph, groups[-1].body if groups else above, True, whole)
            )
        elif groups and _turns_back(groups[-1], paragraph):
            groups.append(_Group(None, None, False, [paragraph]))
        elif groups and groups[-1].upward and _OWN_POINT.match(paragraph.text):
            groups.append(_Group(None, groups[-1].body, False, [paragraph]))
        elif lead is not None:
            asked = asks and not _OWN.search(paragraph.text) and resolved(lead.text, own) != own
            groups.append(_Group(paragraph, lead, asked or _is_upward(paragraph)))
        elif not groups:
            said = f"{heading.text} {paragraph.text}" if heading and above else paragraph.text
            upward = asks or bool(_UPWARD.search(said))
            group = _Group(None, above, upward)
            marked = LIST_MARK.match(paragraph.text)
            if not marked and (
                paragraph.text.endswith(":") or points_of.behind_verb(paragraph.text) is not None
            ):
                group.lead = paragraph
            else:
                group.points.append(paragraph)
            groups.append(group)
        else:
            groups[-1].points.append(paragraph)
    return groups


def _only_carries(lead: Passage | None) -> bool:
    """Whether a lead says no more than who decides: "Nämnden beslutar att"."""
    start = points_of.begin(lead.text) if lead else None
    return lead is not None and (start is None or len(lead.text) - start <= len("att:"))


def _turns_back(group: _Group, paragraph: Passage) -> bool:
    """Whether a numbered sentence follows one that asked a higher body: "2. X föreslår. 3. Y får"."""
    asked = group.upward and group.lead is None and bool(group.points) and _labelled_lead(group.points[0])
    label = points_of.LABEL.match(paragraph.text) if asked else None
    return label is not None and paragraph.text[label.end() :].lstrip()[:1].isupper()


_OWN_POINT = re.compile(
    r"(?:(?:\d{1,2}|[a-z])[.)] )?(?:samt |och |dels )*(?:att )?för egen del\b", re.IGNORECASE
)
_PASSIVE_LEAD = re.compile(r"(?:beslöts|beslutades)\b", re.IGNORECASE)
""" "BESLÖTS att ...": a decision that names no body."""


def _is_told(text: str, points: Sequence[Passage]) -> bool:
    """Whether a paragraph below points tells what was said or done, or goes back to the matter itself."""
    if _TOLD.match(text):
        return True
    marked = bool(points) and all(LIST_MARK.match(point.text) for point in points)
    return marked and LIST_MARK.match(text) is None and _DECIDES.search(text) is None


def _by_level(text: Passage) -> Iterator[Passage]:
    """The paragraphs; one whose sentences decide on different levels is parted into these."""
    for paragraph in (part for whole in text.paragraphs() for part in points_of.enumerated(whole)):
        if _RESERVES.match(paragraph.text):
            continue
        start = 0
        turn = _TURNING.search(paragraph.text)
        own = turn and (
            LIST_MARK.match(paragraph.text)
            or _OWN.search(paragraph.text, 0, turn.start())
            or re.search(r"\batt\b", paragraph.text[: turn.start()])
        )
        if turn and own and not _UPWARD.search(paragraph.text, 0, turn.start()):
            yield paragraph.part(0, turn.start())
            yield paragraph.part(turn.start(), len(paragraph.text))
            continue
        for match in _NEXT_SENTENCE.finditer(paragraph.text):
            following = paragraph.part(match.end(), len(paragraph.text))
            if _TOLD.match(following.text):
                paragraph = paragraph.part(0, match.start() + 1)
                break  # "... Tommy reserverar sig."
            lead = _lead(following)
            here = _UPWARD.search(paragraph.text, start, match.start())
            there = lead and _UPWARD.match(following.text, len(lead.text) + 1)
            if lead and bool(here) != bool(there):
                yield paragraph.part(start, match.start() + 1)
                start = match.end()
        yield paragraph.part(start, len(paragraph.text))


def _labelled_lead(paragraph: Passage) -> tuple[Passage, Passage] | None:
    """A numbered point that says who decides, without its number, and the body: "2. Nämnden föreslår ..."."""
    label = points_of.LABEL.match(paragraph.text)
    rest = paragraph.part(label.end(), len(paragraph.text)) if label else None
    lead = _lead(rest) if rest else None
    return (rest, lead) if rest and lead else None


_TOLD = patterns.compiled("deciding", "told")
_DECIDES = re.compile(
    patterns.any_of([rf"\b{outcome.ANY_PASSIVE}\b", *patterns.table("deciding")["patterns"]["goes_on"]]),
    re.IGNORECASE | re.DOTALL,
)
_RESERVES = re.compile(r"mot (?:beslutet|detta beslut)\b.{0,40}\breserver", re.IGNORECASE)
"""A reservation without a heading of its own is no point of the decision above it."""

_NEXT_SENTENCE = re.compile(r"(?<=[a-zåäö)]{2})\.\s+(?=[A-ZÅÄÖ])")
_TURN = re.compile(
    r"(?:(?:(?:\d{1,2}|[a-z])[.)]|[•·▪–—*-])\s+)?(?:samt|och|dels|vidare)?\s*(?:att\s+)?(?:samt\s+|dels\s+)?",
    re.IGNORECASE,
)


def is_upward(heading: str, own: str | None) -> bool:
    """Whether a heading says that what follows is for a higher body than the document's own to decide."""
    found = _TO_HIGHER.search(heading)
    if found is None:
        return False
    council = found["body"].casefold().endswith(("fullmäktige", "landstinget"))
    return council if own is None else resolved(found["body"], own) != own


def _turns_upward(paragraph: Passage) -> bool:
    """Whether a paragraph turns to a higher body: "samt föreslår kommunfullmäktige besluta"."""
    turn = _TURN.match(paragraph.text)
    return _UPWARD.match(paragraph.text, turn.end() if turn else 0) is not None


def _lead(paragraph: Passage) -> Passage | None:
    """The body that a paragraph such as "Nämnden beslutar ..." begins with."""
    match = leading_decider(paragraph.text)
    return paragraph.group(match) if match else None


_TURNING = re.compile(rf"\b(?:samt|och)\s+(?:dels\s+)?(?:att\s+)?(?={_UPWARD.pattern})", re.IGNORECASE)
"""Where one sentence turns to a higher body: "godkänner planen, samt föreslår kommunfullmäktige ..."."""


def _is_upward(paragraph: Passage) -> bool:
    return bool(_UPWARD.search(paragraph.text)) and not _OWN.search(paragraph.text)


def _draft(group: _Group, *, taken: bool, own: str | None) -> Draft:
    points = points_of.drafts(group.points, upward=group.upward)
    if group.lead and (not points or _is_whole(group.lead)):
        points = [*points_of.inline(group.lead, upward=group.upward), *points]
    whole = together([part for part in (group.lead, *group.points) if part], "\n")
    classes = [point["outcome"] for point in points] or [outcome.of_point(whole.text, upward=group.upward)]
    own_class = next((one for one in classes if one is not None), None)
    if own_class is None:
        own_class = outcome.of_point(whole.text, upward=group.upward)
    return {
        "text": Found(whole.text, whole),
        "status": "beslutat" if taken else "foreslaget",
        "level": "forslag_till_hogre_organ" if group.upward else "eget_beslut",
        "body": Found(resolved(group.body.text, own), group.body) if _is_named(group.body) else own,
        "outcome": own_class,
        "points": points,
    }


def _is_whole(lead: Passage) -> bool:
    """Whether a lead says itself what is decided, in a sentence that ends: more points may follow it."""
    return lead.text.endswith(".") and points_of.begin(lead.text) is not None


def _is_named(body: Passage | None) -> TypeGuard[Passage]:
    """Whether who decides is a body: "Revisorerna" and "Jag" decide in the place of the document's."""
    return body is not None and may_be_body(body.text)


__all__: Sequence[str] = ["drafts"]
