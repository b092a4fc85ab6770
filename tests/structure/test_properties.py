from __future__ import annotations

import cProfile

from hypothesis import given, settings
from hypothesis import strategies as st

from justera.schema import Record
from justera.structure import record

from .written import MINUTES, document, structured

WORDS = """§ 12|§ 13 a|$ 14|8 15|16|Dnr KS 2024/12|Beslut|Beslut:|Nämnden beslutar|att|Yrkanden|Åsa Öhrn (C)
reserverar sig|röstar Ja (7)|Ja|Nej|X|Omröstning|2024-05-16|den 31 juni|kl. 25.99|1.|a)|•|-|Jäv|Plats och tid
Beslutande|Underskrifter|Bilaga 1|1 (2)|Postadress|Region Örebro län|Skickas till|.....|…|Innehåll|Ordförande
Vakant (M)|DELEGATIONSBESLUT|avstår från att rösta|Ajournering kl. 10.00-10.15|Sida 1 av 2"""
PIECES = st.sampled_from([*WORDS.replace("\n", "|").split("|"), "\f", "\n", "\n\n", "   ", "\t"])


def assert_valid(made: Record) -> None:
    """The record says nothing without evidence of where it stands."""
    assert Record.model_validate_json(made.model_dump_json()) == made
    for index, item in enumerate(made.items):
        assert item.title is None or f"/items/{index}/title" in made.evidence
        for number, decision in enumerate(item.decisions):
            assert decision.text.strip()
            assert f"/items/{index}/decisions/{number}/text" in made.evidence


@settings(max_examples=150, deadline=None)
@given(st.text(min_size=1).filter(str.strip))
def test_any_text_gives_a_valid_record(text: str) -> None:
    assert_valid(structured(text))


@settings(max_examples=250, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=60).map(" ".join).filter(str.strip))
def test_any_heap_of_what_minutes_are_made_of_gives_a_valid_record(text: str) -> None:
    assert_valid(structured(text))


@settings(max_examples=40, deadline=None)
@given(st.integers(0, len(MINUTES) - 1), st.integers(0, 400))
def test_minutes_with_a_hole_give_a_valid_record(start: int, length: int) -> None:
    assert_valid(structured(MINUTES[:start] + MINUTES[start + length :] + " "))


def test_the_same_document_gives_the_same_record() -> None:
    assert structured(MINUTES) == structured(MINUTES)


def test_as_written_is_what_the_page_says() -> None:
    made = structured(MINUTES)
    pages = [" ".join(page.split()) for page in MINUTES.split("\f")]
    for places in made.evidence.values():
        for place in places:
            assert place.as_written in pages[place.page - 1] or "  " in place.as_written or len(places) > 1


def bundle(pages: int) -> str:
    """Minutes of so many pages, four items on each."""
    sheets = []
    for page in range(pages):
        rows = [f"Åsmåla kommun      PROTOKOLL      {page + 1} ({pages})", ""]
        for item in range(4):
            rows += [
                f"§ {4 * page + item + 1}      Dnr KS 2019/{page + 1}",
                "Ansökan om bidrag till en förening som är verksam i kommunen",
                "",
                "Beslut",
                "Kommunstyrelsen beslutar",
                "att bevilja ansökan, och",
                "att beloppet betalas ut senast den 1 december 2019.",
                "",
                "Yrkanden",
                "Åsa Öhrn (C) yrkar bifall till ansökan med hänvisning till att föreningen",
                "bedriver ett viktigt arbete för barn och unga i hela kommunen.",
                "",
            ]
        sheets.append("\n".join(rows))
    return "\f".join(sheets)


def test_a_bundle_of_five_hundred_pages_is_linear() -> None:
    def calls(pages: int) -> int:
        made = document(bundle(pages))
        profile = cProfile.Profile()
        assert len(profile.runcall(record, made).items) == 4 * pages
        return sum(entry.callcount for entry in profile.getstats())

    calls(10)  # caches and patterns are there once
    assert calls(500) < 5.5 * calls(100), "the work grows with the pages, not with their square"
