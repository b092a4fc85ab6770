"""Ordinals and the preposition of old minutes, read as figures."""

from __future__ import annotations

import pytest

from justera.normalize import repair_text, undo

BODY = "Namnden beslutar att godkanna forslaget till ny ordning for moten och att oversanda arendet. "
OLD = f"{BODY}Protokoll, hallet a skolhuset. "


def test_ordinals_that_count_up_at_the_head_of_lines_have_their_letter() -> None:
    lines = "\n".join(f"{number}:0 {BODY}" for number in (1, 2, 3))
    found = repair_text(lines)
    assert [line[:3] for line in found.text.split("\n")] == ["1:o", "2:o", "3:o"]
    assert repair_text(f"{BODY}\n1:0 till hemmalaget").text.endswith("1:0 till hemmalaget")


def test_an_ordinal_is_on_the_record() -> None:
    read = f"1:0 {BODY}\n2:0 {BODY}"
    found = repair_text(read)
    assert {change.before for change in found.changes if change.rule == "ordinal"} == {"1:0", "2:0"}
    assert undo(found.text, found.changes) == read


@pytest.mark.parametrize(
    "read", ["Stamman hallen a sockenstugan och 4 skolan.", "langden, slutande & 6,842 kronor"]
)
def test_a_figure_that_may_be_the_preposition_is_in_doubt(read: str) -> None:
    found = repair_text(OLD + read)
    (doubt,) = [doubt for doubt in found.doubts if doubt.before in {"4", "&"}]
    assert doubt.after == doubt.before
    assert doubt.alternatives[0] == "å"


def test_old_words_tell_old_minutes() -> None:
    found = repair_text(f"{BODY}Protokoll, hallet 4 skolhuset, hvilket lastes upp.")
    assert [doubt.alternatives[0] for doubt in found.doubts if doubt.before == "4"] == ["å"]


def test_a_four_is_a_number_in_minutes_of_today() -> None:
    found = repair_text(f"{BODY}Av ledamoterna var 4 franvarande.")
    assert all(doubt.before != "4" for doubt in found.doubts)


def test_dates_keep_their_day() -> None:
    found = repair_text(f"{OLD}Stamman hallen den 4 maj.")
    assert all(doubt.before != "4" for doubt in found.doubts)
