from __future__ import annotations

from tests.ingest.placed import level, text, texts, upright

from justera.ingest.layout.layout import arrange
from justera.ingest.ruling import ruled_image
from justera.ingest.ruling.mending import crosses, mended
from justera.schema import Box

WORD = Box(60, 105, 90, 115)


def test_pieces_of_a_line_are_joined_where_no_word_stands() -> None:
    pieces = [level(100, 50, 120), level(100.5, 180, 300), upright(50, 100, 140), upright(300, 100, 140)]
    assert [(rule.start, rule.end) for rule in mended(pieces, [WORD]) if not rule.upright] == [(50, 300)]


def test_no_line_is_drawn_through_a_word() -> None:
    pieces = [upright(75, 50, 100), upright(75, 120, 160), level(110, 100, 300), upright(50, 100, 120)]
    assert sorted(rule.length for rule in mended(pieces, [WORD])) == [20, 40, 50, 200]
    assert crosses(upright(75, 50, 160), [WORD])


def test_level_lines_that_begin_at_one_place_by_chance_cut_no_word() -> None:
    words = [*text(55, 105, "Plats och tid Kommunhuset"), *text(55, 155, "Beslutande Eva Öst (S)")]
    found = [level(y, 80, 500) for y in (100, 150, 200)]
    lines = arrange(words, 595, 842, found, ruled_image.REACH)
    assert texts(lines) == ["Plats och tid Kommunhuset", "Beslutande Eva Öst (S)"]


def test_a_cell_over_two_columns_is_not_parted_between_its_words() -> None:
    """The space after "fyra" stands below the line between the columns of the other rows."""
    words = [
        *text(55, 55, "Datum"),
        *text(160, 55, "Nummer"),
        *text(55, 105, "Köp av tjugo fyra platser i år"),
    ]
    middle = next(word.box.x1 for word in words if word.text == "fyra" and word.box) + 1.4
    found = [level(y, 50, 300) for y in (50, 100, 150, 200)]
    found += [upright(x, 50, 200) for x in (50, 300)] + [upright(middle, 50, 100), upright(middle, 150, 200)]
    assert "Köp av tjugo fyra platser i år" in texts(arrange(words, 595, 842, found, ruled_image.REACH))


def test_a_hole_in_a_line_within_a_row_is_mended() -> None:
    pieces = [level(y, 50, 300) for y in (100, 200)] + [upright(175, 100, 130), upright(175, 165, 200)]
    assert [rule.length for rule in mended(pieces, []) if rule.upright] == [100]
