from __future__ import annotations

import struct
from pathlib import Path

import pytest

from justera.errors import OcrUnavailable
from justera.ingest.engine.traineddata import LSTM_UNICHARSET, characters

COMPONENTS = 24


def model(path: Path, unicharset: str) -> Path:
    """A model file with one component, as Tesseract lays it out."""
    start = 4 + 8 * COMPONENTS
    offsets = [-1] * COMPONENTS
    offsets[LSTM_UNICHARSET] = start
    path.write_bytes(struct.pack(f"<i{COMPONENTS}q", COMPONENTS, *offsets) + unicharset.encode())
    return path


def test_the_characters_of_a_model(tmp_path: Path) -> None:
    path = model(tmp_path / "x.traineddata", "3\nNULL 0 Common 0\nå 3 0,255 Latin 1\n§ 10 Common 2\n")
    assert {"å", "§"} <= characters(path)
    assert "%" not in characters(path)


@pytest.mark.parametrize("data", [b"", b"abc", b"%PDF-1.4 not a model at all" * 10, b"\0" * 400])
def test_what_is_no_model_is_said_so(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.traineddata"
    path.write_bytes(data)
    with pytest.raises(OcrUnavailable, match=r"x\.traineddata"):
        characters(path)
