"""Motions, votes, reservations and statements in the many ways of boards, one sentence or two each."""

from __future__ import annotations

import pytest

from justera.schema.record import Item, Person

from .written import structured

HEAD = (
    "Åsmåla kommun\nKommunfullmäktige\nProtokoll 2021-03-04\n\n"
    "Beslutande          Bo Ek (S), ordförande\n"
    "                    Eva Ås (M)\n"
    "                    Karin Öst (V)\n"
    "                    Nils Alm (C)\n\n"
    "§ 3  Ny bro över ån\n\n"
)


def item(text: str) -> Item:
    return structured(HEAD + text + "\n").items[0]


def who(people: tuple[Person, ...]) -> list[str | None]:
    """Names, and the parties of those who have none."""
    return [one.name or one.party for one in people]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Under överläggningen yrkar Eva Ås (M) bifall till förslaget.", [("bifall", ["Eva Ås"])]),
        (
            "Under överläggningen yrkar dels Eva Ås bifall, dels Karin Öst och Nils Alm avslag.",
            [("bifall", ["Eva Ås"]), ("avslag", ["Karin Öst", "Nils Alm"])],
        ),
        ("Yrkanden\nHärefter yrkar Karin Öst avslag.", [("avslag", ["Karin Öst"])]),
        (
            "Yrkanden\nAvslag yrkas av Karin Öst (V) och Nils Alm (C).",
            [("avslag", ["Karin Öst", "Nils Alm"])],
        ),
        ("Yrkanden\nS och V: Bifall till förslaget.", [("bifall", ["S", "V"])]),
        ("Yrkanden\nEva Ås (M), Karin Öst (V)     Avslag.", [("avslag", ["Eva Ås", "Karin Öst"])]),
    ],
)
def test_motions(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert [(one.kind.value, who(one.by)) for one in item(text).motions] == expected


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Karin Öst (V) anmäler att Vänsterpartiet reserverar sig mot beslutet.", ["V"]),
        ("Reservation\nSkriftlig reservation inlämnas av Vänsterpartiet, bilaga 3.", ["V"]),
        ("Karin Öst (V) inkom under justeringen med följande reservation: Bron är dyr.", ["Karin Öst"]),
        ("Mot beslutet inlade Karin Öst (V) skriftlig reservation.", ["Karin Öst"]),
        ("Mot beslutet reserverar sig samtliga moderater, Eva Ås (M) och Ida Bo (M).", ["Eva Ås", "Ida Bo"]),
        ("Mot fullmäktiges beslut anfördes reservation av herr Alm.", ["Nils Alm"]),
        ("Reservation mot beslutet anmäldes av Karin Öst (V) och hela Moderatgruppen.", ["Karin Öst", "M"]),
        ("Samtliga ledamöter i M-, KD- och L-grupperna reserverar sig mot beslutet.", ["M", "KD", "L"]),
        ("Fp- och m-ledamöterna reserverade sig till förmån för Bo Eks yrkande.", ["Fp", "M"]),
        ("Karin Öst var skiljaktig och anförde att bron är dyr.", ["Karin Öst"]),
    ],
)
def test_reservations(text: str, by: list[str]) -> None:
    (found,) = item(text).reservations
    assert who(found.by) == by


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Yttranden\nMiljöpartiet inkom med ett yttrande, bilaga 1.", [["MP"]]),
        ("Eva Ås (M) och Nils Alm (C) begär att få lämna ett särskilt yttrande.", [["Eva Ås", "Nils Alm"]]),
        ("Särskilt yttrande\n(M) Vi anser att bron är dyr.\n\n(C) Vi vill ha en färja.", [["M"], ["C"]]),
    ],
)
def test_statements(text: str, by: list[list[str]]) -> None:
    assert [who(one.by) for one in item(text).statements] == by


def test_who_is_recused_and_who_takes_no_part() -> None:
    assert who(item("Nils Alm (C) anmäler intressejäv och lämnar rummet.").recusals) == ["Nils Alm"]
    assert who(item("Karin Öst (V) anmäler att hon ej deltager i beslutet.").non_participants) == [
        "Karin Öst"
    ]


