"""A run on paper: shards in a file, for `justera run-shard` under Slurm, Kubernetes and the like.

One line of JSON says what is the same for all, each further line is one shard. Shards may run in any
order, at the same time, and again: what is published already is left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Any

from ..errors import OutputError, UsageError
from ..settings import Settings
from . import fingerprint, output, peer, remote, shard
from .assignment import Assignment
from .job import Work
from .shard import Report, Shard
from .slots import Slots
from .unit import Spec

VERSION = 3


def write(path: Path, assignment: Assignment, shards: Iterable[Shard]) -> int:
    """Write a manifest; the number of its shards.

    Raises:
        OutputError: it cannot be written.
    """
    head = {
        "manifest": VERSION,
        "out": str(assignment.store),
        "settings": assignment.work.settings.model_dump(mode="json"),
        "versions": assignment.fingerprint.versions,
        "token": peer.leave_token(assignment.store),
    }
    count = 0
    try:
        with path.open("w", encoding="ascii") as file:
            file.write(json.dumps(head) + "\n")
            for count, one in enumerate(shards, 1):  # noqa: B007 - the last number is the count
                file.write(json.dumps([asdict(spec) for spec in one.specs]) + "\n")
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error.strerror or error}") from error
    return count


def run(path: Path, number: int) -> Report:
    """Read the documents of one shard, numbered from 0, and publish them.

    Raises:
        UsageError: there is no such manifest or shard.
        ClusterError: this machine differs from the one that planned, or does not see the output folder.
    """
    head, specs = _read(path, number)
    settings = Settings.model_validate(head["settings"])
    wanted = fingerprint.of(head["versions"], settings)
    assignment = Assignment(Work(settings), output.at(remote.location(head["out"])), wanted)
    objection = peer.objection(assignment, head["token"])
    if objection is not None:
        raise objection
    slots = Slots()
    try:
        return shard.run(assignment, Shard(specs), slots, skip_done=True)
    finally:
        slots.close()


def _read(path: Path, number: int) -> tuple[dict[str, Any], tuple[Spec, ...]]:
    try:
        with path.open(encoding="ascii") as file:
            head = json.loads(file.readline())
            line = next(islice(file, number, None), None)
        if head.get("manifest") != VERSION or number < 0:
            raise ValueError(number)
        if line is None:
            raise UsageError(f"{path} has no shard {number}", next_step="shards are numbered from 0")
        return head, tuple(Spec(**spec) for spec in json.loads(line))
    except (OSError, ValueError, TypeError, AttributeError) as error:
        step = "make one with: justera run INPUT... -o OUT --plan MANIFEST"
        raise UsageError(f"{path} is no manifest of shards", next_step=step) from error
