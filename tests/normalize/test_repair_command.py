from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from justera.cli.app import app
from justera.errors import DamagedInput, JusteraError, MissingInput, RecordError, UsageError
from justera.exit_code import ExitCode

TEXT = (
    "Namnden beslutar att ge forvaltningen i uppdrag\r\natt aterkomma med ett forslag for aldre."
    "\f\tFran aren fore.\n"
)
BOMMED = f"\ufeff{TEXT}".encode()


def test_text_in_and_out_and_back(tmp_path: Path) -> None:
    source, ledger = tmp_path / "in.txt", tmp_path / "changes.jsonl"
    source.write_bytes(BOMMED)
    done = CliRunner().invoke(app, ["repair", str(source), "--ledger", str(ledger), "--explain"])
    assert done.exit_code == 0
    assert "Nämnden beslutar att ge förvaltningen i uppdrag\r\natt återkomma".encode() in done.stdout_bytes
    assert "no_diacritics" in done.stderr
    assert "forslag -> förslag" in done.stderr
    entries = [json.loads(line) for line in ledger.read_text(encoding="utf-8").splitlines()]
    assert {entry["page"] for entry in entries} == {1, 2}
    out = tmp_path / "out.txt"
    out.write_bytes(done.stdout_bytes)
    back = CliRunner().invoke(app, ["repair", str(out), "--undo", str(ledger)])
    assert back.stdout_bytes == BOMMED


def test_standard_input_is_read() -> None:
    done = CliRunner().invoke(app, ["repair", "-"], input=TEXT.encode())
    assert done.exit_code == 0
    assert "återkomma" in done.stdout


@pytest.mark.parametrize(
    ("data", "arguments", "error", "code", "message"),
    [
        (b"abc\n\xe5", [], DamagedInput, ExitCode.DAMAGED, "byte 4, on line 2, is 0xe5"),
        (None, [], MissingInput, ExitCode.MISSING_INPUT, "does not exist"),
        (b"abc", ["--undo", "SOURCE"], RecordError, ExitCode.RECORD_INVALID, "is no ledger"),
        (b"abc", ["--undo", "x", "--explain"], UsageError, ExitCode.USAGE, "--undo"),
    ],
)
def test_bad_input_is_told_in_one_line(
    tmp_path: Path,
    data: bytes | None,
    arguments: list[str],
    error: type[JusteraError],
    code: ExitCode,
    message: str,
) -> None:
    source = tmp_path / "in.txt"
    if data is not None:
        source.write_bytes(data)
    arguments = [str(source) if argument == "SOURCE" else argument for argument in arguments]
    done = CliRunner().invoke(app, ["repair", str(source), *arguments])
    assert isinstance(done.exception, JusteraError)
    assert type(done.exception) is error
    assert done.exception.exit_code is code
    assert message in str(done.exception)
