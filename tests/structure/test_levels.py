"""Levels of decisions: what a body decides itself, and what it asks a higher one to decide."""

from __future__ import annotations

import pytest

from justera.structure.decisions import decisions, levels
from justera.structure.text.draft import Found, value_of
from justera.structure.text.passage import Passage

from .written import structured


def told(*paragraphs: str, heading: str | None = None) -> list[tuple[str, list[str]]]:
    """Level and points of the decisions of Kommunstyrelsen in some paragraphs."""
    text, above = Passage("\n".join(paragraphs)), Passage(heading) if heading else None
    found = []
    for decision in decisions.drafts(text, taken=True, body="Kommunstyrelsen", heading=above):
        points = [point["text"] for point in decision["points"]]
        said = [str(value_of(point)) for point in points if isinstance(point, Found)]
        found.append((str(decision["level"]), said))
    return found


def test_a_lead_that_ends_in_a_full_stop_is_no_point() -> None:
    assert told(
        "Kommunstyrelsen föreslår att kommunfullmäktige fattar följande beslut.",
        "Kommunfullmäktige antar taxan.",
    ) == [("forslag_till_hogre_organ", ["Kommunfullmäktige antar taxan."])]


def test_the_sentence_of_the_higher_body_is_the_point_that_is_asked_for() -> None:
    assert told(
        "Kommunstyrelsen föreslår Kommunfullmäktige besluta",
        "Kommunfullmäktige beslutar att ingå borgen för bolagets lån.",
    ) == [
        ("forslag_till_hogre_organ", ["Kommunfullmäktige beslutar att ingå borgen för bolagets lån."]),
    ]


def test_what_the_own_body_decides_follows_what_it_asks_for() -> None:
    assert told(
        "Kommunstyrelsen föreslår kommunfullmäktige besluta",
        "att utöka ramen med 3 400 000 kr.",
        "Kommunstyrelsen beslutar för egen del",
        "att förklara paragrafen omedelbart justerad.",
    ) == [
        ("forslag_till_hogre_organ", ["att utöka ramen med 3 400 000 kr."]),
        ("eget_beslut", ["att förklara paragrafen omedelbart justerad."]),
    ]


def test_what_another_body_proposes_that_the_own_one_decides_is_asked_for() -> None:
    said = ("Kommunstyrelsen beslutar", "1. att anta taxan, och", "2. att den gäller från och med juni.")
    points = ["att anta taxan, och", "att den gäller från och med juni."]
    assert told(*said, heading="Arbetsutskottets förslag") == [("forslag_till_hogre_organ", points)]
    assert told(*said, heading="Kommunstyrelsens beslut") == [("eget_beslut", points)]
    decided = ("Kommunstyrelsen beslutade", *said[1:])
    assert told(*decided, heading="Arbetsutskottets förslag") == [("eget_beslut", points)]


def test_an_office_asks_the_own_body() -> None:
    text = "Kontoret föreslår att kommunstyrelsen beslutar att"
    assert levels.asks(text) and levels.asks(text, "Kommunala utskottet")
    assert not levels.asks(text, "Kommunstyrelsen")


def test_a_list_told_below_a_decision_is_none_of_its_points() -> None:
    assert told(
        "1. Kommunstyrelsen tackar för informationen.",
        "Kommundirektören informerar om:",
        "• Budgetprocessen",
        "• Nya kommunhuset",
    ) == [("eget_beslut", ["Kommunstyrelsen tackar för informationen."])]


def test_a_committee_of_two_words_proposes_to_a_board_with_a_hyphen() -> None:
    heading = "Barn- och utbildningsutskottets förslag till barn- och utbildningsnämnden"
    assert levels.is_upward(heading, "Barn- och utbildningsutskottet")
    assert not levels.is_upward(heading, "Barn- och utbildningsnämnden")


def test_a_body_alone_leads_the_points_below_it() -> None:
    assert told("Kommunstyrelsen", "- anvisar 1 850 tkr till spåret,", "- uppdrar åt nämnden att bygga.") == [
        ("eget_beslut", ["anvisar 1 850 tkr till spåret,", "uppdrar åt nämnden att bygga."])
    ]


def test_a_row_that_names_the_higher_body_leads() -> None:
    assert told("Enligt kontorets förslag:", "I kommunfullmäktige", "Riktlinjen antas.") == [
        ("forslag_till_hogre_organ", ["Riktlinjen antas."])
    ]


def test_what_the_chair_puts_below_a_decision_is_no_point_of_it() -> None:
    assert told(
        "Dagordningen godkänns.", "Ordföranden ställer dagordningen under proposition och finner den godkänd."
    ) == [("eget_beslut", ["Dagordningen godkänns."])]


def test_a_proposal_below_an_empty_heading_of_the_decision_was_decided() -> None:
    text = (
        "Åsmåla kommun        PROTOKOLL\nSocialnämnden\n2022-03-09\n\n§ 8 Svar på motion\n\n"
        "Beslut\nFörslag till kommunfullmäktige\n\nMotionen avslås.\n\n§ 9 Rapport\n\nRapporten godkänns.\n"
    )
    (decision,) = structured(text).items[0].decisions
    assert (decision.status, decision.level) == ("beslutat", "forslag_till_hogre_organ")


