"""Runs over many files: what is lost, what it costs, how it compares.

    python bench/batch.py [PART...] [--pages N] [--kills N] [--documents N]

    matrix      twenty faults, inline, local and Dask: outcomes, and what is left behind (2 min)
    kill        a run shot at random moments and started again, against one left alone (3 min)
    startup     what a guarded reader adds to a document of one page (1 min)
    idle        documents that only wait: what planning and publishing take from the second slot (1 min)
    mix         documents of 1 to 13 pages that only wait: what order and tail leave of two cores (3 min)
    resume      a finished run over real files, started again (1 min)
    memory      one document of a hundred pages and of a thousand (3 min)
    speedup     two cores against one, with real OCR (10 min, wants a quiet machine)
    ocrmypdf    the same scans by OCRmyPDF (6 min, wants a quiet machine and ocrmypdf on the path)

Without names: kill, startup, idle, mix, resume. Figures add up in bench/work/batch.json; those of other sizes
than the defaults are only printed.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench._scans import timed  # noqa: E402
from tests.batch import specimens  # noqa: E402 - only the checkout has tests
from tests.batch.conftest import MARK, go, leftovers, outcomes, still_running, tree  # noqa: E402

from bench import _pairing, _scans  # noqa: E402 - found only now
from justera.batch.job import RECYCLE_AFTER  # noqa: E402

LAUNCH = ROOT / "tests" / "batch" / "launch.py"
DOUBLES = f"{ROOT / 'tests' / 'batch' / 'doubles.py'}:play"

IDLE_SECONDS = 0.25
IDLE_DOCUMENTS = 80

MIX = (7, 1, 13, 1, 12, 1, 11, 2, 1, 3, 1, 1)
"""Pages of twelve documents: minutes among letters and extracts."""

MIX_SECONDS = 2.2
"""A page, as a scan takes of one core: of shorter ones the starts, the same for all, would count too much."""

ONE_PAGERS = 80

ROUNDS = 3

DIGEST = "batch 2"

BESIDE = "beside "
"""Starts the name of what is told, not pinned: what others or the machine do."""

Figures = dict[str, float]


def matrix(home: Path, chosen: argparse.Namespace) -> Figures:
    """Twenty faults among innocent documents on the three engines: outcomes, and what is left behind."""
    from tests.batch import same_code  # noqa: F401 - workers and this process
    from tests.batch.test_cluster import SMALL_SHARDS, Cluster
    from tests.batch.test_faults import FAULTS, INNOCENT

    from justera.batch import EngineName

    wanted = {name: outcome for name, (_, outcome) in FAULTS.items()} | dict.fromkeys(INNOCENT, "ok")
    inputs, mark = home / "in", uuid.uuid4().hex
    inputs.mkdir()
    for name, fault in ({name: fault for name, (fault, _) in FAULTS.items()} | INNOCENT).items():
        (inputs / name).write_text(fault)
    os.environ[MARK] = mark
    (home / "cluster").mkdir()
    cluster = Cluster(home / "cluster")
    found, left = {}, 0
    try:
        for engine in EngineName:
            out, address = home / engine, cluster.address if engine is EngineName.DASK else ""
            go(inputs, out=out, settings=SMALL_SHARDS, engine=engine, address=address)
            found[engine] = outcomes(out)
            children = [line for line in still_running(cluster.mark) if "justera.batch.child" in line]
            left += len(leftovers(out)) + len(still_running(mark)) + len(children)
    finally:
        cluster.close()
    for name, outcome in wanted.items():
        print(
            f"  {name:16} {outcome:8} " + " ".join(f"{engine}: {found[engine][name]:8}" for engine in found)
        )
    wrong = sum(one[name] != outcome for one in found.values() for name, outcome in wanted.items())
    return {"matrix_faults": len(FAULTS), "matrix_false": wrong + left}


def kill(home: Path, chosen: argparse.Namespace) -> Figures:
    """Shoot a run at random moments, start it again, compare with one that was left alone."""
    inputs = home / "in"
    inputs.mkdir()
    for number in range(60):
        (inputs / f"{number:02}.txt").write_text(("ok 0.1", "review", "bug", "pages 3:die")[number % 16 // 4])
    run = [sys.executable, str(LAUNCH), str(inputs)]
    subprocess.run([*run, str(home / "whole")], check=True)
    chance, shots, differing = random.Random(), 0, 0
    while shots < chosen.kills:
        out = home / f"out{shots}"
        shots += _shoot_until_it_ends([*run, str(out)], chance, chosen.kills - shots)
        subprocess.run([*run, str(out)], check=True)
        differing += tree(out) != tree(home / "whole")
    print(f"{shots} kills, {differing} outputs that differ")
    return {"kills": shots, "kills_lost": differing}


def _shoot_until_it_ends(command: list[str], chance: random.Random, most: int) -> int:
    """Start again and again; how often it was shot."""
    for shots in range(most):
        run = subprocess.Popen(command, start_new_session=True)
        try:
            run.wait(timeout=chance.uniform(0.2, 4.0))
            return shots
        except subprocess.TimeoutExpired:
            run.send_signal(signal.SIGKILL)
            run.wait()
    return most


def startup(home: Path, chosen: argparse.Namespace) -> Figures:
    """CPU that guard, books and publishing add to a page, with its share of a reader's start."""
    inputs = home / "in"
    inputs.mkdir()
    _scans.one_pagers(inputs, ONE_PAGERS)
    alone = home / "alone"
    alone.mkdir()
    shutil.copy(min(inputs.iterdir()), alone)
    start = _cost_of_run(home, [], out="none")["children"]
    reading, beside = (statistics.median(each) for each in zip(*_slopes(home, alone, inputs), strict=True))
    each = beside + start / RECYCLE_AFTER
    print(
        f"a reader starts in {start:.2f} s of CPU and serves {RECYCLE_AFTER}; a page takes {reading:.3f} s,"
        f" its care {beside:.4f} s"
    )
    return {
        "startup_lost_percent": 100 * each / reading,
        "beside startup_without_reuse_lost_percent": 100 * start / reading,
        "startup_ms": 1000 * each,
    }


