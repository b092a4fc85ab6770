"""Dots of names that no list has."""

from __future__ import annotations

from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from justera.language import load
from justera.language.dots import bare


@pytest.mark.parametrize("name", ["vrenström", "hammarkällsgården", "kvarnåkersvägen", "bronsjö"])
def test_invented_names_get_the_dots_that_their_parts_ask_for(name: str) -> None:
    assert name in load().dots.likeliest(bare(name), 2)


@pytest.mark.parametrize("name", ["ahmadi", "kowalski", "fernandes", "hoffman", "brandson"])
def test_names_without_dots_get_none(name: str) -> None:
    assert load().dots.likeliest(name, 1) == [name]


@given(st.text(alphabet="aåäoöbdeklmnrst", min_size=1, max_size=5))
def test_shares_of_all_dottings_add_up_to_one(word: str) -> None:
    dots = load().dots
    every = dots.likeliest(bare(word), 3**5)
    assert sum(exp(dots.logarithm(text)) for text in every) == pytest.approx(1.0)
    assert word in every


@given(st.text(max_size=30))
def test_any_string_has_dots_or_none(word: str) -> None:
    assert load().dots.likeliest(bare(word.lower()), 2)
