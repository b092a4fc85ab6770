from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from justera.batch.found import Found
from justera.batch.inventory import find
from justera.errors import MissingInput, UsageError

PDF = b"%PDF-1.7\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "in"
    made.mkdir()
    return made


def listed(*inputs: Path, out: Path) -> dict[str, Found]:
    found = list(find(inputs, out))
    assert len({one.relative for one in found}) == len(found)
    return {one.relative: one for one in found}


def test_folders_are_read_recursively_in_a_fixed_order(folder: Path, tmp_path: Path) -> None:
    for name in ("b.pdf", "a.pdf", "å.PDF", "sub/c.tiff", "Z.txt", "sub/deep/d.JPEG"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(PDF)
    order = [one.relative for one in find([folder], tmp_path / "out")]
    assert order == ["Z.txt", "a.pdf", "b.pdf", "sub/c.tiff", "sub/deep/d.JPEG", "å.PDF"]


def test_other_files_are_skipped_by_their_bytes_not_their_names(folder: Path, tmp_path: Path) -> None:
    (folder / "letter.docx").write_bytes(b"PK\x03\x04")
    (folder / "post.zip").write_bytes(b"PK\x03\x04\x14\x00a.pdf" + PDF)
    (folder / "notes.md").write_text("text")
    (folder / "scan.bak").write_bytes(PDF)
    (folder / "scan").write_bytes(b"\x89PNG\r\n\x1a\n")
    found = listed(folder, out=tmp_path / "out")
    assert {name: bool(one.skip) for name, one in found.items()} == {
        "letter.docx": True,
        "post.zip": True,
        "notes.md": True,
        "scan.bak": False,
        "scan": False,
    }


def test_a_file_that_is_named_is_read_whatever_it_is_called(folder: Path, tmp_path: Path) -> None:
    (folder / ".hidden.md").write_text("text")
    found = listed(folder / ".hidden.md", out=tmp_path / "out")
    assert not found[".hidden.md"].skip


def test_hidden_files_and_desktop_companions_are_no_inputs(folder: Path, tmp_path: Path) -> None:
    (folder / ".git").mkdir()
    (folder / ".git" / "a.pdf").write_bytes(PDF)
    for name in (".a.pdf", "Thumbs.db", "desktop.ini"):
        (folder / name).write_bytes(PDF)
    assert all(one.hidden for one in find([folder], tmp_path / "out"))


def test_pipes_sockets_and_devices_are_not_opened(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(folder / "pipe.pdf")
    monkeypatch.chdir(folder)
    with socket.socket(socket.AF_UNIX) as unix:
        unix.bind("socket.pdf")
        (folder / "null.pdf").symlink_to("/dev/null")
        found = listed(folder, out=tmp_path / "out")
    assert {one.skip for one in found.values()} == {"not a file: a pipe, socket or device"}
    assert len(found) == 3
    assert listed(folder / "pipe.pdf", out=tmp_path / "out")["pipe.pdf"].skip


def test_links(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "real.pdf").write_bytes(PDF)
    (folder / "good.pdf").symlink_to(tmp_path / "real.pdf")
    (folder / "broken.pdf").symlink_to(tmp_path / "nothing.pdf")
    (folder / "self.pdf").symlink_to(folder / "self.pdf")
    (folder / "circle").symlink_to(folder)
    found = listed(folder, out=tmp_path / "out")
    assert not found["good.pdf"].skip and not found["good.pdf"].fault
    assert found["broken.pdf"].fault and found["self.pdf"].fault
    assert "link to a folder" in found["circle"].skip


def test_the_output_folder_may_lie_inside_and_is_no_input(folder: Path, tmp_path: Path) -> None:
    (folder / "a.pdf").write_bytes(PDF)
    out = folder / "out"
    (out / "a.pdf").mkdir(parents=True)
    (out / "a.pdf" / "text.txt").write_text("read before")
    (folder / "other" / ".justera").mkdir(parents=True)
    (folder / "other" / "b.pdf").write_bytes(PDF)
    found = listed(folder, out=out)
    assert set(found) == {"a.pdf", "other"}
    assert found["other"].skip == "an output folder of justera"


@pytest.mark.parametrize("inside", [".", "a.pdf", "a.pdf/text.txt"])
def test_inputs_in_the_output_folder_are_refused(tmp_path: Path, inside: str) -> None:
    (tmp_path / "out" / "a.pdf").mkdir(parents=True)
    (tmp_path / "out" / "a.pdf" / "text.txt").write_text("read before")
    with pytest.raises(UsageError, match="lies in the output folder"):
        list(find([tmp_path / "out" / inside], tmp_path / "out"))


def test_an_input_that_is_not_there_is_told_before_anything_is_read(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(MissingInput):
        next(find([folder, tmp_path / "nothing"], tmp_path / "out"))


def test_a_deep_tree_is_no_recursion(folder: Path, tmp_path: Path) -> None:
    below = [str(folder)]
    for _ in range(1_200):
        below.append(f"{below[-1]}/d")
        os.mkdir(below[-1])  # noqa: PTH102 - makedirs would be the recursion
    document = Path(f"{below[-1]}/a.pdf")
    document.write_bytes(PDF)
    assert len(list(find([folder], tmp_path / "out"))) == 1
    document.unlink()
    for path in reversed(below):
        Path(path).rmdir()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may open everything")
def test_a_closed_folder_is_a_fault_not_a_gap(folder: Path, tmp_path: Path) -> None:
    (folder / "closed").mkdir(mode=0)
    (fault,) = find([folder], tmp_path / "out")
    assert "cannot be opened" in fault.fault
