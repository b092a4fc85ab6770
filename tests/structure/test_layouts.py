"""Layouts that once led to a wrong record."""

from __future__ import annotations

from justera.schema import Box, Document, Line, Page, PageOrigin, Word, WordSource
from justera.schema.record import VoteChoice
from justera.structure import record

from .written import PAGE, structured

HEAD = """\
Åsmåla kommun            PROTOKOLL        1 (2)
Kommunstyrelsen          2019-05-14

"""


def test_motions_under_the_heading_of_a_proposal() -> None:
    (item,) = structured(
        HEAD
        + """§ 43 Brygga vid Sörsjön

Beslut
Kommunstyrelsen beviljar dispens.

Förslag till beslut på sammanträdet
Jöns Åhs (MP) yrkar avslag på ansökan.
Märta Wåhl (S) och Göran af Ek (M) föreslår bifall till förslaget.
"""
    ).items
    assert [(motion.kind, [by.name for by in motion.by]) for motion in item.motions] == [
        ("avslag", ["Jöns Åhs"]),
        ("bifall", ["Märta Wåhl", "Göran af Ek"]),
    ]
    assert [decision.status for decision in item.decisions] == ["beslutat"]


def test_a_quoted_motion_is_none() -> None:
    (item,) = structured(
        HEAD
        + """§ 43 Brygga

Sammanfattning
Åsa Öhrn (C) skriver i sitt brev: ”Jöns Åhs (MP) yrkade avslag på ansökan.” Brevet är besvarat.

Beslut
Kommunstyrelsen lägger brevet till handlingarna.
"""
    ).items
    assert item.motions == ()


def test_votes_told_verb_first() -> None:
    (item,) = structured(
        HEAD
        + """§ 43 Vägen

Omröstning
Omröstning begärs. Ja-röst för bifall till planen. Nej-röst för avslag.
Ja röstar Örjan Åkesson (S), Åsa Öhrn (C) och Bo V Selling (M). Nej röstar Sven Råhl (SD).
Avstår gör Tea Norén (V).
Styrelsen beslutar med 3 ja-röster mot 1 nej-röst att anta planen.

Beslut
Kommunstyrelsen antar planen.
"""
    ).items
    assert [(ballot.name, ballot.vote) for ballot in item.votes[0].roll] == [
        ("Örjan Åkesson", VoteChoice.JA),
        ("Åsa Öhrn", VoteChoice.JA),
        ("Bo V Selling", VoteChoice.JA),
        ("Sven Råhl", VoteChoice.NEJ),
        ("Tea Norén", VoteChoice.AVSTAR),
    ]


def _levels(section: str) -> list[tuple[str, list[str]]]:
    (item,) = structured(HEAD + "§ 43 Medel\n\nBeslut\n" + section).items
    return [(decision.level, [point.text for point in decision.points]) for decision in item.decisions]


def test_two_sentences_on_two_levels() -> None:
    levels = _levels(
        "Kommunstyrelsen godkänner rapporten för egen del. Kommunstyrelsen föreslår kommunfullmäktige\n"
        "besluta att 2 mnkr avsätts.\n"
    )
    assert [level for level, _ in levels] == ["eget_beslut", "forslag_till_hogre_organ"]
    assert levels[1][1] == ["att 2 mnkr avsätts."]


def test_att_clauses_under_two_leads() -> None:
    assert _levels(
        "Kommunstyrelsen beslutar för egen del\n"
        "att godkänna planen,\n"
        "att upphäva den gamla planen, samt\n"
        "föreslår kommunfullmäktige besluta\n"
        "att anslå 3 mnkr, och\n"
        "att upphäva riktlinjen.\n"
    ) == [
        ("eget_beslut", ["att godkänna planen,", "att upphäva den gamla planen,"]),
        ("forslag_till_hogre_organ", ["att anslå 3 mnkr, och", "att upphäva riktlinjen."]),
    ]


def test_numbered_points_on_two_levels() -> None:
    levels = _levels(
        "1. Kommunstyrelsen godkänner planen.\n"
        "2. Kommunstyrelsen föreslår kommunfullmäktige att avsätta medel.\n"
    )
    assert [level for level, _ in levels] == ["eget_beslut", "forslag_till_hogre_organ"]


def test_one_sentence_that_also_proposes_stays_one_decision() -> None:
    levels = _levels(
        "Kommunstyrelsen tillstyrker kontorets förslag och föreslår kommunfullmäktige besluta:\n"
        "1. Åsmåla Energi AB beviljas borgen.\n2. Avgiften fastställs till 0,3 %.\n"
    )
    assert [level for level, _ in levels] == ["forslag_till_hogre_organ"]


SIGNED = """\
Region Norrsund                                  PROTOKOLL
Trafiknämnden

Plats och tid:        Regionens hus, den 5 november 2019 kl. 09.00-11.50
Beslutande:           Ulla Ängkvist (C), ordförande
                      Rolf Hjälte (S), 2:e vice ordförande

Underskrifter:        Jan Öbacka, sekreterare §§ 61–62

                      Ulla Ängkvist, ordförande ..................

                      Rolf Hjälte, justerare

§ 61 Dagordning

Beslut
Trafiknämnden fastställer dagordningen.

§ 62 Rapport

Beslut
Trafiknämnden godkänner rapporten.
"""


