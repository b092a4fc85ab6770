"""Votes (omröstningar): tallies in digits and words, roll calls, what yes and no meant, the casting vote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ..schema.record import SectionKind, VoteChoice
from . import ballots, numerals
from .draft import Draft, Found
from .passage import Passage
from .sections import Block

_N = rf"(?P<n>{numerals.PATTERN})"
_VOTERS = r"(?:\s+(?:ledamöter|ledamot|röster|röst|personer|st|stycken))?(?:\s+som)?(?:\s+(?:röstar|röstade|röstat|rösta|har röstat|avger|avgav))?(?:\s+för)?"
_AFTER = rf"\s*[-–:]?\s*(?:röst(?:er|ar|ade)?)?\s*[:(=]\s*\(?{_N}(?!\w)"
_FORMS = {
    "yes": (
        rf"(?<![\w§]){_N}{_VOTERS}\s+[\"”]?ja\b(?!\w*\s*(?:\(\d|:\s?\d))(?:\s?-?\s?röst(?:er)?)?",
        rf"\bja\b{_AFTER}",
        rf"\bja[- –]?röst(?:er)?\s*[:(]?\s*{_N}(?!\w)(?!\s*nej)",
        rf"\bja\s+{_N}(?=\s*(?:[,;.]|$|nej|röster))",
    ),
    "no": (
        rf"(?<![\w§]){_N}{_VOTERS}\s+[\"”]?nej\b(?!\w*\s*(?:\(\d|:\s?\d))(?:\s?-?\s?röst(?:er)?)?",
        rf"\bnej\b{_AFTER}",
        rf"\bnej[- –]?röst(?:er)?\s*[:(]?\s*{_N}(?!\w)",
        rf"\bnej\s+{_N}(?=\s*(?:[,;.]|$|avst|röster))",
    ),
    "abstain": (
        rf"(?<![\w§]){_N}(?:\s+(?:ledamöter|ledamot|röster|röst|st))?(?:\s+som)?\s+(?:avstår|avstod|avstående|nedlagda|lägger ner sin röst|lade ner sin röst|avstått|har avstått|blank)\w*",
        rf"\b(?:avstår|avstod|avstående|avst|nedlagda röster|blanka|blankt)\b\.?(?: från att rösta)?\s*[:(=]\s*\(?{_N}(?!\w)",
        rf"\b(?:avstår|avstod|avstående)\s+{_N}(?=\s*(?:[,;.]|$|frånv))",
    ),
    "absent": (
        rf"(?<![\w§]){_N}(?:\s+(?:ledamöter|ledamot|st))?(?:\s+(?:är|var|som är))?\s+(?:frånvarande|frånv)\b",
        rf"\b(?:frånvarande|frånv)\b\.?\s*[:(=]\s*\(?{_N}(?!\w)",
        rf"\bfrånvarande\s+{_N}(?=\s*(?:[,;.]|$))",
    ),
}
_TALLIES = {name: [re.compile(form, re.IGNORECASE) for form in forms] for name, forms in _FORMS.items()}
_AGAINST = re.compile(
    rf"\b(?:med|röstsiffror(?:na)?:?)\s+(?P<yes>{numerals.PATTERN})\s+(?:röster\s+)?mot\s+(?P<no>{numerals.PATTERN})(?!\w)", re.IGNORECASE
)
_MEANINGS = (
    re.compile(
        r"\bja(?:-?röst(?:er)?)?\b[\"”]?\s*(?:för|till|innebär(?: att)?|betyder(?: att)?|=|:|är|–|-)\s*(?P<yes>.+?)[\"”]?\s*(?:,|\.|;|\boch\b|\n)+\s*[\"”]?nej(?:-?röst(?:er)?)?\b[\"”]?\s*(?:för|till|innebär(?: att)?|betyder(?: att)?|=|:|är|–|-)\s*(?P<no>[^.\n\"”;]+)",
        re.IGNORECASE | re.DOTALL,
    ),
    re.compile(
        r"\bden som (?:vill |stöder |röstar för |bifaller |är för )?(?P<yes>.+?),? (?:röstar|ska rösta|skall rösta) [\"”]?ja\b[\"”]?[,.;]?\s*(?:och )?den (?:som |det |)(?:ej vill|inte vill|vill |stöder |bifaller |röstar för |är för )?(?P<no>.*?),? ?(?:röstar|ska rösta|skall rösta) [\"”]?nej\b",
        re.IGNORECASE | re.DOTALL,
    ),
    re.compile(
        r"\b(?:de |den )?som (?:vill |stöder |bifaller )?(?P<yes>.+?) (?:säger|svarar) [\"”]?ja\b[\"”]?[,.;]?\s*(?:och )?(?:de |den )?(?:som |det )?(?:ej vill|inte vill|vill |stöder |bifaller )?(?P<no>.*?) ?(?:säger|svarar) [\"”]?nej\b",
        re.IGNORECASE | re.DOTALL,
    ),
)
_BEGINS = re.compile(
    r"godkänd voteringsproposition|(?:följande|som) (?:omröstnings|votering|vorterings|propositions|besluts)\w*|voteringsproposition|omröstning (?:begärs|genomförs|verkställs|begärdes)|"
    r"\bja(?:-?röst)?[\"”]? (?:för|till|innebär|=|betyder)|\bden som .{3,200} röstar [\"”]?ja",
    re.IGNORECASE,
)
_CASTING = re.compile(r"\butslagsröst", re.IGNORECASE)
_RESULT = re.compile(
    r"\b(?:därmed|således|alltså|härmed)\b.*\b(?:beslut|bifall|avsl|antag|återremit)\w*|\b(?:finner|har|konstaterar)\b.{0,80}\b(?:beslutat|bifallit|avslagit|beslutar|bifallits|avslagits)\b|\b(?:beslutar|beslutade) (?:därmed|således|alltså)\b|^(?:nämnden|kommunstyrelsen|kommunfullmäktige|styrelsen|fullmäktige|utskottet|\S+nämnden) (?:har därmed |har |)(?:beslutar|beslutade|beslutat|bifaller|avslår)\b",
    re.IGNORECASE,
)
_SECTIONS_WITHOUT = (
    SectionKind.BESLUT,
    SectionKind.FORSLAG_TILL_BESLUT,
    SectionKind.BESLUTSUNDERLAG,
    SectionKind.EXPEDIERING,
    SectionKind.BAKGRUND,
    SectionKind.BEREDNING,
)


@dataclass
class _Event:
    pieces: list[Passage] = field(default_factory=list)
    tally: dict[str, Found] = field(default_factory=dict)
    meanings: dict[str, Passage] = field(default_factory=dict)
    roll: list[Draft] = field(default_factory=list)
    casting: Passage | None = None
    result: Passage | None = None

    def __bool__(self) -> bool:
        return bool({"yes", "no"} & self.tally.keys() or len(self.roll) > 1)


def drafts(blocks: Sequence[Block]) -> list[Draft]:
    """The votes of an item, in order."""
    events: list[_Event] = []
    for block in blocks:
        if block.kind in _SECTIONS_WITHOUT:
            continue
        if block.kind is SectionKind.OMROSTNING and (not events or events[-1]):
            events.append(_Event())
        _read(block, events)
    return [_draft(event) for event in events if event]


def _read(block: Block, events: list[_Event]) -> None:
    inside = block.kind is SectionKind.OMROSTNING
    table = ballots.table(block.rows) if inside or ballots.is_table(block.rows) else None
    for sentence in block.sentences:
        tally = _tally(sentence)
        begins = _BEGINS.search(sentence.text)
        if begins and (not events or events[-1]):
            events.append(_Event())
        if not events:
            if not (tally.keys() >= {"yes", "no"}):
                continue
            events.append(_Event())
        _add(events, sentence, tally)
    if table:
        if not events:
            events.append(_Event())
        events[-1].roll = events[-1].roll or table


def _add(events: list[_Event], sentence: Passage, tally: dict[str, Found]) -> None:
    event = events[-1]
    if tally.keys() >= {"yes", "no"} and event.tally.keys() >= {"yes", "no"}:
        if all(tally[name].value == event.tally[name].value for name in ("yes", "no")):
            tally = {}
        elif event:
            event = _Event()
            events.append(event)
    meanings = dict(_meanings(sentence))
    if meanings and not event.meanings:
        event.meanings = meanings
    for name, found in tally.items():
        event.tally.setdefault(name, found)
    event.roll += ballots.sentence(sentence)
    if _CASTING.search(sentence.text):
        event.casting = sentence
    if event and not event.result and _RESULT.search(sentence.text):
        event.result = sentence


def _tally(sentence: Passage) -> dict[str, Found]:
    found: dict[str, Found] = {}
    for name, patterns in _TALLIES.items():
        for pattern in patterns:
            match = pattern.search(sentence.text)
            if match:
                found[name] = Found(numerals.value(match["n"]), sentence.group(match, "n"))
                break
    if not found:
        match = _AGAINST.search(sentence.text)
        if match:
            for name in ("yes", "no"):
                found[name] = Found(numerals.value(match[name]), sentence.group(match, name))
    return found


def _meanings(sentence: Passage) -> Iterator[tuple[str, Passage]]:
    for pattern in _MEANINGS:
        match = pattern.search(sentence.text)
        if match:
            for name in ("yes", "no"):
                part = _trimmed(sentence.group(match, name))
                if part:
                    yield name, part
            return


def _trimmed(part: Passage) -> Passage:
    text = part.text.rstrip(" .,;\"”’'")
    start = len(text) - len(text.lstrip(" \"”’'"))
    return part.part(start, len(text))


def _draft(event: _Event) -> Draft:
    return {
        **{name: event.tally.get(name) for name in ("yes", "no", "abstain", "absent")},
        "yes_means": _text(event.meanings.get("yes")),
        "no_means": _text(event.meanings.get("no")),
        "roll": event.roll,
        "casting_vote": Found(True, event.casting) if event.casting else None,
        "result": _text(event.result),
    }


def _text(passage: Passage | None) -> Found | None:
    return Found(passage.text, passage) if passage else None


__all__ = ["VoteChoice", "drafts"]
