from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from justera.rules.run import stated_values
from justera.schema import Record

PARTIES = ("S", "M", "V", "C", "SD", "KD", "L")
MEMBERS = ("Åsa Öberg", "Nils Ahlqvist", "Berit Sjögren", "Örjan Håkansson", "Inga Tägtström", "Jorge Pérez")


def with_evidence(plain: dict[str, Any]) -> Record:
    """The record with a place for each of its values, as the structure stage gives it."""
    record = Record.model_validate({**plain, "evidence": {}})
    evidence = {
        at: [{"page": 1, "box": (10, 10, 90, 20), "as_written": value, "confidence": 0.95}]
        for at, value in stated_values(record)
    }
    for at, places in plain.get("evidence", {}).items():
        evidence[at] = places
    return Record.model_validate({**plain, "evidence": evidence})


def page(number: int, **more: Any) -> dict[str, Any]:
    return {
        "number": number,
        "origin": "text_layer",
        "reason": "the layer is sound",
        "words": 300,
        "confidence": 0.95,
        **more,
    }


def decision(text: str, **more: Any) -> dict[str, Any]:
    return {
        "text": text,
        "status": "beslutat",
        "level": "eget_beslut",
        "body": "Kultur- och fritidsnämnden",
        "outcome": "bifall",
        **more,
    }


def item(number: int | None, title: str | None, text: str, **more: Any) -> dict[str, Any]:
    return {
        "number": number,
        "title": title,
        "sections": [
            {"kind": "beslut", "heading": "Beslut", "text": text},
            {
                "kind": "sammanfattning",
                "heading": "Sammanfattning",
                "text": "Förvaltningen har berett ärendet och föreslår att nämnden bifaller förslaget.",
            },
        ],
        "decisions": [decision(text)],
        **more,
    }


@pytest.fixture
def minutes() -> dict[str, Any]:
    """Minutes of a board, right in every respect, as plain values that a test may damage."""
    attendance = [
        {"name": name, "party": party, "role": "ledamot"}
        for name, party in zip(MEMBERS, PARTIES, strict=False)
    ]
    attendance[0]["role"] = "ordforande"
    attendance[1]["role"] = "vice_ordforande"
    attendance += [
        {
            "name": "Gudrun von Platen",
            "party": "SD",
            "role": "tjanstgorande_ersattare",
            "replaces": "Kjell Boström",
        },
        {"name": "Sven-Åke Dahl", "party": "S", "role": "ersattare"},
        {"name": "Märta Lindén", "role": "sekreterare", "title": "nämndsekreterare"},
        {"name": "Pål Ek", "role": "tjansteperson", "title": "kulturchef"},
    ]
    return {
        "source": {"name": "kfn.pdf", "sha256": "ab" * 32, "pages": 2, "media_type": "application/pdf"},
        "kind": "protokoll",
        "authority": {"name": "Örebro kommun", "kind": "kommun", "code": "1880"},
        "body": "Kultur- och fritidsnämnden",
        "title": "Protokoll",
        "date": "2024-05-16",
        "meeting": {
            "date": "2024-05-16",
            "start": "13:00",
            "end": "15:30",
            "place": "Rådhuset",
            "chair": "Åsa Öberg",
            "secretary": "Märta Lindén",
            "adjusters": ["Nils Ahlqvist"],
            "adjusted_on": "2024-05-23",
            "items_from": 40,
            "items_to": 42,
            "adjournments": [{"start": "14:10", "end": "14:20", "reason": "överläggning"}],
            "posting": {"posted_on": "2024-05-24", "removed_on": "2024-06-15", "appeal_by": "2024-06-14"},
        },
        "attendance": attendance,
        "items": [
            item(40, "Val av justerare", "Nils Ahlqvist utses att justera protokollet."),
            item(
                41,
                "Motion om öppet bibliotek",
                "Kultur- och fritidsnämnden beslutar att anslå 1 250 000 kronor till ett öppet bibliotek.",
                case_numbers=["KFN 2024/123"],
                motions=[
                    {
                        "kind": "bifall",
                        "by": [{"name": "Berit Sjögren", "party": "V"}],
                        "text": "bifall till förslaget",
                    },
                    {
                        "kind": "avslag",
                        "by": [{"name": "Örjan Håkansson", "party": "C"}],
                        "text": "avslag på förslaget",
                    },
                ],
                votes=[
                    {
                        "yes": 4,
                        "no": 3,
                        "yes_means": "bifall till förslaget",
                        "no_means": "avslag på förslaget",
                    }
                ],
                reservations=[
                    {
                        "by": [{"name": "Örjan Håkansson", "party": "C"}],
                        "text": "Pengarna räcker inte. 2024-05-16",
                    }
                ],
                basis_documents=[{"title": "Tjänsteskrivelse", "date": "2024-04-30"}],
            ),
            item(
                42,
                "Anmälan av delegationsbeslut",
                "Besluten läggs till handlingarna.",
                case_numbers=["KFN 2024/7"],
            ),
        ],
        "signatures": [
            {"name": "Märta Lindén", "title": "Sekreterare"},
            {"name": "Åsa Öberg", "title": "Ordförande"},
            {"name": "Nils Ahlqvist", "title": "Justerare"},
        ],
        "quality": {
            "grade": "god",
            "pages": [page(1, printed="1 (2)"), page(2, printed="2 (2)")],
        },
    }


@pytest.fixture
def build() -> Callable[[dict[str, Any]], Record]:
    """From plain values to a record with evidence."""
    return with_evidence
