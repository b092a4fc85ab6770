"""Points of decisions: in lists, in the line, in the infinitive, behind a verb before its subject."""

from __future__ import annotations

import pytest

from justera.schema import Record
from justera.structure.decisions import decisions, points
from justera.structure.text.draft import Found, value_of
from justera.structure.text.passage import Passage

from .written import structured

HEAD = """\
Åsmåla kommun                    SAMMANTRÄDESPROTOKOLL
Socialnämnden                    2021-03-09

§ 8 Verksamhetsplan

"""
FOOT = "\n\n§ 9 Avslutning\n\nOrdföranden avslutade sammanträdet.\n"


def texts(sentence: str) -> list[tuple[str | None, str]]:
    """Labels and texts of the points of what a section "Beslut" says."""
    found = []
    for decision in decisions.drafts(Passage(sentence), taken=True, body="Socialnämnden"):
        for point in decision["points"]:
            assert isinstance(point["text"], Found)
            found.append((value_of(point["label"]), str(value_of(point["text"]))))
    return found


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Miljöchefen fattar följande beslut 1. Brunnen stängs. 2. En avgift om 900 kronor tas ut.",
            [("1.", "Brunnen stängs."), ("2.", "En avgift om 900 kronor tas ut.")],
        ),
        (
            "Nämnden beslutar\n1 att anta planen\n2 att planen gäller från 2022",
            [("1", "att anta planen"), ("2", "att planen gäller från 2022")],
        ),
        (
            "Nämnden beslutar att sälja tomten, att teckna avtalet, samt att lånet löses.",
            [
                (None, "att sälja tomten,"),
                (None, "att teckna avtalet, samt"),
                (None, "att lånet löses."),
            ],
        ),
        (
            "Nämnden beslöt att såsom yttrande anföra, att nämnden intet hade att erinra.",
            [(None, "att såsom yttrande anföra, att nämnden intet hade att erinra.")],
        ),
        ("Nämnden beslutade bevilja bidrag.", [(None, "Nämnden beslutade bevilja bidrag.")]),
        (
            "Efter votering beslöt nämnden, på förslag av fru Ek, att köpa spisen.",
            [(None, "att köpa spisen.")],
        ),
        (
            "Nämnden beslutar följande\nA. Modellen införs i maj.\nB. Kontoret får i uppdrag att följa upp.",
            [("A.", "Modellen införs i maj."), ("B.", "Kontoret får i uppdrag att följa upp.")],
        ),
    ],
)
def test_points(sentence: str, expected: list[tuple[str | None, str]]) -> None:
    assert texts(sentence) == expected


def test_numbers_in_a_sentence_are_no_points() -> None:
    sentence = Passage("Avtalet om 2. Etappen kostar 3 mnkr. Sidan 1. Bilaga följer.")
    assert points.enumerated(sentence) == [sentence]


def of_item(text: str) -> Record:
    """Minutes with one item that says this."""
    return structured(HEAD + text + FOOT)


@pytest.mark.parametrize(
    ("told", "decided"),
    [
        ("Revisorerna beslutade att anta rapporten.", ["Revisorerna beslutade att anta rapporten."]),
        ("Efter debatt avslog nämnden förslaget.", ["Efter debatt avslog nämnden förslaget."]),
        ("Nämnden beslutar enligt fru Eks yrkande.", ["Nämnden beslutar enligt fru Eks yrkande."]),
        ("Fru Ek anhöll om stöd; beslöts att fru Ek skulle få 20 kronor.", None),
        ("Nämnden beslutade den 3 maj 2019 att se över avgifterna.", []),
        ("Ek yrkade att taxan antas.", []),
        ("Nämnden fastställer dagordningen med tillägget att en övrig fråga tas upp.", None),
        ("Nämnden enas om att frågan tas upp igen i maj.", None),
        ("Nämnden ställer sig positiv till förslaget.", None),
        ("Anmäldes och lades till handlingarna Kungl. Maj:ts brev om planen.", None),
        ("Nämnden fann sig icke kunna bifalla ansökan.", None),
        ("Årsavgiften bestämdes till 2 kronor.", None),
        ("Beslöts att festen skulle hållas i juni.", None),
        ("Följande voteringsproposition upplästes och godkändes:", []),
    ],
)
def test_sentences_that_decide(told: str, decided: list[str] | None) -> None:
    found = [one.text for one in of_item(told).items[0].decisions]
    assert found == (decided if decided is not None else [told])


