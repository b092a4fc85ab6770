"""Decisions in items without a heading for them: the sentences that decide.

"Dagordningen godkändes av stämman." and "Till ordförande valdes X." are decisions; what was moved or
proposed is not. Used only where an item has no section headed as its decision.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...schema.record import SectionKind
from ..landmarks.blocks import Block
from ..names.bodies import leading_decider, leading_subject, resolved
from ..swedish import patterns
from ..text import sentences
from ..text.draft import Draft
from ..text.lines import LIST_MARK
from ..text.passage import Passage, together
from . import decisions, levels, outcome
from . import points as points_of

_TABLE = patterns.table("deciding")
_ACTIVE = re.compile(rf"\s{patterns.any_of([outcome.ACTIVE, *_TABLE['active']])}(?!\w)", re.IGNORECASE)
_PASSIVE = re.compile(
    rf"(?<!\w){patterns.any_of([outcome.PASSIVE, *_TABLE['passive']])}(?!\w)", re.IGNORECASE
)
_NEVER = re.compile("|".join(_TABLE["never"]), re.IGNORECASE)
_FOUND = patterns.compiled("deciding", "found")
_SECTIONS = (None, SectionKind.ANNAT, SectionKind.ARENDEBESKRIVNING)
_TELLING = (
    SectionKind.SAMMANFATTNING,
    SectionKind.BEDOMNING,
    SectionKind.BEHANDLING_PA_MOTET,
    SectionKind.YRKANDEN,
    SectionKind.PROPOSITIONSORDNING,
    SectionKind.OMROSTNING,
)
"""Sections that may hold the decision where none is headed so: a paragraph that begins with who decides."""

_SURELY = re.compile(r"\b(?:beslöts|beslutades) (?:[a-zåäö]+ ){0,4}?att\b", re.IGNORECASE)
""" "Beslöts att enkan skulle erhålla två kronor": what follows tells nothing against its being a decision."""

_VERB = re.compile(r"(?: (?:har|hade|därför|alltså))* \w+")
_DATED = re.compile(r" (?:den |redan |i \w+ |vid [^.]{3,40})?\d")
""" "Nämnden beslutade den 3 maj att ...": what was decided another day."""

_BEFORE_BODY = re.compile(rf"\b(?:{outcome.ACTIVE}|beslut(?:ar|ade)|beslöto?) ", re.IGNORECASE)
""" "Efter votering avslog mötet motionen", "Beslöt rådet bordlägga": verbs that a body stands behind."""

_ADVISES = re.compile(
    r" (?:(?:har|hade) (?:\S+ ){0,9}?)?"
    r"(?:(?:till|av)styrk(?:er|te|t)|hemställ(?:er|de|t)|begär(?:de|t)?|förord(?:ar|ade|at)|föreslagit)\b"
)
""" "Sociala nämnden tillstyrker framställningen": what one body says to another, or asks of it."""

MOST_WORDS_BEFORE = 22
"""A verb further from the start of the sentence stands in a subordinate clause."""


def drafts(blocks: Sequence[Block], body: str | None) -> list[Draft]:
    """The decisions in the unheaded text of an item."""
    found: list[Draft] = []
    for block in blocks:
        if block.kind in (*_SECTIONS, *_TELLING):
            for group in _groups(block.text, body, telling=block.kind in _TELLING):
                found += decisions.drafts(group, taken=True, body=body)
    return found


def _groups(text: Passage, own: str | None, *, telling: bool) -> list[Passage]:
    """Deciding sentences, each with the points that follow it as a list.

    Args:
        text: of a section.
        own: the document's body.
        telling: whether only a paragraph that begins with who decides counts, as in sections that tell.
    """
    groups: list[list[Passage]] = []
    open_list = moved = False
    for paragraph in text.paragraphs():
        if open_list and LIST_MARK.match(paragraph.text):
            groups[-1].append(paragraph)
            continue
        said, points = _enumerated(paragraph)
        if moved and LIST_MARK.match(paragraph.text):
            said = said[1:]  # "Herr Ek yrkade, / att ...": what was moved
        open_list = False
        moved = _NEVER.search(paragraph.text) is not None and paragraph.text[-1] in ",:"
        if telling and not leading_decider(paragraph.text):
            said = []
        for sentence in said:
            if _FOUND.search(sentence.text):
                groups.append([])
                open_list = True
            elif _proposes(sentence, own) or (_decides(sentence.text) and not _is_advice(sentence.text, own)):
                groups.append([sentence])
                open_list = True
        if open_list:
            groups[-1] += points
    return [together(group, "\n") for group in groups if group]


def _enumerated(paragraph: Passage) -> tuple[list[Passage], list[Passage]]:
    """The sentences of a paragraph, and the points that it numbers behind them."""
    first, *points = points_of.enumerated(paragraph)
    return sentences.split(first), points


def _proposes(sentence: Passage, own: str | None) -> bool:
    """Whether the document's own body asks a higher one to decide: that is what it has decided."""
    lead = levels.lead(sentence)
    owned = lead is not None and own is not None and resolved(lead.text, own) == own
    return owned and lead is not None and levels.asks(sentence.text, own)


def _is_advice(text: str, own: str | None) -> bool:
    """Whether a sentence tells what another body advises this one."""
    subject = leading_subject(text)
    advises = subject and _ADVISES.match(text, subject)
    return bool(advises) and resolved(text[:subject], own) != own


_SO_THAT = re.compile(r", var(?:för|efter|på) ")
"""Behind these the meeting decides: "Ordföranden biträdde ja, varför nämnden beslöt bifalla förslaget"."""


def _verb(clause: str) -> re.Match[str] | None:
    """The verb by which the body that a clause begins with decides."""
    subject = leading_subject(clause)
    return _ACTIVE.match(clause, subject) if subject else None


def _decides(text: str) -> bool:
    lead = leading_decider(text)
    if lead and (verb := _VERB.match(text, lead.end())):
        return not _NEVER.search(text, 0, verb.end()) and not _DATED.match(text, verb.end())
    if verb := _verb(text):
        return not _DATED.match(text, verb.end())
    if any(_verb(text[clause.end() :]) for clause in _SO_THAT.finditer(text)):
        return True
    surely = _SURELY.search(text) or points_of.inverted(text)
    if _NEVER.search(text, 0, surely.start() if surely else len(text)):
        return False
    if surely:
        return True
    if any(leading_subject(text[verb.end() :]) for verb in _BEFORE_BODY.finditer(text)):
        return True
    passive = _PASSIVE.search(text)
    return passive is not None and text.count(" ", 0, passive.start()) <= MOST_WORDS_BEFORE


__all__ = ["drafts"]
