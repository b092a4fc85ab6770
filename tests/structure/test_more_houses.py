"""Further ways of writing who was there, moved, voted and signed."""

from __future__ import annotations

import pytest

from justera.schema.record import Person

from .test_houses import LISTED, VOTES, made, test_roll_calls
from .test_old_minutes import MINUTES as OLD
from .written import PAGE, structured

VOTES |= {
    "choice with its count": (
        "Märta Lund (S) och\nÅke Ek (M) röstar Ja (2).\nBo Öst (C) röstar Nej (1).",
        (2, 1),
    ),
    "verb first": ("Vid upprop röstar Märta Lund och Åke Ek ja samt Bo Öst nej.", (None, None)),
}
__all__ = ["test_roll_calls"]


def listed(head: str) -> list[tuple[str, str | None, str, str | None, str | None]]:
    return [(one.name, one.party, one.role.value, one.replaces, one.items) for one in made(head).attendance]


def test_office_between_name_and_party() -> None:
    assert listed("Beslutande\nMärta Lund, ordförande (POSK)\nÅke Ek (S), ers. för Ida Ros")[:2] == [
        ("Märta Lund", "POSK", "ordforande", None, None),
        ("Åke Ek", "S", "tjanstgorande_ersattare", "Ida Ros", None),
    ]


def test_a_deputy_who_serves_for_a_part_stands_in_both_lists() -> None:
    head = (
        "Beslutande\nMärta Lund (S), vice\nordförande §§ 3–8\n"
        "Åke Ek (S), tjg. ers. för Märta Lund (S) §§ 9–12\n"
        "Ersättare\nÅke Ek (S) §§ 3–8"
    )
    assert listed(head) == [
        ("Märta Lund", "S", "vice_ordforande", None, "§§ 3–8"),
        ("Åke Ek", "S", "tjanstgorande_ersattare", "Märta Lund", "§§ 9–12"),
        ("Åke Ek", "S", "ersattare", None, "§§ 3–8"),
    ]


def test_a_place_of_two_words_is_no_name() -> None:
    assert listed(LISTED + "\nHans-Göran Fors, Norra Torpa (KD)")[-1][:2] == ("Hans-Göran Fors", "KD")


def test_who_was_absent_was_not_there() -> None:
    head = "Närvarande: herrar Ebbe Wall, ordförande, och Artur Ek. "
    head += "Frånvarande voro herrar Bo Öst och Per Modig."
    assert [one[0] for one in listed(head)] == ["Ebbe Wall", "Artur Ek"]


def test_surnames_first_are_turned_where_the_list_does_so() -> None:
    head = (
        "Ordförande: Lund, Märta (C)\n\nBeslutande\nLund, Märta (C)\nvon Ek, Åke (M)\n"
        "Öst, Bo-Göran (S), vice ordförande\nRos, Ida (V)"
    )
    told = made(head)
    assert [(one.name, one.party) for one in told.attendance] == [
        ("Märta Lund", "C"),
        ("Åke von Ek", "M"),
        ("Bo-Göran Öst", "S"),
        ("Ida Ros", "V"),
    ]
    assert told.meeting is not None and told.meeting.chair == "Märta Lund"


def test_two_surnames_are_two_people() -> None:
    told = made(item="Omröstning\nVotering verkställs. Ja: Lund, Ek (M)\nNej: Öst (C)").items[0].votes
    assert told and all("Ek Lund" not in one.name for one in told[0].roll)


SIGNED = f"""{PAGE}Signatursida
Scrive transaktion 0922

Signerare
Märta Lund (ML)              Åke Ek (ÅE)
Signerade med BankID         Signerade med BankID
2022-11-30 10:11             2022-11-30 12:40
"""


def test_a_service_certifies_who_signed() -> None:
    told = made(foot=SIGNED)
    assert [(one.name, one.title) for one in told.signatures] == [("Märta Lund", None), ("Åke Ek", None)]
    assert told.meeting is not None and told.meeting.adjusted_on is None


