"""Propositionsordning: how the chair puts the proposals to the meeting, headed or in running text."""

from __future__ import annotations

from collections.abc import Sequence

from ...schema.record import SectionKind
from ..landmarks.blocks import QUOTING, Block
from ..swedish import patterns
from ..text.passage import Passage, together

_OPENS = patterns.compiled("proposition", "opens")
_GOES_ON = patterns.compiled("proposition", "goes_on")
_VOTES = patterns.compiled("proposition", "votes")


def order(blocks: Sequence[Block]) -> Passage | None:
    """The item's propositionsordning, verbatim; None where nothing was put."""
    headed = [block.text for block in blocks if block.kind is SectionKind.PROPOSITIONSORDNING]
    if headed:
        return together(headed, "\n")
    told = [run for block in blocks if block.kind not in QUOTING for run in _runs(block.sentences)]
    return together(told, "\n") if told else None


def opens(sentence: Passage) -> bool:
    """Whether the chair puts proposals in a sentence."""
    return _OPENS.match(sentence.text) is not None


def is_course(sentence: Passage) -> bool:
    """Whether a sentence is the chair's course of business: puts proposals, tells of a vote."""
    return any(form.match(sentence.text) for form in (_OPENS, _GOES_ON, _VOTES))


def _runs(sentences: Sequence[Passage]) -> list[Passage]:
    """The sentences in which the chair puts proposals and says what was found."""
    found: list[list[Passage]] = []
    before = False
    for sentence in sentences:
        if _OPENS.match(sentence.text):
            found.append([sentence])
        elif before and (_GOES_ON.match(sentence.text) or _VOTES.match(sentence.text)):
            found[-1].append(sentence)
        else:
            before = False
            continue
        before = True
    return [together(run) for run in found]
