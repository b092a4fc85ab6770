"""Votes as councils print them: lists side by side and below each other, choices in words."""

from __future__ import annotations

import pytest

from justera.schema.record import Item, Vote
from justera.structure.text.draft import value_of
from justera.structure.text.passage import Passage
from justera.structure.votes import ballots, meanings

from .written import PAGE, structured

HEAD = (
    "Åsmåla kommun\nKommunfullmäktige\nProtokoll 2021-03-04\n\n"
    "Beslutande          Bo Ek (S), ordförande\n"
    "                    Eva Ås (M)\n"
    "                    Karin Öst (V)\n\n"
    "§ 3  Ny bro över ån\n\nBeslut\nFullmäktige bygger en ny bro.\n\n"
)


def _item(text: str) -> Item:
    return structured(HEAD + text).items[0]


def _roll(vote: Vote) -> list[tuple[str, str]]:
    return [(one.name, one.vote.value) for one in vote.roll]


def test_a_group_of_columns_for_each_vote() -> None:
    item = _item(
        "Omröstning\nVotering begärs. Ja-röst för avgörande idag, nej-röst för återremiss.\n"
        "Med 2 ja-röster och 1 nej-röst avgörs ärendet idag.\n"
        "Votering begärs. Ja-röst för bifall, nej-röst för avslag.\n"
        "Med 1 ja-röst och 2 nej-röster avslås förslaget.\n\n"
        "Namn          Parti    Ja    Nej    Ja    Nej\n"
        "Bo Ek         S        X            X\n"
        "Eva Ås        M        X                  X\n"
        "Karin Öst     V              X            X\n"
        "Summa                  2     1      1     2\n"
    )
    assert [(vote.yes, vote.no) for vote in item.votes] == [(2, 1), (1, 2)]
    assert [_roll(vote) for vote in item.votes] == [
        [("Bo Ek", "ja"), ("Eva Ås", "ja"), ("Karin Öst", "nej")],
        [("Bo Ek", "ja"), ("Eva Ås", "nej"), ("Karin Öst", "nej")],
    ]


def test_text_between_two_lists_is_of_the_second_vote() -> None:
    table = (
        "Namn              Ja    Nej\n"
        "Bo Ek (S)         X\n"
        "Eva Ås (M)              X\n"
        "Karin Öst (V)     X\n"
        "Summa             2     1\n\n"
    )
    item = _item(
        "Beslutsgång\nVotering begärs. Ja-röst = avgörande idag. Nej-röst = återremiss.\n\n"
        f"{table}Votering begärs. Ja-röst = bifall. Nej-röst = avslag.\n\n{table}"
    )
    assert [(vote.yes_means, vote.no_means) for vote in item.votes] == [
        ("avgörande idag", "återremiss"),
        ("bifall", "avslag"),
    ]
    assert all(len(vote.roll) == 3 for vote in item.votes)


def test_people_side_by_side_each_with_a_choice() -> None:
    item = _item(
        "Omröstning\nMed 2 ja-röster mot 1 nej-röst bifalls förslaget.\n\n"
        "Bo Ek (S), ja             Karin Öst (V),\n"
        "Eva Ås (M), nej           ja\n"
    )
    assert sorted(_roll(item.votes[0])) == [("Bo Ek", "ja"), ("Eva Ås", "nej"), ("Karin Öst", "ja")]


def test_choices_in_words_and_counts_in_heads() -> None:
    worded = _item(
        "Beslutsgång\nVotering begärs. 2 röstar ja och 1 röstar nej.\n\n"
        "Ledamot       Parti    Röst\n"
        "Bo Ek         S        Ja\n"
        "Eva Ås        M        Nej\n"
        "Karin Öst     V        Ja\n"
    )
    headed = _item(
        "Omröstning\nJa (2)            Nej (1)\nBo Ek (S)         Eva Ås (M)\nKarin Öst (V)\n\n"
        "Fullmäktige har bifallit förslaget.\n"
    )
    for item in (worded, headed):
        assert (item.votes[0].yes, item.votes[0].no) == (2, 1)
        assert {*_roll(item.votes[0])} == {("Bo Ek", "ja"), ("Eva Ås", "nej"), ("Karin Öst", "ja")}


