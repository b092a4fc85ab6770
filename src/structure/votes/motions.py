"""Motions (yrkanden): what was moved, sentence by sentence."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from ...schema.record import SectionKind
from ..decisions import proposition
from ..landmarks.blocks import QUOTING, Block
from ..names import parties, people
from ..names.mentions import Mention
from ..names.names import PARTICLES
from ..text.draft import Draft, Found
from ..text.passage import Passage, together
from . import joiners, motion_kinds, movers

_PROPOSALS = (
    SectionKind.YRKANDEN,
    SectionKind.FORSLAG_TILL_BESLUT,
    SectionKind.BEHANDLING_PA_MOTET,
    SectionKind.ANNAT,
)
"""Sections of which a sentence may also move by "föreslår", "hemställer"."""

_NEVER = (*QUOTING, SectionKind.UNDERSKRIFT)


def drafts(blocks: Sequence[Block], *, held: bool) -> list[Draft]:
    """The motions of an item, in order.

    Args:
        blocks: of the item.
        held: False for a letter or a summons, where only a section headed so holds motions.
    """
    found: list[Draft] = []
    contested = any(_contests(sentence) for block in blocks for sentence in block.sentences)
    for block in blocks:
        if block.kind is SectionKind.YRKANDEN or (held and are_motions(block)):
            found += _in_section(block)
        elif held and block.kind not in _NEVER:
            found += _among(block, contested=contested)
    return found


_VOTES = re.compile(r"\b(?:omröstning|votering)", re.IGNORECASE)


def _contests(sentence: Passage) -> bool:
    """Whether a sentence tells that proposals were put to the meeting, or voted on."""
    return proposition.is_course(sentence) or _VOTES.search(sentence.text) is not None


def are_motions(block: Block) -> bool:
    """Whether a section headed as a proposal holds what people moved: a sentence of it says who moves."""
    if block.kind not in _PROPOSALS:
        return False
    any_verb = block.heading is not None
    return any(
        movers.among(sentence, any_verb=any_verb) or movers.is_signed(sentence)
        for sentence in block.sentences
    )


def _among(block: Block, *, contested: bool) -> list[Draft]:
    """The motions among other sentences of a section.

    Args:
        block: the section.
        contested: whether proposals were put to the meeting; else a mere name's suggestion may be advice.
    """
    any_verb = block.kind is SectionKind.FORSLAG_TILL_BESLUT
    parts: list[_Part] = []
    for sentence in _clauses(block.sentences):
        joins = joiners.joining(sentence, [by for by, _, _ in parts])
        moved = None if joins else movers.among(sentence, any_verb=any_verb)
        moved = moved or (movers.suggested(sentence) if contested and not joins else None)
        if joins:
            parts[joins[0]][0].extend(joins[1])
        elif moved:
            parts.append((*moved, [sentence]))
    return _motions(parts)


def _in_section(block: Block) -> list[Draft]:
    """One motion for each sentence that says who moves; what follows is of it, up to the chair's turn."""
    parts: list[_Part] = []
    closed = False
    for sentence in _clauses(block.sentences):
        joins = joiners.joining(sentence, [by for by, _, _ in parts])
        moved = None if joins else movers.begun(sentence)
        if joins:
            parts[joins[0]][0].extend(joins[1])
        elif moved:
            closed = False
            parts.append((*moved, [sentence]))
        elif proposition.is_course(sentence):
            closed = True
        elif parts and not closed:
            parts[-1][2].append(sentence)
    if not parts and block.heading:
        parts = _headed(block.heading, block.sentences)
    return _motions(parts, block.heading)


def _headed(heading: Passage, said: Sequence[Passage]) -> list[_Part]:
    """The one motion of a section whose heading tells who moves, or what those named below it move."""
    said = list(itertools.takewhile(lambda sentence: not proposition.is_course(sentence), said))
    if said and (by := people.everyone(heading) or parties.owning(heading)):
        return [(by, said[0].text, said)]
    if len(said) == 1 and motion_kinds.told(heading.text) and (by := movers.alone(said[0])):
        return [(by, heading.text, [heading, *said])]
    return []


_Part = tuple[list[Mention], str, list[Passage]]
"""Who moves, the words that say what, and the sentences of a motion."""


def _motions(parts: Sequence[_Part], heading: Passage | None = None) -> list[Draft]:
    return [
        {
            "kind": motion_kinds.of(_said(what, pieces), heading.text if heading else None).value,
            "by": people.drafts(by),
            "text": Found((whole := together(pieces)).text, whole),
        }
        for by, what, pieces in parts
    ]


