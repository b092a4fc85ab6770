"""`justera run`: documents in, records out."""

from __future__ import annotations

import signal
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..errors import UsageError
from ..exit_code import ExitCode
from ..ocr_mode import OcrMode
from . import messages
from .wording import several

if TYPE_CHECKING:
    from ..batch import Options, Summary
    from ..batch import Retry as BatchRetry
    from ..settings import Settings


class Retry(StrEnum):
    """Which finished documents are read again."""

    NONE = "none"
    FAILED = "failed"
    ALL = "all"


class Engine(StrEnum):
    """Where documents are read."""

    LOCAL = "local"
    INLINE = "inline"
    DASK = "dask"


Inputs = Annotated[
    list[str],
    typer.Argument(help="Files, folders or URLs of PDF, TIFF, PNG, JPEG and TXT.", metavar="INPUT..."),
]
Out = Annotated[str, typer.Option("--out", "-o", help="Folder for the results, or its URL.")]
Ocr = Annotated[
    OcrMode | None,
    typer.Option(
        help="Text layers: auto judges each, keep uses them, redo and force read the image.",
        show_default="auto",
    ),
]
Pages = Annotated[str | None, typer.Option(help='Pages to read, e.g. "1-3,8".')]
Jobs = Annotated[
    int | None, typer.Option("--jobs", "-j", help="Documents at a time; 0 for one on each core.", min=0)
]
Formats = Annotated[
    list[str] | None,
    typer.Option("--format", "-f", help="Further files to write, see justera export --list."),
]
Again = Annotated[
    Retry,
    typer.Option(
        help="Finished documents to read again: failed, for all that was not read as a whole, or all."
    ),
]
Limit = Annotated[int | None, typer.Option(help="Read at most that many documents now.", min=0)]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would be done, and write nothing.")]
PlanFile = Annotated[
    Path | None, typer.Option(help="Write the work as shards for justera run-shard, and stop.")
]
FailFast = Annotated[
    bool, typer.Option("--fail-fast", help="Stop at the first document that cannot be read.")
]
Watch = Annotated[bool, typer.Option("--watch", help="Go on with files that come in, until Ctrl-C.")]
Where = Annotated[
    Engine, typer.Option(help="Read on this machine (inline: without threads) or on a Dask cluster.")
]
Address = Annotated[str, typer.Option(help="The cluster's scheduler, e.g. tls://HOST:8786.")]
Insecure = Annotated[
    bool, typer.Option("--insecure", help="Allow a cluster on other machines without encryption.")
]


def command(
    inputs: Inputs,
    out: Out,
    ocr: Ocr = None,
    pages: Pages = None,
    jobs: Jobs = None,
    formats: Formats = None,
    retry: Again = Retry.NONE,
    limit: Limit = None,
    dry_run: DryRun = False,
    plan: PlanFile = None,
    fail_fast: FailFast = False,
    watch: Watch = False,
    engine: Where = Engine.LOCAL,
    address: Address = "",
    insecure: Insecure = False,
) -> None:
    """Read documents into records. Run it again to go on: only what is new or changed is read."""
    from .. import batch
    from ..settings import resolve
    from .progress import Progress
    from .summary import tell

    names = tuple(name for given in formats or () for name in given.split(",") if name)
    flags: dict[str, Any] = {"ocr.mode": ocr, "ocr.pages": pages, "batch.jobs": jobs}
    settings = resolve(flags).settings
    if names:
        wanted = tuple(dict.fromkeys((*settings.export.formats, *names)))
        settings = resolve(flags | {"export.formats": wanted}).settings
    options = batch.Options(
        retry=batch.Retry(retry),
        limit=limit,
        fail_fast=fail_fast,
        engine=batch.EngineName(engine),
        address=address,
        insecure=insecure,
        watch=watch,
    )
    if dry_run:
        _refuse_idle(options, batch.Options(retry=options.retry), "--dry-run")
        return _rehearse(inputs, out, settings, options.retry)
    if plan is not None:
        _refuse_idle(options, batch.Options(), "--plan")
        return _plan(inputs, out, settings, plan)
    with _stop_on_signals() as stop, Progress(limit=limit, watch=watch) as progress:
        summary = batch.run(inputs, out, settings, options, observer=progress, stop=stop)
    tell(summary, out)
    if code := _exit_code(summary, stopped=stop.is_set()):
        raise typer.Exit(code)


def _refuse_idle(given: Options, heeded: Options, by: str) -> None:
    """Refuse options that would be passed over in silence where nothing is read."""
    if given != heeded:
        idle = [one.name for one in fields(given) if getattr(given, one.name) != getattr(heeded, one.name)]
        named = " and ".join(f"--{name.replace('_', '-')}" for name in idle)
        raise UsageError(f"{by} reads nothing and does not heed {named}", next_step="leave one of them out")


def _rehearse(inputs: list[str], out: str, settings: Settings, retry: BatchRetry) -> None:
    """Print what would be done with each input, one line each."""
    from ..batch.rehearsal import rehearse
    from ..printable import visible

    counts = Counter[str]()
    for one in rehearse(inputs, out, settings, retry):
        print(f"{one.action}\t{visible(one.name)}\t{visible(one.reason)}")
        counts[one.action] += 1
    parts = [f"{counts[action]} {words}" for action, words in ACTIONS.items() if counts[action]]
    messages.say(f"{', '.join(parts) or 'nothing found'}; nothing was written", event="rehearsed", **counts)


ACTIONS = {
    "read": "to read",
    "export": "to export",
    "done": "done before",
    "skip": "to skip",
    "fail": "cannot be opened",
}
"""What is intended, after a number."""


def _plan(inputs: list[str], out: str, settings: Settings, path: Path) -> None:
    """Write a manifest of shards."""
    from ..batch.rehearsal import write_manifest

    found, shards = write_manifest(inputs, out, settings, path)
    then = f"justera run-shard --manifest {path} --shard K"
    text = f"{several(found.waiting, 'document')} in {several(shards, 'shard')}, numbered from 0: {then}"
    messages.say(text, event="plan", documents=found.waiting, shards=shards)


def _exit_code(summary: Summary, *, stopped: bool) -> ExitCode:
    return ExitCode.INTERRUPTED if stopped else summary.totals.exit_code


@contextmanager
def _stop_on_signals() -> Iterator[threading.Event]:
    """An event that Ctrl-C and SIGTERM set, so that a run ends in order; the second one ends it at once."""
    stop = threading.Event()

    def first(number: int, frame: Any) -> None:
        if stop.is_set():
            raise KeyboardInterrupt
        stop.set()

    before = {number: signal.signal(number, first) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
