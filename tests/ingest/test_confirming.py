from __future__ import annotations

from dataclasses import replace

import pytest
from PIL import Image, ImageDraw
from tests.ingest.papers import row

from justera.errors import OcrFailed
from justera.ingest import confirming
from justera.ingest.engine import tesseract
from justera.ingest.engine.tsv import Frame
from justera.ingest.image.plate import Plate
from justera.ingest.readings import spans
from justera.ingest.readings.glyphs import Gallery
from justera.ingest.readings.readers import Readers
from justera.ingest.words import odd
from justera.schema import Line, Page, PageOrigin, Reason, WordSource

PLATE = Plate(Image.new("L", (800, 400), 255), 72, Frame(1.0))
MODELS = Readers(tesseract.Reader("Latin", 7), None, tesseract.Reader("eng", 7))


@pytest.mark.parametrize("text", ["20O1-09-24", "1(1", "2011-13-04", "1l2", "2019-02-29", "12[3", "l5"])
def test_numbers_of_odd_looks_are_flagged(text: str) -> None:
    (word,) = odd.flagged(row(text))
    assert word.doubt == odd.ODD


@pytest.mark.parametrize(
    "text",
    [
        "2001-09-24",
        "1(1)",
        "(1998:808)",
        "20KFN222",
        "KS",
        "2020-02-29",
        "12)",
        "§12",
        "A4",
        "2a",
        "PRO2007,",
        "1[11]",
        "f6ljande",
    ],
)
def test_numbers_as_they_are_written_are_not(text: str) -> None:
    assert odd.flagged(row(text)) == row(text)


def page(text: str, origin: PageOrigin) -> Page:
    words = tuple(replace(word, source=WordSource.TEXT_LAYER) for word in row(text))
    return Page(1, 595, 842, (Line(words),), origin)


def looks(monkeypatch: pytest.MonkeyPatch, **said: str) -> None:
    def read(parts: list[object], reader: tesseract.Reader, **_: object) -> list[tuple[object, ...]]:
        return [row(said[reader.model]) for _ in parts]

    monkeypatch.setattr(spans, "read", read)


def confirmed(text: str, plate: Plate = PLATE) -> list[tuple[str, Reason | None]]:
    waiting = confirming.Waiting(page(text, PageOrigin.TEXT_LAYER), plate)
    (found,) = confirming.confirmed([waiting], MODELS, Gallery(), seconds=1)
    return [(word.text, word.doubt) for word in found.words]


def test_a_number_that_the_image_shows_alike_is_confirmed(monkeypatch: pytest.MonkeyPatch) -> None:
    looks(monkeypatch, eng="den 2011-10-22", Latin="")
    assert confirmed("den 2011-10-22") == [("den", None), ("2011-10-22", None)]


def test_a_disc_that_an_english_reader_took_for_a_plus_is_a_bullet(monkeypatch: pytest.MonkeyPatch) -> None:
    looks(monkeypatch, eng="den 2011-10-22", Latin="")
    paper = Image.new("L", (800, 400), 255)
    ImageDraw.Draw(paper).ellipse((50, 102, 56, 108), fill=0)
    disc = Plate(paper, 72, Frame(1.0))
    assert confirmed("+ den 2011-10-22", disc)[0] == ("•", None)
    assert confirmed("+ den 2011-10-22")[0] == ("+", None)


def test_two_looks_at_the_image_outvote_the_layer(monkeypatch: pytest.MonkeyPatch) -> None:
    looks(monkeypatch, eng="den 2011-10-22", Latin="den 2011-10-22")
    assert confirmed("den 2011-10-72") == [("den", None), ("2011-10-22", None)]


def test_readings_that_all_differ_leave_a_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    looks(monkeypatch, eng="den 2011-10-22", Latin="den 2011-10-27")
    assert confirmed("den 2011-10-72")[1] == ("2011-10-72", Reason("readings_differ"))


@pytest.mark.parametrize(
    ("origin", "doubt"),
    [(PageOrigin.TEXT_LAYER, None), (PageOrigin.REPAIRED_LAYER, confirming.DAMAGED)],
)
def test_without_a_second_look_only_damaged_layers_lose_trust(
    origin: PageOrigin, doubt: Reason | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OcrFailed("stopped")

    monkeypatch.setattr(spans, "read", fail)
    (found,) = confirming.confirmed(
        [confirming.Waiting(page("§ 12", origin), PLATE)], MODELS, Gallery(), seconds=1
    )
    assert [word.doubt for word in found.words] == [doubt, doubt]


@pytest.mark.parametrize(
    ("line", "found"), [("Summa 7 O 0", ["O"]), ("den ? oktober", ["?"]), ("O. Ek frågar: varför?", [])]
)
def test_what_may_be_a_figure_and_stands_alone_is_in_doubt(line: str, found: list[str]) -> None:
    assert [word.text for word in odd.doubted(row(line)) if word.doubt] == found


@pytest.mark.parametrize(
    ("line", "doubt"),
    [
        ("Sida 101)", True),
        ("101)", True),
        ("1) att avslå", False),
        ("(lag 1998:808)", False),
        ("1 (1)", False),
        ("Tord Wickman im), ordförande", True),
        ("Tord Wickman (m), ordförande", False),
        ("enligt alternativ ab)", False),
        ("omfattar numera + tunnland", True),
        ("500 kr, 40 + moms", False),
        ("uppgick till 34 ug/l", True),
        ("uppgick till 34 mg/l", False),
        ("N Godkännande av listan", True),
        ("a Godkännande av listan", False),
    ],
)
def test_a_bracket_that_was_never_opened_is_in_doubt(line: str, doubt: bool) -> None:
    assert any(word.doubt for word in odd.doubted(row(line))) is doubt


def test_all_groups_of_a_sum_are_in_doubt_where_one_is() -> None:
    words = row("belopp av 4 658 009 kronor och 12 500 år 2024")
    doubted = tuple(
        replace(word, doubt=Reason("readings_differ")) if word.text == "009" else word for word in words
    )
    found = [word.text for word in odd.doubted(doubted) if word.doubt]
    assert found == ["4", "658", "009"]
    assert odd.doubted(words) == words
