"""How different houses write attendance, votes and signatures."""

from __future__ import annotations

import pytest

from justera.rules import check
from justera.schema import Record
from justera.schema.record import Role

from .written import structured

HEAD = """\
Bergsviks kommun                   PROTOKOLL
Kommunstyrelsen                    2022-11-28

{head}

§ 12 Taxa för vatten

Beslut
Taxan fastställs.

{item}

{foot}
"""
LISTED = """\
Beslutande
Märta Lund (S), ordförande
Åke Ek (M)
Bo Öst (C)"""


def made(head: str = LISTED, item: str = "", foot: str = "") -> Record:
    return structured(HEAD.format(head=head, item=item, foot=foot))


def people(head: str) -> list[tuple[str, str | None, str]]:
    return [(one.name, one.party, one.role.value) for one in made(head).attendance]


def test_parties_head_their_members() -> None:
    head = "Beslutande\nSocialdemokraterna\nMärta Lund, ordförande\nGöran Åhs, ersätter Lena Ek\n"
    head += "Moderaterna\nÅke af Ugglas\nByns väl-partiet (BV)\nZlatko Jovanović"
    assert people(head) == [
        ("Märta Lund", "S", "ordforande"),
        ("Göran Åhs", "S", "tjanstgorande_ersattare"),
        ("Åke af Ugglas", "M", "ledamot"),
        ("Zlatko Jovanović", "BV", "ledamot"),
    ]


def test_a_surname_that_ends_as_a_party_heads_nobody() -> None:
    assert people("Beslutande\nJohannes Benzelstierna (FI)\nHjördis Þórsdóttir (C)") == [
        ("Johannes Benzelstierna", "FI", "ledamot"),
        ("Hjördis Þórsdóttir", "C", "ledamot"),
    ]


def test_the_place_behind_a_name_is_no_name() -> None:
    assert people("Beslutande\nKerstin Alm, Torpa (S), ordf.\nGöran Mell, Hede (C)\nSven Ö, Öxabro (KD)")[
        0
    ] == (
        "Kerstin Alm",
        "S",
        "ordforande",
    )
    assert people("Ersättare\nÅsa Kraft (MP), Almnäs\nRoger Stjärna (SD), Sjöhult")[1][0] == "Roger Stjärna"


def test_offices_in_brackets_are_no_parties() -> None:
    told = people("Närvarande: Kalle Svan (ordf), Mia Ryd (kassör), Omar Farah (sekr), Pelle Kvist")
    assert [(name, party) for name, party, _ in told] == [
        (name, None) for name in ("Kalle Svan", "Mia Ryd", "Omar Farah", "Pelle Kvist")
    ]


@pytest.mark.parametrize(
    ("written", "items"),
    [
        ("kl. 9.15–10.30", "kl. 9.15–10.30"),
        ("ankom kl. 9.20, § 5", "ankom kl. 9.20, § 5"),
        ("t.o.m. § 6", "t.o.m. § 6"),
        ("§ 12", "§ 12"),
    ],
)
def test_when_somebody_was_there(written: str, items: str) -> None:
    told = made(f"{LISTED}\nSiv Ås (KD), {written}").attendance[-1]
    assert (told.name, told.items) == ("Siv Ås", items)


def test_what_was_chaired_is_not_when_somebody_was_there() -> None:
    told = made(f"{LISTED}\nKrister Mo (M), vice ordförande, ordförande § 12").attendance[-1]
    assert (told.role, told.items) == (Role.VICE_ORDFORANDE, None)


def test_two_columns_of_lists() -> None:
    head = """\
Ledamöter                               Ersättare
Märta Lund (S), ordförande              Lena Olin (M)
Åke Ek (M)                              Erik Wenn (C)
Bo Öst (C)                              Övriga närvarande
Ida Ros (V)                             Frida Pal, nämndsekreterare
"""
    assert people(head) == [
        ("Märta Lund", "S", "ordforande"),
        ("Åke Ek", "M", "ledamot"),
        ("Bo Öst", "C", "ledamot"),
        ("Ida Ros", "V", "ledamot"),
        ("Lena Olin", "M", "ersattare"),
        ("Erik Wenn", "C", "ersattare"),
        ("Frida Pal", None, "sekreterare"),
    ]


