from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from justera.errors import NoPages
from justera.ingest.files import text_file
from justera.media import MediaType, recognise

LAYER = """ Organ
Kulturnämnden

Förslag till beslut

Sammanfattning
Text i en  spalt\tmed tabb.
 Region Exempel
 www.exempel.example
Underlag
\tFörslag till beslut
\tSammanfattning
\t\tBakgrund

"""


def test_a_line_with_one_space_starts_a_page_and_several_in_a_row_one_page() -> None:
    found = text_file.parse(LAYER, name="a.txt")
    assert [page.lines[0].text for page in found.pages] == ["Organ", "Region Exempel"]
    assert found.pages[1].text == "Region Exempel\nwww.exempel.example\nUnderlag"


def test_the_tab_indented_tail_is_the_outline_and_no_body() -> None:
    found = text_file.parse(LAYER, name="a.txt")
    assert [(entry.title, entry.level) for entry in found.outline] == [
        ("Förslag till beslut", 0),
        ("Sammanfattning", 0),
        ("Bakgrund", 1),
    ]
    assert "Bakgrund" not in "".join(page.text for page in found.pages)


def test_white_space_and_empty_lines_are_kept() -> None:
    page = text_file.parse(LAYER, name="a.txt").pages[0]
    assert (
        page.text
        == "Organ\nKulturnämnden\n\nFörslag till beslut\n\nSammanfattning\nText i en  spalt\tmed tabb."
    )
    assert page.lines[2].words == ()
    assert [word.space for word in page.lines[-1].words] == ["", " ", " ", "  ", "\t", " "]


def test_form_feeds_split_pages_and_then_spaces_mean_nothing() -> None:
    found = text_file.parse("ett\n två\ftre\f", name="a.txt")
    assert [page.text for page in found.pages] == ["ett\n två", "tre"]


def test_an_empty_page_between_form_feeds_keeps_its_number() -> None:
    found = text_file.parse("ett\f\ftre", name="a.txt")
    assert [(page.number, page.origin) for page in found.pages] == [
        (1, "text_layer"),
        (2, "empty"),
        (3, "text_layer"),
    ]


def test_an_indented_file_is_one_page() -> None:
    text = "".join(f" rad {number}\nrad\n" for number in range(20))
    assert len(text_file.parse(text, name="a.txt").pages) == 1


@pytest.mark.parametrize(("encoding", "said"), [("cp1252", "Windows-1252"), ("utf-16", "UTF-16")])
def test_other_encodings_are_read_and_said(tmp_path: Path, encoding: str, said: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Årsmöte – § 4".encode(encoding))
    assert recognise(path) is MediaType.TEXT
    (page,) = text_file.read(path).pages
    assert page.text == "Årsmöte – § 4"
    assert said in page.reason


def test_nothing_but_an_outline_is_still_a_document() -> None:
    assert text_file.parse("\tEtt\n\tTvå\n", name="a.txt").outline


@given(st.text(alphabet="ab å\n\t\f §1", max_size=200))
def test_every_letter_survives(text: str) -> None:
    try:
        found = text_file.parse(text, name="a.txt")
    except NoPages:
        assert not text.strip()
        return
    kept = "".join(page.text for page in found.pages) + "".join(entry.title for entry in found.outline)
    assert "".join(kept.split()) == "".join(text.split())


@pytest.mark.shared
def test_the_seed_has_its_pages_and_outline() -> None:
    seed = Path(__file__).resolve().parents[3] / "shared" / "seed" / "001_2c641acf0dc0e560.txt"
    if not seed.exists():
        pytest.skip("the shared data is not beside the checkout")
    found = text_file.read(seed)
    assert len(found.outline) == 8
    assert found.pages[1].lines[0].text == "Uppfoljning"
