from __future__ import annotations

from pathlib import Path

import pytest

from justera.ingest.files import text_file
from justera.schema import Document
from justera.schema.record import AuthorityKind, Kind, Outcome
from justera.structure import record

from .written import PAGE, structured

SEED = Path(__file__).resolve().parents[3] / "shared" / "seed"

ASSOCIATION = """\
Brf Ängsklockan i Åmåla
Protokoll fört vid ordinarie föreningsstämma den 14 maj 2018 kl 19.00
Plats: Folkets hus, Åmåla

1. Stämmans öppnande
Styrelsens ordförande Örjan Åkesson hälsade välkommen.

2. Val av ordförande vid stämman
Till ordförande vid stämman valdes Märta El Haddad.

3. Val av två justerare
Stämman valde Leif Ek och Karin Holmér att jämte ordföranden justera protokollet.

4. Motioner
Styrelsen yrkar avslag. Stämman biföll motionen med 14 röster mot 9.

Vid protokollet                         Justeras

Nina Berg                               Märta El Haddad
"""

MISREAD = """\
TROLLÅSENS STAD
SAMMANTRÄDESPROTOKOLL
Barn- och utbildningsnämnden
2015-10-22

Beslutande: *Ingela Ström (C), Örjan Åkesson (S) ordförande, Åsa Öhrn (C)

$ 87 Dnr 2015/BUN 0214
Val av justerare
Beslut
Åsa Öhrn utses att justera protokollet.

8 88 Dnr 2015/BUN 0203 40
Budget 2016
Bes1ut
Nämnden beslutar att godkänna förslaget om 1 234 500 kronor.

§ 89 Anmälan av delegationsbeslut
Beslut
Nämnden lägger anmälan till handlingarna.

90 Information från förvaltningen
Beslut
Informationen noteras.
"""

BUNDLE = """\
Åsmåla kommun                                        1 (1)
Socialnämnden
PROTOKOLL
Sammanträdesdatum 2019-05-14

§ 1 Val av justerare
Beslut
Åsa Öhrn (C) utses att justera.

§ 2 Budget
Beslut
Nämnden godkänner budgeten.
\fÅsmåla kommun                                        1 (1)
DELEGATIONSBESLUT
Datum 2019-05-02
Dnr SN 2019/12

Beslut om serveringstillstånd

Beslut
Stadigvarande tillstånd beviljas enligt 8 kap. 2 § alkohollagen (2010:1622).

Motivering
Beslutet har fattats med stöd av punkt 3.1 i nämndens delegationsordning. Föredragande har varit Leif Ek.

Karin Holmér
Enhetschef
"""

SUMMONS = """\
Kallelse

Sammanträde med: Regionstyrelsen
Sammanträdesdatum: 2020-10-27
Tid: kl. 09:30 - cirka 16:00
Plats: Eklundavägen 1, sal 3

Föredragningslista

1. Protokollsjustering
Förslag till beslut
Regionstyrelsen beslutar
att jämte ordförande justera dagens protokoll utses Sven-Åke Råhlander (SD).

2. Delårsrapport augusti
Diarienummer: 20RS6891
Förslag till beslut
Regionstyrelsen föreslår att regionfullmäktige beslutar
att godkänna delårsrapporten.

3. Information
Förslag till beslut
Informationen noteras.

Postadress Region Örebro län Box 1613, 701 16 Örebro
"""


def test_association_without_headings() -> None:
    made = structured(ASSOCIATION)
    assert made.authority is not None and made.authority.kind is AuthorityKind.FORENING
    assert [item.number for item in made.items] == [1, 2, 3, 4]
    assert [d.text for item in made.items for d in item.decisions] == [
        "Till ordförande vid stämman valdes Märta El Haddad.",
        "Stämman valde Leif Ek och Karin Holmér att jämte ordföranden justera protokollet.",
        "Stämman biföll motionen med 14 röster mot 9.",
    ]
    assert made.meeting is not None
    assert (made.meeting.chair, made.meeting.secretary) == ("Märta El Haddad", "Nina Berg")
    assert made.meeting.adjusters == ("Leif Ek", "Karin Holmér")
    assert (made.meeting.date, made.meeting.start) == ("2018-05-14", "19:00")


