"""Who was there, who signed and when, in the ways of many houses."""

from __future__ import annotations

import pytest

from justera.schema import Box, Line, Word, WordSource
from justera.schema.record import Record, Role
from justera.structure.meeting import signatures
from justera.structure.names import parties
from justera.structure.text import dates, heights
from justera.structure.text.passage import Passage

from .written import structured

HEAD = "Åsmåla kommun\nTekniska nämnden\nProtokoll 2021-03-04\n\n"
ITEM = "\n§ 3  Ny bro över ån\n\nNämnden beslutar att bygga en ny bro.\n\n"


def _made(head: str, foot: str = "") -> Record:
    return structured(HEAD + head + ITEM + foot)


def _people(head: str) -> list[tuple[str, str | None, Role]]:
    return [(one.name, one.party, one.role) for one in _made(head).attendance]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("kl. 7 e.m.", "19:00"),
        ("kl. 7 f.m.", "07:00"),
        ("kl. 19.30", "19:30"),
        ("kl 2 på eftermiddagen", "14:00"),
    ],
)
def test_half_the_day_is_over(text: str, told: str) -> None:
    assert [value for value, _ in dates.times(Passage(text))] == [told]


def test_a_date_that_a_narrow_cell_broke() -> None:
    made = _made(
        "Anslaget sätts upp        2021-03-        Anslaget tas ned        2021-04-\n"
        "                          11                                      02\n"
    )
    assert made.meeting
    assert made.meeting.posting
    assert (made.meeting.posting.posted_on, made.meeting.posting.removed_on) == ("2021-03-11", "2021-04-02")


def test_who_signs_for_which_items_side_by_side() -> None:
    text, at, words = "Eva Ås §§ 3–4 Bo Ek § 5", 300.0, []
    for part in text.split():
        words.append(Word(part, Box(at, 100, at + 5 * len(part), 110), source=WordSource.TEXT_LAYER))
        at += 5 * len(part) + 3
    labels = [
        Line((Word("Ordförande", Box(60, 100, 120, 110), source=WordSource.TEXT_LAYER),)),
        Line(tuple(words)),
    ]
    signed = signatures.signers(heights.of_lines(1, labels))
    assert [(one.name.text, one.office) for one in signed] == [("Eva Ås", "chair"), ("Bo Ek", "chair")]


def test_names_above_their_offices_below_labels_of_the_same() -> None:
    made = _made(
        "Ordförande: Bo Ek\nSekreterare: Ida Holm\nJusterare: Eva Ås och Per Dahl\n\n"
        "Ida Holm              Bo Ek\nSekreterare           Ordförande\n\n"
        "Eva Ås                Per Dahl\nJusterare             Justerare\n"
    )
    assert made.meeting
    assert (made.meeting.chair, made.meeting.secretary) == ("Bo Ek", "Ida Holm")
    assert {one.name for one in made.signatures} >= {"Ida Holm", "Bo Ek"}


def test_parties_behind_commas_in_three_columns() -> None:
    assert _people(
        "Närvarande\n"
        "Bo Ek, POSK, ordf.      Eva Ås, S            Ida Holm, BorgKr\n"
        "Karin Öst, C            Åke Lund, S          Per Dahl, FiSK\n"
    ) == [
        ("Bo Ek", "POSK", Role.ORDFORANDE),
        ("Karin Öst", "C", Role.LEDAMOT),
        ("Eva Ås", "S", Role.LEDAMOT),
        ("Åke Lund", "S", Role.LEDAMOT),
        ("Ida Holm", "BorgKr", Role.LEDAMOT),
        ("Per Dahl", "FiSK", Role.LEDAMOT),
    ]


def test_members_without_party_in_a_table_of_presence() -> None:
    assert _people(
        "Ledamot                   Huvudman             Närvarande    Ersättare          Anmärkning\n"
        "Bo Ek (S), ordförande     Åsmåla kommun        Ja\n"
        "Eva Ås, vice ordförande   Försäkringskassan    Ja\n"
        "Ida Holm (C)              Hede kommun          Nej           Per Dahl (C)\n"
    ) == [
        ("Bo Ek", "S", Role.ORDFORANDE),
        ("Eva Ås", None, Role.VICE_ORDFORANDE),
        ("Per Dahl", "C", Role.TJANSTGORANDE_ERSATTARE),
    ]


def test_a_deputy_behind_avensom_is_another() -> None:
    made = _made("Närvarande: herr Bo Ek, ordförande, samt herrar Åke Lund och Per Dahl ävensom suppleanten "
                 "Stig Moe i stället för herr Nils Frid.\n")  # fmt: skip
    assert [(one.name, one.role) for one in made.attendance] == [
        ("Bo Ek", Role.ORDFORANDE),
        ("Åke Lund", Role.LEDAMOT),
        ("Per Dahl", Role.LEDAMOT),
        ("Stig Moe", Role.TJANSTGORANDE_ERSATTARE),
    ]


def test_the_items_of_a_wrapped_entry_are_not_those_of_the_minutes() -> None:
    made = _made(
        "Beslutande        Bo Ek (S), ordförande\n"
        "                  Per Dahl (C), ersättare för Ida Holm (C),\n"
        "                  §§ 3–4\n"
        "                  Eva Ås (M)\n"
        "Paragrafer        3–5\n"
    )
    assert made.meeting
    assert (made.meeting.items_from, made.meeting.items_to) == (3, 5)
    assert [(one.name, one.items) for one in made.attendance] == [
        ("Bo Ek", None),
        ("Per Dahl", "§§ 3–4"),
        ("Eva Ås", None),
    ]


def test_undersigned_led_and_others_approved() -> None:
    made = _made(
        "",
        "Stämman öppnades af undertecknad ordförande.\n\nIn fidem\nBo Ek\n\n"
        "Uppläst och godkändt den 12 mars 2021\n\nÅke Lund        Per Dahl\n",
    )
    assert made.meeting
    assert (made.meeting.chair, made.meeting.adjusted_on) == ("Bo Ek", "2021-03-12")
    assert made.meeting.adjusters == ("Åke Lund", "Per Dahl")


def test_a_local_party_as_the_document_names_it() -> None:
    found = parties.find(Passage("Bypartiets ledamöter reserverar sig mot beslutet."))
    assert [one.code for one in found] == ["Bypartiet"]


def test_who_was_chosen_to_adjust_signs_below_the_secretary_too() -> None:
    chosen = (
        "\n§ 2  Val av justerare\n\n"
        "Stig Berg och Hans Wall utses att jämte ordföranden justera protokollet.\n"
    )
    foot = (
        "Vid protokollet               Justerat den 8 mars 2021\n\n"
        "Mait Lund                     Karin Dahl\n"
        "                              ordförande\n\n"
        "Stig Berg                     Hans Wall\n"
        "                              justerare\n"
    )
    people = (
        "Närvarande: Karin Dahl (S), ordförande, Stig Berg (S), Hans Wall (M) och Mait Lund, sekreterare\n"
    )
    made = structured(HEAD + people + chosen + ITEM + foot)
    assert made.meeting is not None
    assert set(made.meeting.adjusters) == {"Stig Berg", "Hans Wall"}
