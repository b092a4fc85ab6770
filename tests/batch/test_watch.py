from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest

from justera.batch import Observer, Options, Result, run
from justera.batch.found import Found
from justera.batch.watch import SETTLE_SECONDS, Settled

from .conftest import QUICK, STAGE, outcomes


class Clock:
    now = 1_000.0

    def __call__(self) -> float:
        return self.now


def test_a_file_is_taken_when_it_has_stopped_changing() -> None:
    clock = Clock()
    settled = Settled(now=clock)

    def look(size: int, modified: float) -> int:
        return len(list(settled([Found("/drop/a.pdf", "a.pdf", size, f"{size}:{modified}", modified)])))

    assert look(10, clock.now) == 0, "it has just come"
    clock.now += SETTLE_SECONDS + 1
    assert look(20, clock.now - 1) == 0, "it has grown"
    clock.now += SETTLE_SECONDS + 1
    assert look(20, clock.now - SETTLE_SECONDS - 2) == 1, "the same at two looks, and old enough"


def test_old_files_are_taken_at_the_first_look_and_need_no_memory() -> None:
    settled = Settled(now=Clock())
    found = [Found(f"/drop/{number}.pdf", f"{number}.pdf", 1, "x", 0.0) for number in range(100)]
    assert len(list(settled(found))) == 100
    assert settled._before == {}


def test_a_clock_that_is_wrong_holds_nothing_up_for_ever() -> None:
    clock = Clock()
    settled = Settled(now=clock)
    future = [Found("/drop/a.pdf", "a.pdf", 1, "x", clock.now + 10_000)]
    assert list(settled(future)) == []
    assert list(settled(future)) == future, "the same at two looks, dated tomorrow"


def test_watching_reads_what_comes_in_until_stopped(
    tmp_path: Path, out: Path, tame: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("justera.batch.watch.SCAN_SECONDS", 0.05)
    # The package's `run` is the function; the module of that name is found here.
    monkeypatch.setattr(sys.modules["justera.batch.run"], "Settled", lambda: Settled(settle_seconds=0.2))
    drop = tmp_path / "drop"
    drop.mkdir()
    (drop / "a.txt").write_text("ok")
    stop = threading.Event()

    class Scanner(Observer):
        def finished(self, result: Result) -> None:
            if result.name == "a.txt":
                (drop / "b.txt").write_text("review")
            else:
                stop.set()

    patience = threading.Timer(30, stop.set)
    patience.start()
    summary = run([drop], out, QUICK, Options(stage=STAGE, watch=True), observer=Scanner(), stop=stop)
    patience.cancel()
    assert outcomes(out) == {"a.txt": "ok", "b.txt": "review"}
    assert summary.totals.inputs == 2
