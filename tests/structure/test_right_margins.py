"""Numbers, case numbers and recipients in a margin right of the text."""

from __future__ import annotations

from justera.schema import Line

from .test_columns_of_titles import bold, line, read_pages

HEAD = [line(60, 40, "LIDBY KOMMUN"), line(230, 40, "PROTOKOLL"), line(60, 54, "Kommundelsnämnd Norr")]


def item(top: float, number: int) -> list[Line]:
    """An item whose number stands right of its title."""
    return [
        line(440, top - 2, f"KDN § {number}"),
        bold(60, top, f"Bidrag till förening nr {number}"),
        line(440, top + 12, f"Dnr KDN {number}/95"),
        line(60, top + 22, "Föreningen har ansökt om bidrag till sitt arbete med barn och"),
        line(440, top + 36, "Exp till"),
        line(60, top + 34, "ungdomar i kommundelen."),
        line(440, top + 48, "Föreningen"),
        line(60, top + 60, "Kommundelsnämnden beslutar att bevilja bidraget."),
    ]


def test_numbers_in_a_right_margin_begin_items() -> None:
    made = read_pages(
        [*HEAD, *item(100, 11), *item(220, 12)],
        [line(440, 98, "KDN § 12 forts"), line(60, 100, "Ordföranden tackar föreningen."), *item(220, 13)],
    )
    assert made.body == "Kommundelsnämnd Norr"
    assert [(one.number, one.title, one.case_numbers) for one in made.items] == [
        (number, f"Bidrag till förening nr {number}", (f"KDN {number}/95",)) for number in (11, 12, 13)
    ]
    assert [one.recipients for one in made.items] == [("Föreningen",)] * 3
    assert [one.decisions[0].points[0].text for one in made.items] == ["att bevilja bidraget."] * 3
    text = " ".join(section.text for section in made.items[1].sections)
    assert "Ordföranden tackar föreningen." in text and "forts" not in text


def test_a_number_in_a_table_beside_wider_rows_is_no_margin() -> None:
    made = read_pages(
        [
            *HEAD,
            line(60, 100, "§ 11"),
            bold(100, 100, "Anmälan av beslut"),
            line(60, 130, "Arbetsutskottet"),
            line(440, 130, "Au § 45"),
            line(
                60, 145, "En rad som är så lång att den når in över den plats där numret ovan står nu och mer"
            ),
        ]
    )
    assert [(one.number, one.title) for one in made.items] == [(11, "Anmälan av beslut")]


def test_a_column_of_labels_right_of_a_title_is_read_before_it() -> None:
    made = read_pages(
        [
            bold(60, 40, "Region Nordanå"),
            line(230, 40, "FÖREDRAGNINGSPROMEMORIA"),
            bold(60, 100, "Upphandling av båttrafik till öarna i"),
            line(390, 98, "ORGAN"),
            line(390, 108, "Trafiknämnden"),
            bold(60, 114, "Östra fjärden från och med år 2020"),
            line(390, 122, "DATUM"),
            line(390, 132, "2019-05-21"),
            bold(60, 150, "1. Förslag till beslut"),
            line(390, 146, "DIARIENUMMER"),
            line(390, 156, "TN 2019-87"),
            line(390, 170, "FÖREDRAGANDE"),
            line(60, 176, "Trafiknämnden beslutar"),
            line(390, 180, "Henning Backe"),
            line(60, 196, "– att godkänna förfrågningsunderlaget för båttrafiken till öarna år 2020,"),
            line(60, 212, "– att trafiken till Lilla Holmen upphör."),
            bold(60, 240, "2. Sammanfattning"),
            line(60, 256, "Avtalet löper ut vid årets slut och kan inte förlängas."),
        ]
    )
    (matter,) = made.items
    assert matter.title == "Upphandling av båttrafik till öarna i Östra fjärden från och med år 2020"
    assert [one.text for one in matter.decisions[0].points] == [
        "att godkänna förfrågningsunderlaget för båttrafiken till öarna år 2020,",
        "att trafiken till Lilla Holmen upphör.",
    ]
    assert matter.decisions[0].text.startswith("Trafiknämnden beslutar")


def test_whose_a_joint_board_is_runs_below_its_name() -> None:
    head = [
        line(60, 40, "Överförmyndarnämnden"),
        line(300, 40, "PROTOKOLL"),
        line(60, 52, "gemensam nämnd för Lerby, Holma och"),
        line(60, 64, "Ekhult"),
    ]
    below = line(60, 310, "Kansliet")

    def page(number: int) -> list[Line]:
        return [
            *head,
            bold(60, 120, f"§ {number}  Arvoden till gode män i grupp {number}"),
            line(60, 140, "Nämnden beslutar att godkänna kontorets förslag."),
            bold(60, 290, "Beslutet delges"),
            below,
        ]

    made = read_pages(page(5), page(6), page(7))
    assert [one.recipients for one in made.items] == [("Kansliet",)] * 3
