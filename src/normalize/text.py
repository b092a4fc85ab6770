"""Repair of one string, byte for byte what it was but for the changes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..collector import paused
from ..schema import Change
from ..settings import RepairSettings
from . import between_cells, ledger
from .channels import Decision
from .sheets import Sheet, work
from .verdict import Verdict

_LINE = re.compile(r"\r\n|[\n\r\v\x1c-\x1e\x85\u2028\u2029]")
_TOKEN = re.compile(r"\S+")
_SPACED = re.compile(r"(\S+)")


@dataclass(frozen=True, slots=True)
class RepairedText:
    """A repaired string with its ledger."""

    text: str
    changes: tuple[Change, ...]
    channels: tuple[Decision, ...]
    """One a page."""
    doubts: tuple[Verdict, ...]
    """Words that stayed as they were, or were changed, without certainty."""


@paused()
def repair_text(text: str, settings: RepairSettings | None = None) -> RepairedText:
    """Repair a text; form feeds separate its pages.

    Every change is in the ledger, and `undo` takes all of them back.
    """
    settings = settings or RepairSettings()
    pages = text.split(ledger.PAGE_BREAK)
    sheets = [Sheet([_TOKEN.findall(line) for line in _LINE.split(page)]) for page in pages]
    worked = work(sheets, settings)
    repaired: list[str] = []
    changes: list[Change] = []
    doubts: list[Verdict] = []
    for number, (page, done) in enumerate(zip(pages, worked, strict=True), start=1):
        verdicts = _between_cells(page, [verdict for line in done.verdicts for verdict in line])
        doubts += [verdict for verdict in verdicts if verdict.doubt is not None]
        repaired.append(_rewritten(page, verdicts, number, changes))
    channels = tuple(done.decision for done in worked)
    return RepairedText(ledger.PAGE_BREAK.join(repaired), tuple(changes), channels, tuple(doubts))


def _between_cells(page: str, verdicts: list[Verdict]) -> list[Verdict]:
    if between_cells.STROKE not in page:
        return verdicts
    spaces = _TOKEN.split(page)
    gaps = [0.0 if _LINE.search(space) else float(len(space.expandtabs(8))) for space in spaces]
    return between_cells.left(verdicts, [0.0, *gaps[1:-1], 0.0])


def _rewritten(page: str, verdicts: list[Verdict], number: int, changes: list[Change]) -> str:
    """The page with the verdicts in place of its tokens; white space stays as it is."""
    if not verdicts:
        return page
    parts = _SPACED.split(page)
    done = length = 0
    place = 1
    for verdict in verdicts:
        after = place + 2 * verdict.width - 1
        if verdict.after != verdict.before or verdict.width > 1:
            before = "".join(parts[place:after])
            parts[place:after] = [verdict.after, *[""] * (after - place - 1)]
            length += sum(map(len, parts[done:place]))
            done = place
            if before != verdict.after:
                exact = verdict if before == verdict.before else replace(verdict, before=before)
                changes.append(ledger.change(exact, page=number, offset=length))
        place = after + 1
    return "".join(parts)