def test_lists_of_the_same_names_on_several_pages_are_no_running_heads() -> None:
    names = ["Bo Ek", "Eva Ås", "Karin Öst", "Åke Lund", "Ida Holm", "Per Dahl", "Stig Moe", "Ulla Frid"]

    def page(number: int, no: int) -> str:
        rows = [
            f"{at}      {name:<14}S     {'        X' if at <= no else 'X'}"
            for at, name in enumerate(names, 1)
        ]
        head = f"Omröstningslista {number}, § {number}\n\nNr     Namn          Parti   Ja      Nej\n"
        return f"{head}{chr(10).join(rows)}\nSumma                        {8 - no}       {no}\n"

    items = "".join(
        f"§ {number}  Taxa {number}\n\nBeslut\nTaxan antas.\n\n"
        f"Omröstning\nMed {8 - number} ja-röster och {number} nej-röster antas taxan.\n\n"
        for number in (1, 2, 3)
    )
    text = "Åsmåla kommun\nKommunfullmäktige\nProtokoll 2021-03-04\n\n" + items
    record = structured(PAGE.join([text, *(page(number, number) for number in (1, 2, 3))]))
    assert [len(item.votes[0].roll) for item in record.items] == [8, 8, 8]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "Vid voteringen röstade två ja, nämligen Ek och Öst, och en nej, nämligen Ås.",
            [("Ek", "ja"), ("Öst", "ja"), ("Ås", "nej")],
        ),
        (
            "Röstar ja: Bo Ek (S), Karin Öst (V) Röstar nej: Eva Ås (M)",
            [("Bo Ek", "ja"), ("Karin Öst", "ja"), ("Eva Ås", "nej")],
        ),
        (
            "Bo Ek (ja), Eva Ås (nej) och Karin Öst (avstår).",
            [("Bo Ek", "ja"), ("Eva Ås", "nej"), ("Karin Öst", "avstar")],
        ),
        (
            "Ja röstade herrar Ek, Öst och ordföranden; nej röstade herr Ås.",
            [("Ek", "ja"), ("Öst", "ja"), ("ordföranden", "ja"), ("Ås", "nej")],
        ),
        (
            "Bo Ek (S) och Karin Öst (V) avgav ja-röst. Eva Ås (M) avgav nej-röst.",
            [("Bo Ek", "ja"), ("Karin Öst", "ja"), ("Eva Ås", "nej")],
        ),
        ("Med nej har röstats av Bo Ek (S), Eva Ås (M).", [("Bo Ek", "nej"), ("Eva Ås", "nej")]),
    ],
)
def test_who_voted_in_a_sentence(sentence: str, told: list[tuple[str, str]]) -> None:
    found = ballots.sentence(Passage(sentence))
    assert [(value_of(one["name"]), value_of(one["vote"])) for one in found] == told


@pytest.mark.parametrize(
    ("sentence", "yes", "no"),
    [
        ("Ja-röst skulle innebära bifall till taxan och nej-röst avslag.", "bifall till taxan", "avslag"),
        ("Ja innebär bifall till tillägget och att nej innebär avslag.", "bifall till tillägget", "avslag"),
        ("Den som stödjer taxan röstar ja, den som stödjer Eks yrkande röstar nej.", "taxan", "Eks yrkande"),
        ("Tre röster för förslaget och två röster för avslag.", "förslaget", "avslag"),
        (
            "Den som biföll yrkande 1) röstade ja och den som biföll yrkande 2) röstade nej.",
            "yrkande 1)",
            "yrkande 2)",
        ),
    ],
)
def test_what_yes_and_no_stood_for(sentence: str, yes: str, no: str) -> None:
    assert {name: part.text for name, part in meanings.both(Passage(sentence))} == {"yes": yes, "no": no}


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (
            "Votering begärs. Den som röstar för avslag på punkt 3 röstar nej. Omröstningen slutar 2–1.",
            (2, 1),
        ),
        ("Vid omröstning avgavs två röster för förslaget och en röst för avslag.", (2, 1)),
        ("Votering begärs. För bifall avgavs 2 röster och för avslag 1 röst.", (2, 1)),
        ("Omröstningen gav 2 röster för och 1 emot.", (2, 1)),
        ("Votering begärs. Ja: S, V (2 röster). Nej: M (1 röst).", (2, 1)),
    ],
)
def test_counts_told_otherwise(text: str, counts: tuple[int, int]) -> None:
    vote = _item(f"Omröstning\n{text}\n").votes[0]
    assert (vote.yes, vote.no) == counts


@pytest.mark.parametrize("mark", ["√", "●", "•", "*", "+", "1"])
def test_marks_of_a_list_in_any_sign(mark: str) -> None:
    item = _item(
        "Omröstning\nJa-röst för bifall, nej-röst för avslag.\n\n"
        "Namn              Ja-röster    Nej-röster    Abst\n"
        f"Bo Ek (S)         {mark}\n"
        f"Eva Ås (M)                     {mark}\n"
        f"Karin Öst (V)                                {mark}\n"
        "Summa             1            1             1\n"
    )
    assert [_roll(vote) for vote in item.votes] == [
        [("Bo Ek", "ja"), ("Eva Ås", "nej"), ("Karin Öst", "avstar")]
    ]


@pytest.mark.parametrize(
    "told",
    [
        "Ordförandens röst blev avgörande.",
        "Ordförandens röst avgjorde.",
        "Vid lika röstetal avgör ordföranden.",
    ],
)
def test_the_chair_decides_where_votes_are_equal(told: str) -> None:
    (vote,) = _item(
        f"Omröstning\nVotering begärs. Med 3 ja-röster och 3 nej-röster avslås taxan. {told}\n"
    ).votes
    assert vote.casting_vote


def test_one_election_by_ballot_papers_is_one_vote() -> None:
    item = _item(
        "Sluten omröstning\nSluten omröstning begärs. 15 valsedlar avges. "
        "Bo Ek får 9 röster och Eva Ås 4 röster. Två valsedlar är blanka.\n"
    )
    assert [(vote.yes, vote.no, "9 röster" in str(vote.result)) for vote in item.votes] == [
        (None, None, True)
    ]


def test_what_is_voted_with_yes_and_with_no_in_sentences_of_their_own() -> None:
    vote = _item(
        "Omröstning\nFöljande godkänns: Bifall till förslaget röstas ja. "
        "Bifall till Eks yrkande röstas nej.\n"
        "Med 2 ja mot 1 nej bifalls förslaget.\n"
    ).votes[0]
    assert (vote.yes_means, vote.no_means) == ("Bifall till förslaget", "Bifall till Eks yrkande")
