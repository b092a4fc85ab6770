"""Tesseract's library in a process of its own: models are loaded once, images come over a pipe.

Run by its path, `python -I -S library.py PATH-OF-LIBRARY`, with nothing but the standard library, so that it
starts in 30 ms. A request is a line of JSON (folder, model, variables, psm, dpi, sizes) and then the images'
bytes, eight bits a pixel; the answer is a line of JSON for each image, its TSV table or null where it cannot
be read. The process ends with the pipe, or with who started it.

The functions are those of tesseract/capi.h, stable since Tesseract 3.
"""

from __future__ import annotations

import ctypes
import json
import os
import signal
import sys
from collections.abc import Sequence
from typing import Any, BinaryIO

PR_SET_PDEATHSIG = 1
"""linux/prctl.h."""

Handle = ctypes.c_void_p

PROTOTYPES: dict[str, tuple[Any, tuple[Any, ...]]] = {
    "TessBaseAPICreate": (Handle, ()),
    "TessBaseAPIInit3": (ctypes.c_int, (Handle, ctypes.c_char_p, ctypes.c_char_p)),
    "TessBaseAPISetVariable": (ctypes.c_int, (Handle, ctypes.c_char_p, ctypes.c_char_p)),
    "TessBaseAPISetPageSegMode": (None, (Handle, ctypes.c_int)),
    "TessBaseAPISetImage": (None, (Handle, ctypes.c_char_p, *[ctypes.c_int] * 4)),
    "TessBaseAPISetSourceResolution": (None, (Handle, ctypes.c_int)),
    "TessBaseAPIRecognize": (ctypes.c_int, (Handle, ctypes.c_void_p)),
    "TessBaseAPIGetTsvText": (ctypes.c_void_p, (Handle, ctypes.c_int)),
    "TessBaseAPIClear": (None, (Handle,)),
    "TessDeleteText": (None, (ctypes.c_void_p,)),
}
"""Result and arguments of each function."""


class Library:
    """libtesseract with the models that have been asked for so far."""

    def __init__(self, path: str) -> None:
        self._tesseract = ctypes.CDLL(path)
        for name, (result, arguments) in PROTOTYPES.items():
            function = getattr(self._tesseract, name)
            function.restype, function.argtypes = result, arguments
        self._handles: dict[tuple[str, str, str], Any] = {}

    def read(self, order: dict[str, Any], size: Sequence[int], pixels: bytes) -> str | None:
        """The TSV table of an image; None where the model or the image cannot be read."""
        call, (width, height) = self._tesseract, size
        handle = self._handle(order["folder"], order["model"], order["variables"])
        if handle is None:
            return None
        call.TessBaseAPISetPageSegMode(handle, order["psm"])
        call.TessBaseAPISetImage(handle, pixels, width, height, 1, width)
        call.TessBaseAPISetSourceResolution(handle, order["dpi"])
        if call.TessBaseAPIRecognize(handle, None) != 0:
            return None
        text = call.TessBaseAPIGetTsvText(handle, 0)
        table = ctypes.string_at(text).decode("utf-8", "replace")
        call.TessDeleteText(text)
        call.TessBaseAPIClear(handle)
        return table

    def _handle(self, folder: str, model: str, variables: dict[str, str]) -> Any:
        key = folder, model, json.dumps(variables, sort_keys=True)
        if key not in self._handles:
            handle = self._tesseract.TessBaseAPICreate()
            if self._tesseract.TessBaseAPIInit3(handle, os.fsencode(folder), model.encode()) != 0:
                return None
            for name, value in variables.items():
                self._tesseract.TessBaseAPISetVariable(handle, name.encode(), value.encode())
            self._handles[key] = handle
        return self._handles[key]


def main() -> None:
    """Answer until the pipe ends."""
    _die_with_parent()
    answers = os.fdopen(os.dup(1), "w", encoding="ascii")
    # Whatever the library prints must not get between the answers.
    os.dup2(2, 1)
    library = Library(sys.argv[1])
    print("ready", file=answers, flush=True)
    while line := sys.stdin.buffer.readline():
        order = json.loads(line)
        images = [(size, _pixels(sys.stdin.buffer, size)) for size in order["sizes"]]
        for size, pixels in images:
            print(json.dumps(library.read(order, size, pixels)), file=answers, flush=True)


def _pixels(pipe: BinaryIO, size: Sequence[int]) -> bytes:
    width, height = size
    return pipe.read(width * height)


def _die_with_parent() -> None:
    """A session of its own would outlive a parent that a guard kills."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


if __name__ == "__main__":
    main()
