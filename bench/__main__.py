"""Run the benchmarks, hold them against their floors, write docs/quality.md: python -m bench [NAME...]."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from bench import gate, page

HERE = Path(__file__).resolve().parent
NOT_A_BENCHMARK = {"__init__", "__main__", "gate", "page"}


def names() -> list[str]:
    """Every benchmark: the modules here that can be run and are none of the frame's."""
    modules = (path.stem for path in HERE.glob("*.py"))
    return sorted(name for name in modules if name not in NOT_A_BENCHMARK and not name.startswith("_"))


def main(wanted: list[str]) -> int:
    """Run each in a process of its own; one that fails is told and fails the whole."""
    unknown = sorted(set(wanted) - set(names()))
    if unknown:
        print(f"no benchmark is called {', '.join(unknown)}; there are {', '.join(names())}", file=sys.stderr)
        return 2
    gate.WORK.mkdir(exist_ok=True)
    environment = os.environ | {"PYTHONPATH": str(HERE.parent)}
    failed = []
    for name in wanted or names():
        print(f"\n== {name}", flush=True)
        done = subprocess.run(
            [sys.executable, HERE / f"{name}.py"], env=environment, cwd=HERE.parent, check=False
        )
        if done.returncode:
            failed.append(name)
    print(f"\nwritten: {page.write().relative_to(HERE.parent)}")
    for name in failed:
        print(f"{name}: the benchmark itself failed", file=sys.stderr)
    return gate.main(wanted) or (1 if failed else 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
