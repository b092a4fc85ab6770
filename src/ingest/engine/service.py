"""Tesseract kept running: a process with its library, models loaded once for all pages and documents.

Starting the program costs 0.4 s of processor time with the Latin model and 0.1 s with any other; a page of a
scan needs four starts. Here a page that hangs or crashes the reader costs itself only: the process is killed
with its group, and the next page starts another.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from PIL import Image

from ... import companions
from ...errors import OcrFailed, TimeLimit
from . import program

LIBRARIES = (
    "lib/libtesseract.so.5",
    "lib64/libtesseract.so.5",
    "lib/*-linux-gnu*/libtesseract.so.5",
    "lib/libtesseract.5.dylib",
)
"""Where the library of a program in `bin` lies: with Debian, Fedora, conda, Homebrew."""

WORN_OUT = 20_000
"""Megapixels read (2,000 pages) after which the process is replaced, lest it grow without bound."""


LAST_BREATH_SECONDS = 0.2
"""Between the end of the pipe and that of the process: its own exit status says more than the kill's."""


READY = b"ready\n"
"""What the process says when it has loaded the library."""


def service(program: str, number: int = 0) -> Service | None:
    """The reader that belongs to the program; None where its library is not found or has failed to load.

    Args:
        program: Tesseract's path.
        number: of one of several readers side by side.
    """
    return _service(program, number, os.getpid())


@cache
def _service(program: str, number: int, owner: int) -> Service | None:
    """Of each process its own: a fork must not share its parent's pipe."""
    prefix = Path(program).resolve().parent.parent
    found = [path for pattern in LIBRARIES for path in prefix.glob(pattern)]
    made = Service(found[0]) if found and os.name == "posix" else None
    return made if made is not None and made.starts() else None


class Service:
    """A reader that is started when it is first needed. Use from one thread at a time."""

    def __init__(self, library: Path) -> None:
        self._library = library
        self._process: subprocess.Popen[bytes] | None = None
        self._megapixels = 0.0
        # At the end of this process the other one ends in order, and its time is counted with this one's.
        atexit.register(self.close)

    def read(self, images: Sequence[Image.Image], order: Mapping[str, Any], *, seconds: float) -> list[str]:
        """One TSV table per image.

        Args:
            images: of mode L.
            order: `folder` of the models, `model`, `variables`, `psm`, `dpi`.
            seconds: limit for all together.

        Raises:
            OcrFailed: an image cannot be read, or the reader died of it.
            TimeLimit: it was stopped.
        """
        process = self._running()
        if process is None:
            raise OcrFailed("Tesseract's library does not start any more")
        end = time.monotonic() + seconds
        # Whoever waits on a pipe, in either direction, wakes up when the process is killed.
        timer = threading.Timer(seconds, program.kill_group, (process.pid,))
        timer.daemon = True
        timer.start()
        try:
            return self._asked(process, images, dict(order))
        except (BrokenPipeError, EOFError) as error:
            status = self.close()
            if time.monotonic() >= end:
                raise TimeLimit(f"Tesseract took longer than {seconds:.0f} s") from error
            raise OcrFailed(f"Tesseract ended with {status}") from error
        except BaseException:
            # Half a request is in the pipe.
            self.close()
            raise
        finally:
            timer.cancel()

    def close(self) -> int | None:
        """End the process; its exit status, None where there is none."""
        if self._process is None:
            return None
        process, self._process = self._process, None
        companions.forget(process.pid)
        assert process.stdin is not None
        with suppress(BrokenPipeError):
            process.stdin.close()
        with suppress(subprocess.TimeoutExpired):
            process.wait(LAST_BREATH_SECONDS)
        program.kill(process)
        return process.returncode

    def starts(self) -> bool:
        """True where the library can be loaded; of another build or system it cannot."""
        return self._running() is not None

    def _running(self) -> subprocess.Popen[bytes] | None:
        if self._megapixels > WORN_OUT or (self._process is not None and self._process.poll() is not None):
            self.close()
        if self._process is None:
            self._megapixels = 0.0
            script = str(Path(__file__).with_name("library.py"))
            self._process = subprocess.Popen(
                [sys.executable, "-I", "-S", script, str(self._library)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, **program.ENVIRONMENT},
                start_new_session=True,
            )
            companions.keep(self._process.pid)
            assert self._process.stdout is not None
            if self._process.stdout.readline() != READY:
                self.close()
        return self._process

    def _asked(
        self, process: subprocess.Popen[bytes], images: Sequence[Image.Image], order: dict[str, Any]
    ) -> list[str]:
        assert process.stdin is not None and process.stdout is not None
        order["sizes"] = [image.size for image in images]
        process.stdin.write(json.dumps(order).encode() + b"\n")
        for image in images:
            process.stdin.write(image.tobytes())
        process.stdin.flush()
        self._megapixels += sum(image.width * image.height for image in images) / 1e6
        answers = []
        for _ in images:
            answer = process.stdout.readline()
            if not answer.endswith(b"\n"):
                raise EOFError
            answers.append(json.loads(answer))
        if None in answers:
            raise OcrFailed(f"Tesseract could not read {answers.count(None)} of {len(images)} images")
        return answers
