"""Minutes of before 1971: told in sentences, numbers alone above the items, herr and fru before the names."""

from __future__ import annotations

import pytest

from .written import structured

MINUTES = """\
                         - 1 -

PROTOKOLL hållet vid sammanträde med drätselkammaren i Lillköping
den 14 februari 1962 kl. 19.00 i stadshuset.

Närvarande: herrar Ebbe Wallman, ordförande, Artur Sjöstedt, vice
ordförande, Holger Brink, fru Signe Hammar samt herr Einar Roos,
vilken tjänstgjorde i stället för herr Gustaf Öbring. Dessutom
närvoro stadskamrer Nils Tornberg och stadsingenjör Karl Bylund.

                         § 32

Till justeringsman utsågs herr Brink.

                         § 33

Ordföranden anmälde, att stadskamreren beviljats semester. Anmälan
lades till handlingarna.

                    In fidem:

                    Nils Tornberg

Justerat den 19 februari 1962:

Ebbe Wallman             Holger Brink
"""


def test_the_opening_sentences_tell_of_the_meeting_and_who_was_there() -> None:
    made = structured(MINUTES)
    assert made.body == "Drätselkammaren"
    assert made.meeting is not None
    assert (made.meeting.date, made.meeting.start) == ("1962-02-14", "19:00")
    assert (made.meeting.place, made.meeting.chair) == ("stadshuset", "Ebbe Wallman")
    assert (made.meeting.secretary, made.meeting.adjusters) == ("Nils Tornberg", ("Holger Brink",))
    assert [(one.name, one.role.value) for one in made.attendance] == [
        ("Ebbe Wallman", "ordforande"),
        ("Artur Sjöstedt", "vice_ordforande"),
        ("Holger Brink", "ledamot"),
        ("Signe Hammar", "ledamot"),
        ("Einar Roos", "tjanstgorande_ersattare"),
        ("Nils Tornberg", "sekreterare"),
        ("Karl Bylund", "tjansteperson"),
    ]
    assert made.attendance[4].replaces == "Gustaf Öbring"
    assert [(item.number, item.title) for item in made.items] == [(32, None), (33, None)]


def test_what_was_moved_in_att_clauses_is_not_decided() -> None:
    moved = """\
                         § 34

Från verkstaden hade inkommit anhållan om tomten. Herr Ek yrkade,

att framställningen måtte avslås.

Drätselkammaren beslutade

att tillstyrka framställningen.
"""
    end = "                    In fidem"
    made = structured(MINUTES.replace(end, f"{moved}\n{end}"))
    assert [[one.text for one in decision.points] for decision in made.items[-1].decisions] == [
        ["att tillstyrka framställningen."]
    ]


def decided(text: str) -> list[list[str]]:
    end = "                    In fidem"
    item = f"                         § 34\n\n{text}\n\n"
    made = structured(MINUTES.replace(end, item + end))
    return [[one.text for one in decision.points] for decision in made.items[-1].decisions]


def test_what_another_body_advises_is_not_decided() -> None:
    assert decided("Byggnadsnämnden tillstyrker ansökan.\n\nDrätselkammaren beslutade bevilja ansökan.") == [
        ["Drätselkammaren beslutade bevilja ansökan."]
    ]


@pytest.mark.parametrize(
    "said",
    [
        "hade i yttrande förordat, att framställningen avslogs",
        "har i utlåtande den 29 oktober 1962, § 18, föreslagit att framställningen anses besvarad",
    ],
)
def test_what_a_preparing_committee_had_said_is_not_decided(said: str) -> None:
    told = f"Arbetsutskottet {said}.\n\n"
    assert decided(f"{told}Drätselkammaren beslöt att bifalla framställningen.") == [
        ["att bifalla framställningen."]
    ]


def test_a_row_that_goes_on_is_no_heading() -> None:
    text = "Följande omröstningsproposition uppsattes och\ngodkändes: Den som vill bifalla röstar ja.\n"
    item = "\n§ 34. Taxa för saluplatser.\n\nTaxan behandlades.\n\n" + text
    made = structured(MINUTES + item)
    assert [section.heading for section in made.items[-1].sections] == [None]


def test_the_preposition_before_a_place_is_none_of_it() -> None:
    head = "ÅSTORPS KÖPING\nSkolstyrelsen\nP R O T O K O L L\n\n"
    when = "Tid och plats        Tisdagen den 17 september 1968 kl. 18.30 - 21.20 å\n"
    made = structured(
        f"{head}{when}                     skolkansliet, Storgatan 11\n\n§ 1. Val\n\nBo Ek utses.\n"
    )
    assert made.meeting is not None
    assert made.meeting.place == "skolkansliet, Storgatan 11"


def test_a_count_may_stand_between_the_verb_and_what_is_decided() -> None:
    assert decided(
        "På herr Eks begäran beslöt drätselkammaren med sex röster mot två att avslå ansökningen."
    ) == [["att avslå ansökningen."]]


def test_what_became_of_a_motion_and_who_was_elected_again_is_decided() -> None:
    assert decided("Herr Ek yrkade, att tomten säljes. Yrkandet avslogs.") == [["Yrkandet avslogs."]]
    assert decided("Till revisorer återvaldes herrar Ek och Öst.") == [
        ["Till revisorer återvaldes herrar Ek och Öst."]
    ]


@pytest.mark.parametrize(
    "told",
    [
        "Vid företagen sluten omröstning erhöll Bo Ek 4 röster, Nils Ask 2, varför Bo Ek förklarades vald.",
        "Beslöt kyrkorådet bordlägga frågan om inköp av ny orgel.",
    ],
)
def test_who_is_declared_elected_and_what_a_body_behind_its_verb_does_is_decided(told: str) -> None:
    text = "Protokoll, hållet vid sammanträde med kyrkorådet i Åby församling den 14 mars 1957.\n\n"
    (item,) = structured(f"{text}§ 1.\n\nOrdföranden öppnade sammanträdet.\n\n§ 2.\n\n{told}\n").items[1:]
    assert [decision.text for decision in item.decisions] == [told]
