"""Decisions: taken or proposed, every point verbatim, who decides, on which level."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeGuard

from ...schema.record import Outcome
from ..names.bodies import is_body, may_be_body, resolved
from ..swedish import patterns
from ..text.draft import Draft, Found
from ..text.lines import LIST_MARK, MEMBER
from ..text.passage import COLUMN, PARAGRAPH, Passage, together
from . import levels, outcome
from . import points as points_of


@dataclass
class _Group:
    """The points of one body on one level."""

    lead: Passage | None
    body: Passage | None
    upward: bool
    points: list[Passage] = field(default_factory=list)

    def list_on(self, paragraph: Passage) -> None:
        """Add an entry to the list or table of the last point, or that a lead without points announces."""
        self.points[-1:] = [together([*self.points[-1:], paragraph], PARAGRAPH)]

    def lead_on(self, paragraph: Passage) -> None:
        """Let the lead turn to a higher body: "Enligt kontorets förslag: / I kommunfullmäktige"."""
        self.lead = together([*filter(None, [self.lead]), paragraph], PARAGRAPH)
        self.upward = True


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
    ended = lists = False
    for paragraph in levels.parted(text):
        if groups and _lists_on(groups[-1], paragraph):
            groups[-1].list_on(paragraph)
            continue
        if groups and groups[-1].lead and not groups[-1].points and levels.only_turns(paragraph):
            groups[-1].lead_on(paragraph)
            continue
        if groups and _is_told(paragraph.text, groups[-1].points):
            ended = True  # what somebody said or did about the decision is no point of it
            lists = lists or ":" in paragraph.text
        marked = LIST_MARK.match(paragraph.text) and not lists
        if levels.lead(paragraph) or marked or levels.turns_upward(paragraph):
            ended = lists = False
        if ended:
            continue
        group = _opened(paragraph, groups[-1] if groups else None, heading, own)
        if group:
            groups.append(group)
        else:
            groups[-1].points.append(paragraph)
    return groups


def _opened(
    paragraph: Passage, above: _Group | None, heading: Passage | None, own: str | None
) -> _Group | None:
    """The group that a paragraph opens; None where it goes on with the one above."""
    lead = levels.lead(paragraph)
    asked = levels.is_upward(heading.text, own) if heading else False
    labelled = _labelled_lead(paragraph)
    if labelled and (upward := _asks(labelled[0].text)) != (above is not None and above.upward):
        return _Group(None, labelled[1], upward, [paragraph])
    if lead and above and above.upward and not above.points and _of_another(paragraph, lead, own):
        return None
    if lead:
        other = asked and not levels.for_itself(paragraph.text) and resolved(lead.text, own) != own
        proposed = _is_proposed(lead, heading, own) and not _DECIDED.match(paragraph.text, len(lead.text))
        return _Group(paragraph, lead, other or proposed or _asks(paragraph.text))
    if not LIST_MARK.match(paragraph.text) and _PASSIVE_LEAD.match(paragraph.text):
        return _Group(paragraph, None, levels.asks(paragraph.text))
    if levels.turns_upward(paragraph):
        return _turned(paragraph, above, heading)
    if above is None:
        return _first(paragraph, heading, asked, own)
    if _turns_back(above, paragraph):
        return _Group(None, None, False, [paragraph])
    if above.upward and _OWN_POINT.match(paragraph.text):
        return _Group(None, above.body, False, [paragraph])
    return None


_DECIDED = re.compile(r" (?:har )?beslut(?:ade|at)\b| beslöt")
"""What was decided is proposed no more, whoever had."""


def _is_proposed(lead: Passage, heading: Passage | None, own: str | None) -> bool:
    """Whether another body proposes what the own one is to decide: "Styrelsens förslag: Fullmäktige ..."."""
    proposer = levels.proposer(heading, own) if heading else None
    return proposer is not None and own is not None and resolved(lead.text, own) == own


_OFFICES = (
    r"(?:ordinarie |personliga? |vice )?"
    r"(?:ledamöter|ledamot|ersättare|suppleanter|ordförande|revisorer|ombud)"
)
_LISTED = re.compile(rf"(?:{MEMBER.pattern}(?: |$))+|(?i:{_OFFICES}:?)")
"""Who is elected, a line each, and what they are elected to over them."""


def _lists_on(group: _Group, paragraph: Passage) -> bool:
    """Whether a paragraph is an entry of what the point above lists: who is elected, or a table's row."""
    above = group.points[-1] if group.points else group.lead
    return above is not None and (COLUMN in paragraph.text or _LISTED.fullmatch(paragraph.text) is not None)


def _of_another(paragraph: Passage, lead: Passage, own: str | None) -> bool:
    """Whether a sentence decides for another body: "Styrelsen föreslår / Kommunfullmäktige beslutar att"."""
    return own is not None and resolved(lead.text, own) != own and not _asks(paragraph.text)


def _turned(paragraph: Passage, above: _Group | None, heading: Passage | None) -> _Group | None:
    """The group of a paragraph that turns to a higher body without saying who does."""
    if above and not above.points and _only_carries(above.lead):
        above.upward = True  # the first point under a lead tells the level of both
        return None
    if above and above.upward and above.points and levels.proposes(above.points[-1]):
        return None
    body = above.body if above else levels.lead(heading) if heading else None
    if levels.proposes(paragraph):
        return _Group(None, body, True, [paragraph])
    return _Group(paragraph, body, True)


