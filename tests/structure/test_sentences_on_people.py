"""Who was there as sentences, legends and codes before names tell it."""

from __future__ import annotations

import pytest

from .written import structured

HEAD = "Åsmåla kommun        SAMMANTRÄDESPROTOKOLL        1962-03-12\nDrätselkammaren\n\n"
BODY = "\n\n§ 12 Bidrag till hembygdsföreningen\n\nBeslut\n\nNämnden beslutar att bevilja bidraget.\n"
Told = tuple[str, str, str | None]


def attended(text: str, body: str = BODY) -> list[Told]:
    return [(one.name, one.role.value, one.replaces) for one in structured(HEAD + text + body).attendance]


CHAIR: Told = ("Anna Örn", "ordforande", None)
MEMBER: Told = ("Bo Ek", "ledamot", None)
SERVES: Told = ("Eva Lind", "tjanstgorande_ersattare", None)


@pytest.mark.parametrize(
    "label",
    [
        "Beslutande (* = ersättare som tjänstgör)",
        "Beslutande (* tjänstgörande ersättare)",
        "Ledamöter (* = tjg ers)",
        "Närvarande ledamöter (*=tjänstgörande ersättare)",
    ],
)
def test_a_legend_in_a_label_makes_nobody_a_deputy_but_who_is_marked(label: str) -> None:
    table = f"{label}\nAnna Örn (S), ordförande      Bo Ek (M)        *Eva Lind (C)\n"
    assert attended(table) == [CHAIR, MEMBER, SERVES]
    assert attended(f"{label}\nAnna Örn (S), ordförande\nBo Ek (M)\nEva Lind (C)*\n") == [
        CHAIR,
        MEMBER,
        SERVES,
    ]


@pytest.mark.parametrize(
    "verb", ["Dessutom närvoro", "Därjämte närvoro", "Vidare närvarade", "Dessutom närvar"]
)
@pytest.mark.parametrize("courtesy", ["herr", "fru", "hr"])
def test_a_deputy_whose_line_breaks_behind_the_courtesy_and_officials_in_a_sentence(
    verb: str, courtesy: str
) -> None:
    text = f"""\
Närvarande:   Fru Anna Örn, ordförande
              Herr Bo Ek
              Fröken Eva Lind, suppleant för {courtesy}
                   Mia Ros

     {verb} stadskamreraren Kim Ask, byggnadschefen
Leo Sund, §§ 12-14, samt stadssekreteraren Ove Palm,
som förde protokollet.
"""
    assert attended(text) == [
        CHAIR,
        MEMBER,
        ("Eva Lind", "tjanstgorande_ersattare", "Mia Ros"),
        ("Kim Ask", "tjansteperson", None),
        ("Leo Sund", "tjansteperson", None),
        ("Ove Palm", "sekreterare", None),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Protokollet fördes av kamreraren Ove Palm.",
        "Sekreterare var kamreraren Ove Palm.",
        "Som sekreterare tjänstgjorde kamreraren Ove Palm.",
        "Vid protokollet tjänstgjorde kamreraren Ove Palm.",
        "Protokollförare: kamreraren Ove Palm.",
    ],
)
def test_a_sentence_tells_who_kept_the_minutes(sentence: str) -> None:
    text = f"""\
Närvarande: ordföranden Anna Örn, ledamöterna Bo Ek och Nils Lund
ävensom suppleanten Eva Lind för Mia Ros. Därjämte närvoro
stadsingenjören Kim Ask. {sentence}
"""
    assert attended(text) == [
        CHAIR,
        MEMBER,
        ("Nils Lund", "ledamot", None),
        ("Eva Lind", "tjanstgorande_ersattare", "Mia Ros"),
        ("Kim Ask", "tjansteperson", None),
        ("Ove Palm", "sekreterare", None),
    ]


