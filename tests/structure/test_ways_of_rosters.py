"""One meeting whose lists of people houses set in many ways: who was there as what stays the same."""

from __future__ import annotations

import pytest

from justera.schema import Record

from .written import structured

HEAD = "Åsmåla kommun\nSocialnämnden\nProtokoll 2021-03-04\n\n"
ITEM = "\n§ 3  Ny bro över ån\n\nNämnden beslutar att bygga en ny bro.\n\n"
Told = tuple[str, str | None, str, str | None]
CHAIR = ("Anna Örnberg", "S", "ordforande", None)
VICE = ("Bo Ekdahl", "M", "vice_ordforande", None)
MEMBER = ("Inga Malm", "KD", "ledamot", None)
SERVING = ("Dag Holmgren", "V", "tjanstgorande_ersattare", "Eva Sjöström")
CHIEF = ("Gun Askelund", None, "tjansteperson", None)
WRITER = ("Hans Östman", None, "sekreterare", None)


def told(roster: str) -> list[Told]:
    """Name, party, role and who is replaced of everyone in a roster."""
    record: Record = structured(HEAD + roster + "\n" + ITEM)
    return [(one.name, one.party, one.role.value, one.replaces) for one in record.attendance]


def beside(label: str, lines: str) -> str:
    """A label with the lines of its value in a column of their own."""
    first, *others = lines.splitlines()
    return "\n".join([f"{label:26}{first}", *(" " * 26 + line for line in others)])


@pytest.mark.parametrize(
    ("chair", "vice"),
    [
        ("Anna Örnberg (S), ordförande", "Bo Ekdahl (M), vice ordförande"),
        ("Ordförande Anna Örnberg (S)", "Vice ordförande Bo Ekdahl (M)"),
        ("Ordförande: Anna Örnberg (S)", "Vice ordförande: Bo Ekdahl (M)"),
        ("Anna Örnberg (S) ordf.", "Bo Ekdahl (M) 1:e v ordf."),
        ("Anna Örnberg (S) – Ordf", "Bo Ekdahl (M) – viceordförande"),
        ("Anna Örnberg (S) (ordförande)", "Bo Ekdahl (M) (vice ordf.)"),
        ("Anna Örnberg, ordförande (S)", "Bo Ekdahl, vice ordförande (M)"),
        ("Anna Örnberg ordförande (S)", "Bo Ekdahl vice ordförande (M)"),
        ("Anna Örnberg (S, ordförande)", "Bo Ekdahl (M, vice ordförande)"),
        ("Anna Örnberg (Socialdemokraterna), ordf", "Bo Ekdahl (Moderaterna), v ordf"),
        ("Anna Örnberg, Socialdemokraterna, ordf", "Bo Ekdahl, Moderaterna, v ordf"),
        ("Anna Örnberg [S], ordförande", "Bo Ekdahl [M], v. ordf."),
        ("Anna Örnberg - S, ordförande", "Bo Ekdahl – M, vice ordf"),
        ("Anna Örnberg S, ordförande", "Bo Ekdahl M, vice ordförande"),
    ],
)
def test_offices_and_parties_in_every_order(chair: str, vice: str) -> None:
    bare = chair.startswith("Anna Örnberg S")
    member = "Inga Malm KD" if bare else "Inga Malm (KD)"
    assert told(beside("Beslutande", f"{chair}\n{vice}\n{member}")) == [CHAIR, VICE, MEMBER]


@pytest.mark.parametrize(
    "said",
    [
        "Dag Holmgren (V) för Eva Sjöström (V)",
        "Dag Holmgren (V) (ersätter Eva Sjöström)",
        "Dag Holmgren (V), tj.ers. för Eva Sjöström (V)",
        "Dag Holmgren (V), tjg. ers. för Eva Sjöström",
        "Dag Holmgren (V) tj för Eva Sjöström (V)",
        "Dag Holmgren (V) istf Eva Sjöström (V)",
        "Dag Holmgren (V), ersätter frånvarande Eva Sjöström (V)",
        "Eva Sjöström (V) ersätts av Dag Holmgren (V)",
    ],
)
def test_who_serves_for_whom(said: str) -> None:
    assert told(beside("Beslutande", f"Anna Örnberg (S), ordförande\n{said}")) == [CHAIR, SERVING]