def _slopes(home: Path, alone: Path, inputs: Path) -> Iterator[tuple[float, float]]:
    """CPU of one more document, in its reader and beside it; what a run takes as a whole is left out."""
    for turn in range(ROUNDS):
        one = _cost_of_run(home, [str(alone)], out=f"one{turn}")
        many = _cost_of_run(home, [str(inputs)], out=f"many{turn}")
        yield tuple((many[who] - one[who]) / (ONE_PAGERS - 1) for who in ("children", "own"))  # type: ignore[misc]


RUN = """
import json, resource, sys
from pathlib import Path
from justera.batch.slots import Slots
from justera.batch import Options, fingerprint, job, output, run
from justera.batch.assignment import Assignment
from justera.settings import BatchSettings, Settings
settings = Settings(batch=BatchSettings(jobs=1))
inputs, out = [Path(one) for one in sys.argv[2:]], Path(sys.argv[1])
if inputs:
    run(inputs, out, settings, Options())
else:
    slots = Slots()
    with slots.lend(Assignment(job.Work(settings), output.at(out), fingerprint.take(settings))) as slot:
        slot.guard.start()
    slots.close()
used = {who: resource.getrusage(getattr(resource, f"RUSAGE_{who.upper()}")) for who in ("self", "children")}
print(json.dumps({who: one.ru_utime + one.ru_stime for who, one in used.items()}))
"""


def _cost_of_run(home: Path, inputs: list[str], *, out: str) -> dict[str, float]:
    """Seconds of CPU of a run and of what it started; without inputs, of a reader that reads nothing."""
    command = [sys.executable, "-c", RUN, str(home / out), *inputs]
    told = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return {"own": told["self"], "children": told["children"]}


def idle(home: Path, chosen: argparse.Namespace) -> Figures:
    """Documents that only wait: what planning, guarding and publishing take away from the second slot."""
    seconds = _waiting(home / "short", [IDLE_SECONDS] * IDLE_DOCUMENTS)
    overhead = seconds[1] / IDLE_DOCUMENTS - IDLE_SECONDS
    return {"idle_speedup": seconds[1] / seconds[2], "idle_overhead_ms": overhead * 1000}


def mix(home: Path, chosen: argparse.Namespace) -> Figures:
    """Minutes, extracts and letters that only wait, by pages: what order and tail leave of two cores."""
    seconds = _waiting(home / "mix", [MIX_SECONDS * pages for pages in MIX])
    return {"mix_speedup": seconds[1] / seconds[2]}