def test_a_heading_within_a_row_parts_what_was_decided_from_what_was_told() -> None:
    item = of_item("Rapporten gicks igenom. Beslut: Rapporten läggs till handlingarna.").items[0]
    assert [(one.kind.value, one.text) for one in item.sections] == [
        ("annat", "Rapporten gicks igenom."),
        ("beslut", "Rapporten läggs till handlingarna."),
    ]


def test_a_decision_below_a_list_of_documents_is_none_of_them() -> None:
    item = of_item("Handlingar: Delårsrapport\n\nNämnden beslutar att godkänna rapporten.").items[0]
    assert [one.title for one in item.basis_documents] == ["Delårsrapport"]
    assert [one.text for one in item.decisions] == ["Nämnden beslutar att godkänna rapporten."]


def test_own_and_asked_for_decisions_under_one_verb() -> None:
    item = of_item(
        "Nämnden beslöt\n\natt hos kommunfullmäktige anhålla om medel, samt\n\natt för egen del anta planen."
    ).items[0]
    assert [(one.level, one.points[0].text) for one in item.decisions] == [
        ("forslag_till_hogre_organ", "att hos kommunfullmäktige anhålla om medel, samt"),
        ("eget_beslut", "att för egen del anta planen."),
    ]


def test_numbered_sentences_return_from_a_proposal_to_own_decisions() -> None:
    item = of_item(
        "Beslut\n\n1. Nämnden beslutar att kliniken flyttas.\n"
        "2. Nämnden föreslår kommunfullmäktige att ramen utökas.\n"
        "3. Chefen får i uppdrag att återrapportera."
    ).items[0]
    assert [(one.level, [point.label for point in one.points]) for one in item.decisions] == [
        ("eget_beslut", ["1."]),
        ("forslag_till_hogre_organ", ["2."]),
        ("eget_beslut", ["3."]),
    ]


def test_a_lead_that_decides_is_a_point_beside_those_below_it() -> None:
    item = of_item(
        "Beslut\n\nPå delegation beslutar nämnden att lämna yttrandet.\n\nParagrafen justeras omedelbart."
    ).items[0]
    assert [point.text for one in item.decisions for point in one.points] == [
        "att lämna yttrandet.",
        "Paragrafen justeras omedelbart.",
    ]


def test_another_body_proposes_and_the_councils_decision_stands_below() -> None:
    minutes = HEAD.replace("Socialnämnden  ", "Kommunfullmäktige") + (
        "Kommunstyrelsen föreslår fullmäktige besluta\n\natt anse motionen besvarad.\n\n"
        "Bo Ek (M) yrkar bifall.\n\nEfter propositioner enligt yrkandena beslutar fullmäktige\n\n"
        "att anse motionen besvarad."
    )
    item = structured(minutes + FOOT).items[0]
    assert [(one.status, one.body) for one in item.decisions] == [
        ("foreslaget", "Kommunstyrelsen"),
        ("beslutat", "Kommunfullmäktige"),
    ]


def test_a_sentence_that_turns_to_the_council_is_of_two_levels() -> None:
    said = "Socialnämnden beslutade att köpa, att låna medlen samt att hemställa att fullmäktige ger borgen."
    found = decisions.drafts(Passage(said), taken=True, body="Socialnämnden")
    assert [(one["level"], len(one["points"])) for one in found] == [
        ("eget_beslut", 2),
        ("forslag_till_hogre_organ", 1),
    ]


def test_points_behind_the_verb_in_a_section_that_tells() -> None:
    text = HEAD + (
        "Yrkanden\n\nÅke Ek (S) yrkar bifall.\n\nSocialnämnden hade således beslutat\n\n"
        "att köpa huset, samt\n\natt låna medlen.\n"
    )
    (decision,) = structured(text + FOOT).items[0].decisions
    assert [point.text for point in decision.points] == ["att köpa huset, samt", "att låna medlen."]


