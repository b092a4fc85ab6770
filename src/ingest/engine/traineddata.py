"""What a Tesseract model can print, read from the model file itself.

A model can only print the characters of its own set: Debian's `swe` has no §, % or @ and prints
something else in their place without a word (tesseract#2078). Asking the file is the only way to know.

Layout of a .traineddata file (tesseract, ccutil/tessdatamanager.h): an int32 with the number of
components, as many int64 offsets (-1 for a missing one), then the components.
"""

from __future__ import annotations

import struct
from pathlib import Path

from ...errors import OcrUnavailable

LSTM_UNICHARSET = 21
"""TESSDATA_LSTM_UNICHARSET: the characters of the LSTM network."""

LARGEST_COMPONENT_COUNT = 64
"""Tesseract 5 has 24; more than this means the file is something else."""


def characters(path: Path) -> frozenset[str]:
    """The characters (and ligatures) that the model at `path` can print.

    Raises:
        OcrUnavailable: the file is no Tesseract LSTM model.
    """
    lines = _component(path.read_bytes(), LSTM_UNICHARSET, path).decode("utf-8").splitlines()
    return frozenset(line.split(" ", 1)[0] for line in lines[1:])


def _component(data: bytes, index: int, path: Path) -> bytes:
    try:
        (count,) = struct.unpack_from("<i", data)
        if not index < count <= LARGEST_COMPONENT_COUNT:
            raise ValueError(f"{count} components")
        offsets = struct.unpack_from(f"<{count}q", data, 4)
    except (struct.error, ValueError) as error:
        raise OcrUnavailable(f"{path.name} is no Tesseract model with an LSTM network") from error
    if offsets[index] < 0:
        raise OcrUnavailable(f"{path.name} has no LSTM network")
    ends = [offset for offset in offsets if offset > offsets[index]]
    return data[offsets[index] : min(ends, default=len(data))]