def test_misread_and_lost_paragraph_signs() -> None:
    made = structured(MISREAD)
    assert [item.number for item in made.items] == [87, 88, 89, 90]
    assert made.items[1].case_numbers == ("2015/BUN 0203 40",)
    assert made.items[1].decisions[0].outcome is Outcome.BIFALL
    assert made.attendance[0].role.value == "tjanstgorande_ersattare", "an asterisk marks who serves"


def test_page_one_of_another_kind_begins_a_document() -> None:
    letter = (
        "Hällbo kommun          TJÄNSTESKRIVELSE\n2020-02-03             Sida 1 (2)\n\n"
        "Taxa för lokaler\n\nFörslag till beslut\nTaxan fastställs.\n"
    )
    minutes = (
        "Hällbo församling — Kyrkofullmäktige\n\nPROTOKOLL\n"
        "fört den 3 mars 2020\n\n§ 1 Öppnande\nMötet öppnades.\n\n"
        "§ 2 Val\nTill ordförande valdes Bo Ek.\n\n– 1 –\n"
    )
    old = (
        "Protokoll, hållet vid kommunalstämma med Hällbo kommun den 3 mars 1908.\n\n"
        "§ 1.\nStämman öppnades.\n\n§ 2.\nÖl förbjöds.\n"
    )
    made = structured(letter + "\f" + minutes + "\f" + letter.replace("(2)", "(1)") + "\f" + old)
    assert [made.kind, *(part.kind for part in made.parts)] == [
        Kind.TJANSTESKRIVELSE,
        Kind.PROTOKOLL,
        Kind.TJANSTESKRIVELSE,
        Kind.PROTOKOLL,
    ]


def test_bundle_is_split_and_the_delegated_decision_shows_what_the_law_asks() -> None:
    made = structured(BUNDLE)
    assert (made.kind, len(made.items)) == (Kind.PROTOKOLL, 2)
    (part,) = made.parts
    assert (part.kind, part.pages_from, part.pages_to) == (Kind.DELEGATIONSBESLUT, 2, 2)
    assert part.delegation is not None
    assert part.delegation.decided_on == "2019-05-02"
    assert [one.name for one in part.delegation.decided_by] == ["Karin Holmér"]
    assert part.delegation.authority == "punkt 3.1 i nämndens delegationsordning"
    assert part.delegation.law == ("8 kap. 2 § alkohollagen (2010:1622)",)
    assert part.delegation.presenter == "Leif Ek"
    assert "/parts/0/delegation/presenter" in made.evidence


def test_summons_decides_nothing() -> None:
    made = structured(SUMMONS)
    assert made.kind is Kind.KALLELSE
    assert [item.number for item in made.items] == [1, 2, 3]
    assert {d.status for item in made.items for d in item.decisions} == {"foreslaget"}
    assert made.items[1].decisions[0].level == "forslag_till_hogre_organ"
    assert made.meeting is not None and made.meeting.chair is None, "nobody is elected yet"
    assert made.authority is not None and made.authority.code == "18"


@pytest.mark.shared
def test_seed_letter() -> None:
    truth = next(SEED.glob("*.truth.txt"), None)
    if truth is None:
        pytest.skip("the shared data is not beside the checkout")
    read = text_file.parse(truth.read_text("utf-8"), name=truth.name)
    made = record(Document(truth.name, "0" * 64, "text/plain", read.pages, read.outline))
    assert made.kind is Kind.TJANSTESKRIVELSE
    assert made.authority is not None and (made.authority.name, made.authority.code) == (
        "Region Örebro län",
        "18",
    )
    assert made.body == "Hälso- och sjukvårdsnämnden"
    assert made.title is not None and made.title.endswith("version 2025")
    (item,) = made.items
    assert len(item.sections) == 7
    assert [d.status for d in item.decisions] == ["foreslaget"]
    assert item.decisions[0].text.endswith("återkomma till nämnden för beslut.")
    assert len(item.basis_documents) == 3
    assert len(made.signatures) == 1 and made.signatures[0].title is not None
    assert item.recipients == ("Hälso- och sjukvårdsförvaltningen",)
    everything = " ".join(section.text for section in item.sections)
    assert "www." not in everything and "Postadress" not in everything


