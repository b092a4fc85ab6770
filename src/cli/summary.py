"""What a run says at its end: a summary that a person understands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ..batch.names import visible
from ..batch.outcome import Outcome
from . import messages
from .progress import duration

if TYPE_CHECKING:
    from ..batch import Summary

MOST_LISTED = 10
"""Documents that are named one by one; documents.csv has them all."""

READ = (Outcome.OK, Outcome.REVIEW, Outcome.PARTIAL)

WORDS = {
    Outcome.OK: "well read",
    Outcome.REVIEW: "need a look",
    Outcome.PARTIAL: "read in part",
    Outcome.FAILED: "cannot be read",
    Outcome.TIMEOUT: "took too long",
    Outcome.OOM: "took too much memory",
    Outcome.CRASH: "made the reader die",
    Outcome.SKIPPED: "are no documents",
    "pending": "still to do",
}
"""How each outcome is called after a number."""


def tell(summary: Summary, out: str) -> None:
    """Say how a run ended, where its files are and what to do next."""
    totals = summary.totals
    said = {"inputs": totals.inputs, **totals.outcomes, "pages": totals.pages}
    messages.say(
        _headline(summary), event="summary", **said, decisions=totals.decisions, repairs=totals.repairs
    )
    for line in (*_outcomes(summary), *_look(summary), *_files(summary, out)):
        messages.say(line, event="summary_line")
    if summary.plan.hidden:
        text = f"{summary.plan.hidden} hidden files and folders were left out."
        messages.say(text, event="hidden", count=summary.plan.hidden)
    if totals.outcomes["pending"]:
        text = "Run the same command again to go on."
        messages.say(f"Stopped. {text}" if summary.stopped else text, event="go_on")


def _headline(summary: Summary) -> str:
    totals = summary.totals
    documents = totals.inputs - totals.outcomes[Outcome.SKIPPED]
    text = f"{documents} documents, {totals.pages} pages, {totals.decisions} decisions found"
    return f"{text}, {totals.repairs} repairs made, in {duration(summary.seconds)}."


def _outcomes(summary: Summary) -> list[str]:
    counts = summary.totals.outcomes
    parts = [f"{counts[name]} {words}" for name, words in WORDS.items() if counts[name]]
    return ["  " + ", ".join(parts)] if parts else ["  there is nothing to read here"]


def _look(summary: Summary) -> list[str]:
    lines = [
        f"  {visible(one.name)}: {visible(one.reason)}" + (f" -> {one.next_step}" if one.next_step else "")
        for one in summary.look[:MOST_LISTED]
    ]
    more = sum(summary.totals.outcomes[name] for name in WORDS if name not in CALM) - len(lines)
    if more > 0:
        lines.append(f"  and {more} more, see documents.csv")
    return ["What needs a look:", *lines] if lines else []


CALM = (Outcome.OK, Outcome.SKIPPED, "pending")
"""What nobody needs to look at."""


def _files(summary: Summary, out: str) -> list[str]:
    if not any(summary.totals.outcomes[name] for name in READ):
        return [f"See {out}/documents.csv for every input and its outcome."]
    page = Path(out, "index.html")
    return [
        f"Files in {out}/: register.csv (every item), documents.csv (every input and its outcome),",
        "  and for each document a folder with record.json, text.txt and changes.jsonl.",
        *([f"To look at it, open {page} in a browser."] if page.exists() else []),
        *(f"  {complaint}" for complaint in summary.complaints),
    ]
