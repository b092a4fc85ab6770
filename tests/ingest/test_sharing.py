"""Requests shared between two readers: the same answers in the same order, whether a core is free or not."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, cast

import pytest
from PIL import Image

from justera.errors import JusteraError, OcrFailed
from justera.ingest.engine import sharing
from justera.ingest.engine.service import Service

EMPTY = Image.new("L", (20, 20))

Request = Sequence[Image.Image]


class Double:
    """A reader that answers with the sizes of the images, and remembers how many it was given."""

    def __init__(self) -> None:
        self.given: list[int] = []

    def starts(self) -> bool:
        return True

    def read(self, images: Request, order: Mapping[str, Any], *, seconds: float) -> list[str]:
        self.given.append(len(images))
        return [str(image.size) for image in images]


def shared(
    images: Request, first: Double, second: Double | None, together: int = 1
) -> list[str | JusteraError]:
    return sharing.read(
        cast(Service, first),
        lambda: cast("Service | None", second),
        images,
        {},
        together=together,
        seconds=60,
    )


def load(tmp_path: Path, running: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharing, "LOAD", tmp_path / "loadavg")
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 1}, raising=False)
    sharing.LOAD.write_text(f"0.00 0.01 0.05 {running}/90 123\n")


@pytest.mark.parametrize(("count", "together"), [(2, 1), (5, 1), (8, 4), (13, 4)])
def test_two_readers_give_what_one_gives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int, together: int
) -> None:
    load(tmp_path, 1, monkeypatch)
    images = [Image.new("L", (20 + place, 20)) for place in range(count)]
    first, second = Double(), Double()
    assert shared(images, first, second, together) == [str(image.size) for image in images]
    assert sum(first.given) + sum(second.given) == count
    assert max(first.given + second.given) == together


def test_one_request_is_read_by_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load(tmp_path, 1, monkeypatch)
    first, second = Double(), Double()
    shared([EMPTY] * 4, first, second, together=4)
    assert (first.given, second.given) == ([4], [])


def test_no_core_is_taken_from_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load(tmp_path, 2, monkeypatch)
    first, second = Double(), Double()
    assert len(shared([EMPTY] * 4, first, second)) == 4
    assert (first.given, second.given) == ([1] * 4, [])


def test_a_core_that_becomes_free_is_used_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load(tmp_path, 2, monkeypatch)

    class Waits(Double):
        """Ends the others' work with its first page, and goes on when the second reader has read one."""

        def read(self, images: Request, order: Mapping[str, Any], *, seconds: float) -> list[str]:
            load(tmp_path, 1, monkeypatch)
            if self.given:
                assert helped.wait(10)
            return super().read(images, order, seconds=seconds)

    class Helps(Double):
        def read(self, images: Request, order: Mapping[str, Any], *, seconds: float) -> list[str]:
            helped.set()
            return super().read(images, order, seconds=seconds)

    helped = threading.Event()
    first, second = Waits(), Helps()
    assert len(shared([EMPTY] * 4, first, second)) == 4
    assert sum(second.given) >= 1


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


def test_who_fails_takes_nothing_from_the_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load(tmp_path, 2, monkeypatch)
    pages = [EMPTY] * 3

    class Fails(Double):
        def read(self, images: Request, order: Mapping[str, Any], *, seconds: float) -> list[str]:
            if len(self.given) == 1:
                self.given.append(0)
                raise OcrFailed("it died")
            return super().read(images, order, seconds=seconds)

    found = shared(pages, Fails(), None)
    assert [type(one) for one in found] == [str, OcrFailed, str]
    load(tmp_path, 1, monkeypatch)
    assert len(shared(pages, Double(), None)) == 3, "without a second reader there is one"


def test_a_second_reader_that_failed_is_not_asked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(tmp_path, 1, monkeypatch)
    asked = []

    class Dies(Double):
        def read(self, images: Request, order: Mapping[str, Any], *, seconds: float) -> list[str]:
            asked.append(len(images))
            raise OcrFailed("it died")

    found = shared([EMPTY] * 50, Double(), Dies())
    assert len(asked) <= 1
    assert sum(isinstance(one, str) for one in found) == 50 - len(asked)
