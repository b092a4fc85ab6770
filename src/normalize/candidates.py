"""What may have been printed where a word was read, without its context."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from math import inf, log

from ..language import Language, load
from ..language.dots import bare
from ..language.lexicon import NUMBER, UNKNOWN
from ..language.quantity import LOWEST
from ..language.skeleton import is_dotted, skeleton
from .casing import LONGEST_ACRONYM, NAMELIKE, Casing
from .compounds import compounds, loose_compounds
from .listed import SELDOM, misread, words
from .noise import FOREIGN, Noise
from .options import CACHED, LEAST_NOISE, NUMBER_SHARE, UNKNOWN_ALONE, Option, Source
from .reader import Reader
from .spelled import spelled
from .tokens import FOREIGN_LETTER, LETTER_LIKE

MISREAD = -4.5
"""Where no word of the skeleton is read as this more easily, a real misreading is looked for."""

SOUND_COMPOUND = -18.5
"""Score of a compound from which no misreading of another word is looked for; `teleton` has less. With
-24, 129 instead of 115 of 3,000 misread words pass as sure."""

RARE = -16.0
"""Natural logarithm of a word's probability below which it may be a misprint that stood in a corpus."""

SHORTEST_INFLECTED = 5
"""Letters of words whose ends are compared."""

REACH = 11.0
"""Options that are e^11 times less likely than the best, before any context, are dropped."""

VOWELS = frozenset("aeiouyåäö")

LONGEST_VOWELLESS = 3
"""Letters of what may be a short word without its only vowel (`fr`), though abbreviations look alike."""

MOST = 7
"""Options kept."""

CODE_SHAPE = re.compile(r"[^\W\d_]{1,3}\d+|\d+[^\W\d_]{1,2}")
"""`A4`, `b12`, `3x`."""

CODE = -9.0
"""Natural logarithm of the probability that a number is such a code, before its two nats for each letter."""

ODD_CODE = -40.0
"""The same where digits stand within letters."""

LEAST_DOTS = -6.5
"""The same for a rare name whose dotted letters became others than those without dots: `Ahgren` had no ö."""

OWN_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzåäöéèüáà0123456789&|€£@ôîïíìóòëêâúùûñç")
"""What the English model prints, and what it cannot have made of anything else."""

MOSTLY_SO = log(0.5)
"""Natural logarithm of the share of a word's occurrences from which its casing is its usual one."""

VOUCHED = -4.0
"""Natural logarithm of the probability that an unknown word is one that the document vouches for."""

SURE = -13.5
"""A word of the lexicon at least this likely needs no compounds beside it."""

RARE_WORD = -20.0
"""A small word of the lexicon at least this likely, or a name that was read as it is, is likelier
than anything that its letters could spell: in 49,000 words the spelling won not once."""


@lru_cache(maxsize=CACHED)
def options(piece: str, casing: Casing, reader: Reader) -> tuple[Option, ...]:
    """Everything that may have been printed, likeliest first; never empty.

    Args:
        piece: letters and digits as read.
        casing: of the reading at its place.
        reader: who read it.
    """
    read = piece.lower()
    language = load()
    if read.isdigit() and read not in LETTER_LIKE:
        return _number(read)
    if not reader.noise.pervasive and not OWN_LETTERS.issuperset(read) and _is_foreign(piece):
        # The English model has no such letters: whoever wrote them knew what they were.
        return (literal(read, casing),)
    found: dict[str, Option] = {}
    for option in (
        *_all(read, casing, language, reader.noise),
        *_vouched(read, reader),
        *_headed(piece, reader),
    ):
        if casing is Casing.CAPITAL and not _may_be(read, option, reader.noise):
            continue
        same = found.get(option.text)
        if same is not None and option.source is Source.COMPOUND and same.source is Source.WORD:
            found[option.text] = _listed_compound(same, option)
        elif same is None or option.score > same.score:
            found[option.text] = option
    if not found:
        # Dots of a contents page read as forty letters are like nothing that can be spelt.
        return (literal(read, casing),)
    ranked = sorted(found.values(), key=lambda option: (-option.score, option.text))
    return tuple(option for option in ranked if option.score > ranked[0].score - REACH)[:MOST]


def _headed(piece: str, reader: Reader) -> Iterator[Option]:
    """Words whose first letter was read twice, small and large (`kKommunen`), or as I for l (`Ijudet`)."""
    if len(piece) <= LONGEST_VOWELLESS:
        return
    if piece[0].islower() and piece[1] == piece[0].upper():
        yield from words(piece[1:].lower(), Casing.LOWER, load(), reader.noise)
    elif piece[0] == "I" and piece[1:].islower():
        read, cost = f"l{piece[1:]}", reader.noise.cost("i", "l")
        for kind in (words, compounds):
            for option in kind(read, Casing.LOWER, load(), reader.noise):
                yield replace(option, noise=option.noise + cost, source=Source.MISREADING)


def _listed_compound(word: Option, made: Option) -> Option:
    """A rare word of the lexicon that is a compound too: as likely as the likelier, in context its last part.

    Texts have it too seldom to tell what it stands beside (`gångvägen`); any other compound that ends like it
    (`gängvägen`) would have the advantage of its context.
    """
    best = max(word.score, made.score)
    return replace(word, index=made.index, alone=made.alone, form=best - made.alone - word.noise)