def test_entries_without_bullets_are_points_and_conditions_one_of_them() -> None:
    text = HEAD + (
        "Beslut\n\nSocialnämnden beslutar att\n   bevilja lov för huset\n   bevilja rivningslov\n"
        "   fastställa avgiften till 500 kr\n\nFöljande villkor gäller:\n   Utstakning ska göras.\n"
    )
    (decision,) = structured(text + FOOT).items[0].decisions
    assert [point.text for point in decision.points] == [
        "bevilja lov för huset",
        "bevilja rivningslov",
        "fastställa avgiften till 500 kr",
        "Följande villkor gäller:\nUtstakning ska göras.",
    ]


@pytest.mark.parametrize(
    ("sentence", "point"),
    [
        ("Efter utredning beslöts uppsäga avtalet.", "Efter utredning beslöts uppsäga avtalet."),
        ("Socialnämnden beslutar utse Åke Ek.", "Socialnämnden beslutar utse Åke Ek."),
        ("Med 9 röster mot 2 beslutar kyrkofullmäktige att avslå den.", "att avslå den."),
    ],
)
def test_a_point_begins_behind_the_verb_that_decides(sentence: str, point: str) -> None:
    assert texts(sentence) == [(None, point)]


def test_what_is_asked_in_parts_and_of_any_council() -> None:
    text = HEAD + (
        "Nämnden beslöt hemställa, att municipalfullmäktige måtte\n\ndels anslå 500 kronor,\n\n"
        "dels uppdraga åt nämnden att bygga.\n"
    )
    (decision,) = structured(text + FOOT).items[0].decisions
    assert decision.level == "forslag_till_hogre_organ"
    assert [point.text for point in decision.points] == [
        "dels anslå 500 kronor,",
        "dels uppdraga åt nämnden att bygga.",
    ]


ELECTION = """\
Lidby kommun
Kommunfullmäktige
PROTOKOLL
2022-12-19

§ 131 Val till socialnämnden

Beslut
Till ledamöter i socialnämnden för tiden 2023-2026 utses

Agneta Holm (S)      Per Sund (M)
Hassan Jama (S)      Ulla Sten (M)

Till ersättare utses

Mona Frick (S), gruppledare
Olof Ståhl (C)

Till ordförande utses Agneta Holm (S).

§ 132 Taxa för kontroll

Beslut
1. Taxan fastställs enligt följande:

Klass        Timmar      Avgift (kr)
1-3          6           7 500
4-6          3           3 750

2. Taxan gäller från den 1 januari 2023.
"""


def test_who_is_elected_and_a_table_belong_to_the_point_above() -> None:
    election, fee = structured(ELECTION).items
    assert [point.text for point in election.decisions[0].points] == [
        "Till ledamöter i socialnämnden för tiden 2023-2026 utses\n"
        "Agneta Holm (S) Per Sund (M)\nHassan Jama (S) Ulla Sten (M)",
        "Till ersättare utses\nMona Frick (S), gruppledare\nOlof Ståhl (C)",
        "Till ordförande utses Agneta Holm (S).",
    ]
    assert [point.text for point in fee.decisions[0].points] == [
        "Taxan fastställs enligt följande:\nKlass\tTimmar\tAvgift (kr)\n1-3\t6\t7 500\n4-6\t3\t3 750",
        "Taxan gäller från den 1 januari 2023.",
    ]


def test_a_list_that_a_lead_announces_is_its_point() -> None:
    made = structured(
        "Lidby kommun\nKommunfullmäktige\nPROTOKOLL\n2022-12-19\n\n§ 140 Val av revisorer\n\nBeslut\n"
        "Kommunfullmäktige väljer följande:\n\nLedamöter\n\nKarin Öhman (S)\n\nErsättare\n\nSofie Lång (S)\n"
    )
    (decision,) = made.items[0].decisions
    assert [(point.text, point.outcome) for point in decision.points] == [
        ("Ledamöter\nKarin Öhman (S)\nErsättare\nSofie Lång (S)", "val")
    ]


def test_what_is_asked_for_is_the_point_with_what_belongs_to_it() -> None:
    asked = "att stadsfullmäktige måtte bevilja 400 kronor, att utgå av kassan."
    assert [text for _, text in texts(f"Nämnden beslöt hemställa, {asked}")] == [asked]


def test_points_between_brackets() -> None:
    told = "Nämnden beslutar\n(a) att inrätta enheten,\n(b) att ge chefen i uppdrag att utse en ledare."
    assert [text for _, text in texts(told)] == [
        "att inrätta enheten,",
        "att ge chefen i uppdrag att utse en ledare.",
    ]
