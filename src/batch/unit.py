"""One document from start to published outcome: attempts, pages given up, the folder put in place.

It knows no ledger and no engine; every engine runs this, in a thread, a worker or another machine. A slot is
held only while the document is read: what is fetched or published meanwhile keeps nobody from reading.
"""

from __future__ import annotations

import itertools
import shutil
import signal
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

from ..errors import InputError, OutputError
from ..exit_code import ExitCode
from . import earlier, source
from .assignment import Assignment
from .guard import Listener
from .job import Job
from .outcome import WITH_RECORD, Facts, Outcome, Result
from .slots import Slot, Slots
from .verdict import Verdict

MOST_PAGES_GIVEN_UP = 3
"""Each costs an attempt; a document that loses more is lost as a whole."""

GRADE_WITHOUT_REMARK = "god"

UNSURE = "little or nothing was read, or with little certainty"
"""Why a document without findings and doubtful words needs a look."""


@dataclass(frozen=True, slots=True)
class Spec:
    """One document of a run."""

    path: str
    name: str
    original: str = ""
    """The relative path, where the name differs from it."""
    size: int = 0
    """Bytes."""
    base: str = ""
    """What the books have it under; empty where it was never read."""


class Cancelled(Exception):
    """The run was stopped; the document stays pending."""


def process(spec: Spec, assignment: Assignment, slots: Slots) -> tuple[Result, str]:
    """Read one document and publish what became of it.

    Returns:
        The result, and the stamp of its manifest; no stamp where it could not be published.

    Raises:
        OutputError: nothing can be written: the run must stop.
        Cancelled: the run was stopped.
    """
    store = assignment.store
    if store.is_foreign(spec.name):
        return _in_the_way(spec), ""
    folder = slots.new_folder(store)
    try:
        with source.at_hand(spec.path, folder.with_name(f"{folder.name}fetched")) as path:
            with _job(spec, path, assignment, folder) as (job, formats):
                result = _read(job, assignment, slots, folder)
            result = replace(result, sha256=result.sha256 or source.sha256(path), size=spec.size)
    except InputError as error:
        # Not published: the next run tries again by itself.
        return Result(spec.name, Outcome.FAILED, error.what, error.next_step, int(error.exit_code)), ""
    key = assignment.fingerprint.key(result.sha256) if result.sha256 else ""
    try:
        formats = formats if result.outcome in WITH_RECORD else ()
        stamp = store.publish(folder, result, key=key, original=spec.original, formats=formats)
        return result, stamp
    except OutputError:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _job(
    spec: Spec, path: str, assignment: Assignment, folder: Path
) -> AbstractContextManager[tuple[Job, tuple[str, ...]]]:
    """What is to be done for a document, and the formats that it then has."""
    job = Job(path, spec.name)
    if not assignment.fingerprint.reads_alike(spec.base):
        return nullcontext((job, assignment.fingerprint.formats))
    return earlier.at_hand(job, assignment, folder.with_name(f"{folder.name}earlier"))


def _read(job: Job, assignment: Assignment, slots: Slots, folder: Path) -> Result:
    """Read a document as soon as there is a slot, and put its files into `folder`."""
    with slots.lend(assignment) as slot:
        if slots.stop.is_set():
            raise Cancelled
        result = _attempts(job, slot, slots.listener)
        try:
            if result.outcome in WITH_RECORD:
                slot.place.document.rename(folder)
            else:
                folder.mkdir()
        except OSError as error:
            raise OutputError(f"{folder} cannot be written: {error.strerror or error}") from error
    return result


def _attempts(job: Job, slot: Slot, listener: Listener | None) -> Result:
    """Try again what a machine's bad moment may have caused, then without the page that it dies on.

    What ran out of memory has the machine for itself the next time.
    """
    given_up: dict[int, Outcome] = {}
    seconds, peak, alone = 0.0, 0, False
    for attempt in itertools.count(1):
        with slot.turns.turn(alone=alone):
            verdict = slot.guard.read(job, given_up, listener)
        verdict = replace(verdict, reason=verdict.reason.removeprefix(f"{Path(job.path).name}: "))
        if verdict.cancelled:
            raise Cancelled
        if verdict.code == ExitCode.OUTPUT:
            raise OutputError(verdict.reason, next_step=verdict.next_step)
        seconds, peak = seconds + verdict.seconds, max(peak, verdict.peak_mb)
        alone = attempt == 1 and (verdict.outcome is Outcome.OOM or verdict.signal == signal.SIGKILL)
        if (verdict.killed or alone) and attempt < slot.work.settings.batch.attempts:
            continue
        if verdict.killed and verdict.outcome and _is_new(verdict.page, given_up):
            given_up[verdict.page or 0] = verdict.outcome
            continue
        if verdict.outcome is Outcome.FAILED and given_up:
            # Without those pages nothing is left of the document: what they died of is what it died of.
            verdict = replace(verdict, outcome=next(iter(given_up.values())))
        return _result(job.name, verdict, seconds=round(seconds, 3), peak_mb=peak, attempts=attempt)
    raise AssertionError("an endless count has ended")


def _is_new(page: int | None, given_up: dict[int, Outcome]) -> bool:
    return page is not None and page not in given_up and len(given_up) < MOST_PAGES_GIVEN_UP


def _result(name: str, verdict: Verdict, *, seconds: float, peak_mb: int, attempts: int) -> Result:
    spent = Result(name, Outcome.OK, "", seconds=seconds, peak_mb=peak_mb, attempts=attempts)
    facts = verdict.facts
    if facts is None:
        assert verdict.outcome is not None
        return replace(
            spent,
            outcome=verdict.outcome,
            reason=verdict.reason,
            next_step=verdict.next_step,
            code=verdict.code,
            trace=verdict.trace,
        )
    outcome, reason, step = judge(facts)
    numbers = {field: getattr(facts, field) for field in COUNTED}
    return replace(spent, outcome=outcome, reason=reason, next_step=step, sha256=facts.sha256, **numbers)


COUNTED = ("pages", "decisions", "repairs", "doubtful", "findings")


def judge(facts: Facts) -> tuple[Outcome, str, str]:
    """Outcome, reason and next step of a document that was read."""
    if facts.lost_pages:
        return Outcome.PARTIAL, _lost(facts), "look at these pages, then run with --retry failed"
    remarks = [_several(facts.findings, "finding"), _several(facts.doubtful, "doubtful word")]
    reason = ", ".join(filter(None, remarks))
    if facts.grade == GRADE_WITHOUT_REMARK:
        return Outcome.OK, reason, ""
    return Outcome.REVIEW, reason or UNSURE, "see findings and quality in its record.json"


def _lost(facts: Facts) -> str:
    pages = facts.lost_pages
    some = ", ".join(map(str, pages[:10])) + (", ..." if len(pages) > 10 else "")
    why = f" ({facts.fault})" if facts.fault else ""
    return f"{'page' if len(pages) == 1 else 'pages'} {some} could not be read{why}"


def _several(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}" if count else ""


def _in_the_way(spec: Spec) -> Result:
    return Result(
        spec.name,
        Outcome.FAILED,
        "something that justera did not write lies at its place in the output folder",
        "move it away, or choose another output folder",
        int(ExitCode.OUTPUT),
        source.sha256(spec.path),
    )
