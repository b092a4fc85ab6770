"""Headings that no list knows, told by their recurrence before a colon."""

from __future__ import annotations

from .written import structured

MINUTES = (
    "Åsmåla kommun                    PROTOKOLL\nTrafiknämnden                    2019-03-05\n\n"
    + "\n\n".join(
        f"§ {number} {title}\n\nVad ärendet gäller: {told}\nBeslutet: Nämnden godkänner förslaget.\n"
        "Reservation och blank reservation: Åke Ek (S) anmäler reservation.\nExp: Akten"
        for number, title, told in (
            (7, "Ny linje", "Linjen dras om genom centrum."),
            (8, "Ny taxa", "Taxan ändrades senast år 2011."),
        )
    )
)


def test_what_recurs_before_a_colon_is_a_heading() -> None:
    for item, told in zip(
        structured(MINUTES).items,
        ("Linjen dras om genom centrum.", "Taxan ändrades senast år 2011."),
        strict=True,
    ):
        assert [(one.kind.value, one.text) for one in item.sections] == [
            ("arendebeskrivning", told),
            ("beslut", "Nämnden godkänner förslaget."),
            ("reservation", "Åke Ek (S) anmäler reservation."),
            ("expediering", "Akten"),
        ]
        assert item.decisions[0].text == "Nämnden godkänner förslaget."


def test_what_stands_once_is_none() -> None:
    text = MINUTES.replace("Vad ärendet gäller: Taxan", "Taxan")
    assert structured(text).items[0].sections[0].heading is None


def test_a_sentence_behind_a_decision_that_somebody_dissents_is_no_part_of_it() -> None:
    text = MINUTES.replace(
        "Nämnden godkänner förslaget.", "Nämnden beslutar att godkänna det. Åke reserverar sig."
    )
    (decision,) = structured(text).items[0].decisions
    assert [point.text for point in decision.points] == ["att godkänna det."]


def test_a_heading_of_no_list_heads_the_decision_that_a_carrier_below_it_opens() -> None:
    text = (
        "Åsmåla kommun\nTekniska nämnden\nProtokoll 2021-03-04\n"
        "\n§ 3  Ny bro över ån\n\nBakgrund\nBron är gammal.\n\nNämndens ställningstagande\n\n"
        "Tekniska nämnden beslutar för egen del\n\n1. Bron byggs.\n2. Medel anvisas.\n"
    )
    (item,) = structured(text).items
    section = next(section for section in item.sections if section.heading == "Nämndens ställningstagande")
    assert section.kind.value == "beslut"
    (decision,) = item.decisions
    assert decision.text.startswith("Tekniska nämnden beslutar för egen del")
    assert [point.text for point in decision.points] == ["Bron byggs.", "Medel anvisas."]
