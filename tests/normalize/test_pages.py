from __future__ import annotations

from dataclasses import replace

import pytest

from justera.normalize import Channel, Repaired, reconcile, repair, undo
from justera.normalize.verdict import AS_LIKELY, ODD_SPELLING, SELDOM_WORD
from justera.schema import (
    Box,
    Document,
    Line,
    LinePlace,
    LineReading,
    OutlineEntry,
    Page,
    PageOrigin,
    Reason,
    Word,
    WordSource,
)
from justera.settings import RepairSettings

READ = [
    "Namnden beslutar att ge forvaltningen i uppdrag",
    "att aterkomma med ett forslag fore sommaren for",
    "Alsjo och de ovriga orterna. Summan ar 12 500 kr.",
]
SETTINGS = RepairSettings()


def a_document(lines: list[str], origin: PageOrigin = PageOrigin.TEXT_LAYER) -> Document:
    rows = []
    for row, line in enumerate(lines):
        words = [
            Word(
                text, Box(place * 50, row * 12, place * 50 + 40, row * 12 + 10), source=WordSource.TEXT_LAYER
            )
            for place, text in enumerate(line.split())
        ]
        rows.append(Line(tuple(words)))
    page = Page(1, 595, 842, tuple(rows), origin)
    return Document("a.pdf", "0" * 64, "application/pdf", (page,))


def test_words_keep_their_boxes_and_the_page_says_why() -> None:
    document = a_document(READ)
    repaired = repair(document, SETTINGS)
    page = repaired.document.pages[0]
    assert repaired.channels[0].channel is Channel.NO_DIACRITICS
    assert page.origin is PageOrigin.REPAIRED_LAYER
    assert repaired.channels[0].reason in page.reasons
    assert "att återkomma med ett förslag före sommaren för" in page.text
    assert [word.box for word in page.words] == [word.box for word in document.pages[0].words]
    assert all(word.confidence is not None for word in page.words)


def test_the_ledger_undoes_a_document() -> None:
    document = a_document(READ)
    repaired = repair(document, SETTINGS)
    assert undo(repaired.document.text, repaired.changes) == document.text
    by_box = {
        word.box and (word.box.x0, word.box.top, word.box.x1, word.box.bottom)
        for word in document.pages[0].words
    }
    assert all(change.box in by_box for change in repaired.changes)


def test_a_clean_document_is_the_same_object() -> None:
    document = a_document(["Nämnden beslutar att återremittera ärendet för ytterligare beredning."])
    repaired = repair(document, SETTINGS)
    assert repaired.document == document
    assert repaired.changes == ()
    assert repaired.doubtful_lines == ()


def test_an_empty_document_is_repaired_to_itself() -> None:
    document = a_document([])
    assert repair(document, SETTINGS).document == document


def doubtful() -> tuple[Document, LinePlace]:
    document = a_document(READ)
    page = document.pages[0]
    line = page.lines[2]
    words = (replace(line.words[0], doubt=AS_LIKELY, alternatives=("Ålsjö",)), *line.words[1:])
    page = replace(page, lines=(*page.lines[:2], replace(line, words=words)))
    return replace(document, pages=(page,)), LinePlace(1, 2)


def test_a_fresh_reading_settles_a_doubt_and_the_ledger_follows() -> None:
    document, place = doubtful()
    repaired = replace(repair(a_document(READ), SETTINGS))
    text = repaired.document.pages[0].lines[2].words[0].text
    word = replace(
        repaired.document.pages[0].lines[2].words[0], doubt=AS_LIKELY, alternatives=("Ålsjö", "Älsjö")
    )
    page = repaired.document.pages[0]
    line = replace(page.lines[2], words=(word, *page.lines[2].words[1:]))
    page = replace(page, lines=(*page.lines[:2], line))
    repaired = replace(
        repaired, document=replace(repaired.document, pages=(page,)), doubtful_lines=(LinePlace(1, 2),)
    )
    fresh = tuple(
        Word(part)
        for part in ["Älsjö", "och", "de", "övriga", "orterna.", "Summan", "är", "12", "500", "kr."]
    )
    settled = reconcile(repaired, [LineReading(place, fresh)], SETTINGS)
    assert settled.document.pages[0].lines[2].words[0].text == "Älsjö"
    assert settled.doubtful_lines == ()
    assert undo(settled.document.text, settled.changes) == document.text
    assert text != "Älsjö"


