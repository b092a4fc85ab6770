"""Lists of members and deputies side by side in one table: who was not there is nobody's invention."""

from __future__ import annotations

import pytest

from .written import structured

HEAD = "Åsmåla kommun        SAMMANTRÄDESPROTOKOLL        2019-03-12\nKulturnämnden\n\n"
BODY = "\n\n§ 12 Bidrag till hembygdsföreningen\n\nBeslut\n\nNämnden beslutar att bevilja bidraget.\n"
Told = tuple[str, str | None, str, str | None, str | None]


def attended(text: str) -> list[Told]:
    record = structured(HEAD + text + BODY)
    return [(one.name, one.party, one.role.value, one.replaces, one.items) for one in record.attendance]


ANNA: Told = ("Anna Örn", "S", "ordforande", None, None)
EVA: Told = ("Eva Lind", "C", "tjanstgorande_ersattare", "Mia Ros", None)
KAI: Told = ("Kai Dahl", "S", "ersattare", None, None)


@pytest.mark.parametrize(
    "table",
    [
        """\
Ledamöter                        Närv      Ersättare          Närv     Tjänstgör för
Anna Örn (S), ordförande         X         Eva Lind (C)       X        Mia Ros
Mia Ros (C)                      –         Kai Dahl (S)       X
Per Holm (V)                     –         Ulla Berg (V)      –
""",
        """\
Ledamot                          Närvaro   Ersättare          Närvaro
Anna Örn (S), ordförande         ja        Eva Lind (C)       ja, tjänstgör för Mia Ros
Mia Ros (C)                      nej       Kai Dahl (S)       ja
Per Holm (V)                     nej       Ulla Berg (V)      nej
""",
        """\
Ordinarie                        N/F       Suppleant          N/F      Ersätter
Anna Örn (S), ordförande         N         Eva Lind (C)       N        Mia Ros
Mia Ros (C)                      F         Kai Dahl (S)       N
Per Holm (V)                     F         Ulla Berg (V)      F
""",
        """\
Närv   Ledamot                       Närv   Ersättare
X      Anna Örn (S), ordf            X      Kai Dahl (S)
-      Mia Ros (C)                   X      Eva Lind (C) tjg för Mia Ros
-      Per Holm (V)                  -      Ulla Berg (V)
""",
        """\
Kommun        Ledamöter                        Närv      Ersättare          Närv     Tjänstgör för
Västra Åby    Anna Örn (S), ordförande         X         Eva Lind           X        Mia Ros
                                                         (C)
              Mia Ros (C)                      –         Kai Dahl (S)       X
Torpa         Per Holm (V)                     –         Ulla Berg (V)      –
""",
        """\
Medlemskommun     Ledamot                        Tjänstgörande ersättare
Västra Åby        Anna Örn (S), ordförande
                  —                              Eva Lind (C) för Mia Ros
Medlemskommun     Ersättare som inte tjänstgör
Torpa             Kai Dahl (S)
""",
    ],
)
def test_members_and_deputies_side_by_side_with_presence_of_their_own(table: str) -> None:
    assert sorted(attended(table)) == sorted([ANNA, EVA, KAI])


def test_names_in_two_halves_of_one_list_are_of_its_role() -> None:
    table = """\
Ledamöter
Namn                  Närv      Namn                Närv
Anna Örn (S), ordf    X         Kai Dahl (M)        X
Mia Ros (C)           -         Ulla Berg (V)       X
"""
    assert [(name, role) for name, _, role, _, _ in attended(table)] == [
        ("Anna Örn", "ordforande"),
        ("Kai Dahl", "ledamot"),
        ("Ulla Berg", "ledamot"),
    ]


def test_a_member_there_for_some_items_stands_beside_the_deputy_for_the_others() -> None:
    table = """\
Kommun        Ledamot                        Tjänstgörande ersättare
Åby           Anna Örn (S), ordförande
              Mia Ros (C) §§ 10–11           Eva Lind (C) §§ 12–14 för Mia Ros
Torpa         Per Holm (V)                   Ulla Berg (V) för Per Holm
"""
    assert attended(table) == [
        ANNA,
        ("Mia Ros", "C", "ledamot", None, "§§ 10–11"),
        ("Eva Lind", "C", "tjanstgorande_ersattare", "Mia Ros", "§§ 12–14"),
        ("Ulla Berg", "V", "tjanstgorande_ersattare", "Per Holm", None),
    ]