def _is_foreign(piece: str) -> bool:
    """True for letters that the reader never makes of others: `æ` and `ø` too stand as they were printed."""
    return FOREIGN_LETTER.search(piece) is not None or "æ" in piece.lower() or "ø" in piece.lower()


def _may_be(read: str, option: Option, noise: Noise) -> bool:
    """False for a known name that a name as read must not become: only dots may be put back (`Wiva`).

    Two a are spelt so in names (`Neergaard`); only in plain words are they what became of one å.
    """
    is_plain = option.source is Source.WORD and option.form < MOSTLY_SO
    if "aa" in read and len(option.text) < len(read) and not is_plain:
        return False
    if noise.pervasive or option.source is Source.MISREADING or not read.isalpha() or option.text == read:
        return True
    is_likely = option.noise > LEAST_DOTS or option.alone > SURE or bare(option.text) == read
    return is_likely and is_dotted(read, option.text)


def _vouched(read: str, reader: Reader) -> Iterator[Option]:
    """Spellings that other places of the document vouch for."""
    for text in reader.vouched.get(skeleton(read), ()) if reader.vouched else ():
        cost = reader.noise.cost(read, text)
        if cost > LEAST_NOISE:
            yield Option(text, UNKNOWN, UNKNOWN_ALONE, VOUCHED, cost, Source.DOCUMENT)


def _all(read: str, casing: Casing, language: Language, noise: Noise) -> Iterator[Option]:
    known = list(words(read, casing, language, noise))
    if any(option.text == read and option.alone > RARE for option in known):
        # `hon` was not `han`: a word that makes sense as it stands is no confusion that was never seen.
        known = [option for option in known if option.noise > FOREIGN]
    yield from known
    best = max((option.score for option in known), default=LOWEST)
    is_small = casing is Casing.LOWER
    is_listed = any(option.text == read and option.form > MOSTLY_SO for option in known)
    sound = -inf
    is_rare = best < SURE and len(read) > 2
    # What a list has as it was read is that name, however rare; short ones are misprints of the corpora too.
    is_name = casing in NAMELIKE and len(read) > LONGEST_VOWELLESS
    if noise.pervasive or (is_rare and _nearest(known, LOWEST if is_name else RARE) < MISREAD):
        made = list(compounds(read, casing, language, noise))
        if is_rare and not is_name:
            made += loose_compounds(read, casing, language, noise)
        yield from made
        sound = max((option.score for option in made if option.noise > MISREAD), default=-inf)
    least = LOWEST if is_name else SELDOM if is_small else RARE
    if is_rare and _nearest(known, least) < MISREAD and sound < SOUND_COMPOUND:
        yield from _misreadings(read, casing, language, noise, known)
    elif noise.pervasive or (is_small and _lacks_vowel(read)):
        found = _misreadings(read, casing, language, noise, known)
        yield from (option for option in found if noise.pervasive or len(option.text) == len(read) + 1)
    if casing in {Casing.UPPER, Casing.ACRONYM} and len(read) <= LONGEST_ACRONYM:
        yield literal(read, casing)
    elif max(best, sound) < (RARE_WORD if is_small or is_listed else SURE) and len(read) > 1:
        yield from spelled(read, casing, noise)
    if read.isdigit():
        yield from _number(read)
    elif any(letter.isdigit() for letter in read):
        yield literal(read, casing)


def _misreadings(
    read: str, casing: Casing, language: Language, noise: Noise, known: list[Option]
) -> Iterator[Option]:
    """Words one misreading away, but for other forms of a known one."""
    for option in misread(read, casing, language, noise):
        if not _is_inflected_from(option, known):
            yield option


def _lacks_vowel(read: str) -> bool:
    """True for what may be a short word that lost its vowel; `tt.` is the label of a point."""
    return 1 < len(read) == len(set(read)) <= LONGEST_VOWELLESS and VOWELS.isdisjoint(read)


def _nearest(known: list[Option], least: float) -> float:
    """Logarithm of the easiest reading of a word that is no rarer than that."""
    return max((option.noise for option in known if option.alone > least), default=LOWEST)


def _is_inflected_from(option: Option, known: list[Option]) -> bool:
    """True for another form of a known word: grammar tells them apart, not the letters of a reader."""
    return any(_is_inflected(option, word) for word in known)


def _is_inflected(option: Option, word: Option) -> bool:
    if word.noise < MISREAD or len(word.text) < SHORTEST_INFLECTED:
        return False
    return (
        option.text[:-2] == word.text[: len(option.text) - 2] and abs(len(option.text) - len(word.text)) < 2
    )


def literal(read: str, casing: Casing) -> Option:
    """The reading as it stands, a word that the lexicon does not know."""
    if any(letter.isdigit() for letter in read):
        form = CODE - 2 * len(read) if CODE_SHAPE.fullmatch(read) else ODD_CODE
        return Option(read, NUMBER, NUMBER_SHARE, form, 0.0, Source.READ)
    per_letter = 1.3 if casing is Casing.LOWER else 0.9
    return Option(read, UNKNOWN, UNKNOWN_ALONE, -4.4 - per_letter * len(read), 0.0, Source.READ)


def _number(read: str) -> tuple[Option, ...]:
    return (Option(read, NUMBER, NUMBER_SHARE, -2.0, 0.0, Source.NUMBER),)
