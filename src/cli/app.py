"""The command line as a whole: global options, the commands, and how an error becomes one line."""

from __future__ import annotations

import functools
import inspect
import os
import sys
from collections.abc import Callable
from io import TextIOWrapper
from typing import Annotated, Any

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


Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no messages but errors.")]
Form = Annotated[
    messages.LogFormat | None,
    typer.Option("--log-format", help="How messages on stderr are written.", show_default="text"),
]


def _heard(command: Callable[..., None]) -> Callable[..., None]:
    """The command with the options for messages, which are heeded before and behind its name."""

    @functools.wraps(command)
    def heard(*, quiet: bool, log_format: messages.LogFormat | None, **given: Any) -> None:
        messages.add(quiet=quiet, log_format=log_format)
        command(**given)

    own = inspect.signature(command, eval_str=True)
    more = [
        inspect.Parameter("quiet", inspect.Parameter.KEYWORD_ONLY, default=False, annotation=Quiet),
        inspect.Parameter("log_format", inspect.Parameter.KEYWORD_ONLY, default=None, annotation=Form),
    ]
    heard.__signature__ = own.replace(parameters=[*own.parameters.values(), *more])  # type: ignore[attr-defined]
    heard.__annotations__ = {one.name: one.annotation for one in (*own.parameters.values(), *more)}
    return heard


for name, command in COMMANDS.items():
    app.command(name)(_heard(command))


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"justera {__version__}")
        raise typer.Exit


@app.callback()
def _globals(
    quiet: Quiet = False,
    log_format: Form = None,
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
