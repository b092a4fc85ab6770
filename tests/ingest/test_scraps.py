"""What readers make of signs, figures and single letters, and what is done about it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PIL import Image, ImageDraw, ImageFont
from tests.ingest.papers import row, word

from justera.ingest.engine.tsv import Frame
from justera.ingest.image.plate import Plate
from justera.ingest.ink import dirt, marks, recovered
from justera.ingest.readings import gaps, voting
from justera.ingest.words import odd
from justera.ingest.words.match import text
from justera.ingest.words.tokens import may_be_percent
from justera.schema import Box, Line, Word

POINT = 300 / 72
FONT = ImageFont.truetype("LiberationSans-Regular.ttf", 42)


def _doubts(line: str) -> list[str]:
    return [word.text for word in odd.doubted(row(line)) if word.doubt]


@pytest.mark.parametrize(
    ("line", "doubtful"),
    [
        ("Lager lår", ["lår"]),
        ("l rok", ["l"]),
        ("Eva Ek, L:e vice", ["L:e"]),
        ("Ks 8 61", ["8"]),
        ("8 61 Borgen", ["8"]),
        ("Anna Kjel!", ["Kjel!"]),
        ("med 8 ja mot 5 nej", []),
        ("om 8 610 kronor", []),
        ("under 1 år", []),
    ],
)
def test_what_no_minutes_say_is_in_doubt(line: str, doubtful: list[str]) -> None:
    assert _doubts(line) == doubtful


def test_a_scrap_that_the_reader_of_numbers_sees_as_per_cent_is_one() -> None:
    words = voting.with_numbers(row("från 5,1 -o till"), row("fran 5,1 -% till"), None)
    assert text(words) == "från 5,1 % till"


@pytest.mark.parametrize(("scrap", "may"), [("fo.", True), ("-o", True), ("kr", False), ("och", False)])
def test_words_and_units_behind_a_number_are_no_scraps(scrap: str, may: bool) -> None:
    assert may_be_percent(scrap) is may


def test_two_signs_are_told_by_one_of_them() -> None:
    first = (word("88", 80, 92), word("91-93", 96, 130))
    second = (word("8§", 80, 92), word("91-93", 96, 130))
    assert text(voting.with_numbers(first, second, None)) == "§§ 91-93"


@pytest.mark.parametrize(("start", "whole"), [(87.0, True), (94.0, False)])
def test_a_number_cut_in_two_is_whole_where_no_space_is(start: float, whole: bool) -> None:
    first = (word("2", 80, 85), word("8/8", start, start + 17))
    second = (word("28/8", 80, start + 17),)
    assert text(voting.with_numbers(first, second, None)) == ("28/8" if whole else "2 8/8")


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("4 000 000", "4000000"),
        ("1 750", "1750"),
        ("2 115", "2115"),
        ("41 906,38", "41906,38"),
        ("1957", "1957"),
        ("4,35 %", "4,35%"),
        ("SN § 14", "SN§14"),
    ],
)
def test_spaces_are_as_printed(printed: str, read: str) -> None:
    image = Image.new("L", (400, 100), 255)
    draw = ImageDraw.Draw(image)
    box = Box(*(side / POINT for side in draw.textbbox((40, 30), printed, font=FONT)))
    draw.text((40, 30), printed, font=FONT, fill=0)
    line = gaps.widened(Line((Word(read, box),)), Plate(image, 300, Frame(1 / POINT)))
    assert text(line.words) == printed


def test_a_lone_letter_as_tall_as_capitals_is_one() -> None:
    head = word("Parti", 40, 60)
    tall, low = word("v", 40, 46, top=120), Word("c", Box(40, 142.5, 45, 148))
    assert [one.text for one in marks.with_capitals((head, tall, low))][1:] == ["V", "c"]


def test_a_party_alone_in_its_cell_is_seen() -> None:
    (party,) = recovered.seen([word("M", 40, 48, confidence=0.95)])
    assert (party.text, party.doubt) == ("M", None)
    assert recovered.seen([word("G", 40, 48, confidence=0.95)])[0].doubt
    assert recovered.seen([word("M", 40, 48, confidence=0.7)]) == ()


def test_what_stands_between_the_words_of_a_line_found_late_is_kept_where_it_is_sure() -> None:
    firm = [word("från", 40, 60), word("Kol", 70, 80), word("&", 90, 95), word("Koks", 100, 120)]
    sure = [replace(one, confidence=0.95) for one in firm]
    assert [(one.text, one.doubt is None) for one in recovered.seen(sure)] == [
        ("från", True),
        ("Kol", True),
        ("&", False),
        ("Koks", True),
    ]
    unsure = [replace(one, confidence=0.7) if one.text == "&" else one for one in sure]
    assert text(recovered.seen(unsure)) == "från Kol Koks"
    assert text(recovered.seen([*sure[1:2], replace(firm[2], confidence=0.95)])) == "Kol"


def test_what_may_be_a_section_sign_is_kept_before_its_number() -> None:
    assert text(recovered.seen([word("S", 40, 46, confidence=0.4), word("61", 60, 72)])) == "S 61"
    assert recovered.seen([]) == ()


def test_a_lookalike_of_a_sign_before_a_number_is_no_speck() -> None:
    lines, _ = dirt.without_dirt([Line((word("&", 40, 46, confidence=0.5), word("21.", 60, 80)))])
    assert text(lines[0].words) == "& 21."


def test_scraps_of_a_stamp_are_in_doubt_with_its_figures() -> None:
    stamp = Line((word("201", 40, 60, confidence=0.99), word("Loio", 64, 90, confidence=0.36)))
    assert all(one.doubt for one in dirt.unsure(stamp).words)
