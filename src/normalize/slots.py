"""The places of a page where something is to be chosen, with what may stand there."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, pairwise

from ..language.lexicon import NUMBER as INDEX_OF_NUMBERS
from ..language.skeleton import skeleton
from .candidates import options
from .casing import Casing, casing_of
from .lattice import Slot
from .options import CACHED, NUMBER_SHARE, Option, Source
from .reader import ENGLISH_READER, Reader
from .slips import careful_options
from .tokens import Kind, Token, cut

Lines = Sequence[Sequence[str]]
"""Tokens by line."""

ROOM = 0.97
"""Share of the longest line up to which a word would have had room; letters differ in width."""

MUCH_ROOM = 0.8
"""The same for a line that has nothing to do with the one above: a heading, an entry of a list."""

QUOTES = tuple("\"”“»'’(•*")
"""Signs after which a sentence or a title of its own begins."""

HYPHENATED_GAIN = 4.0
"""Natural logarithm by which a word broken over two lines must beat its two halves."""

NUMBERED = re.compile(r"§|\d{1,3}[.):]?$")
"""What a line of its own begins with, however long the one above: an item's sign, or a number of a list."""

CONJUNCTIONS = frozenset({"och", "eller", "samt", "respektive", "resp", "som", "till"})
"""What follows a hyphen that belongs to the word: `hälso- och sjukvård`."""

_NUMBER = Option("0", INDEX_OF_NUMBERS, NUMBER_SHARE, 0.0, 0.0, Source.NUMBER)


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A piece of a token with its casing; its slot holds the options."""

    part: int
    """Index within the token's parts."""
    text: str
    casing: Casing
    slot: Slot
    rest: str = ""
    """What the next line holds of the word, where it is broken at the end of this one."""


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """A token with its pieces, the same wherever it stands alike."""

    token: Token
    pieces: tuple[Piece, ...]
    slots: tuple[Slot, ...]
    """Those of the pieces, or that of a number."""
    starts: bool
    """True where the next token begins a sentence."""
    is_sure: bool = field(init=False)
    """True where every slot has but one option."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "is_sure", all(slot.is_sure for slot in self.slots))


@lru_cache(maxsize=1 << 14)
def prepared(text: str, starts: bool, begins: bool, loud: bool, reader: Reader) -> Prepared:
    """Look up a token's pieces.

    Args:
        text: the token.
        starts: it begins a sentence.
        begins: it begins a line of its own.
        loud: its line is in capitals.
        reader: who read it.
    """
    token = cut(text)
    if token.kind is Kind.NUMBER:
        return Prepared(token, (), (Slot((_NUMBER,), starts),), token.ends)
    if token.kind is not Kind.WORD:
        breaks = token.kind is Kind.PROTECTED or starts
        return Prepared(token, (), (), token.ends or breaks)
    begins = begins or token.parts[0][-1:] in QUOTES
    pieces: list[Piece] = []
    for part in range(1, len(token.parts), 2):
        first = not pieces
        casing = casing_of(token.parts[part], starts=first and (starts or begins), loud=loud)
        slot = Slot(look_up(token.parts[part], casing, reader), first and starts)
        pieces.append(Piece(part, token.parts[part], casing, slot))
    return Prepared(token, tuple(pieces), tuple(piece.slot for piece in pieces), token.ends)


def plain(text: str) -> Prepared:
    """A token in which nothing is to be chosen."""
    return Prepared(Token(Kind.MARK, (text,), False, False), (), (), False)


def look_up(piece: str, casing: Casing, reader: Reader) -> tuple[Option, ...]:
    """What may stand for a piece."""
    return (careful_options if reader.careful else options)(piece, casing, reader)


def of_page(lines: Lines, reader: Reader, column: int = 0) -> list[list[Prepared]]:
    """All tokens of a page, prepared; words that are broken over two lines are looked up whole.

    Args:
        lines: its tokens.
        reader: who read it.
        column: characters of a full line, where other pages show that it is more than the longest one here.
    """
    lengths = lengths_of(lines)
    column = max(column, *lengths, 0)
    begins, fresh = _new_lines(lines, lengths, ROOM * column), _new_lines(lines, lengths, MUCH_ROOM * column)
    page: list[list[Prepared]] = []
    vouched = _vouched(lines, reader)
    # Other tokens are what they are in every document, and kept ready.
    usual = ENGLISH_READER if reader.vouched else reader
    starts = True
    for row, line in enumerate(lines):
        starts = starts or not line or fresh[row]
        loud = is_loud(line)
        found: list[Prepared] = []
        heads = begins[row] or NUMBERED.match("".join(line[:1])) is not None
        for text in line:
            item = prepared(text, starts, heads, loud, reader if text in vouched else usual)
            found.append(item)
            starts = item.starts
            heads = heads and not item.pieces  # `§ 18 Övriga frågor`: the number heads no sentence
        page.append(found)
    for above, below in pairwise(page):
        if above and below and above[-1].token.hyphen and above[-1].pieces and below[0].pieces:
            _unbroken(above, below, reader)
    return page


def lengths_of(lines: Lines) -> list[int]:
    """Characters of each line."""
    return [len(" ".join(line)) for line in lines]


def _vouched(lines: Lines, reader: Reader) -> Set[str]:
    """The tokens with a piece that the document vouches for."""
    texts = set(chain.from_iterable(lines)) if reader.vouched else ()
    spellings = reader.vouched.keys()
    return {text for text in texts if not spellings.isdisjoint(_skeletons(text))}


@lru_cache(maxsize=CACHED)
def _skeletons(text: str) -> tuple[str, ...]:
    return tuple(map(skeleton, cut(text).parts[1::2]))


def _unbroken(above: list[Prepared], below: list[Prepared], reader: Reader) -> None:
    """Give the last piece of a line the options of the whole word, where it goes on below."""
    head, tail = above[-1], below[0]
    piece, rest = head.pieces[-1], tail.pieces[0]
    if not rest.text.islower() or rest.text in CONJUNCTIONS or len(piece.text) < 2 or tail.token.parts[0]:
        return
    whole = look_up(piece.text + rest.text, piece.casing, reader)
    apart = piece.slot.options[0].score + rest.slot.options[0].score
    if whole[0].source is Source.NAME or whole[0].score < apart + HYPHENATED_GAIN:
        return
    slot = Slot(whole, piece.slot.starts)
    broken = Piece(piece.part, piece.text, piece.casing, slot, rest.text)
    above[-1] = Prepared(
        head.token,
        (*head.pieces[:-1], broken),
        (*(item.slot for item in head.pieces[:-1]), slot),
        head.starts,
    )
    kept = tail.pieces[1:]
    below[0] = Prepared(tail.token, kept, tuple(item.slot for item in kept), tail.starts)


def is_loud(line: Sequence[str]) -> bool:
    """True for a line in capitals."""
    if not any(map(str.isupper, line)):
        return False
    text = "".join(line)
    upper = sum(map(str.isupper, text))
    return upper > 2 and 2 * upper > sum(map(str.isalpha, text))


def _new_lines(lines: Lines, lengths: Sequence[int], width: float) -> list[bool]:
    """True for lines that begin anew: their first word would have had room on the line above."""
    return [
        row == 0 or not line or not lines[row - 1] or lengths[row - 1] + 1 + len(line[0]) <= width
        for row, line in enumerate(lines)
    ]
