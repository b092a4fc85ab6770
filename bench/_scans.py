"""Image-only scans with their truth, and what a command took while others may have been at work."""

from __future__ import annotations

import ctypes
import os
import resource
import subprocess
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tools.layouts.invent import invent

from justera.check.measures import TextCounts, compare

FIRST_SEED = 9100
"""Seeds that nothing was built on begin here."""

KINDS = ("protokoll", "tjansteskrivelse", "protokoll", "protokollsutdrag")


@dataclass(frozen=True, slots=True)
class Scans:
    """Documents in a folder."""

    folder: Path
    truths: dict[str, str]
    """File name to text, pages separated by form feeds."""

    @property
    def pages(self) -> int:
        """Of all documents."""
        return sum(text.count("\f") + 1 for text in self.truths.values())


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took."""

    wall: float
    cpu: float
    """Seconds of all its processes that have ended."""
    foreign: float
    """Cores that others kept busy meanwhile, on average."""


def scans(folder: Path, pages: int, quality: str = "office") -> Scans:
    """At least so many pages of invented documents, printed, scanned and without a text layer."""
    folder.mkdir(parents=True)
    truths: dict[str, str] = {}
    made = Scans(folder, truths)
    seed = FIRST_SEED
    while not truths or made.pages < pages:
        document = invent(seed, kind=KINDS[seed % len(KINDS)], quality=quality, held_out=True)
        name = f"{seed} {document.name}"
        (folder / name).write_bytes(document.data)
        truths[name] = document.text
        seed += 1
    return made


def one_pagers(folder: Path, documents: int) -> None:
    """Born-digital documents of one page each."""
    seed = FIRST_SEED
    while documents:
        document = invent(seed, kind="tjansteskrivelse", quality="print")
        if "\f" not in document.text:
            (folder / f"{seed}.pdf").write_bytes(document.data)
            documents -= 1
        seed += 1


def character_errors(truths: dict[str, str], texts: dict[str, str]) -> float:
    """Share of characters that are wrong, over all documents together."""
    total = TextCounts()
    for name, truth in truths.items():
        total = total + compare(texts[name], truth)
    return total.cer


def timed(*commands: list[str], **environment: str) -> Cost:
    """Run commands at the same time, each to its end; outcomes 3 and 4 of a run are ends too."""
    _adopt_orphans()
    before, busy, began = resource.getrusage(resource.RUSAGE_CHILDREN), _busy(), time.monotonic()
    running = [
        subprocess.Popen(
            one, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, **environment}
        )
        for one in commands
    ]
    for one in running:
        if one.wait() not in (0, 3, 4):
            raise RuntimeError(f"exit status {one.returncode} of {one.args!r}")
    wall = time.monotonic() - began
    _await_orphans()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(wall, cpu, max(0.0, (_busy() - busy - cpu) / wall))


PR_SET_CHILD_SUBREAPER = 36
"""linux/prctl.h."""


def _adopt_orphans() -> None:
    """Processes whose parents were killed become this one's, and their time counts."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)


def _await_orphans() -> None:
    """Those that are killed have ended at once; what lives on is somebody else's."""
    end = time.monotonic() + 5
    with suppress(ChildProcessError):
        while time.monotonic() < end:
            process, _ = os.waitpid(-1, os.WNOHANG)
            if process == 0:
                time.sleep(0.05)


def _busy() -> float:
    """Seconds that all cores were busy since the machine began; what a host took away counts too."""
    fields = Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:]
    user, nice, system, _idle, _wait, irq, soft, steal = map(int, fields[:8])
    return (user + nice + system + irq + soft + steal) / os.sysconf("SC_CLK_TCK")
