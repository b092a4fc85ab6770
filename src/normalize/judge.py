"""From the choices for a token's pieces to the verdict on the token."""

from __future__ import annotations

from functools import lru_cache
from math import log

from ..language import load
from ..language.skeleton import skeleton
from . import confidence, standing
from .casing import Casing, cased
from .lattice import Choice
from .listed import LONGEST_SELDOM, capital
from .options import Option, Source
from .slips import is_odd
from .slots import Piece, Prepared
from .standing import is_small_l, is_small_o
from .verdict import AS_LIKELY, UNLISTED, Verdict

LEAST_CAREFUL = 0.97
"""Least confidence for a change to what a reader that knows Swedish read."""

MARRED = 0.6
"""The same where a letter or digit that has no business there shows that the reading is wrong."""

LIKELIER = 0.5
"""Threshold up to which the likelier of the reading and the chosen word is taken."""

REVIEW = 0.975
"""Confidence below which a word is put before a person, changed or not: about one word in a hundred."""

MAPPED = 0.98
"""Confidence of what a broken font encoding explains. An estimate: such pages with a known truth are too few
to count on."""

SMALL = 0.9
"""Least confidence for a capital that is taken for another letter that it looks like: `Ijud`, `Gver`."""

SELDOM_CAPITAL = log(0.1)
"""One å, ä or ö in ten at the head of a word is read as a capital letter."""

LOWERED = 0.96
"""Confidence, at most, of a word whose capital is taken for a small letter without its dots, or whose l may
be a capital I (`lnitiativet`)."""

HARDLY_CAPITAL = log(0.02)
"""Natural logarithm of the share of capitals of words that a sentence's inside hardly has with one."""

LONGEST_SURNAME = 7
"""Letters of such a word that may be a name: 3 of 116,000 garbled words are put before a person for it."""

UNUSUAL = -16.2
"""Natural logarithm of the share of words below which an abbreviation is not known as it stands: `SOU` has
-9.3, `LSO` -15.8, `op` in capitals -16.5."""

LEAST_ALTERNATIVE = 0.001
"""Options that are less probable are not offered."""

MOST_ALTERNATIVES = 4

EVIDENCE = {
    Source.WORD: "a word of the lexicon that fits the letters and the words around it",
    Source.COMPOUND: "a compound of known parts",
    Source.NAME: "the spelling of Swedish words and names",
    Source.DOCUMENT: "the same word elsewhere in the document, where more letters survived",
    Source.MISREADING: "a known word one misread letter away",
    Source.NUMBER: "a number",
    Source.READ: "as read",
}

Settled = tuple[str, float, Source, tuple[str, ...], bool]
"""Text of a piece, its confidence, what spoke for it, alternatives, and whether it is in doubt."""


@lru_cache(maxsize=1 << 12)
def judge(
    before: str, item: Prepared, choices: tuple[Choice, ...], careful: bool, threshold: float
) -> Verdict:
    """The verdict on a token.

    Args:
        before: what was read in its place.
        item: the token.
        choices: one for each of its pieces.
        careful: the reader knew Swedish.
        threshold: least confidence at which a word is changed.
    """
    parts = list(item.token.parts)
    sure, rule, doubtful = 1.0, Source.READ, False
    alternatives: list[str] = []
    for piece, choice in zip(item.pieces, choices, strict=True):
        text, piece_sure, source, others, in_doubt = _settled(
            piece, choice, _needed(piece.text, careful, threshold), careful=careful
        )
        if not careful and _is_doubtful(piece, choice.option, text):
            others, in_doubt = (*others, piece.text), True
        parts[piece.part] = text
        rule = source if text != piece.text else rule
        sure, doubtful = min(sure, piece_sure), doubtful or in_doubt
        if len(choices) == 1:
            alternatives += [f"{parts[0]}{other}{parts[-1]}" for other in others]
    return _verdict(before, "".join(parts), sure, rule, alternatives, doubtful)


def _is_doubtful(piece: Piece, option: Option, text: str) -> bool:
    """True for what a person should see, however sure the choice."""
    return _may_be_surname(piece, option, text) or _is_old(piece, option) or _is_unheard_of(piece, text)


def _may_be_surname(piece: Piece, option: Option, text: str) -> bool:
    """True for a short word put for a name, inside a sentence, that hardly has a capital there: `Säger`."""
    is_odd = piece.casing is Casing.CAPITAL and option.form < HARDLY_CAPITAL
    return is_odd and text != piece.text and option.source is Source.WORD and len(text) <= LONGEST_SURNAME


def _is_old(piece: Piece, option: Option) -> bool:
    """True where a listed word was taken for a misread one: it may be an older spelling (`jemte`)."""
    is_long = len(piece.text) > LONGEST_SELDOM
    return is_long and option.source is Source.MISREADING and load().lists(piece.text.lower())


