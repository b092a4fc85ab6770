"""The command line as a whole: global options, the commands, and how an error becomes one line."""

from __future__ import annotations

import functools
import inspect
import os
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from itertools import pairwise
from typing import Annotated, Any, NoReturn

import typer

from .. import __version__
from ..errors import JusteraError, unforeseen
from ..exit_code import ExitCode
from . import (
    accept,
    check,
    config,
    doctor,
    eval,
    export,
    messages,
    refusal,
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
        try:
            command(**given)
            sys.stdout.flush()
        # Told here: the parser makes other exits of these two.
        except KeyboardInterrupt:
            _interrupted()
        except BrokenPipeError:
            _not_wanted()

    own = inspect.signature(command, eval_str=True)
    more = [
        inspect.Parameter("quiet", inspect.Parameter.KEYWORD_ONLY, default=False, annotation=Quiet),
        inspect.Parameter("log_format", inspect.Parameter.KEYWORD_ONLY, default=None, annotation=Form),
    ]
    heard.__signature__ = own.replace(parameters=[*own.parameters.values(), *more])  # type: ignore[attr-defined]
    heard.__annotations__ = {one.name: one.annotation for one in (*own.parameters.values(), *more)}
    return heard


def _interrupted() -> NoReturn:
    messages.say("stopped; run the same command again to go on", event="interrupted")
    raise SystemExit(ExitCode.INTERRUPTED)


def _not_wanted() -> NoReturn:
    """Whoever read our output has ended: no error of ours, but no verdict of `check` either."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise SystemExit(ExitCode.OUTPUT_NOT_WANTED)


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
        sys.exit(app(prog_name="justera", standalone_mode=False))
    except JusteraError as error:
        _end(error)
    except typer.Abort:
        _interrupted()
    except Exception as error:
        if (refused := refusal.of(error)) is not None:
            messages.add(quiet=False, log_format=_form_of_call(sys.argv))
            _end(refused)
        if "JUSTERA_TRACE" in os.environ:
            raise
        _end(unforeseen(error))


def _form_of_call(call: Sequence[str]) -> messages.LogFormat | None:
    """The form of messages that a call asks for which the parser did not finish."""
    is_json = "--log-format=json" in call or ("--log-format", "json") in pairwise(call)
    return messages.LogFormat.JSON if is_json else None


def _end(error: JusteraError) -> NoReturn:
    messages.error(error)
    sys.exit(error.exit_code)
