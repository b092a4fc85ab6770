"""Reservations against decisions and statements to the minutes: who made them, and what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...schema.record import SectionKind
from ..landmarks.blocks import Block
from ..names import parties, people
from ..swedish import patterns
from ..text import sentences
from ..text.draft import Draft, Found
from ..text.passage import Passage, together

_RESERVES = patterns.compiled("statements", "reserves")
_BEFORE_NAMES = patterns.compiled("statements", "before_names")
_FAVOUR = patterns.compiled("statements", "favour")
_NOBODY = patterns.compiled("statements", "nobody")
_STATES = patterns.compiled("statements", "states")
_STATEMENTS = (SectionKind.PROTOKOLLSANTECKNING, SectionKind.SARSKILT_YTTRANDE)
_STATES_AMONG = patterns.compiled("statements", "states_among")
_SILENT = (
    SectionKind.BESLUTSUNDERLAG,
    SectionKind.EXPEDIERING,
    SectionKind.OVERKLAGANDE,
    SectionKind.BAKGRUND,
    SectionKind.BEREDNING,
    SectionKind.UNDERSKRIFT,
)
_NO_CLAIMS = (
    SectionKind.YRKANDEN,
    SectionKind.BESLUTSUNDERLAG,
    SectionKind.EXPEDIERING,
    SectionKind.OVERKLAGANDE,
    *_STATEMENTS,
)


def reservations(blocks: Sequence[Block]) -> list[Draft]:
    """Who reserved themselves against the decision, with what they said."""
    found: list[Draft] = []
    for block in blocks:
        text = block.text
        if block.kind is SectionKind.RESERVATION:
            found += _in_section(block, text)
        elif not _RESERVES.search(text.text):
            continue
        elif block.kind is SectionKind.YRKANDEN:  # of what has no heading of its own behind the motions
            found += _reserving_among([one for one in block.sentences if _BEFORE_NAMES.search(one.text)])
        elif block.kind not in _NO_CLAIMS:
            found += _reserving_among(block.sentences)
    return found


_WORDS = re.compile(r"(?:Reservationen|Motivering(?:en)?|Skäl(?:en)?)\b.{0,40}?(?:lyder|lydelse|:)|[\"”“»]")
"""What goes on with a reservation: "Reservationen lyder: ...", words in quotation marks."""


def _reserving_among(said: Sequence[Passage]) -> list[Draft]:
    """Reservations under no heading of their own, with the words that follow them."""
    found: list[list[Passage]] = []
    open_at = -1
    for index, sentence in enumerate(said):
        if _RESERVES.search(sentence.text) and not _NOBODY.search(sentence.text):
            found.append([sentence])
            open_at = index
        elif found and open_at == index - 1 and _WORDS.match(sentence.text):
            found[-1].append(sentence)
            open_at = index
    return [_statement(_reserving(part[0]), together(part)) for part in found]


def _in_section(block: Block, text: Passage) -> list[Draft]:
    """One for each sentence that says who reserves; what follows it belongs to it."""
    parts: list[list[Passage]] = []
    starts: list[int] = []
    at = 0
    for sentence in sentences.split(text):
        at = text.text.find(sentence.text, at)
        if _RESERVES.search(sentence.text) or _OF_PARTY.match(sentence.text) or not parts:
            parts.append([])
            starts.append(at)
        parts[-1].append(sentence)
    found = []
    for part, start, end in zip(parts, starts, [*starts[1:], len(text.text)], strict=True):
        whole = text.part(start, end)
        by = _reserving(together(part) if part[0].text.endswith(":") else part[0])
        if not by and block.heading:
            by = people.everyone(block.heading)
        if by or _RESERVES.search(whole.text):
            found.append(_statement(by, whole))
    if not parts and block.heading and (by := people.everyone(block.heading)):
        found.append(_statement(by, block.heading))
    return found


def _reserving(sentence: Passage) -> list[people.Mention]:
    inverted = _BEFORE_NAMES.search(sentence.text)
    favour = _FAVOUR.search(sentence.text, inverted.end() if inverted else 0)
    limit = favour.start() if favour else len(sentence.text)
    if inverted:
        word = sentence.text.find(" reservation", inverted.end())
        end = word if word > 0 else max(limit, inverted.end())
        alone = people.surnames(sentence, end, inverted.end())
        named = people.everyone(sentence, inverted.end(), end)
        return [*max(named, alone, key=len), *_joining(sentence, end)]
    verb = _RESERVES.search(sentence.text)
    told = _TELLS.search(sentence.text, 0, verb.start()) if verb else None
    before = people.everyone(sentence, told.end() if told else 0, verb.start()) if verb else []
    before = _all_of(sentence, before)
    if before or not verb:
        return before or people.everyone(sentence, 0, limit)
    behind = people.everyone(sentence, verb.end(), max(limit, verb.end()))
    behind = behind or people.everyone(sentence, verb.end())
    return behind or people.surnames(sentence, verb.start())


_ALL = re.compile(r"(?:,|\w) \(?(?:alla|samtliga)\s*\(?[A-ZÅÄÖa-zåäö]{1,4}\)")


def _all_of(sentence: Passage, told: list[people.Mention]) -> list[people.Mention]:
    """Those before "(alla S)" with those whose office parts them from these: "Åsa Ek, ledamöterna ..."."""
    match = _ALL.search(sentence.text)
    if match is None or not told:
        return told
    ahead = people.bare(sentence, 0, told[0].start)
    return [*(replace(one, party=told[0].party, code=told[0].code) for one in ahead), *told]


_TELLS = re.compile(r"\b(?:anmäl(?:er|de|t)|meddela(?:r|de|t)) att ")
""" "Åsa Ek (S) anmäler att Socialdemokraterna reserverar sig": for whom somebody speaks."""

_JOINING = re.compile(r"(?:,|\bsamt|\boch) $")
_OWNED = re.compile(r":?s\b| \w*(?:yrkande|förslag|reservation)")


def _joining(sentence: Passage, start: int) -> list[people.Mention]:
    """Who is named with a party behind what others favoured: "... för sitt yrkande samt Bo Ek (M)"."""
    return [
        one
        for one in people.with_party(sentence, start)
        if _JOINING.search(sentence.text, start, one.start) and not _OWNED.match(sentence.text, one.end)
    ]


def statements(blocks: Sequence[Block]) -> list[Draft]:
    """Notes to the minutes and special statements, with who made them."""
    found: list[Draft] = []
    for block in blocks:
        if block.kind not in _STATEMENTS:
            found += _among(block) if block.kind not in _SILENT else []
            continue
        text = block.text
        parts: list[list[Passage]] = []
        for paragraph in text.paragraphs():
            if not parts or _starts_statement(paragraph):
                parts.append([])
            parts[-1].append(paragraph)
        for part in parts:
            if not any(character.isalnum() for paragraph in part for character in paragraph.text):
                continue
            by = _stating(part[0])
            if not by and block.heading:
                by = people.everyone(block.heading)
            found.append(_statement(by, together(part, "\n")))
    return found


def _among(block: Block) -> Iterator[Draft]:
    """Statements under no heading of their own: "Bo Ek (M) avger följande särskilda yttrande"."""
    for paragraph in block.text.paragraphs() if _STATES_AMONG.search(block.text.text) else ():
        at = 0
        for sentence in sentences.split(paragraph):
            at = paragraph.text.find(sentence.text, at)
            states = _STATES_AMONG.search(sentence.text)
            by = people.everyone(sentence, 0, states.start()) if states else []
            if by:
                yield _statement(by, paragraph.part(at, len(paragraph.text)))
                break


def _starts_statement(paragraph: Passage) -> bool:
    first = sentences.split(paragraph)[0]
    return bool(_OF_PARTY.match(first.text) or (_STATES.search(first.text) and _stating(first)))


_OF_PARTY = re.compile(rf"{parties.PARTY}:? (?=[A-ZÅÄÖ])")
""" "(M) Vi anser att ...": whose the statement is, before it."""


def _stating(paragraph: Passage) -> list[people.Mention]:
    first = sentences.split(paragraph)[0]
    states = _STATES.search(first.text)
    if states:
        return people.everyone(first, 0, states.start()) or people.everyone(first, states.end())
    return people.with_party(first) or parties.find(first)


_BULLET = re.compile(r"[•·▪–-]\s+")


def _statement(by: Sequence[people.Mention], text: Passage) -> Draft:
    bullet = _BULLET.match(text.text)
    text = text.part(bullet.end(), len(text.text)) if bullet else text
    return {"by": people.drafts(by), "text": Found(text.text, text)}
