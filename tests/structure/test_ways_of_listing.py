"""Lists, signers and movers as many houses print them: parties without brackets, narrow columns, colons."""

from __future__ import annotations

from dataclasses import replace

import pytest

from justera.schema import Word
from justera.schema.record import MotionKind, Role
from justera.structure.landmarks import label_cells, party_column
from justera.structure.names import people
from justera.structure.names.bodies import is_body
from justera.structure.text.draft import value_of
from justera.structure.text.passage import Passage
from justera.structure.text.rows import Row
from justera.structure.votes import ballots, motion_kinds, motions, movers, statements, voting_lists

from .written import document, structured

HEAD = "Åsmåla kommun\nTekniska nämnden\nProtokoll 2021-03-04\n\n"
ITEM = "\n§ 3  Ny bro över ån\n\nNämnden beslutar att bygga en ny bro.\n\n"


def _rows(text: str) -> list[Row]:
    from justera.structure.page.ruled import page_rows

    return [row for page in document(text).pages for row in page_rows(page)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Stig Ek, M, och Kai Öst, SÄ, yrkar avslag.", [("Stig Ek", "M"), ("Kai Öst", "SÄ")]),
        ("Åke Ek, FiSK, ordförande", [("Åke Ek", "FiSK")]),
        ("Jonas Ek, VD, och Lena Öst, HR", []),
        ("Bo Ek, N. Lund och A. Öst", []),
    ],
)
def test_parties_between_commas(text: str, told: list[tuple[str, str]]) -> None:
    assert [(one.name.text, one.code) for one in people.with_party(Passage(text)) if one.name] == told


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Närvarande, ej beslutande", "deputies"),
        ("Beslutande ledamöter och ersättare", "members"),
        ("Ersättare, tjänstgörande", "serving"),
        ("Ersättare som ej tjänstgör", "deputies"),
        ("Övriga förtroendevalda", "members"),
        ("Frånvarande ledamöter och ersättare", "absent"),
        ("Ej närvarande kandidater", None),
    ],
)
def test_labels_of_people_by_their_words(label: str, field: str | None) -> None:
    assert label_cells.match(label) == field


def test_a_party_in_a_narrow_column() -> None:
    text = (
        HEAD
        + "Ledamöter          Märta Lund      S    Ordförande\n"
        + "                   Åke Ek          M\n"
        + "                   Bo Öst          KD\n"
        + "Tjänstgörande ersättare\n"
        + "                   Ina Strand MP ersätter Kaj Holm (MP)\n"
        + ITEM
    )
    told = [(one.name, one.party, one.role, one.replaces) for one in structured(text).attendance]
    assert told == [
        ("Märta Lund", "S", Role.ORDFORANDE, None),
        ("Åke Ek", "M", Role.LEDAMOT, None),
        ("Bo Öst", "KD", Role.LEDAMOT, None),
        ("Ina Strand", "MP", Role.TJANSTGORANDE_ERSATTARE, "Kaj Holm"),
    ]


def test_places_and_officials_in_a_table_with_parties() -> None:
    text = (
        HEAD
        + "Närvarande         Kommun       Parti     Funktion\n"
        + "Märta Lund         Tierp        S         Ordförande\n"
        + "Åke Ek             Heby         M         Ledamot\n"
        + "Bo Öst             Tierp        C         Ersättare\n"
        + "Ina Strand                                Förbundschef\n"
        + ITEM
    )
    told = [(one.name, one.party, one.role) for one in structured(text).attendance]
    assert told == [
        ("Märta Lund", "S", Role.ORDFORANDE),
        ("Åke Ek", "M", Role.LEDAMOT),
        ("Bo Öst", "C", Role.ERSATTARE),
        ("Ina Strand", None, Role.TJANSTEPERSON),
    ]


def test_a_broken_remark_is_of_the_nearest_row() -> None:
    rows = _rows(
        "                             ersättare för\n"
        "Märta Lund         (S)\n"
        "                             Olle Holm (S)\n"
    )
    apart = party_column.apart(rows, party_column.codes(rows))
    assert [[cell.text for cell in row.cells] for row in apart] == [
        ["Märta Lund", "(S)", "ersättare för Olle Holm (S)"]
    ]


