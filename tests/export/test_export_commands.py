"""`justera export` and `justera search` as a person types them."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from tests.export import made
from typer.testing import CliRunner

from justera import export
from justera.cli import messages
from justera.cli.app import app
from justera.errors import JusteraError
from justera.schema import Reading


@pytest.fixture(autouse=True)
def loud() -> None:
    messages.configure(quiet=False, log_format=messages.LogFormat.TEXT)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A run over one scan, which lies in `in/`."""
    (tmp_path / "in").mkdir()
    source = made.scan(tmp_path / "in" / "a.pdf")
    folder = tmp_path / "out" / "a.pdf"
    folder.mkdir(parents=True)
    export.write_document(made.reading(source), folder, source, ["pages"])
    return tmp_path / "out"


def test_formats_are_written_later_without_reading_again(out: Path) -> None:
    formats = "pdf,alto,hocr,report,register,xlsx,jsonl,search"
    result = CliRunner().invoke(
        app, ["export", str(out), "--format", formats, "--input", str(out.parent / "in")]
    )
    assert result.exit_code == 0 and result.stdout == ""
    assert {path.name for path in (out / "a.pdf").iterdir()} >= {
        "document.pdf",
        "alto",
        "document.hocr",
        "index.html",
    }
    assert {path.name for path in out.iterdir()} == {
        "a.pdf", "index.html", "register.csv", "register.xlsx", "register.jsonl", "search.sqlite",
    }  # fmt: skip


def test_what_fell_short_of_many_is_said_once(out: Path) -> None:
    for name in ("b.txt", "c.txt"):
        (out / name).mkdir()
        page = replace(made.page(), width=0, height=0)
        reading = made.reading(pages=[page], name=name, media_type="text/plain")
        export.write_document(reading, out / name, Path(name), ["pages"])
    command = ["export", str(out), "-f", "pdf", "-i", str(out.parent / "in")]
    said = "b.txt and 1 more document: pdf: a text file has no page images to make a PDF of\n"
    assert said in CliRunner().invoke(app, command).stderr
    told = CliRunner().invoke(app, [*command, "--log-format", "json"]).stderr.splitlines()
    assert [json.loads(line).get("document") for line in told] == ["b.txt", "c.txt", None]


def test_a_long_export_tells_how_far_it_is(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    command = ["export", str(out), "--format", "alto"]
    assert "so far" not in CliRunner().invoke(app, command).stderr
    monkeypatch.setattr(messages, "LINE_SECONDS", -1.0)
    assert "1 document so far" in CliRunner().invoke(app, command).stderr


def test_a_source_that_is_not_found_is_said_and_the_rest_is_written(out: Path) -> None:
    for form in ("pdf,alto", "report"):
        result = CliRunner().invoke(app, ["export", str(out), "--format", form])
        assert result.exit_code == 3 and "but for what is told above" in result.stderr
    result = CliRunner().invoke(app, ["export", str(out), "--format", "pdf,alto"])
    assert (
        "a.pdf: pdf: the file that was read cannot be opened" in result.stderr
        and (out / "a.pdf" / "alto").is_dir()
    )


def test_one_broken_document_does_not_stop_the_others(out: Path) -> None:
    (out / "b.pdf").mkdir()
    (out / "b.pdf" / "record.json").write_text("{")
    result = CliRunner().invoke(app, ["export", str(out), "--format", "alto"])
    assert result.exit_code == 3 and "b.pdf" in result.stderr and (out / "a.pdf" / "alto").is_dir()


def test_a_fault_of_our_own_in_one_document_does_not_stop_the_others(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(out / "a.pdf", out / "b.pdf")
    given = export.load_reading

    def broken(folder: Path) -> Reading:
        if folder.name == "a.pdf":
            raise ZeroDivisionError
        return given(folder)

    monkeypatch.setattr(export, "load_reading", broken)
    result = CliRunner().invoke(app, ["export", str(out), "--format", "alto"])
    assert result.exit_code == 3 and "a.pdf: unforeseen ZeroDivisionError" in result.stderr
    assert (out / "b.pdf" / "alto").is_dir()


def test_nothing_chosen_is_a_usage_error(out: Path) -> None:
    result = CliRunner().invoke(app, ["export", str(out)])
    assert isinstance(result.exception, JusteraError) and "--format" in str(result.exception)


def test_formats_are_listed_with_their_files() -> None:
    result = CliRunner().invoke(app, ["export", "--list"])
    assert [line.split()[0] for line in result.stdout.splitlines()] == list(export.FORMATS)


def test_a_search_shows_page_snippet_and_file(out: Path) -> None:
    result = CliRunner().invoke(app, ["search", str(out), "bidraget"])
    assert result.exit_code == 0
    assert "a.pdf · page 1 · Hälsoskyddsnämnden · 2024-05-16" in result.stdout
    assert "[bidraget]" in result.stdout and str(out / "a.pdf" / "text.txt") in result.stdout


def test_a_search_for_programs_is_json_lines(out: Path) -> None:
    result = CliRunner().invoke(app, ["search", str(out), "nämnd", "--json", "--year", "2024"])
    (line,) = result.stdout.splitlines()
    assert json.loads(line)["page"] == 1 and json.loads(line)["folder"] == "a.pdf"


def test_a_page_cannot_steer_the_terminal(out: Path) -> None:
    (out / "a.pdf" / "text.txt").write_text("ordet \x1b[2J\x9b31m slut", encoding="utf-8")
    result = CliRunner().invoke(app, ["search", str(out), "ordet"])
    assert "[ordet]" in result.stdout and "\x1b" not in result.stdout and "\x9b" not in result.stdout


def test_an_empty_search_is_a_usage_error(out: Path) -> None:
    result = CliRunner().invoke(app, ["search", str(out)])
    assert isinstance(result.exception, JusteraError) and "nothing to search" in str(result.exception)
