"""What a run says at its end: a summary that a person understands."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from ..batch.found import SAVE_AS
from ..batch.outcome import Outcome
from . import messages
from .wording import duration, several

if TYPE_CHECKING:
    from ..batch import Summary

MOST_LISTED = 10
"""Documents that are named one by one; documents.csv has them all."""

READ = (Outcome.OK, Outcome.REVIEW, Outcome.PARTIAL)

WORDS = {
    Outcome.OK: ("well read", "well read"),
    Outcome.REVIEW: ("needs a look", "need a look"),
    Outcome.PARTIAL: ("read in part", "read in part"),
    Outcome.FAILED: ("cannot be read", "cannot be read"),
    Outcome.TIMEOUT: ("took too long", "took too long"),
    Outcome.OOM: ("took too much memory", "took too much memory"),
    Outcome.CRASH: ("made the reader die", "made the reader die"),
    Outcome.SKIPPED: ("is no document", "are no documents"),
    "pending": ("still to do", "still to do"),
}
"""How each outcome is called after one, and after another number."""


def tell(summary: Summary, out: str) -> None:
    """Say how a run ended, where its files are and what to do next."""
    totals = summary.totals
    said = {"inputs": totals.inputs, **totals.outcomes, "pages": totals.pages}
    messages.say(
        _headline(summary), event="summary", **said, decisions=totals.decisions, repairs=totals.repairs
    )
    for line in (*_outcomes(summary), *_skipped(summary), *_look(summary), *_files(summary, out)):
        messages.say(line, event="summary_line")
    if summary.copies:
        text = several(summary.copies, "document is a copy", "documents are copies")
        messages.say(f"{text} of another one here: see sha256 in documents.csv.", event="copies")
    if summary.plan.hidden:
        text = several(summary.plan.hidden, "hidden file or folder was", "hidden files or folders were")
        messages.say(f"{text} left out.", event="hidden", count=summary.plan.hidden)
    if summary.stopped or totals.outcomes["pending"]:
        text = "Run the same command again to go on."
        messages.say(f"Stopped. {text}" if summary.stopped else text, event="go_on")


def _headline(summary: Summary) -> str:
    totals = summary.totals
    documents = totals.inputs - totals.outcomes[Outcome.SKIPPED]
    if not documents:
        return "No documents found; justera reads PDF, TIFF, PNG, JPEG and text files."
    text = f"{several(documents, 'document')}, {several(totals.pages, 'page')}"
    text += f", {several(totals.decisions, 'decision')} found, {several(totals.repairs, 'repair')} made"
    return f"{text}, in {duration(summary.seconds)}."


def _outcomes(summary: Summary) -> list[str]:
    counts = summary.totals.outcomes
    parts = [several(counts[name], *words) for name, words in WORDS.items() if counts[name]]
    return ["  " + ", ".join(parts)] if parts else []


def _skipped(summary: Summary) -> list[str]:
    """What was passed over, so that a kind of file that holds documents is not missed."""
    kinds = sorted(summary.skipped.items(), key=lambda one: (-one[1], one[0]))
    named = [f"{count} {kind or 'without an ending'}" for kind, count in kinds[:MOST_LISTED]]
    more = [f"{len(kinds) - MOST_LISTED} more kinds"] if len(kinds) > MOST_LISTED else []
    return [f"  Not read: {', '.join(named + more)}; {SAVE_AS}."] if named else []


def _look(summary: Summary) -> list[str]:
    lines = [
        f"  {one.name}: {one.reason}" + (f" -> {one.next_step}" if one.next_step else "")
        for one in summary.look[:MOST_LISTED]
    ]
    more = sum(summary.totals.outcomes[name] for name in WORDS if name not in CALM) - len(lines)
    if more > 0:
        lines.append(f"  and {more} more, see documents.csv")
    return ["What needs a look:", *lines] if lines else []


CALM = (Outcome.OK, Outcome.SKIPPED, "pending")
"""What nobody needs to look at."""


def _files(summary: Summary, out: str) -> list[str]:
    if not summary.totals.inputs:
        return []
    if not any(summary.totals.outcomes[name] for name in READ):
        return [f"See {out}/documents.csv for every file and its outcome."]
    page = Path(out, "index.html")
    how = "" if page.exists() else f"first run: justera export {shlex.quote(out)} -f report; then "
    return [
        f"Files in {out}/: register.csv (every item), documents.csv (every file and its outcome),",
        "  and for each document a folder with record.json, text.txt and changes.jsonl.",
        f"To see what needs a look beside its picture, {how}open {page} in a browser.",
        *(f"  {complaint}" for complaint in summary.complaints),
    ]
