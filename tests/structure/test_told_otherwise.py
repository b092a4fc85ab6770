"""Votes told in one sentence, marks that begin their columns, signatures above offices, lists of the roll."""

from __future__ import annotations

import pytest

from justera.schema.record import VoteChoice
from justera.structure.text.draft import value_of
from justera.structure.text.passage import Passage
from justera.structure.votes import ballots, columns_of_marks, meanings, tallies
from justera.structure.votes.columns_of_marks import _Mark

from .written import structured

HEAD = "Åsmåla kommun\nTekniska nämnden\nProtokoll 2021-03-04\n\nBeslutande\nMärta Lund (S)\nÅke Ek (M)\n"
ITEM = "\n§ 3  Ny bro över ån\n\nNämnden beslutar att bygga en ny bro.\n\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "Ja röstade hrr Lund och Ek, nej hr Öst.",
        "Vid omröstningen röstade Lund och Ek ja samt Öst nej.",
        "Två ja-röster (Lund, Ek), en nej-röst (Öst).",
        "Ja röstar: Märta Lund (S), Åke Ek (M) Nej röstar: Bo Öst (C)",
    ],
)
def test_roll_calls_in_a_sentence(sentence: str) -> None:
    told = [
        (str(value_of(one["name"])).split()[-1], one["vote"]) for one in ballots.sentence(Passage(sentence))
    ]
    assert told == [("Lund", "ja"), ("Ek", "ja"), ("Öst", "nej")]


@pytest.mark.parametrize(
    ("sentence", "yes", "no"),
    [
        ("Därvid avgavs 14 röster för bifall och 9 för avslag.", 14, 9),
        ("Med 12 röster för avslag och 7 röster för bifall beslutar nämnden så.", 7, 12),
        ("Fem ledamöter röstar för bifall och fyra för avslag.", 5, 4),
        ("Röstetalen är lika, 3–3, varför ordförandens utslagsröst avgör.", 3, 3),
        ("Med 7 röster mot 5, medan 1 ledamot avstår, beslutar nämnden så.", 7, 5),
    ],
)
def test_counts_without_yes_and_no(sentence: str, yes: int, no: int) -> None:
    told = tallies.of(Passage(sentence))
    assert (told["yes"].value, told["no"].value) == (yes, no)


def test_for_and_against_say_what_they_stand_for() -> None:
    told = dict(meanings.both(Passage("Därvid avgavs 14 röster för bifall och 9 för avslag.")))
    assert (told["yes"].text, told["no"].text) == ("bifall", "avslag")


HEADS = {VoteChoice.JA: 325.0, VoteChoice.NEJ: 386.0, VoteChoice.AVSTAR: 476.0}


@pytest.mark.parametrize(
    ("places", "left"),
    [
        ((306, 362, 431), True),  # each begins its column
        ((325, 386, 476), False),  # each stands in the middle
        ((335, 396, 486, 431), False),  # one is askew: that says nothing of the others
    ],
)
def test_marks_that_begin_their_columns(places: tuple[int, ...], *, left: bool) -> None:
    marks = [_Mark(place, 0, 10, 1) for place in places]
    assert columns_of_marks._stand_left(marks, HEADS) is left


def test_names_above_their_offices() -> None:
    foot = "\nKarin Holm\nVid protokollet\n\nMärta Lund\nOrdförande\n\nÅke Ek\nJusteras\n"
    made = structured(HEAD + ITEM + foot)
    assert made.meeting is not None
    assert (made.meeting.secretary, made.meeting.chair) == ("Karin Holm", "Märta Lund")
    assert [one.name for one in made.signatures] == ["Karin Holm", "Märta Lund", "Åke Ek"]


def test_who_keeps_the_minutes_behind_the_words() -> None:
    made = structured(HEAD + ITEM + "\nVid protokollet: Karin Holm\n")
    assert [one.name for one in made.signatures] == ["Karin Holm"]


def test_the_roll_is_called_by_municipality() -> None:
    roll = (
        "\n§ 1  Upprop\n\nNärvarande ledamöter\n\nÅsmåla kommun\nMärta Lund (S)\n"
        "Mia Öhrn (S) för Tore Bond (S)\nHede kommun\nÅke Ek (M)\n"
    )
    made = structured("Avfallsförbundet Norr\nFörbundsfullmäktige\nProtokoll 2021-03-04\n" + roll + ITEM)
    assert [(one.name, one.replaces) for one in made.attendance] == [
        ("Märta Lund", None),
        ("Mia Öhrn", "Tore Bond"),
        ("Åke Ek", None),
    ]


def test_a_running_head_names_body_and_kind_together() -> None:
    made = structured("Göta-Lidens stad\nStadsdelsnämnden Väster Protokoll 3/2004\n2004-03-16\n" + ITEM)
    assert made.body == "Stadsdelsnämnden Väster"
