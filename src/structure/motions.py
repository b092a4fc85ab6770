"""Motions (yrkanden): who moved what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..schema.record import MotionKind, SectionKind
from . import patterns, people, proposition
from .blocks import QUOTING, Block
from .draft import Draft, Found
from .passage import Passage, together

_KINDS = [
    (MotionKind(kind), re.compile(patterns.any_of(forms), re.IGNORECASE))
    for kind, forms in patterns.table("motions")["kinds"].items()
]
_MOVES = patterns.compiled("motions", "moves")
_SUPPORT = re.compile(
    r"\b(?:med|under) (?:instämmande|bifall|stöd) (?:av|från)\b"
    r"|\b(?:vilket|som|yrkandet) (?:biträds|stöds|understöds|biträddes|stöddes) av\b"
    r"|\bvari instäm(?:mer|de)\b|\bi vilket (?:\w+ )?instäm(?:mer|de)\b"
    r"|\bi vilket (?:yrkande |förslag )?(?=.{3,80}? instäm(?:mer|de)\b)",
    re.IGNORECASE,
)
_JOINS = re.compile(r"^I .{0,60}?\b(?:yrkande|förslag)\w* instäm(?:mer|de)\b")
""" "I yrkandet instämmer A (S)": who joins the motion told before."""

_IN_BRACKETS = re.compile(r" \((?P<by>[A-ZÅÄÖ][^()\d]{8,})\)\.?$")
""" "bifall till motionen (Åsa Ek, Bo Lund)": who moves stands behind what is moved."""

_JOINED = re.compile(
    r"\b(?:instämmer|instämde|förenar sig|förenade sig|biträder|biträdde)(?: (?:i|med|om))? "
    r"(?:detta|det|dett?a|denna|samma|yrkandet|förslaget|hans|hennes|dennes)\b"
)
""" "Hr Orre instämmer i detta yrkande": who joins the motion of the sentence before."""

_COLON = re.compile(r"^(?P<by>[^:]{3,160}\)(?: m\.? ?fl\.?)?|Ordföranden):\s+(?P<text>\S.*)$", re.DOTALL)
_PROPOSALS = (
    SectionKind.YRKANDEN,
    SectionKind.FORSLAG_TILL_BESLUT,
    SectionKind.BEHANDLING_PA_MOTET,
    SectionKind.ANNAT,
    None,
)
"""Sections of which a sentence may also move by "föreslår", "hemställer"."""

_NEVER = (*QUOTING, SectionKind.UNDERSKRIFT)
_YRKAR = patterns.compiled("motions", "formally")
_QUOTE = re.compile(r"[\"”“»][^\"”“»]*[\"”“»]?")


def drafts(blocks: Sequence[Block], *, held: bool) -> list[Draft]:
    """The motions of an item, in order.

    Args:
        blocks: of the item.
        held: False for a letter or a summons, where only a section headed so holds motions.
    """
    found: list[Draft] = []
    for block in blocks:
        if block.kind is SectionKind.YRKANDEN or (held and are_motions(block)):
            found += _in_section(block.sentences)
        elif held and block.kind not in _NEVER:
            found += _among(block)
    return found


def are_motions(block: Block) -> bool:
    """Whether a section headed as a proposal holds what people moved: a sentence of it says who moves."""
    if block.kind not in _PROPOSALS or block.kind is None or not block.sentences:
        return False
    verbs = _MOVES if block.heading else _YRKAR
    return any(_moved(sentence, verbs) for sentence in block.sentences)


def _among(block: Block) -> list[Draft]:
    """The motions among other sentences of a section."""
    verbs = _MOVES if block.kind is SectionKind.FORSLAG_TILL_BESLUT else _YRKAR
    found: list[Draft] = []
    for sentence in _clauses(block.sentences):
        moved = _moved(sentence, verbs)
        joins = _JOINED.search(sentence.text) if found and not moved else None
        if moved:
            by, what = moved
            found.append(_motion(by, sentence, what))
        elif joins and (by := _movers(sentence, joins.start(), alone=True)):
            found[-1]["by"] += people.drafts(by)
    return found


def _moved(sentence: Passage, verbs: re.Pattern[str]) -> tuple[list[people.Mention], str] | None:
    """Who moves in a sentence by one of the verbs, outside quotation marks, and what."""
    verb = verbs.search(_QUOTE.sub(lambda quote: " " * len(quote.group()), sentence.text))
    by = _movers(sentence, verb.start(), alone=verbs is _YRKAR) if verb else []
    if (
        verb is None
        or not by
        or by[0].start > MOST_BEFORE
        or _WRITTEN.search(sentence.text, 0, verb.end() + 40)
    ):
        return None
    return [*by, *_supporters(sentence)], sentence.text[verb.start() :]


_TURNS = re.compile(
    r"(?:[,;]?\s+(?:h?varemot|h?vartill|medan|under det att|under det)|;|[,;]?\s+(?:och|samt))\s+"
    rf"(?=(?:[Hh]err|[Hh]r|[Ff]ru|[Ff]röken|[Ff]rk)?\.?\s*{people.NAME_WORD}[^;]{{0,60}}?\b(?:yrka|föresl|hemst))"
)
""" "A yrkade bifall, hvaremot B yrkade afslag": where another's motion begins."""


