from __future__ import annotations

import logging
import random
import shutil
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont, ImageOps
from tests.ingest import papers
from tests.ingest.papers import row

from justera.errors import OcrUnavailable
from justera.ingest import open_source
from justera.ingest.engine import tesseract
from justera.ingest.engine.tsv import Frame
from justera.ingest.files.layer import TextLayers
from justera.ingest.image import prepare, straight
from justera.ingest.image.plate import Plate
from justera.ingest.ink import missed
from justera.ingest.judge import Verdict, judge
from justera.ingest.plan import plan
from justera.ocr_mode import OcrMode
from justera.schema import Box, Document, LinePlace, PageOrigin, Word
from justera.settings import LimitSettings, OcrSettings

GOOD = (
    "nämnden beslutar att godkänna förslaget och överlämna ärendet till fullmäktige för beslut om "
    "kostnaderna under året samt att förvaltningen ska återkomma med en redovisning av åtgärderna"
)


@pytest.fixture
def engine() -> None:
    try:
        for name in ("Latin", "swe", "eng", "osd"):
            tesseract.model(name)
    except OcrUnavailable as problem:
        pytest.skip(problem.what)


def layer(text: str) -> tuple[Word, ...]:
    return row(text)


def read(path: Path, **ocr: object) -> Document:
    with open_source(path, OcrSettings.model_validate(ocr), LimitSettings(), name=path.name) as source:
        return source.read()


@pytest.mark.parametrize(
    ("text", "is_scan", "verdict"),
    [
        (GOOD, False, Verdict.GOOD),
        (GOOD, True, Verdict.GOOD),
        (GOOD.replace("ä", "a").replace("å", "a").replace("ö", "o"), True, Verdict.DAMAGED),
        (GOOD.replace("ä", '"').replace("e", "q"), False, Verdict.WORTHLESS),
        ("xq vlk qqr zzt wpl krt mnv qwz plk rtz vbn qkl hgf dsx", True, Verdict.WORTHLESS),
        ("\ufffd\ufffd\ufffd \ufffd4 \ufffd\ufffd", False, Verdict.WORTHLESS),
        (GOOD.replace("r", "1", 6).replace("ö", "ó"), True, Verdict.WORTHLESS),
        ("Bo Berg", True, Verdict.SPARSE),
    ],
)
def test_a_layer_is_judged_by_what_it_says(text: str, is_scan: bool, verdict: Verdict) -> None:
    assert judge(layer(text), is_scan=is_scan).verdict is verdict


@pytest.mark.parametrize(
    ("mode", "is_scan", "origin"),
    [
        (OcrMode.AUTO, True, PageOrigin.TEXT_LAYER),
        (OcrMode.REDO, True, PageOrigin.OCR),
        (OcrMode.REDO, False, PageOrigin.TEXT_LAYER),
        (OcrMode.FORCE, False, PageOrigin.OCR),
        (OcrMode.KEEP, True, PageOrigin.TEXT_LAYER),
    ],
)
def test_the_mode_decides_over_a_good_layer(mode: OcrMode, is_scan: bool, origin: PageOrigin) -> None:
    assert plan(layer(GOOD), mode, is_scan=is_scan).origin is origin


def test_keep_means_keep_whatever_the_layer_says() -> None:
    assert plan(layer("xq vlk qqr"), OcrMode.KEEP, is_scan=True).origin is PageOrigin.TEXT_LAYER
    assert plan((), OcrMode.KEEP, is_scan=True).origin is PageOrigin.OCR


def test_a_born_digital_page_keeps_its_words_fonts_and_outline(tmp_path: Path) -> None:
    path = papers.text_pdf(tmp_path / "a.pdf", [papers.BODY, papers.BODY], outline=("Beslut",))
    document = read(path)
    page = document.pages[0]
    assert page.text == "\n".join(papers.BODY)
    assert page.origin is PageOrigin.TEXT_LAYER
    first = page.words[0]
    assert first.font == "Helvetica" and first.size == 11
    assert first.box is not None and first.box.x0 == pytest.approx(72, abs=1)
    assert {(entry.title, entry.page) for entry in document.outline} == {("Beslut", 1), ("Beslut", 2)}


@pytest.mark.parametrize("angle", [-2.0, -0.6, 0.0, 0.8, 2.5])
def test_skew_is_found_and_boxes_find_back(angle: float) -> None:
    lines = [*papers.BODY] * 3
    page = papers.picture(lines, dpi=150).rotate(-angle, fillcolor=255, resample=Image.Resampling.BILINEAR)
    assert straight.skew(page, 150) == pytest.approx(angle, abs=0.15)
    ready = prepare.prepare(page, 150)
    box = Box(100, 200, 140, 210)
    frame = Frame(72 / 150)
    there = ready.back(ready.forth(box, frame), frame)
    assert (there.x0, there.top) == pytest.approx((box.x0, box.top), abs=0.01)


