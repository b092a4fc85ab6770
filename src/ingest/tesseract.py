"""Tesseract, and all that is known here about running it.

pytesseract knows where the program is; it is started here and not there, because a run that hangs
(1 to 3 of 100,000 large images do, tesseract#3377) must be killed with its whole process group.
Images go through memory, as PGM: no PNG is encoded and nothing is left behind when the process dies.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from PIL import Image

from ..errors import OcrFailed, OcrUnavailable, TimeLimit

INSTALL = "apt install tesseract-ocr tesseract-ocr-" + " tesseract-ocr-".join(
    ("swe", "script-latn", "eng", "osd")
)
"""What a user of Debian or Ubuntu types; `justera doctor` knows the other systems."""

PROBE_SECONDS = 20
"""A version or list of models takes 0.1 s."""

BASE_VARIABLES = {"tessedit_do_invert": "0"}
"""Text is dark on light: not trying the inverse takes off 20 % of the time with the same output."""


@dataclass(frozen=True, slots=True)
class Reader:
    """How Tesseract is asked to read."""

    model: str
    psm: int = 3
    variables: Mapping[str, str] = field(default_factory=dict)


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
        output = _run([program, "--list-langs"], (), PROBE_SECONDS)
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
        output = _run([program, "--version"], (), PROBE_SECONDS)
    except (OcrFailed, TimeLimit) as error:
        raise OcrUnavailable(f"Tesseract does not answer ({error.what})") from error
    return output.split("\n", 1)[0].removeprefix("tesseract ").strip()


@cache
def model_folder(program: str) -> Path:
    """The folder of the installed models, which only the heading of their list names."""
    heading = _run([program, "--list-langs"], (), PROBE_SECONDS).split("\n", 1)[0]
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
    """One TSV table per image, all read in one start of the program.

    Args:
        images: of mode L or 1.
        reader: model and page segmentation.
        dpi: of all images, pixels per inch.
        seconds: limit for all together.

    Raises:
        OcrUnavailable: the program or the model is missing.
        OcrFailed: it ended with an error, or left images out.
        TimeLimit: it was stopped.
    """
    program, name = command(), model(reader.model)
    variables = BASE_VARIABLES | dict(reader.variables)
    with _in_memory([_pgm(image) for image in images]) as (listing, descriptors):
        arguments = [program, listing, "-", "-l", name, "--psm", str(reader.psm), "--dpi", str(round(dpi))]
        for key, value in variables.items():
            arguments += ["-c", f"{key}={value}"]
        output = _run([*arguments, "tsv"], descriptors, seconds)
    tables = _per_image(output)
    if len(tables) != len(images):
        raise OcrFailed(f"Tesseract read {len(tables)} of {len(images)} images")
    return tables


def orientation(image: Image.Image, *, dpi: float, seconds: float) -> tuple[int, float]:
    """Degrees clockwise that would turn the image upright, and Tesseract's confidence in that.

    0 with confidence 0 where there is too little text to tell.

    Raises:
        OcrUnavailable: the program or its osd model is missing.
        TimeLimit: it was stopped.
    """
    program, name = command(), model("osd")
    with _in_memory([_pgm(image)]) as (listing, descriptors):
        arguments = [program, listing, "-", "-l", name, "--psm", "0", "--dpi", str(round(dpi))]
        try:
            output = _run(arguments, descriptors, seconds)
        except OcrFailed:
            return 0, 0.0
    values = dict(line.split(":", 1) for line in output.splitlines() if ":" in line)
    try:
        return int(values["Rotate"]), float(values["Orientation confidence"])
    except (KeyError, ValueError):
        return 0, 0.0


def _pgm(image: Image.Image) -> bytes:
    grey = image if image.mode == "L" else image.convert("L")
    return b"P5 %d %d 255\n" % grey.size + grey.tobytes()


def _per_image(output: str) -> list[str]:
    """Tesseract writes one table for all images; a row of level 1 starts each image."""
    rows = output.splitlines()[1:]
    starts = [index for index, row in enumerate(rows) if row.startswith("1\t")]
    return ["\n".join(rows[start:end]) for start, end in zip(starts, [*starts[1:], len(rows)], strict=True)]


@contextmanager
def _in_memory(files: Sequence[bytes]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Path of a file that lists the files' paths, and the descriptors that a child must inherit."""
    with ExitStack() as stack:
        if sys.platform == "linux":
            paths, descriptors = _as_memory_files(files, stack)
        else:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="justera-")))
            paths, descriptors = _as_temporary_files(files, folder), ()
        yield paths, descriptors


def _as_memory_files(files: Sequence[bytes], stack: ExitStack) -> tuple[str, tuple[int, ...]]:
    descriptors: list[int] = []

    def keep(data: bytes) -> str:
        descriptor = os.memfd_create("justera")
        stack.callback(os.close, descriptor)
        descriptors.append(descriptor)
        with os.fdopen(os.dup(descriptor), "wb") as file:
            file.write(data)
        return f"/proc/self/fd/{descriptor}"

    listing = "".join(f"{keep(data)}\n" for data in files)
    return keep(listing.encode()), tuple(descriptors)


def _as_temporary_files(files: Sequence[bytes], folder: Path) -> str:
    paths = [folder / f"{index}.pgm" for index in range(len(files))]
    for path, data in zip(paths, files, strict=True):
        path.write_bytes(data)
    listing = folder / "list.txt"
    listing.write_text("".join(f"{path}\n" for path in paths))
    return str(listing)


def _run(arguments: Sequence[str], descriptors: Sequence[int], seconds: float) -> str:
    """Standard output of the program.

    One thread each (OMP_THREAD_LIMIT): with more, a page takes twice as long, five times with a neighbour.

    Raises:
        OcrUnavailable, OcrFailed, TimeLimit.
    """
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1", "LC_ALL": "C.UTF-8"}
    try:
        process = subprocess.Popen(
            arguments,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment,
            pass_fds=descriptors,
            start_new_session=True,
            preexec_fn=_die_with_parent if sys.platform == "linux" else None,
        )
    except OSError as error:
        raise OcrUnavailable(f"Tesseract cannot be started ({error.strerror})") from error
    try:
        output, complaint = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired as error:
        raise TimeLimit(f"Tesseract took longer than {seconds:.0f} s") from error
    finally:
        _kill_group(process)
    if process.returncode != 0:
        last = complaint.decode("utf-8", "replace").strip().splitlines()[-1:]
        raise OcrFailed(f"Tesseract ended with {process.returncode} ({' '.join(last)[:200]})")
    return output.decode("utf-8", "replace")


PR_SET_PDEATHSIG = 1
"""linux/prctl.h."""

_libc = ctypes.CDLL(None) if sys.platform == "linux" else None


def _die_with_parent() -> None:
    """In the child: a session of its own would outlive a parent that a guard kills."""
    if _libc is not None:
        _libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    """End the process and all that it started; also after success, as a child may hold on."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    for pipe in (process.stdout, process.stderr):
        if pipe is not None:
            pipe.close()
