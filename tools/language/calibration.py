"""How often each kind of choice is wrong: `python -m tools.language.calibration [SHARED]`.

Garbles half of the text that is held out from the model, and sentences about names that are hidden from it,
repairs it, and counts errors by what chose and by how sure it was. Writes `src/normalize/calibration.toml`;
the other half is for `bench/repair.py`.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from math import exp
from pathlib import Path

from justera.language import load
from justera.normalize import confidence
from justera.normalize.options import Source
from tools.isotonic import falling

from . import outcomes, sources, unlisted

ROOT = Path(__file__).parents[2]

LONGEST = 60_000
"""Characters of each held-out text that are used."""

READINGS = 3
"""How often each text is garbled: what becomes of a seldom word is chance."""

APART = 1000
"""Between the seeds of two readings of a text."""

UNLISTED_WEIGHT = 0.125
"""What a choice in a sentence about a hidden name counts: so many of them stand in as many words of the
held-out texts."""

OF_UNLISTED = (Source.NAME.value, Source.READ.value)
"""Kinds of choices that names without a list alone make, or nearly so."""

PRIOR_WEIGHT = 4.0
"""Choices added to each step with the error that the decoder itself expects, so that few do not say
"never"."""

LEAST_PRIOR = 0.01


def calibration_texts(shared: Path) -> Iterator[str]:
    """The texts that calibration may look at: every other held-out one."""
    for name in sources.CORPORA[1:]:
        blocks = sources.corpus_blocks(shared, name)
        held_out = (text for block, text in blocks if sources.is_held_out_block(block))
        yield from (text[:LONGEST] for number, text in enumerate(held_out) if number % 2)
    meetings = (text for stem, text in sources.meetings(shared) if sources.is_held_out_meeting(stem))
    yield from (text[:LONGEST] for number, text in enumerate(meetings) if number % 2)


def main(shared: Path) -> None:
    """Count and write."""
    counts: dict[str, list[list[float]]] = defaultdict(lambda: [[0.0, 0.0] for _ in confidence.STEPS])
    names = unlisted.hide(load(), unlisted.CALIBRATION)
    for number, text in enumerate(calibration_texts(shared)):
        for reading in range(READINGS):
            _count(text, number + reading * APART, counts, 1.0)
    _count("\n\n".join(unlisted.sentences(names)), len(names), counts, UNLISTED_WEIGHT)
    rows = [f"{group} = {falling(_with_prior(steps))}" for group, steps in sorted(counts.items())]
    path = ROOT / "src" / "normalize" / "calibration.toml"
    head = "# Share of wrong choices at each step of confidence (tools/language/calibration.py)"
    path.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")


def _count(text: str, seed: int, counts: dict[str, list[list[float]]], weight: float) -> None:
    """Count the choices of one text; those that only unlisted names make count whole everywhere."""
    for outcome in outcomes.of_text(text, seed):
        group, step = confidence.step_of(outcome.choice, outcome.piece)
        share = 1.0 if group.startswith(OF_UNLISTED) else weight
        counts[group][step][0] += share
        counts[group][step][1] += share * (outcome.shown != outcome.printed)


def _with_prior(steps: list[list[float]]) -> list[tuple[float, float]]:
    return [
        (total + PRIOR_WEIGHT, wrong + PRIOR_WEIGHT * max(exp(-certainty) / 2, LEAST_PRIOR))
        for (total, wrong), certainty in zip(steps, confidence.STEPS, strict=True)
    ]


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared")
