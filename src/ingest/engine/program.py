"""Tesseract's program: for questions, and for reading where its library cannot be had (see `service`).

It is started here and not by pytesseract, because a run that hangs (1 to 3 of 100,000 large images do,
tesseract#3377) must be killed with its whole process group. Images go through memory, as PGM: no PNG is
encoded and nothing is left behind when the process dies.
"""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from PIL import Image

from ...errors import OcrFailed, OcrUnavailable, TimeLimit

ENVIRONMENT = {"OMP_THREAD_LIMIT": "1", "LC_ALL": "C.UTF-8"}
"""One thread each: with more, a page takes twice as long, five times with a neighbour."""


def read(images: Sequence[Image.Image], arguments: Sequence[str], *, seconds: float) -> str:
    """What the program prints of the images, all read in one start.

    Args:
        images: of mode L.
        arguments: the program first, then options.
        seconds: limit for all together.

    Raises:
        OcrUnavailable, OcrFailed, TimeLimit.
    """
    with _in_memory([_pgm(image) for image in images]) as (listing, descriptors):
        return run([arguments[0], listing, "-", *arguments[1:]], seconds, descriptors)


def tables(output: str) -> list[str]:
    """The parts of one table for all images; a row of level 1 starts each image."""
    rows = output.splitlines()[1:]
    starts = [index for index, row in enumerate(rows) if row.startswith("1\t")]
    return ["\n".join(rows[start:end]) for start, end in zip(starts, [*starts[1:], len(rows)], strict=True)]


def _pgm(image: Image.Image) -> bytes:
    return b"P5 %d %d 255\n" % image.size + image.tobytes()


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


def run(arguments: Sequence[str], seconds: float, descriptors: Sequence[int] = ()) -> str:
    """Standard output of the program; it inherits the descriptors.

    Raises:
        OcrUnavailable, OcrFailed, TimeLimit.
    """
    try:
        process = subprocess.Popen(
            arguments,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, **ENVIRONMENT},
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
        kill(process)
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


def kill_group(process: int) -> None:
    """End a process that leads a group, and all that it started; nothing where there is none."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process, signal.SIGKILL)


def kill(process: subprocess.Popen[bytes]) -> None:
    """End the process and all that it started; also after success, as a child may hold on."""
    kill_group(process.pid)
    process.wait()
    for pipe in (process.stdin, process.stdout, process.stderr):
        if pipe is not None:
            with suppress(BrokenPipeError):
                pipe.close()
