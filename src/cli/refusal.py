"""What the parser finds wrong with a call, as an error of justera's: one line, with the next step.

The parser's exceptions are click's, or in newer versions of typer its own copies of them: they are known by
what they have.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

from ..errors import UsageError


def of(error: Exception) -> UsageError | None:
    """The error to tell; None for an exception that is not the parser's.

    Raises:
        SystemExit: no command was given, which asks for the help.
    """
    parsers: Any = error
    if not hasattr(error, "format_message"):
        return None
    if type(error).__name__ == "NoArgsIsHelpError":
        parsers.show()
        raise SystemExit(parsers.exit_code)
    what, hint = _parts(parsers)
    context = getattr(error, "ctx", None)
    see = f"see {context.command_path if context else 'justera'} --help"
    return UsageError(what, next_step=hint or see)


def _parts(error: Any) -> tuple[str, str]:
    """What is wrong, and what may have been meant."""
    if hasattr(error, "possibilities"):
        near = get_close_matches(error.option_name, error.possibilities or (), n=1)
        return f"no such option: {error.option_name}", f"did you mean {near[0]}?" if near else ""
    text = " ".join(error.format_message().split()).replace("Value error, ", "").rstrip(".")
    what, _, hint = text.partition(". ")
    return _small(what), _small(hint)


def _small(text: str) -> str:
    """Without a capital, as it follows the name of the program.

    >>> _small("Missing argument 'INPUT...'")
    "missing argument 'INPUT...'"
    """
    return text[:1].lower() + text[1:]
