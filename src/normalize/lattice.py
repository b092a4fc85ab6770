"""The likeliest sequence of words, and how likely each word of it is.

A beam keeps the best sequences with their whole history, so that trigrams are exact; what a word's rivals in
the beam weigh is what speaks against it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import exp

from ..language import Language, load
from ..language.lexicon import BOUNDARY, UNKNOWN
from .options import Option, Source

BEAM = 8
"""Sequences kept. With 12 no word of 193,000 garbled or read ones changes."""

LEAST = 11.0
"""Sequences that are e^11 times less likely than the best are dropped: with BEAM alone no word changes."""

SETTLING = 2
"""Sure words after an unsure one that end its influence: trigrams see no further."""

CONTRADICTED = 3.0
"""Natural logarithm by which the next word must speak for the reading, a word itself, to be heard alone."""

USUAL = 2.5
"""The same by which the next word must be likelier after the reading than anywhere."""

CERTAIN = 0.95
"""Probability of a rival from which what stands before it is heard alone."""

LONGEST = 40
"""Slots decided together; only pathological text has longer runs of doubt."""

CACHED = 1 << 12
"""Decisions kept ready: the same few words stand together again and again."""


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """What was chosen for a slot."""

    option: Option
    posterior: float
    """Probability among the options, 0 to 1."""
    others: tuple[tuple[Option, float], ...] = ()
    """The other options with their probabilities, likeliest first."""


@dataclass(frozen=True, slots=True, eq=False)
class Slot:
    """One place with what may stand there."""

    options: tuple[Option, ...]
    """Likeliest first without context; never empty."""
    starts: bool
    """True where a sentence begins."""
    first: Choice = field(init=False)
    """The choice without context; kept, because most words have but one option."""
    is_sure: bool = field(init=False)
    """True where there is but one."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "first", Choice(self.options[0], 1.0))
        object.__setattr__(self, "is_sure", len(self.options) == 1)


_Path = tuple[float, int, int, tuple[int, ...]]
"""Score, index of the word before the last, of the last, and the choices so far."""


def decode(slots: Sequence[Slot]) -> list[Choice]:
    """Choose for every slot."""
    choices = [slot.first for slot in slots]
    done = 0
    for place in [place for place, slot in enumerate(slots) if not slot.is_sure]:
        if place >= done:
            done = _end_of_doubt(slots, place)
            before = _history(choices[max(0, place - 2) : place])
            choices[place:done] = _decided(*before, tuple(slots[place : done + SETTLING]), done - place)
    return choices


def _end_of_doubt(slots: Sequence[Slot], place: int) -> int:
    """Where the run of unsure slots from `place` ends; the sure ones that settle it are not counted."""
    end, sure = place + 1, 0
    for following in range(place + 1, min(len(slots), place + LONGEST)):
        slot = slots[following]
        if slot.starts or sure == SETTLING:
            break
        sure = sure + 1 if slot.is_sure else 0
        end = end if sure else following + 1
    return end


def _history(choices: Sequence[Choice]) -> tuple[int, int]:
    """Indices of the two words before; a boundary where there are none."""
    before = [choice.option.index for choice in choices]
    return (before[0], before[1]) if len(before) == 2 else (UNKNOWN, BOUNDARY)


@lru_cache(maxsize=CACHED)
def _decided(before_last: int, last: int, slots: tuple[Slot, ...], unsure: int) -> tuple[Choice, ...]:
    """Decide the first `unsure` slots, with those after them as context."""
    language = load()
    paths: list[_Path] = [(0.0, before_last, last, ())]
    for place, slot in enumerate(slots):
        if place >= unsure and slot.starts:
            break
        paths = _extended(paths, slot, language)
    weights = [exp(path[0] - paths[0][0]) for path in paths]
    choices = [_choice(slots[place].options, place, paths, weights) for place in range(unsure)]
    for place in range(unsure - 1 if len(paths[0][3]) == unsure else unsure):
        following = slots[place + 1].options[paths[0][3][place + 1]]
        before = choices[place - 1].option.index if place else last
        if not slots[place + 1].starts:
            choices[place] = _agreed(choices[place], before, following, language)
    return tuple(choices)


def _agreed(choice: Choice, before: int, following: Option, language: Language) -> Choice:
    """The choice, or the word as read, where both are words and the next one contradicts the change.

    What stands before a word and what follows it must agree on changing one known word to another:
    `nationellt stöd` is usual, but `stod inför` is what was read.
    """
    chosen = choice.option
    read = next((other for other in choice.others if other[0].noise == 0.0), None)
    if read is None or read[0].source is not Source.WORD or chosen.source is not Source.WORD:
        return choice
    logarithm = language.context.logarithm
    speaks_for = [
        logarithm(before, option.index, following.index, following.alone) for option in (read[0], chosen)
    ]
    is_usual = speaks_for[0] > following.alone + USUAL
    if choice.posterior > CERTAIN or not is_usual or speaks_for[0] - speaks_for[1] < CONTRADICTED:
        return choice
    rest = tuple(other for other in choice.others if other is not read)
    return Choice(read[0], 1 - choice.posterior, ((chosen, choice.posterior), *rest))


def _extended(paths: list[_Path], slot: Slot, language: Language) -> list[_Path]:
    """Every path with every option of the next slot; the best of them, best first."""
    logarithm = language.context.logarithm
    longer: list[_Path] = []
    for score, before_last, last, chosen in paths:
        if slot.starts:
            before_last, last = UNKNOWN, BOUNDARY
        for number, option in enumerate(slot.options):
            step = logarithm(before_last, last, option.index, option.alone) + option.form + option.noise
            longer.append((score + step, last, option.index, (*chosen, number)))
    longer.sort(key=_likeliest)
    least = longer[0][0] - LEAST
    return [path for path in longer[:BEAM] if path[0] > least]


def _likeliest(path: _Path) -> float:
    return -path[0]


def _choice(options: tuple[Option, ...], place: int, paths: list[_Path], weights: list[float]) -> Choice:
    mass = [0.0] * len(options)
    for path, weight in zip(paths, weights, strict=True):
        mass[path[3][place]] += weight
    total = sum(mass)
    best = paths[0][3][place]
    others = sorted(
        ((option, mass[number] / total) for number, option in enumerate(options) if number != best),
        key=lambda other: -other[1],
    )
    return Choice(options[best], mass[best] / total, tuple(other for other in others if other[1] > 0))