_MARK = re.compile(r"(?:\d{1,2}[.)]|[a-h]\)|[•·–-])\s+")
""" "1. Ordföranden yrkar ...": the mark of a list."""


def _clauses(said: Sequence[Passage]) -> Iterator[Passage]:
    """The sentences, those that tell what several people moved parted."""
    for numbered in said:
        mark = _MARK.match(numbered.text)
        sentence = numbered.part(mark.end() if mark else 0, len(numbered.text))
        cuts = [match.span() for match in _TURNS.finditer(sentence.text)]
        starts = [0, *(end for _, end in cuts)]
        ends = [*(start for start, _ in cuts), len(sentence.text)]
        parts = [sentence.part(start, end) for start, end in zip(starts, ends, strict=True)]
        yield from parts if all(_moved(part, _MOVES) for part in parts) else [sentence]


_FOLLOWING = re.compile(r"^(?:Följande|Dessa)\b[^:]{0,40}? (?:yrkar|yrkade|föreslår|instämmer)\b[^:]*:")
""" "Följande yrkar bifall: A (S), B (C)"."""


def _movers(sentence: Passage, end: int, *, alone: bool) -> list[people.Mention]:
    """Who is named before a verb that moves.

    Args:
        sentence: with the verb.
        end: where the verb begins.
        alone: whether names without a party count.
    """
    if (listed := _FOLLOWING.match(sentence.text)) is not None:
        return people.with_party(sentence, listed.end())
    named = people.with_party(sentence, 0, end)
    if named:
        return [*named, *people.chair(sentence, end, named[-1].end)]
    return (
        people.chair(sentence, end)
        or (list(people.bare(sentence, 0, end)) if alone else [])
        or list(people.titled(sentence, 0, end))
    )


_WRITTEN = re.compile(
    r"\b(?:i|genom) (?:en |ett |sin |sitt )?(?:\w+ )?"
    r"(?:motion|medborgarförslag|skrivelse|interpellation|brev)"
    r"(?:en|et)?\b|\bväck(?:er|te) (?:ett|följande) \w*(?:initiativ|ärende)",
    re.IGNORECASE,
)
"""Who moved in writing before the meeting moved nothing at it: \"föreslår i en motion att ...\"."""

MOST_BEFORE = 40
"""Letters before the first name of a sentence that moves: "På sammanträdet yrkar ..." is shorter."""


def _supporters(sentence: Passage) -> list[people.Mention]:
    """Those named as joining: "med instämmande av Åsa Öhrn (C)"."""
    support = _SUPPORT.search(sentence.text)
    if support is None:
        return []
    start = support.end()
    found = people.with_party(sentence, start) or list(people.bare(sentence, start))
    return found or list(people.titled(sentence, start))


def _in_section(text: Sequence[Passage]) -> list[Draft]:
    """One motion for each sentence that says who moves; what follows is of it, up to the chair's turn."""
    parts: list[tuple[list[people.Mention], str, list[Passage]]] = []
    closed = False
    for sentence in _clauses(text):
        begun = _begun(sentence)
        joined = _of_others(sentence, parts)
        if joined is not None:
            parts[joined][0].extend(people.with_party(sentence))
        elif parts and _JOINS.match(sentence.text):
            parts[-1][0].extend(people.with_party(sentence))
            parts[-1][2].append(sentence)
        elif begun:
            closed = False
            parts.append((*begun, [sentence]))
        elif proposition.is_course(sentence):
            closed = True
        elif parts and not closed:
            parts[-1][2].append(sentence)
    return [_motion(by, _whole(pieces), what) for by, what, pieces in parts]


_AGREES = re.compile(r"\binstäm(?:mer|de)\b i (?P<whose>.{3,80}?)(?::s|s|'|’)? (?:yrkande|förslag)\w*\.?$")


def _of_others(
    sentence: Passage, parts: Sequence[tuple[list[people.Mention], str, list[Passage]]]
) -> int | None:
    """Which motion a sentence joins by its mover's name: "A (S) instämmer i B:s yrkande"."""
    match = _AGREES.search(sentence.text)
    if match is None:
        return None
    whose = match["whose"].split(" (")[0]
    fits = [
        index for index, (by, _, _) in enumerate(parts) if by[0].name and by[0].name.text.startswith(whose)
    ]
    return fits[0] if len(fits) == 1 else None


def _whole(pieces: Sequence[Passage]) -> Passage:
    return together(pieces)


def _begun(sentence: Passage) -> tuple[list[people.Mention], str] | None:
    """Who moves in a sentence, and the words that say what."""
    verb = _MOVES.search(sentence.text)
    if verb:
        by = (
            people.parties(sentence, 0, verb.start())
            if not people.with_party(sentence, 0, verb.start())
            else []
        )
        by = by or _movers(sentence, verb.start(), alone=True)
        if by:
            known = {one.start for one in by}
            by += [one for one in _supporters(sentence) if one.start not in known]
            return by, sentence.text[verb.start() :]
    bracket = _IN_BRACKETS.search(sentence.text)
    if bracket and (by := list(people.bare(sentence, *bracket.span("by")))):
        return by, sentence.text[: bracket.start()]
    colon = _COLON.match(sentence.text)
    if colon and (
        by := people.with_party(sentence, 0, colon.end("by")) or people.chair(sentence, colon.end("by"))
    ):
        return by, colon["text"]
    return None


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


__all__ = ["are_motions", "drafts", "kind"]
