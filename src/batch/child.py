"""The guarded child: `python -m justera.batch.child`, one document after the other, told by lines of JSON.

Line in: a document. Lines out: pages as they are begun, then facts or an error. It lives in a session of
its own, ends with its supervisor, leaves no core dump, and its standard output is turned away from the
answers, so that no library can garble them.
"""

from __future__ import annotations

import gc
import importlib
import importlib.util
import json
import os
import sys
import traceback
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from types import ModuleType
from typing import Any, TextIO

from .. import companions, progress
from ..errors import (
    DamagedInput,
    JusteraError,
    LimitExceeded,
    MemoryLimit,
    OcrFailed,
    OutputError,
    TimeLimit,
)
from ..exit_code import ExitCode
from ..settings import Settings
from . import process
from .job import Job
from .outcome import Facts, Outcome
from .process import NO_SPACE

Stage = Callable[[Job, Settings, Path], Facts]

AVOIDED: dict[str, type[JusteraError]] = {"timeout": TimeLimit, "oom": MemoryLimit, "crash": OcrFailed}
"""How a page that is left out is called in the record."""


def main() -> None:
    """Answer jobs until the supervisor closes the pipe."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="ascii", buffering=1)
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    hello = json.loads(sys.stdin.readline())
    process.harden(hello["memory_mb"])
    process.keep_freed_memory()
    process.die_with(hello["lifeline"])
    settings = Settings.model_validate(hello["settings"])
    stage = _load(hello["stage"])
    _say(answers, event="ready")
    for line in sys.stdin:
        _answer(json.loads(line), stage, settings, answers)
        gc.collect()


def _answer(order: dict[str, Any], stage: Stage, settings: Settings, answers: TextIO) -> None:
    job = Job(order["path"], order["name"], order["earlier"], tuple(order["lacking"]))
    progress.listen(_listener(order["avoid"], answers, most=settings.limits.max_pages))
    try:
        facts = asdict(stage(job, settings, Path(order["folder"])))
        _say(answers, event="done", facts=facts, kept=companions.kept())
    except Exception as error:
        _say(answers, event="error", **told(error), kept=companions.kept())
    finally:
        progress.listen(None)


def _listener(avoid: dict[str, str], answers: TextIO, *, most: int) -> progress.Listener:
    """Pass pages on; refuse those at which an earlier attempt died, and absurdly many."""

    def listen(event: str, number: int) -> None:
        if event == "pages" and number > most:
            step = "check the file; raise limits.max_pages if it is right"
            raise DamagedInput(f"the document says that it has {number} pages", next_step=step)
        if event == "page" and str(number) in avoid:
            cause = avoid[str(number)]
            raise AVOIDED[cause](f"page {number}: left out, as reading it ended in: {cause}")
        _say(answers, event=event, number=number)

    return listen


def told(error: Exception) -> dict[str, Any]:
    """What becomes of a document at which this was raised."""
    if isinstance(error, JusteraError):
        return _known(error)
    if isinstance(error, MemoryError):
        return _known(MemoryLimit("the document took more memory than there is"))
    if isinstance(error, OSError) and error.errno in NO_SPACE:
        # Not this document's fault: all would fail in the same way.
        return _known(OutputError(f"the work folder cannot be written: {error.strerror}"))
    return _unknown(error)


def _known(error: JusteraError) -> dict[str, Any]:
    outcome = Outcome.FAILED
    if isinstance(error, LimitExceeded):
        outcome = Outcome.OOM if isinstance(error, MemoryLimit) else Outcome.TIMEOUT
    return {
        "outcome": outcome,
        "reason": error.what,
        "next_step": error.next_step,
        "code": int(error.exit_code),
    }


def _unknown(error: Exception) -> dict[str, Any]:
    """An error that justera did not foresee: its place, not its message, which may hold document text."""
    return {
        "outcome": Outcome.FAILED,
        "reason": f"unexpected {type(error).__name__} in {_place(error)}",
        "next_step": "report this; see the whole trace with: justera status OUT --explain NAME",
        "code": int(ExitCode.INTERNAL),
        "trace": "".join(traceback.format_exception(error))[-4000:],
    }


def _place(error: Exception) -> str:
    """The innermost place in justera's own code, or outside it where there is none."""
    package = Path(__file__).parent.parent
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename != __file__]
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(package)] or frames
    if not ours:
        return "child.py"
    path = Path(ours[-1].filename)
    name = path.relative_to(package) if path.is_relative_to(package) else path.name
    return f"{name} line {ours[-1].lineno}"


def _say(answers: TextIO, **values: object) -> None:
    print(json.dumps(values), file=answers, flush=True)


def _load(stage: str) -> Stage:
    """The function "module:function" or "file.py:function", with its module's `warm` called if it has one."""
    place, _, name = stage.rpartition(":")
    module = _from_file(place) if place.endswith(".py") else importlib.import_module(place)
    getattr(module, "warm", lambda: None)()
    found: Stage = getattr(module, name)
    return found


def _from_file(place: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location("stage_of_the_run", place)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