@pytest.mark.parametrize("said", ["tj.ers.", "tj ers", "tjg ers", "tjänstg. ersättare", "tjänstgörande"])
def test_who_serves_for_nobody_named(said: str) -> None:
    roster = beside("Beslutande", f"Anna Örnberg (S), ordförande\nDag Holmgren (V), {said}")
    assert told(roster) == [CHAIR, (*SERVING[:3], None)]


@pytest.mark.parametrize(
    "officials",
    [
        "Övriga närvarande: Gun Askelund, förvaltningschef\nHans Östman, nämndsekreterare",
        beside("Övriga närvarande", "Förvaltningschef Gun Askelund\nNämndsekreterare Hans Östman"),
        beside("Övriga närvarande", "Förvaltningschef: Gun Askelund\nNämndsekreterare: Hans Östman"),
        beside("Deltagande tjänstemän", "Gun Askelund (förvaltningschef)\nHans Östman (nämndsekreterare)"),
        beside("Utan beslutanderätt", "Gun Askelund – förvaltningschef\nHans Östman – nämndsekreterare"),
    ],
)
def test_officials_with_their_titles(officials: str) -> None:
    members = "Beslutande: Anna Örnberg (S), ordförande\nInga Malm (KD)\n\n"
    assert told(members + officials) == [CHAIR, MEMBER, CHIEF, WRITER]


def test_members_below_their_parties_codes() -> None:
    roster = "Beslutande\n(S)\nAnna Örnberg, ordförande\n(M)\nBo Ekdahl, vice ordförande\n(KD)\nInga Malm\n"
    assert told(roster) == [CHAIR, VICE, MEMBER]


@pytest.mark.parametrize(
    "label", ["Ej närvarande", "Frånvarande", "Anmält förhinder", "Förfall", "Frånvarande ersättare"]
)
def test_who_is_listed_as_absent_was_not_there(label: str) -> None:
    roster = beside("Beslutande", "Anna Örnberg (S), ordförande\nInga Malm (KD)") + "\n\n"
    assert told(roster + beside(label, "Eva Sjöström (V)\nMats Ryd (L)")) == [CHAIR, MEMBER]


GRID = """\
Ledamöter                     {heads}
Anna Örnberg (S), ordf        {there}
Bo Ekdahl (M), v ordf         {there}
Inga Malm (KD)                {there}
Eva Sjöström (V)              {away}
Ersättare                     {heads}
Dag Holmgren (V)              {there}       {serves}
Filip Bergvall (S)            {there}
"""
DEPUTY = ("Filip Bergvall", "S", "ersattare", None)


def test_a_legend_explains_the_columns_of_a_grid() -> None:
    grid = GRID.format(heads="I       II", there="N", away="–", serves="T")
    legend = "Spalt I: N = närvarande, – = frånvarande. Spalt II: T = tjänstgörande.\n"
    assert told(grid + legend) == [CHAIR, VICE, MEMBER, (*SERVING[:3], None), DEPUTY]


def test_the_office_in_the_first_column_of_a_table() -> None:
    roster = (
        "Beslutande         Namn                 Parti\n"
        "Ordförande         Anna Örnberg         S\n"
        "Vice ordförande    Bo Ekdahl            M\n"
        "Ledamot            Inga Malm            KD\n"
        "Tjg. ersättare     Dag Holmgren         V\n"
    )
    assert told(roster) == [CHAIR, VICE, MEMBER, (*SERVING[:3], None)]


def test_deputies_in_a_table_of_their_own_below_who_is_present() -> None:
    roster = (
        "Ledamöter                    Parti    När     Paragraf\n"
        "Anna Örnberg, ordförande     S        N\n"
        "Bo Ekdahl, vice ordförande   M        N\n"
        "Inga Malm                    KD       N\n"
        "Eva Sjöström                 V        -\n"
        "Ersättare                    Parti    När     Tjg för\n"
        "Dag Holmgren                 V        Tj      Eva Sjöström\n"
        "Filip Bergvall               S        N\n"
    )
    assert told(roster) == [CHAIR, VICE, MEMBER, SERVING, DEPUTY]


