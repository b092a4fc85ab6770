"""The commands as a user or a CI server calls them."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from justera.cli.app import app
from justera.errors import JusteraError
from justera.exit_code import ExitCode
from justera.schema import Record

Make = Callable[..., Record]
Put = Callable[..., Path]


def call(*words: str | Path) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def code(result: Result) -> int:
    """The exit code that the process would end with."""
    if isinstance(result.exception, JusteraError):
        return result.exception.exit_code
    return result.exit_code


def test_a_valid_record_passes(record: Record, put: Put) -> None:
    result = call("check", put(record))
    assert code(result) == ExitCode.OK
    assert "passes" in result.stdout


def test_an_error_fails_and_a_warning_only_on_demand(make: Make, put: Put) -> None:
    bad = put(make(body=None), "bad.pdf")
    odd = put(make(date=None, authority=None), "odd.pdf")
    assert code(call("check", bad)) == ExitCode.FINDINGS
    assert code(call("check", odd)) == ExitCode.OK
    assert code(call("check", odd, "--fail-on", "warning")) == ExitCode.FINDINGS
    assert code(call("check", bad.parent.parent)) == ExitCode.FINDINGS


def test_a_broken_record_fails_and_a_missing_path_is_another_matter(put: Put, tmp_path: Path) -> None:
    broken = put({"schema_version": "1.0"})
    assert code(call("check", broken)) == ExitCode.FINDINGS
    assert code(call("check", tmp_path / "nothing")) == ExitCode.MISSING_INPUT
    assert code(call("check", broken, "--format", "roman")) == ExitCode.USAGE


def test_names_are_one_line_and_harm_no_record(tmp_path: Path) -> None:
    (tmp_path / "rad\nny.txt").write_text("Kommunstyrelsen\n")
    source = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xe5.txt"))
    source.write_text("Kommunstyrelsen\n")
    said = call("check", tmp_path).output
    assert f"reading {tmp_path}/" in said
    assert "/rad\\x0any.txt" in said and "/\\xe5.txt" in said and "R83" not in said


def test_a_baseline_accepts_what_is_known(make: Make, put: Put, tmp_path: Path) -> None:
    path, known = put(make(body=None)), tmp_path / "known.json"
    assert code(call("check", path, "--write-baseline", known)) == ExitCode.OK
    accepted = call("check", path, "--baseline", known)
    assert code(accepted) == ExitCode.OK
    assert "known findings accepted: 1" in accepted.stdout
    path.write_text(make(body=None, date="2024-02-31").model_dump_json(), encoding="utf-8")
    assert code(call("check", path, "--baseline", known)) == ExitCode.FINDINGS


def test_a_baseline_holds_for_any_output_folder(make: Make, put: Put, tmp_path: Path) -> None:
    path, known = put(make(body=None)), tmp_path / "known.json"
    call("check", path, "--write-baseline", known)
    assert str(tmp_path) not in known.read_text(encoding="utf-8")
    moved = tmp_path / "elsewhere" / "record.json"
    moved.parent.mkdir()
    moved.write_bytes(path.read_bytes())
    assert code(call("check", moved)) == ExitCode.FINDINGS
    assert code(call("check", moved, "--baseline", known)) == ExitCode.OK


def test_a_file_that_is_no_baseline(record: Record, put: Put, tmp_path: Path) -> None:
    (tmp_path / "known.json").write_text("[]", encoding="utf-8")
    assert code(call("check", put(record), "--baseline", tmp_path / "known.json")) == ExitCode.USAGE


def test_a_report_in_a_file_and_in_swedish(make: Make, put: Put, tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    result = call("check", put(make(body=None)), "-f", "junit", "--lang", "sv", "--output", report)
    assert (code(result), result.stdout) == (ExitCode.FINDINGS, "")
    assert "inget organ hittades" in report.read_text(encoding="utf-8")


def test_sources_that_are_gone(record: Record, put: Put, tmp_path: Path) -> None:
    result = call("check", put(record), "--sources", tmp_path, "--fail-on", "warning")
    assert code(result) == ExitCode.FINDINGS
    assert "sn.pdf is not in the folder of sources" in result.stdout


def test_the_schema_is_printed() -> None:
    assert json.loads(call("schema").stdout)["title"] == "Record"


@pytest.fixture
def truth(record: Record, tmp_path: Path) -> Path:
    folder = tmp_path / "truth"
    folder.mkdir()
    (folder / "sn.json").write_text(record.model_dump_json(), encoding="utf-8")
    (folder / "sn.truth.txt").write_text("§ 11 Ärende\n[handskrift]\nSocialnämnden", encoding="utf-8")
    return folder


def test_evaluation_as_a_table(record: Record, put: Put, truth: Path) -> None:
    predicted = put(record, text__txt="§ 11 Arende Socialnämnden").parents[1]
    result = call("eval", predicted, truth)
    assert code(result) == ExitCode.OK
    assert "0.5000" in next(line for line in result.stdout.splitlines() if line.startswith("sn "))
    assert any(line.startswith("decisions ") for line in result.stdout.splitlines())


def test_thresholds_make_it_a_gate(record: Record, put: Put, truth: Path) -> None:
    predicted = put(record, text__txt="§ 11 Arende Socialnämnden").parents[1]
    assert code(call("eval", predicted, truth, "--min", "CER=0.05", "--min", "items_f1=1")) == ExitCode.OK
    missed = call("eval", predicted, truth, "--min", "aao_recall=0.9")
    assert code(missed) == ExitCode.FINDINGS
    assert "misses its limit: aao_recall 0.5000, limit 0.9" in missed.stdout
    assert code(call("eval", predicted, truth, "--min", "CER=0.01")) == ExitCode.FINDINGS
    assert code(call("eval", predicted, truth, "--min", "votes_f1=0.5")) == ExitCode.FINDINGS
    assert code(call("eval", predicted, truth, "--min", "beauty=1")) == ExitCode.USAGE
    assert code(call("eval", predicted, truth, "--min", "CER=low")) == ExitCode.USAGE


def test_a_document_that_was_lost_counts_in_full(truth: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    report = json.loads(call("eval", tmp_path / "out", truth, "-f", "json").stdout)
    assert report["all"]["CER"] == 1
    assert report["all"]["items_f1"] == 0


def test_differences_in_place_as_a_page(make: Make, put: Put, truth: Path, tmp_path: Path) -> None:
    wrong = make(body="Kultur<nämnden>")
    predicted = put(wrong, text__txt="§ 11 Arende Socialnämnden").parents[1]
    page = tmp_path / "page.html"
    assert code(call("eval", predicted, truth, "-f", "html", "--output", page)) == ExitCode.OK
    html = page.read_text(encoding="utf-8")
    assert "<del>Arende</del> <ins>Ärende</ins>" in html
    assert "<del>Kultur&lt;nämnden&gt;</del>" in html
    assert "http" not in html


@pytest.fixture
def at_a_desk(monkeypatch: pytest.MonkeyPatch) -> None:
    from justera.check.accepting import CI_VARIABLES

    for name in CI_VARIABLES:
        monkeypatch.delenv(name, raising=False)


def test_goldens_are_not_accepted_in_ci(
    record: Record, put: Put, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    out, goldens = put(record).parents[1], tmp_path / "goldens"
    assert code(call("accept", out, goldens, "--yes")) == ExitCode.USAGE
    assert not goldens.exists()


@pytest.mark.usefixtures("at_a_desk")
def test_a_person_looks_before_a_golden_is_kept(record: Record, put: Put, tmp_path: Path) -> None:
    out, goldens = put(record, text__txt="Ärende 11").parents[1], tmp_path / "goldens"
    assert "new: protokoll, items: 2" in call("accept", out, goldens).stdout  # no answer is a no
    assert not goldens.exists()
    assert CliRunner().invoke(app, ["accept", str(out), str(goldens)], input="y\n").exit_code == 0
    assert (goldens / "sn.pdf" / "text.txt").read_text(encoding="utf-8") == "Ärende 11"
    assert call("accept", out, goldens, "--yes").stdout == ""
    assert code(call("eval", out, goldens, "--min", "items_f1=1", "--min", "CER=0")) == ExitCode.OK


@pytest.mark.usefixtures("at_a_desk")
def test_what_changed_is_shown(make: Make, put: Put, tmp_path: Path) -> None:
    path, goldens = put(make(), text__txt="Ärende 11\nlika"), tmp_path / "goldens"
    call("accept", path.parents[1], goldens, "--yes")
    path.write_text(make(body="Kulturnämnden").model_dump_json(), encoding="utf-8")
    (path.parent / "text.txt").write_text("Ärende 12\nlika", encoding="utf-8")
    shown = call("accept", path.parents[1], goldens, "--yes").stdout
    assert "body: 'Socialnämnden' -> 'Kulturnämnden'" in shown
    assert "-Ärende 11" in shown and "+Ärende 12" in shown
