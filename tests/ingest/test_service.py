"""Tesseract's library kept running: the program's answers, whatever was read before and whatever breaks."""

from __future__ import annotations

import os
import shutil
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from tests.ingest import papers

from justera import companions
from justera.errors import OcrFailed, OcrUnavailable, TimeLimit
from justera.ingest import open_source
from justera.ingest.engine import program, service, sharing, tesseract
from justera.ingest.engine.service import Service
from justera.settings import LimitSettings, OcrSettings

pytestmark = pytest.mark.ocr

LINE = papers.picture().crop((0, 60, 1240, 400)).convert("L")
EMPTY = Image.new("L", (300, 200), 255)


@pytest.fixture(autouse=True)
def one_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """No second reader, whatever the machine has free: `test_sharing.py` has two."""
    monkeypatch.setattr(sharing, "core_is_free", lambda: False)
    for number in (0, 1):
        if shutil.which("tesseract") and (other := service.service(tesseract.command(), number)):
            other.close()


@pytest.fixture
def kept() -> Iterator[Service]:
    """The service of this machine's Tesseract, not yet started by another test."""
    try:
        found = service.service(tesseract.command())
    except OcrUnavailable as error:
        pytest.skip(error.what)
    if found is None:
        pytest.skip("Tesseract's library does not lie beside its program")
    yield found
    found.close()


def read(images: list[Image.Image], model: str = "swe", seconds: float = 60) -> list[str]:
    return tesseract.read(images, tesseract.Reader(model), dpi=150, seconds=seconds)


def words(table: str) -> list[list[str]]:
    return [row.split("\t")[2:] for row in table.split("\n") if row.startswith("5\t")]


def running(kept: Service) -> int:
    assert kept.starts()
    (process,) = companions.kept()
    return process


def test_it_answers_like_the_program_whatever_was_read_before(kept: Service) -> None:
    first = read([LINE, EMPTY])
    assert read([EMPTY, LINE], "eng") != first
    assert [read([image])[0] for image in (EMPTY, LINE)] == first[::-1]
    name = [
        tesseract.command(),
        "-l",
        "swe",
        "--psm",
        "3",
        "--dpi",
        "150",
        "-c",
        "tessedit_do_invert=0",
        "tsv",
    ]
    tables = program.tables(program.read([LINE, EMPTY], name, seconds=60))
    assert [words(table) for table in tables] == [words(table) for table in first]
    assert words(first[0])


def test_models_are_loaded_in_one_process(kept: Service) -> None:
    before = running(kept)
    read([LINE])
    read([LINE], "eng")
    assert companions.kept() == (before,)


def test_a_reader_that_hangs_is_killed_and_the_next_page_is_read(kept: Service) -> None:
    first = read([LINE])
    os.kill(running(kept), signal.SIGSTOP)
    begun = time.monotonic()
    with pytest.raises(TimeLimit):
        read([LINE], seconds=0.5)
    assert time.monotonic() - begun < 5
    assert companions.kept() == ()
    assert read([LINE]) == first


def test_a_hang_before_the_page_is_taken_is_killed_too(kept: Service) -> None:
    os.kill(running(kept), signal.SIGSTOP)
    with pytest.raises(TimeLimit):
        read([Image.new("L", (3000, 3000), 255)], seconds=0.5)


def test_a_crash_fails_the_page_and_says_how(kept: Service) -> None:
    process = running(kept)
    os.kill(process, signal.SIGSTOP)
    threading.Timer(0.3, os.kill, (process, signal.SIGSEGV)).start()
    threading.Timer(0.4, os.kill, (process, signal.SIGCONT)).start()
    with pytest.raises(OcrFailed, match="-11"):
        read([Image.new("L", (3000, 3000), 255)])
    assert words(read([LINE])[0])


def test_a_reader_that_died_between_documents_is_started_again(kept: Service) -> None:
    process = running(kept)
    os.kill(process, signal.SIGKILL)
    time.sleep(0.2)
    assert words(read([LINE])[0])
    assert companions.kept() != (process,)


def test_a_model_that_cannot_be_loaded_is_an_error(kept: Service) -> None:
    order = {"folder": "/nowhere", "model": "swe", "variables": {}, "psm": 3, "dpi": 150}
    with pytest.raises(OcrFailed, match="1 of 1"):
        kept.read([EMPTY], order, seconds=20)


def test_without_a_library_that_fits_the_program_reads(tmp_path: Path) -> None:
    (tmp_path / "lib").mkdir()
    assert service.service(str(tmp_path / "bin" / "tesseract")) is None
    (tmp_path / "lib" / "libtesseract.so.5").write_bytes(b"no library")
    assert service.service(str(tmp_path / "bin" / "other")) is None
    assert companions.kept() == ()


def test_a_page_at_which_the_reader_stops_fails_alone(kept: Service, tmp_path: Path) -> None:
    path = papers.scan_pdf(tmp_path / "a.pdf", [papers.picture()] * 3)
    reads = iter((False, True, False))
    plain = kept.read

    def read(images: list[Image.Image], order: dict[str, object], *, seconds: float) -> list[str]:
        if order["psm"] == 3 and next(reads):
            os.kill(running(kept), signal.SIGSTOP)
        return plain(images, order, seconds=seconds)

    limits = LimitSettings(page_seconds=8)
    with (
        pytest.MonkeyPatch.context() as patched,
        open_source(path, OcrSettings(language="swe", second_language=""), limits, name="a.pdf") as source,
    ):
        patched.setattr(kept, "read", read)
        pages = source.read().pages
    assert ["godkänna" in page.text for page in pages] == [True, False, True]
    assert "longer than 8 s" in (pages[1].fault or "")
