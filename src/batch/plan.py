"""What a run has to do: each file found gets its line in the books, and is done, waiting or no document.

Done means that content, settings and versions are the same and the output is there, not that some file
exists. An output whose line was lost is taken over when its manifest proves all that.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field

from ..exit_code import ExitCode
from ..printable import visible
from . import names, source
from .claim import Claims
from .fingerprint import Fingerprint
from .found import Found
from .ledger import Ledger
from .listed import Listed
from .outcome import DOCUMENT_BYTES, WITH_RECORD, Outcome, Result, Retry
from .remote import Url
from .store import Store
from .tables import Row

CHUNK = 5_000
"""Files booked per transaction."""

MOST_TOLD = 20
"""Changed names that are told one by one."""


@dataclass(slots=True)
class Plan:
    """What planning found; numbers of this run's inputs."""

    inputs: int = 0
    waiting: int = 0
    waiting_bytes: int = 0
    done: int = 0
    skipped: int = 0
    """No documents."""
    faulty: int = 0
    """That cannot be opened."""
    outdated: int = 0
    """Waiting, and read before with other settings or versions."""
    lacking: int = 0
    """Waiting, and read alike before, but without all files that are wanted now."""
    changed: int = 0
    """Lines of the books that are not as they were."""
    renamed: int = 0
    hidden: int = 0
    """Hidden files and folders, which are no inputs."""
    told: list[tuple[str, str]] = field(default_factory=list)
    """Relative path and name, of the first that had to be changed."""

    @property
    def work(self) -> int:
        """What is waiting, in bytes of input as `Result.work` counts them."""
        return self.waiting_bytes + self.waiting * DOCUMENT_BYTES


class Planner:
    """Books what is found for one run."""

    def __init__(
        self, ledger: Ledger, store: Store, print_: Fingerprint, *, run: int, retry: Retry = Retry.NONE
    ) -> None:
        self._ledger = ledger
        self._store = store
        self._print = print_
        self._base = print_.base
        self._run = run
        self._retry = retry
        self._seen: list[tuple[int, int]] = []
        self._claims = Claims(ledger, run)
        self._stamp = Listed(ledger, store).stamp if isinstance(store.place, Url) else store.stamp

    def book(self, found: Iterable[Found]) -> Plan:
        """Book all; a file that was found before in this run counts once.

        Raises:
            JusteraError: from the inventory.
        """
        plan = Plan()
        connection = self._ledger.connection
        connection.execute("BEGIN")
        for number, one in enumerate(found, 1):
            self._one(one, plan)
            if number % CHUNK == 0:
                self._flush()
                connection.execute("COMMIT")
                connection.execute("BEGIN")
        self._flush()
        connection.execute("COMMIT")
        return plan

    def _flush(self) -> None:
        self._ledger.connection.executemany("UPDATE documents SET run = ? WHERE id = ?", self._seen)
        self._seen.clear()

    def _one(self, found: Found, plan: Plan) -> None:
        if found.hidden:
            plan.hidden += 1
            return
        path = os.fsencode(found.path)
        row = self._ledger.by_path(path)
        if row is not None and row.run == self._run:
            return
        plan.inputs += 1
        if row is None:
            row = self._enter(found, path)
        if row.name != found.relative:
            self._tell(found, row, plan)
        if found.skip or found.fault:
            plan.skipped += bool(found.skip)
            plan.faulty += not found.skip
            plan.changed += self._close(row, found)
        else:
            self._document(row, found, plan)

    def _document(self, row: Row, found: Found, plan: Plan) -> None:
        known = self._is_known(row, found)
        lacking = known and row.base != self._base and self._is_lacking(row)
        if known and not lacking and row.state == "done":
            plan.done += 1
            self._seen.append((self._run, row.id))
        elif not lacking and self._adopt(row, found):
            plan.done += 1
            plan.changed += 1
        else:
            alike = self._print.reads_alike(row.base)
            plan.changed += 1
            plan.waiting += 1
            plan.lacking += lacking
            plan.outdated += not alike and row.base != ""
            plan.waiting_bytes += found.size
            self._open(row, found, base="" if alike and not lacking else row.base)

    def _tell(self, found: Found, row: Row, plan: Plan) -> None:
        plan.renamed += 1
        if len(plan.told) < MOST_TOLD:
            plan.told.append((found.relative, row.name))

    def _enter(self, found: Found, path: bytes) -> Row:
        """A line for a path that the books do not know, under a name of its own."""
        name, holder = self._claims.claim(found.relative)
        if holder is not None:
            # The holder's file is gone from where it was: this is the same document, moved.
            self._ledger.connection.execute("UPDATE documents SET path = ? WHERE id = ?", (path, holder.id))
        else:
            original = "" if name == found.relative else visible(found.relative)
            self._ledger.enter(name, names.folded(name), original, path)
        row = self._ledger.by_path(path)
        assert row is not None
        return row

    def _close(self, row: Row, found: Found) -> bool:
        """Book what is no document, or none that can be opened; whether that is new."""
        if found.skip:
            result = Result(row.name, Outcome.SKIPPED, found.skip, found.next_step)
        else:
            code = int(ExitCode.MISSING_INPUT)
            result = Result(row.name, Outcome.FAILED, found.fault, found.next_step, code)
        self._ledger.finish(self._run, "", [(row.id, result, "")])
        return row.outcome != result.outcome

    def _open(self, row: Row, found: Found, base: str) -> None:
        """It waits; under a base that is the run's own but for formats it need not be read again."""
        self._ledger.connection.execute(
            "UPDATE documents SET state = 'pending', run = ?, signature = ?, size = ?, base = ? WHERE id = ?",
            (self._run, found.signature, found.size, base, row.id),
        )

    def _is_known(self, row: Row, found: Found) -> bool:
        """Whether it was read with the same settings and versions, and its output is as it was left."""
        if not self._print.reads_alike(row.base) or self._retry.wants(row.outcome):
            return False
        same = row.signature == found.signature != "" and row.stamp != ""
        return same and self._stamp(row.name) == row.stamp

    def _is_lacking(self, row: Row) -> bool:
        """Whether files that are wanted are missing, by the books and by what the document's folder says."""
        if self._is_complete(row.base.split(" "), row.outcome):
            return False
        return not self._is_complete((self._store.manifest(row.name) or {}).get("formats", ()), row.outcome)

    def _is_complete(self, formats: Iterable[str], outcome: str | None) -> bool:
        """Whether it has all files that are wanted, if its outcome can have any."""
        return outcome not in WITH_RECORD or not self._print.lacking(formats)

    def _adopt(self, row: Row, found: Found) -> bool:
        """Take over what stands in the output folder, if its manifest proves that it is this document's."""
        manifest = self._store.manifest(row.name)
        if manifest is None or self._retry.wants(manifest["outcome"]):
            return False
        if not self._is_complete(manifest.get("formats", ()), manifest["outcome"]):
            return False
        if manifest.get("key") != self._print.key(source.sha256(found.path)):
            return False
        try:
            result = Result.from_json(manifest | {"name": row.name, "attempts": 0})
        except (ValueError, TypeError):
            return False
        if not self._store.is_whole(row.name, manifest):
            return False
        self._ledger.finish(self._run, self._base, [(row.id, result, self._store.stamp(row.name))])
        self._ledger.connection.execute(
            "UPDATE documents SET signature = ?, size = ? WHERE id = ?", (found.signature, found.size, row.id)
        )
        return True
