from __future__ import annotations

import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from tests.ingest.papers import flagged, word

from justera.ingest.engine.tsv import Frame
from justera.ingest.image.plate import Plate
from justera.ingest.ink import dirt, empty_cells, marks, missed, unread
from justera.ingest.readings import gaps
from justera.ingest.words import odd
from justera.ingest.words.match import text
from justera.schema import Box, Line, Word

POINT = 300 / 72
FONT = ImageFont.truetype("LiberationSansNarrow-Regular.ttf", 46)


class Paper:
    """Words drawn at places, and what was read of them."""

    def __init__(self) -> None:
        self.image = Image.new("L", (1400, 700), 255)
        self.words: list[Word] = []

    def print(
        self, x: float, y: float, printed: str, read: str | None = None, part: str | None = None
    ) -> None:
        """Print, and read it, or another text, with the box of a part of it from its end."""
        draw = ImageDraw.Draw(self.image)
        draw.text((x, y), printed, font=FONT, fill=0)
        seen = printed if part is None else part
        left = x + draw.textlength(printed, font=FONT) - draw.textlength(seen, font=FONT)
        box = Box(*(side / POINT for side in draw.textbbox((left, y), seen, font=FONT)))
        if read != "":
            self.words.append(Word(read or seen, box, confidence=0.95))

    @property
    def plate(self) -> Plate:
        return Plate(self.image, 300, Frame(1 / POINT))


@pytest.mark.parametrize(
    ("printed", "part"), [("-4,6", "4,6"), ("§ 21", "21"), ("211", "11"), ("Uhlman", "man")]
)
def test_a_word_with_unread_print_beside_it_is_in_doubt(printed: str, part: str) -> None:
    paper = Paper()
    paper.print(100, 100, printed, part=part)
    (line,) = flagged([Line(tuple(paper.words))], paper.plate, [unread.sign])
    assert [one.doubt for one in line.words] == [unread.BESIDE]


def test_words_beside_words_rules_and_underlinings_are_in_no_doubt() -> None:
    paper = Paper()
    paper.print(100, 100, "Summa")
    paper.print(220, 100, "4,6")
    paper.print(290, 100, "%")
    draw = ImageDraw.Draw(paper.image)
    draw.line((90, 40, 90, 300), fill=0, width=3)
    draw.line((60, 150, 600, 150), fill=0, width=3)
    (line,) = flagged([Line(tuple(paper.words))], paper.plate, [unread.sign])
    assert [one.doubt for one in line.words] == [None] * 3


def test_dashes_alone_in_their_cells_are_found_and_a_minus_is_none() -> None:
    paper = Paper()
    for row, (name, value) in enumerate((("Skola", "12"), ("Vård", "-"), ("Kultur", "-7"))):
        paper.print(100, 100 + 80 * row, name)
        paper.print(
            600, 100 + 80 * row, value, read="" if value == "-" else None, part="7" if row == 2 else None
        )
    patches = missed.unread(paper.words, paper.plate)
    *words, dash = empty_cells.dashed(paper.words, patches, paper.plate)
    assert words == paper.words
    assert dash.text == "-"
    assert dash.box is not None
    assert dash.box.top > paper.words[1].box.bottom  # type: ignore[union-attr]


@pytest.mark.parametrize("printed", ["4 310", "1911", "61 000", "1 110 000", "-3 575", "KLK 12"])
def test_sums_have_the_spaces_of_the_image(printed: str) -> None:
    paper = Paper()
    paper.print(100, 100, printed, read=printed.replace(" ", "") if printed[0] != "K" else None)
    assert text(gaps.spaced(Line(tuple(paper.words)), paper.plate).words) == printed


def test_a_number_cut_in_two_is_one_where_its_figures_stand_as_close_as_others() -> None:
    paper = Paper()
    paper.print(100, 100, "2013-02-1")
    paper.print(100 + ImageDraw.Draw(paper.image).textlength("2013-02-1", font=FONT), 100, "9")
    paper.print(500, 100, "14")
    paper.print(560, 100, "17")
    assert text(gaps.spaced(Line(tuple(paper.words)), paper.plate).words) == "2013-02-19 14 17"


