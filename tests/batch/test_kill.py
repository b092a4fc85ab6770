"""kill -9 at any moment, then the same command: the same bytes as without, and nobody left behind."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from .conftest import leftovers, outcomes, still_running, tree

LAUNCH = Path(__file__).with_name("launch.py")

KILLS = 4
"""Here; `bench/batch.py kill` does it twenty times."""

DOCUMENTS = {f"{number:02}.txt": "ok 0.15" for number in range(20)} | {
    "a/die.txt": "die",
    "a/bug.txt": "bug",
    "b.review.txt": "review",
    "c.pdf.doc": "ok",
    "part.txt": "pages 3:die",
}


def start(folder: Path | str, out: Path | str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, str(LAUNCH), str(folder), str(out)], start_new_session=True)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a run leaves that nobody kills."""
    home = tmp_path_factory.mktemp("whole")
    for name, content in DOCUMENTS.items():
        path = home / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    assert start(home / "in", home / "out").wait() == 0
    return home / "out"


def test_killed_runs_end_as_if_nothing_had_happened(
    documents: Callable[[Mapping[str, str]], Path], out: Path, whole: Path, mark: str
) -> None:
    folder = documents(DOCUMENTS)
    chance = random.Random(7)
    torn: list[Path] = []
    end = threading.Event()
    reader = threading.Thread(target=_look_for_half_files, args=(out, torn, end))
    reader.start()
    for _ in range(KILLS):
        run = start(folder, out)
        time.sleep(chance.uniform(0.3, 1.7))
        run.send_signal(signal.SIGKILL)
        run.wait()
        _wait_until(lambda: still_running(mark) == [])
    assert start(folder, out).wait() == 0
    end.set()
    reader.join()
    assert tree(out) == tree(whole)
    assert outcomes(out) == outcomes(whole)
    assert leftovers(out) == []
    assert torn == []


def test_killed_runs_over_a_bucket_end_as_if_nothing_had_happened(
    documents: Callable[[Mapping[str, str]], Path],
    tmp_path: Path,
    whole: Path,
    mark: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pytest.importorskip("fsspec")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    folder = documents(DOCUMENTS)
    chance = random.Random(11)
    source, out = f"local://{folder}", f"local://{tmp_path}/bucket"
    for _ in range(KILLS // 2):
        run = start(source, out)
        time.sleep(chance.uniform(0.8, 2.5))
        run.send_signal(signal.SIGKILL)
        run.wait()
        _wait_until(lambda: still_running(mark) == [])
    assert start(source, out).wait() == 0
    assert tree(tmp_path / "bucket") == tree(whole)
    assert leftovers(next((tmp_path / "state" / "justera").iterdir())) == []


def _look_for_half_files(out: Path, torn: list[Path], end: threading.Event) -> None:
    """A folder that can be seen is complete: its manifest is there."""
    while not end.is_set():
        for folder, below, files in os.walk(out):  # unlike rglob, it takes folders that vanish meanwhile
            below[:] = [name for name in below if name != ".justera"]
            if "record.json" in files and not (Path(folder) / "outcome.json").exists():
                torn.append(Path(folder))
        time.sleep(0.01)


def _wait_until(true: Callable[[], bool], seconds: float = 2.0) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not become true"
        time.sleep(0.05)


def test_what_a_killed_run_had_half_written_is_removed(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("ok")
    out = tmp_path / "out"
    out.mkdir()
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    (out / f".run.json.{gone.pid}.tmp").write_text("{")
    (out / f".run.json.{os.getpid()}.tmp").write_text("{")
    assert start(tmp_path / "in", out).wait() == 0
    assert [path.name for path in leftovers(out)] == [f".run.json.{os.getpid()}.tmp"]
