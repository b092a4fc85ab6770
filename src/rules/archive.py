"""R80, R81, R84 and R87: the file, its evidence, what must not be published, what was read with doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..schema.record import Record
from .parts import items
from .pointers import resolves
from .registry import Hit, hit, rule

LEAST_PAGE_CONFIDENCE = 0.7
"""Mean word confidence under which a page's text needs a look."""
LEAST_VALUE_CONFIDENCE = 0.6
"""Confidence under which a date, a vote or a case number needs a look."""
LEAST_WORDS = 80
"""Words before the language is judged."""
LEAST_SWEDISH = 0.06
"""Share of common words; 0.15 to 0.35 in Swedish minutes, under 0.03 in English or German text."""

MOST_GARBLED = 0.02
"""Share of words with a symbol inside; 0.1 and more where å ä ö are other glyphs, 0 in sound text."""

COMMON = frozenset(
    [
        "och",
        "att",
        "i",
        "för",
        "av",
        "som",
        "på",
        "är",
        "till",
        "den",
        "det",
        "med",
        "ett",
        "om",
        "har",
        "inte",
        "en",
        "vid",
        "från",
        "ska",
    ]
)

_GARBLED = re.compile(r"\w*[^\W\d_][!\"#$%=<>|~^*+¨¤¢£¥{}\[\]\\][^\W\d_]\w*")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_BINDING = re.compile(r"/(date|adjusted_on|posted_on|appeal_by|yes|no|abstain|number|items_from|items_to)$")
_IDENTITY = re.compile(r"(?<![\d-])((?:19|20)?\d{6})[-+]?(\d{4})(?![\d-])")
_SECRECY = re.compile(
    r"\b(sekretess(?:belagd\w*|markera\w*)|sekretess enligt|omfattas av sekretess|maskerad\w*|"
    r"skyddade personuppgifter)",
    re.IGNORECASE,
)


@rule("R80")
def file_named(record: Record) -> Iterator[Hit]:
    """A hash and at least one page."""
    if not _SHA256.fullmatch(record.source.sha256):
        yield hit("/source/sha256", "hash")
    if record.source.pages < 1:
        yield hit("/source/pages", "pages", pages=record.source.pages)


@rule("R81")
def evidence_in_file(record: Record) -> Iterator[Hit]:
    """Each piece of evidence is of a value that there is, on a page that there is."""
    for pointer, places in record.evidence.items():
        if not resolves(pointer, record):
            yield hit("/evidence", "pointer", pointer=pointer)
        for place in places:
            if not 1 <= place.page <= record.source.pages:
                yield hit(pointer, "page", page=place.page, pages=record.source.pages)
            elif place.box is not None and (place.box[0] > place.box[2] or place.box[1] > place.box[3]):
                yield hit(pointer, "box", box=place.box)


@rule("R84")
def protected(record: Record) -> Iterator[Hit]:
    """Personal identity numbers (with a right check digit) and marks of secrecy in an item's text."""
    for at, item in items(record):
        parts = [(f"{at}/sections/{n}/text", section.text) for n, section in enumerate(item.sections)]
        parts += [(f"{at}/title", item.title or "")]
        for place, text in parts:
            if any(_is_identity(*match.groups()) for match in _IDENTITY.finditer(text)):
                yield hit(place, "number")
            match = _SECRECY.search(text)
            if match:
                yield hit(place, "secrecy", written=match[0])


def _is_identity(birth: str, last: str) -> bool:
    """A day of birth and a check digit by Luhn, so that case and account numbers are left alone."""
    digits = birth[-6:] + last
    month, day = int(digits[2:4]), int(digits[4:6])
    if not (1 <= month <= 12 and (1 <= day <= 31 or 61 <= day <= 91)):
        return False
    doubled = (int(digit) * (2 - index % 2) for index, digit in enumerate(digits))
    return sum(number // 10 + number % 10 for number in doubled) % 10 == 0


@rule("R87")
def read_with_confidence(record: Record) -> Iterator[Hit]:
    """Doubtful pages and doubtful binding numbers; a text that is not Swedish at all."""
    for index, page in enumerate(record.quality.pages):
        if page.confidence is not None and page.words and page.confidence < LEAST_PAGE_CONFIDENCE:
            place = f"/quality/pages/{index}/confidence"
            yield hit(place, "page", page=page.number, confidence=f"{page.confidence:.2f}")
    for pointer, places in record.evidence.items():
        if _BINDING.search(pointer) or "/case_numbers/" in pointer:
            sure = max((p.confidence for p in places if p.confidence is not None), default=1.0)
            if sure < LEAST_VALUE_CONFIDENCE:
                written = places[0].as_written
                yield hit(pointer, "value", written=written, confidence=f"{sure:.2f}")
    yield from _language(record)


def _language(record: Record) -> Iterator[Hit]:
    """Whether the text as a whole is Swedish, and spelt with letters."""
    text = " ".join(section.text for item in record.items for section in item.sections)
    words = re.findall(r"[^\W\d_]+", text.casefold())
    if len(words) < LEAST_WORDS:
        return
    share = sum(word in COMMON for word in words) / len(words)
    if share < LEAST_SWEDISH:
        yield hit("/items", "language", share=f"{share:.0%}")
    garbled = _GARBLED.findall(text)
    if len(garbled) / len(words) > MOST_GARBLED:
        yield hit("/items", "symbols", share=f"{len(garbled) / len(words):.0%}", written=garbled[0])