def test_who_decides_below_a_proposals_heading_opens_no_decision() -> None:
    text = (
        "Region Mellanbygden          TJÄNSTESKRIVELSE\nRegionstyrelsen              1996-09-13\n\n"
        "Val av ledamot i stiftelsen\n\nFörslag\nRegionstyrelsen beslutar för egen del\n"
        "1. Till ledamot väljs Åke Ek (M).\n\nÄrendet\nÅke Ek (M) har begärt entledigande.\n"
    )
    (decision,) = structured(text).items[0].decisions
    assert (decision.status, decision.text) == (
        "foreslaget",
        "Regionstyrelsen beslutar för egen del\n1. Till ledamot väljs Åke Ek (M).",
    )


def test_a_cover_is_no_date_and_no_address() -> None:
    made = structured(
        "Furulidens vägförening\n\nÅrsredovisning\n\nför\n\nräkenskapsåret\n\n2011-01-01-2011-12-31\n\n\n"
        "Ekbyrån i Lidby\nwww.ekbyran.example | post@ekbyran.example\n"
        "\fStyrelsen avger härmed redovisning för föreningens verksamhet under året.\n"
    )
    assert made.title == "Årsredovisning för räkenskapsåret"
    assert made.date is None


AUDIT = """\
Rapportsammandrag                                        Göteborgs
Stadsrevisionen                                          Stad

Granskning av hamnens avtal

Revisorerna har avslutat granskningen av hur hamnen ingår avtal om kajplatser.

Göteborg den 9 mars 2021

För revisorerna,
enligt uppdrag

Ida Ros                         Bo Öst
ordförande                      vice ordförande
\f\
Sammanfattning

Granskningen visar att avtalen följs av alla parter.
"""


def test_a_letter_signed_before_its_report() -> None:
    made = structured(AUDIT)
    assert made.authority is not None and made.authority.code == "1480"
    assert made.date == "2021-03-09"
    assert [(one.name, one.title) for one in made.signatures] == [
        ("Ida Ros", "ordförande"),
        ("Bo Öst", "vice ordförande"),
    ]
    assert "följs av alla parter" in made.items[0].sections[-1].text


EXCERPT = """\
Norrö kommun                     PROTOKOLLSUTDRAG
Kommunstyrelsen                  2023-05-29

§ 131 Överenskommelse om hjälpmedel

Kommunstyrelsens beslut

1. Överenskommelsen godkänns.

Justerat 2023-06-02

Ulla Ek                          Kaj Hall
Ordförande                       Justerande

Rätt utdraget intygar:

Beslutet skickas till

Sektor vård
Akten
"""


def test_the_recipients_of_an_excerpt_may_stand_below_its_signatures() -> None:
    (item,) = structured(EXCERPT).items
    assert item.recipients == ("Sektor vård", "Akten")
    assert [point.text for decision in item.decisions for point in decision.points] == [
        "Överenskommelsen godkänns."
    ]


PROPOSAL = """\
Åsmåla kommun                    Tjänsteutlåtande
Skolförvaltningen                2024-04-26

Ansökan om godkännande av förskola

Förslag till beslut

1. Nämnden godkänner ansökan.

Lena Holm
Utbildningsdirektör

Sammanfattning

Föreningen har ansökt om godkännande.
"""


def test_who_signs_with_an_office_stands_above_the_report() -> None:
    made = structured(PROPOSAL)
    assert [(one.name, one.title) for one in made.signatures] == [("Lena Holm", "Utbildningsdirektör")]
    assert [section.text for section in made.items[0].sections] == [
        "1. Nämnden godkänner ansökan.",
        "Föreningen har ansökt om godkännande.",
    ]


def test_the_date_of_a_title_may_be_parted_by_its_rows() -> None:
    made = structured(
        "Sibbarps församling\n\nProtokoll fört vid sammanträde med kyrkorådet tisdagen den 10\n"
        "september 2019\n\n§ 1 Öppnande\n\nOrdföranden hälsade välkommen.\n\n§ 2 Avslutning\n\n"
        "Ordföranden tackade för visat intresse.\n"
    )
    assert made.date == "2019-09-10"


def test_the_proof_of_posting_is_a_part_of_its_minutes() -> None:
    cover = "Hällbo kommun\n\nProtokoll\n\nSocialnämnden\nDatum   2019-01-30\nParagrafer   9-10\n\n1\n"
    proof = "Anslag/Bevis\n\nProtokollet är justerat.\nDatum då anslaget sätts upp   2019-02-07\n\n2\n"
    items = "§ 9 Val av justerare\n\nÅke Ek utses.\n\n§ 10 Rapport\n\nRapporten godkänns.\n\n3\n"
    made = structured(PAGE.join((cover, proof, items)))
    assert (made.kind, [one.number for one in made.items], made.parts) == (Kind.PROTOKOLL, [9, 10], ())


