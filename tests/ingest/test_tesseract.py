from __future__ import annotations

import stat
import sys
import time
from pathlib import Path

import pytesseract
import pytest
from PIL import Image
from tests.ingest import papers

from justera.errors import OcrFailed, OcrUnavailable, TimeLimit
from justera.ingest import open_source
from justera.ingest.engine import tesseract
from justera.settings import LimitSettings, OcrSettings

IMAGE = Image.new("L", (40, 20), 255)
COLUMNS = "level page_num block_num par_num line_num word_num left top width height conf text"
HEAD = COLUMNS.replace(" ", "\\t") + "\\n"


@pytest.fixture
def double(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Puts a script in Tesseract's place; it answers --list-langs and does as it is told otherwise."""

    def install(body: str) -> Path:
        path = tmp_path / "tesseract"
        path.write_text(
            f"#!{sys.executable}\nimport os, sys, time\n"
            "if '--list-langs' in sys.argv:\n    print('List:\\nLatin\\nswe\\neng\\nosd'); sys.exit()\n"
            f"HEAD = '{HEAD}'\n{body}\n"
        )
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setattr(pytesseract.pytesseract, "tesseract_cmd", str(path))
        return path

    tesseract.models.cache_clear()
    yield install
    tesseract.models.cache_clear()


def read(images: int = 1, seconds: float = 20) -> list[str]:
    return tesseract.read([IMAGE] * images, tesseract.Reader("Latin"), dpi=300, seconds=seconds)


def is_running(pid: int) -> bool:
    try:
        with Path(f"/proc/{pid}/stat").open() as file:
            return file.read().split()[2] != "Z"
    except OSError:
        return False


def test_a_run_that_hangs_is_killed_with_all_that_it_started(double, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    note = tmp_path / "pids"
    double(f"child = os.fork()\nopen({str(note)!r}, 'a').write(f'{{os.getpid()}}\\n')\ntime.sleep(600)")
    begun = time.monotonic()
    with pytest.raises(TimeLimit):
        read(seconds=1.5)
    assert time.monotonic() - begun < 10
    pids = [int(line) for line in note.read_text().split()]
    assert len(pids) == 2
    time.sleep(0.2)
    assert not any(is_running(pid) for pid in pids)


def test_a_crash_says_how_it_ended(double) -> None:  # type: ignore[no-untyped-def]
    double("print('Error in pixRead', file=sys.stderr); os.abort()")
    with pytest.raises(OcrFailed, match=r"-6 .*pixRead"):
        read()


def test_bytes_that_are_no_utf8_do_not_stop_the_run(double) -> None:  # type: ignore[no-untyped-def]
    double(
        "sys.stdout.buffer.write(HEAD.encode() + b'1\\t1\\t0\\t0\\t0\\t0\\t0\\t0\\t40\\t20\\t-1\\t\\n'"
        " + b'5\\t1\\t1\\t1\\t1\\t1\\t2\\t2\\t9\\t9\\t91.5\\tn\\xe4mnd\\n')"
    )
    (table,) = read()
    assert "n\ufffdmnd" in table


def test_images_left_out_are_an_error_and_never_lost_in_silence(double) -> None:  # type: ignore[no-untyped-def]
    double("print(HEAD + '1\\t1\\t0\\t0\\t0\\t0\\t0\\t0\\t40\\t20\\t-1\\t')")
    with pytest.raises(OcrFailed, match="1 of 3 images"):
        read(images=3)


def test_one_thread_each_and_no_png(double) -> None:  # type: ignore[no-untyped-def]
    double(
        "listing = open(sys.argv[1]).read().split()\n"
        "starts = b''.join(open(path, 'rb').read(2) for path in listing)\n"
        "row = lambda page: f'1\\t{page}\\t0\\t0\\t0\\t0\\t0\\t0\\t40\\t20\\t-1\\t'\n"
        "assert starts == b'P5P5' and os.environ['OMP_THREAD_LIMIT'] == '1'\n"
        "print(HEAD + row(1) + '\\n' + row(2))"
    )
    assert len(read(images=2)) == 2


def test_latin_is_found_under_either_name(double) -> None:  # type: ignore[no-untyped-def]
    double("")
    assert tesseract.model("script/Latin") == "Latin"
    assert tesseract.model("swe+eng") == "swe+eng"
    with pytest.raises(OcrUnavailable, match="deu"):
        tesseract.model("swe+deu")


def test_a_missing_program_names_the_command_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pytesseract.pytesseract, "tesseract_cmd", "no-such-program")
    with pytest.raises(OcrUnavailable, match="apt install tesseract-ocr"):
        read()


def test_without_tesseract_text_pages_are_read_and_image_pages_fail(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import pikepdf

    monkeypatch.setattr(pytesseract.pytesseract, "tesseract_cmd", "no-such-program")
    scan = papers.scan_pdf(tmp_path / "scan.pdf", [papers.picture()])
    both = tmp_path / "both.pdf"
    with pikepdf.open(papers.text_pdf(tmp_path / "text.pdf")) as text, pikepdf.open(scan) as more:
        text.pages.extend(more.pages)
        text.save(both)
    with open_source(both, OcrSettings(), LimitSettings(), name="both.pdf") as source:
        document = source.read()
    assert "godkänna" in document.pages[0].text
    assert "apt install" in (document.pages[1].fault or "")
    with (
        open_source(scan, OcrSettings(), LimitSettings(), name="scan.pdf") as source,
        pytest.raises(OcrUnavailable),
    ):
        source.read()


def test_one_page_that_hangs_fails_alone(double, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    double(
        "paths = open(sys.argv[1]).read().split()\n"
        "for page, path in enumerate(paths, 1):\n"
        "    head = open(path, 'rb').read(20).split()\n"
        "    if int(head[2]) < 400: time.sleep(600)\n"
        "    print(HEAD * (page == 1) + f'1\\t{page}\\t0\\t0\\t0\\t0\\t0\\t0\\t40\\t20\\t-1\\t')\n"
        "    print(f'5\\t{page}\\t1\\t1\\t1\\t1\\t100\\t100\\t90\\t20\\t95\\tsammanträde')"
    )
    images = [papers.picture(), papers.picture().crop((0, 0, 500, 300)), papers.picture()]
    path = papers.scan_pdf(tmp_path / "a.pdf", images)
    limits = LimitSettings(page_seconds=2)
    with open_source(path, OcrSettings(second_language=""), limits, name="a.pdf") as source:
        pages = source.read().pages
    assert [page.text for page in pages] == ["sammanträde", "", "sammanträde"]
    assert "longer than" in (pages[1].fault or "")


def test_nothing_is_left_in_memory_or_on_disk(double) -> None:  # type: ignore[no-untyped-def]
    double("print(HEAD + '1\\t1\\t0\\t0\\t0\\t0\\t0\\t0\\t40\\t20\\t-1\\t')")
    if sys.platform != "linux":
        pytest.skip("counts open files in /proc")
    read()
    before = len(list(Path("/proc/self/fd").iterdir()))
    read()
    assert len(list(Path("/proc/self/fd").iterdir())) == before
