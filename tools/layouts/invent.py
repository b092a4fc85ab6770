"""Any number of invented documents with their truth: kind x layout x scan quality x text layer, by seed."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from justera.schema.record import Record

from ..content.generate import MAKERS
from ..content.model import Script
from ..content.world import world
from ..paper import Damage, Encoding, Layer, Paper, print_pdf, scan
from .catalogue import LAYOUTS, set_script
from .truth import record

BORN_DIGITAL = "print"
"""The quality of a file that was never on paper."""


@dataclass(frozen=True)
class Invented:
    """One document as a file, with its truth."""

    name: str
    data: bytes
    text: str
    """True text, pages separated by form feeds."""
    record: Record
    layout: str
    quality: str
    layer: str

    def write(self, folder: Path) -> Path:
        """Write the file, `<name>.truth.txt` and `<name>.truth.json` into the folder; the file's path."""
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / self.name
        path.write_bytes(self.data)
        path.with_suffix(".truth.txt").write_text(self.text, "utf-8")
        path.with_suffix(".truth.json").write_text(as_json(self.record), "utf-8")
        return path


def as_json(truth: Record) -> str:
    """The record as `record.json` is written."""
    return truth.model_dump_json(indent=2) + "\n"


def invent(
    seed: int,
    *,
    kind: str = "protokoll",
    layout: str | None = None,
    quality: str = BORN_DIGITAL,
    layer: str = "none",
    damage: Damage | None = None,
    held_out: bool = False,
) -> Invented:
    """One document by dice; the same arguments give the same bytes.

    Args:
        seed: decides content, layout where none is named, and the scan.
        kind: a key of `content.generate.MAKERS`.
        layout: a key of `LAYOUTS`; by dice among those for the kind where None.
        quality: "print" (born digital), "clean", "office" or "poor".
        layer: of a scan "none", "good", "english" or "copier"; of a print "good", "broken" or
            "ligatures_gone".
        damage: stamps, holes and the like; none where None.
        held_out: choose among the layouts that are kept for testing.
    """
    script, chosen = written(seed, kind, layout, held_out=held_out)
    return finish(script, chosen, f"{kind}-{seed}-{chosen}.pdf", seed, quality, layer, damage or Damage())


def written(seed: int, kind: str, layout: str | None, *, held_out: bool) -> tuple[Script, str]:
    """What the document says, and the name of its layout, by dice where none is given.

    Raises:
        ValueError: no layout for the kind.
    """
    fitting = layouts_for(kind, held_out=held_out)
    if layout is None and not fitting:
        raise ValueError(f"no layout that is {'' if held_out else 'not '}kept for testing sets a {kind}")
    chosen = layout or random.Random(seed).choice(fitting)
    return MAKERS[kind](seed, world(LAYOUTS[chosen].world)), chosen


def layouts_for(kind: str, *, held_out: bool = False) -> list[str]:
    """Layouts for a kind, those kept for testing or the others."""
    return [name for name, one in LAYOUTS.items() if kind in one.kinds and one.held_out is held_out]


def finish(
    script: Script, layout: str, name: str, seed: int, quality: str, layer: str, damage: Damage
) -> Invented:
    """Lay out, print or scan, and tell the truth about it."""
    paper = set_script(script, layout)
    data, origin = filed(paper, seed, quality, layer, damage)
    truth = record(script, layout, paper, name=name, data=data, origin=origin)
    return Invented(name, data, paper.text, truth, layout, quality, layer)


def filed(paper: Paper, seed: int, quality: str, layer: str, damage: Damage) -> tuple[bytes, str]:
    """The file, and where a reader gets its text from."""
    if quality == BORN_DIGITAL:
        kind = Encoding("good" if layer == "none" else layer)
        return print_pdf(paper, encoding_kind=kind), "text_layer" if kind == "good" else "repaired_layer"
    origin = {Layer.NONE: "ocr", Layer.GOOD: "text_layer"}.get(Layer(layer), "repaired_layer")
    return scan(paper, quality, seed=seed, damage=damage).pdf(layer, seed=seed), origin


def many(
    seeds: Sequence[int],
    kinds: Sequence[str],
    qualities: Sequence[tuple[str, str]],
    *,
    held_out: bool = False,
) -> Iterator[Invented]:
    """A document for each seed; kinds and (quality, layer) take turns, layouts fall by dice."""
    for index, seed in enumerate(seeds):
        quality, layer = qualities[index % len(qualities)]
        kind = kinds[index % len(kinds)]
        yield invent(seed, kind=kind, quality=quality, layer=layer, held_out=held_out)