def test_sentences_behind_people_with_parties_name_officials() -> None:
    text = """\
Närvarande: Anna Örn (s), ordf, Bo Ek (m), Eva Lind (c), tjg för Mia Ros (c),
samt Nils Lund (v), §§ 12-15. Skolchef Kim Ask. Sekreterare Ove Palm.
"""
    record = structured(HEAD + text + BODY)
    assert [(one.name, one.role.value, one.items) for one in record.attendance][2:] == [
        ("Eva Lind", "tjanstgorande_ersattare", None),
        ("Nils Lund", "ledamot", "§§ 12-15"),
        ("Kim Ask", "tjansteperson", None),
        ("Ove Palm", "sekreterare", None),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Av de övriga ledamöterna hade herrar L. Berg och O. Alm anmält laga förfall.",
        "Herr O. Alm hade förfall.",
        "Fru Tora Berg och herr O. Alm voro frånvarande.",
        "Herr O. Alm uteblev utan anmält hinder.",
    ],
)
def test_who_sent_excuses_was_not_there(sentence: str) -> None:
    text = f"""\
Närvarande: Herr Ordföranden, Rådmannen C. G. Örn, Herr vice Ordföranden,
Konsul A. Sjö, samt Herrar J. O. Ek och G. Frid. {sentence}
"""
    assert attended(text) == [
        ("C. G. Örn", "ordforande", None),
        ("A. Sjö", "vice_ordforande", None),
        ("J. O. Ek", "ledamot", None),
        ("G. Frid", "ledamot", None),
    ]


@pytest.mark.parametrize("deputies", ["suppleanterna", "ersättarna"])
def test_all_who_are_named_as_deputies_are(deputies: str) -> None:
    text = f"""\
Närvarande: Anna Örn, ordförande, Bo Ek, samt
{deputies} Eva Lind, tjänstgörande för Karl-Axel
Rhen, och Olle Fogel. Vidare närvar direktör Kim Ask.
"""
    assert attended(text) == [
        CHAIR,
        MEMBER,
        ("Eva Lind", "tjanstgorande_ersattare", "Karl-Axel Rhen"),
        ("Olle Fogel", "ersattare", None),
        ("Kim Ask", "tjansteperson", None),
    ]


def test_the_chair_of_a_roll_in_the_first_item_and_who_else_was_there() -> None:
    body = """

§ 36 Upprop
Ordföranden, Anna Örn (s), förklarade mötet öppnat. Vid förrättat upprop
antecknades följande ledamöter såsom närvarande:
Bo Ek (s)                  Nils Lund (m)
Tea Ros (m), v ordf        Per Holm (c)

För frånvarande ledamöter tjänstgjorde följande ersättare: Eva Lind (s) för Mia Ros (s).
Därjämte var närvarande ersättaren Ulla Berg (m), landstingsdirektören Kim Ask samt
sekreteraren Ove Palm.

§ 37 Bidrag

Beslut

Landstinget beslöt att bevilja bidraget.
"""
    assert sorted(attended("", body)) == sorted(
        [
            CHAIR,
            MEMBER,
            ("Nils Lund", "ledamot", None),
            ("Tea Ros", "vice_ordforande", None),
            ("Per Holm", "ledamot", None),
            ("Eva Lind", "tjanstgorande_ersattare", "Mia Ros"),
            ("Ulla Berg", "ersattare", None),
            ("Kim Ask", "tjansteperson", None),
            ("Ove Palm", "sekreterare", None),
        ]
    )


def test_a_party_before_all_of_its_people_is_everyones() -> None:
    text = """\
Beslutande      S      Anna Örn, ordförande, Bo Ek, Eva Lind tjg ers för Mia Ros
                C      Nils Lund, Per Holm
                KD     Tea Ros
Övriga          Kim Ask, kommunchef
närvarande      Pia Alm, kommunrevisionens ordförande, § 12
"""
    record = structured(HEAD + text + BODY)
    assert [(one.name, one.party, one.role.value) for one in record.attendance] == [
        ("Anna Örn", "S", "ordforande"),
        ("Bo Ek", "S", "ledamot"),
        ("Eva Lind", "S", "tjanstgorande_ersattare"),
        ("Nils Lund", "C", "ledamot"),
        ("Per Holm", "C", "ledamot"),
        ("Tea Ros", "KD", "ledamot"),
        ("Kim Ask", None, "tjansteperson"),
        ("Pia Alm", None, "ovrig"),
    ]


