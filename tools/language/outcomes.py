"""What the decoder chooses on garbled text, beside what was printed: what is learnt about its choices."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from justera.normalize import slots
from justera.normalize.judge import shown
from justera.normalize.lattice import Choice, decode
from justera.normalize.reader import ENGLISH_READER
from justera.normalize.slots import Piece
from justera.normalize.tokens import cut

from .garble import garbled

WIDTH = 85
"""Characters of a line: words that are broken by hyphens are left out."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One choice."""

    choice: Choice
    piece: Piece
    shown: str
    """What was chosen, as it would be printed."""
    printed: str
    """What was printed."""


def of_text(text: str, seed: int) -> Iterator[Outcome]:
    """The choices for a text that was garbled."""
    lines = [part.split() for line in text.split("\n") for part in textwrap.wrap(line, WIDTH) or [""]]
    read = [garbled(" ".join(line), seed * 10_000 + row).split() for row, line in enumerate(lines)]
    page = slots.of_page(read, ENGLISH_READER)
    choices = iter(decode([slot for line in page for item in line for slot in item.slots]))
    for words, line in zip(lines, page, strict=True):
        for word, item in zip(words, line, strict=True):
            chosen = [next(choices) for _ in item.slots]
            parts = cut(word).parts
            for piece, choice in zip(item.pieces, chosen, strict=False):
                if len(parts) == len(item.token.parts) and not piece.rest:
                    yield Outcome(choice, piece, shown(choice.option, piece), parts[piece.part])
