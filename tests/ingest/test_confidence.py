"""Calibrated confidence: monotone, a share, and what is wrong more often than right is in doubt."""

from __future__ import annotations

import pytest
from tools.isotonic import falling
from tools.reading import outcomes

from justera.ingest.readings import confidence
from justera.ingest.readings.agreement import DIFFER
from justera.schema import Line, Word

KINDS = {"known": "nämnden", "unknown": "Fjällhästrum", "number": "§ 12"}


@pytest.mark.parametrize("text", KINDS.values(), ids=KINDS)
def test_what_the_reader_is_surer_of_is_surer(text: str) -> None:
    raw = [step / 100 for step in range(101)]
    line = confidence.calibrated(Line(tuple(Word(text, confidence=sure) for sure in raw)))
    seen = [word.confidence or 0.0 for word in line.words]
    assert seen == sorted(seen)
    assert 0 <= seen[0] < seen[-1] < 1
    assert all(bool(word.doubt) == ((word.confidence or 0) < confidence.LEAST) for word in line.words)


def test_a_known_word_that_the_engine_is_usually_sure_of_is_surer_than_it_says() -> None:
    (word,) = confidence.calibrated(Line((Word("nämnden", confidence=0.965),))).words
    assert word.confidence is not None and word.confidence > 0.99


def test_no_confidence_is_made_up_and_no_doubt_is_lost() -> None:
    line = Line((Word("nämnden"), Word("nämnden", confidence=0.995, doubt=DIFFER)))
    unknown, doubted = confidence.calibrated(line).words
    assert unknown == line.words[0]
    assert doubted.doubt == DIFFER
    assert doubted.confidence is not None and doubted.confidence < 0.995


def test_neighbours_whose_shares_do_not_fall_are_pooled() -> None:
    assert falling([(1, 1), (2, 0), (10, 1), (10, 4), (100, 1)]) == [1.0, 0.22727, 0.22727, 0.22727, 0.01]


def test_words_are_right_in_their_order_or_elsewhere() -> None:
    words = [Word(text) for text in ("Bo", "Ek", "beslutar", "att", "att")]
    assert outcomes.of_words(words, "beslutar att Bo Ek") == [True, True, True, True, False]
