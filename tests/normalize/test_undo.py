from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from justera.errors import UsageError
from justera.normalize import repair_text, undo

GARBLED = (
    "Namnden beslutar att ge forvaltningen i uppdrag att aterkomma med forslag. "
    "Arendet galler atgarder for aldre och fér skolan. Hélso- och sjukvarden redovisas har."
)

WORDS = st.sampled_from(
    [*GARBLED.split(), "för", "år", "nämnden", "2023-05-04", "§", "1", "|", "a@b.se", "KS", "-"]
)
LETTERS = st.characters(codec="utf-8")
TEXTS = st.one_of(
    st.text(LETTERS, max_size=200),
    st.lists(st.one_of(WORDS, st.text(LETTERS, max_size=6)), max_size=60).map(" ".join),
    st.lists(WORDS, max_size=80).map("\n".join),
    st.lists(
        st.tuples(WORDS, st.sampled_from([" ", "\n", "\n\n", "\t", "\f", "-\n", "\r\n", "\u2028"])),
        max_size=60,
    ).map(lambda pairs: "".join(word + space for word, space in pairs)),
)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
@example(GARBLED + " forvalt-\nningen " + GARBLED)
@example("a\u0308r fo\u0308r \f" + GARBLED)
@example('f"r P! f"reningen p! f"rslag f"rvaltning g"ra h!ll ')
def test_undo_restores_the_input(text: str) -> None:
    repaired = repair_text(text)
    assert undo(repaired.text, repaired.changes) == text


@settings(max_examples=300, deadline=None)
@given(TEXTS)
@example(GARBLED)
@example("0K0:0K0:aÃ:aÃ")
def test_repairing_twice_changes_nothing_more(text: str) -> None:
    once = repair_text(text).text
    assert repair_text(once).text == once


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_every_change_is_on_the_record_and_nothing_else_changes(text: str) -> None:
    repaired = repair_text(text)
    pages = repaired.text.split("\f")
    assert len(repaired.channels) == len(pages) == text.count("\f") + 1
    for change in repaired.changes:
        assert change.before != change.after
        assert pages[change.page - 1].startswith(change.after, change.offset)
        assert 0 <= change.confidence <= 1
    if not repaired.changes:
        assert repaired.text == text


def test_a_foreign_ledger_is_refused() -> None:
    repaired = repair_text(GARBLED)
    with pytest.raises(UsageError, match="does not belong"):
        undo("Något helt annat.", repaired.changes)


def test_pages_are_undone_each_by_itself() -> None:
    text = f"{GARBLED}\f\f{GARBLED}"
    repaired = repair_text(text)
    assert {change.page for change in repaired.changes} == {1, 3}
    assert undo(repaired.text, tuple(reversed(repaired.changes))) == text


@pytest.mark.parametrize(
    "text",
    [
        "a" * 1_000_000,
        "forvaltningen#r" * 66_000,
        "1" + "!" * 1_000_000 + "x",
        "öa#" * 330_000,
        GARBLED.replace(" ", "") * 300,
        "\n" * 1_000_000,
        "a\f" * 20_000,
    ],
    ids=["letters", "signs", "marks", "broken", "no spaces", "lines", "pages"],
)
def test_a_million_characters_of_anything_take_seconds(text: str) -> None:
    start = time.process_time()
    repaired = repair_text(text)
    assert time.process_time() - start < 10
    assert undo(repaired.text, repaired.changes) == text