def test_the_role_in_the_first_column() -> None:
    head = """\
Närvarolista
Roll             Namn                  Parti       Tjänstgör för
Ordförande       Susanna Törn          M
Ledamot          Hédi Ben Salah        MP
Ersättare        Marit Solli-Berg      L           Ture Alm (L)
Sekreterare      Jonna Vass
"""
    told = {one.name: one for one in made(head).attendance}
    assert [*told] == ["Susanna Törn", "Hédi Ben Salah", "Marit Solli-Berg", "Jonna Vass"]
    assert told["Marit Solli-Berg"].replaces == "Ture Alm"
    assert told["Jonna Vass"].role is Role.SEKRETERARE


def test_pauses_and_labels_that_open_a_paragraph() -> None:
    meeting = made(
        "Plats och tid Rådhuset, sal Eken, kl. 13:15–16:05, ajournering kl. 14.00–14.10\n\n"
        "Beslutande Märta Lund (S), ordförande, Åke Ek (M), Bo Öst (C)"
    ).meeting
    assert meeting is not None
    assert (meeting.start, meeting.end, meeting.place) == ("13:15", "16:05", "Rådhuset, sal Eken")
    assert [one.start for one in meeting.adjournments] == ["14:00"]


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ("Plats för mötet          Församlingshemmet, Storgatan 3\n", "Församlingshemmet, Storgatan 3"),
        ("Var                      Kommunkontoret, Ås\n", "Kommunkontoret, Ås"),
        (
            "Sammanträdet hölls i Åsmåla församlingshem, torsdagen den 4 mars 2021,\nkl. 18.30–21.05.\n",
            "Åsmåla församlingshem",
        ),
        (
            "Sammanträdet ägde rum torsdagen den 4 mars 2021 kl. 18.30–21.15 i Ekasalen, Åsmåla. "
            "Ajournering kl. 19.40–19.55.\n",
            "Ekasalen, Åsmåla",
        ),
        (
            "Protokoll från sammanträde med direktionen torsdagen den 4 mars 2021 kl 13.00 - 16.10 på "
            "Hotell Granen i Ås.\nSammanträdet var ajournerat kl 14.20 - 14.45.\n",
            "Hotell Granen i Ås",
        ),
    ],
)
def test_where_the_meeting_was_held(head: str, place: str) -> None:
    record = structured(
        f"Åsmåla kommun\nKommunstyrelsen\nProtokoll 2021-03-04\n\n{head}\n"
        "§ 1  Val\n\nBeslut\nStyrelsen väljer Bo Ek.\n"
    )
    assert record.meeting is not None
    assert record.meeting.place == place


def test_the_sentence_of_a_heading_tells_time_and_place() -> None:
    head = "Protokoll fört vid styrelsemöte den 28 november 2022 kl. 14.00–16.10 på kontoret, Vägen 2\n\n"
    meeting = made(head + LISTED).meeting
    assert meeting is not None
    assert (meeting.start, meeting.end, meeting.place) == ("14:00", "16:10", "kontoret, Vägen 2")


VOTES = {
    "bracketed": (
        "Med två ja-röster (Märta Lund och Åke Ek) och en nej-röst (Bo Öst) beslutar styrelsen så.",
        (2, 1),
    ),
    "surnames": ("Votering verkställs. Ja: Lund (S), Ek (M)\nNej: Öst (C)", (None, None)),
    "marked": (
        "Votering begärs. För att ärendet avgörs idag (ja) röstar Märta Lund (S) och Åke Ek (M). "
        "För återremiss (nej) röstar Bo Öst (C). Två ja-röster och en nej-röst avges.",
        (2, 1),
    ),
    "under heads": (
        "2 ja och 1 nej.\nJa                 Nej\nMärta Lund (S)     Bo Öst (C)\nÅke Ek (M)",
        (2, 1),
    ),
}


