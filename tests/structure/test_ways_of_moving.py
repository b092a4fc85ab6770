"""Who moves what, in the ways in which boards say and set it: the kind of a motion and its movers."""

from __future__ import annotations

import pytest

from .written import structured

HEAD = (
    "Åsmåla kommun\nKommunstyrelsen\nProtokoll 2021-03-04\n\n"
    "Beslutande          Bo Ek (S), ordförande\n"
    "                    Eva Ås (M)\n"
    "                    Karin Öst (V)\n"
    "                    Nils Alm (C)\n\n"
    "§ 3  Ny bro över ån\n\n"
)
TAIL = (
    "\n\n§ 4  Delgivningar\n\nSammanfattning\n"
    "Kontoret redovisar de skrivelser som har kommit in och hur de har besvarats sedan det förra mötet.\n"
)

EVA, KARIN, NILS = "Eva Ås", "Karin Öst", "Nils Alm"


def moved(text: str) -> list[tuple[str, list[str | None]]]:
    item = structured(HEAD + text + TAIL).items[0]
    return [(one.kind.value, [who.name or who.party for who in one.by]) for one in item.motions]


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("framställer ett bifallsyrkande.", "bifall"),
        ("framför ett avslagsyrkande.", "avslag"),
        ("yrkar ja till förslaget.", "bifall"),
        ("yrkar nej till förslaget.", "avslag"),
        ("yrkar\natt motionen avslås.", "avslag"),
        ("tilläggsyrkar att bron ska målas.", "tillagg"),
        ("yrkar dessutom att bron ska målas.", "tillagg"),
        ("yrkar därutöver att kontoret får i uppdrag att måla bron.", "tillagg"),
        ("yrkar dessutom avslag på motionen.", "avslag"),
        ("yrkar att en ny punkt läggs till: att bron ska målas.", "tillagg"),
        ("yrkar att bron läggs till handlingarna.", "eget"),
        ("yrkar att förslaget kompletteras med att bron målas.", "tillagg"),
        ("ändringsyrkar att bron ska målas röd.", "andring"),
        ("yrkar att punkt 2 ska ha följande lydelse: Bron målas röd.", "andring"),
        ("yrkar att punkt 2 stryks.", "andring"),
        ("yrkar att anslaget sänks till 2 mnkr.", "andring"),
        ("yrkar att avgiften ska vara oförändrad.", "andring"),
        ("yrkar att bron istället målas röd.", "andring"),
        ("yrkar bifall till Nils Alms (C) ändringsyrkande.", "bifall"),
        ("yrkar att bron ska målas röd.", "eget"),
        ("yrkar att dispens ges i enlighet med ansökan.", "bifall"),
        ("yrkar att dispens inte ges.", "avslag"),
        ("föreslår att bygglov beviljas för bron.", "bifall"),
        ("föreslår att nämnden inte beviljar bygglov.", "avslag"),
        ("yrkar att positivt förhandsbesked meddelas.", "bifall"),
        ("yrkar att negativt förhandsbesked meddelas.", "avslag"),
        ("yrkar att ansökan avvisas.", "avslag"),
        ("yrkar att förslaget förkastas.", "avslag"),
        ("motsätter sig förslaget.", "avslag"),
        ("förordar bifall.", "bifall"),
        ("vill ha ärendet på återremiss.", "aterremiss"),
        ("yrkar att ärendet skjuts upp till hösten.", "bordlaggning"),
        ("föreslår att höjningen begränsas till 2 procent.", "andring"),
        ("yrkar att bidrag inte ges till andra broar än denna.", "eget"),
    ],
)
def test_the_kind_by_what_is_moved(said: str, kind: str) -> None:
    assert moved(f"Yrkanden\nKarin Öst (V) {said}") == [(kind, [KARIN])]


@pytest.mark.parametrize(
    ("heading", "text", "kind"),
    [
        ("Tilläggsyrkande", "Karin Öst (V) yrkar att bron ska målas.", "tillagg"),
        ("Ändringsyrkanden", "Karin Öst (V) yrkar att bron ska målas röd.", "andring"),
        ("Tilläggsyrkande", "Karin Öst (V) yrkar avslag på förslaget.", "avslag"),
        ("Återremissyrkande", "Karin Öst (V) yrkar att kontoret först ska utreda kostnaden.", "aterremiss"),
        ("Avslagsyrkande", "Karin Öst (V).", "avslag"),
        ("Yrkande från Karin Öst (V)", "Avslag på förslaget.", "avslag"),
    ],
)
def test_the_heading_tells_what_the_text_does_not(heading: str, text: str, kind: str) -> None:
    assert moved(f"{heading}\n{text}") == [(kind, [KARIN])]


@pytest.mark.parametrize("heading", ["Vänsterpartiets yrkande", "Yrkande (V)"])
def test_a_party_that_a_heading_names_moves(heading: str) -> None:
    assert moved(f"{heading}\nAvslag på förslaget.") == [("avslag", ["V"])]


@pytest.mark.parametrize(
    "text",
    [
        "Eva Ås (M)            Bifall\nKarin Öst (V)         Avslag",
        "Namn                  Yrkande\nEva Ås (M)            Bifall\nKarin Öst (V)         Avslag",
        "Bifall: Eva Ås (M)\nAvslag: Karin Öst (V)",
        "Eva Ås, bifall till förslaget.\nKarin Öst, avslag.",
        "Eva Ås (M), bifall till förslaget.\nKarin Öst (V) – avslag.",
        "Yrkande om bifall framställs av Eva Ås (M). Yrkande om avslag från Karin Öst (V).",
        "I debatten yttrar sig Nils Alm (C), Eva Ås (M) som yrkar bifall, Karin Öst (V) som yrkar avslag.",
    ],
)
def test_two_who_move_otherwise(text: str) -> None:
    assert moved(f"Yrkanden\n{text}") == [("bifall", [EVA]), ("avslag", [KARIN])]


def test_all_names_before_or_behind_a_kind_move() -> None:
    assert moved("Yrkanden\nAvslag: Karin Öst (V), Eva Ås (M)\nBifall: Nils Alm (C)") == [
        ("avslag", [KARIN, EVA]),
        ("bifall", [NILS]),
    ]


def test_a_mere_name_suggests_where_proposals_are_put_to_the_meeting() -> None:
    text = "Chefen föreslog ett lägre räcke. Karin Öst föreslog att räcket höjs."
    assert moved(f"Sammanfattning\n{text} Ordföranden ställer förslagen mot varandra.") == [
        ("andring", [KARIN])
    ]
    assert moved(f"Sammanfattning\n{text} Nämnden diskuterar frågan.") == []


def test_who_speaks_for_a_party_moves() -> None:
    assert moved("Yrkanden\nFör Vänsterpartiets räkning yrkar Karin Öst avslag.") == [("avslag", [KARIN])]
