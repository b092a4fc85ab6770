"""The command line as a whole: global options, the commands, and how an error becomes one line."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from io import TextIOWrapper
from typing import Annotated

import typer

from .. import __version__
from ..errors import ExitCode, JusteraError, unforeseen
from . import (
    accept,
    check,
    config,
    doctor,
    eval,
    export,
    messages,
    repair,
    run,
    run_shard,
    schema,
    search,
    status,
)

COMMANDS: dict[str, Callable[..., None]] = {
    "accept": accept.command,
    "check": check.command,
    "config": config.command,
    "doctor": doctor.command,
    "eval": eval.command,
    "export": export.command,
    "repair": repair.command,
    "run": run.command,
    "run-shard": run_shard.command,
    "schema": schema.command,
    "search": search.command,
    "status": status.command,
}

app = typer.Typer(
    name="justera",
    help="Scanned Swedish board documents in, validated decision records out.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for name, command in COMMANDS.items():
    app.command(name)(command)


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"justera {__version__}")
        raise typer.Exit


@app.callback()
def _globals(
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No progress, no messages but errors.")
    ] = False,
    log_format: Annotated[
        messages.LogFormat, typer.Option(help="How messages on stderr are written.")
    ] = messages.LogFormat.TEXT,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    messages.configure(quiet=quiet, log_format=log_format)


def main() -> None:
    """Run the command line; every error that justera knows is one line on stderr and its exit code."""
    if isinstance(sys.stdout, TextIOWrapper):
        # Letters that the terminal has not, in a text or a file's name, must not end the command.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        app()
    except JusteraError as error:
        messages.error(error)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        messages.say("stopped; run the same command again to go on", event="interrupted")
        sys.exit(ExitCode.INTERRUPTED)
    except BrokenPipeError:
        # The reader of our stdout has had enough; that is no error of ours.
        sys.stderr.close()
        sys.exit(ExitCode.OK)
    except Exception as error:
        if "JUSTERA_TRACE" in os.environ:
            raise
        messages.error(unforeseen(error))
        sys.exit(ExitCode.INTERNAL)