def test_who_signs_twice_is_one() -> None:
    foot = "Vid protokollet\n\nGun Ros\nsekreterare\n\n"
    foot += "Protokollet har anslagits 2022-12-01.\nIntygas av\n\nGun Ros"
    assert [(one.name, one.title) for one in made(foot=foot).signatures] == [("Gun Ros", "sekreterare")]


def test_each_motion_of_a_sentence() -> None:
    item = made(item="Yrkanden\nÅke Ek (M) yrkar bifall, medan Bo Öst (C) yrkar avslag.").items[0]
    assert [(motion.by[0].name, motion.kind.value) for motion in item.motions] == [
        ("Åke Ek", "bifall"),
        ("Bo Öst", "avslag"),
    ]


def test_who_joins_the_motion_before() -> None:
    (motion,) = made(item="Herr Åke Ek yrkar avslag. Herr Bo Öst instämmer i detta yrkande.").items[0].motions
    assert [one.name for one in motion.by] == ["Åke Ek", "Bo Öst"]


@pytest.mark.parametrize(
    "text",
    [
        "Åke Ek anmälde jäv och deltog varken i beredning eller beslut.",
        "På grund av jäv lämnar Åke Ek lokalen.",
    ],
)
def test_recusal_told_in_other_words(text: str) -> None:
    assert [one.name for one in made(item=text).items[0].recusals] == ["Åke Ek"]


def test_inga_is_a_name() -> None:
    (one,) = made(item="Ej deltagande\nInga-Lill Ros (L) deltar inte i beslutet.").items[0].non_participants
    assert one == Person(name="Inga-Lill Ros", party="L")


def test_an_election_by_ballot_papers_has_a_result_and_no_yes() -> None:
    text = (
        "Omröstning\nSluten omröstning genomförs. Sju röster avges, varav fyra på Åke Ek och tre på Bo Öst."
    )
    (vote,) = made(item=text).items[0].votes
    assert (vote.yes, vote.no) == (None, None)
    assert vote.result == "Sju röster avges, varav fyra på Åke Ek och tre på Bo Öst."


def test_minutes_of_1908() -> None:
    item = """\
                         § 34

Herr Brink yrkade bifall till ansökan, hvaremot herr Roos yrkade afslag.
Votering begärdes, och utföll omröstningen så, att fyra röster afgåfvos
för ja och två för nej. Mot detta beslut anmälde herr Einar Roos sin
reservation. Herr Holger Brink anmälde jäf.

                    In fidem
"""
    told = structured(OLD.replace("                    In fidem:\n", item)).items[-1]
    assert [(motion.by[0].name, motion.kind.value) for motion in told.motions] == [
        ("Holger Brink", "bifall"),
        ("Einar Roos", "avslag"),
    ]
    assert [(vote.yes, vote.no) for vote in told.votes] == [(4, 2)]
    assert [one.name for one in told.reservations[0].by] == ["Einar Roos"]
    assert [one.name for one in told.recusals] == ["Holger Brink"]


def test_what_sentences_say_of_range_and_storage() -> None:
    head = (
        LISTED + "\n\nJustering: Protokollet omfattar §§ 11–13 och justeras av Åke Ek den 1 december 2022.\n"
    )
    meeting = made(head + "\nTillkännagavs 2022-12-02. Protokollet förvaras på kansliet.").meeting
    assert meeting is not None and meeting.posting is not None
    assert (meeting.items_from, meeting.items_to, meeting.posting.storage) == (11, 13, "kansliet")


def test_a_pause_within_the_time() -> None:
    meeting = made("Tid    Kl. 09.00–12.10, ajournering kl. 10.05–10.20\n\n" + LISTED).meeting
    assert meeting is not None and (meeting.start, meeting.end) == ("09:00", "12:10")
    assert [(one.start, one.end) for one in meeting.adjournments] == [("10:05", "10:20")]


