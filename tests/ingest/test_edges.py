"""Words that run over a column's edge."""

from __future__ import annotations

from justera.ingest.layout import edges
from justera.schema import Box, Word


def _word(text: str, x0: float, x1: float, row: int) -> Word:
    return Word(text, Box(x0, 12.0 * row, x1, 12.0 * row + 8), confidence=0.95)


def _page(text: str, rows: int = 4) -> list[Word]:
    margin = [_word("Kollekter", 40, 90, 0), _word(text, 40, 190, 1)]
    return margin + [_word("nämnden", 160, 200, row) for row in range(2, 2 + rows)]


def test_a_margin_word_that_touches_the_text_is_cut_where_the_text_begins() -> None:
    found = edges.parted(_page("OrgelreparationenAB"))
    assert [word.text for word in found[1:3]] == ["Orgelreparationen", "AB"]
    assert found[2].box is not None and found[2].box.x0 == 160


def test_a_name_with_a_capital_within_stays_whole_where_no_column_begins() -> None:
    for words in (_page("OrgelreparationenAB", rows=2), _page("MacDonaldsbolaget")):
        assert edges.parted(words) == tuple(words)
