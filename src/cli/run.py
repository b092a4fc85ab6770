"""`justera run`: documents in, records out."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..errors import ExitCode
from ..settings import OcrMode

if TYPE_CHECKING:
    from ..batch import Summary


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


def command(
    inputs: Annotated[
        list[Path],
        typer.Argument(help="Files or folders of PDF, TIFF, PNG, JPEG and TXT.", metavar="INPUT..."),
    ],
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder for the results.")],
    ocr: Annotated[
        OcrMode | None, typer.Option(help="What to do with text layers.", show_default="auto")
    ] = None,
    pages: Annotated[str | None, typer.Option(help='Pages to read, e.g. "1-3,8".')] = None,
    jobs: Annotated[int | None, typer.Option("--jobs", "-j", help="Documents at a time.", min=0)] = None,
    formats: Annotated[
        list[str] | None, typer.Option("--format", "-f", help="Files to write, see justera export --help.")
    ] = None,
    retry: Annotated[Retry, typer.Option(help="Read finished documents again.")] = Retry.NONE,
    limit: Annotated[int | None, typer.Option(help="Read at most that many now.", min=0)] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be done, and write nothing.")
    ] = False,
    fail_fast: Annotated[
        bool, typer.Option("--fail-fast", help="Stop at the first document that cannot be read.")
    ] = False,
    watch: Annotated[bool, typer.Option("--watch", help="Go on with what comes in, until stopped.")] = False,
    engine: Annotated[Engine, typer.Option(help="Where documents are read.")] = Engine.LOCAL,
    address: Annotated[str, typer.Option(help="The cluster's scheduler, e.g. tls://HOST:8786.")] = "",
    insecure: Annotated[
        bool, typer.Option("--insecure", help="Allow a cluster on other machines without encryption.")
    ] = False,
) -> None:
    """Read documents into records. Run it again to go on: only what is new or changed is read."""
    from .. import batch
    from ..settings import resolve
    from .progress import Progress

    names = tuple(name for given in formats or () for name in given.split(",") if name)
    flags = {"ocr.mode": ocr, "ocr.pages": pages, "batch.jobs": jobs, "export.formats": names or None}
    settings = resolve(flags).settings
    options = batch.Options(
        retry=batch.Retry(retry),
        limit=limit,
        fail_fast=fail_fast,
        engine=batch.EngineName(engine),
        address=address,
        insecure=insecure,
    )
    with _stop_on_signals() as stop, Progress() as progress:
        summary = batch.run(inputs, out, settings, options, observer=progress, stop=stop)
    from .summary import tell

    tell(summary, out, inputs)
    if code := _exit_code(summary, stopped=stop.is_set()):
        raise typer.Exit(code)


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
