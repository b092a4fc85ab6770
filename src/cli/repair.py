"""`justera repair`: text in, repaired Swedish out, every change on the record."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import DamagedInput, MissingInput, RecordError, UsageError
from . import messages
from .report import put

if TYPE_CHECKING:
    from ..normalize import RepairedText

STANDARD = Path("-")
"""Stands for standard input."""


def command(
    source: Annotated[Path, typer.Argument(help="A text file, or - for standard input.", metavar="FILE|-")],
    ledger: Annotated[
        Path | None, typer.Option(help="Write the changes there, one JSON object a line.", dir_okay=False)
    ] = None,
    undo: Annotated[
        Path | None, typer.Option(help="Take back the changes of this ledger instead.", dir_okay=False)
    ] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Show each change and doubt on stderr.")] = False,
    threshold: Annotated[
        float | None, typer.Option(help="Least confidence at which a word is changed, 0 to 1.")
    ] = None,
) -> None:
    """Repair Swedish text that a reader garbled; form feeds separate pages, the result goes to stdout."""
    from ..normalize import repair_text
    from ..settings import resolve

    if undo is not None and (ledger is not None or explain):
        raise UsageError("--undo takes changes back; --ledger and --explain have nothing to show then")
    text = _read(source)
    if undo is not None:
        _print(_undone(text, undo))
        return
    settings = resolve({"repair.threshold": threshold}).settings.repair
    repaired = repair_text(text, settings)
    if ledger is not None:
        put("".join(f"{change.model_dump_json()}\n" for change in repaired.changes), ledger)
    if explain:
        _explain(repaired)
    _print(repaired.text)


def _read(path: Path) -> str:
    try:
        data = sys.stdin.buffer.read() if path == STANDARD else path.read_bytes()
    except FileNotFoundError as error:
        raise MissingInput(f"{path} does not exist") from error
    except OSError as error:
        raise DamagedInput(f"{path} cannot be read: {error.strerror}", next_step="check the path") from error
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise DamagedInput(
            f"{path} is not UTF-8: byte {error.start}, on line {line}, is {data[error.start]:#04x}",
            next_step="convert it first, e.g. iconv -f WINDOWS-1252 -t UTF-8 FILE",
        ) from error


def _print(text: str) -> None:
    """Write the very bytes: no newline is added or translated."""
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()


def _undone(text: str, path: Path) -> str:
    from pydantic import ValidationError

    from ..normalize import undo
    from ..schema import Change

    lines = _read(path).splitlines()
    try:
        changes = [Change.model_validate_json(line) for line in lines if line]
    except ValidationError as error:
        raise RecordError(
            f"{path} is no ledger: {error.errors()[0]['msg']}", next_step="give the file that --ledger wrote"
        ) from error
    return undo(text, changes)


def _explain(repaired: RepairedText) -> None:
    """Show channels, changes and doubts on stderr, in colour on a terminal."""
    from rich.console import Console
    from rich.text import Text

    if messages.is_quiet():
        return
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    for number, decision in enumerate(repaired.channels, start=1):
        console.print(Text(f"page {number}: {decision.channel}, {decision.reason.en}", style="bold"))
    for change in repaired.changes:
        others = f"; or {', '.join(change.alternatives)}" if change.alternatives else ""
        console.print(
            Text.assemble(
                f"page {change.page} at {change.offset}: ",
                (change.before, "red"),
                " -> ",
                (change.after, "green"),
                f"  {change.confidence:.2f} {change.rule}: {change.evidence}{others}",
            )
        )
    for doubt in repaired.doubts:
        why = doubt.doubt.en if doubt.doubt else ""
        console.print(Text.assemble("look at: ", (doubt.after, "yellow"), f"  {why}"))