def test_a_point_that_asks_in_full_stands_among_others() -> None:
    assert [
        level
        for level, _ in told(
            "Kommunstyrelsen beslutar",
            "att godkänna bygget,",
            "att hemställa att kommunfullmäktige lämnar borgen, samt",
            "att uppdra åt kommunchefen att upphandla entreprenaden.",
        )
    ] == ["eget_beslut", "forslag_till_hogre_organ", "eget_beslut"]


def test_what_is_refused_in_part_is_granted_in_part() -> None:
    text = Passage("1. Föreningen beviljas bidrag med 120 000 kronor.\n2. Ansökan avslås i övrigt.")
    (decision,) = decisions.drafts(text, taken=True, body="Socialnämnden")
    assert [point["outcome"].value for point in decision["points"]] == ["bifall", "avslag"]
    assert decision["outcome"].value == "delvis"


def test_one_granted_and_another_refused_is_granted() -> None:
    text = Passage("1. Byaföreningen beviljas 42 000 kronor.\n2. Ansökan från idrottsföreningen avslås.")
    (decision,) = decisions.drafts(text, taken=True, body="Socialnämnden")
    assert decision["outcome"].value == "bifall"


def test_who_begs_a_higher_body_for_money_decides_that_itself() -> None:
    assert told("Byggnadsnämnden beslutar", "att hos kommunstyrelsen begära 80 000 kronor.") == [
        ("eget_beslut", ["att hos kommunstyrelsen begära 80 000 kronor."])
    ]
    assert told("att hos kommunfullmäktige begära att borgen lämnas.") == [
        ("forslag_till_hogre_organ", ["att hos kommunfullmäktige begära att borgen lämnas."])
    ]


def test_a_proposal_headed_as_that_of_another_body_is_its_own() -> None:
    text = Passage("Motionen avslås.")
    (decision,) = decisions.drafts(
        text, taken=False, body="Kommunstyrelsen", heading=Passage("Arbetsutskottets förslag till beslut")
    )
    assert (value_of(decision["body"]), decision["level"]) == ("Arbetsutskottet", "forslag_till_hogre_organ")
    (decision,) = decisions.drafts(
        text, taken=False, body="Kommunstyrelsen", heading=Passage("Förvaltningens förslag")
    )
    assert (decision["body"], decision["level"]) == ("Kommunstyrelsen", "eget_beslut")


def test_proposals_in_a_row_are_one() -> None:
    assert [
        level
        for level, _ in told(
            "Kommunstyrelsen beslutade",
            "att föreslå kommunfullmäktige att gården försäljs samt",
            "att föreslå kommunfullmäktige att köpeskillingen avsätts.",
        )
    ] == ["forslag_till_hogre_organ"]


def test_what_is_noted_is_not_decided() -> None:
    text = (
        "Åsmåla församling        PROTOKOLL\nKyrkorådet\n2022-03-09\n\n"
        "§ 8 Öppnande\n\nDet antecknades att rådet är beslutfört.\n\n§ 9 Rapport\n\nRapporten godkänns.\n"
    )
    assert [len(one.decisions) for one in structured(text).items] == [0, 1]


def test_the_body_may_stand_behind_for_its_own_part() -> None:
    assert told(
        "Kommunstyrelsen föreslår kommunfullmäktige besluta",
        "1. Bron byggs.",
        "För egen del beslutar kommunstyrelsen",
        "1. Kontoret får i uppdrag att upphandla.",
    ) == [
        ("forslag_till_hogre_organ", ["Bron byggs."]),
        ("eget_beslut", ["Kontoret får i uppdrag att upphandla."]),
    ]


HEAD = "Åsmåla kommun\nKommunstyrelsen\nProtokoll 1921-03-04\n\n§ 3 Ny bro\n\n"
UPWARD = ("forslag_till_hogre_organ", "forslag_uppat")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kommunstyrelsen föreslår kommunfullmäktige att bygga bron.", [UPWARD]),
        ("Kommunstyrelsen föreslog kommunfullmäktige den 3 maj att bygga bron.", []),
        ("Socialnämnden föreslår kommunstyrelsen att bygga bron.", []),
        (
            "Ansökningen blef af Kommunstyrelsen remitterad till byggnadsnämnden.",
            [("eget_beslut", "remittering")],
        ),
        ("Herr Eks motion blef hvilande till nästa sammanträde.", [("eget_beslut", "bordlaggning")]),
    ],
)
def test_what_a_paragraph_without_a_heading_decides(text: str, expected: list[tuple[str, str]]) -> None:
    made = structured(f"{HEAD}{text}\n\n§ 4 Val\n\nBo Ek valdes.\n")
    assert [(one.level, one.outcome) for one in made.items[0].decisions] == expected
