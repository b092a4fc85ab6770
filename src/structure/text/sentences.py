"""Sentences of running text, with the abbreviations that do not end one."""

from __future__ import annotations

import re

from ..swedish import patterns
from .passage import PARAGRAPH, Passage

_END = re.compile(r"[.!?][\"”»)]?(?=\s+(?:\d{1,2}[.)]\s+)?[A-ZÅÄÖÉ\"”»–-])|(?<=\))\.(?=\s+\d)|\n")
_NUMBER = re.compile(r"\s*\d{1,2}\.")
""" "2. Ordföranden yrkar ...": the number of the sentence is none itself."""

_ABBREVIATION = re.compile(
    r"(?:\b(?:bl\.a|m\.m|m\.fl|t\.ex|t\.o\.m|fr\.o\.m|dvs|d\.v\.s|kl|nr|dnr|ca|resp|ang|tel|st|s\.k|forts|enl|"
    r"ev|max|min|prop|jfr|kap|ex|tf|t\.f|[Oo]rdf|[Ss]uppl|v|[Nn]ärv|(?:byggnads|stads)?ing|lantbr|sekr|"
    r"vik|inkl|exkl|avd|[Kk][ou]ngl|[Kk]gl|Dr|S:t|St|bil|[Kk]v|[Hh]r|[Ff]ru?|[Hh]rr|"
    r"doc|prof|ing|dir|mom|litt|[Ff]ast|adj|i st(?:\.|äll)? ?f|e\.m|f\.m|k\.m|o\.d|d\.ä|d\.y)|\b[A-ZÅÄÖ]"
    rf"|\b(?:{'|'.join(patterns.table('people')['shortened'])}))\.$"
)


def split(passage: Passage) -> list[Passage]:
    """The sentences in order; a paragraph's end always ends one."""
    found, start = [], 0
    for match in _END.finditer(passage.text):
        end = match.end()
        if match.group() != PARAGRAPH and _is_abbreviation(passage.text, start, end):
            continue
        found.append(passage.part(start, end))
        start = end
    found.append(passage.part(start, len(passage.text)))
    return [sentence for sentence in found if sentence]


_LETTERED = re.compile(
    r"\b(?:alternativ(?:et)?|bilaga|förslag(?:et)?|grupp|kategori|klass|nivå|punkt|hus|sal|steg|del|typ)"
    r" [A-ZÅÄÖ]\.$",
    re.IGNORECASE,
)
""" "enligt alternativ A." ends a sentence; the A of "A. Ek" does not."""


LONGEST = 24
"""Letters behind which no abbreviation begins before a full stop, nor a word and its letter."""


def _is_abbreviation(text: str, start: int, end: int) -> bool:
    """Whether the full stop before `end` ends none of a text's sentences, this one begun at `start`."""
    near = max(start, end - LONGEST)
    shortened = _ABBREVIATION.search(text, near, end) and not _LETTERED.search(text, near, end)
    return bool(shortened) or _NUMBER.fullmatch(text, start, end) is not None
