from __future__ import annotations

from collections.abc import Callable

from justera.check import record_scores
from justera.check.record_fields import FIELDS
from justera.schema import Record

Make = Callable[..., Record]


def test_a_record_against_itself_is_perfect(record: Record) -> None:
    scores = record_scores.score(record, record)
    assert set(record_scores.figures(scores).values()) == {1.0}
    assert record_scores.differences(record, record) == []


def test_fields_that_nobody_speaks_of_have_no_figure(record: Record) -> None:
    assert "votes_f1" not in record_scores.figures(record_scores.score(record, record))


def test_a_lost_item_by_hand(record: Record) -> None:
    half = record.model_copy(update={"items": record.items[:1]})
    scores = record_scores.score(half, record)
    assert (scores["items"].found, scores["items"].predicted, scores["items"].true) == (1, 1, 2)
    assert scores["items"].precision == 1
    assert scores["items"].f1 == 2 / 3
    assert scores["decisions"].recall == 0.5


def test_a_decision_under_the_wrong_number_is_wrong(record: Record) -> None:
    moved = tuple(item.model_copy(update={"number": item.number + 1}) for item in record.items if item.number)
    scores = record_scores.score(record.model_copy(update={"items": moved}), record)
    assert scores["decisions"].found == 1


def test_titles_may_differ_in_one_letter_of_thirty(record: Record) -> None:
    title = "Yttrande över remiss om ny kulturplan 2025"

    def titled(text: str) -> Record:
        items = (record.items[0].model_copy(update={"title": text}), record.items[1])
        return record.model_copy(update={"items": items})

    near, far = title.replace("ö", "o", 1), title.replace("kulturplan", "skolplan")
    assert record_scores.score(titled(near), titled(title))["item_titles"].found == 2
    assert record_scores.score(titled(far), titled(title))["item_titles"].found == 1


def test_differences_stand_side_by_side(record: Record, make: Make) -> None:
    other = make(body="Kulturnämnden")
    found = record_scores.differences(other, record)
    assert [(d.field, d.predicted and d.predicted.text, d.true and d.true.text) for d in found] == [
        ("body", "Kulturnämnden", "Socialnämnden")
    ]


def test_totals_add_counts(record: Record) -> None:
    one = record_scores.score(record, record)
    both = record_scores.total([one, one])
    assert both["items"].true == 2 * one["items"].true
    assert set(both) == set(FIELDS)
