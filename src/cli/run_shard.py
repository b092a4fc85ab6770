"""`justera run-shard`: one shard of a planned run, for Slurm arrays, Kubernetes jobs and the like."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def command(
    manifest: Annotated[Path, typer.Option(help="From justera run --plan.")],
    shard: Annotated[int, typer.Option(help="Number of the shard, from 0.", min=0)],
) -> None:
    """Read one shard of a plan and publish its documents; counts as JSON on stdout. May be run again."""
    import json
    from collections import Counter

    from ..batch import manifest as manifests
    from ..exit_code import ExitCode

    report = manifests.run(manifest, shard)
    counts = Counter(str(result.outcome) for result, _ in report.results)
    print(
        json.dumps(
            {"shard": shard, "documents": len(report.results), "outcomes": dict(sorted(counts.items()))}
        )
    )
    if report.problem:
        raise report.problem
    if report.cancelled:
        raise typer.Exit(ExitCode.INTERRUPTED)