def test_buttons_stand_for_what_is_wanted() -> None:
    (vote,) = item(
        "Omröstning\nDen som vill att ärendet avgörs idag trycker på ja-knappen, den som vill återremittera "
        "trycker på nej-knappen. Omröstningen ger 3 ja och 1 nej."
    ).votes
    assert (vote.yes_means, vote.no_means) == ("att ärendet avgörs idag", "återremittera")


def test_counts_one_below_the_other() -> None:
    (vote,) = item("Omröstningsresultat\nJa: 7\nNej: 5\nAvstår: 1\nFrånvarande: 2").votes
    assert (vote.yes, vote.no, vote.abstain, vote.absent) == (7, 5, 1, 2)


def test_who_voted_what_behind_a_count_in_words() -> None:
    (vote,) = item(
        "Omröstning\nVid upprop avges två ja-röster och en nej-röst medan en avstår, enligt följande:\n"
        "Ja: Bo Ek, Eva Ås\nNej: Karin Öst\nAvstår: Nils Alm"
    ).votes
    assert [(one.name, one.vote.value) for one in vote.roll] == [
        ("Bo Ek", "ja"),
        ("Eva Ås", "ja"),
        ("Karin Öst", "nej"),
        ("Nils Alm", "avstar"),
    ]
    assert (vote.yes_means, vote.no_means) == (None, None)


CENTRED = """\
Beslut
Fullmäktige bygger en ny bro.

Omröstning
             Ja                        Nej
Bo Ek (S)                     Karin Öst (V)
Eva Ås (M)                    Nils Alm (C)
Ida Björk-Lindström (S)
3                             2

"""


def test_names_below_choices_that_stand_over_the_middle_of_their_columns() -> None:
    (vote,) = item(CENTRED).votes
    assert [(one.name, one.vote.value) for one in vote.roll] == [
        ("Bo Ek", "ja"),
        ("Karin Öst", "nej"),
        ("Eva Ås", "ja"),
        ("Nils Alm", "nej"),
        ("Ida Björk-Lindström", "ja"),
    ]
    assert (vote.yes, vote.no) == (3, 2)


def test_names_below_one_choice_after_the_other() -> None:
    (vote,) = item(
        "Omröstning\nJa-röst för avslag. Nej-röst för bifall.\n\nJa-röster (2)\nBo Ek (S)\nEva Ås (M)\n\n"
        "Nej-röster (1)\nKarin Öst (V)\n\nMed 2 ja-röster mot 1 nej-röst beslutar fullmäktige avslag."
    ).votes
    assert [(one.name, one.vote.value) for one in vote.roll] == [
        ("Bo Ek", "ja"),
        ("Eva Ås", "ja"),
        ("Karin Öst", "nej"),
    ]


@pytest.mark.parametrize(
    ("text", "yes", "means"),
    [
        ("För Eks förslag röstar Bo Ek och Eva Ås. För Östs förslag röstar Karin Öst.", 2, "Eks förslag"),
        ("Bo Ek och Eva Ås röstade för Eks förslag medan Karin Öst röstade för Östs.", 2, "Eks förslag"),
        ("Vid omröstning röstade Ek och Ås för Eks förslag och Öst för eget förslag.", 2, "Eks förslag"),
        ("Bo Ek och Eva Ås röstar för återremiss och Karin Öst mot återremiss.", 2, "återremiss"),
        ("Bo Ek: Ja. Eva Ås: Ja. Karin Öst: Nej. Ja är bifall, nej är avslag.", 2, "bifall"),
        ("För avslag röstade Karin Öst. För bifall röstade Bo Ek och Eva Ås.", 2, "bifall"),
        ("Bo Ek röstade för Eks förslag. Karin Öst och Eva Ås röstade för Östs förslag.", 1, "Eks förslag"),
    ],
)
def test_votes_told_by_what_was_voted_for(text: str, yes: int, means: str) -> None:
    (vote,) = item(f"Eva Ås begär omröstning. {text}").votes
    assert [one.vote.value for one in vote.roll] == ["ja"] * yes + ["nej"] * (3 - yes)
    assert vote.yes_means == means


