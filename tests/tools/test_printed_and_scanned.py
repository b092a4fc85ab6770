from __future__ import annotations

import io

import numpy as np
import pdfplumber
import pytest
from PIL import Image
from tools.paper import DAMAGES, Damage, Paper, missing, print_pdf, print_text, scan
from tools.paper.layer import copied

pytestmark = pytest.mark.skipif(bool(missing()), reason=f"fonts are missing: {', '.join(missing())}")

TEXT = "§ 12 Försäljning av fastigheten Åkern 1:12\n\nÖrjan Åhlén betalar 25 % vid underskriften.\fSida två"


@pytest.fixture(scope="module")
def paper() -> Paper:
    return print_text(TEXT)


def words(pdf: bytes) -> list[str]:
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        return [word for page in document.pages for word in page.extract_text().split()]


def test_a_good_print_says_what_the_truth_says(paper: Paper) -> None:
    assert len(paper.pages) == 2
    assert words(print_pdf(paper)) == paper.text.split()


def test_a_broken_encoding_loses_swedish_letters_and_keeps_digits(paper: Paper) -> None:
    said = words(print_pdf(paper, encoding_kind="broken"))
    text = " ".join(said)
    assert not set("åäöÅÄÖ") & set(text)
    assert "1:12" in said and "25" in said


def test_lost_ligatures_leave_the_page_as_it_looks(paper: Paper) -> None:
    broken = print_pdf(paper, encoding_kind="ligatures_gone")
    said = words(broken)
    assert "fastigheten" not in said and "underskriften." not in said
    assert {"Åkern", "Örjan"} <= set(said)
    assert _ink(broken) == pytest.approx(_ink(print_pdf(paper)), rel=0.02)


def _ink(pdf: bytes) -> float:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return float(255 - np.asarray(document[0].render(grayscale=True).to_pil()).mean())
    finally:
        document.close()


@pytest.mark.parametrize("kind", ["good", "broken", "ligatures_gone"])
def test_printing_twice_gives_the_same_bytes(paper: Paper, kind: str) -> None:
    assert print_pdf(paper, encoding_kind=kind) == print_pdf(paper, encoding_kind=kind)


def test_scanning_follows_the_seed(paper: Paper) -> None:
    damage = Damage(stamps=("INKOM",), handwriting=True, holes=True, speckle=2, bleed=0.1, border=True)
    first, again, other = (scan(paper, "poor", seed=seed, damage=damage) for seed in (1, 1, 2))
    assert [page.jpeg for page in first.pages] == [page.jpeg for page in again.pages]
    assert first.pages[0].jpeg != other.pages[0].jpeg


def test_qualities_have_their_resolution_and_get_darker(paper: Paper) -> None:
    pages = {name: scan(paper, name).pages[0] for name in ("clean", "office", "poor")}
    assert [page.dpi for page in pages.values()] == [300, 300, 200]
    assert pages["poor"].image.size == (1654, 2339)
    grey = {name: np.median(np.asarray(page.image)) for name, page in pages.items()}
    assert grey["clean"] > grey["office"] > grey["poor"]


def test_the_words_of_a_skewed_scan_stand_on_its_ink(paper: Paper) -> None:
    page = scan(paper, "poor", seed=4).pages[0]
    pixels = np.asarray(page.image.convert("L"), np.float32)
    scale = page.dpi / 72
    for word in page.words:
        x0, x1 = int(word.x * scale), int((word.x + word.width) * scale)
        y0, y1 = int((word.y - word.size * 0.6) * scale), int((word.y + 1) * scale)
        box = pixels[y0:y1, x0:x1]
        assert box.min() < np.median(pixels) - 50, word


def test_a_turned_page_lies_on_its_side_and_has_no_true_layer(paper: Paper) -> None:
    turned = scan(paper, "poor", damage=Damage(rotation=90, turned_pages=(2,)))
    assert turned.pages[0].image.height > turned.pages[0].image.width
    assert turned.pages[1].image.height < turned.pages[1].image.width
    with pytest.raises(ValueError, match="upright"):
        turned.pdf("good")


def test_a_spread_shows_two_pages_and_says_both(paper: Paper) -> None:
    both = scan(paper, "poor", damage=Damage(spread=True))
    assert len(both.pages) == 1
    assert both.text.split() == paper.text.split()
    assert words(both.pdf("good")) == paper.text.split() or set(words(both.pdf("good"))) == set(
        paper.text.split()
    )


def test_a_scan_without_layer_says_nothing_and_with_a_good_one_all(paper: Paper) -> None:
    scanned = scan(paper, "poor")
    assert words(scanned.pdf("none")) == []
    assert words(scanned.pdf("good")) == paper.text.split()


def test_a_copier_slips_in_letters_not_in_the_number_of_words(paper: Paper) -> None:
    page = scan(paper, "poor").pages[0]
    read = copied(page.words * 5, seed=3)
    assert len(read) == 5 * len(page.words)
    assert read != page.words * 5
    assert read == copied(page.words * 5, seed=3)


def test_tiff_holds_all_pages_in_black_and_white(paper: Paper) -> None:
    with Image.open(io.BytesIO(scan(paper, "office").tiff(bilevel=True))) as image:
        assert image.n_frames == 2  # type: ignore[attr-defined]
        assert image.mode == "1"
        assert image.info["dpi"] == (300, 300)


@pytest.mark.ocr
def test_the_english_model_reads_no_swedish_letter(paper: Paper) -> None:
    said = " ".join(words(scan(paper, "clean").pdf("english")))
    assert "Forsaljning" in said or "Férsaljning" in said or "Fors" in said
    assert not set("åäÅÄ") & set(said)
    assert "1:12" in said


@pytest.mark.parametrize("name", sorted(DAMAGES))
def test_a_damaged_page_keeps_its_truth_and_its_seed(paper: Paper, name: str) -> None:
    one, again = (scan(paper, "clean", seed=4, damage=DAMAGES[name]) for _ in range(2))
    assert one.pages[0].jpeg == again.pages[0].jpeg
    assert "".join(one.text.split()) == "".join(paper.text.split())
    assert (one.pages[0].jpeg == scan(paper, "clean", seed=4).pages[0].jpeg) is (name == "none")


def test_a_coloured_stamp_lies_over_the_print_and_leaves_it_dark(paper: Paper) -> None:
    stamped = scan(paper, "clean", seed=3, damage=Damage(colour_stamps=("JUSTERAT",)))
    first = np.asarray(stamped.pages[0].image, np.int16)
    plain = np.asarray(scan(paper, "clean", seed=3).pages[0].image, np.int16)
    coloured = first.max(axis=2) - first.min(axis=2) > 60
    assert coloured.sum() > 2000
    assert (first.min(axis=2)[plain < 60] < 110).mean() > 0.99


def test_an_archive_scan_is_black_and_white(paper: Paper) -> None:
    grey = np.asarray(scan(paper, "archive", seed=1).pages[0].image)
    assert ((grey < 40) | (grey > 215)).mean() > 0.98


def test_a_worn_ribbon_loses_ink(paper: Paper) -> None:
    ink = [
        np.asarray(scan(paper, "clean", damage=Damage(worn=worn)).pages[0].image).mean() for worn in (0, 0.6)
    ]
    assert ink[1] > ink[0]
