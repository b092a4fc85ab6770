from __future__ import annotations

import os
import unicodedata
from pathlib import PurePosixPath

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from justera.batch import names
from justera.printable import visible

PARTS = st.binary(min_size=1, max_size=60).map(
    lambda raw: os.fsdecode(raw.replace(b"/", b"_").replace(b"\0", b"0"))
)
"""Any name that a file system may hold, broken encodings too."""

PATHS = st.lists(PARTS.filter(lambda part: part not in (".", "..")), min_size=1, max_size=4).map("/".join)


@given(PATHS)
@example("a\nb.pdf")
@example("100%.pdf")
@example("%0A.pdf")
@example("%\n41")
@example(".dold/.fil.pdf")
@example("run.json")
@example(os.fsdecode(b"latin1-\xe5\xe4\xf6.pdf"))
def test_a_safe_name_can_be_undone(path: str) -> None:
    assert names.original(names.safe(path)) == path


@given(PATHS)
def test_a_safe_name_is_safe(path: str) -> None:
    name = names.safe(path)
    assert name.encode().decode() == name
    assert not any(unicodedata.category(char) in ("Cc", "Zl", "Zp") for char in name)
    assert all(part and not part.startswith(".") for part in name.split("/"))
    assert name.split("/")[0].casefold() not in names.RESERVED
    assert names.safe(name) == name or "%" in name


@given(
    st.text(alphabet="abcåäöÅÄÖ §(),-_0123456789", min_size=1, max_size=40).filter(
        lambda text: text[0] != "."
    )
)
def test_ordinary_names_stay_as_they_are(name: str) -> None:
    assert names.safe(f"{name}.pdf") == f"{name}.pdf"


@pytest.mark.parametrize(
    "path", ["å" * 250 + ".pdf", "x" * 255, "/".join(["djup" * 30] * 30) + "/a.pdf", "\n" * 255]
)
def test_names_beyond_what_file_systems_take_are_cut_and_stay_different(path: str) -> None:
    name = names.safe(path)
    assert len(name.encode()) <= names.LONGEST_NAME
    assert all(len(part.encode()) <= 255 for part in name.split("/"))
    assert names.safe(path + "x") != name
    assert names.safe("y" + path) != name


@given(PATHS, st.integers(2, 99))
def test_numbered_names_keep_folder_and_extension(path: str, number: int) -> None:
    name = names.safe(path)
    assume(len(name) < 200)
    second = names.numbered(name, number)
    assert second != name
    assert second.rpartition("/")[0] == name.rpartition("/")[0]
    assert PurePosixPath(second).suffix == PurePosixPath(name).suffix


def test_what_some_file_system_takes_for_the_same_is_the_same() -> None:
    assert names.folded("Årende.PDF") == names.folded(unicodedata.normalize("NFD", "årende.pdf"))
    assert names.folded("STRASSE") == names.folded("straße")


def test_any_name_can_be_shown_on_one_line() -> None:
    assert visible("a\u202efdp.exe\u2028b") == "a\\u202efdp.exe\\u2028b"
    assert visible(os.fsdecode(b"a\n\xe5\x1b[2J.pdf")) == "a\\x0a\\xe5\\x1b[2J.pdf"
