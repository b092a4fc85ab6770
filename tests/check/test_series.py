from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from justera.check.series import with_series
from justera.check.verdict import Verdict
from justera.schema import Record

Make = Callable[..., Record]


def minutes(make: Make, name: str, date: str, first: int, last: int, **more: Any) -> Verdict:
    plain = make().model_dump(mode="json")
    items = [
        plain["items"][0] | {"number": n, "case_numbers": [f"SN {n}/2024"]} for n in range(first, last + 1)
    ]
    meeting = plain["meeting"] | {"date": date, "adjusted_on": None}
    return Verdict(name, Path(name), make(items=items, meeting=meeting, **more), ())


def found(*verdicts: Verdict) -> list[tuple[str, str, str]]:
    return [
        (verdict.name, finding.rule, finding.message)
        for verdict in with_series(verdicts)
        for finding in verdict.findings
    ]


def test_meetings_that_follow_each_other(make: Make) -> None:
    assert not found(
        minutes(make, "a", "2024-01-16", 1, 9),
        minutes(make, "b", "2024-02-13", 10, 20),
        minutes(make, "c", "2025-01-14", 1, 8),
    )


def test_the_order_of_the_files_does_not_matter(make: Make) -> None:
    assert not found(minutes(make, "b", "2024-02-13", 10, 20), minutes(make, "a", "2024-01-16", 1, 9))


def test_a_missing_meeting(make: Make) -> None:
    report = found(minutes(make, "a", "2024-01-16", 1, 9), minutes(make, "c", "2024-03-12", 21, 30))
    assert [(name, rule) for name, rule, _ in report] == [("c", "R12")]
    assert "starts with § 21; the meeting of 2024-01-16 before it ended with § 9" in report[0][2]


def test_numbers_used_twice(make: Make) -> None:
    report = found(minutes(make, "a", "2024-01-16", 1, 9), minutes(make, "b", "2024-02-13", 9, 12))
    assert "already ended with § 9" in report[0][2]


def test_a_series_that_starts_again(make: Make) -> None:
    report = found(
        minutes(make, "a", "2024-01-16", 5, 9),
        minutes(make, "b", "2024-02-13", 10, 12),
        minutes(make, "c", "2024-03-12", 1, 4),
    )
    assert [(name, "starts again" in message) for name, _, message in report] == [("c", True)]


def test_bodies_that_number_each_meeting_from_one(make: Make) -> None:
    assert not found(minutes(make, "a", "2024-01-16", 1, 9), minutes(make, "b", "2024-02-13", 1, 7))


def test_items_adjusted_at_once_in_a_file_of_their_own(make: Make) -> None:
    assert not found(
        minutes(make, "a", "2024-01-16", 1, 9),
        minutes(make, "a, at once", "2024-01-16", 4, 4),
        minutes(make, "b", "2024-02-13", 10, 12),
    )


def test_other_bodies_and_authorities_have_their_own_series(make: Make) -> None:
    assert not found(
        minutes(make, "a", "2024-01-16", 1, 9),
        minutes(make, "b", "2024-02-13", 40, 52, body="Kulturnämnden"),
        minutes(make, "c", "2024-02-13", 90, 99, authority={"name": "Kumla kommun", "kind": "kommun"}),
    )


def proposal(make: Make) -> Verdict:
    plain = make().model_dump(mode="json")["items"][:1]
    plain[0]["decisions"][0]["level"] = "forslag_till_hogre_organ"
    plain[0]["case_numbers"] = ["SN 2024/77"]
    return Verdict("sn", Path("sn"), make(items=plain), ())


def council(make: Make, date: str, first: int, case: str = "SN 2024/1") -> Verdict:
    one = minutes(make, date, date, first, first + 4, body="Kommunfullmäktige")
    assert one.record is not None
    items = tuple(item.model_copy(update={"case_numbers": (case,)}) for item in one.record.items)
    return Verdict(date, Path(date), one.record.model_copy(update={"items": items}), ())


def test_a_proposal_finds_its_decision(make: Make) -> None:
    later = (council(make, "2024-04-22", 30), council(make, "2024-09-23", 35, "SN  2024/77"))
    assert not found(proposal(make), *later)


def test_a_proposal_without_a_decision(make: Make) -> None:
    later = (council(make, "2024-04-22", 30), council(make, "2024-09-23", 35))
    report = found(proposal(make), *later)
    assert [(name, rule) for name, rule, _ in report] == [("sn", "R73")]
    assert "SN 2024/77" in report[0][2]


def test_nothing_is_said_where_council_meetings_are_missing(make: Make) -> None:
    assert not [r for r in found(proposal(make), council(make, "2024-04-22", 30)) if r[1] == "R73"]
    with_gap = (council(make, "2024-04-22", 30), council(make, "2024-09-23", 90))
    assert not [r for r in found(proposal(make), *with_gap) if r[1] == "R73"]