def _first(paragraph: Passage, heading: Passage | None, asked: bool, own: str | None) -> _Group:
    """The group of a section's first paragraph, which says neither who decides nor for whom."""
    proposer = levels.proposer(heading, own) if heading else None
    body = (levels.lead(heading) if heading else None) or proposer
    if proposer:
        asked = True
    elif heading and body:
        asked |= levels.asks(f"{heading.text} {paragraph.text}")
    upward = asked or levels.asks(paragraph.text, None if body else own)
    if paragraph.text[-1] != "." and is_body(paragraph.text):  # "Nämnden / - anvisar medel / - uppdrar åt"
        return _Group(paragraph, paragraph, upward)
    leads = paragraph.text.endswith(":") or points_of.behind_verb(paragraph.text) is not None
    if leads and not LIST_MARK.match(paragraph.text):
        return _Group(paragraph, body, upward)
    return _Group(None, body, upward, [paragraph])


def _asks(text: str) -> bool:
    return levels.asks(text) and not levels.for_itself(text)


def _only_carries(lead: Passage | None) -> bool:
    """Whether a lead says no more than who decides: "Nämnden beslutar att"."""
    start = points_of.begin(lead.text) if lead else None
    return lead is not None and (start is None or len(lead.text) - start <= len("att:"))


def _turns_back(group: _Group, paragraph: Passage) -> bool:
    """Whether a point follows one that asked a higher body in full: "2. X föreslår. 3. Y får"."""
    if not (group.upward and group.lead is None and group.points):
        return False
    if levels.proposes(group.points[-1]):
        return _ATT_POINT.match(paragraph.text) is not None
    asked = _labelled_lead(group.points[0])
    label = points_of.LABEL.match(paragraph.text) if asked else None
    return label is not None and paragraph.text[label.end() :].lstrip()[:1].isupper()


_ATT_POINT = re.compile(rf"(?:(?:{points_of.LABEL.pattern})\s*)?att ")
_OWN_POINT = re.compile(
    r"(?:(?:\d{1,2}|[a-z])[.)] )?(?:samt |och |dels )*(?:att )?för egen del\b", re.IGNORECASE
)
_PASSIVE_LEAD = re.compile(r"(?:beslöts|beslutades)\b", re.IGNORECASE)
""" "BESLÖTS att ...": a decision that names no body."""

_DECIDES = re.compile(
    patterns.any_of([rf"\b{outcome.ANY_PASSIVE}\b", *patterns.table("deciding")["patterns"]["goes_on"]]),
    re.IGNORECASE | re.DOTALL,
)


def _is_told(text: str, points: Sequence[Passage]) -> bool:
    """Whether a paragraph below points tells what was said or done, or goes back to the matter itself."""
    if levels.is_told(text):
        return True
    marked = bool(points) and all(LIST_MARK.match(point.text) for point in points)
    return marked and LIST_MARK.match(text) is None and _DECIDES.search(text) is None


def _labelled_lead(paragraph: Passage) -> tuple[Passage, Passage] | None:
    """A numbered point that says who decides, without its number, and the body: "2. Nämnden föreslår ..."."""
    label = points_of.LABEL.match(paragraph.text)
    rest = paragraph.part(label.end(), len(paragraph.text)) if label else None
    lead = levels.lead(rest) if rest else None
    return (rest, lead) if rest and lead else None


def _draft(group: _Group, *, taken: bool, own: str | None) -> Draft:
    points = points_of.drafts(group.points, upward=group.upward)
    if group.lead and (not points or _is_whole(group.lead)):
        points = [*points_of.inline(group.lead, upward=group.upward), *points]
    whole = together([part for part in (group.lead, *group.points) if part], PARAGRAPH)
    classes = [point["outcome"] for point in points] or [outcome.of_point(whole.text, upward=group.upward)]
    own_class = next((one for one in classes if one is not None), None)
    if own_class is None:
        own_class = outcome.of_point(whole.text, upward=group.upward)
        if len(points) == 1:  # "Fullmäktige väljer:" and a list
            points[0]["outcome"] = own_class
    if own_class is Outcome.BIFALL and Outcome.AVSLAG in classes and _APPLIED_FOR.search(whole.text):
        own_class = Outcome.DELVIS  # "Bidrag beviljas med 50 000 kronor. / Ansökan avslås i övrigt."
    return {
        "text": Found(whole.text, whole),
        "status": "beslutat" if taken else "foreslaget",
        "level": "forslag_till_hogre_organ" if group.upward else "eget_beslut",
        "body": Found(resolved(group.body.text, own), group.body) if _is_named(group.body) else own,
        "outcome": own_class,
        "points": points,
    }


_APPLIED_FOR = re.compile(r"\bi övrigt\b|\b(?:resterande|återstående) del", re.IGNORECASE)
"""What is granted in part; one thing granted and another refused, each by its name, is not."""


def _is_whole(lead: Passage) -> bool:
    """Whether a lead says itself what is decided, in a sentence that ends: more points may follow it."""
    return lead.text.endswith(".") and points_of.begin(lead.text) is not None


def _is_named(body: Passage | None) -> TypeGuard[Passage]:
    """Whether who decides is a body: "Revisorerna" and "Jag" decide in the place of the document's."""
    return body is not None and may_be_body(body.text)


__all__: Sequence[str] = ["drafts"]
