"""`justera accept`: keep results as goldens, after a person has looked."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from ..errors import UsageError
from . import messages
from .wording import several


def command(
    results: Annotated[Path, typer.Argument(help="Folder that justera run has written.")],
    goldens: Annotated[
        Path, typer.Argument(help="Folder of what was accepted before, kept in your repository.")
    ],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Accept everything without asking.")] = False,
) -> None:
    """Show what differs from the results accepted before (goldens), ask, and keep what is right."""
    from ..check import accepting

    if accepting.in_ci(os.environ):
        raise UsageError(
            "results are accepted by a person, not in CI",
            next_step="run justera accept at your desk, look at the changes and commit them",
        )
    changed = accepting.pending(results, goldens)
    kept = 0
    for one in changed:
        print("\n".join((one.name, *(f"  {line}" for line in one.lines))))
        if yes or typer.confirm(f"Accept {one.name} as it is now?", err=True):
            accepting.accept(one)
            kept += 1
    differing = several(len(changed), "document differs", "documents differ")
    text = f"{differing} from what was accepted before, {kept} accepted now"
    messages.say(text, event="accepted", differ=len(changed), accepted=kept)
