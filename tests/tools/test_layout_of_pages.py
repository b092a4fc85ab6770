from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tools.paper.flow import Band, Template, beside, gap, line, paginate, paragraph, wrap
from tools.paper.fonts import Font, missing

pytestmark = pytest.mark.skipif(bool(missing()), reason=f"fonts are missing: {', '.join(missing())}")

FONT = Font("times", 11)
WORDS = st.lists(st.text("abcåäö§%0123456789-", min_size=1, max_size=18), min_size=1, max_size=60)


@given(WORDS, st.floats(30, 500))
def test_wrapping_loses_no_word_and_keeps_the_width(words: list[str], width: float) -> None:
    lines = wrap(" ".join(words), FONT, width)
    assert " ".join(lines).split() == words
    assert all(FONT.width(row) <= width for row in lines if " " in row and not _holds_a_sum(row))


def _holds_a_sum(row: str) -> bool:
    return any(
        a[-1:].isdigit() and b[:3].isdigit() for a, b in zip(row.split(), row.split()[1:], strict=False)
    )


def test_a_sum_is_not_broken_over_two_lines() -> None:
    text = "Köpeskillingen uppgår till 1 267 500 kronor"
    for width in range(60, 250, 5):
        assert any("1 267 500" in row for row in wrap(text, FONT, width))


@given(WORDS)
def test_the_truth_of_a_page_is_what_is_printed_on_it(words: list[str]) -> None:
    paper, _ = paginate(paragraph(" ".join(words), FONT, 200), Template())
    printed = [word.text for sheet in paper.sheets for word in sheet.words]
    assert printed == " ".join(paper.pages).split() == words


def test_columns_are_read_one_after_the_other() -> None:
    left, right = [line("a", FONT), line("b", FONT)], [line("c", FONT)]
    assert beside(((0, left), (100, right))).text == "a\nb\nc"


def test_bands_that_belong_together_share_a_page() -> None:
    tall = Template().size[1] - Template().top - Template().bottom
    heading = Band(20, text="heading", keep=True, anchor="h")
    bands = (*gap(tall - 30), heading, *paragraph("text", FONT, 200, anchor="t"))
    paper, pages = paginate(bands, Template())
    assert pages == {"h": 2, "t": 2}
    assert paper.pages[1] == "heading\ntext"


def test_heads_and_feet_know_page_and_number_of_pages() -> None:
    frame = Template(head=lambda n, m: [line(f"{n} ({m})", FONT)], foot=lambda n, m: [line("foot", FONT)])
    paper, _ = paginate([Band(10, text=str(n), new_page=True) for n in range(3)], frame)
    assert paper.pages == ("1 (3)\n0\nfoot", "2 (3)\n1\nfoot", "3 (3)\n2\nfoot")
