"""Documents that were being read each time when the run or the machine died: given up until asked for."""

from __future__ import annotations

import os

from ..errors import OutputError
from ..exit_code import ExitCode
from . import source, tally
from .fingerprint import Fingerprint
from .ledger import Ledger
from .outcome import Outcome, Result
from .slots import own_folder
from .store import Store

MOST_INTERRUPTIONS = 5
"""So often; one kill of a run interrupts several innocent documents, and these are read last next time."""

REASON = f"the run died {MOST_INTERRUPTIONS} times while this was being read: in quarantine"
NEXT_STEP = "look at the file, then run with --retry failed"


def close(ledger: Ledger, store: Store, print_: Fingerprint, run: int) -> int:
    """Give up what has been interrupted too often; how many documents.

    Raises:
        OutputError: the output folder cannot be written.
    """
    where = "state = 'pending' AND run = ? AND interruptions >= ?"
    rows = list(tally.rows(ledger, where, (run, MOST_INTERRUPTIONS), "id, name, path, original"))
    for row in rows:
        sha256 = source.sha256(os.fsdecode(row["path"]))
        result = Result(row["name"], Outcome.CRASH, REASON, NEXT_STEP, int(ExitCode.INTERNAL), sha256)
        stamp = _publish(store, result, print_, row["original"])
        ledger.finish(run, print_.base, [(row["id"], result, stamp)])
    return len(rows)


def _publish(store: Store, result: Result, print_: Fingerprint, original: str) -> str:
    folder = own_folder(store, "quarantine")
    try:
        folder.mkdir(parents=True)
    except OSError as error:
        raise OutputError(f"{folder} cannot be written: {error.strerror or error}") from error
    return store.publish(folder, result, key=print_.key(result.sha256), original=original)
