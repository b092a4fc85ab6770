"""Disks that are full or turn read-only, for real: a small file system of memory under the output folder."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from justera.batch.status import explain, status
from justera.errors import OutputError

from .conftest import go, leftovers, outcomes, tree

COUNT = 40


def mount(*options: str) -> bool:
    return subprocess.run(["mount", *options], capture_output=True, check=False).returncode == 0


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte."""
    place = tmp_path / "disk"
    place.mkdir()
    if not mount("-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)):
        pytest.skip("only root may mount a disk")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def resize(disk: Path, size: str) -> None:
    assert mount("-o", f"remount,rw,size={size}", str(disk))


@pytest.fixture
def folder(documents: Callable[[Mapping[str, str]], Path]) -> Path:
    return documents({f"{number:02}.txt": "large 40000" for number in range(COUNT)} | {"x.docx": ""})


@pytest.mark.parametrize("size", ["280k", "400k", "700k", "1m"])
def test_a_full_disk_stops_the_run_and_the_same_command_goes_on(
    folder: Path, disk: Path, tame: None, tmp_path: Path, size: str
) -> None:
    resize(disk, size)
    with pytest.raises(OutputError) as raised:
        go(folder, out=disk / "out")
    assert "\n" not in str(raised.value)
    whole = [path for path in (disk / "out").rglob("record.json") if (path.parent / "outcome.json").exists()]
    assert len(whole) == len([path for path in (disk / "out").glob("*.txt/record.json")]) < COUNT
    resize(disk, "64m")
    assert go(folder, out=disk / "out").totals.outcomes["ok"] == COUNT
    go(folder, out=tmp_path / "whole")
    assert tree(disk / "out") == tree(tmp_path / "whole")
    assert leftovers(disk / "out") == []


def test_a_disk_that_turns_read_only_between_two_runs_is_one_clear_error(
    folder: Path, disk: Path, tame: None
) -> None:
    resize(disk, "64m")
    go(folder, out=disk / "out", limit=20)
    before = tree(disk / "out")
    assert mount("-o", "remount,ro", str(disk))
    with pytest.raises(OutputError) as raised:
        go(folder, out=disk / "out")
    assert "\n" not in str(raised.value)
    resize(disk, "64m")
    assert {name: digest for name, digest in tree(disk / "out").items() if name in before} == before
    assert go(folder, out=disk / "out").totals.outcomes["ok"] == COUNT


def test_an_output_folder_that_was_never_writable_is_one_clear_error(folder: Path, disk: Path) -> None:
    assert mount("-o", "remount,ro", str(disk))
    with pytest.raises(OutputError, match="cannot be"):
        go(folder, out=disk / "out")
    assert list(disk.iterdir()) == []


def test_how_a_run_stands_is_told_from_a_read_only_disk(folder: Path, disk: Path, tame: None) -> None:
    resize(disk, "64m")
    go(folder, out=disk / "out")
    assert mount("-o", "remount,ro", str(disk))
    assert status(disk / "out").totals.outcomes["ok"] == COUNT
    known = explain(disk / "out", "07.txt")
    assert known is not None and known["outcome"] == "ok"


def test_inputs_on_a_read_only_disk_are_read(disk: Path, tame: None, out: Path) -> None:
    (disk / "a.txt").write_text("ok")
    assert mount("-o", "remount,ro", str(disk))
    go(disk, out=out)
    assert outcomes(out) == {"a.txt": "ok"}