def test_signatures_named_with_their_office() -> None:
    told = structured(SIGNED)
    assert [(one.name, one.title) for one in told.signatures] == [
        ("Jan Öbacka", "sekreterare"),
        ("Ulla Ängkvist", "ordförande"),
        ("Rolf Hjälte", "justerare"),
    ]
    assert told.meeting is not None
    assert (told.meeting.items_from, told.meeting.items_to) == (61, 62)


def test_leaders_belong_to_no_value() -> None:
    told = structured(
        SIGNED.replace(
            "Jan Öbacka, sekreterare §§ 61–62", "Sekreterare ..............\n                      Jan Öbacka"
        )
    )
    assert not any("..." in (one.title or "") + one.name for one in told.signatures)


def test_handwriting_is_no_signature() -> None:
    told = structured(
        SIGNED.replace(
            "Jan Öbacka, sekreterare §§ 61–62",
            "Ordförande\n                      AR VR\n                      Ulla Ängkvist",
        )
    )
    assert "AR VR" not in [one.name for one in told.signatures]
    assert told.meeting is not None and told.meeting.chair == "Ulla Ängkvist"


def test_an_undated_label_ends_with_its_page() -> None:
    told = structured(
        SIGNED.replace(
            "§ 61 Dag",
            "Förvaringsplats för protokollet     Trafikförvaltningen\n" + PAGE + "2019-11-05\n\n§ 61 Dag",
        )
    )
    assert told.meeting is not None and told.meeting.posting is not None
    assert told.meeting.posting.storage == "Trafikförvaltningen"


def test_the_date_of_a_letterhead_stands_unlabelled() -> None:
    told = structured(
        "Sjömåla kommun        DELEGATIONSBESLUT 2022-05-18        Dnr SN 2022/0219\nSocialnämnden\n\n"
        "Avslag på ansökan om tillstånd\n\nBeslut\nSocialnämnden avslår ansökan från Ålgården AB.\n"
    )
    assert told.date == "2022-05-18"


def test_items_whose_sign_is_lost_follow_the_range_of_the_cover() -> None:
    told = structured(
        """SJÖTÅNGS KOMMUN              PROTOKOLL
HÄLSOVÅRDSNÄMNDEN            18 april 1978

Paragrafer           52-55

                         52
Val av justeringsman

Hälsovårdsnämnden beslöt
att utse Östen Bååt att justera protokollet.

                         S 53
Inköp

Hälsovårdsnämnden beslöt
att köpa en mätare.

                         g 54
Klagomål

Hälsovårdsnämnden hade sålunda beslutat
att avslå framställningen.

                         8 55
Nästa sammanträde

Hälsovårdsnämnden beslöt att hålla nästa sammanträde den 16 maj 1978.
"""
    )
    assert [(item.number, item.title) for item in told.items] == [
        (52, "Val av justeringsman"),
        (53, "Inköp"),
        (54, "Klagomål"),
        (55, "Nästa sammanträde"),
    ]
    assert [len(item.decisions) for item in told.items] == [1, 1, 1, 1]


def test_an_entry_of_a_list_is_no_heading() -> None:
    (item,) = structured(
        HEAD
        + "§ 43 Vägen\n\nBeslutsunderlag\nTjänsteskrivelse, 2019-04-02\n"
        + "Yttrande från Åmåsa kommun, 2019-04-01\n\n"
        + "Beslut\nKommunstyrelsen antar planen.\n"
    ).items
    assert [basis.title for basis in item.basis_documents] == [
        "Tjänsteskrivelse, 2019-04-02",
        "Yttrande från Åmåsa kommun, 2019-04-01",
    ]
    assert item.statements == ()


def test_a_letter_without_headings_has_title_date_and_number() -> None:
    told = structured(
        """Sjömåla stad

Stadskontoret                 Datum 2009-01-29
                              Dnr 2009/55-112

Begäran om förlängd svarstid

Länsstyrelsen har i en skrivelse den 22 december 2008 förelagt staden att
yttra sig. Staden begär att tiden förlängs.

Med vänlig hälsning
"""
    )
    assert told.date == "2009-01-29"
    assert told.items[0].title == "Begäran om förlängd svarstid"
    assert told.items[0].case_numbers == ("2009/55-112",)


def _line(x: float, y: float, text: str, bottom: float = 0.0) -> Line:
    words = []
    for part in text.split():
        words.append(Word(part, Box(x, y, x + 5 * len(part), bottom or y + 10), source=WordSource.OCR))
        x += 5 * len(part) + 3 if not bottom else 0
    return Line(tuple(words))


