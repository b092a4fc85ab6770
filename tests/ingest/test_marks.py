from __future__ import annotations

import pytest
from tests.ingest.papers import row, word

from justera.ingest.ink import marks
from justera.schema import Word

HEADS = (*row("Namn", x0=50), word("Ja", 300, 310), word("Nej", 350, 362))


@pytest.mark.parametrize("seen", ["X", "x", "K", "|<", "x<", "×"])
def test_a_lone_mark_under_a_head_is_a_cross(seen: str) -> None:
    words = (*HEADS, *row("Bo Ek", top=120), word(seen, 351, 361, top=120, confidence=0.4))
    found = marks.crossed(words)[-1]
    assert (found.text, found.box) == ("X", words[-1].box)
    assert found.confidence == marks.SURE


@pytest.mark.parametrize(
    "mark",
    [
        word("K", 200, 210, top=120),
        word("K", 351, 361, top=80),
        word("K", 355, 358, top=120),
        word("3", 351, 361, top=120),
    ],
    ids=["no column", "above the head", "a stroke", "a number"],
)
def test_other_marks_stay(mark: Word) -> None:
    words = (*HEADS, *row("Bo Ek", top=120), mark)
    assert marks.crossed(words) == words


def test_a_letter_beside_a_word_is_no_mark() -> None:
    words = (*HEADS, word("K", 301, 309, top=120), *row("Berg", x0=312, top=120))
    assert marks.crossed(words) == words


def test_without_heads_nothing_is_a_cross() -> None:
    words = (word("K", 301, 309, top=120),)
    assert marks.crossed(words) == words


def test_columns_of_marks_have_heads_and_lists_of_names_have_titles() -> None:
    assert all(marks.is_head(text) for text in ("Ja", "Närv.", "Narv.", "Avst.", "Frånvarande"))
    assert not any(marks.is_head(text) for text in ("Närvarande", "Tjänstgörande", "Namn"))