def _is_unheard_of(piece: Piece, text: str) -> bool:
    """True for capitals that could have had dots, and are no usual abbreviation: `(OP)` for `(ÖP)`."""
    if piece.casing is not Casing.ACRONYM or text != piece.text or not {"A", "O"} & set(text):
        return False
    word = load().lexicon.word(text.lower())
    return word is None or word.logarithm + capital(word, piece.casing) < UNUSUAL


def _needed(piece: str, careful: bool, threshold: float) -> float:
    if not careful:
        return threshold
    return max(threshold, MARRED if is_odd(piece) else LEAST_CAREFUL)


def _settled(piece: Piece, choice: Choice, needed: float, *, careful: bool) -> Settled:
    sure = confidence.of(choice, piece)
    best = shown(choice.option, piece)
    others = tuple(shown(option, piece) for option, weight in choice.others if weight > LEAST_ALTERNATIVE)
    seen = careful and standing.is_dotted_otherwise(choice, piece)
    stands = seen or _falls_short(piece, choice, sure, needed) or _may_stand(piece, choice, sure)
    if best != piece.text and stands:
        return piece.text, 1 - sure, Source.READ, (best, *others), True
    if best[:1].islower() and (piece.text[:1].isupper() or (piece.text[:1], best[:1]) == ("l", "i")):
        sure = min(sure, LOWERED)
        others = (f"{best[0].upper()}{best[1:]}", *others)
    return best, sure, choice.option.source, others, sure < REVIEW


def _falls_short(piece: Piece, choice: Choice, sure: float, needed: float) -> bool:
    """True where the chosen word is not sure enough to be put for the reading.

    Of a plain word the likelier of the two is taken: what else it may be does not speak for the reading.
    A name that may be several ones stays.
    """
    if needed > LIKELIER or standing.is_name(choice, piece):
        return sure < needed
    stands = (1 - sure) * standing.decoded(choice, piece) / max(1e-9, 1 - choice.posterior)
    return sure < needed * (sure + stands)


def _may_stand(piece: Piece, choice: Choice, sure: float) -> bool:
    """True where the reading may be a name that is right as it stands (`Hallén`, `Andermatt`)."""
    if is_small_l(piece, choice.option) or is_small_o(piece, choice.option):
        return sure < SMALL
    return standing.is_name(choice, piece) and standing.stays(choice, piece)


def shown(option: Option, piece: Piece) -> str:
    """An option as it would be printed in the place of a piece."""
    if option.text == (piece.text + piece.rest).lower():
        return piece.text
    text = option.text if not piece.rest else halves(option.text, piece)[0]
    return cased(text, best_casing(piece, option), piece.text)


@lru_cache(maxsize=1 << 12)
def halves(word: str, piece: Piece) -> tuple[str, str]:
    """Where a word is broken so that its halves fit the piece and its rest best."""
    cut = min(range(1, len(word)), key=lambda place: (abs(place - len(piece.text)), place), default=1)
    for place in (cut, cut + 1, cut - 1, cut + 2, cut - 2):
        if 0 < place < len(word) and word[place:][-1:] and _alike(word[place:], piece.rest):
            return word[:place], word[place:]
    return word[:cut], word[cut:]


def _alike(half: str, read: str) -> bool:
    return skeleton(half) == skeleton(read) and len(half) == len(read)


def best_casing(piece: Piece, option: Option) -> Casing:
    """The casing to print an option in: readers make capitals of small å ä ö and l at the head of a word."""
    if is_small_l(piece, option) and piece.casing is Casing.CAPITAL:
        return Casing.LOWER
    if piece.slot.starts and piece.text[:1] == "l" and option.text[:1] == "i":
        return Casing.START  # what is read as l at the head of a sentence is a capital I
    lost_dots = piece.casing is Casing.CAPITAL and option.text[:1] in "åäö" and piece.text[:1] in "AOG"
    if lost_dots and option.source not in {Source.NAME, Source.DOCUMENT} and option.form < SELDOM_CAPITAL:
        return Casing.LOWER
    return piece.casing


def _verdict(
    before: str, after: str, sure: float, rule: Source, alternatives: list[str], doubtful: bool
) -> Verdict:
    others = tuple(dict.fromkeys(word for word in alternatives if word != after))[:MOST_ALTERNATIVES]
    doubt = None
    if doubtful:
        doubt = AS_LIKELY if others else UNLISTED
    if rule is Source.READ and after != before:
        evidence = "the same sign stands for this letter throughout the font"
        return Verdict(before, after, min(sure, MAPPED), "mapped", evidence, (), doubt)
    return Verdict(before, after, sure, str(rule), EVIDENCE[rule], others, doubt)