def test_two_sittings_of_a_day_and_labels_of_boxes() -> None:
    head = (
        "Kommunstyrelsen    Datum         Tid                         Plats\n"
        "                   2022-11-28    08.15–12.00, 13.00–14.35    Salen Tallen\n\n"
    )
    meeting = made(head + LISTED + "\n\nErsättare (närvarande)\nIda Ros (V)")
    assert meeting.meeting is not None
    assert (meeting.meeting.start, meeting.meeting.end) == ("08:15", "14:35")
    assert meeting.attendance[-1].role.value == "ersattare"


def test_sentences_of_the_items_tell_when_it_began_and_who_led() -> None:
    text = "Mötet öppnades kl. 10.00 av ordföranden Filip Rosén. Nästa möte hålls kl. 9.00.\n\n"
    told = made("", item=text + "Mötet avslutades kl. 15.40.").meeting
    assert told is not None
    assert (told.start, told.end, told.chair) == ("10:00", "15:40", "Filip Rosén")


def test_the_roll_is_called_in_the_first_item() -> None:
    item = (
        "Vid upprop befunnos följande ledamöter närvarande:\nHerr K. E. Nord          Fru Elsa Wall\n"
        "Herr J. P. Hed           Herr Torsten Vik\n\n"
        "Frånvarande var herr Bo Öst, i vars ställe inkallats fru Anna Sjö."
    )
    assert [(one.name, one.role.value) for one in made("", item=item).attendance] == [
        ("K. E. Nord", "ledamot"),
        ("J. P. Hed", "ledamot"),
        ("Elsa Wall", "ledamot"),
        ("Torsten Vik", "ledamot"),
        ("Anna Sjö", "tjanstgorande_ersattare"),
    ]


def test_a_recusal_from_another_item_is_none_of_this_one() -> None:
    item = made(
        item="Åke Ek (M) meddelar att han på grund av jäv inte deltar i handläggningen av § 99."
    ).items[0]
    assert item.recusals == ()


def test_movers_in_brackets_and_numbered_motions() -> None:
    item = made(
        item="Yrkanden\n1) bifall till förslaget (Märta Lund, Åke Ek)\n2) avslag (Bo Öst m.fl.)\n"
        "Propositioner framställdes på yrkandena."
    ).items[0]
    assert [(motion.kind.value, [one.name for one in motion.by]) for motion in item.motions] == [
        ("bifall", ["Märta Lund", "Åke Ek"]),
        ("avslag", ["Bo Öst"]),
    ]
    assert item.proposition_order == "Propositioner framställdes på yrkandena."


def test_a_table_of_presence_with_deputies_and_remarks() -> None:
    head = """\
Ledamöter              Närv.   Frånv.   Tjg. ersättare     Anm.
Märta Lund (S) ordf.   X                                   t.o.m. § 61
Åke Ek (M)                     X        Bo Öst (M)
Ida Ros (V)            X                                   ej § 60 jäv
Ersättare
Ulf Alm (S)            X                                   tjg. §§ 62–64 för Märta Lund
Siv Berg (KD)                  X
Kaj Frid (MP)          X"""
    assert listed(head) == [
        ("Märta Lund", "S", "ordforande", None, "t.o.m. § 61"),
        ("Bo Öst", "M", "tjanstgorande_ersattare", "Åke Ek", None),
        ("Ida Ros", "V", "ledamot", None, "ej § 60"),
        ("Ulf Alm", "S", "tjanstgorande_ersattare", "Märta Lund", "§§ 62–64"),
        ("Kaj Frid", "MP", "ersattare", None, None),
    ]


def test_counts_one_below_another_are_each_its_own() -> None:
    text = "Omröstning\nJa-röster: 4\nNej-röster: 1\nAvstår: 0\n"
    (vote,) = made(item=text).items[0].votes
    assert (vote.yes, vote.no, vote.abstain, vote.yes_means) == (4, 1, 0, None)


def test_a_vote_between_names_has_a_result_only() -> None:
    (vote,) = (
        made(item="Omröstning\nVid votering avgavs 3 röster för Eks yrkande och 2 för Östs.").items[0].votes
    )
    assert (vote.yes, vote.result) == (None, "Vid votering avgavs 3 röster för Eks yrkande och 2 för Östs.")


