"""Text files as extractors of text layers leave them: marks on rows of their own, tables column by column."""

from __future__ import annotations

from .written import structured

MINUTES = """\
Åby kommun

Sammanträdesprotokoll
Kulturnämnden 2018-05-07

§ 12

Taxa för lokaler
Beslut
Kulturnämnden beslutar
1.

att anta taxan, samt

2.

att den gäller från och med den 1 juli 2018.

Beslutet sänds till
Ekonomikontoret
§ 13

Bidrag till Åby musikskola
Beslut
Kulturnämnden beslutar
•

att bevilja bidraget.

Beslutet sänds till
Musikskolan
"""

SUMMONS = """\
Åby kommun

Kallelse

Kulturnämnden kallas till sammanträde
Tid: 1 mars 2018 kl. 13.00

Nr

Ärende

1

Upprop

2

Taxa för lokaler

KN 2018-00184

3

Bidrag till Åby musikskola

KN 2018-00798
"""


def test_marks_on_rows_of_their_own_begin_points() -> None:
    first, second = structured(MINUTES).items
    assert [point.label for point in first.decisions[0].points] == ["1.", "2."]
    assert [point.text for point in second.decisions[0].points] == ["att bevilja bidraget."]


def test_who_a_decision_is_sent_to_is_no_title_of_the_next_item() -> None:
    first, second = structured(MINUTES).items
    assert (first.title, second.title) == ("Taxa för lokaler", "Bidrag till Åby musikskola")
    assert (first.recipients, second.recipients) == (("Ekonomikontoret",), ("Musikskolan",))


def test_lone_numbers_that_count_up_begin_the_entries_of_an_agenda() -> None:
    summons = structured(SUMMONS)
    assert [(item.number, item.title) for item in summons.items] == [
        (1, "Upprop"),
        (2, "Taxa för lokaler"),
        (3, "Bidrag till Åby musikskola"),
    ]


def test_case_numbers_between_entries_are_of_the_entry_before() -> None:
    assert [item.case_numbers for item in structured(SUMMONS).items] == [
        (),
        ("KN 2018-00184",),
        ("KN 2018-00798",),
    ]


def test_a_number_alone_that_counts_with_no_other_stays_alone() -> None:
    letter = structured(
        "Åby kommun\n\nTjänsteskrivelse\n\n3\n\nTaxa för lokaler\n\nFörslag till beslut\nTaxan antas.\n"
    )
    assert [item.number for item in letter.items] == [None]


VOTE = """\
Åby kommun

Sammanträdesprotokoll
Kulturnämnden 2018-05-07

§ 12

Taxa för lokaler

Omröstning
Den som bifaller förslaget röstar ja. Den som avslår det röstar nej.
Omröstningen utfaller med 2 ja-röster mot 1 nej-röst.
Ledamot
Bo Ek (S)
Åsa Lund (M)
Ja
X
X

Nej

Avstår

Eva Öhrn (C)
Nils Ek (L)
"""


def test_a_table_of_marks_given_column_by_column_tells_nobodys_vote() -> None:
    (vote,) = structured(VOTE).items[0].votes
    assert (vote.yes, vote.no, vote.abstain, vote.roll) == (2, 1, None, ())


def test_specks_between_a_sign_and_its_number_lose_no_item() -> None:
    read = MINUTES.replace("§ 13", "§:-13")
    assert [item.number for item in structured(read).items] == [12, 13]


def test_a_name_that_was_not_read_makes_no_party_move() -> None:
    text = MINUTES.replace(
        "Beslut\nKulturnämnden beslutar\n•", "Yrkanden\nChloé @rsted (S) tillstyrker förslaget.\n\n"
    )
    assert all(by.name for item in structured(text).items for motion in item.motions for by in motion.by)


RULED = """\
Åby kommun

Kallelse

Kulturnämnden kallas till sammanträde
Tid: 1 mars 2018 kl. 13.00

 Nr    | Ärende                                 Diarienr
 1       Upprop
 2)      Taxa för lokaler                     | KN 2018-00184
 3       Bidrag till Åby musikskola             KN 2018-00798
 4       Delegationsbeslut
"""


def test_strokes_of_a_table_stand_in_no_value_and_one_misread_mark_loses_no_entry() -> None:
    items = structured(RULED).items
    assert [(item.number, item.title) for item in items][:3] == [
        (1, "Upprop"),
        (2, "Taxa för lokaler"),
        (3, "Bidrag till Åby musikskola"),
    ]
    assert [item.case_numbers for item in items] == [(), ("KN 2018-00184",), ("KN 2018-00798",), ()]
