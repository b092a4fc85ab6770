from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from justera.language import load


@pytest.mark.parametrize(
    "word",
    [
        "nämnden",
        "Kommunstyrelsen",
        "REGIONFULLMÄKTIGE",
        ["vård-", "och", "omsorgsnämnden"][-1],
        "detaljplan",
        "samhällsbyggnadsförvaltningen",
        "förskola",
        "bygglovsavgift",
        "(jämställdhetsperspektiven),",
        "hälso-",
        "kommunledningskontoret",
        "miljöförvaltningschefen",
        "krisledningsnämnden",
    ],
)
def test_words_of_a_board_document_are_known(word: str) -> None:
    assert load().knows(word)


@pytest.mark.parametrize("word", ["ndmnden", "kommunstyreisen", "fdrslag", "qwrtz", "123", "", "–", "x9k"])
def test_garbage_and_numbers_are_not_known(word: str) -> None:
    assert not load().knows(word)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("nämnden har beslutat att", "nämnden här beslutat att"),
        ("det är ett ärende", "det år ett ärende"),
        ("under förra året", "under forra aret"),
        ("för att säkerställa", "får att säkerställa"),
    ],
)
def test_what_is_said_is_likelier_than_what_is_not(right: str, wrong: str) -> None:
    language = load()
    assert language.log_probability(right.split()) > language.log_probability(wrong.split()) + 2


def test_longer_texts_are_less_likely() -> None:
    language = load()
    assert language.log_probability([]) == 0
    assert language.log_probability(["nämnden"]) > language.log_probability(["nämnden", "beslutar"])


@settings(max_examples=200)
@given(st.lists(st.text(max_size=20), max_size=5))
def test_any_text_has_a_probability(words: list[str]) -> None:
    assert load().log_probability(words) <= 0


KNOWN = (
    "nämnden",
    "detaljplanen",
    "förskolechef",
    "bygglovsavgift",
    "qwrtz",
    "samhällsbyggnad",
    "ndmnden",
    "år",
)


@given(st.sampled_from(KNOWN), st.integers(0, 20), st.integers(0, 4))
def test_a_word_in_three_parts_is_known_where_the_whole_is(word: str, start: int, length: int) -> None:
    head, middle, tail = word[:start], word[start : start + length], word[start + length :]
    assert load().knows_with(head, middle, tail) == load().knows_lower(word)


def test_names_are_spelt_like_names() -> None:
    language = load()
    assert language.names.logarithm("lindström") > language.names.logarithm("lindstrom") + 4
    assert language.words.logarithm("beredningen") > language.words.logarithm("bqredxingen") + 10


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux says the peak of one program")
def test_opening_is_light() -> None:
    program = (
        "from justera.language import load\n"
        "assert load().knows('nämnden')\n"
        "print(next(l.split()[1] for l in open('/proc/self/status') if l.startswith('VmHWM')))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 250_000
