"""Words and names that no list has: what may have been printed, judged by the letters alone.

Every letter of the reading is taken back through the confusions of the reader; the spelling of Swedish words,
or names, chooses. Nothing comes out that the letters on the page cannot have been.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection
from functools import lru_cache
from math import exp, log

from ..language import Language, load
from ..language.dots import bare
from ..language.lexicon import UNKNOWN
from ..language.quantity import LOWEST
from ..language.skeleton import DIACRITICS
from ..language.spelling import END, START, Spelling
from .casing import NAMELIKE, Casing
from .noise import Noise
from .options import LEAST_NOISE, UNKNOWN_ALONE, Option, Source

BEAM = 6
"""Spellings kept while reading from left to right."""

KEPT = 4
"""Spellings offered."""

UNKNOWN_SHARE = -5.3
"""Natural logarithm of the share of running words that are unknown, for names and for others (half a
percent each)."""

LONGEST = 40
"""Letters; longer strings are no words."""

HOPELESS = 12.0
"""Natural logarithm by which a beginning may be less likely than the best before it is dropped: with 18 no
word changes."""

FAR = 9.0
"""Natural logarithm by which other letters may be less likely than the best to be dotted at all."""

ODD_ACCENT = re.compile(r"é(?!h?[^aeiouyåäö]?s?$|as?$|e|us)")
"""An é where no Swedish name has it, unlike `Linné`, `Rosén`, `Sandéhn`, `Renée`, `Linnéa`, `Sevéus`."""

ODDLY = -2.4
"""Natural logarithm of the share of names with é that have it elsewhere (`Hélène`; 30 of 333). What a reader
without Swedish shows there is mostly an ö: `Lévqvist`."""

_State = tuple[float, str, float, str]
"""What is lost so far (negative logarithm; sorts the likeliest first), the letters, what of it is the
noise's, and the end of the letters that tells what follows."""

_Step = tuple[int, str, float]
"""Letters read, letters printed, and natural logarithm of reading the latter as the former."""


@lru_cache(maxsize=1 << 15)
def spelled(read: str, casing: Casing, noise: Noise) -> tuple[Option, ...]:
    """The likeliest spellings of an unknown word, the reading itself among them, likeliest first."""
    if len(read) > LONGEST:
        return ()
    language = load()
    steps = [_steps(read, place, noise) for place in range(len(read))]
    found: dict[str, Option] = {}
    for spelling in _kinds(casing, language):
        options = _restored(read, steps, spelling)
        # The dots of plain words the n-grams know best.
        if spelling is language.names:
            options = _dotted(read, options, noise, language)
        for option in options:
            if option.text not in found or option.score > found[option.text].score:
                found[option.text] = option
    return tuple(sorted(found.values(), key=lambda option: (-option.score, option.text)))[:KEPT]


def _dotted(read: str, options: Collection[Option], noise: Noise, language: Language) -> list[Option]:
    """The spellings of a name with their dots weighed by the letters around them.

    The n-grams tell which letters were printed; which of them carry dots is asked of `Dots`, which sees both
    sides of each.
    """
    groups: dict[str, list[Option]] = defaultdict(list)
    for option in options:
        # What a list has is a candidate of its own: that it is well spelt says nothing for its namesakes.
        word = language.lexicon.word(option.text)
        if option.text == read or word is None or word.logarithm <= LOWEST:
            groups[bare(option.text)].append(option)
    best = max((option.score for option in options), default=0.0)
    found: list[Option] = []
    for letters, group in groups.items():
        if max(option.score for option in group) < best - FAR:
            continue
        most = max(option.form for option in group)
        mass = most + log(sum([exp(option.form - most) for option in group]))
        costs = {option.text: option.noise for option in group}
        for text in {*costs, *language.dots.likeliest(letters, KEPT)}:
            cost = costs[text] if text in costs else noise.cost(read, text)
            if cost > LEAST_NOISE:
                source = Source.READ if text == read else Source.NAME
                form = mass + language.dots.logarithm(text)
                found.append(Option(text, UNKNOWN, UNKNOWN_ALONE, form, cost, source))
    return found


def _kinds(casing: Casing, language: Language) -> tuple[Spelling, ...]:
    if casing in NAMELIKE:
        return (language.names,)
    return (language.words,) if casing is Casing.LOWER else (language.names, language.words)


def _restored(read: str, steps: list[list[_Step]], spelling: Spelling) -> list[Option]:
    beams: list[list[_State]] = [[] for _ in range(len(read) + 1)]
    beams[0] = [(0.0, "", 0.0, START)]
    for place, printed in enumerate(steps):
        states = sorted(beams[place])[:BEAM]
        least = states[0][0] + HOPELESS if states else 0.0
        for state in states:
            if state[0] < least:
                _extend(beams, place, printed, state, spelling)
    ended = [(lost - spelling.after(known, END), text, noise) for lost, text, noise, known in beams[-1]]
    return [
        Option(
            text,
            UNKNOWN,
            UNKNOWN_ALONE,
            UNKNOWN_SHARE - UNKNOWN_ALONE - lost - noise,
            noise,
            Source.READ if text == read else Source.NAME,
        )
        for lost, text, noise in sorted(ended)[: 2 * KEPT]
    ]


def _steps(read: str, place: int, noise: Noise) -> list[_Step]:
    """What may have been printed at a place; letters that are merely alike stay: they may be right."""
    found = noise.printed_at(read, place)
    steps = [step for step in found if step[1] == read[place] or not DIACRITICS.isdisjoint(step[1])]
    if ODD_ACCENT.match(read, place):
        steps[0] = (1, read[place], ODDLY)
    return steps


def _extend(
    beams: list[list[_State]], place: int, steps: list[_Step], state: _State, spelling: Spelling
) -> None:
    lost, text, noise, known = state
    after, context = spelling.after, spelling.context
    for width, printed, cost in steps:
        further, before = lost - cost, known
        for letter in printed:
            further -= after(before, letter)
            before = context(before + letter)
        beams[place + width].append((further, text + printed, noise + cost, before))
