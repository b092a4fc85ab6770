from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from justera.batch import folder
from justera.batch.folder import Folder
from justera.batch.outcome import Outcome, Result
from justera.errors import OutputError

RESULT = Result("sub/a.pdf", Outcome.OK, "", sha256="00", pages=2)


def private(tmp_path: Path, text: str) -> Path:
    folder = tmp_path / f"work-{len(list(tmp_path.iterdir()))}"
    folder.mkdir()
    (folder / "record.json").write_text(text)
    (folder / "text.txt").write_text(text * 1000)
    return folder


def test_a_published_folder_proves_what_it_holds(tmp_path: Path) -> None:
    Folder(tmp_path / "out").publish(private(tmp_path, "one"), RESULT, key="k", original="sub/a\n.pdf")
    found = Folder(tmp_path / "out").manifest("sub/a.pdf")
    assert found is not None
    assert (found["outcome"], found["key"], found["original"], found["pages"]) == (
        "ok",
        "k",
        "sub/a\n.pdf",
        2,
    )
    assert Folder(tmp_path / "out").is_whole("sub/a.pdf", found)
    (tmp_path / "out" / "sub/a.pdf" / "text.txt").write_text("torn")
    assert not Folder(tmp_path / "out").is_whole("sub/a.pdf", found)
    (tmp_path / "out" / "sub/a.pdf" / "text.txt").unlink()
    assert not Folder(tmp_path / "out").is_whole("sub/a.pdf", found)


def test_the_manifest_does_not_depend_on_the_moment(tmp_path: Path) -> None:
    slow = Result("b.pdf", Outcome.OK, "", sha256="00", seconds=9.0, peak_mb=700, attempts=2, trace="x")
    quick = Result("b.pdf", Outcome.OK, "", sha256="00", seconds=0.1)
    Folder(tmp_path / "one").publish(private(tmp_path, "x"), slow, key="k")
    Folder(tmp_path / "two").publish(private(tmp_path, "x"), quick, key="k")
    manifests = [(tmp_path / out / "b.pdf" / "outcome.json").read_bytes() for out in ("one", "two")]
    assert manifests[0] == manifests[1]


@pytest.mark.parametrize("exchange", [True, False])
def test_replacing_a_folder_leaves_nothing_behind(
    tmp_path: Path, exchange: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not exchange:
        monkeypatch.setattr(folder, "_exchange", lambda one, other: False)
    first = private(tmp_path, "one")
    (first / "old.txt").write_text("only of the first")
    out = tmp_path / "out"
    before = Folder(out).publish(first, RESULT, key="k")
    work = private(tmp_path, "two")
    after = Folder(out).publish(work, RESULT, key="k")
    assert before != after
    assert sorted(path.name for path in (out / "sub/a.pdf").iterdir()) == [
        "outcome.json",
        "record.json",
        "text.txt",
    ]
    assert not work.exists()
    assert not work.with_name("replaced").exists()


@pytest.mark.skipif(
    os.name != "posix" or not Path("/proc").exists(), reason="folders change places on Linux only"
)
def test_a_reader_never_sees_a_document_missing_or_mixed(tmp_path: Path) -> None:
    out = tmp_path / "out"
    Folder(out).publish(private(tmp_path, "0"), RESULT, key="k")
    seen: set[int] = set()
    end = threading.Event()

    def read() -> None:
        while not end.is_set():
            descriptor = os.open(
                out / "sub/a.pdf", os.O_RDONLY
            )  # the folder itself, whatever its name becomes
            record = _read(descriptor, "record.json")
            text = _read(descriptor, "text.txt")
            os.close(descriptor)
            if record is not None and text is not None:  # else it was replaced and is being removed
                seen.add(len(text) - 1000 * len(record))

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(40):
        Folder(out).publish(private(tmp_path, "x" * number), RESULT, key="k")
    end.set()
    reader.join()
    assert seen == {0}


def _read(folder: int, name: str) -> bytes | None:
    try:
        descriptor = os.open(name, os.O_RDONLY, dir_fd=folder)
    except FileNotFoundError:
        return None
    with os.fdopen(descriptor, "rb") as file:
        return file.read()


def test_what_others_put_there_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "out" / "a.pdf").mkdir(parents=True)
    (tmp_path / "out" / "a.pdf" / "thesis.doc").write_text("years of work")
    (tmp_path / "out" / "b.pdf").write_text("a file")
    assert Folder(tmp_path / "out").is_foreign("a.pdf")
    assert Folder(tmp_path / "out").is_foreign("b.pdf")
    assert not Folder(tmp_path / "out").is_foreign("c.pdf")


def test_a_folder_that_cannot_be_written_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file where the folder should be")
    with pytest.raises(OutputError):
        Folder(tmp_path / "out").publish(private(tmp_path, "x"), RESULT, key="k")
