"""Two cores against one, and justera against OCRmyPDF: paired, in turns, with what else the machine did."""

from __future__ import annotations

import os
import shlex
import shutil
import statistics
import sys
from collections.abc import Callable
from pathlib import Path

from bench._scans import Cost, Scans, character_errors, scans, timed

JUSTERA = [sys.executable, "-c", "from justera.cli import main; main()"]

ON_ONE_CORE = "import os; os.sched_setaffinity(0, {min(os.sched_getaffinity(0))}); "
"""Before the command: a run of one job reads with two processes while a core is free."""

ROUNDS = 2


def speedup(home: Path, pages: int) -> dict[str, float]:
    """The same scans with one job on one core and two on two; bare Tesseract shows what the machine gives."""
    made = scans(home / "in", pages)
    costs = _turns({"one job": _justera(made, home, 1, ON_ONE_CORE), "two jobs": _justera(made, home, 2)})
    ratios = [one.wall / two.wall for one, two in zip(*costs.values(), strict=True)]
    _tell("two cores against one", ratios)
    two = _best(costs["two jobs"])
    bare = _bare(made, home)
    return {
        "speedup": statistics.median(ratios),
        "beside speedup_bare_tesseract": bare,
        "pages_per_second": made.pages / two.wall,
        "cpu_seconds_per_page": two.cpu / made.pages,
        "beside speedup_foreign_cores": _foreign(costs),
    }


def ocrmypdf(home: Path, pages: int) -> dict[str, float]:
    """The same folder of image-only scans, two jobs each; needs `ocrmypdf` on the path."""
    program = shutil.which("ocrmypdf")
    if program is None:
        print("ocrmypdf is not installed: put it on the path, from a virtual environment of its own")
        return {}
    made = scans(home / "in", pages)
    told = home / "texts"
    told.mkdir()
    runs = {
        "justera": _justera(made, home, 2),
        "ocrmypdf, two pages at a time": _ocrmypdf(program, made, told, files=1, jobs=2),
        "ocrmypdf, two files at a time": _ocrmypdf(program, made, told, files=2, jobs=1),
    }
    costs = _turns(runs)
    ours, *theirs = (_best(turns) for turns in costs.values())
    best = min(theirs, key=lambda cost: cost.wall)
    _tell("justera against OCRmyPDF at its best", [best.wall / one.wall for one in costs["justera"]])
    texts = {name: (told / f"{name}.txt").read_text("utf-8") for name in made.truths}
    records = {name: (home / "out2" / name / "text.txt").read_text("utf-8") for name in made.truths}
    return {
        "times_ocrmypdf": best.wall / ours.wall,
        "times_ocrmypdf_by_cpu": min(one.cpu for one in theirs) / ours.cpu,
        "beside ocrmypdf_pages_per_second": made.pages / best.wall,
        "justera_pages_per_second": made.pages / ours.wall,
        "beside ocrmypdf_cer": character_errors(made.truths, texts),
        "justera_cer": character_errors(made.truths, records),
        "beside ocrmypdf_foreign_cores": _foreign(costs),
    }


def _ocrmypdf(program: str, made: Scans, told: Path, *, files: int, jobs: int) -> Callable[[], Cost]:
    """Over a folder, as a shell does it; text goes to sidecars."""
    options = f"-l swe -j {jobs} --output-type pdf -q"
    one = f'"{program}" {options} --sidecar "{told}/$(basename "$1").txt" "$1" "{told}/$(basename "$1")"'
    loop = ["xargs", "-0", "-n", "1", "-P", str(files), "bash", "-ec", one, "-"]
    every = f'find "{made.folder}" -type f -print0 | {shlex.join(loop)}'
    # Two at a time must not take two threads each.
    return lambda: timed(["bash", "-ec", every], OMP_THREAD_LIMIT="1")


def _justera(made: Scans, home: Path, jobs: int, before: str = "") -> Callable[[], Cost]:
    out = home / f"out{jobs}"
    program, option, code = JUSTERA

    def run() -> Cost:
        shutil.rmtree(out, ignore_errors=True)
        command = [program, option, before + code]
        return timed([*command, "run", str(made.folder), "-o", str(out), "-j", str(jobs)])

    return run


def _turns(runs: dict[str, Callable[[], Cost]]) -> dict[str, list[Cost]]:
    """Each in turn, the order reversed every time, so that what changes with time hits both."""
    found: dict[str, list[Cost]] = {name: [] for name in runs}
    for number in range(ROUNDS):
        for name in list(runs)[:: -1 if number % 2 else 1]:
            cost = runs[name]()
            found[name].append(cost)
            load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
            print(
                f"  {name:30} {cost.wall:7.1f} s, {cost.cpu:7.1f} s of CPU,"
                f" others {cost.foreign:.2f} cores, load {load}",
                flush=True,
            )
    return found


def _bare(made: Scans, home: Path) -> float:
    """Two Tesseracts at a time against one: no program that reads with it can scale better."""
    from justera.ingest import open_source
    from justera.settings import LimitSettings, OcrSettings

    name = next(iter(made.truths))
    image = home / "page.png"
    with open_source(made.folder / name, OcrSettings(), LimitSettings(), name=name) as source:
        picture = source.image(1, 300)
    assert picture is not None
    picture.convert("L").save(image)
    command = ["tesseract", str(image), "-", "-l", "Latin"]
    ratios = []
    for _ in range(ROUNDS):
        one = timed(command, OMP_THREAD_LIMIT="1")
        two = timed(command, command, OMP_THREAD_LIMIT="1")
        ratios.append(2 * one.wall / two.wall)
    _tell("two bare Tesseracts against one", ratios)
    return statistics.median(ratios)


def _best(costs: list[Cost]) -> Cost:
    """The one that others disturbed least."""
    return min(costs, key=lambda cost: cost.wall)


def _foreign(costs: dict[str, list[Cost]]) -> float:
    """Cores that others kept busy, on average: over 0.1 the times say little."""
    return statistics.mean(one.foreign for turns in costs.values() for one in turns)


def _tell(what: str, ratios: list[float]) -> None:
    each = ", ".join(f"{ratio:.2f}" for ratio in ratios)
    print(f"  {what}: {statistics.median(ratios):.2f} times (each: {each})", flush=True)
