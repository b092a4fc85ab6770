"""Text layers: words from characters, and glyphs that have no meaning."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from justera.ingest.files import holes, layer


def chars(text: str, *, wide: str = "_", font: str = "Body") -> list[dict[str, Any]]:
    """A line of type of 10 points; `wide` stands for a space as wide as a letter."""
    found, x = [], 0.0
    for letter in text:
        width = 5.5 if letter == wide else 2.5 if letter == " " else 5.0
        shown = " " if letter == wide else letter
        place = {"x0": x, "x1": x + width, "top": 0.0, "bottom": 10.0}
        found.append({"text": shown, "size": 10.0, "upright": True, "fontname": font, **place})
        x += width
    return found


def words(text: str) -> list[tuple[str, bool]]:
    grouped = layer._grouped(holes.marked(chars(text)))
    return [(word.text, word.doubt is not None) for word in (layer._word(some, 0, 0) for some in grouped)]


def test_a_space_as_wide_as_letters_is_a_letter_that_was_lost_and_a_name_is_in_doubt() -> None:
    found = words("till den som är i rummet: Bri_-Mari Öst och S_na, om s_gar")
    assert ("Bri\ufffd-Mari", True) in found
    assert ("S\ufffdna,", True) in found
    assert found[-1] == ("s\ufffdgar", False)
    assert ("Öst", False) in found


def test_a_font_with_few_spaces_tells_nothing() -> None:
    assert words("Bri_-Mari Öst") == [("Bri", False), ("-Mari", False), ("Öst", False)]


@given(st.lists(st.text("abcåäöABC", min_size=1, max_size=6), min_size=1, max_size=12))
def test_words_with_even_spaces_are_as_they_are_written(texts: list[str]) -> None:
    assert words(" ".join(texts)) == [(text, False) for text in texts]
