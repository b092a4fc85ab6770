"""What the GitHub Action runs, run here; and whether the action hands it all of its inputs."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from justera.schema import Record

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "tools" / "gate.sh"

Make = Callable[..., Record]
Put = Callable[..., Path]
Gate = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def gate(tmp_path: Path) -> Gate:
    """The script in a folder of its own; its keyword arguments are the action's inputs."""
    justera = tmp_path / "justera"
    justera.write_text(f'#!/bin/sh\nexec {sys.executable} -c "from justera.cli import main; main()" "$@"\n')
    justera.chmod(0o755)

    def run(**inputs: str) -> subprocess.CompletedProcess[str]:
        given = {f"GATE_{name.upper()}": value for name, value in inputs.items()}
        environment = os.environ | given | {"GATE_JUSTERA": str(justera), "GATE_RECORDS": "out"}
        environment |= {
            "GITHUB_OUTPUT": str(tmp_path / "output"),
            "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"),
        }
        return subprocess.run(
            ["bash", SCRIPT], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
        )

    return run


def test_valid_records_pass_and_leave_reports(record: Record, put: Put, gate: Gate, tmp_path: Path) -> None:
    put(record)
    assert gate().returncode == 0
    outputs = (tmp_path / "output").read_text(encoding="utf-8").split()
    assert outputs == ["sarif=justera-reports/check.sarif", "junit=justera-reports/check.xml"]
    assert all((tmp_path / line.split("=")[1]).stat().st_size for line in outputs)


def test_findings_fail_and_are_told(make: Make, put: Put, gate: Gate, tmp_path: Path) -> None:
    put(make(body=None))
    done = gate(language="sv")
    assert done.returncode == 1
    assert "::error file=out/sn.pdf/record.json,line=" in done.stdout
    assert "inget organ hittades" in (tmp_path / "summary").read_text(encoding="utf-8")


def test_goldens_are_held(record: Record, make: Make, put: Put, gate: Gate, tmp_path: Path) -> None:
    put(record)
    golden = tmp_path / "goldens" / "sn.pdf"
    golden.mkdir(parents=True)
    (golden / "record.json").write_text(make(body="Kulturnämnden").model_dump_json(), encoding="utf-8")
    assert gate(goldens="goldens", minimum="items_f1=1").returncode == 0
    assert gate(goldens="goldens", minimum="items_f1=1 body_f1=1").returncode == 1
    assert (tmp_path / "justera-reports" / "eval.html").is_file()


def test_own_troubles_are_no_verdict(gate: Gate, record: Record, put: Put) -> None:
    assert gate().returncode == 10
    put(record)
    assert gate(goldens="nothing").returncode == 10
    assert gate(baseline="nothing.json").returncode == 2


def test_the_action_hands_over_all_of_its_inputs() -> None:
    action = (ROOT / "action.yml").read_text(encoding="utf-8")
    declared = set(re.findall(r"^  ([a-z-]+):\n    description:", action.split("outputs:")[0], re.MULTILINE))
    assert declared == set(re.findall(r"inputs\.([a-z-]+)", action))
    handed = set(re.findall(r"(GATE_[A-Z_]+):", action))
    assert handed <= set(re.findall(r"GATE_[A-Z_]+", SCRIPT.read_text(encoding="utf-8")))
    assert {name.replace("-", "_").upper() for name in declared - {"install"}} == {
        name.removeprefix("GATE_") for name in handed
    }


def test_the_hooks_call_the_command() -> None:
    hooks = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    assert re.findall(r"entry: (justera check.*)", hooks) == [
        "justera check",
        "justera check --fail-on warning",
    ]
    pattern = re.findall(r"files: (.*)", hooks)[0]
    assert re.search(pattern, "out/a.pdf/record.json") and not re.search(pattern, "out/other-record.json")
