"""Capitals that a reader without Swedish made of small letters."""

from __future__ import annotations

from justera.normalize import repair_text
from justera.normalize.verdict import SMALL_ELSEWHERE

FRAME = """Namnden beslutar att godkanna forslaget till ny ordning for moten och att oversanda arendet.
Mot beslutet reserverar sig tva ledamoter och bifaller kommunstyrelsens forslag till beslut.
Fragan har beretts enligt kommunstyrelsens anvisningar for arenden av storre vikt.
"""


def doubted(line: str) -> set[str]:
    return {doubt.before for doubt in repair_text(FRAME + line).doubts}


def test_a_capital_in_mid_sentence_is_doubted_where_the_document_has_the_word_small() -> None:
    found = repair_text(FRAME + "Han yrkar bifall till Kommunstyrelsens forslag i sin helhet.")
    assert "till Kommunstyrelsens förslag" in found.text
    (doubt,) = [doubt for doubt in found.doubts if doubt.after == "Kommunstyrelsens"]
    assert doubt.alternatives[0] == "kommunstyrelsens"


def test_a_capital_at_the_head_of_a_sentence_is_none() -> None:
    assert "Kommunstyrelsens" not in doubted("Han yrkar bifall. Kommunstyrelsens forslag antas.")
    assert "Kommunstyrelsens" not in doubted("Kommunstyrelsens forslag antas i sin helhet.")


def test_a_capital_that_looks_unlike_its_small_letter_is_left_alone() -> None:
    line = "Han laser arendet och arendet samt slutligen Arendet igen."
    assert "Arendet" not in {
        doubt.before for doubt in repair_text(FRAME + line).doubts if doubt.doubt == SMALL_ELSEWHERE
    }


def test_a_party_in_capitals_is_doubted_where_the_others_are_small() -> None:
    small = "Anna Ek (s), Bo Lund (m), Siv Berg (fp) och Ove Holm (c) yrkar bifall. "
    assert "(S)" in doubted(f"{small}Anna Ek (S) yrkar avslag.")
    assert "(M)" not in doubted(f"{small}Anna Ek (M) yrkar avslag.")
    assert "(S)" not in doubted(f"{small.upper()}Anna Ek (S) yrkar avslag.")
