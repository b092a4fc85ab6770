from __future__ import annotations

import pytest

from justera.normalize.sheets import Sheet, work
from justera.normalize.strangers import is_strange, unlisted
from justera.schema import Reason
from justera.settings import RepairSettings

FRAME = [
    "Nämnden beslutar enligt förslaget från förvaltningen.",
    "Ärendet gäller skolan i kommunens norra del.",
]


def doubts(*lines: str) -> dict[str, Reason]:
    """Words of a page of our own reading that are put before a person, with the reason."""
    sheet = Sheet([line.split() for line in (*FRAME, *lines)], is_ocr=True)
    (page,) = work([sheet], RepairSettings())
    verdicts = [verdict for row in page.verdicts for verdict in row]
    assert all(verdict.after == verdict.before for verdict in verdicts)
    return {verdict.after: verdict.doubt for verdict in verdicts if verdict.doubt}


def test_two_spellings_of_a_name_put_each_other_in_doubt() -> None:
    found = doubts("Vägen till Grönshlunda stängs.", "Skolan i Grönslunda byggs om.")
    assert found.keys() == {"Grönshlunda", "Grönslunda"}
    assert set(found.values()) == {Reason("second_spelling")}


def test_a_frequent_spelling_is_not_in_doubt_beside_a_slip() -> None:
    found = doubts(*["Skolan i Grönslunda byggs om."] * 4, "Vägen till Grönshlunda stängs.")
    assert found.keys() == {"Grönshlunda"}


def test_a_slip_in_a_known_word_of_the_document_is_in_doubt() -> None:
    assert "propositon" in doubts("En proposition väntas.", "Denna propositon avslås.")


@pytest.mark.parametrize("name", ["Bergåkra och Bergåkras", "Lövåsen och Lövåsens"])
def test_endings_are_no_second_spelling(name: str) -> None:
    assert not doubts(f"Mötet hålls i {name} på tisdag.")


@pytest.mark.parametrize("slip", ["kommunfùülbnäktige", "Omröstaing", "f6rslxg", "verksambheter"])
def test_what_is_spelt_like_no_word_is_in_doubt(slip: str) -> None:
    assert unlisted(slip) == (slip,)
    assert is_strange(slip)


@pytest.mark.parametrize(
    "right", ["Nordmåla", "Lövåsen", "Tallbacken", "utdragsbestyrkande", "förskolechefsutredning"]
)
def test_what_is_spelt_like_a_word_is_not(right: str) -> None:
    assert not unlisted(right) or not is_strange(right)


def test_an_authors_word_that_comes_back_vouches_for_itself() -> None:
    assert not doubts("Bolaget Qvzomix ska höras.", "Nämnden tackar Qvzomix för svaret.")
    assert "Qvzomix" in doubts("Bolaget Qvzomix ska höras.")


def test_halves_of_broken_words_are_not_asked() -> None:
    assert not doubts("Kommunen avser lydstatsav-", "talens följder.")


def test_clean_pages_are_not_asked() -> None:
    sheet = Sheet([line.split() for line in (*FRAME, "Bolaget Qvzomix ska höras.")])
    (page,) = work([sheet], RepairSettings())
    assert page.verdicts == []


def test_a_seldom_short_word_is_in_doubt_and_its_usual_likeness_offered() -> None:
    found = doubts("Medel avsätts ull skolan och det tör bli dyrt.")
    assert found["ull"] == Reason("seldom")
    assert "tör" in found


def test_labels_and_abbreviations_are_no_seldom_words() -> None:
    assert not doubts("aa. Justerandes sign", "bb. Paragraf, sid, st, kr, jfr, resp och tkr")


@pytest.mark.parametrize("word", ["socknens", "pannkakor", "kanelbulle"])
def test_what_a_list_has_is_not_strange(word: str) -> None:
    assert not is_strange(word)


def test_units_with_a_raised_figure_are_not_strange() -> None:
    assert unlisted("m²") == unlisted("dm³") == ()
    assert unlisted("Omröstaing²") != ()
