"""Formats that are asked for later: written from what was read, which is not read again."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from justera.batch import Observer, Options, Plan, Retry, Summary, run
from justera.batch.rehearsal import rehearse
from justera.batch.remote import Url
from justera.settings import BatchSettings, ExportSettings, Settings

from . import specimens
from .conftest import leftovers, tree

LETTER = (
    "Exempelstads kommun\nTjänsteskrivelse\n2031-04-05\n\nNy cykelväg längs Ågatan\n\nEn cykelväg föreslås.\n"
)

USUAL = ExportSettings().formats


class Told(Observer):
    """Counts pages that are read."""

    def __init__(self) -> None:
        self.pages = 0
        self.plan = Plan()

    def planned(self, plan: Plan) -> None:
        self.plan = plan

    def heard(self, event: str, number: int) -> None:
        self.pages += event == "page" and number > 0


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "brev.pdf").write_bytes(letter("Ågatan"))
    (folder / "tom.txt").write_bytes(b"")
    return folder


@pytest.fixture
def bucket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Url]:
    fsspec = pytest.importorskip("fsspec")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    url = Url(f"memory://{uuid.uuid4().hex}")
    yield url
    fsspec.filesystem("memory").rm(str(url), recursive=True)


def letter(street: str) -> bytes:
    content = f"BT /F1 12 Tf 20 160 Td (Exempelstads kommun) Tj 0 -20 Td (Ny cykelväg längs {street}) Tj ET"
    return specimens.pdf(specimens.page_of(specimens.stream(content.encode("cp1252"))))


def settings(*formats: str) -> Settings:
    return Settings(batch=BatchSettings(jobs=1), export=ExportSettings(formats=(*USUAL, *formats)))


def go(
    letters: Path, out: Path | Url, *formats: str, retry: Retry = Retry.NONE, limit: int | None = None
) -> tuple[Told, Summary]:
    told = Told()
    return told, run([letters], out, settings(*formats), Options(retry=retry, limit=limit), observer=told)


def test_they_are_written_without_reading_again(letters: Path, out: Path, tmp_path: Path) -> None:
    go(letters, tmp_path / "at once", "alto", "hocr", "jsonl")
    assert go(letters, out)[0].pages == 1
    told, summary = go(letters, out, "alto", "hocr", "jsonl")
    assert (told.pages, told.plan.waiting, told.plan.lacking, told.plan.outdated) == (0, 1, 1, 0)
    assert summary.totals.pages == 1, "what is known of the reading is still known"
    assert tree(out) == tree(tmp_path / "at once")
    assert leftovers(out) == []
    assert go(letters, out, "alto", "hocr", "jsonl")[0].plan.waiting == 0


def test_a_run_that_wants_fewer_has_nothing_to_do_and_takes_nothing_away(letters: Path, out: Path) -> None:
    go(letters, out, "alto")
    assert go(letters, out)[0].plan.waiting == 0
    assert go(letters, out, "hocr")[0].pages == 0
    assert (out / "brev.pdf" / "alto" / "0001.xml").exists()
    assert json.loads((out / "brev.pdf" / "outcome.json").read_text())["formats"] == ["alto", "hocr", "pages"]
    assert go(letters, out, "alto", "hocr")[0].plan.waiting == 0, "they are all there"


def test_formats_of_the_whole_run_concern_no_document(letters: Path, out: Path) -> None:
    go(letters, out)
    assert go(letters, out, "jsonl", "xlsx")[0].plan.waiting == 0
    assert (out / "register.jsonl").exists() and (out / "register.xlsx").exists()


def test_what_cannot_be_read_is_not_tried_again_for_them(letters: Path, out: Path) -> None:
    go(letters, out)
    told, _ = go(letters, out, "alto")
    assert (told.plan.waiting, told.plan.done) == (1, 1)


def test_another_content_is_read(letters: Path, out: Path) -> None:
    go(letters, out)
    (letters / "brev.pdf").write_bytes(letter("Ängsgatan"))
    assert go(letters, out, "alto")[0].pages == 1
    assert "Ängsgatan" in (out / "brev.pdf" / "alto" / "0001.xml").read_text()


def test_what_is_wanted_again_is_read(letters: Path, out: Path) -> None:
    go(letters, out)
    assert go(letters, out, "alto", retry=Retry.ALL)[0].pages == 1


def test_a_reading_that_someone_has_changed_is_made_again(letters: Path, out: Path, tmp_path: Path) -> None:
    go(letters, tmp_path / "at once", "alto")
    go(letters, out)
    (out / "brev.pdf" / "text.txt").write_text("något annat")
    assert go(letters, out, "alto")[0].pages == 1
    assert tree(out) == tree(tmp_path / "at once")


def test_a_run_that_was_stopped_goes_on_with_them(letters: Path, out: Path) -> None:
    (letters / "brev2.pdf").write_bytes(letter("Ängsgatan"))
    go(letters, out)
    go(letters, out, "alto", limit=1)
    assert len(list(out.rglob("alto"))) == 1
    told, _ = go(letters, out, "alto")
    assert (told.pages, told.plan.waiting, len(list(out.rglob("alto")))) == (0, 1, 2)


def test_a_dry_run_tells_them_from_reading(letters: Path, out: Path) -> None:
    go(letters, out)
    (letters / "nytt.pdf").write_bytes(letter("Ängsgatan"))
    intended = {one.name: one.action for one in rehearse([letters], out, settings("alto"))}
    assert intended == {"brev.pdf": "export", "nytt.pdf": "read", "tom.txt": "done"}


def test_they_come_to_an_object_store(letters: Path, bucket: Url) -> None:
    from justera.batch import remote

    go(letters, bucket)
    assert go(letters, bucket, "alto")[0].pages == 0
    assert {"alto/0001.xml", "outcome.json", "record.json"} <= set(remote.files_below(bucket / "brev.pdf"))
