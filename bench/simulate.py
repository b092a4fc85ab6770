"""A run over a million documents that do nothing, through the real planner, ledger and driver.

    python bench/simulate.py [DOCUMENTS] [--disk]

Without --disk the inventory is generated and no file is written for a document; with it, inputs and
published folders are real, so that walking, `stat` and lookups are measured too.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path

from justera.batch import Observer, Result, report
from justera.batch.drive import Driver
from justera.batch.fingerprint import Fingerprint
from justera.batch.folder import Folder
from justera.batch.found import Found
from justera.batch.inventory import find
from justera.batch.ledger import Ledger
from justera.batch.outcome import Outcome
from justera.batch.plan import Plan, Planner
from justera.batch.shard import Report, Shard
from justera.batch.store import MANIFEST

PER_FOLDER = 1_000

PRINT = Fingerprint({"justera": "simulated"}, "simulated")


class NoEngine:
    """Every document is well read, at once."""

    window = 4
    shard_bytes = 0

    def __init__(self, out: Path, *, disk: bool) -> None:
        self._out = out
        self._disk = disk

    def submit(self, work: Shard) -> Future[Report]:
        """Be done with it."""
        future: Future[Report] = Future()
        future.set_result(Report(tuple(self._read(spec.name) for spec in work.specs)))
        return future

    def stop(self) -> None:
        """Nothing runs."""

    def close(self) -> None:
        """Nothing is held."""

    def _read(self, name: str) -> tuple[Result, str]:
        result = Result(name, Outcome.OK, "", sha256="0" * 64, pages=3, decisions=1, seconds=0.1)
        if not self._disk:
            return result, "stamp"
        folder = self._out / name
        folder.mkdir(parents=True)
        (folder / MANIFEST).write_text("{}")
        return result, Folder(self._out).stamp(name)


class Memory(Observer):
    """Resident memory at every tenth of the way."""

    def __init__(self, documents: int) -> None:
        self._every = max(1, documents // 10)
        self._seen = 0
        self.megabytes: list[int] = []

    def finished(self, result: Result) -> None:
        """Weigh now and then."""
        self._seen += 1
        if self._seen % self._every == 0:
            self.megabytes.append(resident_mb())


def resident_mb() -> int:
    """Of this process, now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 2**20


def generated(documents: int) -> Iterator[Found]:
    """An inventory that no disk has to hold."""
    for number in range(documents):
        relative = f"{number // PER_FOLDER:05}/protokoll {number:07}.pdf"
        yield Found(f"/archive/{relative}", relative, 50_000 + number % 7_919, f"{number}", 0.0)


def written(folder: Path, documents: int) -> None:
    """Real inputs."""
    for number in range(documents):
        path = folder / f"{number // PER_FOLDER:05}" / f"protokoll {number:07}.pdf"
        if number % PER_FOLDER == 0:
            path.parent.mkdir(parents=True)
        path.touch()


def main() -> None:
    """Measure, print, and leave the figures in bench/work/simulate.json."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("documents", type=int, nargs="?", default=1_000_000)
    arguments.add_argument("--disk", action="store_true")
    chosen = arguments.parse_args()
    home = Path(tempfile.mkdtemp(prefix="justera-simulate-"))
    try:
        figures = measure(home, chosen.documents, disk=chosen.disk)
    finally:
        shutil.rmtree(home)
    place = Path(__file__).parent / "work" / f"simulate{'-disk' if chosen.disk else ''}.json"
    place.parent.mkdir(exist_ok=True)
    place.write_text(
        json.dumps({"digest": f"generated {chosen.documents}", "figures": figures}, indent=1) + "\n"
    )


def measure(home: Path, documents: int, *, disk: bool) -> dict[str, float]:
    """First run, then the same again."""
    inputs, out = home / "in", home / "out"
    out.mkdir()
    if disk:
        written(inputs, documents)
    else:
        Folder.stamp = lambda self, name: "stamp"
    figures: dict[str, float] = {"documents": documents, "before_mb": resident_mb()}
    ledger = Ledger.open(out)
    for step in ("first", "again"):
        run = ledger.start_run(host="here", engine="none", base=PRINT.base, versions="{}")
        found = find([inputs], out) if disk else generated(documents)
        began, busy = time.monotonic(), time.process_time()
        plan: Plan = Planner(ledger, Folder(out), PRINT, run=run).book(found)
        figures[f"{step}_plan_per_second"] = round(documents / (time.monotonic() - began))
        figures[f"{step}_plan_per_cpu_second"] = round(documents / (time.process_time() - busy))
        figures[f"{step}_after_plan_mb"] = resident_mb()
        memory = Memory(documents)
        began, busy = time.monotonic(), time.process_time()
        Driver(ledger, NoEngine(out, disk=disk), memory, run=run, base=PRINT.base).drive(threading.Event())
        seconds = time.monotonic() - began
        if plan.waiting:
            figures["drive_us_per_document"] = round(seconds / plan.waiting * 1e6, 1)
            figures["drive_cpu_us_per_document"] = round((time.process_time() - busy) / plan.waiting * 1e6, 1)
            figures["drive_least_mb"], figures["drive_most_mb"] = min(memory.megabytes), max(memory.megabytes)
        began = time.monotonic()
        if plan.changed:
            report.write_exports(out, ledger, ())
        report.write_counts(out, ledger, run, PRINT)
        figures[f"{step}_report_seconds"] = round(time.monotonic() - began, 1)
        figures[f"{step}_read"] = plan.waiting
    totals = report.totals(ledger, run)
    assert totals.outcomes["ok"] == totals.inputs == documents, totals
    figures["ledger_bytes_per_document"] = round(
        (out / ".justera" / "ledger.sqlite").stat().st_size / documents
    )
    for name, value in figures.items():
        print(f"{name:28} {value:>12,}")
    return figures


if __name__ == "__main__":
    main()