def _said(what: str, pieces: Sequence[Passage]) -> str:
    """What is moved: where the verb ends its sentence, what follows it, "A yrkar / att motionen avslås"."""
    ends = len(pieces) > 1 and what.count(" ") < FEWEST_SPACES
    return f"{what} {pieces[1].text}" if ends else what


FEWEST_SPACES = 2
"""A sentence with fewer behind its verb tells nothing of what is moved: "yrkar följande:"."""


_MOVES = re.compile(r"\b(?:yrka|föresl|hemst)")
"""Verbs of motions, without which a sentence need not be looked through for where another's begins."""

_TURNS = re.compile(
    r"(?:[,;]?\s+(?:h?varemot|h?vartill|medan|under det att|under det)|;|[,;]?\s+(?:och|samt))\s+"
    rf"(?=(?:[Hh]err|[Hh]r|[Ff]ru|[Ff]röken|[Ff]rk|[Ll]edamoten)?\.?\s*{people.NAME_WORD}[^;]{{0,60}}?"
    rf"{_MOVES.pattern})"
    rf"|,\s+(?={people.NAME} {parties.PARTY} som yrka)"
    rf"|(?<!yrkar)(?<!yrkade),?(?: och| samt)? (?=dels {people.NAME_WORD})"
)
""" "A yrkade bifall, hvaremot B yrkade afslag", "dels A bifall, dels B avslag": where another's begins."""


def _turns(sentence: Passage) -> Iterator[tuple[int, int]]:
    """Where another's motion begins behind one that is told."""
    for match in _TURNS.finditer(sentence.text):
        if _MOVES.search(sentence.text, 0, match.start()):
            yield match.span()


_MARK = re.compile(
    r"(?:\d{1,2}[.)]|[a-h]\)|[•·–-])\s+"
    r"|(?:(?:Namn|Ledamot|Ledamöter|Person|Parti|Yrkande|Yrkanden|Förslag|Av)\s+){2,}(?=[A-ZÅÄÖ])"
)
""" "1. Ordföranden yrkar ...", "Namn | Yrkande": the mark of a list, the head of a table."""


_WORD = r"(?:Bifall|Avslag|Återremiss|Bordläggning|Tillägg)"
_SIGNED_TURN = re.compile(
    rf"(?:[.)\"”]|\b{_WORD}|(?<![\w-])(?!(?:och|samt|av|från|med|för|till|{PARTICLES})\b)[a-zåäö]+)(?P<between>\s+)"
    rf"(?!{_WORD}\b)(?={people.NAME} {parties.PARTY}(?:[^:]{{0,80}}?: | {_WORD}\b))"
)
""" "Åsa Ek (S): bifall  Bo Lund (M): avslag", "Åsa Ek (S) Bifall  Bo Lund (M) Avslag": rows that a paragraph
joined."""

_NAMED_TURN = re.compile(rf"\)\.?(?P<between>\s+)(?={_WORD}\b[^:.]{{0,60}}: {people.NAME_WORD})")
""" "Bifall: Åsa Ek (S)  Avslag: Bo Lund (M)": the same with what is moved first."""


def _signed_turns(sentence: Passage) -> list[tuple[int, int]]:
    """Where another's motion begins behind a name and a colon, or a cell."""
    signed = ": " in sentence.text or sentence.text.count(") ") > 1
    forms = (_SIGNED_TURN, _NAMED_TURN) if signed else ()
    return sorted(match.span("between") for form in forms for match in form.finditer(sentence.text))


def _whole(said: Sequence[Passage]) -> Iterator[Passage]:
    """The sentences, those whose clause stands in a paragraph of its own with it: "A yrkade, / att ..."."""
    parts: list[Passage] = []
    for sentence in said:
        if parts and not (parts[-1].text.endswith(",") and sentence.text[:1].islower()):
            yield together(parts)
            parts = []
        parts.append(sentence)
    if parts:
        yield together(parts)


def _clauses(said: Sequence[Passage]) -> Iterator[Passage]:
    """The sentences, those that tell what several people moved parted."""
    for numbered in _whole(said):
        mark = _MARK.match(numbered.text)
        sentence = numbered.part(mark.end() if mark else 0, len(numbered.text))
        told = _MOVES.search(sentence.text) is not None
        cuts = list(_turns(sentence)) if told else _signed_turns(sentence)
        starts = [0, *(end for _, end in cuts)]
        ends = [*(start for start, _ in cuts), len(sentence.text)]
        parts = [sentence.part(start, end) for start, end in zip(starts, ends, strict=True)]
        moved = not told or all(movers.among(part, any_verb=True) for part in parts)
        yield from parts if moved else [sentence]