def test_a_faint_letter_in_a_column_of_parties_is_no_dirt() -> None:
    faint = Line((word("C", 40, 46, top=140, confidence=0.6),))
    column = [Line((word(party, 40, 46, top=top),)) for party, top in (("S", 100), ("MP", 120))]
    assert len(dirt.without_dirt([*column, faint])[0]) == 3
    assert len(dirt.without_dirt([faint])[0]) == 0


def test_one_letter_that_a_reader_saw_in_both_cases_is_one() -> None:
    head, both = word("Parti", 40, 60), word("vV", 40, 50, top=120)
    assert [one.text for one in marks.with_capitals((head, both))][1] == "V"


def test_decimal_points_are_in_doubt_beside_decimal_commas() -> None:
    def doubts(*lines: str) -> list[str]:
        found = odd.with_points([Line(tuple(word(part, 40, 60) for part in line.split())) for line in lines])
        return [one.text for line in found for one in line.words if one.doubt]

    assert doubts("21.4", "6,9", "17.30", "avsnitt 6.3 Bilaga") == ["21.4"]
    assert doubts("21.4", "höjs 5.1 %") == ["5.1"]


def test_an_o_of_initials_that_was_read_as_a_nought_is_in_doubt() -> None:
    found = odd.doubted([word(part, 40, 60) for part in ["hr", "C.", "0.", "Sjö,", "0.", "I."]])
    assert [one.text for one in found if one.doubt] == ["0.", "0."]


def test_a_name_under_a_row_of_dots_is_a_patch_of_its_own() -> None:
    paper = Paper()
    paper.print(100, 100, "Sekreterare")
    paper.print(500, 100, "." * 30, read="")
    paper.print(510, 145, "Siw Öhrn", read="")
    (name,) = missed.likely(missed.unread(paper.words, paper.plate), paper.words)
    assert name.top * POINT > 140
    assert name.height * POINT > 35  # with the dots of the Ö


def test_a_number_for_a_party_behind_a_name_is_in_doubt() -> None:
    def doubts(line: str) -> list[str]:
        return [one.text for one in odd.doubted([word(part, 40, 60) for part in line.split()]) if one.doubt]

    assert doubts("av Wille Ödmark (0).") == ["(0)."]
    assert doubts("Protokoll (3) av Eva Ek (C)") == []


def test_a_number_whose_box_begins_with_a_minus_that_was_not_read_is_in_doubt() -> None:
    paper = Paper()
    paper.print(100, 100, "-612", read="612")
    paper.print(400, 100, "712", read="712")
    (line,) = flagged([Line(tuple(paper.words))], paper.plate, [unread.sign])
    assert [one.doubt for one in line.words] == [unread.BESIDE, None]


def test_a_number_with_a_comma_that_was_not_read_is_in_doubt() -> None:
    paper = Paper()
    paper.print(100, 100, "4,35", read="435")
    paper.print(400, 100, "435")
    paper.print(700, 100, "12,")
    (line,) = flagged([Line(tuple(paper.words))], paper.plate, [unread.sign])
    assert [one.doubt for one in line.words] == [unread.BESIDE, None, None]


def test_a_number_with_a_point_that_ran_into_its_figures_is_in_doubt() -> None:
    paper = Paper()
    paper.print(100, 100, "3.8", read="38")
    paper.print(400, 100, "38")
    small = paper.image.resize((paper.image.width // 2, paper.image.height // 2), Image.Resampling.BOX)
    blurred = Plate(small.filter(ImageFilter.GaussianBlur(1)), 150, Frame(2 / POINT))
    (line,) = flagged([Line(tuple(paper.words))], blurred, [unread.sign])
    assert [one.doubt for one in line.words] == [unread.BESIDE, None]