@pytest.mark.parametrize(
    ("origin", "read", "fresh", "settled"),
    [
        (PageOrigin.REPAIRED_LAYER, "Xalosta", "Xålösta", "Xålösta"),
        (PageOrigin.OCR, "Xalosta", "Xålösta", "Xalosta"),
        (PageOrigin.OCR, "Ålander-Røed", "Ålander-Rged", "Ålander-Røed"),
        (PageOrigin.OCR, "kansli@orlinge.example", "kansli@oringé.example", "kansli@orlinge.example"),
        (PageOrigin.OCR, "Jürgen", "Jurgen", "Jürgen"),
        (PageOrigin.OCR, "förslaqet", "förslaget", "förslaget"),
        (PageOrigin.OCR, "g", "§", "§"),
    ],
)
def test_a_fresh_reading_is_taken_where_it_is_a_word_or_has_the_dots(
    origin: PageOrigin, read: str, fresh: str, settled: str
) -> None:
    alternatives = () if read == "Xalosta" else (fresh,)
    word = Word(read, Box(0, 0, 40, 10), doubt=AS_LIKELY, alternatives=alternatives)
    document = a_document(["Namnden"], origin)
    page = replace(document.pages[0], lines=(Line((word,)),))
    document = replace(document, pages=(page,))
    repaired = Repaired(document, (), (LinePlace(1, 0),), ())
    reading = LineReading(LinePlace(1, 0), (Word(fresh),))
    after = reconcile(repaired, [reading], SETTINGS)
    assert after.document.pages[0].lines[0].words[0].text == settled
    assert undo(after.document.text, after.changes) == document.text


def test_an_image_that_lost_its_dots_confirms_no_word_without_them() -> None:
    words = (
        Word("fran", Box(0, 0, 20, 10), doubt=AS_LIKELY, alternatives=("från",)),
        Word("Jarven", Box(25, 0, 50, 10), doubt=AS_LIKELY, alternatives=("Järven",)),
    )
    document = a_document(["fran Jarven"], PageOrigin.OCR)
    page = replace(document.pages[0], lines=(Line(words),))
    repaired = Repaired(replace(document, pages=(page,)), (), (LinePlace(1, 0),), ())
    after = reconcile(repaired, [LineReading(LinePlace(1, 0), (Word("fran"), Word("Jarven")))], SETTINGS)
    assert [word.doubt for word in after.document.pages[0].lines[0].words] == [AS_LIKELY, None]


def test_numbers_are_never_taken_from_another_reading() -> None:
    repaired = repair(a_document(READ), SETTINGS)
    page = repaired.document.pages[0]
    words = tuple(
        replace(word, doubt=AS_LIKELY) if word.text == "500" else word for word in page.lines[2].words
    )
    page = replace(page, lines=(*page.lines[:2], replace(page.lines[2], words=words)))
    repaired = replace(repaired, document=replace(repaired.document, pages=(page,)))
    fresh = tuple(
        Word(part)
        for part in ["Alsjö", "och", "de", "övriga", "orterna.", "Summan", "är", "12", "600", "kr."]
    )
    settled = reconcile(repaired, [LineReading(LinePlace(1, 2), fresh)], SETTINGS)
    number = settled.document.pages[0].lines[2].words[8]
    assert number.text == "500"
    assert number.doubt is not None
    assert "600" in number.alternatives


def test_readings_of_lines_that_are_not_there_are_ignored() -> None:
    repaired = repair(a_document(READ), SETTINGS)
    strange = [
        LineReading(LinePlace(9, 0), ()),
        LineReading(LinePlace(1, 99), ()),
        LineReading(LinePlace(1, 0), ()),
    ]
    assert reconcile(repaired, strange, SETTINGS).document == repaired.document


def test_the_outline_vouches_for_names_that_no_list_has() -> None:
    lines = [*READ[:2], "Namnden for Ormesjoby och Xalosta har inget att tillagga om fragan."]
    document = a_document(lines)
    with_outline = replace(
        document, outline=(OutlineEntry("Frågan om Örmesjöby", 1), OutlineEntry("Xålösta", 1))
    )
    text = repair(with_outline, SETTINGS).document.text
    assert "Örmesjöby och Xålösta har" in text
    rules = {change.after: change.rule for change in repair(with_outline, SETTINGS).changes}
    assert rules["Xålösta"] == "document"


def test_a_sound_page_vouches_for_the_damaged_ones() -> None:
    sound = ["Nämnden för Xålösta beslutar att återremittera ärendet för ytterligare beredning under hösten."]
    pages = (*a_document([*READ, "Namnden for Xalosta"]).pages, replace(a_document(sound).pages[0], number=2))
    repaired = repair(replace(a_document(READ), pages=pages), SETTINGS)
    assert "Nämnden för Xålösta" in repaired.document.pages[0].text
    assert repaired.channels[1].channel is Channel.CLEAN