def test_an_empty_page_is_left_alone() -> None:
    paper = Image.new("L", (600, 800), 240)
    ready = prepare.prepare(paper, 100)
    assert ready.angle == 0
    assert np.asarray(ready.image).min() > 200


def test_specks_go_and_dots_over_letters_stay() -> None:
    page = papers.picture(("på ö i år.",), dpi=300)
    before = int((np.asarray(page) < 128).sum())
    draw = ImageDraw.Draw(page)
    places = random.Random(1).sample(
        [(x, y) for x in range(200, 2300, 150) for y in range(500, 1150, 150)], 20
    )
    for x, y in places:
        draw.ellipse((x, y, x + 3, y + 3), fill=0)
    cleaned, cells = prepare.without_specks(page, 300)
    assert cells >= 20
    assert int((np.asarray(cleaned) < 128).sum()) == before


def test_faint_print_under_uneven_light_becomes_black_on_white() -> None:
    page = papers.picture(dpi=150).point(lambda grey: 150 + grey * 60 // 255)
    shade = Image.linear_gradient("L").resize(page.size).point(lambda grey: grey // 4)
    uneven = Image.fromarray(np.asarray(page) - np.asarray(shade))
    pixels = np.asarray(prepare.prepare(uneven, 150).image)
    assert np.median(pixels) > 250
    assert (pixels < 60).sum() > 1000


def test_print_outside_all_words_is_found_and_a_picture_is_not() -> None:
    page = papers.picture(papers.BODY, dpi=150)
    ImageDraw.Draw(page).rectangle((900, 300, 1150, 550), fill=0)
    plate = Plate(page, 150, Frame(72 / 150))
    read_words = row("Kommunstyrelsen beslutar att godkänna förslaget och överlämna", x0=55, top=50)
    wide = tuple(row("x" * 90, x0=50, top=top)[0] for top in (52, 70))
    seen = (*read_words, *wide)
    (patch,) = missed.likely(missed.unread(seen, plate), seen)
    assert patch.top == pytest.approx(88, abs=6)


@pytest.mark.ocr
@pytest.mark.usefixtures("engine")
def test_a_scan_is_read_with_its_numbers_confirmed(tmp_path: Path) -> None:
    lines = (
        "§ 45 Val av justerare",
        "Nämnden beslutar att anslå 160 000 kronor den 22 mars 2022.",
        *papers.BODY,
    )
    path = papers.scan_pdf(tmp_path / "a.pdf", [papers.picture(lines, dpi=200)], dpi=200)
    (page,) = read(path).pages
    assert page.text == "\n".join(lines)
    assert page.origin is PageOrigin.OCR
    assert page.dpi == pytest.approx(200, abs=1)
    assert not [word for word in page.words if word.doubt]
    assert all(0.5 < (word.confidence or 0) <= 1 for word in page.words)


@pytest.mark.ocr
@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize(
    ("lying", "turn"), [(Image.Transpose.ROTATE_90, 90), (Image.Transpose.ROTATE_270, 270)]
)
def test_sideways_pages_stand_upright(tmp_path: Path, lying: Image.Transpose, turn: int) -> None:
    upright = papers.picture([*papers.BODY] * 3, dpi=150)
    pages = [upright.transpose(lying), upright]
    path = papers.scan_pdf(tmp_path / "a.pdf", pages)
    with open_source(path, OcrSettings(), LimitSettings(), name="a.pdf") as source:
        document = source.read()
        turned = source.image(1, 72)
    first, second = document.pages
    assert (first.rotation, second.rotation) == (turn, 0)
    assert first.width > first.height
    assert "godkänna förslaget" in first.text and "godkänna förslaget" in second.text
    assert turned is not None and turned.width > turned.height


@pytest.mark.ocr
@pytest.mark.usefixtures("engine")
def test_a_page_that_the_file_turns_is_read_as_it_looks(tmp_path: Path) -> None:
    lying = papers.picture(papers.BODY, dpi=150).transpose(Image.Transpose.ROTATE_90)
    path = papers.scan_pdf(tmp_path / "a.pdf", [lying], rotate=90)
    (page,) = read(path).pages
    assert page.rotation == 90
    assert "godkänna förslaget" in page.text
    first = page.words[0]
    assert first.box is not None and first.box.x0 == pytest.approx(60, abs=3)


@pytest.mark.ocr
@pytest.mark.usefixtures("engine")
def test_lines_are_read_again_from_the_image(tmp_path: Path) -> None:
    path = papers.text_pdf(tmp_path / "a.pdf")
    with open_source(path, OcrSettings(), LimitSettings(), name="a.pdf") as source:
        source.read()
        (reading,) = source.reread([LinePlace(1, 2), LinePlace(1, 2), LinePlace(9, 0), LinePlace(1, 99)])
    assert reading.place == LinePlace(1, 2)
    assert " ".join(word.text for word in reading.words) == papers.BODY[2]
    box = reading.words[0].box
    assert box is not None and box.top == pytest.approx(100 + 32 - 8, abs=4)


@pytest.mark.ocr
@pytest.mark.usefixtures("engine")
def test_a_tiff_of_many_pages_and_an_image_file(tmp_path: Path) -> None:
    path = tmp_path / "a.tif"
    one, two = (
        papers.picture(("Första sidan av protokollet",)),
        papers.picture(("Andra sidan av protokollet",)),
    )
    one.save(path, save_all=True, append_images=[two], dpi=(150, 150))
    assert [page.text for page in read(path).pages] == [
        "Första sidan av protokollet",
        "Andra sidan av protokollet",
    ]
    assert [page.number for page in read(path, pages="2").pages] == [2]
    (page,) = read(papers.png(tmp_path / "a.png", two)).pages
    assert page.text == "Andra sidan av protokollet"
    assert page.width == pytest.approx(595, abs=1)


@pytest.mark.ocr
@pytest.mark.usefixtures("engine")
def test_an_empty_scan_is_empty_and_no_failure(tmp_path: Path) -> None:
    path = papers.scan_pdf(tmp_path / "a.pdf", [Image.new("L", (1240, 1754), 250)])
    (page,) = read(path).pages
    assert (page.origin, page.lines, page.fault) == (PageOrigin.EMPTY, (), None)


def test_a_text_file_has_no_image_to_read_again(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Beslut\n", "utf-8")
    with open_source(path, OcrSettings(), LimitSettings(), name="a.txt") as source:
        source.read()
        assert source.reread([LinePlace(1, 0)]) == ()
        assert source.image(1, 72) is None


def test_a_document_out_of_time_keeps_what_it_has(tmp_path: Path) -> None:
    path = papers.text_pdf(tmp_path / "a.pdf", [papers.BODY] * 3)
    limits = LimitSettings(document_seconds=1e-9, document_seconds_per_page=1e-9)
    from justera.errors import TimeLimit

    with open_source(path, OcrSettings(), limits, name="a.pdf") as source, pytest.raises(TimeLimit):
        source.read()


def test_remarks_of_pdfminer_stay_off_standard_error(capfd: pytest.CaptureFixture[str]) -> None:
    logging.getLogger("pdfminer.pdffont").warning("Could not get FontBBox")
    assert "FontBBox" not in capfd.readouterr().err


@pytest.mark.ocr
@pytest.mark.usefixtures("engine")
def test_a_page_with_a_broken_layer_is_read_from_its_image(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise AssertionError

    path = papers.text_pdf(tmp_path / "trasig.pdf")
    monkeypatch.setattr(TextLayers, "_words", fail)
    (page,) = read(path).pages
    assert page.origin is PageOrigin.OCR
    assert "the text layer is broken (AssertionError)" in page.reason
    assert page.fault is None
    assert "godkänna" in page.text


def test_without_tesseract_a_broken_layer_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ValueError

    path = papers.text_pdf(tmp_path / "trasig.pdf", [papers.BODY, papers.BODY])
    monkeypatch.setattr(TextLayers, "_words", fail)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(OcrUnavailable):
        read(path)


def test_a_name_that_a_signature_reaches_down_to_is_a_line_of_its_own() -> None:
    page = papers.picture(papers.BODY, dpi=150)
    draw = ImageDraw.Draw(page)
    draw.text((700, 500), "Gunnar Lindeberg", font=ImageFont.load_default(24), fill=0)
    draw.line([(690, 525), (720, 400), (760, 490), (800, 410), (830, 495), (900, 440)], fill=0, width=3)
    plate = Plate(page, 150, Frame(72 / 150))
    words = [word for top in (50, 67, 84) for word in row("x" * 90, x0=50, top=top)]
    boxes = missed.likely(missed.unread(words, plate), words)
    name = 512 * 72 / 150
    assert any(box.top < name < box.bottom and box.height < 25 and box.width > 70 for box in boxes)


@pytest.mark.ocr
@pytest.mark.usefixtures("engine")
def test_the_back_of_a_page_that_shines_through_is_empty(tmp_path: Path) -> None:
    front = papers.picture([*papers.BODY] * 3, dpi=200)
    back = ImageOps.mirror(front).convert("L").point(lambda grey: 255 - (255 - grey) // 4)
    document = read(papers.scan_pdf(tmp_path / "a.pdf", [front, back], dpi=200))
    assert document.pages[0].lines
    assert document.pages[1].origin is PageOrigin.EMPTY
    assert "shines through" in document.pages[1].reason


@pytest.mark.ocr
@pytest.mark.usefixtures("engine")
def test_a_page_with_one_line_is_not_empty(tmp_path: Path) -> None:
    page = papers.picture(("Bilaga 3",), dpi=300).convert("L").point(lambda grey: 100 + grey * 140 // 255)
    document = read(papers.scan_pdf(tmp_path / "a.pdf", [page], dpi=300))
    assert [line.text for line in document.pages[0].lines] == ["Bilaga 3"]