def test_what_another_body_advised_with_its_votes_is_no_vote() -> None:
    assert not item("Kommunstyrelsen har med tio röster mot tre tillstyrkt förslaget.").votes


def test_counts_with_a_verb() -> None:
    (vote,) = item("Votering\nJa-rösterna är 4 och nej-rösterna 4. Ordförandens utslagsröst avgör.").votes
    assert (vote.yes, vote.no, vote.casting_vote) == (4, 4, True)


def test_who_a_pronoun_stands_for() -> None:
    told = "Nils Alm (C) är ledamot i Åsmåla Energi AB:s styrelse. Han anmäler jäv och lämnar rummet."
    assert who(item(told).recusals) == ["Nils Alm"]


def test_who_takes_no_part_in_a_section_on_jav() -> None:
    told = item("Jäv\nNils Alm (C) lämnar lokalen på grund av jäv.\n\nKarin Öst (V) deltar inte i beslutet.")
    assert (who(told.recusals), who(told.non_participants)) == (["Nils Alm"], ["Karin Öst"])


def test_choices_voters_and_counts_in_the_cells_of_a_row() -> None:
    (vote,) = item(
        "Omröstning\nJa-röst för bifall. Nej-röst för avslag.\n\n"
        "Ja      Bo Ek (S), Eva Ås (M)     2\n\nNej     Karin Öst (V)             1"
    ).votes
    assert (vote.yes, vote.no, [one.vote.value for one in vote.roll]) == (2, 1, ["ja", "ja", "nej"])


def test_an_old_vote_by_titles() -> None:
    (vote,) = item(
        "Votering begärdes, varvid godkändes: Den, som vill bifalla förslaget, röstar ja; den det ej vill, "
        "röstar nej. Vinner nej, har fullmäktige avslagit förslaget. Voteringen utföll med 2 ja och 1 nej. "
        "Herr Alm nedlade sin röst. Ja röstade fru Ås samt ordföranden. Nej röstade fruarna Öst."
    ).votes
    assert (vote.yes_means, vote.no_means) == ("bifalla förslaget", "avslagit förslaget")
    assert [(one.name, one.vote.value) for one in vote.roll] == [
        ("Nils Alm", "avstar"),
        ("Eva Ås", "ja"),
        ("Bo Ek", "ja"),
        ("Karin Öst", "nej"),
    ]


def test_an_appendix_is_no_part_of_the_last_item() -> None:
    made = structured(
        f"{HEAD}Beslut\nBron byggs.\n\n§ 4  Val\n\nBeslut\nBo Ek (S) väljs.\n\n"
        "\fBilaga 1 till KF § 3/2021\n\nReservation\n\nVänsterpartiet reserverar sig mot beslutet.\n"
    )
    assert [len(one.reservations) for one in made.items] == [0, 0]


def test_a_party_written_out_in_brackets() -> None:
    (found,) = item("Åke Ström (Bygdens väl) och Eva Ås (M) reserverar sig mot beslutet.").reservations
    assert [(one.name, one.party) for one in found.by] == [("Åke Ström", "Bygdens väl"), ("Eva Ås", "M")]


def test_choices_in_words_in_a_column_for_each_vote() -> None:
    votes = item(
        "Omröstning\nOmröstning 1 ger 2 ja och 1 nej.\nOmröstning 2 ger 1 ja och 2 nej.\n\n"
        "Ledamot       Parti    Omr. 1    Omr. 2\n"
        "Bo Ek         S        Ja        Nej\n"
        "Eva Ås        M        Nej       Nej\n"
        "Karin Öst     V        Ja        Ja\n"
    ).votes
    assert [[one.vote.value for one in vote.roll] for vote in votes] == [
        ["ja", "nej", "ja"],
        ["nej", "nej", "ja"],
    ]


