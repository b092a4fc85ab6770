"""`justera status`: how a run stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from ..batch.status import Status

MOST_GROUPS = 20


def command(
    out: Annotated[str, typer.Argument(help="The folder that was given to justera run with -o.")],
    json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
    explain: Annotated[str, typer.Option(help="All that is known of the document of this name.")] = "",
) -> None:
    """Say how the last run over a folder stands: counts, rate, time left, what went wrong and why."""
    from ..batch import status as books

    if explain:
        _explain(out, explain)
        return
    found = books.status(out)
    print(_json(found) if json else "\n".join(_lines(found)))


def _explain(out: str, name: str) -> None:
    from ..batch import status as books
    from ..errors import UsageError
    from ..printable import visible

    known = books.explain(out, name)
    if known is None:
        raise UsageError(f"no input is called {name}", next_step=f"see the names in {out}/documents.csv")
    told = known | {"outcome": known["outcome"] or known["state"], "finished": _moment(known["finished"])}
    for field, words in EXPLAINED.items():
        if told[field] not in ("", None, 0, 0.0):
            text = str(told[field])
            print(f"{words}: {text if field == 'trace' else visible(text)}")


EXPLAINED = {
    "name": "name",
    "original": "called by you",
    "path": "read from",
    "outcome": "outcome",
    "reason": "reason",
    "next_step": "next step",
    "code": "exit code",
    "pages": "pages",
    "decisions": "decisions",
    "repairs": "repairs",
    "findings": "findings",
    "doubtful": "doubtful words",
    "attempts": "times read",
    "interruptions": "times that a run died while reading it",
    "seconds": "seconds that it took",
    "peak_mb": "memory that it took, in MB",
    "finished": "finished",
    "size": "bytes",
    "sha256": "sha256",
    "trace": "trace",
}
"""What the books know, in words; the rest of their columns serves the books themselves."""


def _moment(seconds: float) -> str:
    from datetime import datetime

    return datetime.fromtimestamp(seconds).isoformat(" ", "seconds") if seconds else ""


def _lines(found: Status) -> list[str]:
    from .summary import WORDS
    from .wording import duration

    counts = found.totals.outcomes
    lines = [_state(found)]
    lines += [
        f"  {counts[name]:>9,} {words[counts[name] != 1]}".replace(",", " ")
        for name, words in WORDS.items()
        if counts[name]
    ]
    lines.append(f"  {found.totals.inputs:>9,} files in all".replace(",", " "))
    if found.documents_per_second >= 0.005:
        pace = f"{found.documents_per_second:.2f} documents/s, {found.pages_per_second:.2f} pages/s"
        left = "" if found.seconds_left is None else f", {duration(found.seconds_left)} left"
        lines.append(pace + left)
    if found.earlier:
        lines.append(f"{found.earlier} more documents are here from runs over other inputs.")
    return lines + _groups(found)


def _state(found: Status) -> str:
    from .wording import duration

    if found.running:
        return f"The run is running; {duration(found.seconds)} so far."
    if found.totals.outcomes["pending"]:
        return "The run has stopped with documents still to do; to go on, run the same command again."
    return "The run is finished; documents.csv lists every file with its outcome."


def _groups(found: Status) -> list[str]:
    from ..printable import visible

    lines = []
    for group in found.groups[:MOST_GROUPS]:
        lines.append(f"{group.count} x {group.outcome}: {visible(group.reason)}")
        lines.append(
            f"    e.g. {visible(group.example)}" + (f"; {group.next_step}" if group.next_step else "")
        )
    hidden = len(found.groups) - MOST_GROUPS
    return lines + ([f"and {hidden} more reasons, see documents.csv"] if hidden > 0 else [])


def _json(found: Status) -> str:
    from dataclasses import asdict
    from json import dumps

    return dumps(asdict(found), ensure_ascii=False, indent=1)
