"""Every message of every rule, each in minutes that are damaged just there."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from justera.rules import catalogue, check
from justera.rules.registry import RULES
from justera.schema import Change, Record

Build = Callable[[dict[str, Any]], Record]

ADDED = "+"
"""A path that ends so is a list to add to."""

PERSON = {"name": "Nils Ahlqvist", "party": "M"}
DEPUTY = {"name": "Sven-Åke Dahl", "party": "S"}
DECIDED = {
    "text": "Nämnden beslutar att avslå förslaget.",
    "status": "beslutat",
    "level": "eget_beslut",
    "body": None,
    "outcome": "avslag",
}
TEXT = "items/1/sections/1/text"
VOTE = "items/1/votes/0"
BALLOTS = [{"name": "Åsa Öberg", "party": "S", "vote": "ja"}, {"name": "Berit Sjögren", "vote": "nej"}]
DELEGATED = {
    "kind": "delegationsbeslut",
    "attendance": [],
    "meeting": None,
    "items": [{"number": None, "title": "Tillstånd", "decisions": [DECIDED]}],
}


def points(*labels: str) -> list[dict[str, Any]]:
    return [{"label": label, "text": "att anslå medel."} for label in labels]


def headed(kind: str) -> dict[str, Any]:
    return {"kind": kind, "heading": "Rubrik", "text": "Ett par ord som blev över."}


MOVED = {"kind": "yrkanden", "heading": "Yrkanden", "text": "Socialnämnden beslutade enhälligt att avslå."}
VOTED = {"kind": "annat", "heading": None, "text": "Omröstning begärs och verkställs."}

DAMAGES: list[tuple[str, str, str, dict[str, Any], str]] = [
    # code, case, pointer of the finding, what is changed, other rules that rightly speak too
    ("R01", "no_body", "/body", {"body": None}, ""),
    ("R01", "unknown_body", "/body", {"body": "Sammanträdesprotokoll"}, ""),
    ("R01", "no_authority", "/authority", {"authority": None}, ""),
    ("R01", "unlisted", "/authority", {"authority/name": "Ör3bro kommun", "authority/code": None}, ""),
    ("R01", "code", "/authority/code", {"authority/code": "1881"}, ""),
    ("R01", "unknown_code", "/authority/code", {"authority/code": "9999"}, ""),
    ("R02", "missing", "/meeting/date", {"meeting/date": None}, ""),
    (
        "R02",
        "impossible",
        "/items/1/basis_documents/0/date",
        {"items/1/basis_documents/0/date": "2024-02-30"},
        "",
    ),
    ("R03", "no_items", "/items", {"items": []}, ""),
    (
        "R03",
        "no_signature",
        "/signatures",
        {"signatures": [], "meeting/adjusters": [], "meeting/adjusted_on": None},
        "R05",
    ),
    ("R03", "no_decision", "/items", {"kind": "protokollsutdrag", "items": []}, ""),
    ("R03", "no_decision", "/items", DELEGATED | {"items": []}, ""),
    ("R03", "no_decider", "/signatures", DELEGATED | {"signatures": []}, ""),
    ("R03", "no_day", "/date", DELEGATED | {"date": None}, ""),
    ("R03", "taken", "/items/0/decisions/0/status", {"kind": "kallelse"}, ""),
    (
        "R03",
        "none_decided",
        "/items",
        {f"items/{n}/{part}": [] for n in range(3) for part in ("decisions", "votes", "reservations")}
        | {
            f"items/{n}/sections/0": {"kind": "annat", "heading": "Information", "text": "-"}
            for n in range(3)
        },
        "",
    ),
    (
        "R40",
        "unread",
        "/items/2/decisions",
        {
            "items/2/decisions": [],
            "items/2/sections/0": {
                "kind": "annat",
                "heading": "Kultur- och fritidsnämnden beslutar",
                "text": "1. att lägga besluten till handlingarna.",
            },
        },
        "",
    ),
    (
        "R40",
        "unread",
        "/items/2/decisions",
        {
            "items/2/decisions": [],
            "items/2/sections/0": {"kind": "annat", "heading": None, "text": "Nämnden beslutar att avslå."},
        },
        "",
    ),
    (
        "R04",
        "chair",
        "/meeting/chair",
        {"meeting/chair": None, "attendance/0/role": "ledamot", "signatures/1/title": None},
        "",
    ),
    (
        "R04",
        "secretary",
        "/meeting/secretary",
        {"meeting/secretary": None, "attendance/8/role": "tjansteperson", "signatures/0/title": None},
        "",
    ),
    ("R05", "missing", "/meeting/adjusters", {"meeting/adjusters": [], "signatures/2/title": None}, ""),
    ("R06", "place", "/meeting/place", {"meeting/place": None}, ""),
    ("R06", "time", "/meeting/start", {"meeting/start": None}, ""),
    ("R07", "number", "/items/1/number", {"items/1/number": None}, "R10"),
    ("R07", "title", "/items/1/title", {"items/1/title": None}, ""),
    ("R07", "untitled", "/items", {"items/0/title": None, "items/1/title": None}, ""),
    ("R07", "empty", "/items/2", {"items/2/decisions": [], "items/2/sections": []}, ""),
    (
        "R08",
        "count",
        "/source/pages",
        {"quality/pages/0/printed": "1 (3)", "quality/pages/1/printed": "3 (3)"},
        "",
    ),
    (
        "R08",
        "missing",
        "/quality/pages",
        {"quality/pages/0/printed": "Sida 1 av 3", "quality/pages/1/printed": "Sida 3 av 3"},
        "",
    ),
    ("R08", "double", "/quality/pages/1", {"quality/pages/1/printed": "1 (2)"}, ""),
    ("R09", "fault", "/quality/pages/1", {"quality/pages/1/fault": "the image is cut off"}, ""),
    ("R09", "ink", "/quality/pages/1", {"quality/pages/1/words": 0, "quality/pages/1/ink": 0.04}, ""),
    ("R10", "gap", "/items/2/number", {"items/2/number": 44, "meeting/items_to": 44}, ""),
    ("R10", "order", "/items/2/number", {"items/2/number": 39, "meeting/items_to": 39}, "R11"),
    (
        "R10",
        "suffix",
        "/items/2/suffix",
        {"items/2/number": 41, "items/2/suffix": "a", "items/1/suffix": "b", "meeting/items_to": 41},
        "",
    ),
    ("R11", "first", "/meeting/items_from", {"meeting/items_from": 39}, ""),
    ("R11", "last", "/meeting/items_to", {"meeting/items_to": 43}, ""),
    ("R11", "backwards", "/meeting/items_to", {"meeting/items_to": 4}, ""),
    ("R13", "double", "/items/2/number", {"items/2/number": 41, "meeting/items_to": 41}, ""),
    (
        "R14",
        "missing",
        "/contents/3",
        {
            "contents": [{"number": n, "title": "Val av justerare"} for n in (40,)] * 3
            + [{"number": 39, "title": "Upprop"}]
        },
        "",
    ),
    (
        "R14",
        "unlisted",
        "/items/1",
        {
            "contents": [
                {"number": 40, "title": "Val av justerare ....... 3"},
                {"number": 42, "title": "Anmälan av delegationsbeslut"},
            ]
        },
        "",
    ),
    (
        "R14",
        "title",
        "/items/0/title",
        {
            "contents": [
                {"number": 40, "title": "Fastställande av dagordning"},
                {"number": 41, "title": "Motion om öppet bibliotek"},
                {"number": 42, "title": "Anmälan av delegationsbeslut"},
            ]
        },
        "",
    ),
    ("R15", "order", "/items/1/number", {"kind": "kallelse", "items/1/number": 39}, "R03"),
    ("R20", "early", "/meeting/adjusted_on", {"meeting/adjusted_on": "2024-05-15"}, "R22 R29"),
    ("R21", "late", "/meeting/adjusted_on", {"meeting/adjusted_on": "2024-05-31"}, "R22"),
    ("R22", "early", "/meeting/posting/posted_on", {"meeting/posting/posted_on": "2024-05-22"}, "R23"),
    ("R22", "late", "/meeting/posting/posted_on", {"meeting/posting/posted_on": "2024-05-27"}, "R23"),
    ("R23", "removed", "/meeting/posting/removed_on", {"meeting/posting/removed_on": "2024-06-07"}, ""),
    ("R23", "appeal", "/meeting/posting/appeal_by", {"meeting/posting/appeal_by": "2024-06-13"}, ""),
    (
        "R24",
        "later",
        "/items/1/basis_documents/0/date",
        {"items/1/basis_documents/0/date": "2024-05-17"},
        "",
    ),
    (
        "R25",
        "weekday",
        "/meeting/date",
        {
            "evidence": {
                "/meeting/date": [
                    {"page": 1, "box": None, "as_written": "Fredagen den 16 maj 2024", "confidence": 1}
                ]
            }
        },
        "",
    ),
    ("R26", "impossible", "/meeting/end", {"meeting/end": "25:10"}, ""),
    ("R26", "end", "/meeting/end", {"meeting/end": "12:10"}, ""),
    ("R26", "pause", "/meeting/adjournments/0", {"meeting/adjournments/0/end": "16:00"}, ""),
    ("R27", "old", "/date", {"date": "1824-05-16"}, ""),
    ("R27", "far", "/meeting/adjusted_on", {"meeting/adjusted_on": "2042-05-23"}, "R21 R22"),
    (
        "R27",
        "name",
        "/authority/name",
        {
            "authority": {"name": "Region Skåne", "kind": "region", "code": "12"},
            "meeting/date": "1994-05-16",
        },
        "R21 R24 R27 R35 R71",
    ),
    ("R28", "late", "/date", {"kind": "kallelse", "date": "2024-05-20"}, "R03"),
    (
        "R28",
        "week",
        "/date",
        {"kind": "kallelse", "date": "2024-05-12", "body": "Kommunfullmäktige"},
        "R03",
    ),
    (
        "R29",
        "late",
        "/items/1/reservations/0/text",
        {"items/1/reservations/0/text": "Pengarna räcker inte. Örebro den 30 maj 2024"},
        "",
    ),
    (
        "R30",
        "both",
        "/attendance/2",
        {f"attendance/{ADDED}": {"name": "Berit Sjögren", "party": "V", "role": "ersattare"}},
        "",
    ),
    (
        "R31",
        "few",
        "/attendance",
        {
            "attendance": [
                {"name": "Åsa Öberg", "role": "ordforande"},
                {"name": "Nils Ahlqvist", "role": "ledamot"},
            ]
        },
        "R51",
    ),
    (
        "R32",
        "party",
        "/attendance/6/replaces",
        {
            "attendance/6/party": "C",
            f"attendance/{ADDED}": {"name": "Kjell Boström", "party": "SD", "role": "ovrig"},
        },
        "",
    ),
    (
        "R32",
        "twice",
        "/attendance/10/replaces",
        {
            f"attendance/{ADDED}": {
                "name": "Ulla Grip",
                "party": "SD",
                "role": "tjanstgorande_ersattare",
                "replaces": "Kjell Boström",
            }
        },
        "",
    ),
    ("R32", "present", "/attendance/6/replaces", {"attendance/6/replaces": "Jorge Pérez"}, "R32"),
    ("R32", "self", "/attendance/6/replaces", {"attendance/6/replaces": "Gudrun von Platen"}, ""),
    (
        "R33",
        "absent",
        "/meeting/adjusters/0",
        {"meeting/adjusters": ["Ragnhild Stål"], "signatures/2/name": "Ragnhild Stål"},
        "",
    ),
    (
        "R33",
        "chair",
        "/meeting/adjusters/0",
        {"meeting/adjusters": ["Åsa Öberg"], "signatures/2/name": "Åsa Öberg"},
        "",
    ),
    ("R34", "absent", "/items/1/motions/0/by/0", {"items/1/motions/0/by/0/name": "Viktor Frid"}, ""),
    (
        "R34",
        "absent",
        "/items/1/votes/0/roll/0",
        {f"{VOTE}/roll": [{"name": "Viktor Frid", "vote": "ja"}], f"{VOTE}/yes": 1},
        "",
    ),
    (
        "R34",
        "deputy",
        "/items/1/votes/0/roll/0",
        {f"{VOTE}/roll": [{"name": "Sven-Åke Dahl", "vote": "ja"}], f"{VOTE}/yes": 1},
        "",
    ),
    (
        "R34",
        "recused",
        "/items/1/votes/0/roll/0",
        {
            f"{VOTE}/roll": [{"name": "Nils Ahlqvist", "vote": "ja"}],
            f"{VOTE}/yes": 1,
            "items/1/recusals": [PERSON],
        },
        "",
    ),
    ("R35", "misread", "/attendance/4/party", {"attendance/4/party": "5D"}, ""),
    ("R35", "time", "/attendance/1/party", {"attendance/1/party": "FP"}, ""),
    ("R35", "unknown", "/attendance/1/party", {"attendance/1/party": "QX"}, ""),
    ("R36", "chair", "/signatures/1", {"signatures/1/name": "Inga Tägtström"}, ""),
    ("R36", "secretary", "/signatures/0", {"signatures/0/name": "Pål Ek"}, ""),
    ("R36", "unlisted", "/meeting/chair", {"meeting/chair": "Asa O", "signatures/1/title": None}, ""),
    ("R38", "garbled", "/signatures/1/name", {"signatures/1/name": "TAR PARES"}, "R36"),
    ("R38", "garbled", "/attendance/9/name", {"attendance/9/name": "Pål 3k"}, ""),
    ("R36", "adjuster", "/signatures/2", {"signatures/2/name": "Berit Sjögren"}, ""),
    ("R37", "official", "/attendance/9/party", {"attendance/9/party": "S"}, ""),
    (
        "R38",
        "misread",
        "/items/1/motions/1/by/0/name",
        {"items/1/motions/1/by/0/name": "Örjan Hakansson"},
        "R34",
    ),
    ("R40", "none", "/items/2/decisions", {"items/2/decisions": []}, ""),
    ("R40", "points", "/items/1/decisions/0/points", {"items/1/decisions/0/points": points("1.", "3.")}, ""),
    ("R41", "body", "/items/1/decisions/0/body", {"items/1/decisions/0/body": "Socialnämnden"}, ""),
    (
        "R41",
        "upward",
        "/items/1/decisions/0/level",
        {"items/1/decisions/0/text": "Kultur- och fritidsnämnden föreslår kommunfullmäktige besluta att ..."},
        "",
    ),
    (
        "R41",
        "top",
        "/items/1/decisions/0/level",
        {
            "body": "Kommunfullmäktige",
            "items/0/decisions/0/body": "Fullmäktige",
            "items/1/decisions/0/body": "Fullmäktige",
            "items/2/decisions/0/body": "Fullmäktige",
            "items/1/decisions/0/level": "forslag_till_hogre_organ",
        },
        "R31",
    ),
    (
        "R42",
        "referred",
        "/items/1/votes/0",
        {f"{VOTE}/yes_means": "ärendet återremitteras", f"{VOTE}/no_means": "ärendet avgörs idag"},
        "",
    ),
    (
        "R42",
        "decided",
        "/items/1/votes/0",
        {
            f"{VOTE}/yes_means": "ärendet avgörs idag",
            f"{VOTE}/no_means": "ärendet återremitteras",
            "items/1/decisions/0/outcome": "aterremiss",
        },
        "",
    ),
    (
        "R43",
        "both",
        "/items/1/decisions",
        {
            "items/1/decisions/0/text": "Nämnden beslutar att bifalla förslaget.",
            f"items/1/decisions/{ADDED}": DECIDED | {"outcome": "bordlaggning", "text": "Ärendet bordläggs."},
        },
        "",
    ),
    (
        "R44",
        "groups",
        "/items/1/decisions/0/text",
        {"items/1/decisions/0/text": "Nämnden anslår 1 2500 000 kronor."},
        "",
    ),
    (
        "R44",
        "letters",
        "/items/1/decisions/0/text",
        {"items/1/decisions/0/text": "Nämnden anslår 1O0 000 kronor."},
        "",
    ),
    (
        "R44",
        "sum",
        "/items/1/sections/1/text",
        {TEXT: "Böcker 100 000 kr\nHyllor 50 000 kr\nSumma 160 000 kr"},
        "",
    ),
    (
        "R45",
        "missing",
        "/items/1/decisions",
        {"items/1/decisions/0/text": "Nämnden antar taxan enligt bilaga 1."},
        "",
    ),
    ("R50", "count", "/items/1/votes/0/yes", {f"{VOTE}/roll": BALLOTS, f"{VOTE}/no": 1}, ""),
    (
        "R50",
        "twice",
        "/items/1/votes/0/roll",
        {f"{VOTE}/roll": [BALLOTS[0], BALLOTS[0]], f"{VOTE}/yes": 2, f"{VOTE}/no": 1},
        "",
    ),
    ("R51", "many", "/items/1/votes/0", {f"{VOTE}/yes": 5}, ""),
    ("R52", "tie", "/items/1/votes/0", {f"{VOTE}/yes": 3}, ""),
    ("R52", "casting", "/items/1/votes/0/casting_vote", {f"{VOTE}/casting_vote": True}, ""),
    ("R52", "loser", "/items/1/votes/0/result", {f"{VOTE}/result": "Nej."}, ""),
    ("R53", "unmatched", "/items/1/sections/1/text", {TEXT: "Det blev 5 ja-röster mot 2 nej-röster."}, ""),
    ("R54", "same", "/items/1/votes/0", {f"{VOTE}/no_means": "bifall till förslaget"}, ""),
    ("R54", "half", "/items/1/votes/0", {f"{VOTE}/no_means": None}, ""),
    (
        "R54",
        "contradicts",
        "/items/1/votes/0",
        {
            f"{VOTE}/yes_means": "bifall till motionen",
            f"{VOTE}/no_means": "avslag på motionen",
            "items/1/decisions/0/outcome": "avslag",
        },
        "",
    ),
    ("R55", "open", "/items/1/votes/1", {f"items/1/votes/{ADDED}": {}}, ""),
    ("R56", "empty", "/items/1/votes/0", {"items/1/votes": [{}]}, ""),
    ("R57", "sum", "/items/1/sections/1/text", {TEXT: "Ja-röster: S (2), V (1)"}, ""),
    (
        "R60",
        "aside",
        "/items/1/reservations/0/by/0",
        {"items/1/non_participants": [{"name": "Örjan Håkansson", "party": "C"}], f"{VOTE}/no": 2},
        "",
    ),
    (
        "R60",
        "recused",
        "/items/1/reservations/0/by/0",
        {"items/1/recusals": [{"name": "Örjan Håkansson", "party": "C"}], f"{VOTE}/no": 2},
        "",
    ),
    ("R60", "deputy", "/items/1/reservations/0/by/0", {"items/1/reservations/0/by": [DEPUTY]}, ""),
    (
        "R60",
        "own",
        "/items/1/reservations/0/by/0",
        {"items/1/motions/1/text": "att anslå 1 250 000 kronor till ett öppet bibliotek"},
        "",
    ),
    ("R61", "text", "/items/1/reservations/0/text", {"items/1/reservations/0/text": " "}, ""),
    ("R61", "owner", "/items/1/reservations/0/by", {"items/1/reservations/0/by": []}, ""),
    (
        "R62",
        "missing",
        "/items/1/reservations/0/text",
        {
            "items/1/reservations/0/text": "Se bilaga 2.",
            f"items/2/sections/{ADDED}": {"kind": "annat", "heading": "Bilaga 1", "text": "Delegationslista"},
        },
        "",
    ),
    ("R70", "unknown", "/items/1/case_numbers/0", {"items/1/case_numbers": ["KFN2O24-I23"]}, ""),
    (
        "R70",
        "odd",
        "/items/1/case_numbers/0",
        {
            "items/1/case_numbers": ["24RS1234"],
            "items/2/case_numbers": [f"KFN 2024/{n}" for n in range(1, 6)],
        },
        "R74",
    ),
    ("R71", "later", "/items/1/case_numbers/0", {"items/1/case_numbers": ["KFN 2025/123"]}, ""),
    (
        "R72",
        "future",
        "/items/1/basis_documents/0",
        {"items/1/basis_documents/0": {"title": "Kultur- och fritidsnämnden § 54", "date": "2024-04-18"}},
        "",
    ),
    (
        "R72",
        "missing",
        "/items/1/basis_documents/0",
        {"items/1/basis_documents/0": {"title": "Kultur- och fritidsnämnden § 54", "date": "2024-05-16"}},
        "",
    ),
    ("R74", "several", "/items/1/case_numbers", {f"items/1/case_numbers/{ADDED}": "KFN 2024/9"}, ""),
    ("R80", "hash", "/source/sha256", {"source/sha256": "0"}, ""),
    ("R80", "pages", "/source/pages", {"source/pages": 0, "quality/pages": []}, "R81 R90"),
    (
        "R81",
        "page",
        "/title",
        {"evidence": {"/title": [{"page": 3, "box": None, "as_written": "Protokoll", "confidence": 1}]}},
        "",
    ),
    (
        "R81",
        "box",
        "/title",
        {
            "evidence": {
                "/title": [{"page": 1, "box": (90, 10, 10, 20), "as_written": "Protokoll", "confidence": 1}]
            }
        },
        "",
    ),
    (
        "R81",
        "pointer",
        "/evidence",
        {
            "evidence": {
                "/items/9/title": [{"page": 1, "box": None, "as_written": "Protokoll", "confidence": 1}]
            }
        },
        "",
    ),
    ("R83", "form", "/items/1/title", {"items/1/title": "Motion om o\u0308ppet bibliotek"}, ""),
    ("R83", "control", "/items/1/title", {"items/1/title": "Motion om öppet\x00 bibliotek"}, ""),
    ("R84", "number", "/items/1/sections/1/text", {TEXT: "Sökande är 19811228-9874."}, ""),
    ("R84", "secrecy", "/items/1/sections/1/text", {TEXT: "Ärendet omfattas av sekretess."}, ""),
    ("R87", "page", "/quality/pages/1/confidence", {"quality/pages/1/confidence": 0.6}, ""),
    ("R88", "unread", "/quality/pages/1", {"quality/pages/1/unread": [[60, 400, 160, 412]]}, ""),
    (
        "R87",
        "value",
        "/meeting/date",
        {
            "evidence": {
                "/meeting/date": [{"page": 1, "box": None, "as_written": "2024-05-16", "confidence": 0.4}]
            }
        },
        "",
    ),
    (
        "R87",
        "symbols",
        "/items",
        {TEXT: 'N#mnden har best%mt att f"rslaget ska g#lla och att det ska p!b$rjas. ' * 20},
        "",
    ),
    (
        "R87",
        "language",
        "/items",
        {TEXT: "The board has approved this proposal without further debate. " * 20},
        "",
    ),
    ("R31", "nobody", "/attendance", {"attendance": []}, "R34 R36"),
    ("R40", "unread", "/items/2/decisions", {"items/2/decisions": [], "items/2/sections": [MOVED]}, "R93"),
    ("R93", "unread_votes", "/items/2/votes", {f"items/2/sections/{ADDED}": VOTED}, ""),
    ("R93", "unread_motions", "/items/2/motions", {f"items/2/sections/{ADDED}": headed("yrkanden")}, ""),
    (
        "R93",
        "unread_reservations",
        "/items/2/reservations",
        {f"items/2/sections/{ADDED}": headed("reservation")},
        "",
    ),
    (
        "R93",
        "unread_statements",
        "/items/2/statements",
        {f"items/2/sections/{ADDED}": headed("sarskilt_yttrande")},
        "",
    ),
    ("R93", "unread_recusals", "/items/2/recusals", {f"items/2/sections/{ADDED}": headed("jav")}, ""),
    (
        "R93",
        "unread_non_participants",
        "/items/2/non_participants",
        {f"items/2/sections/{ADDED}": headed("deltar_inte")},
        "",
    ),
    ("R90", "pages", "/quality/pages", {"source/pages": 3}, ""),
    ("R90", "order", "/quality/pages", {"quality/pages/1/number": 3}, ""),
    ("R92", "missing", "/meeting/chair", {"evidence": {"/meeting/chair": []}}, ""),
    (
        "R92",
        "invented",
        "/items/1/case_numbers/0",
        {
            "evidence": {
                "/items/1/case_numbers/0": [
                    {"page": 1, "box": None, "as_written": "KFN 2024/128", "confidence": 1}
                ]
            }
        },
        "",
    ),
]


def damage(plain: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    damaged = copy.deepcopy(plain)
    for path, value in changes.items():
        here: Any = damaged
        *way, last = path.split("/")
        for part in way:
            here = here[int(part)] if isinstance(here, list) else here.setdefault(part, [])
        if last == ADDED:
            here.append(value)
        else:
            here[int(last) if isinstance(here, list) else last] = value
    return damaged


@pytest.mark.parametrize(("code", "case", "at", "changes", "others"), DAMAGES)
def test_a_rule_fires_where_the_damage_is(
    code: str,
    case: str,
    at: str,
    changes: dict[str, Any],
    others: str,
    minutes: dict[str, Any],
    build: Build,
) -> None:
    record = build(damage(minutes, changes))
    assert (at, case) in [(hit.at, hit.case) for hit in RULES[code](record)]
    assert {found.rule for found in check(record)} <= {code, *others.split()}


def test_every_message_of_every_rule_is_shown_to_fire() -> None:
    shown = {(code, case) for code, case, *_ in DAMAGES} | {
        ("R91", "digit"),
        ("R91", "word"),
        ("R92", "none"),
    }
    elsewhere = {
        ("R80", "unreadable"),
        ("R81", "changed"),
        ("R81", "gone"),
        ("R83", "encoding"),
        ("R90", "documents"),
        ("R90", "failed"),
        ("R90", "rows"),
    }
    wanted = {
        (code, case) for code, text in catalogue().items() if text.scope == "record" for case in text.cases
    }
    assert wanted - shown == elsewhere


def test_a_record_without_any_evidence_is_one_finding(minutes: dict[str, Any]) -> None:
    found = [f for f in check(Record.model_validate(minutes)) if f.rule == "R92"]
    assert [f.at for f in found] == ["/evidence"]


def test_a_repaired_digit_is_listed(minutes: dict[str, Any], build: Build) -> None:
    def change(before: str, after: str) -> Change:
        return Change(
            page=2, offset=0, box=None, before=before, after=after, rule="x", evidence="y", confidence=0.99
        )

    found = check(
        build(minutes), [change("2O24", "2024"), change("13n", "län"), change("namnden", "nämnden")]
    )
    assert {f.message: (f.rule, f.severity, f.at) for f in found} == {
        "page 2: '2O24' was repaired to '2024'": ("R91", "warning", "/quality/pages/1"),
        "page 2: '13n' was repaired to the word 'län'": ("R91", "info", "/quality/pages/1"),
    }
