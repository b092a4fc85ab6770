from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from justera.check import measures

SHARED = Path(__file__).parents[2].parent / "shared"


def test_figures_by_hand() -> None:
    """Truth: 27 characters, 5 words, 2 letters å ä, numbers "§" and "12"; a letter and a digit are wrong."""
    counts = measures.compare("§ 13 Nämnden beslutar avsla", "§ 12 Nämnden beslutar avslå")
    assert counts.characters == 27
    assert counts.character_errors == 2
    assert counts.cer == pytest.approx(2 / 27)
    assert (counts.words, counts.word_errors) == (5, 2)
    assert counts.wer == pytest.approx(0.4)
    assert (counts.letters_true, counts.letters_right, counts.letters_predicted) == (2, 1, 1)
    assert (counts.aao_recall, counts.aao_precision) == (0.5, 1.0)
    assert (counts.numbers_true, counts.numbers_right, counts.numbers_invented) == (2, 1, 1)


def test_only_the_agreed_is_forgiven() -> None:
    assert measures.fold("  Ett\u00adord \u2013 \u201cja\u201d\n\f\u2022 två ") == 'Ettord - "ja" två'
    assert measures.compare("a\u030a", "å").character_errors == 0
    assert measures.compare("Å", "å").character_errors == 1


def test_numbers_are_compared_without_their_punctuation() -> None:
    assert measures.numbers(["(2024-05-16),", "§", "12.", "15%", "ord"]) == {
        "2024-05-16": 1,
        "§": 1,
        "12": 1,
        "15": 1,
    }


def test_counts_add_up() -> None:
    both = measures.compare("a b", "a c") + measures.compare("abcdefgh", "abcdefgh")
    assert both.characters == 11
    assert both.cer == pytest.approx(1 / 11)


def test_nothing_against_nothing_is_no_error() -> None:
    figures = measures.compare("", "").figures()
    assert figures["CER"] == 0
    assert figures["numbers_invented"] == 0


texts = st.text("abåäöÅ §1%-\u2013\u201d\n\f.()", max_size=60)


@given(texts, texts)
def test_figures_stay_in_their_range(predicted: str, truth: str) -> None:
    counts = measures.compare(predicted, truth)
    assert 0 <= counts.letters_right <= min(counts.letters_true, counts.letters_predicted)
    assert 0 <= counts.aao_recall <= 1 and 0 <= counts.numbers_recall <= 1
    assert (counts.character_errors == 0) == (measures.fold(predicted) == measures.fold(truth))


@pytest.mark.shared
@settings(deadline=None)
@given(texts, texts)
def test_the_same_as_the_shared_definition(predicted: str, truth: str) -> None:
    path = SHARED / "score.py"
    if not path.is_file():
        pytest.skip("the shared data is not beside the checkout")
    spec = importlib.util.spec_from_file_location("shared_score", path)
    assert spec is not None and spec.loader is not None
    shared = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(shared)
    assert measures.compare(predicted, truth).figures() == pytest.approx(shared.text(predicted, truth))
