"""Items without titles, with titles in the line, with numbers of two organs or of their organ alone."""

from __future__ import annotations

from .written import structured

UNTITLED = """\
Protokoll, hållet vid sammanträde med kommunalnämnden i Åby den 4 april 1931.

                         § 11.

Sedan kallelsen befunnits utfärdad i behörig ordning, utsågos herrar Ek och
Alm att justera protokollet.

                         § 12.

Föredrogs en skrivelse från handlanden Wik, som anhöll om tillstånd att
sälja öl. Kommunalnämnden beslöt att tillstyrka ansökningen.

                         § 13.

Till fjärdingsmannen utanordnades 45 kronor för skjutskostnader under det
första kvartalet.
"""

RUN_IN = """\
Kyrkonämnden i Åby                PROTOKOLL               1994-10-19

§ 61. Dagordning. Dagordningen fastställs och läggs till handlingarna.

§ 62. Val av justerare. Ingvor Ek väljs att justera protokollet.

§ 63. Renovering av stapeln. Tre anbud har inkommit. Kyrkonämnden beslutar
att anta anbudet från Alms Bygg.
"""

TWO_ORGANS = """\
ÅBY KOMMUN                        SAMMANTRÄDESPROTOKOLL
Kommunstyrelsen                   1987-09-15

Ks § 112      Dnr 202/87
Au § 98       TAXA FÖR SAMLINGSLOKALER

KOMMUNSTYRELSEN BESLUTAR

att anta taxan.

Ks § 113      Dnr 188/87
Au § 99       TRAFIKEN PÅ SKOLGATAN

KOMMUNSTYRELSEN BESLUTAR

att bordlägga ärendet.

Ks § 114      INFORMATION

KOMMUNSTYRELSEN BESLUTAR

att lägga informationen till handlingarna.
"""

ORGANS_NUMBERS = """\
ÅBY KOMMUN        Kommunfullmäktige        Protokoll 2026-01-29

KF 3 Allmänhetens frågestund

Inga frågor har inkommit.

KF 4 Revidering av arbetsordning

Ärendenummer KS/2025:733

Beslut

Arbetsordningen revideras.

KF 5 Meddelanden

Beslut

Meddelandena läggs till handlingarna.
"""

CASE_ABOVE = """\
Region Åby        Patientnämnden        PROTOKOLL 2023-05-11

§ 28 Upprop

Upprop förrättas.

PN 2023/0014
§ 29 Statistik

Beslut

Statistiken läggs till handlingarna.

PN 2023/0031
§ 30 Yttrande över betänkande

Beslut

Yttrandet antas.

§ 31 Övrigt

Inget tas upp.
"""


def heads(text: str) -> list[tuple[int | None, str | None, tuple[str, ...]]]:
    """Numbers, titles and case numbers of the items."""
    return [(item.number, item.title, item.case_numbers) for item in structured(text).items]


def test_minutes_without_titles() -> None:
    assert heads(UNTITLED) == [(11, None, ()), (12, None, ()), (13, None, ())]
    assert [len(item.decisions) for item in structured(UNTITLED).items] == [1, 1, 1]


def test_titles_in_the_line() -> None:
    assert [title for _, title, _ in heads(RUN_IN)] == [
        "Dagordning",
        "Val av justerare",
        "Renovering av stapeln",
    ]
    assert structured(RUN_IN).items[2].sections[0].text.startswith("Tre anbud har inkommit.")


def test_numbers_of_the_organ_that_prepared_the_matter() -> None:
    assert heads(TWO_ORGANS) == [
        (112, "TAXA FÖR SAMLINGSLOKALER", ("202/87",)),
        (113, "TRAFIKEN PÅ SKOLGATAN", ("188/87",)),
        (114, "INFORMATION", ()),
    ]


def test_numbers_with_their_organ_and_no_sign() -> None:
    assert heads(ORGANS_NUMBERS) == [
        (3, "Allmänhetens frågestund", ()),
        (4, "Revidering av arbetsordning", ("KS/2025:733",)),
        (5, "Meddelanden", ()),
    ]


def test_case_numbers_above_some_items() -> None:
    assert [numbers for _, _, numbers in heads(CASE_ABOVE)] == [(), ("PN 2023/0014",), ("PN 2023/0031",), ()]


def test_a_comma_before_a_case_number_goes_with_it() -> None:
    text = CASE_ABOVE.replace("§ 31 Övrigt", "§ 31 Hastighetsplan, TN 2024/55")
    assert heads(text)[3] == (31, "Hastighetsplan", ("TN 2024/55",))