SHORT = [
    "Beslutsunderlag",
    "Utvecklingsplan for regiondriven halso- och sjukvard, version 2025",
    "Andringar fran 2023 till 2025",
]
"""Entries of a list; alone on their page the first would look like a line that goes on."""


def test_a_short_page_has_the_column_of_its_document() -> None:
    full = ["Inriktningen ar fortfarande att varden behover andras, skrev namnden till sist.", *READ]
    pages = (a_document(full).pages[0], replace(a_document(SHORT).pages[0], number=2))
    repaired = repair(replace(a_document(READ), pages=pages), SETTINGS).document
    assert repaired.pages[1].text.endswith("\nÄndringar från 2023 till 2025")


def test_a_reading_that_is_itself_in_doubt_settles_nothing() -> None:
    word = Word("0294", confidence=0.9, doubt=AS_LIKELY)
    page = Page(1, 595, 842, (Line((Word("Anmäls", confidence=0.9), word)),), PageOrigin.OCR)
    document = Document("a.pdf", "0" * 64, "application/pdf", (page,))
    place = LinePlace(1, 0)
    repaired = Repaired(document, (), (place,), ())

    def settled(fresh: Word) -> Reason | None:
        after = reconcile(repaired, [LineReading(place, (Word("Anmäls"), fresh))], SETTINGS)
        return after.document.pages[0].lines[0].words[1].doubt

    assert settled(Word("0294", doubt=Reason("readings_differ"))) == AS_LIKELY
    assert settled(Word("0294")) is None


def test_what_readers_of_the_image_left_open_is_not_settled_by_one_of_them() -> None:
    word = Word("rannrem", confidence=0.3, doubt=Reason("readings_differ"), alternatives=("ranhem",))
    page = Page(1, 595, 842, (Line((word,)),), PageOrigin.OCR)
    document = Document("a.pdf", "0" * 64, "application/pdf", (page,))
    repaired = Repaired(document, (), (LinePlace(1, 0),), ())
    after = reconcile(repaired, [LineReading(LinePlace(1, 0), (Word("rannrem"),))], SETTINGS)
    assert after.document.pages[0].lines[0].words[0] == word


@pytest.mark.parametrize(
    ("read", "doubt", "stays"),
    [
        ("ctt", ODD_SPELLING, True),
        ("ull", SELDOM_WORD, True),
        ("kolit", ODD_SPELLING, False),
        ("Ctt", ODD_SPELLING, False),
    ],
)
def test_two_readers_of_one_broken_letter_prove_no_short_word(read: str, doubt: Reason, stays: bool) -> None:
    word = Word(read, Box(0, 0, 40, 10), confidence=0.9, doubt=doubt)
    page = Page(1, 595, 842, (Line((word,)),), PageOrigin.OCR)
    document = Document("a.pdf", "0" * 64, "application/pdf", (page,))
    repaired = Repaired(document, (), (LinePlace(1, 0),), ())
    after = reconcile(repaired, [LineReading(LinePlace(1, 0), (Word(read),))], SETTINGS)
    assert (after.document.pages[0].lines[0].words[0].doubt == doubt) is stays


def test_a_raised_figure_is_no_broken_letter() -> None:
    lines = ["Lokalen omfattar 120 m²,", "gården 63 m²", "och tomten 900 m².", "Förrådet mäter 14 m²."]
    for origin in (PageOrigin.TEXT_LAYER, PageOrigin.OCR):
        assert repair(a_document(lines, origin), SETTINGS).changes == ()


def test_words_read_from_an_image_have_no_font_that_might_be_broken() -> None:
    lines = ["ßr efter ßr", "tvß frßgor", "ocksß pß gßrden"]
    layer = repair(a_document(lines, PageOrigin.TEXT_LAYER), SETTINGS)
    image = repair(a_document(lines, PageOrigin.OCR), SETTINGS)
    assert "mapped" in {change.rule for change in layer.changes}
    assert "mapped" not in {change.rule for change in image.changes}


@pytest.mark.parametrize(("sure", "settled"), [(0.95, "är"), (0.84, "år"), (None, "är")])
def test_a_faint_reading_does_not_outweigh_the_text(sure: float | None, settled: str) -> None:
    word = Word("år", Box(0, 0, 40, 10), confidence=0.91, doubt=AS_LIKELY, alternatives=("är",))
    document = a_document(["2"], PageOrigin.REPAIRED_LAYER)
    document = replace(document, pages=(replace(document.pages[0], lines=(Line((word,)),)),))
    repaired = Repaired(document, (), (LinePlace(1, 0),), ())
    reading = LineReading(LinePlace(1, 0), (Word("är", confidence=sure),))
    (after,) = reconcile(repaired, [reading], SETTINGS).document.pages[0].words
    assert (after.text, after.doubt is None) == (settled, settled == "är")