def test_remarks_behind_a_mark_of_presence_tell_the_items() -> None:
    table = """\
Ledamöter               Närvaro           Anm
Anna Örn, ordförande    ja
Mia Ros, kyrkoherde     ja, §§ 10–11
Per Holm                nej, sjuk
"""
    assert [(name, role, items) for name, _, role, _, items in attended(table)] == [
        ("Anna Örn", "ordforande", None),
        ("Mia Ros", "ledamot", "§§ 10–11"),
    ]


def test_offices_below_names_side_by_side_end_the_labels_above() -> None:
    text = """\
Värdkommun: Åby kommun     Lokal: Stadshuset      Tid: kl. 13.15–15.50

Beslutande        Anna Örn (S), ordförande
                  Mia Ros (C)

Tjänstepersoner
Kim Ask           handläggare § 12
Leo Sund          nämndsekreterare

Justerare: Mia Ros (C)            Paragrafer: 12


Anna Örn                Mia Ros                 Leo Sund
Ordförande              Justerare               Sekreterare
"""
    record = structured(HEAD + text + BODY)
    assert record.meeting is not None
    assert record.meeting.place == "Stadshuset"
    assert (record.meeting.start, record.meeting.adjusters) == ("13:15", ("Mia Ros",))
    assert [(one.name, one.role.value) for one in record.attendance][2:] == [
        ("Kim Ask", "tjansteperson"),
        ("Leo Sund", "sekreterare"),
    ]


@pytest.mark.parametrize("label", ["ej tjänstgörande ersättare:", "Ersättare:", "Ej tjänstgörande ersättare"])
def test_a_label_within_one_of_two_columns_heads_the_names_below_it(label: str) -> None:
    text = f"""\
Beslutande            Anna Örn (S), ordförande         Eva Lind (C) för Mia Ros (C)
                      Bo Ek (M)
                      Per Holm (V)                     {label}
                      Tea Ask (L)                      Kai Dahl (S)
                      Nils Lund (S)
"""
    assert sorted((name, role) for name, _, role, _, _ in attended(text)) == [
        ("Anna Örn", "ordforande"),
        ("Bo Ek", "ledamot"),
        ("Eva Lind", "tjanstgorande_ersattare"),
        ("Kai Dahl", "ersattare"),
        ("Nils Lund", "ledamot"),
        ("Per Holm", "ledamot"),
        ("Tea Ask", "ledamot"),
    ]


def test_a_list_goes_on_at_the_left_below_a_label_at_the_right() -> None:
    text = """\
Ledamöter kallas                        Per Holm (V), Torpa
Anna Örn (S), ordförande, Åby           Tea Ask (L), Lida

                                        Ersättare underrättas
Bo Ek (M), Torpa
                                        Kai Dahl (S), Åby
Nils Lund (S), Lida                     Ulla Berg (V), Torpa
"""
    assert sorted((name, role) for name, _, role, _, _ in attended(text)) == [
        ("Anna Örn", "ordforande"),
        ("Bo Ek", "ledamot"),
        ("Kai Dahl", "ersattare"),
        ("Nils Lund", "ledamot"),
        ("Per Holm", "ledamot"),
        ("Tea Ask", "ledamot"),
        ("Ulla Berg", "ersattare"),
    ]


def test_who_leads_and_writes_a_summons_is_not_called_by_it() -> None:
    text = """\
Åsmåla kommun
Kulturnämnden

KALLELSE

Datum            Tisdagen den 14 oktober 2014
Tid              kl. 17.00
Plats            Biblioteket, Åsmåla
Allmänheten      Sammanträdet är offentligt.
Ordförande       Anna Örn (S)
Sekreterare      Leo Sund

Ärenden

1. Val av justerare
2. Fastställande av dagordning
3. Budgetuppföljning
"""
    record = structured(text)
    assert record.attendance == ()