def _waiting(home: Path, documents: list[float]) -> dict[int, float]:
    """Seconds of runs by one job and by two; files have bytes as they have seconds."""
    inputs = home / "in"
    inputs.mkdir(parents=True)
    for number, seconds in enumerate(documents):
        (inputs / f"{number:03}.txt").write_text(f"ok {seconds}" + " " * round(400_000 * seconds))
    found = {}
    for jobs in (1, 2):
        code = (
            "import sys; from pathlib import Path; from justera.batch import Options, run;"
            "from justera.settings import BatchSettings, ExportSettings, Settings;"
            f"run([Path({str(inputs)!r})], Path({str(home / f'out{jobs}')!r}),"
            f" Settings(batch=BatchSettings(jobs={jobs}), export=ExportSettings(formats=())),"
            f" Options(stage={DOUBLES!r}))"
        )
        found[jobs] = timed([sys.executable, "-c", code]).wall
    return found


def resume(home: Path, chosen: argparse.Namespace) -> Figures:
    """Real files and outputs, all done: documents that planning passes over in a second."""
    from bench import simulate

    figures = simulate.measure(home, chosen.documents, disk=True)
    return {
        "resume_per_second": figures["again_plan_per_second"],
        "resume_per_cpu_second": figures["again_plan_per_cpu_second"],
    }


def memory(home: Path, chosen: argparse.Namespace) -> Figures:
    """A document of a hundred pages with text, and one of a thousand: largest memory of its processes."""
    figures: Figures = {}
    for pages in (100, 1_000):
        kids = b" ".join(b"%d 0 R" % number for number in range(10, 10 + pages))
        objects = specimens.page_of(specimens.TEXT)
        page = objects[3]
        objects[2] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, pages)
        objects |= {number: page for number in range(10, 10 + pages)}
        place = home / str(pages)
        (place / "in").mkdir(parents=True)
        (place / "in" / "one.pdf").write_bytes(specimens.pdf(objects))
        cost = timed([*_pairing.JUSTERA, "run", str(place / "in"), "-o", str(place / "out"), "-j", "1"])
        with sqlite3.connect(place / "out" / ".justera" / "ledger.sqlite") as ledger:
            read, peak = ledger.execute("SELECT pages, peak_mb FROM documents").fetchone()
        assert read == pages, read
        figures |= {f"memory_mb_{pages}_pages": peak, f"cpu_seconds_{pages}_pages": cost.cpu}
    return figures


def speedup(home: Path, chosen: argparse.Namespace) -> Figures:
    """See `_pairing.speedup`."""
    return _pairing.speedup(home, chosen.pages)


def ocrmypdf(home: Path, chosen: argparse.Namespace) -> Figures:
    """See `_pairing.ocrmypdf`."""
    return _pairing.ocrmypdf(home, chosen.pages)


PARTS: dict[str, Callable[[Path, argparse.Namespace], Figures]] = {
    part.__name__: part for part in (matrix, kill, startup, idle, mix, resume, memory, speedup, ocrmypdf)
}

SIZES = {"pages": 40, "kills": 20, "documents": 50_000}


def main() -> None:
    """Measure what is named, print, and add the figures to bench/work/batch.json."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []])
    for name, size in SIZES.items():
        parser.add_argument(f"--{name}", type=int, default=size)
    chosen = parser.parse_args()
    figures: Figures = {}
    for part in chosen.parts or ("kill", "startup", "idle", "mix", "resume"):
        print(f"-- {part}, load {os.getloadavg()[0]:.1f}", flush=True)
        home = Path(tempfile.mkdtemp(prefix="justera-bench-"))
        try:
            figures |= PARTS[part](home, chosen)
        finally:
            shutil.rmtree(home)
    for name, value in figures.items():
        print(f"{name:34} {value:12.3f}")
    if all(getattr(chosen, name) == size for name, size in SIZES.items()):
        _add(figures)


def _add(figures: Figures) -> None:
    place = Path(__file__).parent / "work" / "batch.json"
    place.parent.mkdir(exist_ok=True)
    known = json.loads(place.read_text()) if place.exists() else {}
    if known.get("digest") != DIGEST:
        known = {"digest": DIGEST, "figures": {}, "beside": {}}
    for name, value in figures.items():
        known["beside" if name.startswith(BESIDE) else "figures"][name.removeprefix(BESIDE)] = value
    place.write_text(json.dumps(known, indent=1) + "\n")


if __name__ == "__main__":
    main()
