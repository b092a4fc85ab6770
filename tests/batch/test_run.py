"""What a run does and does not do again, and what it says of every input."""

from __future__ import annotations

import csv
import hashlib
import json
import os
import shutil
import threading
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from justera.batch import EngineName, Observer, Options, Plan, Result, Retry, run, tally
from justera.batch.ledger import Ledger
from justera.batch.lock import locked
from justera.batch.outcome import Facts, Outcome
from justera.batch.quarantine import MOST_INTERRUPTIONS
from justera.batch.rehearsal import rehearse
from justera.batch.status import explain, status
from justera.batch.unit import judge
from justera.errors import NoResults, OutputError

from .conftest import QUICK, STAGE, go, leftovers, outcomes, still_running, tree

Documents = Callable[[Mapping[str, str]], Path]


class Told(Observer):
    """Remembers what a run said."""

    def __init__(self) -> None:
        self.read: list[str] = []
        self.work: list[int] = []
        self.plan = Plan()

    def planned(self, plan: Plan) -> None:
        self.plan = plan

    def finished(self, result: Result) -> None:
        self.read.append(result.name)
        self.work.append(result.work)


def read_by(folder: Path, out: Path, settings: object = QUICK, **options: object) -> list[str]:
    """Names of the documents that a run reads."""
    told = Told()
    run([folder], out, settings, Options(**{"stage": STAGE, **options}), observer=told)  # type: ignore[arg-type]
    return sorted(told.read)


def test_a_second_run_reads_only_what_is_new_or_changed(documents: Documents, tame: None, out: Path) -> None:
    folder = documents({"a.txt": "ok", "b.txt": "ok", "sub/c.txt": "bug"})
    assert read_by(folder, out) == ["a.txt", "b.txt", "sub/c.txt"]
    before = tree(out)
    assert read_by(folder, out) == []
    assert tree(out) == before
    (folder / "b.txt").write_text("review")
    documents({"d.txt": "ok"})
    assert read_by(folder, out) == ["b.txt", "d.txt"]
    os.utime(folder / "a.txt")
    assert read_by(folder, out) == [], "the content is the same"
    shutil.rmtree(out / "a.txt")
    (out / "d.txt" / "record.json").unlink()
    (out / "d.txt" / "outcome.json").touch()
    assert read_by(folder, out) == ["a.txt", "d.txt"]


