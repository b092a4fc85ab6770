"""Several invented documents in one file, as registries scan them: minutes with a letter, a heap of mail."""

from __future__ import annotations

import random
from itertools import accumulate

from justera.schema.record import Part, Record

from ..paper import Damage, Paper
from .catalogue import set_script
from .invent import Invented, filed, written
from .truth import record

HEAPS = (
    ("protokoll", "tjansteskrivelse"),
    ("tjansteskrivelse", "protokollsutdrag"),
    ("kallelse", "tjansteskrivelse", "tjansteskrivelse"),
    ("protokollsutdrag", "protokollsutdrag", "anslag"),
)
"""Kinds of the documents of a bundle, in order."""


def bundle(
    seed: int,
    *,
    quality: str = "print",
    layer: str = "none",
    damage: Damage | None = None,
    held_out: bool = False,
) -> Invented:
    """A bundle by dice; its record is the first document's, with the others as its parts.

    Args:
        seed: decides the documents, their layouts and the scan.
        quality: as `invent`.
        layer: as `invent`.
        damage: as `invent`.
        held_out: choose among the layouts that are kept for testing.
    """
    kinds = random.Random(f"bundle {seed}").choice(HEAPS)
    scripts = [written(seed + 1000 * n, kind, None, held_out=held_out) for n, kind in enumerate(kinds)]
    papers = [set_script(script, layout) for script, layout in scripts]
    whole = Paper(tuple(sheet for paper in papers for sheet in paper.sheets), title=papers[0].title)
    data, origin = filed(whole, seed, quality, layer, damage or Damage())
    name = f"bundle-{seed}{'-heldout' if held_out else ''}.pdf"
    truths = [
        record(script, layout, paper, name=name, data=data, origin=origin)
        for (script, layout), paper in zip(scripts, papers, strict=True)
    ]
    first, *others = truths
    ends = list(accumulate(len(paper.sheets) for paper in papers))
    parts = tuple(
        _part(truth, begin + 1, end) for truth, begin, end in zip(others, ends, ends[1:], strict=False)
    )
    pages = tuple(page for truth in truths for page in truth.quality.pages)
    numbered = tuple(page.model_copy(update={"number": n}) for n, page in enumerate(pages, 1))
    truth = first.model_copy(
        update={
            "source": first.source.model_copy(update={"pages": len(whole.sheets)}),
            "parts": parts,
            "quality": first.quality.model_copy(update={"pages": numbered}),
        }
    )
    layouts = "+".join(layout for _, layout in scripts)
    return Invented(name, data, whole.text, truth, layouts, quality, layer)


def _part(truth: Record, first: int, last: int) -> Part:
    """A further document of the file, which has the pages from first to last."""
    shared = {name: getattr(truth, name) for name in Part.model_fields if name in Record.model_fields}
    return Part.model_validate({**shared, "pages_from": first, "pages_to": last})
