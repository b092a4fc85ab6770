"""Several documents in one file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from justera.rules import check
from justera.schema import Record

Build = Callable[[dict[str, Any]], Record]


def bundled(minutes: dict[str, Any], build: Build, **changes: Any) -> Record:
    """The minutes, and behind them the same again as the file's second document, changed."""
    names = ("kind", "authority", "body", "title", "date", "meeting", "attendance", "items", "signatures")
    part = {name: minutes[name] for name in names} | {"pages_from": 3, "pages_to": 4} | changes
    pages = minutes["quality"]["pages"]
    more = [page | {"number": page["number"] + 2} for page in pages]
    first = build(minutes)
    second = build({**minutes, **{name: part[name] for name in names}})
    evidence = {f"/parts/0{at}": places for at, places in second.evidence.items()}
    plain = first.model_dump(mode="json") | {
        "source": minutes["source"] | {"pages": 4},
        "quality": {"grade": "god", "pages": [*pages, *more]},
        "parts": [part],
    }
    plain["evidence"] = {**first.evidence, **evidence}
    return Record.model_validate(plain)


def test_two_right_documents(minutes: dict[str, Any], build: Build) -> None:
    assert check(bundled(minutes, build)) == ()


def test_a_finding_in_the_second_points_into_it(minutes: dict[str, Any], build: Build) -> None:
    found = check(bundled(minutes, build, body=None, date="2024-02-30"))
    assert [(f.rule, f.at) for f in found] == [("R01", "/parts/0/body"), ("R02", "/parts/0/date")]


def test_each_document_counts_its_own_pages(minutes: dict[str, Any], build: Build) -> None:
    record = bundled(minutes, build)
    pages = [
        page.model_copy(update={"printed": f"{n} (3)"}) for n, page in enumerate(record.quality.pages[2:], 2)
    ]
    quality = record.quality.model_copy(update={"pages": (*record.quality.pages[:2], *pages)})
    found = check(record.model_copy(update={"quality": quality}))
    assert {f.rule for f in found} == {"R08"}
    assert "of pages 1-3, these are missing: 1" in {f.message for f in found}
