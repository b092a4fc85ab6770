from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from tests.ingest import papers

from justera.ingest.files import paper
from justera.ingest.files.pdf import PdfSheets
from justera.ingest.files.raster import RasterSheets
from justera.settings import OcrSettings

A4_AT_150 = (1240, 1754)


@pytest.mark.parametrize(
    ("longest", "stated", "believed"),
    [
        (3508, 300.0, 300.0),
        (3508, 72.0, 300.1),  # pixels put down as points
        (1754, 96.0, 150.0),  # as the pixels of a screen
        (842, 72.0, 72.0),  # coarse, but an A4
        (9933, 300.0, 300.0),  # a map
    ],
)
def test_a_coarse_scan_longer_than_a4_is_one_of_unknown_size(
    longest: int, stated: float, believed: float
) -> None:
    assert paper.dpi(longest, stated) == pytest.approx(believed, abs=0.1)


@pytest.mark.parametrize(("stated", "inch"), [(72, 150), (150, 72)])
def test_a_pdf_that_puts_pixels_down_as_points_is_measured_as_paper(
    tmp_path: Path, stated: int, inch: int
) -> None:
    path = papers.scan_pdf(tmp_path / "a.pdf", [Image.new("L", A4_AT_150, 255)], dpi=stated)
    sheets = PdfSheets(path, OcrSettings())
    with sheets.sheet(1) as sheet:
        own, seen = sheet.picture(300), sheet.view(50)
        across = sheet.size[0]
    sheets.close()
    assert own.dpi == pytest.approx(150, rel=0.01)
    assert own.inch == pytest.approx(inch, rel=0.01)
    assert own.frame.box(0, 0, *own.image.size).x1 == pytest.approx(across, rel=0.01)
    assert seen.image.width == pytest.approx(A4_AT_150[0] / 3, rel=0.01)


@pytest.mark.parametrize("stated", [72, 96, 150, 20])
def test_an_image_file_that_does_not_know_its_size_is_an_a4(tmp_path: Path, stated: int) -> None:
    sheets = RasterSheets(
        papers.png(tmp_path / "a.png", Image.new("L", A4_AT_150, 255), stated), OcrSettings()
    )
    with sheets.sheet(1) as sheet:
        assert sheet.picture(300).dpi == pytest.approx(150, rel=0.01)
        assert sheet.size == pytest.approx((595, 842), rel=0.01)
    sheets.close()
