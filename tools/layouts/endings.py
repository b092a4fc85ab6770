"""How documents end: signatures under the last item, or nothing."""

from __future__ import annotations

from ..content.model import Script
from ..paper.flow import Band, Bands, beside, gap, line, stack
from .blocks import leader, signed_name
from .design import Design


def nothing(_script: Script, _design: Design) -> Bands:
    """Minutes whose signatures stand on the first page."""
    return ()


def signatures(script: Script, design: Design) -> Bands:
    """The typed names with their titles, each under a space for the hand."""
    bands: list[Band] = [*gap(10), *(line(text, design.text) for text in script.closing), *gap(4)]
    for signature in script.signatures:
        cell = [*gap(26), signed_name(signature.name, design.text)]
        if signature.title:
            cell.append(line(signature.title, design.text))
        bands.append(stack(cell))
    return (stack(bands),)


def in_two_columns(script: Script, design: Design) -> Bands:
    """Vid protokollet left, Justeras right, as older minutes end."""
    left = [s for s in script.signatures if (s.title or "").startswith(("Sekreterare", "Protokollförare"))]
    right = [s for s in script.signatures if s not in left]
    half = design.width / 2
    columns = []
    for x, label, people in ((0.0, "Vid protokollet", left), (half, "Justeras", right)):
        cell: list[Band] = [line(label, design.text)]
        for signature in people:
            cell += (leader(half - 30, 30), signed_name(signature.name, design.text))
            if signature.title:
                cell.append(line(signature.title, design.text))
        columns.append((x, cell))
    return (*gap(18), beside(columns))


def certified(script: Script, design: Design) -> Bands:
    """An excerpt's end: the extract is certified."""
    bands = [*gap(14), line("Rätt utdraget intygar", design.text)]
    for signature in script.signatures:
        bands += (
            *gap(26),
            signed_name(signature.name, design.text),
            line(signature.title or "", design.text),
        )
    return (stack(bands),)
