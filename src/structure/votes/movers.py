"""Who moves in a sentence, and by which words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..names import parties, people
from ..names.mentions import Mention
from ..swedish import patterns
from ..text.passage import Passage
from . import motion_kinds

ANY_VERB = patterns.compiled("motions", "moves")
"""Verbs by which a sentence moves where motions are told."""

FORMAL = patterns.compiled("motions", "formally")
"""Verbs by which a sentence of any section moves."""

_MEMBER = re.compile(r"(?:Tjänstgörande )?(?:[Ll]edamot(?:en)?|[Ll]edamöterna|[Ee]rsättar(?:en|na)) [A-ZÅÄÖ]")
""" "Ledamoten Ek föreslår": who acts at the meeting as a member moves by any of the verbs."""

MOST_BEFORE = 40
"""Letters before the first name of a sentence that moves: "På sammanträdet yrkar ..." is shorter."""

_QUOTE = re.compile(r"[\"”“»][^\"”“»]*[\"”“»]?")
_WRITTEN = re.compile(
    r"\b(?:i|genom) (?:en |ett |sin |sitt )?(?:\w+ )?"
    r"(?:motion|medborgarförslag|skrivelse|interpellation|brev)"
    r"(?:en|et)?\b|\bväck(?:er|te) (?:ett|följande) \w*(?:initiativ|ärende)",
    re.IGNORECASE,
)
"""Who moved in writing before the meeting moved nothing at it: \"föreslår i en motion att ...\"."""

