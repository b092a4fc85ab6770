"""What real minutes hold that looks wrong and is right: no rule may speak."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from justera.rules import check
from justera.schema import Record

Build = Callable[[dict[str, Any]], Record]


def decide(*points: tuple[str | None, str, str]) -> dict[str, Any]:
    return {
        "text": "\n".join(text for _, text, _ in points),
        "status": "beslutat",
        "level": "eget_beslut",
        "body": None,
        "outcome": points[0][2],
        "points": [{"label": label, "text": text, "outcome": outcome} for label, text, outcome in points],
    }


def test_an_interpellation_may_be_put_and_tabled(minutes: dict[str, Any], build: Build) -> None:
    minutes["items"][2]["decisions"] = [
        decide(
            ("1.", "Interpellationen får framställas.", "bifall"),
            ("2.", "Interpellationen bordläggs till nästa sammanträde.", "bordlaggning"),
        )
    ]
    assert check(build(minutes)) == ()


def test_one_list_may_be_parted_by_who_decides(minutes: dict[str, Any], build: Build) -> None:
    minutes["items"][2]["decisions"] = [
        decide(("1.", "Rapporten godkänns.", "bifall"), ("3.", "Paragrafen justeras genast.", "bifall")),
        decide(("2.", "Nämnden föreslår kommunfullmäktige att anta planen.", "forslag_uppat"))
        | {"level": "forslag_till_hogre_organ"},
    ]
    assert check(build(minutes)) == ()


def test_a_referral_may_say_what_to_look_into(minutes: dict[str, Any], build: Build) -> None:
    minutes["items"][2]["decisions"] = [
        decide(
            ("1.", "Ärendet återremitteras till förvaltningen för att", "aterremiss"),
            ("a.", "pröva om förslaget kan godkännas i delar.", "bifall"),
        )
    ]
    assert check(build(minutes)) == ()


def test_the_sums_of_a_voting_list_are_no_amounts(minutes: dict[str, Any], build: Build) -> None:
    minutes["items"][2]["sections"][1]["text"] = (
        "Bo Ek (S)\t1\nEva Ås (M)\t1\nIda Holm (C)\t1\nSumma\t2\t1\t0"
    )
    assert "R44" not in {finding.rule for finding in check(build(minutes))}


def test_who_keeps_the_minutes_of_an_association_may_vote(minutes: dict[str, Any], build: Build) -> None:
    vote = minutes["items"][1]["votes"][0]
    able = sum(one["role"] not in ("tjansteperson", "ersattare", "ovrig") for one in minutes["attendance"])
    vote["yes"] = able - vote["no"] - vote.get("abstain", 0)

    def told() -> set[str]:
        return {finding.rule for finding in check(build(minutes))}

    assert "R51" in told()
    for one in minutes["attendance"]:
        one["party"] = None
    assert "R51" not in told()


def test_two_columns_of_amounts_are_not_added(minutes: dict[str, Any], build: Build) -> None:
    minutes["items"][2]["sections"][1]["text"] = "\n".join(
        ["Böcker 120 000 110 000 kr", "Hyllor 30 000 35 000 kr", "Summa 150 000 155 000 kr"]
    )
    assert check(build(minutes)) == ()


def test_a_sum_that_is_right(minutes: dict[str, Any], build: Build) -> None:
    minutes["items"][2]["sections"][1]["text"] = "Böcker 120 000 kr\nHyllor 30 000 kr\nSumma 150 000 kr"
    assert check(build(minutes)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Nämnden anslår 1 250 000 kronor för år 2024 och 300 000 kronor för år 2025.",
        "Nämnden fördelar för 2024 500 000 kronor till föreningarna.",
        "Anslaget är 12,5 miljoner kronor.",
        "Ramen är 3 450 tkr.",
        "Priset är 12 kr.",
    ],
)
def test_sums_that_can_be_read(text: str, minutes: dict[str, Any], build: Build) -> None:
    minutes["items"][1]["decisions"][0]["text"] = text
    assert check(build(minutes)) == ()


def test_items_adjusted_at_once_may_be_missing(minutes: dict[str, Any], build: Build) -> None:
    minutes["items"][0]["sections"][1]["text"] = "§ 41 är omedelbart justerad, se eget protokoll."
    del minutes["items"][1]
    assert check(build(minutes)) == ()


def test_a_file_may_be_named_as_a_mac_names_it(minutes: dict[str, Any], build: Build) -> None:
    minutes["source"]["name"] = "Protokoll A\u030angbro.pdf"
    assert check(build(minutes)) == ()


def test_items_with_letters_follow_their_number(minutes: dict[str, Any], build: Build) -> None:
    minutes["items"][2] |= {"number": 41, "suffix": "a"}
    minutes["meeting"]["items_to"] = 41
    assert check(build(minutes)) == ()


def test_a_deputy_may_serve_for_some_items(minutes: dict[str, Any], build: Build) -> None:
    minutes["attendance"][7] |= {"items": "§§ 40, 42"}
    minutes["attendance"].append(
        {"name": "Sven-Åke Dahl", "party": "S", "role": "tjanstgorande_ersattare", "items": "§ 41"}
    )
    minutes["attendance"][2]["items"] = "ej § 41"
    assert check(build(minutes)) == ()


def test_the_chair_s_casting_vote(minutes: dict[str, Any], build: Build) -> None:
    minutes["items"][1]["votes"][0] |= {"yes": 3, "no": 3, "casting_vote": True}
    assert check(build(minutes)) == ()


def test_a_tie_that_the_text_resolves(minutes: dict[str, Any], build: Build) -> None:
    minutes["items"][1]["votes"][0] |= {"yes": 3, "no": 3}
    minutes["items"][1]["sections"][1]["text"] = "Vid lika röstetal avgör ordförandens utslagsröst."
    assert check(build(minutes)) == ()


def test_yes_for_rejection_may_win(minutes: dict[str, Any], build: Build) -> None:
    minutes["items"][1]["votes"][0] |= {"yes_means": "avslag på motionen", "no_means": "bifall till motionen"}
    minutes["items"][1]["decisions"][0] |= {"text": "Motionen avslås.", "outcome": "avslag"}
    assert check(build(minutes)) == ()


def test_granting_the_executive_s_proposal_may_reject_the_motion(
    minutes: dict[str, Any], build: Build
) -> None:
    minutes["items"][1]["votes"][0] |= {
        "yes_means": "bifall till kommunstyrelsens förslag",
        "no_means": "bifall till Berit Sjögrens yrkande",
    }
    minutes["items"][1]["decisions"][0] |= {"text": "Motionen avslås.", "outcome": "avslag"}
    assert check(build(minutes)) == ()


def test_a_lost_referral_is_decided_today(minutes: dict[str, Any], build: Build) -> None:
    minutes["items"][1]["votes"][0] |= {
        "yes_means": "att ärendet avgörs idag",
        "no_means": "att ärendet återremitteras",
    }
    assert check(build(minutes)) == ()


def test_a_third_of_the_council_may_refer_an_item_back(minutes: dict[str, Any], build: Build) -> None:
    minutes["items"][1]["votes"][0] |= {
        "yes_means": "ärendets avgörande idag",
        "no_means": "ärendets återremiss",
        "result": "Ärendet återremitteras (minoritetsåterremiss).",
    }
    minutes["items"][1]["decisions"] = [decide((None, "Ärendet återremitteras.", "aterremiss"))]
    assert check(build(minutes)) == ()


def test_one_point_of_a_budget_may_be_referred_back(minutes: dict[str, Any], build: Build) -> None:
    minutes["items"][1]["decisions"] = [
        decide(
            ("1.", "Förslaget om att överföra 30 mnkr mellan nämnderna återremitteras.", "aterremiss"),
            ("2.", "Hemställan om 10 mnkr till resor beviljas.", "bifall"),
        )
    ]
    assert check(build(minutes)) == ()


def test_counts_in_the_text_that_agree(minutes: dict[str, Any], build: Build) -> None:
    minutes["items"][1]["sections"][1]["text"] = (
        "Med fyra ja-röster mot tre nej-röster beslutar nämnden bifalla. Ja-röster: S (2), M (1), V (1)."
    )
    assert check(build(minutes)) == ()


def test_a_local_party_of_two_members(minutes: dict[str, Any], build: Build) -> None:
    for index in (3, 4):
        minutes["attendance"][index]["party"] = "ÅVP"
    for act in ("motions", "reservations"):
        minutes["items"][1][act][-1]["by"][0]["party"] = "ÅVP"
    assert check(build(minutes)) == ()


def test_two_people_of_nearly_one_name_both_present(minutes: dict[str, Any], build: Build) -> None:
    minutes["attendance"][4]["name"] = "Inga Olsson"
    minutes["attendance"][5]["name"] = "Inga Ohlsson"
    assert check(build(minutes)) == ()


def test_names_with_titles_and_initials(minutes: dict[str, Any], build: Build) -> None:
    minutes["items"][1]["motions"][0]["by"][0]["name"] = "B. Sjögren"
    minutes["items"][1]["reservations"][0]["by"][0]["name"] = "Ledamoten Örjan Håkansson"
    assert check(build(minutes)) == ()


def test_a_deadline_on_a_holiday_rolls(minutes: dict[str, Any], build: Build) -> None:
    """Three weeks from 31 May 2024 end on Midsummer's Eve; the next working day is Monday 24 June."""
    minutes["meeting"] |= {"adjusted_on": "2024-05-30"}
    minutes["meeting"]["posting"] = {"posted_on": "2024-05-31", "appeal_by": "2024-06-24"}
    assert check(build(minutes)) == ()


