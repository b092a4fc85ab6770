"""Requests shared between two readers: the same answers in the same order, whether a core is free or not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, cast

import pytest
from PIL import Image

from justera.errors import OcrFailed
from justera.ingest.engine import sharing
from justera.ingest.engine.service import Service


class Double:
    """A reader that answers with the sizes of the images, and remembers how many it was given."""

    def __init__(self, *, fails: bool = False) -> None:
        self.given: list[int] = []
        self.fails = fails

    def starts(self) -> bool:
        return True

    def read(self, images: Sequence[Image.Image], order: Mapping[str, Any], *, seconds: float) -> list[str]:
        if self.fails:
            raise OcrFailed("it died")
        self.given.append(len(images))
        return [str(image.size) for image in images]


def shared(images: Sequence[Image.Image], first: Double, second: Double | None) -> list[str]:
    return sharing.read(
        cast(Service, first), lambda: cast("Service | None", second), images, {}, seconds=60 * len(images)
    )


def load(tmp_path: Path, running: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharing, "LOAD", tmp_path / "loadavg")
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 1}, raising=False)
    sharing.LOAD.write_text(f"0.00 0.01 0.05 {running}/90 123\n")


@pytest.mark.parametrize(("count", "side"), [(2, 1000), (3, 1000), (8, 10), (9, 10)])
def test_two_readers_give_what_one_gives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int, side: int
) -> None:
    load(tmp_path, 1, monkeypatch)
    images = [Image.new("L", (side + place, side)) for place in range(count)]
    first, second = Double(), Double()
    assert shared(images, first, second) == [str(image.size) for image in images]
    assert (first.given, second.given) == ([(count + 1) // 2], [count // 2])


@pytest.mark.parametrize(("count", "side"), [(1, 2000), (7, 10)])
def test_little_is_read_by_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int, side: int
) -> None:
    load(tmp_path, 1, monkeypatch)
    first, second = Double(), Double()
    shared([Image.new("L", (side, side))] * count, first, second)
    assert (first.given, second.given) == ([count], [])


def test_no_core_is_taken_from_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load(tmp_path, 2, monkeypatch)
    first, second = Double(), Double()
    assert len(shared([Image.new("L", (1000, 1000))] * 4, first, second)) == 4
    assert (first.given, second.given) == ([4], [])


@pytest.mark.parametrize("told", ["", "0.00", "a b c d/e f"])
def test_a_system_that_does_not_tell_has_no_free_core(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: str
) -> None:
    load(tmp_path, 1, monkeypatch)
    assert sharing.core_is_free()
    sharing.LOAD.write_text(told)
    assert not sharing.core_is_free()
    sharing.LOAD.unlink()
    assert not sharing.core_is_free()


def test_who_fails_fails_for_both_and_without_a_second_reader_there_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(tmp_path, 1, monkeypatch)
    pages = [Image.new("L", (1000, 1000))] * 2
    for first, second in ((Double(fails=True), Double()), (Double(), Double(fails=True))):
        with pytest.raises(OcrFailed):
            shared(pages, first, second)
    assert len(shared(pages, Double(), None)) == 2
