from __future__ import annotations

import pytest

from justera.schema.record import AuthorityKind, Kind, Outcome, Record, Role, VoteChoice

from .written import MINUTES, structured


@pytest.fixture(scope="module")
def minutes() -> Record:
    return structured(MINUTES)


def test_kind_authority_and_body(minutes: Record) -> None:
    assert minutes.kind is Kind.PROTOKOLL
    assert minutes.authority is not None
    assert (minutes.authority.name, minutes.authority.kind) == ("Åsmåla kommun", AuthorityKind.KOMMUN)
    assert minutes.authority.code is None, "an invented municipality has no code"
    assert minutes.body == "Kommunstyrelsen"


def test_meeting(minutes: Record) -> None:
    meeting = minutes.meeting
    assert meeting is not None
    assert (meeting.date, meeting.start, meeting.end) == ("2019-05-14", "13:00", "15:45")
    assert meeting.place == "Kommunhuset, Stora salen"
    assert (meeting.chair, meeting.secretary, meeting.adjusters) == (
        "Örjan Åkesson",
        "Nina Berg",
        ("Åsa Öhrn",),
    )
    assert (meeting.adjusted_on, meeting.items_from, meeting.items_to) == ("2019-05-20", 43, 47)
    assert [(pause.start, pause.end) for pause in meeting.adjournments] == [("14:10", "14:25")]


def test_posting_under_wrapped_labels(minutes: Record) -> None:
    assert minutes.meeting is not None and minutes.meeting.posting is not None
    posting = minutes.meeting.posting
    assert (posting.posted_on, posting.removed_on) == ("2019-05-21", "2019-06-12")
    assert posting.storage == "Kommunledningskontoret"


def test_attendance_with_roles_replaced_members_and_items(minutes: Record) -> None:
    people = {one.name: one for one in minutes.attendance}
    assert len(people) == 11
    assert people["Örjan Åkesson"].role is Role.ORDFORANDE
    assert people["Bo V Selling"].role is Role.VICE_ORDFORANDE
    assert people["Bo V Selling"].items == "§§ 3-14"
    assert people["Therése Norén"].role is Role.TJANSTGORANDE_ERSATTARE
    assert people["Therése Norén"].replaces == "Pär Lindåhs"
    assert people["Kjell Öst"].role is Role.ERSATTARE
    assert people["Kjell Öst"].items == "ej § 45"
    assert (people["Leif Ek"].role, people["Leif Ek"].title) == (Role.TJANSTEPERSON, "ekonomichef")
    assert people["Nina Berg"].role is Role.SEKRETERARE
    assert "Pär Lindåhs" not in people, "the replaced member was not there"


def test_chain_with_gap_suffix_and_reference(minutes: Record) -> None:
    assert [(item.number, item.suffix) for item in minutes.items] == [
        (43, None),
        (44, None),
        (46, None),
        (47, "a"),
    ]
    assert [item.title for item in minutes.items][:2] == [
        "Svar på motion om gratis kollektivtrafik för äldre",
        "Årsredovisning 2018",
    ]
    assert [item.case_numbers for item in minutes.items] == [
        ("KS 2019/97-04",),
        ("KS 2018/14",),
        ("KS/2019:12",),
        ("00123/2019",),
    ]


def test_own_decision_and_proposal_upward_in_one_item(minutes: Record) -> None:
    upward, own = minutes.items[0].decisions
    assert upward.level == "forslag_till_hogre_organ"
    assert upward.outcome is Outcome.FORSLAG_UPPAT
    assert upward.text == "Kommunstyrelsen föreslår kommunfullmäktige besluta\natt avslå motionen."
    assert own.level == "eget_beslut"
    assert len(own.points) == 2
    assert own.points[0].text.startswith(
        "att ge kommundirektören i uppdrag att utreda kostnaderna för fria resor under"
    )


def test_points_have_labels_and_outcomes_of_their_own(minutes: Record) -> None:
    (decision,) = minutes.items[3].decisions
    assert [(point.label, point.outcome) for point in decision.points] == [
        ("1.", Outcome.BIFALL),
        ("2.", Outcome.DELVIS),
        ("3.", Outcome.AVSLAG),
    ]


