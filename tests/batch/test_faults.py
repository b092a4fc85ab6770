"""The fault matrix: whatever one document does, it alone pays, and nothing is left running or lying about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from justera.batch import EngineName

from .conftest import QUICK, go, leftovers, outcomes, still_running

FAULTS = {
    "die.txt": ("die", "crash"),
    "segfault.txt": ("segfault", "crash"),
    "killed.txt": ("killed", "crash"),
    "slow_bomb.txt": ("slow_bomb", "oom"),
    "instant_bomb.txt": ("instant_bomb", "oom"),
    "bomb_in_child.txt": ("bomb_in_child", "oom"),
    "no_memory.txt": ("no_memory", "oom"),
    "hang.txt": ("hang", "timeout"),
    "child_hang.txt": ("child_hang", "timeout"),
    "stand_still.txt": ("stand_still", "timeout"),
    "endless_line.txt": ("endless_line", "crash"),
    "bug.txt": ("bug", "failed"),
    "recursion.txt": ("recursion", "failed"),
    "encrypted.txt": ("encrypted", "failed"),
    "noise.txt": ("noise", "ok"),
    "leave_stray.txt": ("leave_stray", "ok"),
    "review.txt": ("review", "review"),
    "one_page.txt": ("pages 3:die", "partial"),
    "two_pages.txt": ("pages 2:segfault 4:hang", "partial"),
    "all_pages.txt": ("pages 1:die 2:die 3:die 4:die 5:die", "crash"),
}
"""Document to what it does, and the outcome that it must get."""

ONE_OF_A_KIND = (
    "die.txt", "slow_bomb.txt", "bomb_in_child.txt", "stand_still.txt", "child_hang.txt", "bug.txt",
    "encrypted.txt", "noise.txt", "leave_stray.txt", "review.txt", "one_page.txt",
)  # fmt: skip
"""For engines that read with the same guard; `bench/batch.py matrix` has all twenty on all three."""

MANY = QUICK.model_copy(update={"batch": QUICK.batch.model_copy(update={"jobs": 4})})
"""Most faults wait for a limit."""

INNOCENT = {f"innocent_{number:02}.txt": "ok 0.05" for number in range(12)}


@pytest.mark.parametrize(
    ("engine", "names"), [(EngineName.INLINE, ONE_OF_A_KIND), (EngineName.LOCAL, tuple(FAULTS))]
)
def test_each_fault_costs_only_its_own_document(
    documents: Callable[[Mapping[str, str]], Path],
    out: Path,
    mark: str,
    engine: EngineName,
    names: tuple[str, ...],
) -> None:
    folder = documents({name: FAULTS[name][0] for name in names} | INNOCENT)
    summary = go(folder, out=out, engine=engine, settings=MANY)
    assert outcomes(out) == {name: FAULTS[name][1] for name in names} | dict.fromkeys(INNOCENT, "ok")
    assert summary.totals.inputs == sum(summary.totals.outcomes.values()) == len(names) + len(INNOCENT)
    assert still_running(mark) == []
    assert leftovers(out) == []
