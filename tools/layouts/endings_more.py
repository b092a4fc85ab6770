"""More ways to end: by hand in one column, signed electronically on a page of its own, a notice behind."""

from __future__ import annotations

from ..content.model import Script
from ..paper.flow import Band, Bands, beside, gap, line, paragraph, ruled, stack
from .blocks import leader, signed_name, table
from .design import Design, number


def one_below_another(script: Script, design: Design) -> Bands:
    """Vid protokollet, then Justeras: one hand below the other."""
    bands: list[Band] = [*gap(16)]
    for index, signature in enumerate(script.signatures):
        if index < 2:
            bands.append(line("Vid protokollet" if index == 0 else "Justeras", design.text))
        words = (
            f"{signature.name}, {signature.title[0].lower()}{signature.title[1:]}" if signature.title else ""
        )
        bands += (leader(200, 28), signed_name(words or signature.name, design.text), *gap(8))
    return (stack(bands),)


def electronic(script: Script, design: Design) -> Bands:
    """A last page on which a service lists who signed and when."""
    date = script.meeting.adjusted_on if script.meeting else script.date
    bands: list[Band] = [
        Band(0, new_page=True, keep=True),
        line("Underskriftssida", design.title.but(size=15)),
        *gap(6),
        *paragraph(
            "Dokumentet är undertecknat med elektronisk underskrift. Underskrifterna är juridiskt bindande.",
            design.text,
            design.width,
            after=10,
        ),
    ]
    for index, signature in enumerate(script.signatures):
        stamp = f"Signerat {date} kl. {8 + index:02d}:{14 + 7 * index:02d} med BankID"
        bands += (
            ruled(design.width),
            signed_name(signature.name, design.text.but(bold=True)),
            line(signature.title or "", design.text),
            line(stamp, design.small),
            *gap(4),
        )
    return tuple(bands)


def voting_lists(script: Script, design: Design) -> Bands:
    """The lists of who voted how that stand behind the document, each on a page of its own."""
    bands: list[Band] = []
    listed = [(matter, part) for matter in script.matters for part in matter.parts if part.appended]
    for index, (matter, part) in enumerate(listed, 1):
        about = f"{number(script, matter, design)} {matter.title}"
        bands += (
            Band(0, new_page=True, keep=True),
            line(f"Omröstningslista nr {index}", design.title.but(size=13)),
            *paragraph(about, design.text, design.width, after=8),
            *table(part.appended, design),
        )
    return tuple(bands)


def block(script: Script, design: Design) -> Bands:
    """An excerpt's end: certified left, the place and a line for the hand at the right."""
    half = design.width / 2
    (signature, *_) = script.signatures
    left = [line("Utdragsbestyrkande", design.text), line(script.office.town, design.small)]
    right = [leader(half - 10, 30), signed_name(signature.name, design.text)]
    if signature.title:
        right.append(line(signature.title, design.text))
    return (*gap(16), ruled(design.width), beside(((0, left), (half, right))))