_SUPPORT = re.compile(
    r"\b(?:med|under) (?:instämmande|bifall|stöd) (?:av|från)\b"
    r"|\b(?:vilket|som|yrkandet) (?:biträds|stöds|understöds|biträddes|stöddes) av\b"
    r"|\bvari instäm(?:mer|de)\b|\bi vilket (?:\w+ )?instäm(?:mer|de)\b"
    r"|\b(?:i )?vilket (?:yrkande |förslag )?(?=.{3,80}? instäm(?:mer|de)\b)",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(r"^(?:Följande|Dessa)\b[^:]{0,40}? (?:yrkar|yrkade|föreslår|instämmer)\b[^:]*:")
""" "Följande yrkar bifall: A (S), B (C)"."""

_IN_BRACKETS = re.compile(r" \((?P<by>[A-ZÅÄÖ][^()\d]{8,})\)\.?$")
""" "bifall till motionen (Åsa Ek, Bo Lund)": who moves stands behind what is moved."""

_BEHIND = re.compile(
    r"^(?i:bifall|avslag|återremiss|bordläggning|att)\b[^:]*?, "
    rf"(?P<by>(?:[a-zåäö]+ )?{people.NAME_WORD} [^.,;]+?)\.?$"
)
""" "bifall till motionen, Åsa Ek": who moves stands behind a comma."""

_PASSIVE = re.compile(
    r"(?P<what>.{5,200}?) (?:yrkas|yrkades|föreslås|föreslogs) av (?P<by>[^.]{3,120})\.?"
    r"|(?P<named>\w*[Yy]rkande(?:t|n)? .{3,120}?) "
    r"(?:(?:fram|inlämn|lämn|ställ|lägg|väck|gör)\w* )?(?:av|från) (?P<those>[^.]{3,120})\.?"
)
""" "Avslag yrkas av Åsa Ek (S)", "Yrkande om återremiss framställs av Åsa Ek (S)"."""

_COLON = re.compile(r"^(?P<by>[^:]{3,160}):\s+(?P<text>\S.*)$", re.DOTALL)
""" "Åsa Ek (S) och Bo Lund: bifall", "Bifall till motionen: Åsa Ek (S)": who moves what, either first."""


def among(sentence: Passage, *, any_verb: bool) -> tuple[list[Mention], str] | None:
    """Who moves in a sentence among others, outside quotation marks, and the words that say what."""
    if moved := _turned(sentence) or _passive(sentence):
        return moved
    verbs = ANY_VERB if any_verb or _MEMBER.match(sentence.text) else FORMAL
    verb = verbs.search(_QUOTE.sub(lambda quote: " " * len(quote.group()), sentence.text))
    by = before(sentence, verb.start(), alone=not any_verb) if verb else []
    if verb is None or not by or by[0].start > MOST_BEFORE:
        return None
    if _WRITTEN.search(sentence.text, 0, verb.end() + 40):
        return None
    return [*by, *_supporters(sentence)], sentence.text[verb.start() :]


_SUGGESTS = re.compile(r" (?:föreslår|föreslog|förorda(?:r|de)) ")


def suggested(sentence: Passage) -> tuple[list[Mention], str] | None:
    """Who suggests, by the full name alone that begins a sentence: "Åsa Ek föreslog att taxan står fast"."""
    by, end = _in_a_row(sentence, list(people.bare(sentence)), 0)
    verb = _SUGGESTS.match(sentence.text, end) if by and by[0].start == 0 else None
    return (by, sentence.text[verb.start() :]) if verb else None


def is_signed(sentence: Passage) -> bool:
    """Whether a sentence is a motion behind its mover's name and party: "Åsa Ek (S): Bifall"."""
    colon = _COLON.match(sentence.text)
    return (
        colon is not None
        and motion_kinds.told(colon["text"]) is not None
        and bool(people.with_party(sentence, 0, colon.end("by")))
    )


def begun(sentence: Passage) -> tuple[list[Mention], str] | None:
    """Who moves in a sentence of a section of motions, and the words that say what."""
    if moved := _turned(sentence) or _passive(sentence):
        return moved
    verb = ANY_VERB.search(sentence.text)
    if verb:
        by = before(sentence, verb.start(), alone=True)
        if not any(one.party for one in by):
            groups = parties.find(sentence, 0, verb.start())
            by = [
                one
                for one in by
                if not any(group.start < one.end > one.start >= group.start for group in groups)
            ] or groups
        if by:
            known = {one.start for one in by}
            by += [one for one in _supporters(sentence) if one.start not in known]
            return by, sentence.text[verb.start() :]
    behind = _IN_BRACKETS.search(sentence.text) or _BEHIND.match(sentence.text)
    if behind and (by := people.named(sentence, *behind.span("by"))):
        return by, sentence.text[: behind.start("by")]
    by, end = _in_a_row(sentence, people.named(sentence), 0)
    cell = _CELL.match(sentence.text, end)
    if by and cell and motion_kinds.told(cell["word"]):
        return by, sentence.text[cell.start("word") :]
    colon = _COLON.match(sentence.text)
    if colon:
        end = colon.end("by")
        by = people.with_party(sentence, 0, end) or people.chair(sentence, end) or _leading(sentence, end)
        by = by or parties.listed(sentence, end)
        if by:
            return by, colon["text"]
        by = people.with_party(sentence, end) if motion_kinds.told(colon["by"]) else []
        return (by, colon["by"]) if by and by[0].start == colon.start("text") else None
    return None


_CELL = re.compile(r"(?:\s*[,–—-])?\s+(?P<word>(?:(?<=[,–—-] )[a-zåäö]|[A-ZÅÄÖ])\w+)")
""" "Åsa Ek (S), bifall till förslaget", "Åsa Ek (S) | Bifall": what is moved behind a comma, or in a cell."""

_VERB_FIRST = re.compile(
    r"(?:(?:(?:På|Vid|Under|I|För) [^.,:;]{3,40}|Härefter|Därefter|Vidare|Slutligen|Dessutom|Sedan) )?"
    r"[Yy]rka(?:r|de) (?:(?:även|också|därefter|därvid|vidare|slutligen|dels) )*"
    rf"(?={people.NAME_WORD}|[a-zåäö]{{2,8}} [A-ZÅÄÖ])"
    rf"|dels (?={people.NAME_WORD})"
)
""" "Under överläggningen yrkar dels", and the "dels" of the next one."""

_BESIDE = re.compile(r"(?:,| och| samt)? ?(?:herr|hr|fru|fröken|frk)?\.? ?")


def _turned(sentence: Passage) -> tuple[list[Mention], str] | None:
    """Who moves by a verb before the names: "Härefter yrkar Åsa Ek och Bo Lund avslag"."""
    verb = _VERB_FIRST.match(sentence.text)
    if verb is None:
        return None
    by, end = _in_a_row(sentence, people.named(sentence, verb.end()), verb.end())
    return (by, sentence.text[end:]) if by else None


def _passive(sentence: Passage) -> tuple[list[Mention], str] | None:
    """Who moves behind what is moved: "Avslag yrkas av Åsa Ek (S) och Bo Lund (M)"."""
    match = _PASSIVE.fullmatch(sentence.text)
    what, those = ("what", "by") if match and match["what"] else ("named", "those")
    by = people.everyone(sentence, *match.span(those)) if match else []
    return (by, match[what]) if match and by else None


def alone(sentence: Passage) -> list[Mention]:
    """Those whom a sentence names, where it says nothing else: "Åsa Ek (S), Bo Lund (M)."."""
    by, end = _in_a_row(sentence, people.with_party(sentence), 0)
    return by if not sentence.text[end:].strip(" .") else []


def _in_a_row(sentence: Passage, named: Sequence[Mention], start: int) -> tuple[list[Mention], int]:
    """Those named one after the other from `start` on, and where the last of them ends."""
    by: list[Mention] = []
    for one in named:
        if not _BESIDE.fullmatch(sentence.text, start, one.start):
            break
        by.append(one)
        start = one.end
    return by, start


def _leading(sentence: Passage, end: int) -> list[Mention]:
    """Those named without party where a name begins the sentence: "Åsa Ek med stöd av Bo Lund: ..."."""
    named = list(people.bare(sentence, 0, end))
    return named if named and named[0].start == 0 else []


def before(sentence: Passage, end: int, *, alone: bool) -> list[Mention]:
    """Who is named before a verb that moves.

    Args:
        sentence: with the verb.
        end: where the verb begins.
        alone: whether names without a party or a title count.
    """
    if (listed := _FOLLOWING.match(sentence.text)) is not None:
        return people.with_party(sentence, listed.end())
    if people.with_party(sentence, 0, end):
        named = people.named(sentence, 0, end)
        if sentence.text[:end].endswith(") som "):
            return named[-1:]  # "I debatten yttrar sig A (S) och B (M) som yrkar bifall"
        return [*named, *people.chair(sentence, end, named[-1].end)]
    told = people.named(sentence, 0, end) if alone else list(people.titled(sentence, 0, end))
    return people.chair(sentence, end) or told


def _supporters(sentence: Passage) -> list[Mention]:
    """Those named as joining: "med instämmande av Åsa Öhrn (C)"."""
    support = _SUPPORT.search(sentence.text)
    return people.named(sentence, support.end()) if support else []
