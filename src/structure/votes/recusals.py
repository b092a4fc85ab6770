"""Who was recused (jäv) in an item, and who took no part in its decision for another reason."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...schema.record import SectionKind
from ..landmarks.blocks import Block
from ..names import people
from ..swedish import patterns
from ..text.passage import Passage

_RECUSED = patterns.compiled("statements", "recused")
_WITHDRAWS = patterns.compiled("statements", "withdraws")
_ABSTAINS = patterns.compiled("statements", "abstains")
_SUCCEEDS = patterns.compiled("statements", "succeeds")
_NOBODY = patterns.compiled("statements", "nobody")


def recused(blocks: Sequence[Block], number: int | None = None) -> list[people.Mention]:
    """Who was recused (jäv) in an item of this number."""
    found: list[people.Mention] = []
    for block in blocks:
        own = block.kind is SectionKind.JAV and not _gives_reason(block)
        told_of = _RECUSED.search(block.text.text) or _HANDLING.search(block.text.text)
        if not (block.kind is SectionKind.JAV or told_of):
            continue
        said = [sentence for sentence in block.sentences if not _of_another(sentence, number)]
        told = [
            one
            for above, sentence in zip([None, *said], said, strict=False)
            for one in _in_sentence(sentence, own=own) or _referred(above, sentence)
        ]
        if own and not told and block.sentences and not _NOBODY.search(block.sentences[0].text):
            told = people.with_party(block.sentences[0])  # "Jäv: A (S)"
        found += told
    return found


def _gives_reason(block: Block) -> bool:
    """Whether a section says itself who was recused: who takes no part by another sentence was not."""
    return any(_RECUSED.search(sentence.text) for sentence in block.sentences)


_HANDLING = re.compile(r"\b(?:handläggning|beredning)(?:en)?\b", re.IGNORECASE)


def _handles(sentence: Passage) -> bool:
    """Whether a sentence is of the matter's handling: who has no part in that is recused."""
    return _HANDLING.search(sentence.text) is not None


_OF_ITEM = re.compile(
    r"\b(?:av|i|vid|under|på|avseende|gällande) (?:ärende\w* |paragraf\w* )?§ ?(?P<number>\d{1,4})\b"
)


def _of_another(sentence: Passage, number: int | None) -> bool:
    """Whether a sentence says that it is of another item: "deltar inte i handläggningen av § 61"."""
    match = _OF_ITEM.search(sentence.text)
    return match is not None and number is not None and int(match["number"]) != number


_PRONOUN = re.compile(r"(?:Han|Hon|Hen)\b")


def _referred(above: Passage | None, sentence: Passage) -> list[people.Mention]:
    """Whom "Hon anmäler jäv" is about: the one person with whom the sentence above begins."""
    if above is None or not (_PRONOUN.match(sentence.text) and _WITHDRAWS.search(sentence.text)):
        return []
    named = people.named(above)[:1]
    alone = named and named[0].start == 0 and not above.text.startswith((",", " och"), named[0].end)
    return named if alone else []


def _in_sentence(sentence: Passage, *, own: bool) -> list[people.Mention]:
    """Who a sentence says was recused; `own` where its section is headed so."""
    abstains = bool(_ABSTAINS.search(sentence.text))
    reason = _RECUSED.search(sentence.text)
    own = own or _handles(sentence)
    if _NOBODY.search(sentence.text) or not (reason or (own and abstains)):
        return []
    succeeds = _SUCCEEDS.search(sentence.text)
    end = succeeds.start() if succeeds else len(sentence.text)
    told = people.named(sentence, 0, end)
    if reason and not any(one.party for one in told):
        told = people.named(sentence, 0, reason.start()) or told  # "Sedan hr Ek såsom jävig lämnat salen"
    sure = own or abstains or _WITHDRAWS.search(sentence.text) or any(one.party for one in told)
    return told if sure else []


def non_participants(blocks: Sequence[Block]) -> list[people.Mention]:
    """Who took no part in the decision, for another reason than jäv."""
    found: list[people.Mention] = []
    for block in blocks:
        if block.kind in (SectionKind.BESLUTSUNDERLAG, SectionKind.YRKANDEN):
            continue
        if block.kind is SectionKind.JAV and not _gives_reason(block):
            continue
        if block.kind is not SectionKind.DELTAR_INTE and not _ABSTAINS.search(block.text.text):
            continue
        for sentence in block.sentences:
            abstains = _ABSTAINS.search(sentence.text)
            if _RECUSED.search(sentence.text) or _NOBODY.search(sentence.text) or _handles(sentence):
                continue
            if abstains:
                before = people.everyone(sentence, 0, abstains.start())
                found += before or people.everyone(sentence, abstains.end())
            elif block.kind is SectionKind.DELTAR_INTE and not _SUCCEEDS.search(sentence.text):
                found += people.everyone(sentence)
    return found