def test_a_deputy_is_told_before_or_behind_the_name() -> None:
    """Between two people alone on a line it is who serves for the first; in a row of people, the next."""
    lines = "Anna Örnberg (S), ordförande\nEva Sjöström (V), ersättare Dag Holmgren (V)\nInga Malm (KD)"
    assert told(beside("Beslutande", lines)) == [CHAIR, SERVING, MEMBER]
    row = "Beslutande: Anna Örnberg (S), ordförande, Inga Malm (KD), suppleanten Filip Bergvall (S)"
    assert told(row) == [CHAIR, MEMBER, DEPUTY]


TABLE = (
    "Beslutande\n"
    "Parti    Namn                 Uppdrag\n"
    "S        Anna Örnberg         Ordförande\n"
    "M        Bo Ekdahl            Vice ordförande\n"
    "KD       Inga Malm            Ledamot\n"
)


@pytest.mark.parametrize(
    "table",
    [
        TABLE,
        "Beslutande\n"
        "Nr   Namn                 Parti    Uppdrag\n"
        "1    Anna Örnberg         S        Ordförande\n"
        "2    Bo Ekdahl            M        Vice ordförande\n"
        "3    Inga Malm            KD       Ledamot\n",
        "Beslutande\n"
        "Förnamn     Efternamn     Parti    Uppdrag\n"
        "Anna        Örnberg       S        Ordförande\n"
        "Bo          Ekdahl        M        Vice ordförande\n"
        "Inga        Malm          KD       Ledamot\n",
        beside("Beslutande", "Örnberg, Anna (S), ordförande\nEkdahl, Bo (M), v ordf\nMalm, Inga (KD)"),
        beside("Beslutande", "• Anna Örnberg (S), ordförande\n• Bo Ekdahl (M), v ordf\n• Inga Malm (KD)"),
        "Ledamöter                        Ersättare\n"
        "Anna Örnberg (S), ordförande\n"
        "Bo Ekdahl (M), vice ordförande\n"
        "Inga Malm (KD)\n",
        "Närvarande var ordförande Anna Örnberg (S), vice ordförande Bo Ekdahl (M) samt Inga Malm (KD).",
    ],
)
def test_columns_in_any_order_and_marks_before_names(table: str) -> None:
    assert told(table) == [CHAIR, VICE, MEMBER]


def test_labels_within_running_text_begin_lists_of_their_own() -> None:
    roster = (
        "Närvarande ledamöter: Anna Örnberg (S), ordförande, Inga\n"
        "Malm (KD). Tjänstgörande ersättare: Dag Holmgren (V) för Eva\n"
        "Sjöström (V). Närvarande ersättare: Filip Bergvall (S). Övriga närvarande:\n"
        "Gun Askelund, förvaltningschef, Hans Östman, nämndsekreterare.\n"
    )
    assert told(roster) == [CHAIR, MEMBER, SERVING, DEPUTY, CHIEF, WRITER]


def test_a_narrow_column_breaks_titles_not_people() -> None:
    lines = "Gun Askelund,\nförvaltningschef och\ntillförordnad ekonomichef\nHans Östman,\nnämndsekreterare"
    roster = beside("Beslutande", "Anna Örnberg (S), ordförande\nInga Malm (KD)") + "\n\n"
    record = structured(HEAD + roster + beside("Tjänstemän", lines) + "\n" + ITEM)
    assert [(one.name, one.title) for one in record.attendance[2:]] == [
        ("Gun Askelund", "förvaltningschef och tillförordnad ekonomichef"),
        ("Hans Östman", "nämndsekreterare"),
    ]


def test_a_secretary_among_the_lists_was_there() -> None:
    roster = "\n\n".join(
        beside(*one)
        for one in (
            ("Beslutande", "Anna Örnberg (S), ordförande\nInga Malm (KD)"),
            ("Tjänstemän", "Gun Askelund, förvaltningschef"),
            ("Sekreterare", "Hans Östman"),
            ("Utses att justera", "Inga Malm"),
        )
    )
    assert told(roster) == [CHAIR, MEMBER, CHIEF, WRITER]