def test_an_own_organ_s_short_name(minutes: dict[str, Any], build: Build) -> None:
    names = ("Nämnden", "Kultur- och fritidsnämndens arbetsutskott", None)
    for item, body in zip(minutes["items"], names, strict=True):
        item["decisions"][0]["body"] = body
    assert check(build(minutes)) == ()


def test_own_part_and_proposal_in_one_decision(minutes: dict[str, Any], build: Build) -> None:
    minutes["items"][1]["decisions"][0]["text"] = (
        "Nämnden föreslår kommunfullmäktige besluta att anta taxan. För egen del beslutar nämnden att ..."
    )
    assert check(build(minutes)) == ()


def test_papers_of_earlier_meetings(minutes: dict[str, Any], build: Build) -> None:
    minutes["items"][1]["basis_documents"] = [
        {"title": "Kultur- och fritidsnämnden § 12", "date": "2024-02-15"},
        {"title": "Kultur- och fritidsnämndens arbetsutskott § 88", "date": "2024-05-02"},
        {"title": "Kommunfullmäktige § 300", "date": "2023-11-20"},
    ]
    assert check(build(minutes)) == ()


@pytest.mark.parametrize("number", ["811228-9873", "5560-1234", "20241228-1", "556012-5790", "0701234567"])
def test_numbers_that_are_no_identity_numbers(number: str, minutes: dict[str, Any], build: Build) -> None:
    minutes["items"][2]["sections"][1]["text"] = f"Organisationsnummer {number}."
    assert check(build(minutes)) == ()