def test_a_code_of_the_filing_plan_is_in_no_title() -> None:
    text = CASE_ABOVE.replace("§ 31 Övrigt", "§ 31 Dnr 2009/188 008 Övrigt")
    assert heads(text)[3] == (31, "Övrigt", ("2009/188 008",))


def test_who_decided_belongs_to_the_decision_that_is_told() -> None:
    item = structured(
        "PROTOKOLL\nHälsovårdsnämnden i Åsmåla den 3 maj 1976\n\n§ 52\nVal av justeringsman\n\n"
        "Hälsovårdsnämnden beslöt\n"
        "att utse Bo Ek att jämte ordföranden justera dagens protokoll.\n"
    ).items[0]
    assert item.decisions[0].text.startswith("Hälsovårdsnämnden beslöt")


def test_sentences_behind_numbers_are_no_titles_though_one_does_not_tell() -> None:
    text = (
        "Kommunalfullmäktige i Åby köping                31 mars 1955\n\n"
        "22 §. På nämndens förslag beslöto fullmäktige ingå borgen för ett lån å 800 kronor.\n\n"
        "23 §. Motion av herr Ek om snöplog hänsköts till nämnden för utredning.\n\n"
        "24 §. Förslag till taxa för vatten. Efter diskussion fastställdes taxan att gälla från juli.\n"
    )
    assert [item.title for item in structured(text).items] == [None, None, None]


def test_how_one_votes_and_what_settled_a_vote_are_no_decisions() -> None:
    record = structured(
        "Åby landsting\nFörvaltningsutskottet\nProtokoll 1969-10-21\n\n"
        "§ 412  Inköp av bil\n\n"
        "Den som vill att ärendet avgörs idag röstar ja, den som vill bordlägga det röstar nej. "
        "Utgången bestämdes genom ordförandens utslagsröst.\n\n"
        "Utskottet beslöt\natt inköpa en bil.\n\n"
        "§ 413  Upprop\n\nVid förrättat upprop antecknades följande såsom närvarande: Bo Ek, Eva Ås.\n"
    )
    assert [[one.text for one in item.decisions] for item in record.items] == [
        ["Utskottet beslöt\natt inköpa en bil."],
        [],
    ]


def test_the_place_on_the_agenda_above_a_number_belongs_to_its_item() -> None:
    text = "Åby kommun          PROTOKOLL\nKommunfullmäktige          2024-11-25\n\n" + "\n\n".join(
        f"Ärende {at}\n\n§ {110 + at} {title}\n\nFullmäktige godkänner {what}."
        for at, title, what in ((8, "Energiplan", "planen"), (9, "Ny taxa", "taxan"))
    )
    for item in structured(text).items:
        assert [one.heading for one in item.sections] == [None]


def test_a_matter_taken_up_and_decided_in_a_clause_is_no_title() -> None:
    text = (
        "Protokoll, fört vid sammanträde med kommunalfullmäktige den 27 april 1936.\n\n"
        "§ 1. Till justeringsmän utsågos herrar Ek och Holm.\n"
        "§ 2. Nämndens förslag att anslå 2.400 kronor till en ny ledning å Banvägen upptogs till behandling. "
        "Herr Ek yrkade avslag å förslaget. Ordföranden biträdde ja-sidan, "
        "varför fullmäktige beslöto bifalla förslaget.\n"
        "§ 3. Till ombud valdes herr Holm.\n"
    )
    item = structured(text).items[1]
    assert item.title is None
    assert [point.text for one in item.decisions for point in one.points] == [
        "Ordföranden biträdde ja-sidan, varför fullmäktige beslöto bifalla förslaget."
    ]
    assert [one.kind.value for one in item.motions] == ["avslag"]


def test_what_had_been_done_before_is_no_title() -> None:
    told = (
        "§ 7.\nVid fullmäktiges sammanträde den 21 oktober, § 4, hade till dagens sammanträde\n"
        "bordlagts ett väckt förslag om upptagande av lån för vattenledning i Kvarngatan.\n\n"
        "Herr Ek yrkade avslag. Fullmäktige beslöto enligt Kongl. Maj:ts resolution.\n"
    )
    made = structured(
        f"U T D R A G\nav protokoll, hållet med fullmäktige i Vika den 18 november 1926.\n\n{told}"
    )
    assert [one.title for one in made.items] == [None]
    assert made.items[0].decisions[0].text.endswith("Kongl. Maj:ts resolution.")
