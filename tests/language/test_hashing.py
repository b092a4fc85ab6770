from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from tools.language.arrays import ngram_places

from justera.language.hashing import ngram_place, word_bucket
from justera.language.skeleton import is_accented, skeleton

INDEX = st.integers(0, 1 << 20)


@given(st.lists(st.tuples(INDEX, INDEX, INDEX), min_size=1, max_size=20))
def test_arrays_and_single_ngrams_are_placed_alike(words: list[tuple[int, int, int]]) -> None:
    buckets, fingerprints = ngram_places(np.array(words, dtype=np.int64))
    assert [ngram_place(row) for row in words] == list(
        zip(buckets.tolist(), fingerprints.tolist(), strict=True)
    )


def test_what_a_reader_confuses_shares_a_skeleton_and_a_bucket() -> None:
    readings = ["nämnden", "namnden", "ndmnden", "némnden", "nimnden", "n4mnden", "NÄMNDEN", "naémnden"]
    assert len({skeleton(word) for word in readings}) == 1
    assert len({word_bucket(word) for word in readings}) == 1


def test_other_words_have_other_skeletons() -> None:
    assert skeleton("nämnden") != skeleton("nämnder")


@given(st.text())
def test_any_text_has_a_skeleton_and_it_is_stable(text: str) -> None:
    folded = skeleton(text)
    assert isinstance(folded, str)
    word_bucket(text)


def test_letters_of_other_languages_are_accented_forms_of_ours() -> None:
    assert is_accented("ė", "e")
    assert is_accented("ā", "å")
    assert not is_accented("ä", "å")
    assert not is_accented("e", "e")