@pytest.mark.parametrize(
    "number",
    ["KS 2023/456", "KS/2021:12", "SN 18/0098", "2023/BUN 0214", "SLK-2026-00676", "24RS1234", "23RS3-280",
     "LS 1411-1337", "RV180949", "00322/2026", "2007/555", "1405-2017", "2.6-335-2013", "111-123/2017",
     "2021-POL000123", "RJL 2023/1234", "RUN 2023-00123", "Ks 123/2024", "SLK-2024-00009:12", "KS 2017/97-04",
     "07RS400"],
)  # fmt: skip
def test_forms_of_case_numbers(number: str, minutes: dict[str, Any], build: Build) -> None:
    minutes["date"] = minutes["meeting"]["date"] = "2026-05-14"
    minutes["meeting"] |= {"adjusted_on": None, "posting": None}
    minutes["items"][1]["case_numbers"] = [number]
    minutes["items"][1]["basis_documents"] = []
    assert check(build(minutes)) == ()


@pytest.mark.parametrize(
    ("kind", "heading", "text"),
    [
        ("bakgrund", "Tidigare beslut", "Kommunfullmäktige beslutade 2023-04-16 att utreda frågan."),
        ("forslag_till_beslut", "Förslag till beslut", "Nämnden beslutar att godkänna rapporten."),
        ("annat", "Beslutsunderlag", "Rapport"),
        ("annat", "Information", "Kommunfullmäktige beslutade i fjol att utreda frågan."),
    ],
)
def test_an_item_that_only_informs(
    kind: str, heading: str, text: str, minutes: dict[str, Any], build: Build
) -> None:
    minutes["items"][2] |= {"decisions": [], "sections": [{"kind": kind, "heading": heading, "text": text}]}
    assert check(build(minutes)) == ()


def test_the_council_of_a_joint_authority_may_be_small(minutes: dict[str, Any], build: Build) -> None:
    minutes["authority"] = {"name": "Ådalens räddningsförbund", "kind": "kommunalforbund"}
    minutes["body"] = "Förbundsfullmäktige"
    for item in minutes["items"]:
        item["decisions"][0]["body"] = "Fullmäktige"
    assert check(build(minutes)) == ()