def test_who_joins_anothers_motion_by_name() -> None:
    text = "Yrkanden\nÅke Ek (M) yrkar återremiss.\nMärta Lund (S) instämmer i Åke Eks yrkande."
    (motion,) = made(item=text).items[0].motions
    assert [one.name for one in motion.by] == ["Åke Ek", "Märta Lund"]


def test_two_pauses_of_one_sentence_and_a_day_at_the_latest() -> None:
    head = "Tid    Kl. 13:00–16:20 (ajournering 14:05–14:20 och 15:30–15:40)\n\n" + LISTED
    meeting = made(head + "\n\nJustering    Digitalt senast den 6 december 2022").meeting
    assert meeting is not None and meeting.adjusted_on is None
    assert [(one.start, one.end) for one in meeting.adjournments] == [("14:05", "14:20"), ("15:30", "15:40")]


def test_a_surname_alone_reserves() -> None:
    (one,) = made(item="Öst anmälde reservation.").items[0].reservations
    assert [(person.name, person.party) for person in one.by] == [("Bo Öst", "C")]


def test_against_that_is_nobody() -> None:
    (one,) = made(item="Häremot reserverade sig herr Åke Ek.").items[0].reservations
    assert [person.name for person in one.by] == ["Åke Ek"]


def test_two_lines_to_sign_side_by_side_in_one_cell() -> None:
    head = LISTED + (
        "\n\nUnderskrifter    Ordförande      .................     Justerande    .................\n"
        "                                 Märta Lund                          Bo Öst"
    )
    assert [(one.name, one.title) for one in made(head).signatures] == [
        ("Märta Lund", "Ordförande"),
        ("Bo Öst", "Justerande"),
    ]


def test_numbered_members_with_their_places_and_titles_first() -> None:
    head = (
        "Beslutande:\n1. Märta Lund (S), Ekeby, ordförande\n2. Åke Ek (M), Vinslöv, vice ordförande\n"
        "3. Siv Tell (C), Vinslöv, tjänstgörande ersättare för Jan Berg (C)\n"
        "4. Omar Said (V), Ekeby, ej närvarande § 17 p.g.a. jäv\n\n"
        "Övriga:\nlandstingsdirektör Ivar Ros\nekonomidirektör Stina Modig"
    )
    assert listed(head) == [
        ("Märta Lund", "S", "ordforande", None, None),
        ("Åke Ek", "M", "vice_ordforande", None, None),
        ("Siv Tell", "C", "tjanstgorande_ersattare", "Jan Berg", None),
        ("Omar Said", "V", "ledamot", None, "ej närvarande § 17"),
        ("Ivar Ros", None, "tjansteperson", None, None),
        ("Stina Modig", None, "tjansteperson", None, None),
    ]


def test_who_reserves_between_verb_and_noun_or_behind_a_colon() -> None:
    item = made(
        item="Mot beslutet anmälde Lund, Åke Ek och Öst reservation.\n\nReservation\n"
        "Följande reserverar sig skriftligt mot beslutet: Ida Ros (V) och Kaj Frid (MP)."
    ).items[0]
    assert [[one.name for one in own.by] for own in item.reservations] == [
        ["Märta Lund", "Åke Ek", "Bo Öst"],
        ["Ida Ros", "Kaj Frid"],
    ]


def test_two_labels_in_one_cell_and_the_day_it_was_published() -> None:
    head = "Tid: kl. 13.00 - 15.20 Plats: Sjukhuset, sal B\n\n" + LISTED
    foot = (
        "Bevis om tillkännagivande\nJusteringen av styrelsens protokoll 2022-11-28 har tillkännagetts.\n"
        "Tillkännagivandet publicerades 2022-12-01 och avpubliceras 2022-12-23."
    )
    meeting = made(head, foot=foot).meeting
    assert meeting is not None and meeting.posting is not None
    assert (meeting.start, meeting.place) == ("13:00", "Sjukhuset, sal B")
    assert (meeting.posting.posted_on, meeting.posting.removed_on) == ("2022-12-01", "2022-12-23")
