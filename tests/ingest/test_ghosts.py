"""Scraps of lines that were found twice."""

from __future__ import annotations

from tests.ingest.papers import word

from justera.ingest.layout import ghosts


def test_scraps_within_a_longer_word_of_another_line_go() -> None:
    whole = (word("skattetillägg", 30, 100), word("B-skatt", 110, 150))
    scraps = (word("k", 60, 66), word("li", 115, 121))
    assert ghosts.without((whole, scraps)) == list(whole)


def test_what_stands_beside_or_is_as_long_stays() -> None:
    whole = (word("skattetillägg", 30, 100),)
    for other in (word("k", 104, 110), word("skattetilläg", 32, 98), word("k", 60, 66, top=300)):
        assert ghosts.without((whole, (other,))) == [*whole, other]
