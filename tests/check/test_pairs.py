"""Predictions and truths that belong together."""

from __future__ import annotations

from pathlib import Path

from justera.check.pairs import pairs


def test_the_folder_of_a_text_that_failed_counts_as_nothing_predicted(tmp_path: Path) -> None:
    failed = tmp_path / "out" / "kallelse.txt"
    failed.mkdir(parents=True)
    (failed / "outcome.json").write_text("{}")
    truth = tmp_path / "truth"
    truth.mkdir()
    (truth / "kallelse.truth.txt").write_text("Kallelse")
    (pair,) = pairs(tmp_path / "out", truth)
    assert pair.predicted.read_text() is None and pair.true.read_text() == "Kallelse"
