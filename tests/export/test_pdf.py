"""The searchable PDF: looks like its source, says the repaired words, and is what it claims to be."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from pathlib import Path
from typing import cast

import numpy as np
import pdfplumber
import pikepdf
import pypdfium2
import pytest
from pikepdf import Dictionary, Name
from PIL import Image
from tests.export import made

from justera import export
from justera.export.pdf import archival, hidden, mute
from justera.export.pdf.place import Place
from justera.schema import Change, Page, PageOrigin, Reading

WANTED = " ".join(made.LINES).split()


def written(source: Path, folder: Path, reading: Reading | None = None, *, form: str = "pdf") -> Path:
    reading = reading or made.reading(source)
    notes = export.export_document(reading, folder, source, [form])
    assert notes == ()
    return folder / ("document.pdf" if form == "pdf" else "document-with-record.pdf")


def pdfium_words(path: Path, page: int = 0) -> list[str]:
    with pypdfium2.PdfDocument(path) as pdf:
        return str(pdf[page].get_textpage().get_text_range()).split()


def plumber_words(path: Path, page: int = 0) -> list[dict[str, float | str]]:
    with pdfplumber.open(path) as pdf:
        return list(pdf.pages[page].extract_words())


def pixels(path: Path, page: int = 0) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    with pypdfium2.PdfDocument(path) as pdf:
        return np.array(pdf[page].render(scale=2).to_pil())


@pytest.mark.parametrize("under", [False, True], ids=["invisible layer", "layer under the image"])
def test_the_bad_layer_is_replaced_by_the_repaired_words(tmp_path: Path, under: bool) -> None:
    source = made.scan(tmp_path / "in.pdf", under=under)
    assert "trAsig" in pdfium_words(source)
    target = written(source, tmp_path)
    assert pdfium_words(target) == WANTED
    assert [word["text"] for word in plumber_words(target)] == WANTED
    assert np.array_equal(pixels(target), pixels(source))


def test_a_file_name_may_be_no_utf_8(tmp_path: Path) -> None:
    source = made.scan(Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xe5.pdf")))
    assert pdfium_words(written(source, tmp_path)) == WANTED


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")
def test_poppler_finds_the_same_words(tmp_path: Path) -> None:
    target = written(made.scan(tmp_path / "in.pdf"), tmp_path)
    shown = subprocess.run(
        ["pdftotext", target, "-"], capture_output=True, encoding="utf-8", check=True
    ).stdout
    assert shown.split() == WANTED


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
@pytest.mark.parametrize("form", ["pdf", "pdf-with-record"])
def test_qpdf_has_nothing_to_say(tmp_path: Path, form: str) -> None:
    target = written(made.scan(tmp_path / "in.pdf"), tmp_path, form=form)
    assert subprocess.run(["qpdf", "--check", target], capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_words_lie_on_their_pictures_however_the_page_is_turned(tmp_path: Path, rotate: int) -> None:
    source = made.scan(tmp_path / "in.pdf", rotate=rotate)
    turned = rotate in (90, 270)
    page = made.page(rotation=rotate)
    if turned:
        page = Page(1, made.HEIGHT, made.WIDTH, page.lines, PageOrigin.OCR, rotation=rotate)
    target = written(source, tmp_path, made.reading(source, pages=[page]))
    with pypdfium2.PdfDocument(target) as pdf:
        words = pdf[0].get_textpage()
        found = words.search("Hälsoskyddsnämnden", match_case=True)
        start, count = found.get_next()
        boxes = [words.get_charbox(start + index) for index in range(count)]
        matrix_height = pdf[0].get_height()
    left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
    bottom, top = min(box[1] for box in boxes), max(box[3] for box in boxes)
    if not turned and rotate == 0:
        assert (left, right) == pytest.approx((60, 168), abs=0.6)
        assert matrix_height - top < 122 and matrix_height - bottom > 128
    width = (right - left) if rotate in (0, 180) else (top - bottom)
    assert width == pytest.approx(108, abs=1)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_upright_corners_come_to_the_corners_of_the_sheet(turn: int) -> None:
    place = Place(10, 20, 110, 220, turn)
    width = 100 if turn in (0, 180) else 200
    corners = {place.point(x, y) for x in (0, width) for y in (0, place.height)}
    assert corners == {(10, 20), (110, 20), (10, 220), (110, 220)}


def test_upper_left_corner_of_a_page_turned_by_a_quarter_is_below() -> None:
    # A reader turns the sheet clockwise by 90 degrees: what was the lower left is now the upper left.
    assert Place(0, 0, 100, 200, 90).point(0, 0) == (0, 0)


def test_images_are_the_very_bytes_of_the_source(tmp_path: Path) -> None:
    source = made.scan(tmp_path / "in.pdf")
    target = written(source, tmp_path)
    with pikepdf.open(source) as before, pikepdf.open(target) as after:
        assert (
            after.pages[0].resources.XObject.Im1.read_raw_bytes()
            == before.pages[0].resources.XObject.Im1.read_raw_bytes()
        )


def test_metadata_and_outline_come_from_the_record(tmp_path: Path) -> None:
    target = written(made.scan(tmp_path / "in.pdf"), tmp_path)
    with pikepdf.open(target) as pdf:
        with pdf.open_metadata() as xmp:
            assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("2", "B")
            assert xmp["dc:title"] == "Protokoll 2024-05-16" and xmp["dc:creator"] == ["Hälsoskyddsnämnden"]
            assert xmp["dc:date"] == ["2024-05-16"] and xmp["dc:identifier"] == "HSN 2024/12"
            assert xmp["xmp:CreatorTool"] == "Kopiator 3000"
        assert str(pdf.docinfo.Title) == "Protokoll 2024-05-16" and str(pdf.docinfo.Keywords) == "HSN 2024/12"
        with pdf.open_outline() as outline:
            (item,) = outline.root
            assert item.title == "§ 87 Åtgärder för Ärlingheden"
            assert [child.title for child in item.children] == ["Beslut"]


def test_what_runs_is_gone_and_the_colours_are_defined(tmp_path: Path) -> None:
    with pikepdf.open(written(made.scan(tmp_path / "in.pdf"), tmp_path)) as pdf:
        assert Name.OpenAction not in pdf.Root
        assert pdf.Root.OutputIntents[0].S == Name.GTS_PDFA1
        assert pdf.Root.OutputIntents[0].DestOutputProfile.N == 3
        assert Name.Interpolate not in pdf.pages[0].resources.XObject.Im1
        assert archival.obstacles(pdf) == ()


def test_the_profile_is_srgb_of_a_version_that_pdf_1_7_knows() -> None:
    from PIL import ImageCms

    data = Path(archival.__file__).with_name("srgb.icc").read_bytes()
    assert (
        ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(io.BytesIO(data))).strip() == "sRGB built-in"
    )
    assert data[8] == 4 and data[9] == 0x20


def test_every_font_is_embedded_and_mapped(tmp_path: Path) -> None:
    with pikepdf.open(written(made.scan(tmp_path / "in.pdf"), tmp_path)) as pdf:
        fonts = [
            value
            for value in pdf.objects
            if isinstance(value, Dictionary) and value.get(Name.Type) == Name.Font
        ]
        names = {
            str(font.BaseFont)
            for font in fonts
            if Name.DescendantFonts not in font and Name.FontDescriptor not in font
        }
        used = pdf.pages[0].resources.Font
        assert [str(font.BaseFont) for _, font in used.items()] == ["/JusteraGlyphless"] and names <= {
            "/Helvetica"
        }
        font = used["/JusteraText"]
        assert Name.FontFile2 in font.DescendantFonts[0].FontDescriptor
        cmap = font.ToUnicode.read_bytes()
        assert all(f"<{ord(char):04X}>".encode() in cmap for char in "åäö§Åé" if char in "".join(WANTED))


def test_letters_beyond_the_basic_plane_are_found(tmp_path: Path) -> None:
    source = made.scan(tmp_path / "in.pdf")
    target = written(source, tmp_path, made.reading(source, pages=[made.page(texts=["𝔸𝔹 (a)\\b åäö"])]))
    assert pdfium_words(target) == ["𝔸𝔹", "(a)\\b", "åäö"]


def test_the_record_travels_with_the_file_on_request(tmp_path: Path) -> None:
    source = made.scan(tmp_path / "in.pdf")
    with pikepdf.open(written(source, tmp_path, form="pdf-with-record")) as pdf:
        with pdf.open_metadata() as xmp:
            assert xmp["pdfaid:part"] == "3"
        assert pdf.attachments["record.json"].get_file().read_bytes() == (
            made.reading(source).record.model_dump_json(indent=2).encode() + b"\n"
        )
        assert pdf.Root.AF[0].AFRelationship == Name.Data


def test_the_same_reading_gives_the_same_bytes(tmp_path: Path) -> None:
    source = made.scan(tmp_path / "in.pdf", pages=2)
    reading = made.reading(source, pages=[made.page(1), made.page(2)])
    first = written(source, tmp_path, reading).read_bytes()
    assert written(source, tmp_path, reading).read_bytes() == first


def test_the_same_image_gives_the_same_bytes(tmp_path: Path) -> None:
    source = tmp_path / "in.png"
    made.picture().save(source, dpi=(made.DPI, made.DPI))
    reading = made.reading(source, media_type="image/png")
    first = written(source, tmp_path, reading).read_bytes()
    assert written(source, tmp_path, reading).read_bytes() == first


def test_pages_that_were_not_read_stay_as_they_are(tmp_path: Path) -> None:
    source = made.scan(tmp_path / "in.pdf", pages=2)
    (note,) = export.export_document(made.reading(source), tmp_path, source, ["pdf"])
    assert note.text == "not PDF/A: the font Helvetica is not embedded"
    assert "trAsig" in pdfium_words(tmp_path / "document.pdf", 1)


@pytest.mark.parametrize(("make", "why"), [(made.signed, "signed"), ("form", "form")])
def test_signed_and_form_files_are_copied_with_the_reason(tmp_path: Path, make: object, why: str) -> None:
    source = tmp_path / "in.pdf"
    made.signed(source)
    if make == "form":
        with pikepdf.open(source, allow_overwriting_input=True) as pdf:
            pdf.Root.AcroForm = Dictionary(Fields=[pdf.make_indirect(Dictionary(FT=Name.Tx, T="namn"))])
            pdf.save(source)
    (note,) = export.export_document(made.reading(source), tmp_path, source, ["pdf"])
    assert "copied unchanged" in note.text and why in note.text and not note.skipped
    assert (tmp_path / "document.pdf").read_bytes() == source.read_bytes()


def test_a_circle_of_form_fields_ends(tmp_path: Path) -> None:
    from justera.export.pdf import protected
    from justera.export.remark import Remark

    pdf = pikepdf.new()
    field = pdf.make_indirect(Dictionary(T="a"))
    field.Kids = pikepdf.Array([field])
    pdf.Root.AcroForm = Dictionary(Fields=pikepdf.Array([field]))
    assert protected.reason(pdf) == Remark.of("form")


def test_what_cannot_be_a_pdf_a_is_written_and_said(tmp_path: Path) -> None:
    source = made.scan(tmp_path / "in.pdf", layer=None)
    with pikepdf.open(source, allow_overwriting_input=True) as pdf:
        pdf.pages[0].obj.Annots = pikepdf.Array(
            [Dictionary(Type=Name.Annot, Subtype=Name.Movie, Rect=[0, 0, 9, 9])]
        )
        pdf.save(source)
    (note,) = export.export_document(made.reading(source), tmp_path, source, ["pdf"])
    assert note.text == "not PDF/A: it has an annotation of the kind Movie"
    with pikepdf.open(tmp_path / "document.pdf") as pdf, pdf.open_metadata() as xmp:
        assert "pdfaid:part" not in xmp


def visible(path: Path) -> Path:
    """A page printed from a program, in an embedded font whose encoding says nonsense."""
    from fpdf import FPDF

    pdf = FPDF(unit="pt", format=(595, 842))
    pdf.add_page()
    pdf.set_font("Helvetica", size=12)
    pdf.text(60, 90, "Krnnunstyrelsen")
    pdf.output(str(path))
    return path


def test_right_visible_text_is_left_alone(tmp_path: Path) -> None:
    source = visible(tmp_path / "in.pdf")
    page = Page(1, 595, 842, made.boxed_lines(["Krnnunstyrelsen"]), PageOrigin.TEXT_LAYER)
    export.export_document(made.reading(source, pages=[page]), tmp_path, source, ["pdf"])
    assert pdfium_words(tmp_path / "document.pdf") == ["Krnnunstyrelsen"]
    with pikepdf.open(tmp_path / "document.pdf") as pdf:
        assert "/JusteraText" not in pdf.pages[0].resources.Font


def test_broken_visible_text_is_silenced_and_looks_the_same(tmp_path: Path) -> None:
    source = visible(tmp_path / "in.pdf")
    page = Page(1, 595, 842, made.boxed_lines(["Kommunstyrelsen"]), PageOrigin.REPAIRED_LAYER)
    change = made.change("Krnnunstyrelsen", "Kommunstyrelsen", offset=0)
    export.export_document(made.reading(source, pages=[page], changes=[change]), tmp_path, source, ["pdf"])
    target = tmp_path / "document.pdf"
    assert pdfium_words(target) == ["Kommunstyrelsen"]
    assert np.array_equal(pixels(target), pixels(source))


def test_fonts_without_their_glyphs_are_not_silenced() -> None:
    pdf = pikepdf.new()
    page = pdf.add_blank_page()
    wide = Dictionary(
        Type=Name.Font, Subtype=Name.Type0, BaseFont=Name.X, DescendantFonts=[Dictionary(BaseFont=Name.X)]
    )
    page.obj.Resources = Dictionary(Font=Dictionary(F1=wide))
    mute.mute(pdf, page)
    assert Name.ToUnicode not in page.obj.Resources.Font.F1


def test_text_in_a_form_is_found_and_removed() -> None:
    pdf = pikepdf.new()
    page = pdf.add_blank_page()
    form = pdf.make_stream(b"BT 3 Tr /F1 9 Tf (dold) Tj ET 0 0 9 9 re f")
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, pikepdf.Array([0, 0, 99, 99])
    page.obj.Resources = Dictionary(XObject=Dictionary(X=form))
    page.obj.Contents = pdf.make_stream(b"q /X Do Q BT /F1 9 Tf (syns) Tj ET")
    found = hidden.strip(pdf, page)
    assert found == hidden.Stripped(removed=True, visible=True)
    assert b"dold" not in form.read_bytes() and b"re" in form.read_bytes()
    assert b"syns" in page.obj.Contents.read_bytes()


def test_visible_text_after_hidden_keeps_its_line() -> None:
    pdf = pikepdf.new()
    page = pdf.add_blank_page()
    page.obj.Contents = pdf.make_stream(b"BT 14 TL 3 Tr (dold) ' 0 Tr (syns) ' ET")
    assert hidden.strip(pdf, page) == hidden.Stripped(removed=True, visible=True)
    assert page.obj.Contents.read_bytes().split() == b"BT 14 TL 3 Tr T* 0 Tr (syns) ' ET".split()


@pytest.mark.parametrize("mode", ["1", "L", "RGB", "RGBA", "P"])
@pytest.mark.parametrize("suffix", [".tif", ".png", ".jpg"])
def test_image_files_become_pdfs_without_loss(tmp_path: Path, mode: str, suffix: str) -> None:
    if suffix == ".jpg" and mode in ("1", "RGBA", "P"):
        pytest.skip("JPEG has no such pictures")
    source = tmp_path / f"in{suffix}"
    image = made.picture().convert(mode)
    extra = {"compression": "group4"} if (mode, suffix) == ("1", ".tif") else {}
    image.save(source, dpi=(made.DPI, made.DPI), **extra)
    page = made.page()
    page = Page(1, 826 * 0.72, 1169 * 0.72, page.lines, PageOrigin.OCR, dpi=made.DPI)
    kind = {".tif": "image/tiff", ".png": "image/png", ".jpg": "image/jpeg"}[suffix]
    target = written(source, tmp_path, made.reading(source, pages=[page], media_type=kind))
    assert pdfium_words(target) == WANTED
    with pikepdf.open(target) as pdf:
        (drawn,) = pdf.pages[0].get_images().values()
        if suffix == ".jpg":
            assert drawn.read_raw_bytes() == source.read_bytes()
        else:
            flat = pikepdf.PdfImage(cast(pikepdf.Stream, drawn)).as_pil_image().convert("RGB")
            paper = Image.new("RGBA", image.size, "white")
            assert np.array_equal(
                np.array(flat), np.array(Image.alpha_composite(paper, image.convert("RGBA")).convert("RGB"))
            )
        assert archival.obstacles(pdf) == ()


def test_every_frame_of_a_tiff_is_a_page_of_its_own_size(tmp_path: Path) -> None:
    source = tmp_path / "in.tif"
    tall, wide = made.picture().convert("1"), made.picture().convert("1").rotate(90, expand=True)
    tall.save(source, save_all=True, append_images=[wide], dpi=(100, 100), compression="group4")
    pages = [made.page(1), Page(2, 842, 595, made.boxed_lines(["andra"]), PageOrigin.OCR, dpi=100)]
    target = written(source, tmp_path, made.reading(source, pages=pages, media_type="image/tiff"))
    with pypdfium2.PdfDocument(target) as pdf:
        assert [tuple(map(round, pdf[number].get_size())) for number in range(2)] == [(595, 842), (842, 595)]
    assert pdfium_words(target, 1) == ["andra"]


def test_a_text_file_is_left_out_with_a_reason(tmp_path: Path) -> None:
    source = tmp_path / "in.txt"
    source.write_text("text")
    (note,) = export.export_document(made.reading(source, media_type="text/plain"), tmp_path, source, ["pdf"])
    assert note.skipped and "no page images" in note.text


def test_a_source_that_changed_or_went_is_refused(tmp_path: Path) -> None:
    source = made.scan(tmp_path / "in.pdf")
    reading = made.reading(source)
    source.write_bytes(source.read_bytes() + b"\n")
    (note,) = export.export_document(reading, tmp_path, source, ["pdf"])
    assert note.skipped and "has changed" in note.text
    source.unlink()
    (note,) = export.export_document(reading, tmp_path, source, ["pdf"])
    assert note.skipped and "--input" in note.text and not (tmp_path / "document.pdf").exists()


def test_a_broken_source_is_left_out_with_a_reason(tmp_path: Path) -> None:
    source = tmp_path / "in.pdf"
    source.write_bytes(b"%PDF-1.7\nnothing")
    (note,) = export.export_document(made.reading(source), tmp_path, source, ["pdf"])
    assert note.skipped and "no PDF can be made" in note.text


def test_hostile_titles_are_only_titles(tmp_path: Path) -> None:
    source = made.scan(tmp_path / "in.pdf")
    reading = made.reading(source, title=made.HOSTILE + "\x00\x0b")
    target = written(source, tmp_path, reading)
    with pikepdf.open(target) as pdf, pdf.open_metadata() as xmp:
        assert xmp["dc:title"] == made.HOSTILE


def test_pages_that_failed_keep_their_looks(tmp_path: Path) -> None:
    source = made.scan(tmp_path / "in.pdf", pages=2, layer=None)
    lost = Page(2, 0, 0, (), PageOrigin.EMPTY, fault="timed out")
    target = written(source, tmp_path, made.reading(source, pages=[made.page(1), lost]))
    assert pdfium_words(target) == WANTED and pdfium_words(target, 1) == []
    assert np.array_equal(pixels(target, 1), pixels(source, 1))


def test_a_long_change_list_does_not_matter_to_a_scan(tmp_path: Path) -> None:
    source = made.scan(tmp_path / "in.pdf")
    changes: list[Change] = [made.change("x", "y", offset=index) for index in range(50)]
    assert pdfium_words(written(source, tmp_path, made.reading(source, changes=changes))) == WANTED
