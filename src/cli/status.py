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
    from ..batch.names import visible
    from ..errors import UsageError

    known = books.explain(out, name)
    if known is None:
        raise UsageError(f"no input is called {name}", next_step=f"see the names in {out}/documents.csv")
    for field, value in known.items():
        if value not in ("", None, 0, 0.0):
            text = str(value)
            print(f"{field}: {text if field == 'trace' else visible(text)}")


def _lines(found: Status) -> list[str]:
    from .progress import duration
    from .summary import WORDS

    counts = found.totals.outcomes
    state = (
        "running"
        if found.running
        else "stopped with documents still to do"
        if counts["pending"]
        else "finished"
    )
    lines = [
        f"The run is {state}; {duration(found.seconds)} so far." if found.running else f"The run is {state}."
    ]
    lines += [
        f"  {counts[name]:>9,} {words}".replace(",", " ") for name, words in WORDS.items() if counts[name]
    ]
    lines.append(f"  {found.totals.inputs:>9,} inputs".replace(",", " "))
    if found.documents_per_second >= 0.005:
        pace = f"{found.documents_per_second:.2f} documents/s, {found.pages_per_second:.2f} pages/s"
        left = "" if found.seconds_left is None else f", {duration(found.seconds_left)} left"
        lines.append(pace + left)
    if found.earlier:
        lines.append(f"{found.earlier} more documents are here from runs over other inputs.")
    return lines + _groups(found)


def _groups(found: Status) -> list[str]:
    from ..batch.names import visible

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