def test_names_side_by_side_with_all_offices_sign_without_a_heading() -> None:
    text = """\
Ledamöter                   Parti       Anmärkning
Anna Örn                    s           Ordförande
Bo Ek                       m
Mia Ros                     c           Deltar §§ 12–14

Övriga: Kim Ask, kommunchef

Anna Örn, ordförande                    Leo Sund, sekreterare
Bo Ek, justerare                        Mia Ros, justerare

Bevis om anslag: Protokollets justering anslogs 2019-03-15.
"""
    record = structured(HEAD + text + BODY)
    assert [one.name for one in record.signatures] == ["Anna Örn", "Leo Sund", "Bo Ek", "Mia Ros"]


def test_a_role_in_a_column_is_read_beside_a_mark_of_presence() -> None:
    table = """\
Namn             Parti   Roll                   Närvarande
Anna Örn         S       Ordförande             Ja
Mia Ros          C       Ledamot                Nej
Eva Lind         C       Tjänstgörande ersättare   Ja
Kai Dahl         S       Ersättare              Ja
Ulla Berg        V       Ersättare              Nej
"""
    assert [(name, role) for name, _, role, _, _ in attended(table)] == [
        ("Anna Örn", "ordforande"),
        ("Eva Lind", "tjanstgorande_ersattare"),
        ("Kai Dahl", "ersattare"),
    ]


def test_a_place_behind_a_name_is_nobody() -> None:
    text = "Beslutande\nAnna Örn (S), Åby, ordförande\nBo Ek (M), Västra Lida\nPer Holm (V), Södra Torpa\n"
    assert [name for name, *_ in attended(text)] == ["Anna Örn", "Bo Ek", "Per Holm"]


def test_small_codes_of_two_letters_stand_beside_items() -> None:
    text = """\
Närvarande:  Anna Örn     s   ordförande
             Bo Ek        m
             Mia Ros      c   tj ers för Tea Ask
             Per Holm     fp  §§ 12-14
"""
    assert attended(text)[-1] == ("Per Holm", "fp", "ledamot", None, "§§ 12-14")


def test_columns_of_who_served_tell_who_was_there() -> None:
    table = """\
Ledamöter                Tjänstgör     Ersättare              Tjänstgör
Anna Örn (S), ordf       X             Kai Dahl (S)
Mia Ros (C)                            Eva Lind (C)           X
Bo Ek (M)                X             Ulla Berg (V)
"""
    assert [(name, role) for name, _, role, _, _ in attended(table)] == [
        ("Anna Örn", "ordforande"),
        ("Bo Ek", "ledamot"),
        ("Eva Lind", "tjanstgorande_ersattare"),
    ]


def test_words_of_presence_one_below_the_other_are_no_label() -> None:
    table = """\
Roll                Namn              Parti      Närvaro
Ordförande          Anna Örn          S          Närvarande
Ledamot             Mia Ros           C          Frånvarande
Ersättare           Eva Lind          C          Tjänstgörande
Ersättare           Kai Dahl          S          Närvarande
Tjänsteperson       Kim Ask                      Närvarande
Sekreterare         Leo Sund                     Närvarande
"""
    assert [(name, role) for name, _, role, _, _ in attended(table)] == [
        ("Anna Örn", "ordforande"),
        ("Eva Lind", "tjanstgorande_ersattare"),
        ("Kai Dahl", "ersattare"),
        ("Kim Ask", "tjansteperson"),
        ("Leo Sund", "sekreterare"),
    ]


def test_a_letter_says_who_served() -> None:
    table = """\
Namn                Parti    Uppdrag        N/F/T
Anna Örn            S        Ordf           N
Bo Ek               M        Ledamot        F
Eva Lind            M        Ersättare      T
Kai Dahl            S        Ersättare      N
"""
    assert [(name, role) for name, _, role, _, _ in attended(table)] == [
        ("Anna Örn", "ordforande"),
        ("Eva Lind", "tjanstgorande_ersattare"),
        ("Kai Dahl", "ersattare"),
    ]


def test_a_company_behind_a_name_is_nobody() -> None:
    text = "Beslutande\nAnna Örn (S)\nBo Ek (M)\n\nÖvriga närvarande\nUlf Ståhl, Konsultbolaget AB, § 14\n"
    assert [(name, role, items) for name, _, role, _, items in attended(text)][2:] == [
        ("Ulf Ståhl", "tjansteperson", "§ 14")
    ]
