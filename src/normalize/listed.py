"""Words of the lexicon that a reading may stand for: of its skeleton, or one confusion of the reader away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import log

from ..language import Language
from ..language.lexicon import Word
from ..language.quantity import LOWEST
from ..language.skeleton import skeleton
from .casing import Casing
from .compounds import compounds
from .noise import FOREIGN, Noise
from .options import LEAST_NOISE, Option, Source

LEAST_NAME_NOISE = -7.0
"""Natural logarithm of the probability of a reading, below which it is of another name than the listed one:
no name must become another."""

SELDOM = -14.0
"""Natural logarithm of a word's probability below which it may itself be a misreading of a frequent one
(`tran` for `från`, `til`). Of 10,000 words of the Riksdag's debates 4 are short and so seldom, of the
government's texts 2, of minutes none."""

LONGEST_SELDOM = 4
"""Letters of such a word that is in doubt for nothing else."""

PLAIN = 0.2
"""Share of capitals from which a word is a name or an abbreviation as well (`sign`)."""

LOST_SMALL = log(0.08)
"""Natural logarithm of the share of small ö at the head of a word that are read as a capital: less than the
one in seven that is counted, for it may be a name. For ä (one in twelve) it harms more than it helps."""

ODD_CASING = 0.004
"""Share of capitals that even words never seen with one have: titles, forms of address, headings."""


def words(read: str, casing: Casing, language: Language, noise: Noise) -> Iterator[Option]:
    """Words of the lexicon with the skeleton of the reading."""
    # What a font lost is known: no name lost anything else in it, and `Léif` is no `Lif`. Nor is any name
    # inside a sentence taken for another by a confusion that was never seen (`L6nnegren` for `Lannegren`).
    is_name = casing is Casing.CAPITAL or (noise.pervasive and casing is not Casing.LOWER)
    least = FOREIGN if is_name else LEAST_NOISE
    for folded in dict.fromkeys((skeleton(read), skeleton(read.replace("1", "i").replace("|", "i")))):
        for word in language.lexicon.alike(folded):
            cost = noise.cost(read, word.text)
            if cost > least and word.logarithm > LOWEST:
                form = capital(word, casing)
                if casing is Casing.CAPITAL and read[0] == "o" and word.text[0] == "ö":
                    form = max(form, LOST_SMALL)
                yield Option(word.text, word.number, word.logarithm, form, cost, Source.WORD)


def misread(
    read: str, casing: Casing, language: Language, noise: Noise, least_of_names: float = LEAST_NAME_NOISE
) -> Iterator[Option]:
    """Words of another skeleton, one confusion of the reader away: `försiag` for `förslag`, `nämndemas`."""
    if noise.pervasive and not language.knows_lower(read):
        yield from _misread_compounds(read, casing, language, noise)
    least = LEAST_NOISE if casing is Casing.LOWER else least_of_names
    for folded in noise.skeletons(read):
        for word in language.lexicon.alike(folded):
            cost = noise.cost(read, word.text)
            if cost > least and word.logarithm > LOWEST:
                yield Option(
                    word.text, word.number, word.logarithm, capital(word, casing), cost, Source.MISREADING
                )


def _misread_compounds(read: str, casing: Casing, language: Language, noise: Noise) -> Iterator[Option]:
    """Compounds with one loss of the font taken back: `delegatonsbeslut`."""
    for variant in dict.fromkeys(noise.variants(read)):
        if language.lexicon.word(variant) is None and language.is_compound(variant):
            cost = noise.cost(read, variant)
            for option in compounds(variant, casing, language, noise):
                if option.text == variant:
                    yield replace(option, noise=option.noise + cost)


def is_seldom(word: Word | None) -> bool:
    """True for a short plain word that is likelier a slip of a usual one: `ull` for till, `tör` for för."""
    if word is None or len(word.text) > LONGEST_SELDOM or word.capital > PLAIN:
        return False
    return LOWEST < word.logarithm < SELDOM


def capital(word: Word, casing: Casing) -> float:
    """Natural logarithm of the probability that the word is written in this casing."""
    if casing in {Casing.CAPITAL, Casing.ACRONYM}:
        return log(max(word.capital, ODD_CASING))
    if casing is Casing.LOWER:
        return log(max(1 - word.capital, ODD_CASING))
    return 0.0
