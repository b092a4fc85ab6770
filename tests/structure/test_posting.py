"""Stand-alone postings, signature pages, letters of agencies, agendas."""

from __future__ import annotations

from justera.schema.record import AuthorityKind, Kind

from .written import structured

POSTING = """\
Lidby kommun

Bevis om tillkännagivande av justerat protokoll

Protokollet är justerat.

Organ: Kulturnämnden
Sammanträdesdatum: 8 mars 2022
Paragrafer: 1-3
Justeringsdatum: 15 mars 2022
Anslagsdatum: 16 mars 2022
Anslaget tas ned: 7 april 2022

Underskrift

Petra Lind
Sekreterare
"""

AGENCY = """\
Länsstyrelsen                    BESLUT
                                 Datum            Diarienummer
                                 2018-04-03       551-1234-2018

                                                  Miljönämnden
                                                  Lidby kommun
                                                  840 12 Lidby

Tillstånd till täkt på fastigheten Berga 3:4

Beslut
Länsstyrelsen lämnar bolaget tillstånd till täkt av berg.

Skälen för beslutet
Verksamheten kan tillåtas.

Britta Holm
Länsassessor
"""


def test_a_posting_has_a_meeting_and_no_items() -> None:
    made = structured(POSTING)
    assert made.kind is Kind.ANSLAG
    assert made.body == "Kulturnämnden"
    assert made.items == ()
    assert made.meeting is not None and made.meeting.posting is not None
    assert (made.meeting.date, made.meeting.adjusted_on) == ("2022-03-08", "2022-03-15")
    assert (made.meeting.items_from, made.meeting.items_to) == (1, 3)
    assert made.meeting.posting.removed_on == "2022-04-07"
    assert [one.name for one in made.signatures] == ["Petra Lind"]


def test_a_posting_in_a_form_with_labels_below_the_lines() -> None:
    made = structured(
        "BEVIS\nom anslag av justerat protokoll enligt kommunallagen\n\n"
        "Åsmåla kommun\n\n"
        "Kommunstyrelsen                      28–41\n"
        "Organ                                Paragrafer\n\n"
        "2013-09-19                           2013-09-26\n"
        "Sammanträdesdatum                    Protokollet justerat den\n\n"
        "2013-09-27                           2013-10-19\n"
        "Datum för anslagets uppsättande      Datum för anslagets nedtagande\n\n"
        "Kommunkansliet, Storgatan 11\n"
        "Protokollet förvaras hos\n"
    )
    held = made.meeting
    assert held is not None and held.posting is not None
    assert (made.kind, held.date, held.adjusted_on) == ("anslag", "2013-09-19", "2013-09-26")
    assert (held.items_from, held.items_to) == (28, 41)
    assert (held.posting.posted_on, held.posting.removed_on) == ("2013-09-27", "2013-10-19")
    assert held.posting.storage == "Kommunkansliet, Storgatan 11"


def test_an_agency_is_no_body_and_who_it_writes_to_is_not_its_author() -> None:
    made = structured(AGENCY)
    assert made.authority is not None
    assert (made.authority.name, made.authority.kind) == ("Länsstyrelsen", AuthorityKind.MYNDIGHET)
    assert made.body is None
    assert made.date == "2018-04-03"
    assert made.case_numbers == ("551-1234-2018",)
    assert made.items[0].decisions[0].status == "beslutat"


def test_an_agenda_under_its_heading() -> None:
    made = structured(
        "Lidby pastorat                KALLELSE\n\nKyrkorådet kallas till sammanträde\n"
        "Tid: den 28 augusti 2024 kl. 18.00\nPlats: Församlingshemmet\n\nÄrenden\n"
        "1   Öppnande\n2   Val av justerare\n3   Prästgården\n    Dnr KR 2024/0012\n"
    )
    assert made.kind is Kind.KALLELSE
    assert [(item.number, item.title) for item in made.items] == [
        (1, "Öppnande"),
        (2, "Val av justerare"),
        (3, "Prästgården"),
    ]
    assert made.items[2].case_numbers == ("KR 2024/0012",)
    assert made.meeting is not None and made.meeting.date == "2024-08-28"


def test_reports_take_no_date_from_running_text() -> None:
    made = structured(
        "Bostadsrättsföreningen Dammen\n\nÅrsredovisning 2023\n\n"
        "Föreningen har ett tomträttsavtal som löper ut\n"
        "2073-04-01\noch en avgäld som styrelsen bedömer rimlig för föreningens hus.\n"
    )
    assert made.date is None
    assert made.title == "Årsredovisning 2023"


def test_two_short_labels_one_below_the_other_are_not_one() -> None:
    made = structured(
        """\
Lidby kommun

Bevis om anslag

Organ         Kulturnämnden
Anslaget      2022-03-16
Tas ned       2022-04-07
Förvaring     Kansliet


..............................
Siv Ekengren
"""
    )
    assert made.meeting is not None and made.meeting.posting is not None
    posting = made.meeting.posting
    assert (posting.posted_on, posting.removed_on, posting.storage) == (
        "2022-03-16",
        "2022-04-07",
        "Kansliet",
    )
