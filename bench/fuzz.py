"""Mutated and hostile documents through the whole command: nothing may get through but outcomes.

    python bench/fuzz.py [COUNT] [--seed N] [--keep FOLDER]      2,000 take some 7 minutes of two quiet cores

Checked: exit code, no traceback, one outcome per file, no process and no temporary file left, inputs
untouched, and that a second run reads nothing and leaves the same bytes.
"""

from __future__ import annotations

import argparse
import collections
import csv
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import uuid
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.batch import specimens  # noqa: E402 - only the checkout has tests

JUSTERA = (sys.executable, "-c", "from justera.cli import main; main()")

LIMITS = {
    "JUSTERA_LIMITS_DOCUMENT_SECONDS": "60",
    "JUSTERA_LIMITS_DOCUMENT_SECONDS_PER_PAGE": "0.01",
    "JUSTERA_LIMITS_PAGE_SECONDS": "30",
    "JUSTERA_LIMITS_IDLE_SECONDS": "60",
}
"""Small documents take a second; what takes a minute hangs."""

MARK = "JUSTERA_FUZZ_MARK"


def main() -> None:
    """Make, run, check, print, and leave the figures in bench/work/fuzz.json."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=2_000)
    parser.add_argument("--seed", type=int, default=7, help="other documents")
    parser.add_argument("--keep", type=Path, help="keep inputs and outputs there")
    chosen = parser.parse_args()
    home = chosen.keep or Path(tempfile.mkdtemp(prefix="justera-fuzz-"))
    try:
        figures = fuzz(home, chosen.count, chosen.seed)
    finally:
        if not chosen.keep:
            shutil.rmtree(home)
    place = Path(__file__).parent / "work" / "fuzz.json"
    place.parent.mkdir(exist_ok=True)
    place.write_text(
        json.dumps({"digest": f"seed {chosen.seed}, {chosen.count}", "figures": figures}, indent=1) + "\n"
    )


def fuzz(home: Path, count: int, seed: int) -> dict[str, float]:
    """One campaign; raises AssertionError where something got through."""
    inputs, out, mark = home / "in", home / "out", uuid.uuid4().hex
    made = write(inputs, count, seed)
    before = digests(inputs)
    began = time.monotonic()
    first = command(inputs, out, mark)
    seconds = time.monotonic() - began
    assert first.returncode in (0, 3, 4), (first.returncode, first.stderr[-2000:])
    assert "Traceback" not in first.stderr, first.stderr[-4000:]
    assert still_running(mark) == [], still_running(mark)
    assert [path for path in out.rglob("*") if path.name.endswith(".tmp")] == []
    assert list((out / ".justera" / "work").glob("*")) == []
    assert digests(inputs) == before
    with (out / "documents.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    counts = json.loads((out / "run.json").read_text())
    assert len(rows) == counts["inputs"] == sum(counts["outcomes"].values()) == made
    after = digests(out)
    second = command(inputs, out, mark)
    assert "0 to read" in second.stderr, second.stderr[-500:]
    assert digests(out) == after
    return told(rows, counts["outcomes"], seconds)


def write(inputs: Path, count: int, seed: int) -> int:
    """The documents; how many."""
    inputs.mkdir(parents=True)
    for name, make in specimens.HOSTILE.items():
        (inputs / name).write_bytes(make())
    for name, data in specimens.mutants(count, seed=seed):
        (inputs / name).write_bytes(data)
    return len(specimens.HOSTILE) + count


def command(inputs: Path, out: Path, mark: str) -> subprocess.CompletedProcess[str]:
    """One run of the command."""
    environment = {**os.environ, **LIMITS, MARK: mark}
    arguments = [*JUSTERA, "run", str(inputs), "-o", str(out), "-j", "2"]
    return subprocess.run(arguments, capture_output=True, text=True, env=environment, check=False)


def digests(folder: Path) -> dict[str, str]:
    """Content of all files but the run's own state."""
    return {
        str(path): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".justera" not in path.parts
    }


def still_running(mark: str) -> list[str]:
    """Processes that the run started and that are still there."""
    found = []
    for folder in Path("/proc").iterdir():
        try:
            if f"{MARK}={mark}".encode() in (folder / "environ").read_bytes():
                found.append((folder / "cmdline").read_text())
        except OSError:
            continue
    return found


def told(rows: list[dict[str, str]], outcomes: dict[str, int], seconds: float) -> dict[str, float]:
    """Print outcomes, and the errors that nobody foresaw."""
    for outcome, number in outcomes.items():
        print(f"{outcome:10} {number:6}")
    unforeseen = collections.Counter(row["reason"] for row in rows if row["reason"].startswith("unexpected"))
    for reason, number in unforeseen.most_common():
        print(f"{number:6} x {reason}, e.g. {next(row['name'] for row in rows if row['reason'] == reason)}")
    print(f"{len(rows)} documents in {seconds:.0f} s")
    return {"documents": len(rows), "unforeseen_errors": unforeseen.total(), **outcomes}


if __name__ == "__main__":
    main()
