"""Motions (yrkanden): who moved what."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..schema.record import MotionKind, SectionKind
from . import patterns, people
from .draft import Draft, Found
from .passage import Passage, together
from .sections import Block

_KINDS = [
    (MotionKind(kind), re.compile(patterns.any_of(forms), re.IGNORECASE))
    for kind, forms in patterns.table("motions")["kinds"].items()
]
_MOVES = patterns.compiled("motions", "moves")
_SUPPORT = re.compile(r"\bmed (?:instämmande|bifall|stöd) av\b|\bmed instämmande från\b", re.IGNORECASE)
_COLON = re.compile(r"^(?P<by>[^:]{3,160}\)):\s+(?P<text>\S.*)$", re.DOTALL)
_SECTIONS = (SectionKind.BEHANDLING_PA_MOTET, SectionKind.ANNAT, None)


def drafts(blocks: Sequence[Block]) -> list[Draft]:
    """The motions of an item, in order."""
    found: list[Draft] = []
    for block in blocks:
        if block.kind is SectionKind.YRKANDEN:
            found += _in_section(block.sentences)
        elif block.kind in _SECTIONS:
            for sentence in block.sentences:
                verb = re.search(r"\byrka(?:r|de)\b", sentence.text)
                if verb and (by := people.with_party(sentence, 0, verb.start())):
                    found.append(_motion(by, sentence, sentence.text[verb.start() :]))
    return found


def _in_section(text: Sequence[Passage]) -> list[Draft]:
    """One motion for each sentence that says who moves; att-satser that follow belong to it."""
    parts: list[tuple[list[people.Mention], str, list[Passage]]] = []
    for sentence in text:
        begun = _begun(sentence)
        if begun:
            parts.append((*begun, [sentence]))
        elif parts and not _is_course(sentence.text):
            parts[-1][2].append(sentence)
    return [_motion(by, _whole(pieces), what) for by, what, pieces in parts]


def _whole(pieces: Sequence[Passage]) -> Passage:
    return together(pieces)


def _begun(sentence: Passage) -> tuple[list[people.Mention], str] | None:
    """Who moves in a sentence, and the words that say what."""
    verb = _MOVES.search(sentence.text)
    if verb:
        by = people.with_party(sentence, 0, verb.start()) or people.parties(sentence, 0, verb.start())
        if not by:
            by = list(people.bare(sentence, 0, verb.start()))
        if by:
            support = _SUPPORT.search(sentence.text)
            if support:
                by += [one for one in people.with_party(sentence, support.end()) if one.start > support.end()]
            return by, sentence.text[verb.start() :]
    colon = _COLON.match(sentence.text)
    if colon and (by := people.with_party(sentence, 0, colon.end("by"))):
        return by, colon["text"]
    return None


def _is_course(text: str) -> bool:
    """Whether a sentence is the chair's course of business, not part of a motion."""
    return text.casefold().startswith(("ordföranden ", "ordförande ")) and "proposition" in text.casefold()


def _motion(by: Sequence[people.Mention], text: Passage, what: str) -> Draft:
    return {"kind": kind(what).value, "by": people.drafts(by), "text": Found(text.text, text)}


def kind(text: str) -> MotionKind:
    """The kind of a motion by the first telling words of it."""
    hits = [
        (match.start(), order, kind)
        for order, (kind, pattern) in enumerate(_KINDS)
        if (match := pattern.search(text))
    ]
    return min(hits)[2] if hits else MotionKind.EGET


__all__ = ["drafts", "kind"]