def test_who_signs_in_two_columns_of_which_one_goes_on() -> None:
    roster = beside("Beslutande", "Anna Örnberg (S)\nInga Malm (KD)") + (
        "\n\n"
        "Vid protokollet               Justeras\n\n"
        "Hans Östman                   Anna Örnberg\n"
        "Sekreterare                   Ordförande\n\n"
        "                              Bo Ekdahl\n"
        "                              Justerare\n\n"
    )
    record = structured(HEAD + roster + ITEM)
    assert [one.name for one in record.signatures] == ["Hans Östman", "Anna Örnberg", "Bo Ekdahl"]
    assert record.meeting and record.meeting.chair == "Anna Örnberg"


@pytest.mark.parametrize(
    "roster",
    [
        beside("Ordförande", "Anna Örnberg") + "\n" + beside("Ledamöter", "Inga Malm\nJan Rosén"),
        "Beslutande: Anna Örnberg, ordförande, Inga Malm, Jan\nRosén",
        "Namn                 Uppdrag\nAnna Örnberg         Ordförande\nInga Malm            Ledamot\n"
        "Jan Rosén            Ledamot\n",
    ],
)
def test_people_of_boards_without_parties(roster: str) -> None:
    label = "" if ":" in roster or roster.startswith("Ord") else "Närvarande\n"
    names = [("Anna Örnberg", "ordforande"), ("Inga Malm", "ledamot"), ("Jan Rosén", "ledamot")]
    assert [(one[0], one[2]) for one in told(label + roster)] == names


@pytest.mark.parametrize("label", ["Från socialförvaltningen", "Kallade tjänstepersoner"])
def test_labels_of_officials_by_their_words(label: str) -> None:
    roster = beside("Beslutande på distans", "Anna Örnberg (S), ordförande\nInga Malm (KD)") + "\n\n"
    officials = beside(label, "Gun Askelund, förvaltningschef\nHans Östman, nämndsekreterare")
    assert told(roster + officials) == [CHAIR, MEMBER, CHIEF, WRITER]


def test_a_deputy_served_for_some_items_whichever_list_stands_first() -> None:
    lists = (
        beside("Närvarande ersättare", "Dag Holmgren (V), t.o.m. § 2\nFilip Bergvall (S)"),
        beside("Tjänstgörande ersättare", "Dag Holmgren (V) ersätter Eva Sjöström (V), § 3"),
    )
    members = beside("Beslutande", "Anna Örnberg (S), ordförande\nInga Malm (KD)") + "\n\n"
    unserving = (*SERVING[:2], "ersattare", None)
    assert sorted(told(members + "\n\n".join(lists))) == sorted(told(members + "\n\n".join(lists[::-1])))
    assert {SERVING, unserving} <= set(told(members + "\n\n".join(lists)))


def test_labels_in_the_definite_form() -> None:
    roster = (
        "Ledamöterna\nAnna Örnberg (S), ordförande\nInga Malm (KD)\n\n"
        "Ersättarna\nFilip Bergvall (S)\n\n"
        "Dessutom närvarar förvaltningschefen Gun Askelund samt nämndsekreteraren Hans Östman.\n"
    )
    assert told(roster)[:3] == [CHAIR, MEMBER, DEPUTY]
    assert [(one[0], one[2]) for one in told(roster)[3:4]] == [("Gun Askelund", "tjansteperson")]


def test_a_member_told_on_two_lines_is_not_left_out_of_a_list_whose_parties_stand_apart() -> None:
    listed = (
        "Anna Örnberg, s, ordf\nBo Ekdahl, m,\nv ordf §§ 1-4\n"
        "Inga Malm,     kd\nEva Sjöström,     s\nDag Holmgren,     v"
    )
    assert [one[:3] for one in told(beside("Beslutande", listed))][:3] == [
        ("Anna Örnberg", "s", "ordforande"),
        ("Bo Ekdahl", "m", "vice_ordforande"),
        ("Inga Malm", "kd", "ledamot"),
    ]