@pytest.mark.parametrize(
    ("sentence", "by", "kind"),
    [
        ("Märta Lund: Bifall till förslaget.", ["Märta Lund"], MotionKind.BIFALL),
        ("Avslag på ansökan: Märta Lund (S).", ["Märta Lund"], MotionKind.AVSLAG),
        ("Märta Lund för Moderaterna yrkar avslag.", ["Märta Lund"], MotionKind.AVSLAG),
        (
            "Märta Lund (S) yrkar bifall, vilket Åke Ek (M) instämmer i.",
            ["Märta Lund", "Åke Ek"],
            MotionKind.BIFALL,
        ),
        (
            "Märta Lund (S) yrkar bifall till förslaget med tillägget att bron målas.",
            ["Märta Lund"],
            MotionKind.TILLAGG,
        ),
    ],
)
def test_who_moves_what(sentence: str, by: list[str], kind: MotionKind) -> None:
    moved = movers.begun(Passage(sentence))
    assert moved is not None
    assert ([one.name.text for one in moved[0] if one.name], motion_kinds.told(moved[1])) == (by, kind)


def test_a_name_with_a_colon_begins_a_motion() -> None:
    joined = Passage("Åke Ek (M): avslag Märta Lund (S) med stöd av Bo Öst (C): bifall")
    assert [part.text for part in motions._clauses([joined])] == [
        "Åke Ek (M): avslag",
        "Märta Lund (S) med stöd av Bo Öst (C): bifall",
    ]


@pytest.mark.parametrize(
    "sentence",
    ["Ja-röst lämnas av: Märta Lund (S) och Åke Ek (M).", "2 Ja-röster avges av Märta Lund (S), Åke Ek (M)."],
)
def test_votes_given_by(sentence: str) -> None:
    told = [(value_of(one["name"]), one["vote"]) for one in ballots.sentence(Passage(sentence))]
    assert told == [("Märta Lund", "ja"), ("Åke Ek", "ja")]


def test_another_behind_what_some_favour_reserves_too() -> None:
    said = "Mot beslutet reserverar sig Åke Ek (M) till förmån för Bo Östs (C) yrkande samt Kaj Holm (MP)."
    assert [one.name.text for one in statements._reserving(Passage(said)) if one.name] == [
        "Åke Ek",
        "Kaj Holm",
    ]


@pytest.mark.parametrize("said", ["S och V reserverar sig.", "S- och V-ledamöterna reserverar sig."])
def test_parties_reserve_by_their_codes(said: str) -> None:
    assert [one.code for one in statements._reserving(Passage(said))] == ["S", "V"]


def test_who_signs_below_the_adjusters_is_none_of_them() -> None:
    record = structured(
        "Åsmåla kommun\nKommunfullmäktige\nProtokoll 2021-03-04\n\n"
        "Beslutande: Bo Ek (S), ordförande, Eva Ås (M), Per Dahl (C)\n"
        "Justerare: Eva Ås (M) och Per Dahl (C). Protokollet justeras 2021-03-10.\n"
        "Bo Ek, ordförande          Eva Ås, justerare\n"
        "Ida Holm, sekreterare      Per Dahl, justerare\n\n"
        "§ 1  Val\n\nBeslut\nFullmäktige väljer Bo Ek.\n\n"
        "Ordf. sign      Just. sign      Just. sign      Utdrag bestyrkes\n"
    )
    assert record.meeting is not None
    assert record.meeting.adjusters == ("Eva Ås", "Per Dahl")
    assert record.items[0].decisions[0].text == "Fullmäktige väljer Bo Ek."


def test_adjusters_named_in_one_row() -> None:
    foot = "\n\nVid protokollet\n\nIna Strand\n\nJusteras:   Märta Lund,   Åke Ek\n"
    text = HEAD + "Beslutande\nMärta Lund (S), ordförande\nÅke Ek (M)\n" + ITEM + foot
    assert "Ina Strand" in [one.name for one in structured(text).signatures]