def test_choices_in_letters_in_two_halves() -> None:
    (vote,) = item(
        "Omröstning\nVoteringen ger 3 ja och 2 nej. 1 ledamot avstår (A).\n\n"
        "Nr   Namn         Parti    Röst    Nr   Namn         Parti    Röst\n"
        "1    Bo Ek        S        J       4    Nils Alm     C        N\n"
        "2    Eva Ås       M        J       5    Siv Ahl      KD       A\n"
        "3    Karin Öst    V        J       6    Åke Ström    L        N\n"
    ).votes
    assert sorted((str(one.name), one.party, one.vote.value) for one in vote.roll) == [
        ("Bo Ek", "S", "ja"),
        ("Eva Ås", "M", "ja"),
        ("Karin Öst", "V", "ja"),
        ("Nils Alm", "C", "nej"),
        ("Siv Ahl", "KD", "avstar"),
        ("Åke Ström", "L", "nej"),
    ]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (
            "För återremiss röstade Bo Ek. Emot återremiss röstade Eva Ås och Karin Öst. Nils Alm avstod. "
            "Förslaget om återremiss avslogs därmed med två röster mot en.",
            (1, 2, 1),
        ),
        (
            "Vid omröstningen röstade Bo Ek och Eva Ås för inköp, medan Karin Öst röstade för avslag. "
            "Ja-propositionen hade således segrat med två röster mot en.",
            (2, 1, None),
        ),
        ("Tio röster avgavs, varav åtta för förslaget, en emot och en blank.", (8, 1, 1)),
    ],
)
def test_counts_of_sides(text: str, counts: tuple[int, int, int | None]) -> None:
    (vote,) = item(f"Omröstning\n{text}").votes
    assert (vote.yes, vote.no, vote.abstain) == counts
    assert len(vote.roll) in (0, sum(one or 0 for one in counts))


def test_who_had_no_part_in_the_handling_is_recused() -> None:
    told = item("I handläggningen av detta ärende deltog icke Nils Alm, som är föreningens ordförande.")
    assert (who(told.recusals), who(told.non_participants)) == (["Nils Alm"], [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Herr Bo Ek och fru Eva Ås yrkade,\natt huset skulle inköpas med bifall till förslaget.",
            [("bifall", ["Bo Ek", "Eva Ås"])],
        ),
        (
            "Lärarrepresentanten Nils Alm föreslog att frågan skulle återremitteras. "
            "Studentrepresentanten Siv Ahl instämde.",
            [("aterremiss", ["Nils Alm", "Siv Ahl"])],
        ),
        ("Disponenten Nils Alm yrkade avslag.", [("avslag", ["Nils Alm"])]),
    ],
)
def test_motions_of_old_and_of_few_words(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert [(one.kind.value, who(one.by)) for one in item(text).motions] == expected


def test_a_deputy_states_for_nobody_whose_proposal_the_deputy_would_have_backed() -> None:
    text = (
        "Åby kommun     PROTOKOLL     2011-11-24\nKulturnämnden\n\n§ 4 Taxa\n\nBeslut\n\nTaxan antas.\n\n"
        "Ersättaryttrande\n\nSami Ek (MP) anmälde att han skulle stött förslaget från Karin Ask m.fl. (S).\n"
    )
    (statement,) = structured(text).items[0].statements
    assert [(one.name, one.party) for one in statement.by] == [("Sami Ek", "MP")]


VOTED = """\
Åby kommun     PROTOKOLL     2011-11-24
Kulturnämnden

§ 4 Taxa

Omröstning

Ja för bifall till förslaget. Nej för avslag.
{told}

Beslut

Taxan antas.
"""


@pytest.mark.parametrize(
    "told",
    [
        "Ja: Bo Ek, Eva Lund (2)\nNej: Nils Ask (1)",
        "Ja: Bo Ek (S), Eva Lund (M) (2)\nNej: Nils Ask (C) (1)",
        "Ja-röster: ledamöterna Bo Ek (S) och Eva Lund (M). Summa 2.\nNej-röster: Nils Ask (C). Summa 1.",
    ],
)
def test_voters_are_counted_behind_their_names(told: str) -> None:
    (vote,) = structured(VOTED.format(told=told)).items[0].votes
    assert (vote.yes, vote.no) == (2, 1)
    assert [one.vote.value for one in sorted(vote.roll, key=lambda one: one.name)] == ["ja", "ja", "nej"]
