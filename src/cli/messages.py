"""What a command says while it works: on stderr, as plain lines or as JSON, or not at all.

stdout carries data only.
"""

from __future__ import annotations

import json
import sys
import time
from enum import StrEnum
from typing import Any

from ..errors import JusteraError
from ..printable import visible

LINE_SECONDS = 10.0
"""Between two lines of progress."""


class LogFormat(StrEnum):
    """How messages on stderr are written."""

    TEXT = "text"
    JSON = "json"


class _State:
    quiet = False
    log_format = LogFormat.TEXT


def configure(*, quiet: bool, log_format: LogFormat | None) -> None:
    """Set from the options before the command."""
    _State.quiet = quiet
    _State.log_format = log_format or LogFormat.TEXT


def add(*, quiet: bool, log_format: LogFormat | None) -> None:
    """Heed the same options behind the command."""
    _State.quiet = _State.quiet or quiet
    _State.log_format = log_format or _State.log_format


def is_quiet() -> bool:
    """True under --quiet."""
    return _State.quiet


def is_live() -> bool:
    """True where a progress display makes sense: a terminal, text, not quiet."""
    return not _State.quiet and _State.log_format is LogFormat.TEXT and sys.stderr.isatty()


def is_json() -> bool:
    """True where a program reads the messages, which may then be many."""
    return not _State.quiet and _State.log_format is LogFormat.JSON


def say(text: str, *, event: str, **fields: Any) -> None:
    """Write one message.

    Args:
        text: for a person; it becomes one line that can be printed, whatever names are in it.
        event: name of the message in JSON.
        fields: what JSON carries beside it; never text of a document.
    """
    if not _State.quiet:
        _write("info", text, event, fields)


class NowAndThen:
    """Lines of progress, at most one every ten seconds: for what takes long and is no display."""

    def __init__(self) -> None:
        self._said = time.monotonic()

    def say(self, text: str, *, event: str, **fields: Any) -> None:
        """Write the message if it is time for one."""
        if time.monotonic() - self._said > LINE_SECONDS:
            self._said = time.monotonic()
            say(text, event=event, **fields)


def error(problem: JusteraError) -> None:
    """Write an error, also under --quiet."""
    _write("error", f"justera: {problem}", "error", {"code": int(problem.exit_code)})


def _write(level: str, text: str, event: str, fields: dict[str, Any]) -> None:
    text = visible(text)
    if _State.log_format is LogFormat.JSON:
        text = json.dumps({"level": level, "event": event, "message": text, **fields}, ensure_ascii=False)
    print(text.encode("utf-8", "backslashreplace").decode("utf-8"), file=sys.stderr, flush=True)
