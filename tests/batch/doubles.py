"""Stages that misbehave: a document's text says what is to happen when it is read."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from justera import progress
from justera.batch.job import Job
from justera.batch.outcome import Facts
from justera.errors import EncryptedPdf, OutputError
from justera.settings import Settings

MEGABYTE = 2**20


def play(job: Job, settings: Settings, folder: Path) -> Facts:
    """Do what the document says; "ok" and most faults are functions below."""
    words = Path(job.path).read_text().split()
    told = globals()[words[0]](*words[1:]) if words else None
    padding = " " * int(words[1]) if words[:1] == ["large"] else ""
    (folder / "record.json").write_text(f'{{"read": "{job.name.encode().hex()}"}}{padding}')
    return told or Facts(pages=1, decisions=2, repairs=3, grade="god")


def ok(seconds: str = "0") -> None:
    progress.pages(1)
    progress.page(1)
    time.sleep(float(seconds))


def large(size: str) -> None:
    """Its record takes that many bytes."""


def review() -> Facts:
    return Facts(pages=1, doubtful=2, findings=1, grade="granska")


def die() -> None:
    os._exit(9)


def segfault() -> None:
    ctypes.string_at(0)


def killed() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def slow_bomb() -> None:
    hoard = []
    while True:
        hoard.append(bytearray(20 * MEGABYTE))
        time.sleep(0.02)


def instant_bomb() -> None:
    hoard = b"x" * (400 * MEGABYTE)
    time.sleep(5)
    del hoard


def bomb_in_child() -> None:
    code = f"import time; hoard = b'x' * {400 * MEGABYTE}; time.sleep(60)"
    subprocess.run([sys.executable, "-c", code], check=False)


def hang() -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    time.sleep(1000)


def child_hang() -> None:
    """A tool that hangs, in a session of its own and deaf to SIGTERM."""
    subprocess.run(["sh", "-c", "trap '' TERM; sleep 1000"], start_new_session=True, check=False)


def stand_still() -> None:
    progress.pages(500)
    progress.page(1)
    time.sleep(1000)


def leave_stray() -> None:
    subprocess.Popen(["sleep", "1000"], start_new_session=True)


def noise() -> None:
    """A C library that prints on standard output, where the answers go."""
    os.write(1, b'{"event": "done"}\nnonsense\n' * 100)
    print("more nonsense")


def endless_line() -> None:
    """Fill the pipe of the answers itself."""
    for descriptor in range(3, 20):
        try:
            while True:
                os.write(descriptor, b"x" * 65536)
        except OSError:
            continue


def bug() -> None:
    raise ValueError("Anna Andersson has protected identity")


def recursion() -> None:
    recursion()


def no_memory() -> None:
    raise MemoryError


def encrypted() -> None:
    raise EncryptedPdf("the PDF needs a password")


def full_disk() -> None:
    raise OutputError("no space left on device")


def pages(*faults: str) -> Facts:
    """Pages 1 to 5; "3:die" is what happens at page 3. A refused page is lost, as in a real reader."""
    told = dict(fault.split(":") for fault in faults)
    lost = []
    progress.pages(5)
    for number in range(1, 6):
        try:
            progress.page(number)
            globals()[told.get(str(number), "ok")]()
        except Exception:
            lost.append(number)
    progress.done()
    return Facts(pages=5, lost_pages=tuple(lost), grade="god")


def logged(seconds: str, log: str, who: str = "") -> None:
    """Note when reading began and ended."""
    who = who or str(os.getpid())
    with Path(log).open("a") as file:
        print("begin", who, file=file, flush=True)
        time.sleep(float(seconds))
        print("end", who, file=file, flush=True)


def greedy(marker: str, log: str, *padding: str) -> None:
    """Run out of memory the first time, and do well the second."""
    if not Path(marker).exists():
        Path(marker).touch()
        slow_bomb()
    logged("0.3", log, "greedy")


def once(marker: str) -> None:
    """Die the first time, and do well the second."""
    if not Path(marker).exists():
        Path(marker).touch()
        os._exit(1)