@pytest.mark.parametrize("form", VOTES)
def test_roll_calls(form: str) -> None:
    text, counts = VOTES[form]
    (vote,) = made(item=f"Omröstning\n{text}").items[0].votes
    assert (vote.yes, vote.no) == counts
    assert {(one.name, one.vote.value) for one in vote.roll} == {
        ("Märta Lund", "ja"),
        ("Åke Ek", "ja"),
        ("Bo Öst", "nej"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Ja = bifall till förslaget\nNej = avslag.",
        "Ja-röst innebär bifall till förslaget och nej-röst avslag.",
        "Den som vill bifall till förslaget röstar ja, den det ej vill röstar nej. Vinner nej har avslag.",
    ],
)
def test_what_yes_and_no_stand_for(text: str) -> None:
    (vote,) = made(item=f"Omröstning\n{text} 2 ja-röster och 1 nej-röst avges.").items[0].votes
    assert vote.yes_means == "bifall till förslaget"
    assert vote.no_means in ("avslag", None)


def test_whose_motion_is_voted_on_does_not_vote() -> None:
    text = "Ja-röst: bifall till ordförandens yrkande. Nej-röst: bifall till Bo Östs yrkande. 2 ja, 1 nej."
    (vote,) = made(item=f"Omröstning\n{text}").items[0].votes
    assert vote.roll == ()


def test_movers() -> None:
    item = (
        "Yrkanden\nÅke Ek (M) och ordföranden yrkar bifall till förslaget.\n"
        "Bo Öst (C) yrkar avslag, vilket biträds av Märta Lund (S).\n"
        "Följande yrkar återremiss: Åke Ek (M) och Bo Öst (C)."
    )
    motions = made(item=item).items[0].motions
    assert [[one.name for one in motion.by] for motion in motions] == [
        ["Åke Ek", "Märta Lund"],
        ["Bo Öst", "Märta Lund"],
        ["Åke Ek", "Bo Öst"],
    ]


def test_one_party_for_both_and_whoever_takes_the_chair() -> None:
    item = made(
        item="Jäv\nÅke Ek (M) anmäler jäv och lämnar ordförandeskapet till Bo Öst (C).\n\n"
        "Reservation\nMärta Lund och Ida Ros, båda (S), reserverar sig."
    ).items[0]
    assert [one.name for one in item.recusals] == ["Åke Ek"]
    assert [(one.name, one.party) for one in item.reservations[0].by] == [
        ("Märta Lund", "S"),
        ("Ida Ros", "S"),
    ]


def test_offices_stand_below_their_names() -> None:
    foot = "Vid protokollet\n\n\nGun Ros\n\nJusteras\n\n\nMärta Lund\nOrdförande\n\n\nÅke Ek"
    told = made(foot=foot)
    assert [(one.name, one.title) for one in told.signatures] == [
        ("Gun Ros", None),
        ("Märta Lund", "Ordförande"),
        ("Åke Ek", None),
    ]
    assert told.meeting is not None and told.meeting.chair == "Märta Lund"
    assert told.meeting.adjusters == ("Åke Ek",)


def test_what_is_told_and_not_read_is_found() -> None:
    told = made(item="Omröstning\nUtfallet av omröstningen framgår av en lista.")
    assert [one.at for one in check(told) if one.rule == "R93"] == ["/items/0/votes"]


def test_minutes_without_one_member() -> None:
    assert [one.at for one in check(made("")) if one.rule == "R31"] == ["/attendance"]


def test_a_list_s_label_runs_over_two_rows_beside_its_value() -> None:
    head = f"{LISTED}\n\nTjänstgörande       Siv Ås (KD), för Ove Högdahl\nersättare             (KD)"
    head += "\n\nErsättare           Gun Ris (C)"
    assert people(head)[-2:] == [("Siv Ås", "KD", "tjanstgorande_ersattare"), ("Gun Ris", "C", "ersattare")]


def test_specks_beside_a_name_are_no_part_of_it() -> None:
    told = made(foot="Vid protokollet\n\n\nGun Ros.\n\nJusteras\n\n\n‘Märta Lund\n\n\nÅke Ek |")
    assert [one.name for one in told.signatures] == ["Gun Ros", "Märta Lund", "Åke Ek"]
    assert told.meeting is not None and told.meeting.adjusters == ("Åke Ek",)