@pytest.mark.parametrize("label", ["Fackliga organisationer", "Personalorganisationer", "Revisorer"])
def test_who_represents_others_is_no_official(label: str) -> None:
    text = (
        f"Beslutande\nAnna Örn (S), ordförande\nBo Ek (M)\n\n{label}\nKim Ask, Kommunal\nLeo Sund, Vision\n"
    )
    assert attended(text)[2:] == [("Kim Ask", "ovrig", None), ("Leo Sund", "ovrig", None)]


@pytest.mark.parametrize(
    ("told", "ends"),
    [("§§ 143, 147", (143, 147)), ("§§ 12, 14 och 17", (12, 17)), ("Paragrafer 12–14, 17", (12, 17))],
)
def test_items_told_one_by_one_end_with_the_last(told: str, ends: tuple[int, int]) -> None:
    text = f"Åsmåla kommun     UTDRAG UR PROTOKOLL\nSkolnämnden       1995-11-21\n                  {told}\n"
    held = structured(text + "\nNärvarande: Anna Örn (s), ordf, Bo Ek (m)\n" + BODY).meeting
    assert held is not None
    assert (held.items_from, held.items_to) == ends


def test_an_office_shortened_before_a_name_is_of_that_name() -> None:
    text = """\
Närvarande: Anna Örn, ordf., Bo Ek, Nils Lund, suppl. Eva Lind (för Mia Ros)
Dessutom: kommunalrådet Tea Ask (c) samt undertecknad Ove Palm, sekr.
"""
    assert attended(text) == [
        CHAIR,
        MEMBER,
        ("Nils Lund", "ledamot", None),
        ("Eva Lind", "tjanstgorande_ersattare", "Mia Ros"),
        ("Tea Ask", "ovrig", None),
        ("Ove Palm", "sekreterare", None),
    ]


def test_deputies_of_whom_no_name_tells_who_served_only_were_there() -> None:
    text = """\
Närvarande: Hrr Örn, ordförande, Ek, vice ordförande, Ros, fru Holm samt suppleanterna hrr Dahl
och Berg, av vilka den förstnämnde tjänstgjorde i stället för hr Ask.
"""
    assert attended(text) == [
        ("Örn", "ordforande", None),
        ("Ek", "vice_ordforande", None),
        ("Ros", "ledamot", None),
        ("Holm", "ledamot", None),
        ("Dahl", "ersattare", None),
        ("Berg", "ersattare", None),
    ]


def test_several_deputies_behind_one_word_are_deputies() -> None:
    text = """\
Närvarande: kyrkoherde Anna Örn, ordförande, Bo Ek, Nils Lund, samt ersättarna
Kai Dahl (tjänstgörande) och Ulla Berg.
"""
    assert attended(text) == [
        CHAIR,
        MEMBER,
        ("Nils Lund", "ledamot", None),
        ("Kai Dahl", "tjanstgorande_ersattare", None),
        ("Ulla Berg", "ersattare", None),
    ]


@pytest.mark.parametrize("label", ["Förhindrade", "Frånvarande", "Anmält förfall", "Ej närvarande"])
def test_who_is_listed_as_prevented_was_not_there(label: str) -> None:
    text = f"""\
Närvarande ledamöter: Anna Örn (ordf), Bo Ek
Från bolaget: Kim Ask (VD), Ove Palm (vid protokollet)
{label}: Per Holm, Tea Ask
"""
    assert attended(text) == [
        CHAIR,
        MEMBER,
        ("Kim Ask", "tjansteperson", None),
        ("Ove Palm", "sekreterare", None),
    ]


def test_labels_tell_how_people_took_part() -> None:
    text = """\
Närvarande på plats
Anna Örn (S), ordförande

Närvarande via länk
Bo Ek (M)

Övriga närvarande på distans
Kim Ask, kommunchef
"""
    assert attended(text) == [CHAIR, MEMBER, ("Kim Ask", "tjansteperson", None)]


def test_officials_among_members_with_parties_are_officials() -> None:
    text = """\
Deltagare
• Anna Örn (S), ordförande
• Bo Ek (M)
• Eva Lind (C)
• Nils Lund, kommunalråd
• Ove Palm, nämndsekreterare
• Kim Ask, förvaltningschef
"""
    assert attended(text)[3:] == [
        ("Nils Lund", "ledamot", None),
        ("Ove Palm", "sekreterare", None),
        ("Kim Ask", "tjansteperson", None),
    ]