@pytest.mark.parametrize(
    ("label", "signers"),
    [("Justerat den", ["Ina Strand", "Märta Lund", "Åke Ek"]), ("Digitalt justerat", [])],
)
def test_signers_around_the_date_of_adjustment(label: str, signers: list[str]) -> None:
    text = (
        HEAD
        + "Beslutande\nMärta Lund (S), ordförande\nÅke Ek (M)\n\nParagrafer 3\n\n"
        + f"Ina Strand, sekreterare\n\n{label} 9 mars 2021\n\n"
        + "Märta Lund (S), ordförande\n\nÅke Ek (M), justerare\n"
        + ITEM
    )
    made = structured(text)
    assert [one.name for one in made.signatures] == signers
    assert made.meeting is not None and made.meeting.adjusters == ("Åke Ek",)


def test_boards_of_town_districts_of_any_place() -> None:
    assert is_body("Berga-Vättinge stadsdelsnämnd")
    assert not is_body("Protokoll fört vid sammanträde med Bergas stadsdelsnämnd")


def test_parties_between_commas_with_offices_behind() -> None:
    text = (
        HEAD
        + "Beslutande   Märta Lund, S, ordförande\n"
        + "             Åke Ek, M\n"
        + "             Bo Öst, SÄ, tjg ers för Kaj Holm, SÄ\n"
    )
    told = [(one.name, one.party, one.role, one.replaces) for one in structured(text + ITEM).attendance]
    assert told == [
        ("Märta Lund", "S", Role.ORDFORANDE, None),
        ("Åke Ek", "M", Role.LEDAMOT, None),
        ("Bo Öst", "SÄ", Role.TJANSTGORANDE_ERSATTARE, "Kaj Holm"),
    ]


def test_members_of_a_party_by_name_and_surnames_that_abstain() -> None:
    said = "NS-ledamöterna Kurt Ek och Doris Lund reserverar sig mot beslutet."
    assert [one.name.text for one in statements._reserving(Passage(said)) if one.name] == [
        "Kurt Ek",
        "Doris Lund",
    ]
    told = [(value_of(one["name"]), one["vote"]) for one in ballots.sentence(Passage("Tamm avstod."))]
    assert told == [("Tamm", "avstar")]
    assert ballots.sentence(Passage("Moderaterna avstod.")) == []


def test_whom_a_member_speaks_for_does_not_own_the_minutes() -> None:
    text = (
        "Samordningsförbundet Norra Slätten\n\nProtokoll styrelsemöte 2024-03-21\n\n"
        "Närvarande            Organisation          Uppdrag\n"
        "Märta Lund            Slättby kommun        Ordförande\n"
        "Åke Ek                Region Östmark        Ledamot\n"
        "Bo Öst                Slättby kommun        Ledamot\n" + ITEM
    )
    made = structured(text)
    assert made.authority is not None and made.authority.name == "Samordningsförbundet Norra Slätten"


def test_a_voting_list_with_numbers_of_seats_and_ones_for_marks() -> None:
    rows = _rows(
        "Nr   Namn            Parti   Ja   Nej   Avstår\n"
        "1    Märta Lund      S       1\n"
        "2    Åke Ek          M            1\n"
        "3    Bo Öst          C                  1\n"
        "     Summa                   1    1     1\n"
    )
    told = [(value_of(one["name"]), one["vote"]) for one in voting_lists.table(rows)]
    assert told == [("Märta Lund", "ja"), ("Åke Ek", "nej"), ("Bo Öst", "avstar")]


def test_plain_entries_below_a_bold_heading_head_nothing() -> None:
    from justera.structure.landmarks import sections

    rows = _rows("Beslutsunderlag\nTjänsteutlåtande\nRemissvar\n\nSkickas till\nKommunstyrelsen\n")
    bold = [
        replace(row, cells=tuple(replace(cell, words=_bold(cell.words)) for cell in row.cells))
        if row.text in ("Beslutsunderlag", "Skickas till")
        else row
        for row in rows
    ]
    found = sections.split(bold, 60.0)
    assert [(one.heading.text if one.heading else None, one.text.text) for one in found[1:]] == [
        ("Beslutsunderlag", "Tjänsteutlåtande Remissvar"),
        ("Skickas till", "Kommunstyrelsen"),
    ]


