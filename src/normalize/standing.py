"""Whether a name is right as it was read, though another spelling of it was chosen.

A name that is taken for another one looks right; one that lost its dots and is flagged does not. So it is
asked how probable it is that the reading stands. Where no list has the chosen spelling either, a logistic
regression weighs what speaks for and against (`standing.toml`, learnt by `tools/language/standing.py` on
names that were hidden from every list, and on held-out text).
"""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from math import exp, log
from pathlib import Path

from ..language import load
from ..language.dots import bare
from .candidates import MOSTLY_SO, SURE
from .casing import NAMELIKE, Casing
from .lattice import Choice
from .naming import is_explained
from .options import Option, Source
from .slots import Piece
from .spelled import ODD_ACCENT, UNKNOWN_SHARE

STANDS = {"marred": 1.0, "listed": 0.3, "namesake": 0.01, "unlisted": 0.07}
"""Probability that a name is right as it was read, from which it stays, by what stands against each other."""

IMPOSSIBLE = 13.0
"""Natural logarithm by which a reading with other letters is likelier misspelt than the chosen one, from
which it is no name. Of hidden names that were right as read none has more than 12; most others have."""

WELL_SPELT = 6.0
"""The same up to which such a reading is a name of its own beside a listed one."""

LEAST = 1e-6
"""Probability that an option has at least, where its logarithm is taken."""

FARTHEST = 15.0
"""Natural logarithm beyond which odds say no more."""

Evidence = dict[str, float]
"""What speaks for a reading or against it, by name."""


def is_name(choice: Choice, piece: Piece) -> bool:
    """True for what may be a name: a capital inside a sentence, or what is spelt like a name at its head."""
    if is_small_l(piece, choice.option) or is_small_o(piece, choice.option):
        return False
    if piece.casing is Casing.START and choice.option.source is Source.NAME:
        language, text = load(), choice.option.text
        return language.names.logarithm(text) > language.words.logarithm(text)
    return piece.casing in NAMELIKE


def is_small_l(piece: Piece, option: Option) -> bool:
    """True where a capital I is taken for the l that it looks like."""
    return piece.text[:1] == "I" and option.text[:1] == "l"


def is_small_o(piece: Piece, option: Option) -> bool:
    """True where a capital G is taken for the ö that readers make of it: `Gver`, `Gstersund`."""
    return piece.text[:1] == "G" and option.text[:1] == "ö"


def kind(choice: Choice, piece: Piece) -> str:
    """What stands against each other where another spelling of a name was chosen.

    `marred` where the reading cannot stand; `listed` where a list has both, so that the
    counts decide; `namesake` where it has the chosen one alone; else `unlisted`.
    """
    read = _read(choice, piece)
    if read is not None and read[0].source is Source.WORD:
        return "listed"
    text = _whole(piece)
    if not text.isalpha() or ODD_ACCENT.search(text):
        return "marred"
    if choice.option.source is Source.WORD:
        return "namesake"
    return "marred" if _is_impossible(text, choice.option.text) else "unlisted"


@lru_cache(maxsize=1 << 12)
def _is_impossible(read: str, chosen: str) -> bool:
    """True where no name is spelt as it was read, with another letter for a dotted one: `Sdderqvist`."""
    return bare(read) != bare(chosen) and _misspelt(read, chosen) > IMPOSSIBLE


def _misspelt(read: str, chosen: str) -> float:
    """Natural logarithm by which a name is likelier spelt as the chosen one than as it was read."""
    logarithm = load().names.logarithm
    return logarithm(chosen) - logarithm(read)


def stays(choice: Choice, piece: Piece) -> bool:
    """True where a name, for which another spelling was chosen, may be right as it was read."""
    of_kind, option = kind(choice, piece), choice.option
    if of_kind == "namesake" and option.form > MOSTLY_SO and _is_another(_whole(piece), option.text):
        return True
    return probability(choice, piece) > STANDS[of_kind]


