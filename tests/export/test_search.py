"""The search: made for Swedish, with filters, kept in step with the documents."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from tests.export import made

from justera import export
from justera.errors import OutputError, RecordError
from justera.export import search
from justera.export.search.entries import item_pages
from justera.schema.record import Attendee, Item


def refuse(error: RecordError) -> None:
    """No record is broken here."""
    raise error


def add(out: Path, name: str, *texts: str, former: tuple[str, str] | None = None, **fields: Any) -> None:
    """A document with a page for each text."""
    folder = out / name
    folder.mkdir(parents=True, exist_ok=True)
    pages = [made.page(number, text.split("|")) for number, text in enumerate(texts, 1)]
    changes = [made.change(*former, offset=0)] if former else []
    reading = made.reading(pages=pages, name=name, changes=changes)
    record = reading.record.model_copy(update=fields)
    export.write_document(type(reading)(record, reading.document, reading.changes), folder, Path(name), [])


def find(out: Path, words: str, limit: int = 20, **filters: Any) -> list[tuple[str, int]]:
    search.update(out, refuse)
    base = search.connect_reader(out)
    try:
        return [(hit.name, hit.page) for hit in search.search(base, words, search.Filters(**filters), limit)]
    finally:
        base.close()


@pytest.fixture
def out(tmp_path: Path) -> Path:
    add(tmp_path, "a.pdf", "Hälsoskyddsnämnden beslutar|om budgeten", "barnen får resa")
    add(tmp_path, "b.pdf", "nämnden reser far", former=("rnedel", "nämnden"))
    return tmp_path


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("får", [("a.pdf", 2)]),
        ("far", [("b.pdf", 1)]),
        ("FÅR", [("a.pdf", 2)]),
        ("nämnd", [("b.pdf", 1), ("a.pdf", 1)]),
        ("nämnden", [("b.pdf", 1), ("a.pdf", 1)]),
        ("namnden", []),
        ("skydd beslutar", [("a.pdf", 1)]),
        ('"om budgeten"', [("a.pdf", 1)]),
        ('"budgeten om"', []),
        ("rnedel", [("b.pdf", 1)]),
        ("år", []),
        ("  ", [("a.pdf", 1), ("a.pdf", 2), ("b.pdf", 1)]),
        ("NA\u0308MNDEN", [("b.pdf", 1), ("a.pdf", 1)]),
    ],
)
def test_words_find_their_pages_the_very_word_first(
    out: Path, words: str, found: list[tuple[str, int]]
) -> None:
    assert find(out, words) == found


@pytest.mark.parametrize(
    "words", ['"', "*", "a AND", "NOT", "text:x", "(", "'; DROP TABLE pages; --", "^", "{", "\0", "_"]
)
def test_no_query_is_too_strange(out: Path, words: str) -> None:
    find(out, words)
    assert find(out, "budgeten") == [("a.pdf", 1)]


def test_a_case_number_is_found_as_it_is_written(tmp_path: Path) -> None:
    add(tmp_path, "a.pdf", "Dnr KS 2018/124 och mer")
    add(tmp_path, "b.pdf", "Dnr KS 2018 nr 124")
    assert find(tmp_path, "2018/124") == [("a.pdf", 1)]


def test_the_snippet_shows_the_hit_or_the_former_spelling(out: Path) -> None:
    search.update(out, refuse)
    base = search.connect_reader(out)
    (repaired,) = search.search(base, "budgeten", search.Filters(), 5)
    (former,) = search.search(base, "rnedel", search.Filters(), 5)
    base.close()
    assert repaired.snippet == "Hälsoskyddsnämnden beslutar om \x02budgeten\x03"
    assert former.snippet == "\x02rnedel\x03 → nämnden"
    assert (repaired.paragraph, repaired.title) == ("87", "Åtgärder för Ärlingheden")


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        ({"body": "hälsoskydd"}, ["a.pdf"]),
        ({"body": "SKOL"}, ["b.pdf"]),
        ({"year": 2024}, ["a.pdf"]),
        ({"year": 1978}, ["b.pdf"]),
        ({"outcome": "Bifall"}, ["a.pdf", "b.pdf"]),
        ({"outcome": "avslag"}, []),
        ({"person": "öhrnström"}, ["a.pdf", "b.pdf"]),
        ({"person": "Ågren"}, ["b.pdf"]),
        ({"case": "2024/12"}, ["a.pdf", "b.pdf"]),
        ({"case": "2024/12", "year": 1978}, ["b.pdf"]),
    ],
)
def test_filters(tmp_path: Path, filters: dict[str, Any], names: list[str]) -> None:
    add(tmp_path, "a.pdf", "ordet")
    attendance = (Attendee(name="Édith Ågren", party="C", role="ledamot"),)
    other: dict[str, Any] = {
        "body": "Skolstyrelsen",
        "date": "1978-04-18",
        "meeting": None,
        "attendance": attendance,
    }
    add(tmp_path, "b.pdf", "ordet", **other)
    assert [name for name, _ in find(tmp_path, "ordet", **filters)] == names
    assert sorted({name for name, _ in find(tmp_path, "", **filters)}) == names


def test_an_outcome_is_looked_for_in_the_pages_of_its_item(tmp_path: Path) -> None:
    first = made.item()
    second = Item(number=88, title="Nästa")
    evidence = {
        "/items/0/title": (made.evidence(1, 1, 2, 2, page=1),),
        "/items/1/title": (made.evidence(1, 1, 2, 2, page=2),),
    }
    add(tmp_path, "a.pdf", "ordet", "annat", "ordet", items=(first, second), evidence=evidence)
    assert find(tmp_path, "ordet") == [("a.pdf", 1), ("a.pdf", 3)]
    assert find(tmp_path, "ordet", outcome="bifall") == [("a.pdf", 1)]


def test_items_reach_to_where_the_next_begins() -> None:
    record = made.reading(pages=[made.page(number) for number in (1, 2, 3)]).record
    places = {
        f"/items/{index}/title": (made.evidence(0, 0, 1, 1, page=page),) for index, page in ((0, 1), (2, 2))
    }
    record = record.model_copy(
        update={"items": (Item(number=1, title="a"), Item(number=2, title="b"), Item(number=3, title="c"))}
    )
    record = record.model_copy(update={"evidence": places})
    assert item_pages(record) == [(1, 2), (None, None), (2, 3)]


def test_only_what_changed_is_read_again(out: Path) -> None:
    assert search.update(out, refuse) == 2
    assert search.update(out, refuse) == 0
    add(out, "b.pdf", "helt nya ord")
    os.utime(out / "b.pdf" / "text.txt", ns=(1, 1))
    assert search.update(out, refuse) == 1
    assert find(out, "nya") == [("b.pdf", 1)] and find(out, "nämnden") == [("a.pdf", 1)]


def test_what_is_gone_is_forgotten(out: Path) -> None:
    search.update(out, refuse)
    for path in (out / "a.pdf").iterdir():
        path.unlink()
    assert search.update(out, refuse) == 1
    assert find(out, "budgeten") == []
    with sqlite3.connect(out / "search.sqlite") as base:
        counts = [
            base.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
            for name in ("documents", "pages", "items", "people")
        ]
    base.close()
    assert counts == [1, 1, 1, 1]


def test_the_index_agrees_with_the_pages(out: Path) -> None:
    search.update(out, refuse)
    add(out, "a.pdf", "något annat")
    search.update(out, refuse)
    with sqlite3.connect(out / "search.sqlite") as base:
        base.execute("INSERT INTO pages_text(pages_text, rank) VALUES ('integrity-check', 1)")
        base.execute("INSERT INTO words_parts(words_parts, rank) VALUES ('integrity-check', 1)")
    base.close()


def test_a_broken_record_is_named_and_the_rest_is_found(out: Path) -> None:
    (out / "a.pdf" / "record.json").write_text("{")
    problems: list[RecordError] = []
    search.update(out, problems.append)
    base = search.connect_reader(out)
    hits = search.search(base, "far", search.Filters(), 5)
    base.close()
    assert len(problems) == 1 and [hit.name for hit in hits] == ["b.pdf"]


def test_another_version_is_built_anew(out: Path) -> None:
    with sqlite3.connect(out / "search.sqlite") as base:
        base.execute("PRAGMA user_version = 99")
    base.close()
    with pytest.raises(OutputError, match="another version"):
        search.connect_reader(out)
    assert find(out, "budgeten") == [("a.pdf", 1)]


def test_no_database_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be read"):
        search.connect_reader(tmp_path)