def test_decision_without_a_heading(minutes: Record) -> None:
    (decision,) = minutes.items[2].decisions
    assert (decision.text, decision.outcome) == ("Ärendet utgår.", Outcome.UTGAR)


def test_motions_with_who_supports_them(minutes: Record) -> None:
    first, second = minutes.items[0].motions
    assert [person.name for person in first.by] == ["Therése Norén", "Sven-Åke Råhlander"]
    assert (first.kind.value, second.kind.value) == ("bifall", "avslag")


def test_vote_over_a_page_break(minutes: Record) -> None:
    (vote,) = minutes.items[0].votes
    assert (vote.yes, vote.no, vote.abstain, vote.absent) == (3, 2, 1, None)
    assert vote.yes_means == "avslå motionen"
    assert vote.no_means == "bifallit motionen", "said by what it means that no wins"
    votes = {ballot.name: ballot.vote for ballot in vote.roll}
    assert votes["Märta El Haddad"] is VoteChoice.AVSTAR
    assert sum(choice is VoteChoice.JA for choice in votes.values()) == 3


def test_reservation_statement_and_recusal(minutes: Record) -> None:
    (reservation,) = minutes.items[0].reservations
    assert [(person.name, person.party) for person in reservation.by] == [
        ("Sven-Åke Råhlander", "SD"),
        ("Therése Norén", "V"),
    ]
    assert [(person.name, person.party) for person in minutes.items[1].recusals] == [("Åsa Öhrn", "C")]
    assert minutes.items[1].non_participants == (), "jäv is not abstaining"
    (statement,) = minutes.items[3].statements
    assert [(person.name, person.party) for person in statement.by] == [(None, "V")]


def test_basis_and_recipients(minutes: Record) -> None:
    item = minutes.items[1]
    assert [(basis.title, basis.date) for basis in item.basis_documents] == [
        ("Tjänsteskrivelse 2019-04-02", "2019-04-02"),
        ("Kommunstyrelsens arbetsutskott § 45, 2019-04-30", "2019-04-30"),
        ("Årsredovisning 2018", None),
    ]
    assert item.recipients == ("Kommunfullmäktige", "Revisorerna")


def test_hyphen_at_a_row_end_is_joined(minutes: Record) -> None:
    summary = next(section for section in minutes.items[0].sections if section.kind == "sammanfattning")
    assert summary.text.endswith("Motionen har beretts av tekniska förvaltningen.")


def test_furniture_is_in_no_section(minutes: Record) -> None:
    everything = "\n".join(section.text for item in minutes.items for section in item.sections)
    assert "Justerandes" not in everything
    assert "SAMMANTRÄDESPROTOKOLL" not in everything


def test_signatures(minutes: Record) -> None:
    assert [(one.name, one.title) for one in minutes.signatures] == [
        ("Nina Berg", "Sekreterare"),
        ("Örjan Åkesson", "Ordförande"),
        ("Åsa Öhrn", "Justerare"),
    ]


def test_printed_page_numbers(minutes: Record) -> None:
    assert [page.printed for page in minutes.quality.pages] == ["1 (3)", "2 (3)", "3 (3)"]


def test_a_board_decides_under_headings_of_two_bodies() -> None:
    made = structured(
        "Åsmåla kommun              SAMMANTRÄDESPROTOKOLL\nKommunstyrelsen            2023-09-18\n\n"
        "§ 145 2023.311 KS\n\nDelårsbokslut\n\nÄrendebeskrivning\n\nBokslutet har upprättats.\n\n"
        "Beslut i kommunstyrelsen för egen del:\n\nSocialnämnden ska redovisa åtgärder.\n\n"
        "Förslag till beslut i kommunfullmäktige:\n\nDelårsbokslutet godkänns.\n\n"
        "Expedieras\n\nSocialnämnden\nEkonomi\n\n§ 146 Avslutning\n\nOrdföranden avslutade mötet.\n"
    )
    item = made.items[0]
    assert (item.title, item.case_numbers) == ("Delårsbokslut", ("2023.311 KS",))
    assert item.recipients == ("Socialnämnden", "Ekonomi")
    assert [(one.status, one.level, one.text) for one in item.decisions] == [
        ("beslutat", "eget_beslut", "Socialnämnden ska redovisa åtgärder."),
        ("beslutat", "forslag_till_hogre_organ", "Delårsbokslutet godkänns."),
    ]
