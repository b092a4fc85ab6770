"""Tesseract: what is installed, and how it is asked to read.

pytesseract knows where the program is. Pages are read by the library that belongs to it (`service`), and by
the program itself where there is none (`program`).
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from PIL import Image

from ...errors import JusteraError, OcrFailed, OcrUnavailable, TimeLimit
from . import program as _program
from . import service as _service
from . import sharing

INSTALL = "apt install tesseract-ocr tesseract-ocr-" + " tesseract-ocr-".join(
    ("swe", "script-latn", "eng", "osd")
)
"""What a user of Debian or Ubuntu types; `justera doctor` knows the other systems."""

PROBE_SECONDS = 20
"""A version or list of models takes 0.1 s."""

STRETCHES = 8
"""Images of lines in a request: 40 to 160 ms of reading for a millisecond of asking."""

VARIABLES = {"tessedit_do_invert": "0"}
"""Text is dark on light: not trying the inverse takes off 20 % of the time with the same output."""


@dataclass(frozen=True, slots=True)
class Reader:
    """How Tesseract is asked to read."""

    model: str
    psm: int = 3


def command() -> str:
    """The program's path.

    Raises:
        OcrUnavailable: it is not installed.
    """
    import pytesseract

    found: str | None = shutil.which(pytesseract.pytesseract.tesseract_cmd)
    if found is None:
        raise OcrUnavailable("Tesseract is not installed", next_step=f"install it: {INSTALL}")
    return found


@cache
def models(program: str) -> frozenset[str]:
    """Names of the installed models.

    Raises:
        OcrUnavailable: the program does not answer.
    """
    try:
        output = _program.run([program, "--list-langs"], PROBE_SECONDS)
    except (OcrFailed, TimeLimit) as error:
        raise OcrUnavailable(f"Tesseract does not answer ({error.what})") from error
    return frozenset(line.strip() for line in output.splitlines()[1:] if line.strip())


@cache
def version(program: str) -> str:
    """The program's own word for its version, e.g. "5.3.0".

    Raises:
        OcrUnavailable: the program does not answer.
    """
    try:
        output = _program.run([program, "--version"], PROBE_SECONDS)
    except (OcrFailed, TimeLimit) as error:
        raise OcrUnavailable(f"Tesseract does not answer ({error.what})") from error
    return output.split("\n", 1)[0].removeprefix("tesseract ").strip()


@cache
def model_folder(program: str) -> Path:
    """The folder of the installed models, which only the heading of their list names."""
    heading = _program.run([program, "--list-langs"], PROBE_SECONDS).split("\n", 1)[0]
    return Path(heading.partition('"')[2].partition('"')[0])


def model(wanted: str) -> str:
    """The installed name of a model, or of several joined by "+"; Debian's Latin is script/Latin elsewhere.

    Raises:
        OcrUnavailable: one of them is not installed.
    """
    installed = models(command())
    return "+".join(_installed_name(part, installed) for part in wanted.split("+"))


def _installed_name(wanted: str, installed: frozenset[str]) -> str:
    for name in (wanted, f"script/{wanted}", wanted.removeprefix("script/")):
        if name in installed:
            return name
    raise OcrUnavailable(f"the Tesseract model {wanted} is not installed", next_step=f"install it: {INSTALL}")


def read(images: Sequence[Image.Image], reader: Reader, *, dpi: float, seconds: float) -> list[str]:
    """One TSV table per image.

    Args:
        images: of mode L or 1.
        reader: model and page segmentation.
        dpi: of all images, pixels per inch.
        seconds: limit of each request, of all together where the library is missing.

    Raises:
        OcrUnavailable: the program or the model is missing.
        OcrFailed: it ended with an error, or left images out.
        TimeLimit: it was stopped.
    """
    tables = []
    for table in _asked(images, reader, dpi, seconds, together=STRETCHES):
        if isinstance(table, JusteraError):
            raise table
        tables.append(table)
    return tables


def read_each(
    images: Sequence[Image.Image], reader: Reader, *, dpi: float, seconds: float
) -> list[str | JusteraError]:
    """One TSV table per page, or why there is none; one bad page does not take the others with it.

    Raises:
        OcrUnavailable: the program or the model is missing.
    """
    tables = _asked(images, reader, dpi, seconds, together=1)
    if len(images) > 1 and not any(isinstance(table, str) for table in tables):
        # The program reads all in one start.
        tables = [table for image in images for table in _asked([image], reader, dpi, seconds, together=1)]
    return tables


def _asked(
    images: Sequence[Image.Image], reader: Reader, dpi: float, seconds: float, *, together: int
) -> list[str | JusteraError]:
    program, name = command(), model(reader.model)
    grey = [image if image.mode == "L" else image.convert("L") for image in images]
    kept = _service.service(program)
    if kept is not None:
        order = {"model": name, "psm": reader.psm, "dpi": round(dpi), "variables": VARIABLES}
        order |= {"folder": str(model_folder(program))}
        other = partial(_service.service, program, 1)
        return sharing.read(kept, other, grey, order, together=together, seconds=seconds)
    arguments = [program, "-l", name, "--psm", str(reader.psm), "--dpi", str(round(dpi))]
    for key, value in VARIABLES.items():
        arguments += ["-c", f"{key}={value}"]
    try:
        tables = _program.tables(_program.read(grey, [*arguments, "tsv"], seconds=seconds))
        if len(tables) != len(images):
            raise OcrFailed(f"Tesseract read {len(tables)} of {len(images)} images")
    except (OcrFailed, TimeLimit) as problem:
        return [problem] * len(images)
    return list(tables)


def orientation(image: Image.Image, *, dpi: float, seconds: float) -> tuple[int, float]:
    """Degrees clockwise that would turn the image upright, and Tesseract's confidence in that.

    0 with confidence 0 where there is too little text to tell.

    Raises:
        OcrUnavailable: the program or its osd model is missing.
        TimeLimit: it was stopped.
    """
    program, name = command(), model("osd")
    arguments = [program, "-l", name, "--psm", "0", "--dpi", str(round(dpi))]
    try:
        output = _program.read([image.convert("L")], arguments, seconds=seconds)
    except OcrFailed:
        return 0, 0.0
    values = dict(line.split(":", 1) for line in output.splitlines() if ":" in line)
    try:
        return int(values["Rotate"]), float(values["Orientation confidence"])
    except (KeyError, ValueError):
        return 0, 0.0