def _bold(words: tuple[Word, ...]) -> tuple[Word, ...]:
    return tuple(replace(word, bold=True) for word in words)


def test_what_a_sign_of_a_legend_means_is_no_label() -> None:
    row, *_ = _rows("Närvarande:     X = närvarande      - = frånvarande\n")
    assert [name for name, *_ in label_cells.of_row_labels(row)] == ["members"]


@pytest.mark.parametrize(("ends", "begins"), [(90, True), (95, True), (98, False)])
def test_a_point_begins_where_att_would_have_had_room_in_the_row_above(ends: int, begins: bool) -> None:
    from justera.structure.text import lines

    above = "att bygga om avdelningen i huset vid torget till tolv platser för korttidsvård".ljust(ends, "d")
    rows = _rows(f"{above}\natt utgiften finansieras inom ramen\n")
    assert lines.paragraph_starts(rows, 100.0) == [True, begins]


def test_a_full_row_that_ends_in_the_verb_goes_on() -> None:
    from justera.structure.text import lines

    rows = _rows(
        "Efter föredragning af revisorernas berättelse beslöto\nStadsfullmäktige, att bevilja ansvarsfrihet\n"
    )
    assert lines.paragraph_starts(rows, 56.0) == [True, False]
    assert lines.paragraph_starts(rows, 90.0) == [True, True]


def test_a_row_left_of_a_point_that_ended_short_begins_anew() -> None:
    from justera.structure.text import lines

    rows = _rows("   att köpa huset\nNämnden beslutar för egen del\n   att teckna avtalet\n")
    assert lines.paragraph_starts(rows, 60.0) == [True, True, True]
    assert lines.paragraph_starts(rows, 20.0) == [True, False, True]


def test_recipients_of_one_kind_are_one() -> None:
    from justera.structure.landmarks import lists

    rows = _rows("Årvika, Tallmo och Sundhems kommuner\n\nFörslagsställaren, tekniska enheten\n")
    assert [one.value for one in lists.recipients(rows, 40.0)] == [
        "Årvika, Tallmo och Sundhems kommuner",
        "Förslagsställaren",
        "tekniska enheten",
    ]


def test_who_voted_so_heads_no_section() -> None:
    text = HEAD + ITEM + "Omröstning\n\nJa-röst för bifall.\n\nJa-röster (2)\n\nBo Ek (S)\nÅsa Ros (S)\n"
    assert [one.heading for one in structured(text).items[0].sections][-1] == "Omröstning"


def test_a_row_of_plain_print_that_leads_to_points_is_text() -> None:
    from justera.structure.landmarks import sections

    rows = _rows("Förelåg protokoll.\n\nKyrkorådet beslutade\natt lägga protokollet till handlingarna.\n")
    headed = [
        replace(row, cells=tuple(replace(cell, words=_bold(cell.words)) for cell in row.cells))
        if "beslutade" in row.text
        else row
        for row in rows
    ]
    assert [sections.split(one, 60.0)[-1].heading is not None for one in (rows, headed)] == [False, True]


@pytest.mark.parametrize(
    "lead", ["Tekniska nämnden beslutar", "Tekniska nämnden föreslår fullmäktige besluta"]
)
def test_a_plain_lead_below_another_heading_is_of_its_decision(lead: str) -> None:
    text = (
        HEAD
        + ITEM
        + "Yttrande\n\nRevisorn har ordet.\n\n"
        + f"{lead}\natt anta planen, samt\natt sända den till Ås.\n"
    )
    made = structured(text).items[0]
    assert made.decisions[-1].text.split("\n")[0] == lead
    assert [one.heading for one in made.sections if one.heading] == ["Yttrande"]
