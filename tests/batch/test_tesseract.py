"""Tesseract runs in a session of its own, below the guarded child: it is weighed with it and dies with it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from justera.batch import run
from justera.batch.status import explain
from justera.settings import BatchSettings, LimitSettings, OcrSettings, Settings

from .conftest import leftovers, outcomes, still_running

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the kernel of Linux ends orphans")

LIMITS = LimitSettings(document_seconds=6, document_seconds_per_page=0.1, idle_seconds=2.5, memory_mb=600)

SETTINGS = Settings(
    ocr=OcrSettings(second_language=""), limits=LIMITS, batch=BatchSettings(jobs=1, attempts=1)
)

FAKE = """#!{python}
import os, sys, time
if "--version" in sys.argv or "--list-langs" in sys.argv:
    os.execv({real!r}, ["tesseract", *sys.argv[1:]])
open({marker!r}, "w").close()
hoard = []
while {greedy}:
    hoard.append(b"x" * 100_000_000)
    time.sleep(0.02)
time.sleep(1000)
"""


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    """An image of a page: reading it takes Tesseract."""
    image = Image.new("L", (1240, 1754), 255)
    ImageDraw.Draw(image).text((100, 100), "Kommunstyrelsen", fill=0, font_size=40)
    (tmp_path / "in").mkdir()
    image.save(tmp_path / "in" / "scan.png", dpi=(150, 150))
    return tmp_path / "in"


Fake = Callable[..., Path]


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Fake:
    """Put a Tesseract in front that does not end; gives the file that says that it has begun."""
    real = shutil.which("tesseract")
    if real is None:
        pytest.skip("Tesseract is not installed")

    def install(*, greedy: bool = False) -> Path:
        program, marker = tmp_path / "bin" / "tesseract", tmp_path / "begun"
        program.parent.mkdir()
        program.write_text(FAKE.format(python=sys.executable, real=real, marker=str(marker), greedy=greedy))
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
        return marker

    return install


@pytest.mark.parametrize(("greedy", "outcome"), [(False, "timeout"), (True, "oom")])
def test_what_tesseract_takes_is_the_documents_and_ends_with_it(
    scan: Path, out: Path, mark: str, fake: Fake, greedy: bool, outcome: str
) -> None:
    begun = fake(greedy=greedy)
    # On a busy machine memory is filled slowly, and the clock must not come first.
    patience = {"document_seconds": 30, "idle_seconds": 30} if greedy else {}
    run([scan], out, SETTINGS.model_copy(update={"limits": LIMITS.model_copy(update=patience)}))
    assert begun.exists()
    assert still_running(mark) == []
    assert leftovers(out) == []
    known = explain(out, "scan.png")
    assert known is not None
    assert known["outcome"] == outcome, known["reason"]
    assert (known["peak_mb"] > LIMITS.memory_mb) == greedy


@pytest.mark.parametrize("who", ["justera", "justera.batch.child"])
def test_tesseract_ends_when_somebody_above_it_is_shot(
    scan: Path, out: Path, mark: str, fake: Fake, who: str
) -> None:
    begun = fake()
    code = "from justera.cli import main; main()"
    command = subprocess.Popen(
        [sys.executable, "-c", code, "run", str(scan), "-o", str(out)],
        env={**os.environ, "JUSTERA_BATCH_ATTEMPTS": "1"},
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    _wait_until(begun.exists)
    assert any("tesseract" in line for line in still_running(mark))
    if who == "justera":
        command.send_signal(signal.SIGKILL)
    else:
        os.kill(_pid_of(who), signal.SIGKILL)
        begun.unlink()
        # The page is left out next, so that no Tesseract is begun again.
    command.wait(timeout=60)
    _wait_until(lambda: still_running(mark) == [])
    if who != "justera":
        assert outcomes(out)["scan.png"] == "crash"


def _pid_of(module: str) -> int:
    for folder in Path("/proc").iterdir():
        try:
            if module.encode() in (folder / "cmdline").read_bytes().split(b"\0"):
                mark = os.environ["JUSTERA_TEST_MARK"].encode()
                if mark in (folder / "environ").read_bytes():
                    return int(folder.name)
        except (OSError, ValueError):
            continue
    raise AssertionError(f"{module} does not run")


def _wait_until(true: Callable[[], bool], seconds: float = 30.0) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not become true"
        time.sleep(0.05)