def test_other_settings_or_versions_are_not_done(
    documents: Documents, tame: None, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = documents({"a.txt": "ok"})
    read_by(folder, out)
    other = QUICK.model_copy(update={"ocr": QUICK.ocr.model_copy(update={"dpi": 200})})
    assert read_by(folder, out, other) == ["a.txt"]
    patient = other.model_copy(update={"limits": other.limits.model_copy(update={"page_seconds": 9})})
    assert read_by(folder, out, patient) == [], "limits change no result"
    monkeypatch.setattr("justera.batch.fingerprint._code", lambda: "mended")
    documents({"b.txt": "ok"})
    plan = go(folder, out=out, settings=patient).plan
    assert (plan.waiting, plan.outdated) == (2, 1), "why one is read again is told"


def test_failures_are_tried_again_only_when_asked(documents: Documents, tame: None, out: Path) -> None:
    folder = documents({"a.txt": "ok", "b.txt": "bug", "c.txt": "encrypted", "d.txt": "pages 2:bug"})
    read_by(folder, out)
    assert read_by(folder, out) == []
    assert read_by(folder, out, retry=Retry.FAILED) == ["b.txt", "c.txt", "d.txt"]
    assert read_by(folder, out, retry=Retry.ALL) == ["a.txt", "b.txt", "c.txt", "d.txt"]


def test_a_bad_moment_is_tried_again_at_once(documents: Documents, out: Path, tmp_path: Path) -> None:
    folder = documents({"a.txt": f"once {tmp_path / 'marker'}"})
    twice = QUICK.model_copy(update={"batch": QUICK.batch.model_copy(update={"attempts": 2})})
    summary = go(folder, out=out, settings=twice)
    assert summary.totals.outcomes["ok"] == 1
    known = explain(out, "a.txt")
    assert known is not None and known["attempts"] == 2


def test_what_ran_out_of_memory_is_read_alone_the_next_time(
    documents: Documents, out: Path, tmp_path: Path
) -> None:
    log = tmp_path / "log"
    contents = {f"{number:02}.txt": f"logged 0.2 {log}" for number in range(14)}
    folder = documents(contents | {"0.txt": f"greedy {tmp_path / 'marker'} {log} {'x' * 500}"})
    settings = QUICK.model_copy(update={"batch": QUICK.batch.model_copy(update={"attempts": 2, "jobs": 3})})
    assert go(folder, out=out, settings=settings).totals.outcomes["ok"] == 15
    reading: set[str] = set()
    beside: dict[str, int] = {}
    for line in log.read_text().splitlines():
        what, who = line.split()
        reading = reading | {who} if what == "begin" else reading - {who}
        for one in reading:
            beside[one] = max(beside.get(one, 0), len(reading))
    assert max(beside.values()) > 1
    assert beside["greedy"] == 1


def test_time_left_goes_by_bytes(documents: Documents, tame: None, out: Path) -> None:
    contents = {"small1.txt": "ok", "small2.txt": "ok", "large.txt": "ok" + " " * 200_000}
    folder = documents(contents)
    told = Told()
    inline = EngineName.INLINE
    run([folder], out, QUICK, Options(stage=STAGE, engine=inline), observer=told)
    assert told.plan.work == sum(told.work) == 200_006 + 3 * 20_000
    assert told.work[0] > told.plan.work / 2, "the large one comes first"
    run([folder], out, QUICK, Options(stage=STAGE, engine=inline, retry=Retry.ALL, limit=1))
    ledger = Ledger.open(out)
    last = tally.last_run(ledger)
    assert tally.read_since(ledger, last["id"], last["started"])[2] == told.work[0]
    assert tally.work_left(ledger, last["id"]) == sum(told.work[1:])
    ledger.close()


def test_every_input_has_one_outcome_with_reason_and_next_step(documents: Documents, out: Path) -> None:
    folder = documents(
        {"a.txt": "ok", "b.txt": "encrypted", "c.docx": "", "d.txt": "hang", "e.txt": "review"}
    )
    (folder / "f.pdf").symlink_to("nowhere")
    summary = go(folder, out=out)
    assert summary.totals.inputs == 6 == sum(summary.totals.outcomes.values())
    run_file = json.loads((out / "run.json").read_text())
    assert run_file["inputs"] == sum(run_file["outcomes"].values()) == 6
    with (out / "documents.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["name"]: row for row in csv.DictReader(file)}
    assert {name: row["outcome"] for name, row in rows.items()} == outcomes(out)
    for name in ("b.txt", "d.txt", "f.pdf"):
        assert rows[name]["reason"] and rows[name]["next_step"], name
    assert rows["c.docx"]["reason"]


def test_copies_are_counted(documents: Documents, tame: None, out: Path) -> None:
    same = {"a.txt": "review", "b.txt": "review", "c/a.txt": "review"}
    assert go(documents(same | {"d.txt": "ok", "e.txt": "bug", "f.txt": "bug"}), out=out).copies == 2


def test_the_plan_adds_up(documents: Documents, tame: None, out: Path) -> None:
    folder = documents({"a.txt": "ok", "b.docx": ""})
    (folder / "c.pdf").symlink_to("nowhere")
    for waiting in (1, 0):
        plan = go(folder, out=out).plan
        assert (plan.waiting, plan.done, plan.skipped, plan.faulty) == (waiting, 1 - waiting, 1, 1)
        assert plan.inputs == plan.waiting + plan.done + plan.skipped + plan.faulty


def test_a_failed_document_leaves_its_outcome_and_no_record(
    documents: Documents, tame: None, out: Path
) -> None:
    go(documents({"a.txt": "encrypted"}), out=out)
    assert [path.name for path in (out / "a.txt").iterdir()] == ["outcome.json"]
    said = json.loads((out / "a.txt" / "outcome.json").read_text())
    assert (said["outcome"], said["code"]) == ("failed", 12)


def test_same_names_never_overwrite_each_other(
    documents: Documents, tame: None, out: Path, tmp_path: Path
) -> None:
    documents({"x/a.txt": "ok", "y/a.txt": "review", "y/A.TXT": "bug", "y/b.txt": "ok"})
    decomposed = unicodedata.normalize("NFD", "å.txt")
    (tmp_path / "in/x" / "å.txt").write_text("ok")
    (tmp_path / "in/x" / decomposed).write_text("review")
    told = Told()
    inputs = [tmp_path / "in/x", tmp_path / "in/y", tmp_path / "in/y/b.txt"]
    run(inputs, out, QUICK, Options(stage=STAGE), observer=told)
    found = outcomes(out)
    assert len(found) == 6
    assert found["a.txt"] == "ok" and found["A~2.TXT"] == "failed" and found["a~3.txt"] == "review"
    assert told.plan.renamed == len(told.plan.told) == 3
    before = tree(out)
    run(inputs, out, QUICK, Options(stage=STAGE), observer=told)
    assert tree(out) == before


def test_a_later_run_over_another_folder_overwrites_nothing(
    documents: Documents, tame: None, out: Path, tmp_path: Path
) -> None:
    documents({"x/a.txt": "ok", "y/a.txt": "review"})
    go(tmp_path / "in/x", out=out)
    go(tmp_path / "in/y", out=out)
    assert outcomes(out) == {"a.txt": "ok", "a~2.txt": "review"}


def test_a_folder_that_was_moved_keeps_its_results(
    documents: Documents, tame: None, out: Path, tmp_path: Path
) -> None:
    folder = documents({"a.txt": "ok", "b.txt": "bug"})
    go(folder, out=out)
    folder.rename(tmp_path / "moved")
    assert read_by(tmp_path / "moved", out) == []
    assert outcomes(out) == {"a.txt": "ok", "b.txt": "failed"}


def test_a_document_named_like_a_folder_of_documents(
    documents: Documents, tame: None, out: Path, tmp_path: Path
) -> None:
    documents({"x/a.txt/b.txt": "ok", "y/a.txt": "ok", "z/a.txt/b.txt/c.txt": "ok"})
    go(*(tmp_path / "in" / name for name in "xyz"), out=out)
    assert outcomes(out) == {"a.txt/b.txt": "ok", "a~2.txt": "ok", "a.txt/b~2.txt/c.txt": "ok"}
    folders = sorted(path.parent for path in out.rglob("outcome.json"))
    assert not any(one in other.parents for one in folders for other in folders)


def test_odd_names_are_made_safe_and_recorded(documents: Documents, tame: None, out: Path) -> None:
    odd = [
        "a\nb.txt",
        os.fsdecode(b"latin1-\xe5.txt"),
        "x" * 250 + ".txt",
        "run.json.txt",
        "=SUM(A1).txt",
        "‮txt.fdp.txt",
    ]
    folder = documents(dict.fromkeys(odd, "ok"))
    summary = go(folder, out=out)
    assert summary.totals.outcomes["ok"] == len(odd)
    found = outcomes(out)
    assert "a%0Ab.txt" in found and "latin1-%E5.txt" in found
    manifest = json.loads((out / "a%0Ab.txt" / "outcome.json").read_text())
    assert manifest["original"] == "a\\x0ab.txt"
    assert read_by(folder, out) == []


def test_lost_books_are_made_again_from_the_outputs(documents: Documents, out: Path) -> None:
    folder = documents(
        {"a.txt": "ok", "b.txt": "bug", "c.docx": "", "d\n.txt": "review", "x/e.txt": "pages 1:bug"}
    )
    go(folder, out=out)
    before, files = outcomes(out), tree(out)
    shutil.rmtree(out / ".justera")
    (out / ".justera").mkdir()
    stands = status(out)
    assert outcomes(out) == before
    assert stands.totals.inputs == 5
    assert read_by(folder, out) == []
    assert tree(out) == files
    (out / ".justera" / "ledger.sqlite").unlink()
    assert read_by(folder, out) == [], "a run finds that out by itself"
    assert tree(out) == files


def test_limit_dry_run_and_fail_fast(documents: Documents, tame: None, out: Path) -> None:
    folder = documents({f"{name}.txt": "ok" for name in "abcde"} | {"x.docx": ""})
    intended = [(one.name, one.action) for one in rehearse([folder], out, QUICK)]
    assert intended == [(f"{name}.txt", "read") for name in "abcde"] + [("x.docx", "skip")]
    assert not out.exists()
    assert go(folder, out=out, limit=2).totals.outcomes["pending"] == 3
    assert sorted(one.action for one in rehearse([folder], out, QUICK)) == ["done"] * 2 + ["read"] * 3 + [
        "skip"
    ]
    assert go(folder, out=out, limit=0).totals.outcomes["pending"] == 3
    assert go(folder, out=out).totals.outcomes["pending"] == 0
    folder = documents({f"more/{number}.txt": "bug" for number in range(20)})
    summary = go(folder, out=out, fail_fast=True)
    assert 1 <= summary.totals.outcomes["failed"] <= 4
    assert summary.totals.inputs == 26 == sum(summary.totals.outcomes.values())


def test_inputs_are_never_touched(documents: Documents, out: Path) -> None:
    folder = documents({"a.txt": "ok", "b.txt": "bug", "c.txt": "die", "sub/d.txt": "review"})
    before = _state(folder)
    go(folder, out=folder / "out")
    assert {path: state for path, state in _state(folder).items() if "out" not in path.parts} == before


def _state(folder: Path) -> dict[Path, tuple[int, int, str]]:
    return {
        path.relative_to(folder): (
            path.stat().st_mtime_ns,
            path.stat().st_mode,
            hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "",
        )
        for path in sorted(folder.rglob("*"))
    }


def test_the_output_may_lie_in_the_input(documents: Documents, tame: None) -> None:
    folder = documents({"a.txt": "ok", "b.txt": "ok"})
    go(folder, out=folder / "out")
    (folder / "out" / "a.txt" / "text.txt").write_text("not an input")
    assert read_by(folder, folder / "out") == []
    assert outcomes(folder / "out") == {"a.txt": "ok", "b.txt": "ok"}


def test_one_and_many_jobs_give_the_same_bytes(documents: Documents, tmp_path: Path) -> None:
    folder = documents(
        {f"{number}.txt": "ok" for number in range(9)} | {"x.txt": "bug", "y.txt": "pages 2:die"}
    )
    for jobs in (1, 4):
        settings = QUICK.model_copy(update={"batch": QUICK.batch.model_copy(update={"jobs": jobs})})
        go(folder, out=tmp_path / f"out{jobs}", settings=settings)
    assert tree(tmp_path / "out1") == tree(tmp_path / "out4")


def test_two_runs_over_one_output_folder_are_refused(documents: Documents, tame: None, out: Path) -> None:
    folder = documents({"a.txt": "ok"})
    with locked(out), pytest.raises(OutputError, match="another run"):
        go(folder, out=out)


def test_a_full_disk_stops_the_run_and_loses_nothing(documents: Documents, out: Path, mark: str) -> None:
    folder = documents({"a.txt": "ok", "b.txt": "full_disk", "c.txt": "ok", "d.txt": "ok"})
    with pytest.raises(OutputError, match="no space"):
        go(folder, out=out)
    assert outcomes(out)["b.txt"] == "pending"
    (folder / "b.txt").write_text("ok")
    assert go(folder, out=out).totals.outcomes["ok"] == 4
    assert leftovers(out) == []
    assert still_running(mark) == []


def test_what_is_in_the_way_is_not_overwritten(documents: Documents, tame: None, out: Path) -> None:
    (out / "a.txt").mkdir(parents=True)
    (out / "a.txt" / "thesis.txt").write_text("years of work")
    go(documents({"a.txt": "ok"}), out=out)
    assert outcomes(out) == {"a.txt": "failed"}
    assert [path.name for path in (out / "a.txt").iterdir()] == ["thesis.txt"]


def test_stopping_keeps_what_is_read_and_goes_on_later(
    documents: Documents, out: Path, mark: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("justera.batch.drive.GRACE_SECONDS", 0.1)
    folder = documents({f"{number}.txt": "ok 0.3" for number in range(8)})
    stop = threading.Event()

    class Stopper(Observer):
        def finished(self, result: Result) -> None:
            stop.set()

    summary = run([folder], out, QUICK, Options(stage=STAGE), observer=Stopper(), stop=stop)
    assert summary.stopped and summary.totals.outcomes["pending"] > 0
    assert leftovers(out) == []
    assert still_running(mark) == []
    assert go(folder, out=out).totals.outcomes["ok"] == 8


def test_what_kills_the_run_again_and_again_is_put_in_quarantine(
    documents: Documents, tame: None, out: Path
) -> None:
    folder = documents({"a.txt": "ok", "b.txt": "ok"})
    go(folder, out=out, limit=0)
    ledger = Ledger.open(out)
    for _ in range(MOST_INTERRUPTIONS):
        ledger.connection.execute("UPDATE documents SET state = 'running' WHERE name = 'a.txt'")
        ledger.count_interruptions()
    ledger.close()
    assert read_by(folder, out) == ["b.txt"]
    assert outcomes(out) == {"a.txt": "crash", "b.txt": "ok"}
    assert read_by(folder, out) == []
    assert read_by(folder, out, retry=Retry.FAILED) == ["a.txt"]
    assert outcomes(out) == {"a.txt": "ok", "b.txt": "ok"}


def test_interrupted_documents_are_read_last(documents: Documents, tame: None, out: Path) -> None:
    folder = documents({name: "ok" for name in ("a.txt", "b.txt", "c.txt")})
    go(folder, out=out, limit=0)
    ledger = Ledger.open(out)
    ledger.connection.execute("UPDATE documents SET state = 'running' WHERE name = 'a.txt'")
    ledger.close()
    told = Told()
    run([folder], out, QUICK, Options(stage=STAGE, engine=EngineName.INLINE), observer=told)
    assert told.read == ["b.txt", "c.txt", "a.txt"]


def test_status_groups_what_went_wrong(documents: Documents, tame: None, out: Path) -> None:
    go(documents({"a.txt": "ok", "b.txt": "encrypted", "c.txt": "encrypted", "d.txt": "bug"}), out=out)
    found = status(out)
    assert [(group.outcome, group.count) for group in found.groups] == [("failed", 2), ("failed", 1)]
    assert found.groups[0].reason == "the PDF needs a password" and found.groups[0].example == "b.txt"
    assert not found.running and found.documents_per_second > 0
    known = explain(out, "d.txt")
    assert known is not None and "ValueError" in known["trace"]
    assert explain(out, "nothing.txt") is None


def test_reasons_that_differ_in_numbers_are_one_group(documents: Documents, tame: None, out: Path) -> None:
    go(documents({"a.txt": "pages 1:bug 4:bug", "b.txt": "pages 2:bug 3:bug", "c.txt": "encrypted"}), out=out)
    groups = [(group.outcome, group.reason, group.count, group.example) for group in status(out).groups]
    assert groups == [
        ("partial", "pages 1, 4 could not be read", 2, "a.txt"),
        ("failed", "the PDF needs a password", 1, "c.txt"),
    ]


def test_the_books_hold_no_document_text_but_in_the_trace(
    documents: Documents, tame: None, out: Path
) -> None:
    go(documents({"a.txt": "bug"}), out=out)
    said = (out / "a.txt" / "outcome.json").read_text() + (out / "documents.csv").read_text()
    assert "Anna" not in said
    assert outcomes(out) == {"a.txt": Outcome.FAILED}


def test_a_damaged_ledger_is_one_clear_error_and_is_made_again(
    documents: Documents, tame: None, out: Path
) -> None:
    folder = documents({"a.txt": "ok", "b.txt": "bug"})
    go(folder, out=out)
    for suffix in ("-wal", "-shm"):
        (out / ".justera" / f"ledger.sqlite{suffix}").unlink(missing_ok=True)
    (out / ".justera" / "ledger.sqlite").write_bytes(b"no ledger" * 1000)
    for use in (lambda: go(folder, out=out), lambda: status(out)):
        with pytest.raises(OutputError, match="delete it"):
            use()
    (out / ".justera" / "ledger.sqlite").unlink()
    assert status(out).totals.outcomes["ok"] == 1
    assert read_by(folder, out) == []


def test_pages_that_were_lost_are_named_with_the_reason() -> None:
    fault = "Tesseract is not installed; install it"
    outcome, reason, step = judge(Facts(pages=4, lost_pages=(2, 4), fault=fault, grade="god"))
    assert (outcome, reason) == (Outcome.PARTIAL, f"pages 2, 4 could not be read ({fault})")
    assert "--retry failed" in step


def test_no_run_has_been_there(tmp_path: Path) -> None:
    with pytest.raises(NoResults):
        status(tmp_path)
