"""Runs over many files: kills, speed-up with two cores, memory over a thousand pages, OCRmyPDF.

    python bench/batch.py [kill] [idle] [speedup] [memory] [ocrmypdf] [--pages N] [--kills N]

Without names: kill and idle, which say little about the machine. Times are wall-clock and CPU: on a busy
machine only the latter means something.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.batch import specimens  # noqa: E402 - only the checkout has tests
from tests.batch.conftest import tree  # noqa: E402

JUSTERA = (sys.executable, "-c", "from justera.cli import main; main()")
LAUNCH = ROOT / "tests" / "batch" / "launch.py"

IDLE_SECONDS = 0.25
IDLE_DOCUMENTS = 80


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took."""

    wall: float
    cpu: float
    """Seconds of all its processes that have ended."""


def timed(arguments: list[str], **environment: str) -> Cost:
    """Run a command to its end; outcomes 3 and 4 of a run are ends too."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    ended = subprocess.run(arguments, capture_output=True, env={**os.environ, **environment}, check=False)
    assert ended.returncode in (0, 3, 4), ended.stderr[-2000:]
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(time.monotonic() - began, cpu)


def kill(home: Path, chosen: argparse.Namespace) -> dict[str, float]:
    """Shoot a run at random moments, start it again, compare with one that was left alone."""
    inputs = home / "in"
    inputs.mkdir()
    for number in range(60):
        (inputs / f"{number:02}.txt").write_text(("ok 0.1", "review", "bug", "pages 3:die")[number % 16 // 4])
    subprocess.run([sys.executable, str(LAUNCH), str(inputs), str(home / "whole")], check=True)
    chance, shots = random.Random(), 0
    while shots < chosen.kills:
        out = home / f"out{shots}"
        while shots < chosen.kills:
            run = subprocess.Popen(
                [sys.executable, str(LAUNCH), str(inputs), str(out)], start_new_session=True
            )
            try:
                run.wait(timeout=chance.uniform(0.2, 4.0))
                break
            except subprocess.TimeoutExpired:
                run.send_signal(signal.SIGKILL)
                run.wait()
                shots += 1
        subprocess.run([sys.executable, str(LAUNCH), str(inputs), str(out)], check=True)
        assert tree(out) == tree(home / "whole"), out
    return {"kills": shots}


def idle(home: Path, chosen: argparse.Namespace) -> dict[str, float]:
    """Documents that only wait: what planning, guarding and publishing take away from the second slot."""
    inputs = home / "in"
    inputs.mkdir()
    for number in range(IDLE_DOCUMENTS):
        (inputs / f"{number:03}.txt").write_text(f"ok {IDLE_SECONDS}")
    seconds = {}
    for jobs in (1, 2):
        code = (
            "import sys; from pathlib import Path; from justera.batch import Options, run;"
            "from justera.settings import BatchSettings, ExportSettings, Settings;"
            f"run([Path({str(inputs)!r})], Path({str(home / f'out{jobs}')!r}),"
            f" Settings(batch=BatchSettings(jobs={jobs}), export=ExportSettings(formats=())),"
            f" Options(stage={str(ROOT / 'tests/batch/doubles.py')!r} + ':play'))"
        )
        seconds[jobs] = timed([sys.executable, "-c", code]).wall
    overhead = seconds[1] / IDLE_DOCUMENTS - IDLE_SECONDS
    return {"idle_speedup": seconds[1] / seconds[2], "idle_overhead_ms": overhead * 1000}


def speedup(home: Path, chosen: argparse.Namespace) -> dict[str, float]:
    """Scans read with one job and with two."""
    scans(home / "in", chosen.pages)
    one, two = (
        timed([*JUSTERA, "run", str(home / "in"), "-o", str(home / f"out{jobs}"), "-j", str(jobs)])
        for jobs in (1, 2)
    )
    return {
        "speedup": one.wall / two.wall,
        "pages_per_second": chosen.pages / two.wall,
        "cpu_seconds_per_page": two.cpu / chosen.pages,
    }


def ocrmypdf(home: Path, chosen: argparse.Namespace) -> dict[str, float]:
    """The same scans by OCRmyPDF, two jobs each; needs `ocrmypdf` on the path."""
    program = shutil.which("ocrmypdf")
    if program is None:
        print("ocrmypdf is not installed")
        return {}
    scans(home / "in", chosen.pages)
    ours = timed([*JUSTERA, "run", str(home / "in"), "-o", str(home / "out"), "-j", "2"])
    wall = cpu = 0.0
    for path in sorted((home / "in").iterdir()):
        options = ["-l", "swe", "-j", "2", "--output-type", "pdf", "--image-dpi", "300"]
        theirs = timed([program, *options, str(path), str(home / "theirs.pdf")])
        wall, cpu = wall + theirs.wall, cpu + theirs.cpu
    return {
        "ocrmypdf_pages_per_second": chosen.pages / wall,
        "justera_pages_per_second": chosen.pages / ours.wall,
        "ocrmypdf_cpu_seconds_per_page": cpu / chosen.pages,
        "justera_cpu_seconds_per_page": ours.cpu / chosen.pages,
    }


def memory(home: Path, chosen: argparse.Namespace) -> dict[str, float]:
    """One document of a thousand pages with text: the largest memory of its process group."""
    kids = b" ".join(b"%d 0 R" % number for number in range(10, 1_010))
    objects = specimens.page_of(specimens.TEXT)
    page = objects[3]
    objects[2] = b"<< /Type /Pages /Kids [%s] /Count 1000 >>" % kids
    objects |= {number: page for number in range(10, 1_010)}
    (home / "in").mkdir()
    (home / "in" / "thousand.pdf").write_bytes(specimens.pdf(objects))
    cost = timed([*JUSTERA, "run", str(home / "in"), "-o", str(home / "out"), "-j", "1"])
    with sqlite3.connect(home / "out" / ".justera" / "ledger.sqlite") as ledger:
        pages, peak = ledger.execute("SELECT pages, peak_mb FROM documents").fetchone()
    return {"thousand_pages": pages, "thousand_pages_memory_mb": peak, "thousand_pages_cpu_seconds": cost.cpu}


def scans(folder: Path, pages: int) -> None:
    """Image-only pages of typed Swedish, one a document, 300 pixels per inch."""
    folder.mkdir()
    font = ImageFont.load_default(size=44)
    for number in range(pages):
        image = Image.new("L", (2480, 3508), 250)
        draw = ImageDraw.Draw(image)
        for line in range(40):
            text = f"§ {line + 1} Nämnden beslutar att bifalla ansökan nr {number * 41 + line} om bygglov"
            draw.text((240, 240 + 75 * line), text, fill=20, font=font)
        image.save(folder / f"{number:03}.png", dpi=(300, 300))


PARTS: dict[str, Callable[[Path, argparse.Namespace], dict[str, float]]] = {
    part.__name__: part for part in (kill, idle, speedup, memory, ocrmypdf)
}


def main() -> None:
    """Measure what is named, print, and leave the figures in bench/work/batch.json."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []])
    parser.add_argument("--pages", type=int, default=20)
    parser.add_argument("--kills", type=int, default=20)
    chosen = parser.parse_args()
    figures: dict[str, float] = {}
    for part in chosen.parts or ("kill", "idle"):
        home = Path(tempfile.mkdtemp(prefix="justera-bench-"))
        try:
            figures |= PARTS[part](home, chosen)
        finally:
            shutil.rmtree(home)
    for name, value in figures.items():
        print(f"{name:34} {value:10.2f}")
    place = Path(__file__).parent / "work" / "batch.json"
    place.parent.mkdir(exist_ok=True)
    digest = f"pages {chosen.pages}, kills {chosen.kills}"
    place.write_text(json.dumps({"digest": digest, "figures": figures}, indent=1) + "\n")


if __name__ == "__main__":
    main()
