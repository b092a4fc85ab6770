"""The texts that `bench/repair.py` measures on: invented ones, and held-out ones of the shared data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tools.language import sources
from tools.layouts.invent import invent

SHARED = Path(__file__).resolve().parents[2] / "shared"

FIRST_SEED = 8_700
DOCUMENTS = 6
LONGEST = 60_000


def invented_texts() -> Iterator[str]:
    """True texts of invented documents."""
    for number in range(DOCUMENTS):
        kind = ("protokoll", "tjansteskrivelse", "protokollsutdrag")[number % 3]
        yield invent(FIRST_SEED + number, kind=kind, held_out=kind != "protokollsutdrag").text


def held_out(name: str) -> Iterator[str]:
    """Held-out texts that neither the model nor its calibration has seen."""
    if name == "minutes":
        found = (text for stem, text in sources.meetings(SHARED) if sources.is_held_out_meeting(stem))
    else:
        blocks = sources.corpus_blocks(SHARED, name)
        found = (_plain(text) for block, text in blocks if sources.is_held_out_block(block))
    for number, text in enumerate(found):
        if number % 2 == 0:
            yield text[:LONGEST]


def _plain(text: str) -> str:
    """Without the mark-up of the corpus files."""
    return "\n".join(line for line in text.split("\n") if not re.search(r"\]\(|^#|^---|https?:|\||\[", line))


def paged(text: str) -> str:
    """The text in pages of 45 lines."""
    lines = text.split("\n")
    return "\f".join("\n".join(lines[start : start + 45]) for start in range(0, len(lines), 45))