def is_dotted_otherwise(choice: Choice, piece: Piece) -> bool:
    """True for a name read with dots or a ring that another name has otherwise: `Skälö` for `Skålö`.

    A reader that knows Swedish sees them: on office scans of sixty documents all of nine changes were wrong.
    """
    option, text = choice.option, _whole(piece)
    named = is_name(choice, piece) or (piece.casing is Casing.START and option.form > MOSTLY_SO)
    otherwise = not text.isascii() and bare(option.text) == bare(text)
    return named and otherwise and option.source is not Source.DOCUMENT


@lru_cache(maxsize=1 << 12)
def _is_another(read: str, chosen: str) -> bool:
    """True for a name in its own letters that is spelt about as well as a listed one: `Linghem`."""
    return read.isascii() and bare(read) != bare(chosen) and _misspelt(read, chosen) < WELL_SPELT


def probability(choice: Choice, piece: Piece) -> float:
    """Probability that a name, for which another spelling was chosen, is right as it was read."""
    option, of_kind = choice.option, kind(choice, piece)
    if of_kind in {"marred", "listed"} or option.source is Source.DOCUMENT or option.score > SURE:
        return decoded(choice, piece)
    if of_kind == "namesake":
        # It is met rather than one that no list has, by as much as it is more frequent.
        rarer = UNKNOWN_SHARE + load().names.logarithm(_whole(piece)) - option.score
        return max(decoded(choice, piece), 1 / (1 + exp(-rarer)))
    found = evidence(choice, piece)
    return 1 / (1 + exp(-sum([weight * found[name] for name, weight in _weights().items()])))


def others(choice: Choice, piece: Piece) -> float:
    """Share of what is neither the chosen spelling nor the reading, by the decoder and by the dots."""
    dots = load().dots.logarithm
    left = 1 - choice.posterior - decoded(choice, piece)
    if choice.option.source is not Source.NAME:
        return max(0.0, left)
    chosen, text = choice.option.text, bare(choice.option.text)
    return max(0.0, left, 1 - exp(dots(chosen)) - exp(dots(text)))


def decoded(choice: Choice, piece: Piece) -> float:
    """Probability of the reading itself, as the decoder has it."""
    read = _read(choice, piece)
    return read[1] if read else 0.0


def _read(choice: Choice, piece: Piece) -> tuple[Option, float] | None:
    """The reading itself among the other options, with its probability."""
    text = _whole(piece)
    return next((other for other in choice.others if other[0].text == text), None)


def _whole(piece: Piece) -> str:
    return (piece.text + piece.rest).lower()


def evidence(choice: Choice, piece: Piece) -> Evidence:
    """What is known of the reading and of the chosen spelling."""
    read = max(LEAST, decoded(choice, piece))
    return {
        "constant": 1.0,
        "odds": min(FARTHEST, log(max(choice.posterior, LEAST) / read)),
        "others": log(max(LEAST, others(choice, piece))),
    } | _of_letters(_whole(piece), choice.option.text)


@lru_cache(maxsize=1 << 12)
def _of_letters(read: str, chosen: str) -> Evidence:
    """What the letters of both say."""
    language = load()
    names, dots = language.names.logarithm, language.dots.logarithm
    only_dots = bare(chosen) == bare(read)
    spelling = _misspelt(read, chosen)
    return {
        "accented": float("é" in read),
        "spelling": spelling if only_dots else 0.0,
        "misread": float(not only_dots),
        "misspelt": 0.0 if only_dots else spelling,
        "dots": dots(chosen) - dots(read) if only_dots else 0.0,
        "chosen_dots": dots(chosen) if only_dots else 0.0,
        "length": float(len(read)),
        "read_letter": names(read) / (len(read) + 1),
        "chosen_letter": names(chosen) / (len(chosen) + 1),
        "explained": float(is_explained(chosen)),
        "chosen_compound": float(language.is_compound(chosen)),
        "read_compound": float(language.is_compound(read)),
    }


@cache
def _weights() -> dict[str, float]:
    return tomllib.loads(Path(__file__).with_name("standing.toml").read_text(encoding="utf-8"))