def test_a_carrying_sentence_of_a_letter_heads_its_proposal() -> None:
    letter = (
        "PM 2016:12 (Dnr 110-655/2016)\n\nLåt fler delta\n\n"
        "Beredningen föreslår att kommunstyrelsen beslutar följande.\n"
        "1. Remissen besvaras med vad som sägs här.\n2. Paragrafen justeras omedelbart.\n\n"
        "Bilagor\n1. Reservationer\n2. Remissen\nBeredningen tillstyrker förslaget i dess helhet.\n"
    )
    made = structured(letter)
    assert made.kind is Kind.TJANSTESKRIVELSE
    assert [len(one.points) for one in made.items[0].decisions] == [2]
    assert [one.title for one in made.items[0].basis_documents] == ["Reservationer", "Remissen"]


def test_numbered_pages_behind_pages_without_numbers_begin_another_document() -> None:
    first = "Hällbo kommun\nPROTOKOLL\nSocialnämnden 2019-01-30\n\n§ 9 Val\n\nÅke Ek utses.\n"
    other = "Hällbo kommun        PROTOKOLL     1 (1)\nByggnämnden 2019-02-12\n\n§ 3 Taxa\n\nTaxan antas.\n"
    made = structured(first + PAGE + other)
    assert [len(made.items), *(len(part.items) for part in made.parts)] == [1, 1]


def test_the_name_of_a_kind_may_run_over_two_rows() -> None:
    head = "HÄLLBO KOMMUN          UTDRAG UR\nByggnämnden            SAMMANTRÄDESPROTOKOLL"
    assert structured(f"{head}\n\n§ 9 Val\n\nÅke Ek utses.\n").kind is Kind.PROTOKOLLSUTDRAG


def test_who_presents_a_letters_matter_begins_no_text() -> None:
    letter = (
        "Region Norrsjö\n\nFöredragnings-PM\n\nOrgan:   Regionstyrelsen\nDatum:   2022-11-02\n"
        "Föredragande:   Karolina Stenfors\n\nSamverkan kring psykisk hälsa\n\nFörslag till beslut\n\n"
        "Överenskommelsen godkänns.\n\nInlämnade handlingar\n\nAvtal 2022-05-11\n\n"
        "För regionstyrelsen\n\n\nMats Brännholm\nRegiondirektör\n"
    )
    made = structured(letter)
    assert made.title == "Samverkan kring psykisk hälsa"
    assert [one.title for one in made.items[0].basis_documents] == ["Avtal 2022-05-11"]
    assert [one.name for one in made.signatures] == ["Mats Brännholm"]


def test_a_letter_signed_for_an_office() -> None:
    letter = (
        "Ljungaskogs kommun   TJÄNSTESKRIVELSE\nDatum: 1998-03-02\n\nBidrag till Kvinnojouren Hedda\n\n"
        "Förslag till beslut\nSocialnämnden föreslås besluta\natt bevilja ett bidrag på 50 000 kronor.\n\n"
        "SOCIALFÖRVALTNINGEN\n\n\nInger Hallqvist\nsocialsekreterare\n"
    )
    (item,) = structured(letter).items
    assert [(one.body, len(one.points)) for one in item.decisions] == [("Socialnämnden", 1)]
    assert "SOCIALFÖRVALTNINGEN" not in item.sections[-1].text


def test_numbered_headings_of_a_memorandum_are_no_items() -> None:
    record = structured(
        "Åsmåla kommun                         TJÄNSTESKRIVELSE\n"
        "2021-03-04\nDnr KS 2021/88\n\n"
        "Ny bro över ån\n\n"
        "1. Förslag till beslut\nKommunstyrelsen godkänner förslaget till ny bro.\n\n"
        "2. Sammanfattning\nBron är gammal och behöver bytas ut mot en ny.\n\n"
        "3. Ärendebeskrivning\nBron byggdes 1931 och har ett körfält.\n\n"
        "4. Trafiken i framtiden\nFler bilar väntas under kommande år.\n\n"
        "5. Beslutsunderlag\nBesiktning, 2021-02-01\n"
    )
    (item,) = record.items
    assert item.number is None
    assert [section.kind.value for section in item.sections][:3] == [
        "forslag_till_beslut",
        "sammanfattning",
        "arendebeskrivning",
    ]
