"""Reasons: a closed vocabulary, told in two languages."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

import justera
from justera.schema import Reason
from justera.schema.reason import in_english, in_swedish, vocabulary

CODE = r'Reason(?:\.of)?\(\s*"(\w+)"(?: if \w+ else "(\w+)")?'


def names(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("code", vocabulary())
def test_both_languages_are_one_line_and_name_the_same(code: str) -> None:
    texts = vocabulary()[code]
    assert set(texts) == {"en", "sv"}
    assert all(text.strip() == text and "\n" not in text and text[-1] != "." for text in texts.values())
    assert names(texts["en"]) == names(texts["sv"])


def test_the_code_uses_the_vocabulary_and_all_of_it() -> None:
    sources = [path.read_text(encoding="utf-8") for path in Path(justera.__file__).parent.rglob("*.py")]
    found = [code for text in sources for pair in re.findall(CODE, text) for code in pair if code]
    assert set(found) == set(vocabulary())


def test_a_code_that_is_none_is_refused() -> None:
    with pytest.raises(KeyError):
        Reason("because")


def test_several_reasons_are_one_line() -> None:
    reasons = (Reason.of("layer_known", percent=93), Reason("to_be_repaired"))
    assert in_english(reasons) == "93% of the text layer's words are Swedish; to be repaired"
    assert in_swedish(reasons) == "93 % av textlagrets ord är svenska; ska rättas"


def test_a_value_is_never_taken_for_a_template() -> None:
    assert "{percent}" in Reason.of("layer_broken", cause="{percent}").en
