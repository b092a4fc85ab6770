"""Patches of ink that hold more than one line, or a leader's dots."""

from __future__ import annotations

from tests.ingest.papers import flagged, word
from tests.ingest.test_unread import POINT, Paper

from justera.ingest.image.plate import Plate
from justera.ingest.ink import dirt, missed, recovered, unread
from justera.ingest.layout import leaders
from justera.schema import Line


def test_numbers_close_below_one_another_are_a_patch_each() -> None:
    paper = Paper()
    for row in range(5):
        paper.print(100, 100 + 55 * row, f"§ {row + 1}", read="")
        paper.print(300, 100 + 55 * row, "Sammanträde")
    patches = missed.likely(missed.unread(paper.words, paper.plate), paper.words)
    assert len(patches) == 5
    assert all(box.height * POINT < 45 for box in patches)


def test_the_number_behind_a_leader_is_cut_from_its_dots() -> None:
    paper = Paper()
    paper.print(100, 100, "Öppnande")
    paper.print(320, 100, "." * 60 + "17", read="")
    (number,) = missed.likely(missed.unread(paper.words, paper.plate), paper.words)
    assert 20 < number.width * POINT < 60


def test_a_word_and_its_leader_read_as_one_are_the_word_and_dots() -> None:
    paper = Paper()
    line = Line((word("Reglemente.........s.seeseese", 20, 300), word("17", 310, 320)))
    assert leaders.counted(line, paper.plate).text == "Reglemente.... 17"


def test_the_last_dot_of_a_leader_is_no_part_of_the_number() -> None:
    assert [one.text for one in recovered.seen([word(".12", 40, 52)])] == ["12"]


def test_a_faint_minus_puts_its_number_in_doubt() -> None:
    paper = Paper()
    paper.print(100, 100, "-612", part="612")
    paper.print(400, 100, "712")
    faint = Plate(paper.image.point(lambda grey: grey // 3 + 170), 300, paper.plate.frame)
    (line,) = flagged([Line(tuple(paper.words))], faint, [unread.sign])
    assert [one.doubt for one in line.words] == [unread.BESIDE, None]


def test_what_stands_beside_words_found_late_is_kept_in_doubt() -> None:
    seen = recovered.seen([word("Anmaiar", 40, 80, confidence=0.1), word("eldstad", 90, 120)])
    assert [(one.text, bool(one.doubt)) for one in seen] == [("Anmaiar", True), ("eldstad", False)]


def test_a_column_of_parties_vouches_for_the_faint_ones() -> None:
    letters = [
        word(text, 40, 48, top=100.0 + 20 * row, confidence=0.55)
        for row, text in enumerate(("C", "sS", "V", "G"))
    ]
    found = recovered.all_seen({one.box: [one] for one in letters if one.box})
    assert [[one.text for one in words] for words in found.values()] == [["C"], ["S"], ["V"], []]
    assert all(one.doubt for words in found.values() for one in words)


def test_a_unit_alone_in_its_cell_is_no_dirt() -> None:
    assert dirt.without_dirt([Line((word("%", 40, 48, confidence=0.5),))])[1] == 0
