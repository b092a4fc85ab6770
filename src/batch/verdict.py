"""How one attempt at a document ended: by the child's answer, by a limit, or by the child's death."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..errors import JusteraError, TimeLimit
from ..exit_code import ExitCode
from .clock import Problem
from .outcome import Facts, Outcome


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one attempt ended."""

    facts: Facts | None = None
    """None unless the document was read."""
    outcome: Outcome | None = None
    """What went wrong; None where facts say it."""
    reason: str = ""
    next_step: str = ""
    code: int = 0
    page: int | None = None
    """The page that it died on, where it was one page's fault."""
    trace: str = ""
    seconds: float = 0.0
    peak_mb: int = 0
    killed: bool = False
    """The guard or the system ended it; it may go better another time, or without the page."""
    signal: int = 0
    """That the child died of, where nobody here sent it."""
    cancelled: bool = False
    """The run was stopped: this was no attempt."""


def answered(message: dict[str, Any]) -> Verdict | None:
    """What the child's message says, None where it is not its last one."""
    match message["event"]:
        case "done":
            facts = message["facts"]
            return Verdict(Facts(**facts | {"lost_pages": tuple(facts["lost_pages"])}))
        case "error":
            told = {name: value for name, value in message.items() if name not in ("event", "kept")}
            return Verdict(**told | {"outcome": Outcome(message["outcome"])})
    return None


def stopped(problem: Problem, page: int | None) -> Verdict:
    """The guard ended it for a limit.

    Args:
        problem: the limit.
        page: that was being read.
    """
    error: JusteraError = problem.error
    return Verdict(
        outcome=Outcome.TIMEOUT if isinstance(error, TimeLimit) else Outcome.OOM,
        reason=error.what,
        next_step=error.next_step,
        code=int(error.exit_code),
        page=page if problem.of_page else None,
        killed=problem.of_page,
    )


def died(status: int, page: int | None) -> Verdict:
    """The child ended without an answer.

    Args:
        status: of its process, as `subprocess` has it: a signal is negative.
        page: that was being read.
    """
    how = f"signal {-status}" if status < 0 else f"exit status {status}"
    step = "look at the file; another copy or a scan of it may be read: then run with --retry failed"
    if status == -9:
        step = "the system may have run out of memory: lower --jobs and run with --retry failed"
    return Verdict(
        outcome=Outcome.CRASH,
        reason=f"the reader died of {how}",
        next_step=step,
        code=int(ExitCode.INTERNAL),
        page=page,
        killed=True,
        signal=max(0, -status),
    )
