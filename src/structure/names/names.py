"""Names of people: the words they are made of, and the words with a capital that are none of them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from ..swedish import patterns

_TABLE = patterns.table("people")
NOT_NAMES: frozenset[str] = frozenset(_TABLE["not_names"])
_TITLES = tuple(_TABLE["titles"])
_ENDINGS = (*_TITLES, *_TABLE["organisations"])
_INSIDE = frozenset(_TABLE["particles"][:-1])
PARTICLES = "|".join(_TABLE["particles"][:-1])

_LATIN = [*range(0x41, 0x5B), *range(0x61, 0x7B), *range(0xC0, 0x250), *range(0x1E00, 0x1F00)]
CAPITAL, _SMALL = (
    "".join(chr(code) for code in _LATIN if unicodedata.category(chr(code)) == category)
    for category in ("Lu", "Ll")
)
LETTER = CAPITAL + _SMALL
_SHORT = "|".join(_TABLE["shortened"])
NAME_WORD = (
    rf"(?:(?:{_SHORT})\.(?= )|[{CAPITAL}](?:(?:[{LETTER}]|[-'’´`.](?=[{LETTER}])|:(?=[a-z]))+|\.|(?![\w])))"
)
NAME = rf"{NAME_WORD}(?:[ -](?:(?:{PARTICLES}) |d'|al-|el-)*{NAME_WORD}){{0,5}}"
BARE_NAME = re.compile(
    rf"(?<![\w-]){NAME_WORD}(?: (?:(?:{PARTICLES}) |d'|al-|el-)*{NAME_WORD}){{1,4}}(?![\w])"
)


_WORD = re.compile(NAME_WORD)


@lru_cache(maxsize=4096)
def is_name(text: str) -> bool:
    """Whether a text is nothing but a name of two words or more."""
    match = BARE_NAME.fullmatch(text.strip())
    return bool(match) and rank(text.strip()) == 0 and not is_ordinary(text) and not is_place(text)


_QUARTERS = ("norra ", "södra ", "östra ", "västra ", "övre ", "nedre ")


def is_place(text: str) -> bool:
    """Whether a text is a place of two words: "Västra Lida"."""
    return text.strip().count(" ") == 1 and text.strip().casefold().startswith(_QUARTERS)


def is_name_word(text: str) -> bool:
    """Whether a text is one word that may stand in a name."""
    return _WORD.fullmatch(text) is not None and not is_ordinary(text)


def ends_in_name(text: str) -> bool:
    """Whether a text is a name, or a title before one: "Ekonom Tea Lind"."""
    return is_name(text) or (text.count(" ") == 2 and is_name(text.split(" ", 1)[1]))


def _no_name(word: str) -> bool:
    folded = word.casefold().rstrip(".,:")
    return folded in NOT_NAMES or folded in _TITLES or (len(folded) > 6 and folded.endswith(_ENDINGS))


def is_title(words: str) -> bool:
    """Whether words name a post that is none of a meeting: "kyrkoherde", "förvaltningschef"."""
    last = words.casefold().rstrip(".").rsplit(" ", 1)[-1]
    return last.endswith(_TITLES) and not last.endswith(_OF_MEETING)


_OF_MEETING = ("ordförande", "ordföranden", "ledamot", "fullmäktige", "nämnden", "styrelsen", "utskottet")


def rank(name: str) -> int:
    """How many characters of rank and other words stand before the name itself."""
    skipped = 0
    while " " in name[skipped:]:
        word = name[skipped:].split(" ", 1)[0]
        if not _no_name(word):
            break
        skipped += len(word) + 1
    return len(name) + 1 if name[skipped:].casefold().rstrip(".") in NOT_NAMES else skipped


def is_ordinary(text: str) -> bool:
    """Whether a word of it is none of a name."""
    first, *others = text.split()
    inside = [word for word in others if word.casefold() not in _INSIDE]  # "Gunilla De la Gardie"
    return any(_no_name(word) for word in (first, *inside) if not word[0].islower())
