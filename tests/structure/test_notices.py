"""Adjustment and posting told in sentences."""

from __future__ import annotations

from .written import structured

MINUTES = """\
Tors kommun                     PROTOKOLL                1
Kommunstyrelsens arbetsutskott  1978-11-06

Närvarande:      Evert Ljung, ordf
                 Asta Fjäll

§ 200
Val av ombud

Till ombud valdes Evert Ljung.

                    Vid protokollet:

                    Ulla Wik

Justeras:

Evert Ljung            Asta Fjäll

{said}
"""


def test_the_board_and_its_day() -> None:
    said = (
        "Justeringen tillkännagiven på kommunens anslagstavla den\n14 november 1978. Betygar: Ulla Wik\n"
        "Anslaget tas ned den 5 december 1978."
    )
    meeting = structured(MINUTES.format(said=said)).meeting
    assert meeting is not None and meeting.posting is not None
    assert (meeting.posting.posted_on, meeting.posting.removed_on) == ("1978-11-14", "1978-12-05")


def test_the_day_of_adjustment() -> None:
    meeting = structured(MINUTES.format(said="Protokollet är justerat 1978-11-13.")).meeting
    assert meeting is not None and meeting.adjusted_on == "1978-11-13" and meeting.posting is None


def test_a_sentence_below_a_name_is_no_title() -> None:
    said = "Justeringen tillkännagiven på anslagstavlan den 14 november 1978."
    signatures = structured(MINUTES.format(said=said)).signatures
    assert {one.name for one in signatures} >= {"Ulla Wik", "Evert Ljung", "Asta Fjäll"}
    assert not any(one.title and "anslag" in one.title for one in signatures)


def test_a_year_is_no_span_of_a_posting() -> None:
    for said in (
        "Tillkännagivet på anslagstavlan 1978-11-14.\nAnslaget har nedtagits 1978-12-05.",
        "Tillkännagivet på anslagstavlan 1978-11-14 t.o.m. 1978-12-05.",
    ):
        meeting = structured(MINUTES.format(said=said)).meeting
        assert meeting is not None and meeting.posting is not None
        assert (meeting.posting.posted_on, meeting.posting.removed_on) == ("1978-11-14", "1978-12-05")
