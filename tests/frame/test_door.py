from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from justera import __version__
from justera.cli.app import COMMANDS
from justera.exit_code import ExitCode

HEAVY = ("numpy", "pdfplumber", "PIL", "rapidfuzz", "pydantic", "distributed", "pikepdf", "pypdfium2")


def justera(*args: str, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "from justera.cli import main; main()", *args],
        capture_output=True,
        text=True,
        cwd=folder,
        timeout=60,
        check=False,
    )


def test_help_lists_every_command() -> None:
    done = justera("--help")
    assert done.returncode == ExitCode.OK
    assert all(name in done.stdout for name in COMMANDS)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_help(name: str) -> None:
    done = justera(name, "--help")
    assert done.returncode == ExitCode.OK
    assert len(done.stdout.splitlines()) > 3


def test_version() -> None:
    assert justera("--version").stdout == f"justera {__version__}\n"


def test_the_door_opens_without_the_heavy_libraries() -> None:
    code = f"import sys; import justera.cli.app; print([m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_an_error_is_one_line_on_stderr_and_its_code(tmp_path: Path) -> None:
    (tmp_path / "justera.toml").write_text("[ocr]\ndpi = 1\n")
    done = justera("config", folder=tmp_path)
    assert done.returncode == ExitCode.SETTINGS
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert "ocr.dpi" in done.stderr


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("run",), "missing argument 'INPUT...'; see justera run --help"),
        (("run", "in"), "missing option '--out' / '-o'; see justera run --help"),
        (("run", "in", "--fromat", "pdf"), "no such option: --fromat; did you mean --format?"),
        (("exprot", "out"), "no such command 'exprot'; did you mean 'export'?"),
        (("run", "in", "-o", "out", "--retry", "maybe"), "'maybe' is not one of"),
    ],
)
def test_what_the_parser_refuses_is_one_line_too(given: tuple[str, ...], said: str) -> None:
    done = justera(*given)
    assert (done.returncode, done.stdout) == (ExitCode.USAGE, "")
    assert done.stderr.startswith("justera: ") and said in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_output_that_nobody_wants_is_neither_an_error_nor_a_verdict() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    call = [sys.executable, "-c", "from justera.cli import main; main()", "export", "--list"]
    done = subprocess.run(call, stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (ExitCode.OUTPUT_NOT_WANTED, "")


def test_messages_can_be_json(tmp_path: Path) -> None:
    (tmp_path / "justera.toml").write_text("[ocr]\ndpi = 1\n")
    for place in (0, 1):
        given = ["config"]
        given[place:place] = ["--log-format", "json"]
        message = json.loads(justera(*given, folder=tmp_path).stderr)
        assert (message["level"], message["code"]) == ("error", ExitCode.SETTINGS)
    refused = justera("run", "--log-format", "json", "in")
    assert json.loads(refused.stderr)["code"] == ExitCode.USAGE


def test_config_prints_each_value_with_its_source_as_toml(tmp_path: Path) -> None:
    import tomllib

    (tmp_path / "justera.toml").write_text("[ocr]\ndpi = 200\n")
    done = justera("config", folder=tmp_path)
    values = tomllib.loads(done.stdout)
    assert values["ocr"]["dpi"] == 200
    assert "ocr.dpi = 200  # justera.toml" in done.stdout
    assert "ocr.max_pixels = 200000000  # default" in done.stdout


def test_an_unknown_command_is_a_usage_error() -> None:
    assert justera("frobnicate").returncode == ExitCode.USAGE


def test_an_unforeseen_error_is_one_line_too(tmp_path: Path) -> None:
    code = (
        "import sys; from justera.cli import app; import justera.settings as settings\n"
        "def broken(*a, **k): raise ZeroDivisionError('x')\n"
        "settings.resolve = broken; sys.argv = ['justera', 'config']; app.main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert done.returncode == ExitCode.INTERNAL
    assert len(done.stderr.splitlines()) == 1
    assert "ZeroDivisionError" in done.stderr
    assert "JUSTERA_TRACE" in done.stderr


def test_letters_that_the_terminal_has_not_end_no_command(tmp_path: Path) -> None:
    (tmp_path / "justera.toml").write_text('[ocr]\nlanguage = "→"\n', encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", "from justera.cli import main; main()", "config"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONIOENCODING": "latin-1"},
        check=False,
    )
    assert done.returncode == ExitCode.OK and 'ocr.language = "\\u2192"' in done.stdout
