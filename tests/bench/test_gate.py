from __future__ import annotations

import importlib.util
import json
import sys
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


def load(name: str) -> ModuleType:
    """A module of bench/, which is not installed."""
    spec = importlib.util.spec_from_file_location(f"bench.{name}", ROOT / "bench" / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[f"bench.{name}"] = module
    spec.loader.exec_module(module)
    return module


gate: Any = load("gate")
page: Any = load("page")


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Floors, results and the record of regressions in a folder of the test's own."""
    (tmp_path / "work").mkdir()
    for module in (gate, page):
        monkeypatch.setattr(module, "FLOORS", tmp_path / "floors.toml")
        monkeypatch.setattr(module, "WORK", tmp_path / "work")
    monkeypatch.setattr(gate, "REGRESSIONS", tmp_path / "regressions.jsonl")
    return tmp_path


def measured(folder: Path, digest: str = "d1", **figures: float) -> None:
    data = {"digest": digest, "figures": figures}
    (folder / "work" / "repair.json").write_text(json.dumps(data), encoding="utf-8")


def pins(folder: Path) -> dict[str, Any]:
    return tomllib.loads((folder / "floors.toml").read_text(encoding="utf-8"))["repair"]  # type: ignore[no-any-return]


def test_new_figures_are_pinned_in_their_direction(elsewhere: Path) -> None:
    measured(elsewhere, cer=0.02, f1=0.9, numbers_invented=3, words_found=0.5)
    assert gate.main(["--update"]) == 0
    assert pins(elsewhere) == {
        "digest": "d1",
        "cer": {"ceiling": 0.02},
        "f1": {"floor": 0.9},
        "numbers_invented": {"ceiling": 3.0},
        "words_found": {"floor": 0.5},
    }
    assert gate.main([]) == 0


@pytest.mark.parametrize("worse", [{"cer": 0.021, "f1": 0.9}, {"cer": 0.02, "f1": 0.89}, {"cer": 0.02}])
def test_a_worse_or_missing_figure_fails(worse: dict[str, float], elsewhere: Path) -> None:
    measured(elsewhere, cer=0.02, f1=0.9)
    gate.main(["--update"])
    measured(elsewhere, "d1", **worse)
    assert gate.main([]) == 1
    assert gate.main(["other"]) == 0


def test_a_difference_below_epsilon_is_none(elsewhere: Path) -> None:
    measured(elsewhere, f1=0.9)
    gate.main(["--update"])
    measured(elsewhere, f1=0.89995)
    assert gate.main([]) == 0
    assert gate.main(["--update"]) == 0
    assert pins(elsewhere)["f1"] == {"floor": 0.9}


def test_updates_only_raise(elsewhere: Path) -> None:
    measured(elsewhere, cer=0.02, f1=0.9)
    gate.main(["--update"])
    measured(elsewhere, cer=0.01, f1=0.95)
    assert gate.main(["--update"]) == 0
    assert pins(elsewhere)["f1"] == {"floor": 0.95}
    measured(elsewhere, cer=0.01, f1=0.93)
    assert gate.main(["--update"]) == 2
    assert gate.main(["--update", "--allow-regression"]) == 2
    assert pins(elsewhere)["f1"] == {"floor": 0.95}


def test_a_regression_needs_a_reason_that_is_kept(elsewhere: Path) -> None:
    measured(elsewhere, f1=0.95)
    gate.main(["--update"])
    measured(elsewhere, f1=0.93)
    assert gate.main(["--update", "--allow-regression", "--reason", "a harder corpus"]) == 0
    assert pins(elsewhere)["f1"] == {"floor": 0.93}
    entry = json.loads((elsewhere / "regressions.jsonl").read_text(encoding="utf-8"))
    assert entry["reason"] == "a harder corpus"
    assert entry["changes"] == ["repair.f1: 0.95 -> 0.93"]


def test_another_corpus_is_told(elsewhere: Path) -> None:
    measured(elsewhere, f1=0.9)
    gate.main(["--update"])
    measured(elsewhere, digest="d2", f1=0.9)
    assert gate.main([]) == 1
    assert gate.main(["--update"]) == 2
    assert gate.main(["--update", "--allow-regression", "--reason", "more layouts"]) == 0
    assert gate.main([]) == 0


def test_a_benchmark_that_was_not_run_fails(elsewhere: Path) -> None:
    measured(elsewhere, f1=0.9)
    gate.main(["--update"])
    (elsewhere / "work" / "repair.json").unlink()
    assert gate.main([]) == 1


def test_figures_of_the_shared_data_and_slack(elsewhere: Path) -> None:
    (elsewhere / "floors.toml").write_text(
        '[repair]\nreal_cer = { ceiling = 0.1, needs = "shared" }\nseconds = { ceiling = 5, slack = 0.5 }\n',
        encoding="utf-8",
    )
    measured(elsewhere, seconds=2.0)
    assert gate.main([]) == 0
    assert gate.main(["--update"]) == 0
    assert pins(elsewhere)["seconds"] == {"ceiling": 3.0, "slack": 0.5}
    measured(elsewhere, seconds=2.9)
    assert gate.main(["--update"]) == 0
    assert pins(elsewhere)["seconds"] == {"ceiling": 3.0, "slack": 0.5}
    assert pins(elsewhere)["real_cer"] == {"ceiling": 0.1, "needs": "shared"}


def test_the_page_shows_figures_beside_their_pins(elsewhere: Path) -> None:
    from xml.etree.ElementTree import parse

    measured(elsewhere, cer=0.02, f1=0.9, pages_per_second=3.5)
    gate.main(["--update"])
    text = page.write(elsewhere).read_text(encoding="utf-8")
    assert "| f1 | 0.9 | at least 0.9 |" in text
    assert "| cer | 0.02 | at most 0.02 |" in text
    bars = parse(elsewhere / "quality" / "repair.svg").getroot()
    assert len(bars.findall("{http://www.w3.org/2000/svg}rect")) == 2


def test_the_committed_floors_can_be_read() -> None:
    floors = gate.load_floors(ROOT / "bench" / "floors.toml")
    assert all(bench.pins for bench in floors.values())