def test_marks_count_by_their_place_whatever_they_were_read_as() -> None:
    names = ["Eva Öst (S)", "Bo Ek (M)", "Ida Ås (V)", "Ulf By (C)"]
    lines = [
        _line(60, 60, "§ 43 Vägen"),
        _line(60, 85, "Omröstning"),
        *(_line(x, 110, text) for x, text in ((60, "Ledamot"), (300, "Ja"), (350, "Nej."), (400, "Avstår"))),
        *(_line(60, 130 + 15 * index, name) for index, name in enumerate(names)),
        _line(302, 131, "K |<", bottom=154),  # two crosses read as one tall line
        _line(355, 160, "x<"),
        _line(408, 175, "×"),
        _line(60, 220, "Beslut"),
        _line(60, 235, "Kommunstyrelsen antar planen."),
    ]
    page = Page(1, 595, 842, tuple(lines), PageOrigin.OCR)
    (item,) = record(Document("a.pdf", "0" * 64, "application/pdf", (page,))).items
    assert [(ballot.name, ballot.vote) for ballot in item.votes[0].roll] == [
        ("Eva Öst", VoteChoice.JA),
        ("Bo Ek", VoteChoice.JA),
        ("Ida Ås", VoteChoice.NEJ),
        ("Ulf By", VoteChoice.AVSTAR),
    ]


LIST = """Omröstningslista § 43

Ledamot               Parti    Ja    Nej   Avstår
Örjan Åkesson         S        X
Åsa Öhrn              C        X
Sven Råhl             SD             X
"""


def test_a_voting_list_behind_the_minutes_belongs_to_its_item() -> None:
    voted, last = structured(
        HEAD
        + """§ 43 Vägen

Omröstning
Omröstning begärs. Med 2 ja-röster mot 1 nej-röst beslutar styrelsen att anta planen.

Beslut
Kommunstyrelsen antar planen.

§ 44 Information

Beslut
Informationen noteras.
"""
        + PAGE
        + LIST
    ).items
    assert [ballot.vote for ballot in voted.votes[0].roll] == [VoteChoice.JA, VoteChoice.JA, VoteChoice.NEJ]
    assert last.votes == () and [section.kind for section in last.sections] == ["beslut"]


def test_an_excerpt_without_a_readable_number_keeps_its_item() -> None:
    (item,) = structured(
        """Ålmåla kommun           PROTOKOLLSUTDRAG
Kommunstyrelsen         2017-11-14

§

Förvärv av Bruksgården

Ärendebeskrivning
Dödsboet har erbjudit kommunen att köpa gården.

Beslut
Kommunstyrelsen beslutar
att förvärva fastigheten.

Rätt utdraget intygar

Siv Hedås
"""
    ).items
    assert (item.number, item.title) == (None, "Förvärv av Bruksgården")
    assert [section.kind for section in item.sections][:2] == ["arendebeskrivning", "beslut"]
    assert [decision.status for decision in item.decisions] == ["beslutat"]


def test_a_decision_by_somebodys_proposal_has_been_taken() -> None:
    (item,) = structured(
        HEAD
        + """§ 43 Dnr 2019/00087 820

Avgifter för hallar

BESLUT
Kommunstyrelsen beslutade enligt arbetsutskottets förslag
att godkänna avgifterna.

Mot beslutet reserverade sig Sven Råhl (SD).
"""
    ).items
    assert item.title == "Avgifter för hallar"
    assert item.case_numbers == ("2019/00087 820",)
    assert [(decision.status, len(decision.points)) for decision in item.decisions] == [("beslutat", 1)]
    assert [statement.by[0].name for statement in item.reservations] == ["Sven Råhl"]


def test_offices_above_names_below_the_attendance_are_signatures() -> None:
    told = structured(
        """Trolmåla kommun          PROTOKOLL
Kulturnämnden            2020-02-20

Beslutande               Jarl Öhn (S), ordförande
                         Vivi Ekdal (M)
Paragrafer               12-13

Sekreterare
____________________
Ester Vidås

Ordförande
____________________
Jarl Öhn

§ 12 Avgifter

Beslut
Kulturnämnden antar avgifterna.

§ 13 Bidrag

Beslut
Kulturnämnden beviljar bidraget.
"""
    )
    assert [(one.name, one.title) for one in told.signatures] == [
        ("Ester Vidås", "Sekreterare"),
        ("Jarl Öhn", "Ordförande"),
    ]


def test_a_sign_misread_as_a_letter_is_told_by_the_case_number_beside_it() -> None:
    first, second = structured(
        """Kvarnsjö kommun         PROTOKOLL
Kommunfullmäktige       2018-06-18

Kf$67    Dnr 2018-000112 041

Skattesats för år 2019

Kommunfullmäktiges beslut
Skattesatsen fastställs till 22:21 kronor.
"""
        + PAGE
        + """Forns. § 67

Beslutet skickas till
Ekonomienheten

KtS68    Dnr 2017-000534 109

Motion om fria arbetskläder

Kommunfullmäktiges beslut
Motionen anses besvarad.
"""
    ).items
    assert (first.number, first.title, first.recipients) == (
        67,
        "Skattesats för år 2019",
        ("Ekonomienheten",),
    )
    assert (second.number, second.title) == (68, "Motion om fria arbetskläder")
