"""Files that are out to do harm, through a whole run; `bench/fuzz.py` does it with thousands."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from justera.batch import Summary, run, tally
from justera.batch.ledger import Ledger
from justera.exit_code import ExitCode
from justera.settings import BatchSettings, LimitSettings, OcrSettings, Settings

from . import specimens
from .conftest import leftovers, still_running

SETTINGS = Settings(
    ocr=OcrSettings(language="swe", second_language="", dpi=100),
    limits=LimitSettings(
        document_seconds=30, document_seconds_per_page=0.01, idle_seconds=30, page_seconds=10
    ),
    batch=BatchSettings(jobs=2, attempts=1),
)

CODES = {
    "empty.pdf": ExitCode.NO_PAGES,
    "empty.txt": ExitCode.NO_PAGES,
    "zero-pages.pdf": ExitCode.NO_PAGES,
    "encrypted.pdf": ExitCode.ENCRYPTED,
    "truncated.pdf": ExitCode.DAMAGED,
    "million-pages.pdf": ExitCode.DAMAGED,
    "half.tiff": ExitCode.DAMAGED,
    "html-called.pdf": ExitCode.UNSUPPORTED_INPUT,
    "binary-called.txt": ExitCode.UNSUPPORTED_INPUT,
    "huge-page.pdf": ExitCode.PAGE_TOO_LARGE,
    "huge-image.png": ExitCode.TOO_MANY_PIXELS,
    "endless-image.png": ExitCode.TOO_MANY_PIXELS,
}
"""What the user is told, exactly."""

SLOW = {
    "flate-bomb.pdf",
    "deep-graphics-state.pdf",
    "long-line.txt",
    "many-pages.txt",
    "brackets.txt",
    "deep-array.pdf",
    "repeated-page.pdf",
}
"""Left to the benchmark."""

MUTANTS = 12


@pytest.fixture(scope="module")
def campaign(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Summary, str]:
    """One run over all of them."""
    home = tmp_path_factory.mktemp("hostile")
    (home / "in").mkdir()
    made = {name: make for name, make in specimens.HOSTILE.items() if name not in SLOW}
    for name, make in made.items():
        (home / "in" / name).write_bytes(make())
    for name, data in specimens.mutants(4 * MUTANTS, seed=11):
        if name.endswith(("text.pdf", "streams.pdf")):
            (home / "in" / name).write_bytes(data)
    mark = home.name + str(os.getpid())
    os.environ["JUSTERA_TEST_MARK"] = mark
    try:
        summary = run([home / "in"], home / "out", SETTINGS)
    finally:
        del os.environ["JUSTERA_TEST_MARK"]
    return home, summary, mark


def told(out: Path) -> dict[str, tuple[str, int, str]]:
    ledger = Ledger.open(out)
    rows = {row["name"]: (row["outcome"], row["code"], row["reason"]) for row in tally.rows(ledger)}
    ledger.close()
    return rows


@pytest.mark.ocr
def test_every_file_has_one_outcome_and_nothing_is_left(campaign: tuple[Path, Summary, str]) -> None:
    home, summary, mark = campaign
    files = len(list((home / "in").iterdir()))
    assert files > len(CODES) + MUTANTS
    assert summary.totals.inputs == files == sum(summary.totals.outcomes.values())
    assert summary.totals.outcomes["pending"] == 0
    assert leftovers(home / "out") == []
    assert still_running(mark) == []


@pytest.mark.ocr
@pytest.mark.parametrize("name", CODES)
def test_the_user_is_told_what_is_wrong(campaign: tuple[Path, Summary, str], name: str) -> None:
    outcome, code, reason = told(campaign[0] / "out")[name]
    assert (outcome, code) == ("failed", CODES[name]), reason


@pytest.mark.ocr
def test_no_error_is_unforeseen(campaign: tuple[Path, Summary, str]) -> None:
    rows = told(campaign[0] / "out")
    assert {name: row for name, row in rows.items() if row[2].startswith("unexpected")} == {}
