from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from fpdf import FPDF
from PIL import Image
from tests.ingest import papers

from justera.errors import (
    DamagedInput,
    EncryptedPdf,
    InputError,
    MissingInput,
    NoPages,
    PageTooLarge,
    SettingsError,
    TooManyPixels,
    UnsupportedInput,
)
from justera.ingest import open_source
from justera.ingest.files import selection
from justera.ingest.files.pdf import PdfSheets
from justera.media import MediaType, recognise, recognise_start
from justera.schema import Document
from justera.settings import LimitSettings, OcrSettings


def read(path: Path, **ocr: object) -> Document:
    settings = OcrSettings.model_validate(ocr)
    with open_source(path, settings, LimitSettings(), name=path.name) as source:
        return source.read()


def test_kinds_are_told_from_bytes_whatever_the_name_says(tmp_path: Path) -> None:
    path = tmp_path / "protokoll.txt"
    papers.text_pdf(path)
    assert recognise(path) is MediaType.PDF
    tiff = tmp_path / "bild.pdf"
    Image.new("L", (8, 8)).save(tiff, "TIFF")
    assert recognise(tiff) is MediaType.TIFF


def test_a_pdf_header_may_follow_some_junk(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"\n\n\r\n" + papers.text_pdf(tmp_path / "b.pdf").read_bytes())
    assert recognise(path) is MediaType.PDF


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("tom.pdf", b"", NoPages),
        ("tom.txt", b"", NoPages),
        ("blank.txt", b" \n\n \n", NoPages),
        ("sida.pdf", b"<!DOCTYPE html><p>404", UnsupportedInput),
        ("sida.txt", b"<html><p>404", UnsupportedInput),
        ("felmeddelande.pdf", b"File not found", UnsupportedInput),
        ("felmeddelande.jpg", b"File not found", UnsupportedInput),
        ("arkiv.pdf", b"PK\3\4" + b"\0" * 40, UnsupportedInput),
        ("kort.pdf", b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n", DamagedInput),
        ("trasig.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 30, DamagedInput),
        ("trasig.tif", b"II*\0\xff\xff\xff\xff", DamagedInput),
        ("trasig.jpg", b"\xff\xd8\xff\xe0" + b"\0" * 30, DamagedInput),
        ("bomb.png", papers.bomb_png(), TooManyPixels),
    ],
)
def test_each_fault_has_its_error_and_names_the_file(
    tmp_path: Path, name: str, data: bytes, error: type[InputError]
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(error) as caught:
        read(path)
    assert type(caught.value) is error
    assert name in caught.value.what


def test_a_missing_file_and_a_folder_are_missing(tmp_path: Path) -> None:
    for path in (tmp_path / "finns-inte.pdf", tmp_path):
        with pytest.raises(MissingInput):
            read(path)


def test_a_pdf_with_a_password_is_encrypted_and_one_without_is_read(tmp_path: Path) -> None:
    locked, free = tmp_path / "last.pdf", tmp_path / "fri.pdf"
    with pikepdf.open(papers.text_pdf(tmp_path / "a.pdf")) as document:
        document.save(locked, encryption=pikepdf.Encryption(owner="ägare", user="hemligt"))
        document.save(free, encryption=pikepdf.Encryption(owner="ägare", user=""))
    with pytest.raises(EncryptedPdf, match=r"last\.pdf"):
        read(locked)
    assert "godkänna" in read(free).text


def test_a_truncated_pdf_is_damaged_though_pdfium_would_mend_it(tmp_path: Path) -> None:
    whole = papers.text_pdf(tmp_path / "hel.pdf", [papers.BODY] * 30).read_bytes()
    path = tmp_path / "halv.pdf"
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(DamagedInput, match="truncated"):
        read(path)


def test_a_pdf_without_pages(tmp_path: Path) -> None:
    path = tmp_path / "inga.pdf"
    pikepdf.new().save(path)
    with pytest.raises(NoPages):
        read(path)


def test_an_absurd_page_size_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "stor.pdf"
    document = pikepdf.new()
    document.add_blank_page(page_size=(100, 14_000))
    document.save(path)
    with pytest.raises(PageTooLarge, match="10000"):
        read(path, max_page_points=10_000)


def test_an_image_over_the_limit_fails_its_page_alone(tmp_path: Path) -> None:
    path = papers.scan_pdf(tmp_path / "a.pdf", [papers.picture()])
    with pytest.raises(TooManyPixels, match="page 1"):
        read(path, max_pixels=1000)
    both = tmp_path / "bada.pdf"
    with pikepdf.open(papers.text_pdf(tmp_path / "text.pdf")) as text, pikepdf.open(path) as scan:
        text.pages.extend(scan.pages)
        text.save(both)
    document = read(both, max_pixels=1000)
    assert document.pages[0].fault is None
    assert "limit is 1000" in (document.pages[1].fault or "")
    assert document.pages[1].width > 0 or document.pages[1].lines == ()


def test_a_truncated_jpeg_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    papers.picture().save(path, "JPEG")
    path.write_bytes(path.read_bytes()[:4000])
    with pytest.raises(DamagedInput):
        read(path)


@pytest.mark.parametrize(
    ("pages", "count", "expected"),
    [
        ("", 3, (1, 2, 3)),
        ("2", 3, (2,)),
        ("1-2,5", 9, (1, 2, 5)),
        ("8-", 9, (8, 9)),
        ("-2", 9, (1, 2)),
        ("7", 3, ()),
    ],
)
def test_pages_are_chosen(pages: str, count: int, expected: tuple[int, ...]) -> None:
    assert selection.wanted(pages, count) == expected


@pytest.mark.parametrize("pages", ["x", "3-1", "0", "1,,2", "-"])
def test_nonsense_pages_are_a_settings_error(pages: str) -> None:
    with pytest.raises(SettingsError):
        selection.wanted(pages, 5)


@pytest.mark.parametrize(("across", "down", "own"), [(200, 200, True), (204, 98, False), (98, 204, False)])
def test_the_image_of_a_fax_is_rendered_as_its_pixels_are_not_square(
    tmp_path: Path, across: int, down: int, own: bool
) -> None:
    pdf, path = FPDF(unit="in", format=(4, 3)), tmp_path / "fax.pdf"
    pdf.add_page()
    pdf.image(Image.new("1", (4 * across, 3 * down), 1), 0, 0, 4, 3)
    pdf.output(str(path))
    sheets = PdfSheets(path, OcrSettings())
    with sheets.sheet(1) as sheet:
        image = sheet.picture(300).image
    sheets.close()
    assert image.size == ((4 * across, 3 * down) if own else (816, 612))


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("sida.pdf", b"\n<!DOCTYPE html><p>404", "a web page or other markup"),
        ("brev.jpg", b"Kommunstyrelsen", "rename it to .txt"),
        ("brev.pdf", b"\x01\x02\x03", "neither PDF, TIFF, PNG, JPEG nor text"),
    ],
)
def test_what_is_no_document_is_called_by_what_it_is(name: str, data: bytes, said: str) -> None:
    with pytest.raises(UnsupportedInput) as raised:
        recognise_start(data, name)
    assert said in str(raised.value)
