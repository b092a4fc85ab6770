"""Count how often readings are right at each step of their confidence: `python -m tools.reading.calibration`.

Reads invented scans of all qualities and kinds and writes `src/ingest/readings/calibration.toml`; about five
minutes. Layouts that are kept for testing take no part.
"""

from __future__ import annotations

import tempfile
from collections import defaultdict
from pathlib import Path

from justera.ingest import open_source
from justera.ingest.readings import confidence
from justera.settings import LimitSettings, OcrSettings
from tools.isotonic import falling
from tools.layouts.invent import invent
from tools.reading import outcomes

ROOT = Path(__file__).parents[2]

FIRST_SEED = 9_600
DOCUMENTS = 60
KINDS = ("protokoll", "tjansteskrivelse", "protokollsutdrag", "kallelse", "delegationsbeslut")
QUALITIES = ("clean", "office", "poor")

PRIOR_WEIGHT = 4.0
"""So many words as wrong as the reader itself says stand beside those that are counted at each step."""


def main() -> None:
    """Count and write."""
    path = ROOT / "src" / "ingest" / "readings" / "calibration.toml"
    path.write_text("", encoding="utf-8")  # nothing is calibrated while it is counted
    counts: dict[str, list[list[float]]] = defaultdict(lambda: [[0.0, 0.0] for _ in confidence.STEPS])
    with tempfile.TemporaryDirectory() as folder:
        for number in range(DOCUMENTS):
            _count(number, Path(folder), counts)
    rows = [f"{group} = {falling(_with_prior(steps))}" for group, steps in sorted(counts.items())]
    head = "# Share of wrong words at each step of confidence (tools/reading/calibration.py)"
    path.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")


def _count(number: int, folder: Path, counts: dict[str, list[list[float]]]) -> None:
    one = invent(
        FIRST_SEED + number,
        kind=KINDS[number % len(KINDS)],
        quality=QUALITIES[number % len(QUALITIES)],
        layer="none",
    )
    path = folder / one.name
    path.write_bytes(one.data)
    with open_source(path, OcrSettings(), LimitSettings(), name=one.name) as source:
        words = [word for page in source.read().pages for word in page.words]
    for word, is_right in zip(words, outcomes.of_words(words, one.text), strict=True):
        if word.confidence is not None:
            step = counts[confidence.group_of(word)][confidence.step_of(word.confidence)]
            step[0] += 1
            step[1] += not is_right


def _with_prior(steps: list[list[float]]) -> list[tuple[float, float]]:
    ends = [*confidence.STEPS[1:], 1.0]
    return [
        (total + PRIOR_WEIGHT, wrong + PRIOR_WEIGHT * (1 - (start + end) / 2))
        for (total, wrong), start, end in zip(steps, confidence.STEPS, ends, strict=True)
    ]


if __name__ == "__main__":
    main()
