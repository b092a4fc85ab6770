"""Parties that a scan shows in capitals though the document writes them in small letters."""

from __future__ import annotations

from dataclasses import replace

import pytest

from justera.schema import Box, Document, Line, Page, PageOrigin, Record, Word, WordSource
from justera.structure import record

TEXT = """\
Åsmåla kommun
Kommunstyrelsen
Protokoll 2004-03-04

Beslutande
Bo Ek ({0}), ordförande
Eva Ås ({1})
Karin Öst ({2})
Nils Alm ({3})

§ 3 Ny bro över ån

Yrkanden
Bo Ek ({0}) yrkar bifall. Karin Öst ({2}) yrkar avslag.

Beslut
Bron byggs.
"""


def scan(*parties: str, confidence: float | None) -> Record:
    lines = []
    for order, said in enumerate(TEXT.format(*parties).splitlines()):
        x, words = 60.0, []
        for part in said.split():
            box = Box(x, 50 + 14 * order, x + 5 * len(part), 60 + 14 * order)
            words.append(Word(part, box, source=WordSource.TEXT_LAYER))
            x += 5 * len(part) + 3
        if words:
            lines.append(Line(tuple(replace(word, confidence=confidence) for word in words)))
    page = Page(1, 595, 842, tuple(lines), PageOrigin.OCR)
    return record(Document("invented.pdf", "0" * 64, "application/pdf", (page,)))


@pytest.mark.parametrize(
    ("parties", "confidence", "expected"),
    [
        (("S", "m", "C", "fp"), 0.97, ["s", "m", "c", "fp"]),
        (("S", "M", "C", "fp"), 0.97, ["S", "M", "C", "fp"]),
        (("S", "m", "C", "V"), 0.97, ["S", "m", "C", "V"]),
        (("S", "m", "C", "fp"), None, ["S", "m", "C", "fp"]),
    ],
    ids=["as the others", "others in capitals", "too few others", "printed"],
)
def test_letters_of_one_shape_are_written_as_those_of_the_other_parties(
    parties: tuple[str, ...], confidence: float | None, expected: list[str]
) -> None:
    made = scan(*parties, confidence=confidence)
    assert [one.party for one in made.attendance] == expected
    assert [one.party for motion in made.items[0].motions for one in motion.by] == expected[::2]
