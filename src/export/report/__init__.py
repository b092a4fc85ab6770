"""`index.html`: a report to look at, of the run and of each document; opens from the disk, offline."""

from __future__ import annotations

from pathlib import Path

from ...schema import Reading
from ..files import write_text
from ..formats import Complain
from ..remark import Remark
from . import document_page, index_page, pictures
from .summary import PAGE, count_skipped, summaries


def write(reading: Reading, folder: Path, source: Path) -> Remark | None:
    """Write a document's page and its pictures; gives a note where pages have no picture."""
    shots = pictures.write(reading, folder, source)
    write_text(folder / PAGE, document_page.html(reading, folder, shots))
    if not shots.problems:
        return None
    number, reason = next(iter(shots.problems.items()))
    return Remark.of("without_pictures", count=len(shots.problems), page=number, why=reason)


def write_run(out: Path, complain: Complain) -> None:
    """Write the run's page."""
    run = index_page.collect(summaries(out, complain), skipped=count_skipped(out))
    write_text(out / PAGE, index_page.html(run))
