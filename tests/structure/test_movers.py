"""Who moves, joins and reserves: by surname behind a title, with and without a party."""

from __future__ import annotations

import pytest

from justera.schema.record import Item, Person

from .written import structured

HEAD = """\
Åsmåla kommun                    SAMMANTRÄDESPROTOKOLL                 1 (3)
Tekniska nämnden                 Sammanträdesdatum
                                 1997-05-14

Beslutande               Örjan Åkesson (s), ordförande
                         Ronny Gustavsson (s)
                         Yngve Sahl (m)
                         Hans Wall (fp)

"""


def item(text: str, *, head: str = HEAD) -> Item:
    return structured(head + "§ 3\n\nNY BRO ÖVER ÅN\n\n" + text).items[0]


def movers(of: Item) -> list[tuple[str, list[str | None]]]:
    return [(one.kind.value, [person.name for person in one.by]) for one in of.motions]


MOTIONS = (
    "Ledamoten Gustavsson yrkar bifall till förslaget. Ledamoten Wall instämmer i Gustavssons\n"
    "yrkande. Ledamoten Sahl föreslår avslag.\n\nNämndens beslut\n\nFörslaget bifalls.\n"
)


def test_surnames_behind_a_title_are_the_people_of_the_attendance() -> None:
    assert movers(item(MOTIONS)) == [
        ("bifall", ["Ronny Gustavsson", "Hans Wall"]),
        ("avslag", ["Yngve Sahl"]),
    ]


def test_surnames_stay_as_written_where_nobody_is_listed() -> None:
    head = "Åsmåla kommun\nTekniska nämnden\nSammanträdesprotokoll 1997-05-14\n\n"
    assert movers(item(MOTIONS, head=head))[0] == ("bifall", ["Gustavsson", "Wall"])


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Mot beslutet reserverar sig ledamöterna Sahl och Wall.", ["Yngve Sahl", "Hans Wall"]),
        ("Ledamoten Wall reserverar sig mot beslutet.", ["Hans Wall"]),
        ("Ledamöterna M och FP reserverar sig mot beslutet.", [None, None]),
    ],
)
def test_a_short_surname_is_no_party(sentence: str, expected: list[str | None]) -> None:
    reserved = item("Nämndens beslut\n\nFörslaget bifalls.\n\n" + sentence).reservations
    assert [person.name for person in reserved[0].by] == expected


def test_a_name_without_party_beside_one_with_it_counts() -> None:
    recused = item("Jäv\n\nYngve Sahl (m) och Lena Öjebrant anmäler jäv.\n\nBeslut\n\nFörslaget bifalls.\n")
    assert recused.recusals == (Person(name="Yngve Sahl", party="m"), Person(name="Lena Öjebrant"))


TABLE = """\
Omröstning

Ja-röst för Yngve Sahls (m) m.fl. yrkande
Nej-röst för nämndens förslag

Omröstningsresultat

Med 1 ja-röst mot 2 nej-röster beslutar nämnden bifalla förslaget.

                    Ersättare        Ja    Nej
Ronny Gustavsson                           x
Yngve Sahl                           x
Hans Wall           Bo Öst                 x
"""


def test_a_list_apart_belongs_to_the_vote_whose_count_it_gives() -> None:
    (vote,) = item(TABLE).votes
    assert (vote.yes, vote.no, vote.yes_means) == (1, 2, "Yngve Sahls (m) m.fl. yrkande")
    assert [(one.name, one.vote.value, one.replaces) for one in vote.roll] == [
        ("Ronny Gustavsson", "nej", None),
        ("Yngve Sahl", "ja", None),
        ("Bo Öst", "nej", "Hans Wall"),
    ]


def test_choices_with_their_counts_in_brackets() -> None:
    (vote,) = item(
        "Omröstning\n\nJa = bifall, nej = avslag.\n\n"
        "Ja (2): Örjan Åkesson (s), Ronny Gustavsson (s)\nNej (1): Yngve Sahl (m)\n"
    ).votes
    assert [(one.name, one.vote.value) for one in vote.roll] == [
        ("Örjan Åkesson", "ja"),
        ("Ronny Gustavsson", "ja"),
        ("Yngve Sahl", "nej"),
    ]


def test_who_moves_behind_a_comma_in_a_numbered_list() -> None:
    found = item(
        "Yrkanden\n\n1) bifall till styrelsens förslag, landstingsrådet Örjan Åkesson\n"
        "2) avslag på motionen, Yngve Sahl\n"
    ).motions
    assert [(one.kind.value, [by.name for by in one.by]) for one in found] == [
        ("bifall", ["Örjan Åkesson"]),
        ("avslag", ["Yngve Sahl"]),
    ]


def test_members_by_the_name_of_their_party() -> None:
    (found,) = item(
        "Mot beslutet reserverar sig samtliga socialdemokrater och miljöpartister.\n"
    ).reservations
    assert [one.party for one in found.by] == ["s", "mp"]  # as the document writes its codes
