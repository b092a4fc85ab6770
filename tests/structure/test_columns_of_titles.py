"""Agenda tables and titles in the margin: columns with a leading of their own are read one after another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from justera.schema import Box, Document, Line, Page, PageOrigin, Record, Word, WordSource
from justera.structure import record
from justera.structure.names import people


def line(x: float, top: float, text: str, height: float = 10.0) -> Line:
    words = []
    for part in text.split():
        words.append(Word(part, Box(x, top, x + 5 * len(part), top + height), source=WordSource.TEXT_LAYER))
        x += 5 * len(part) + 3
    return Line(tuple(words))


def bold(x: float, top: float, text: str) -> Line:
    return Line(tuple(replace(word, bold=True) for word in line(x, top, text).words))


def read(*lines: Line) -> Record:
    return read_pages(lines)


def read_pages(*pages: Sequence[Line]) -> Record:
    made = (
        Page(number, 595, 842, tuple(lines), PageOrigin.TEXT_LAYER) for number, lines in enumerate(pages, 1)
    )
    return record(Document("invented.pdf", "0" * 64, "application/pdf", tuple(made)))


def test_the_columns_of_an_agenda_table_make_items() -> None:
    made = read(
        line(60, 50, "Skärvångens kommun"),
        line(330, 50, "KALLELSE"),
        line(60, 66, "Kommunstyrelsen"),
        line(60, 90, "Tid"),
        line(140, 90, "Tisdagen den 11 mars 2025 kl. 08.15"),
        line(60, 130, "Nr"),
        line(180, 130, "Ärende"),
        line(340, 130, "Diarienr"),
        line(430, 130, "Föredragande"),
        line(60, 150, "1"),
        line(90, 150, "Val av justerare"),
        line(60, 170, "2"),
        line(90, 170, "Medborgarförslag om belysning längs"),
        line(330, 170, "KS"),
        line(400, 170, "Mina Sarraf"),
        line(90, 182, "Kvarnstigen"),
        line(330, 182, "2023/318"),
        line(60, 202, "3. Meddelanden"),
        line(60, 240, "Förhinder anmäls till sekreteraren."),
    )
    assert [(item.number, item.title, item.case_numbers) for item in made.items] == [
        (1, "Val av justerare", ()),
        (2, "Medborgarförslag om belysning längs Kvarnstigen", ("KS 2023/318",)),
        (3, "Meddelanden", ()),
    ]


def test_every_entry_of_an_agenda_keeps_its_own_case_number() -> None:
    heads = [line(60, 130, "Nr"), line(90, 130, "Ärende"), line(340, 130, "Diarienr")]
    made = read(
        line(60, 50, "KALLELSE"),
        line(60, 66, "Kulturnämnden"),
        *heads,
        *(
            one
            for number in range(1, 5)
            for one in (
                line(60, 130 + 20 * number, str(number)),
                line(90, 130 + 20 * number, f"Bidrag till förening {'ABCD'[number - 1]}"),
                line(340, 130 + 20 * number, f"KUN 2022/{310 + number}"),
            )
        ),
    )
    assert [item.case_numbers for item in made.items] == [
        (f"KUN 2022/{310 + number}",) for number in range(1, 5)
    ]


def test_minutes_kept_as_a_table_have_their_decisions_under_its_heading() -> None:
    made = read(
        line(60, 50, "Beslutsprotokoll 2019-09-12"),
        line(60, 66, "Kulturnämnden"),
        line(60, 130, "§"),
        line(100, 130, "Ärende"),
        line(280, 130, "Beslut"),
        line(60, 150, "41"),
        line(100, 150, "Godkännande av dagordning"),
        line(280, 150, "Dagordningen godkänns."),
        line(60, 170, "42"),
        line(100, 170, "Programutbud"),
        line(280, 170, "Nämnden beslutar"),
        line(100, 182, "Dnr 2019/91"),
        line(280, 182, "att starta teknikprogrammet."),
    )
    assert [(item.number, item.title, item.case_numbers) for item in made.items] == [
        (41, "Godkännande av dagordning", ()),
        (42, "Programutbud", ("2019/91",)),
    ]
    decided = [[point.text for point in item.decisions[0].points] for item in made.items]
    assert decided == [["Dagordningen godkänns."], ["att starta teknikprogrammet."]]


def test_titles_in_the_margin_stand_above_the_text_beside_them() -> None:
    made = read(
        line(150, 50, "PROTOKOLL"),
        line(150, 66, "Hälso- och sjukvårdsstyrelsen"),
        line(150, 82, "1994-02-15"),
        line(50, 120, "§ 12", 8),
        line(150, 119, "Kajsa Wik yrkar bifall till förslaget. Ingegerd Äng yrkar avslag."),
        line(50, 132, "Ambulansstationen i", 8),
        line(150, 136, "Sedan proposition ställts på yrkandena finner ordföranden att styrelsen beslutat"),
        line(50, 144, "Ström", 8),
        line(150, 153, "att avslå förslaget."),
        line(50, 156, "Dnr 93/1877", 8),
        line(50, 200, "§ 13", 8),
        line(150, 199, "Styrelsen beslutar"),
        line(50, 212, "Anmälningar", 8),
        line(150, 216, "att lägga skrivelsen till handlingarna."),
    )
    first, second = made.items
    assert (first.number, first.title, first.case_numbers) == (12, "Ambulansstationen i Ström", ("93/1877",))
    assert [point.text for point in first.decisions[0].points] == ["att avslå förslaget."]
    assert [motion.kind.value for motion in first.motions] == ["bifall", "avslag"]
    assert first.proposition_order is not None
    assert (second.number, second.title) == (13, "Anmälningar")


def test_a_row_of_an_agenda_without_number_and_title_breaks_nothing() -> None:
    made = read(
        line(60, 50, "Skärvångens kommun"),
        line(330, 50, "KALLELSE"),
        line(60, 130, "Nr"),
        line(180, 130, "Ärende"),
        line(340, 130, "Diarienr"),
        line(340, 142, "KS 2023/318"),
        line(60, 160, "1"),
        line(180, 160, "Val av justerare"),
        line(60, 180, "2"),
        line(180, 180, "Meddelanden"),
    )
    assert [(item.number, item.title) for item in made.items] == [(1, "Val av justerare"), (2, "Meddelanden")]


def test_headings_in_a_margin_of_several_lines_stand_above_the_text_beside_them() -> None:
    made = read(
        line(150, 50, "PROTOKOLL"),
        line(150, 66, "Tekniska nämnden"),
        line(150, 82, "2019-02-14"),
        line(50, 120, "§ 7"),
        line(150, 120, "Belysning vid Kvarnstigen"),
        line(50, 150, "Tekniska"),
        line(150, 150, "Nämnden beslutar att belysa Kvarnstigen under vintern och att"),
        line(50, 161, "nämndens"),
        line(150, 163, "uppdra åt förvaltningen att redovisa kostnaden."),
        line(50, 172, "beslut"),
        line(50, 195, "Sammanfattning"),
        line(150, 195, "Kvarnstigen är mörk från oktober till mars."),
        line(50, 220, "Beslutet"),
        line(150, 220, "Gatuenheten"),
        line(50, 231, "skickas till"),
        line(150, 233, "Ekonomienheten"),
    )
    assert [(part.kind, part.heading, part.text) for part in made.items[0].sections] == [
        (
            "beslut",
            "Tekniska nämndens beslut",
            "Nämnden beslutar att belysa Kvarnstigen under vintern och att uppdra åt förvaltningen att"
            " redovisa kostnaden.",
        ),
        ("sammanfattning", "Sammanfattning", "Kvarnstigen är mörk från oktober till mars."),
        ("expediering", "Beslutet skickas till", "Gatuenheten Ekonomienheten"),
    ]
    assert made.items[0].recipients == ("Gatuenheten", "Ekonomienheten")


def test_a_misread_heading_in_the_margin_stands_above_its_text() -> None:
    made = read(
        line(150, 50, "PROTOKOLL"),
        line(150, 66, "Tekniska nämnden"),
        line(150, 82, "2019-02-14"),
        line(50, 120, "§ 7"),
        line(150, 120, "Belysning vid Kvarnstigen"),
        line(50, 150, "Sammanfattnmg"),
        line(150, 150, "Kvarnstigen är mörk från oktober till mars, och få går där"),
        line(50, 161, "av ärendet"),
        line(150, 163, "efter mörkrets inbrott."),
    )
    assert [(part.kind, part.heading) for part in made.items[0].sections] == [
        ("sammanfattning", "Sammanfattnmg av ärendet")
    ]


def test_a_margin_filled_up_to_the_text_is_cut_where_no_word_stands_across() -> None:
    made = read(
        line(60, 50, "Åsmåla kommun"),
        line(60, 66, "Kommunstyrelsen protokoll 1958-05-12"),
        line(60, 100, "§ 7."),
        line(130, 100, "Direktionen har hemställt om ett anslag för tillbyggnad"),
        line(60, 112, "Tillbyggnaden av röntgenavdelningen. Kommittén har"),
        line(60, 124, "i Hammarby"),
        line(130, 124, "avgivit yttrande."),
        line(130, 148, "Kommunstyrelsen beslöt bifalla framställningen."),
        line(60, 172, "§ 8."),
        line(130, 172, "Kommunstyrelsen remitterade två skrivelser."),
        line(60, 184, "Remisser."),
    )
    assert [(item.number, item.title) for item in made.items] == [
        (7, "Tillbyggnaden i Hammarby"),
        (8, "Remisser."),
    ]
    assert (
        made.items[0]
        .sections[0]
        .text.startswith("Direktionen har hemställt om ett anslag för tillbyggnad av")
    )


def test_a_case_number_in_the_margin_below_the_number_of_a_wrapped_title() -> None:
    made = read(
        line(60, 50, "Åsmåla kommun"),
        line(60, 66, "Trafiknämnden protokoll 2000-08-04"),
        line(60, 100, "§ 3"),
        line(160, 100, "Ny linjesträckning för buss 77 genom Hällbro"),
        line(60, 112, "Dnr TN 2000/259"),
        line(160, 112, "centrum"),
        line(60, 140, "Vad ärendet gäller"),
        line(60, 152, "Linjen trafikerar i dag inte centrum."),
        line(60, 180, "§ 4"),
        line(160, 180, "Val av ledamot"),
        line(60, 192, "Dnr TN 2000/231"),
        line(60, 206, "Vad ärendet gäller"),
        line(60, 218, "Åke Ek har begärt entledigande."),
    )
    assert [(item.number, item.title, item.case_numbers) for item in made.items] == [
        (3, "Ny linjesträckning för buss 77 genom Hällbro centrum", ("TN 2000/259",)),
        (4, "Val av ledamot", ("TN 2000/231",)),
    ]


def test_number_title_and_text_stand_in_three_columns() -> None:
    made = read(
        line(60, 40, "BACKÅSENS KOMMUN"),
        line(260, 40, "SAMMANTRÄDESPROTOKOLL"),
        line(60, 52, "Byggnadsnämnden"),
        line(260, 52, "1978-04-11"),
        *(
            one
            for number, top in ((41, 100), (42, 200), (43, 300))
            for one in (
                line(60, top, f"§ {number}"),
                line(120, top, "Byggnadslov för"),
                line(290, top + 6, "Ansökan om byggnadslov för en bod."),
                line(120, top + 15, f"fritidshus, Ön {number}:4"),
                line(290, top + 22, "Nämnden har hört grannarna."),
                line(290, top + 40, "Byggnadsnämnden beslutar bevilja byggnadslov."),
            )
        ),
    )
    assert [item.title for item in made.items] == [
        f"Byggnadslov för fritidshus, Ön {number}:4" for number in (41, 42, 43)
    ]
    assert "Ansökan om byggnadslov för en bod." in made.items[0].sections[0].text


def test_a_reader_that_takes_the_text_beside_numbers_last_changes_nothing() -> None:
    head = (line(60, 40, "BACKÅSENS KOMMUN"), line(260, 40, "SAMMANTRÄDESPROTOKOLL"))
    left, right = [], []
    for number, top in ((41, 100), (42, 200), (43, 300)):
        left += [line(60, top, f"§ {number}"), line(120, top, "Byggnadslov för")]
        left.append(line(120, top + 15, f"fritidshus, Ön {number}:4"))
        right.append(line(290, top + 4, "Byggnadsnämnden beslutar bevilja"))
        right.append(line(290, top + 20, f"byggnadslov för hus {number}."))
    made = read(*head, line(60, 52, "Byggnadsnämnden"), line(260, 52, "1978-04-11"), *left, *right)
    assert [(item.title, item.decisions[0].text) for item in made.items] == [
        (
            f"Byggnadslov för fritidshus, Ön {number}:4",
            f"Byggnadsnämnden beslutar bevilja byggnadslov för hus {number}.",
        )
        for number in (41, 42, 43)
    ]


def test_a_narrow_column_parts_a_case_number() -> None:
    made = read(
        line(60, 40, "REGIONFULLMÄKTIGE"),
        line(260, 40, "PROTOKOLL 2020-06-16"),
        line(60, 100, "§ 74"),
        line(60, 114, "Svar på motion om fast"),
        line(400, 114, "RS 2019-"),
        line(60, 126, "läkarkontakt"),
        line(400, 126, "0714"),
        line(60, 150, "Fullmäktige beslutade avslå motionen."),
        line(60, 200, "§ 75"),
        line(60, 214, "Avslutning"),
        line(60, 240, "Ordföranden förklarade mötet avslutat."),
    )
    assert (made.items[0].title, made.items[0].case_numbers) == (
        "Svar på motion om fast läkarkontakt",
        ("RS 2019-0714",),
    )


HEAD = (line(60, 40, "BACKÅSENS KOMMUN"), line(260, 40, "SAMMANTRÄDESPROTOKOLL 2021-04-11"))


def test_a_heading_in_bold_beside_a_number_is_not_the_title_below_it() -> None:
    made = read(
        *HEAD,
        line(60, 52, "Byggnadsnämnden"),
        bold(60, 100, "§ 41"),
        bold(220, 100, "Beslut"),
        bold(60, 114, "Val av justerare"),
        line(220, 114, "Åke Ek utses att jämte ordföranden justera protokollet."),
        bold(60, 150, "§ 42"),
        line(220, 150, "Förvaltningen har upprättat förslag till taxa, som"),
        bold(60, 164, "Taxa för bygglov"),
        line(220, 164, "nämnden tar del av."),
    )
    assert [item.title for item in made.items] == ["Val av justerare", "Taxa för bygglov"]
    assert made.items[0].decisions[0].text == "Åke Ek utses att jämte ordföranden justera protokollet."


def test_a_case_number_below_the_number_is_none_of_the_heading_beside_it() -> None:
    made = read(
        *HEAD,
        line(60, 52, "Byggnadsnämnden"),
        line(60, 100, "§ 41"),
        line(220, 100, "Taxa för bygglov"),
        line(60, 114, "Dnr 2021/233"),
        bold(220, 114, "Nämndens beslut"),
        line(220, 128, "Taxan fastställs."),
    )
    (item,) = made.items
    assert (item.title, item.case_numbers) == ("Taxa för bygglov", ("2021/233",))
    assert [(one.heading, one.text) for one in item.sections] == [("Nämndens beslut", "Taxan fastställs.")]


@pytest.mark.parametrize(
    ("left", "when"), [("Kl.", ("09.30", "10.05", "13.00")), ("Typ", ("B", "B", "Info"))]
)
def test_what_stands_left_of_the_numbers_of_an_agenda_is_no_part_of_a_title(
    left: str, when: tuple[str, ...]
) -> None:
    made = read(
        line(60, 50, "Skärvångens kommun"),
        line(330, 50, "KALLELSE"),
        line(60, 66, "Kommunstyrelsen"),
        line(60, 130, left),
        line(110, 130, "Nr"),
        line(150, 130, "Ärende"),
        line(400, 130, "Diarienr"),
        line(60, 154, "Beslutsärenden"),
        line(60, 174, when[0]),
        line(110, 174, "1"),
        line(150, 174, "Upprop"),
        line(60, 194, when[1]),
        line(110, 194, "2"),
        line(150, 194, "Medborgarförslag om belysning längs"),
        line(400, 194, "KS 2023/318"),
        line(150, 206, "Kvarnstigen"),
        line(60, 230, "Information"),
        line(60, 254, when[2]),
        line(110, 254, "3"),
        line(150, 254, "Bron över ån"),
    )
    assert [(item.number, item.title, item.case_numbers) for item in made.items] == [
        (1, "Upprop", ()),
        (2, "Medborgarförslag om belysning längs Kvarnstigen", ("KS 2023/318",)),
        (3, "Bron över ån", ()),
    ]
    assert [one.heading for item in made.items for one in item.sections if one.heading] == []


def test_a_break_within_an_agenda_is_no_part_of_the_title_above_it() -> None:
    made = read(
        line(60, 50, "Skärvångens kommun"),
        line(330, 50, "KALLELSE"),
        line(60, 66, "Kommunstyrelsen"),
        line(60, 130, "Tid"),
        line(110, 130, "Punkt"),
        line(150, 130, "Ärende"),
        line(400, 130, "Föredragande"),
        line(60, 150, "09.30"),
        line(110, 150, "1"),
        line(150, 150, "Upprop"),
        line(60, 162, "10.00"),
        line(150, 162, "Kaffe"),
        line(82, 174, "10.20 2"),
        line(150, 174, "Bron över ån"),
    )
    assert [(item.number, item.title) for item in made.items] == [(1, "Upprop"), (2, "Bron över ån")]


def test_the_heading_of_the_first_items_is_no_part_of_the_head() -> None:
    made = read(
        line(60, 50, "Skärvångens kommun"),
        line(330, 50, "KALLELSE"),
        line(60, 66, "Kommunstyrelsen"),
        line(60, 90, "Ledamöter kallas"),
        line(300, 90, "Ersättare underrättas"),
        line(60, 102, "Bo Ek (S), ordförande"),
        line(300, 102, "Nils Alm (C)"),
        line(60, 114, "Åsa Öhrn (M)"),
        line(300, 114, "Ida Lund (V)"),
        line(60, 140, "Nr"),
        line(90, 140, "Ärende"),
        line(290, 140, "Dnr"),
        line(60, 164, "Formalia"),
        line(60, 188, "1"),
        line(90, 188, "Upprop"),
        line(60, 200, "2"),
        line(90, 200, "Bron över ån"),
    )
    assert [one.name for one in made.attendance] == ["Bo Ek", "Åsa Öhrn", "Nils Alm", "Ida Lund"]


def test_text_below_an_agenda_table_is_of_none_of_its_items() -> None:
    made = read(
        line(60, 50, "Skärvångens kommun"),
        line(330, 50, "KALLELSE"),
        line(60, 66, "Kommunstyrelsen"),
        line(60, 130, "Nr"),
        line(120, 130, "Ärende"),
        line(400, 130, "Dnr"),
        line(60, 150, "1"),
        line(120, 150, "Val av justerare"),
        line(60, 170, "2"),
        line(120, 170, "Övriga frågor"),
        line(400, 170, "KS 2023/318"),
        line(60, 210, "Handlingarna finns hos kansliet från och med måndag."),
    )
    assert [(item.title, item.sections) for item in made.items] == [
        ("Val av justerare", ()),
        ("Övriga frågor", ()),
    ]


def test_a_running_head_that_each_page_was_read_in_its_own_way_is_no_text() -> None:
    pages = []
    for number, misread in ((1, "2021-04-11"), (2, "2O2l-O4.ll sl"), (3, "dabum 202")):
        pages.append(
            [
                line(60, 40, "BACKÅSENS KOMMUN"),
                line(60, 52, "Byggnadsnämnden"),
                line(400, 52, misread),
                line(60, 120, f"§ {number} Ärende om hus {number}"),
                line(60, 150, f"Ansökan {number} gäller ett hus."),
                line(60, 190, "Expedieras till"),
                line(60, 204, f"Sökanden {number}"),
            ]
        )
    made = read_pages(*pages)
    assert [item.recipients for item in made.items] == [("Sökanden 1",), ("Sökanden 2",), ("Sökanden 3",)]


def test_an_agenda_table_proposes_decisions_and_its_foot_ends_in_the_page() -> None:
    made = read(
        line(60, 50, "Skärvångens kommun"),
        line(330, 50, "KALLELSE"),
        line(60, 66, "Kommunstyrelsen"),
        line(60, 130, "Nr"),
        line(90, 130, "Rubrik"),
        line(230, 130, "Dnr"),
        line(330, 130, "Förslag till beslut"),
        line(60, 150, "1"),
        line(90, 150, "Val av justerare"),
        line(60, 170, "2"),
        line(90, 170, "Månadsrapport"),
        line(230, 170, "KS 2023/318"),
        line(330, 170, "Rapporten godkänns."),
        line(60, 800, "Skärvångens kommun, kallelse"),
        line(400, 800, "1 (1)"),
    )
    (decision,) = made.items[1].decisions
    assert (decision.text, decision.status) == ("Rapporten godkänns.", "foreslaget")
    assert [item.case_numbers for item in made.items] == [(), ("KS 2023/318",)]


def test_an_agenda_goes_on_below_headings_and_overleaf_with_proposals_under_its_titles() -> None:
    heads = [line(50, 130, "Nr"), line(90, 130, "Ärende"), line(340, 130, "Dnr"), line(430, 130, "Handl.")]
    made = read_pages(
        [
            line(60, 50, "Skärvångens kommun"),
            line(330, 50, "KALLELSE"),
            line(60, 66, "Kommunfullmäktige"),
            *heads,
            line(70, 150, "1 Upprop"),
            line(50, 175, "BESLUTSÄRENDEN"),
            Line((*line(70, 200, "2").words, *line(90, 200, "Taxa för tillsyn enligt").words)),
            line(340, 200, "KS 2023/318"),
            line(430, 200, "A"),
            line(90, 212, "alkohollagen"),
            line(90, 224, "Kommunstyrelsens förslag: Taxan antas."),
        ],
        [
            line(50, 100, "MOTIONER"),
            line(70, 125, "3 Belysning längs"),
            line(340, 125, "KS 2023/401"),
            line(430, 125, "B"),
            line(90, 137, "Kvarnstigen"),
        ],
    )
    assert [(item.number, item.title, item.case_numbers) for item in made.items] == [
        (1, "Upprop", ()),
        (2, "Taxa för tillsyn enligt alkohollagen", ("KS 2023/318",)),
        (3, "Belysning längs Kvarnstigen", ("KS 2023/401",)),
    ]
    assert [decision.text for decision in made.items[1].decisions] == ["Taxan antas."]


def test_a_word_of_the_margin_is_parted_by_the_usual_space_of_the_page() -> None:
    made = read(
        *HEAD,
        line(60, 52, "Byggnadsnämnden"),
        line(60, 100, "§ 41"),
        line(138, 100, "Fru Ek anhöll att bliva entledigad från"),
        line(60, 114, "Anhållan om"),
        line(138, 114, "uppdraget som ledamot av nämnden för"),
        Line((*line(60, 128, "entledigande.").words, *line(138, 128, "vården.").words)),
        line(138, 150, "Nämnden beslöt bifalla anhållan."),
    )
    (item,) = made.items
    assert item.title == "Anhållan om entledigande."
    assert item.sections[0].text.startswith(
        "Fru Ek anhöll att bliva entledigad från uppdraget som ledamot av nämnden för vården."
    )


def test_a_running_head_that_ends_in_the_page_is_no_row_of_a_voting_list() -> None:
    pages = [
        [
            line(60, 40, "BACKÅSENS KOMMUN"),
            line(260, 40, "SAMMANTRÄDESPROTOKOLL"),
            line(60, 52, "Byggnadsnämnden"),
            line(260, 52, "Sammanträdesdatum 2021-06-09"),
            line(520, 52, str(number)),
            line(60, 120, f"§ {number} Ärende om hus {number}"),
            line(60, 150, f"Ansökan {number} gäller ett hus."),
            line(60, 190, "Expedieras till"),
            line(60, 204, f"Sökanden {number}"),
        ]
        for number in (1, 2)
    ]
    assert [item.recipients for item in read_pages(*pages).items] == [("Sökanden 1",), ("Sökanden 2",)]


def test_label_and_case_number_below_each_other_in_a_margin() -> None:
    lines = (
        line(60, 90, "§ 29"), bold(160, 90, "Delårsrapport per den 31 augusti"),
        line(60, 108, "Dnr"), line(160, 108, "Chefen redogör för utfallet till och med augusti och"),
        line(60, 118, "2011-000114"),
        line(160, 122, "för helåret, vilken visar ett underskott."),
        line(60, 160, "§ 30"), bold(160, 160, "Bemanning vid stationen"),
        line(60, 178, "Dnr"), line(160, 178, "Chefen föreslår att stationen bemannas av en ledare och tre"),
        line(60, 188, "2011-000098"),
        line(160, 192, "brandmän från årsskiftet."),
    )  # fmt: skip
    found = read(*HEAD, *lines).items
    assert [(one.title, one.case_numbers) for one in found] == [
        ("Delårsrapport per den 31 augusti", ("2011-000114",)),
        ("Bemanning vid stationen", ("2011-000098",)),
    ]
    assert "2011" not in found[0].sections[0].text


def test_a_title_in_the_margin_beside_an_indented_paragraph() -> None:
    found = read(
        line(60, 40, "KVARNSUNDS STAD"),
        line(60, 56, "Drätselkammaren, protokoll 1961-09-12"),
        line(51, 100, "§ 212."), line(204, 100, "Byggnadskontoret hade i skrivelse den 14 augusti"),
        line(51, 117, "Gatubelysning"), line(176, 117, "hemställt om anslag till anordnande av ny belysning"),
        line(51, 134, "å Hamngatan"), line(176, 134, "utmed Hamngatan mellan torget och Tullhuset."),
        line(51, 180, "§ 213."), line(204, 180, "Anmäldes länsstyrelsens resolution den 29 augusti"),
        line(51, 197, "Stadsplan"), line(176, 197, "angående ändring i stadsplanen."),
    ).items  # fmt: skip
    assert [one.title for one in found] == ["Gatubelysning å Hamngatan", "Stadsplan"]
    assert found[1].sections[0].text.startswith("Anmäldes länsstyrelsens")


def test_labels_beside_the_number_of_an_excerpt_are_no_title() -> None:
    found = read(
        line(60, 40, "Landstinget Skogslandet"), line(400, 40, "PROTOKOLLSUTDRAG"),
        line(63, 70, "Organ"), line(63, 80, "Landstingsfullmäktige"),
        line(63, 100, "Paragraf"), line(63, 110, "§ 88"),
        line(63, 136, "Plats"), line(63, 146, "Stora hörsalen"),
        bold(170, 180, "Deltagande i bolag för luftburen"), bold(170, 194, "vård"),
        line(170, 220, "Landstingsfullmäktige beslutar att delta i bolaget."),
    ).items  # fmt: skip
    assert [one.title for one in found] == ["Deltagande i bolag för luftburen vård"]


def test_a_case_number_in_the_margin_beside_the_text_below_a_title() -> None:
    found = read(
        line(60, 40, "TVÄRBY PASTORAT"), line(260, 40, "Kyrkorådet, protokoll 2014-09-23"),
        line(70, 100, "§ 66"), line(201, 100, "Förelåg ansökan om bidrag med 25 000 kronor till läger"),
        line(70, 114, "Bidrag till"), line(201, 114, "sommaren 2015. Maria Palm anmälde jäv och deltog ej i"),
        line(70, 127, "scoutkåren"), line(201, 127, "behandlingen av ärendet, som togs upp sist, efter att"),
        line(201, 141, "kamreren hade redogjort för"),
        line(70, 155, "Dnr 2014-131"), line(201, 155, "läget."),
        line(70, 200, "§ 67"), line(201, 200, "Kyrkoherden informerade om läsåret. Många ungdomar"),
        line(70, 214, "Rapporter och"), line(201, 214, "är anmälda."),
        line(70, 227, "information"), line(201, 236, "Kyrkorådet tackade för informationen."),
    ).items  # fmt: skip
    assert [(one.title, one.case_numbers) for one in found] == [
        ("Bidrag till scoutkåren", ("2014-131",)),
        ("Rapporter och information", ()),
    ]


def test_an_agenda_without_heads_keeps_what_stands_beside_its_titles() -> None:
    made = read(
        line(60, 50, "Region Skärvången"),
        line(330, 50, "FÖREDRAGNINGSLISTA"),
        line(60, 66, "Regionfullmäktige"),
        line(60, 90, "Tid"),
        line(140, 90, "Tisdagen den 11 mars 2025 kl. 08.15"),
        line(60, 130, "1"),
        line(90, 130, "Sammanträdet öppnas"),
        line(60, 150, "2"),
        line(90, 150, "Delårsrapport 1 för"),
        line(240, 150, "Regionstyrelsens förslag till regionfullmäktige:"),
        line(90, 162, "2025 (RMS250214)"),
        line(240, 166, "1. Delårsrapporten godkänns."),
        line(60, 190, "3"),
        line(90, 190, "Meddelanden"),
    )
    assert [(item.number, item.title, item.case_numbers) for item in made.items] == [
        (1, "Sammanträdet öppnas", ()),
        (2, "Delårsrapport 1 för 2025", ("RMS250214",)),
        (3, "Meddelanden", ()),
    ]
    assert [point.text for point in made.items[1].decisions[0].points] == ["Delårsrapporten godkänns."]


def test_a_bold_title_beside_a_plain_case_number_keeps_its_comma_and_its_second_row() -> None:
    made = read(
        line(60, 50, "Skärvångens kommun"),
        line(330, 50, "KALLELSE"),
        line(60, 66, "Kommunstyrelsen"),
        line(60, 120, "Föredragningslista"),
        bold(60, 150, "1. Val av justerare"),
        bold(60, 166, "2. Detaljplan för Björken 5 med flera,"),
        line(400, 166, "KS-2016-00769"),
        bold(75, 177, "Bruksgatan"),
        bold(60, 193, "3. Meddelanden"),
    )
    assert [(item.title, item.case_numbers) for item in made.items] == [
        ("Val av justerare", ()),
        ("Detaljplan för Björken 5 med flera, Bruksgatan", ("KS-2016-00769",)),
        ("Meddelanden", ()),
    ]


def test_a_case_number_without_a_label_may_stand_in_the_margin_beside_the_text() -> None:
    made = read(
        line(130, 50, "PROTOKOLL"),
        line(130, 66, "Landstinget 1991-05-14"),
        line(130, 100, "§ 7 Belysning vid Kvarnstigen"),
        line(40, 114, "Anf nr 4-9"),
        line(130, 114, "I ärendet yttrade sig Bo Ek, Åsa Öhrn, Nils Alm och Ida"),
        line(40, 126, "LT 90/8"),
        line(130, 126, "Lund. Stigen är mörk om vintern."),
        line(130, 150, "BESLUT"),
        line(130, 164, "Landstinget beslöt att belysa Kvarnstigen."),
        line(130, 190, "§ 8 Bron över ån"),
        line(130, 204, "LT 90/7 nämndes i debatten, som blev lång och livlig."),
        line(130, 218, "Rapporten lades till handlingarna."),
    )
    assert [(item.number, item.case_numbers) for item in made.items] == [(7, ("LT 90/8",)), (8, ())]


def test_a_letter_near_a_case_number_is_of_the_next_column() -> None:
    rows = [
        ("1", "Ny taxa", "KS 2022/318", "A"),
        ("2", "Bron över ån", "KS 2022/31-253 B", ""),
        ("3", "Val", "", "C"),
    ]
    made = read(
        line(60, 50, "Skärvångens kommun"),
        line(330, 50, "KALLELSE"),
        line(60, 66, "Kommunstyrelsen"),
        *(
            line(x, 130 + 20 * at, text)
            for at, row in enumerate([("Nr", "Ärende", "Dnr", "Bil"), *rows])
            for x, text in zip((60, 90, 330, 401), row, strict=True)
            if text
        ),
    )
    assert [item.case_numbers for item in made.items] == [("KS 2022/318",), ("KS 2022/31-253",), ()]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Uppförande av skylt utan lov,", "fråga om avgift"),
        ("Arrende af", "Tullbron"),
        ("Afgift å", "tomter"),
    ],
)
def test_a_title_that_cannot_end_so_goes_on_below(first: str, second: str) -> None:
    made = read(
        line(60, 50, "PROTOKOLL"),
        line(60, 66, "Byggnadsnämnden 1993-05-14"),
        line(60, 100, f"§ 7 {first}"),
        line(60, 112 if second[0].isupper() else 118, second),
        line(60, 140, "BESLUT"),
        line(60, 154, "Byggnadsnämnden beslutar att avgiften tas ut."),
        line(60, 180, "§ 8 Val av justerare"),
        line(60, 194, "Bo Ek väljs att jämte ordföranden justera dagens protokoll i nämnden."),
    )
    assert made.items[0].title == f"{first} {second}"


def test_a_head_that_nobody_knows_heads_a_column_of_an_agenda_too() -> None:
    heads = [
        bold(60, 130, "Nr"),
        bold(90, 130, "Ärende"),
        bold(300, 130, "Föredragande"),
        bold(400, 130, "Dnr"),
        bold(480, 130, "Fackligt samråd"),
    ]
    entries = [
        one
        for number in range(1, 4)
        for one in (
            line(60, 110 + 40 * number, str(number)),
            line(90, 110 + 40 * number, "Avtal om skötsel av"),
            line(300, 110 + 40 * number, "Rektor Åsa"),
            line(400, 110 + 40 * number, f"UN 2006/{80 + number}"),
            line(480, 110 + 40 * number, "Bil 1"),
            line(90, 122 + 40 * number, f"lokal {number}"),
            line(300, 122 + 40 * number, "Lindblad"),
        )
    ]
    overleaf = [
        *(replace_top(one, 60) for one in heads),
        line(60, 80, "4"),
        line(90, 80, "Övriga frågor"),
    ]
    made = read_pages(
        [line(60, 50, "KALLELSE"), line(60, 66, "Utbildningsnämnden"), *heads, *entries], overleaf
    )
    assert [(item.number, item.title, item.case_numbers) for item in made.items] == [
        *(
            (number, f"Avtal om skötsel av lokal {number}", (f"UN 2006/{80 + number}",))
            for number in (1, 2, 3)
        ),
        (4, "Övriga frågor", ()),
    ]
    assert made.attendance == ()
    assert not any("Ärende" in section.text for section in made.items[2].sections)


def replace_top(one: Line, top: float) -> Line:
    """The line at another height."""
    return Line(
        tuple(
            replace(word, box=replace(word.box, top=top, bottom=top + 10)) for word in one.words if word.box
        )
    )


def below_number(*rows: Line) -> list[tuple[int | None, str | None]]:
    """The items of minutes with these rows below the number of the first of two."""
    made = read(
        line(60, 50, "ÅBY KOMMUN"),
        line(300, 50, "PROTOKOLL"),
        line(60, 64, "Kommunstyrelsen"),
        *rows,
        line(60, 300, "§ 6"),
        line(150, 300, "Delgivningar"),
        line(150, 330, "Förteckning över inkomna skrivelser föreligger."),
        line(150, 343, "Delgivningarna läggs till handlingarna."),
    )
    return [(one.number, one.title) for one in made.items]


def test_a_row_in_small_letters_straight_below_a_title_goes_on_with_it() -> None:
    assert below_number(
        line(60, 100, "§ 5"),
        line(150, 100, "Yttrande till länsstyrelsen över ansökan"),
        line(150, 120, "om täkttillstånd i Ekeby"),
        line(150, 150, "Nämnden beslutar"),
        line(170, 170, "att avge yttrande enligt kontorets förslag."),
        line(150, 190, "Beslutet skickas till länsstyrelsen med karta och bilagor."),
    ) == [(5, "Yttrande till länsstyrelsen över ansökan om täkttillstånd i Ekeby"), (6, "Delgivningar")]


def test_text_far_left_of_a_title_is_none_of_it() -> None:
    assert below_number(
        line(240, 100, "§ 5."),
        line(330, 118, "Decharge för år 1903 och frågor därom"),
        line(70, 130, "Efter föredragning av revisorernas berättelse över räkenskaperna för året"),
        line(60, 142, "samt därvid avgivna förklaringar beslöto Fullmäktige,"),
        line(70, 170, "att bevilja Drätselkammaren ansvarsfrihet för årets förvaltning;"),
    ) == [(5, "Decharge för år 1903 och frågor därom"), (6, "Delgivningar")]


def test_a_title_in_small_letters_begins_no_entry_of_an_agenda() -> None:
    made = read(
        line(60, 50, "KALLELSE"),
        line(60, 66, "Kulturnämnden"),
        *(line(60, 130, "Nr"), line(90, 130, "Ärende"), line(340, 130, "Dnr"), line(430, 130, "Handl.")),
        *(
            line(60, 150, "1"),
            line(90, 150, "Årsredovisning samt fråga om"),
            line(340, 150, "KUN 2012/67"),
            line(430, 150, "A"),
        ),
        line(90, 172, "ansvarsfrihet"),
        *(line(60, 200, "2"), line(90, 200, "Övriga frågor")),
    )
    assert [one.title for one in made.items] == [
        "Årsredovisning samt fråga om ansvarsfrihet",
        "Övriga frågor",
    ]


def test_capitals_straight_below_a_title_in_capitals_go_on_with_it() -> None:
    assert below_number(
        line(60, 100, "§ 5"),
        line(150, 100, "YTTRANDE ÖVER MOTION AV ADA EK (VPK) OM SEX TIMMARS ARBETSDAG"),
        line(60, 118, "Dnr 85/174"),
        line(150, 118, "FÖR VÅRDBITRÄDEN I HEMTJÄNSTEN"),
        line(150, 140, "Kommunstyrelsen har berett nämnden tillfälle att yttra sig."),
        line(150, 152, "Kontoret avstyrker motionen i en skrivelse i september."),
    ) == [
        (5, "YTTRANDE ÖVER MOTION AV ADA EK (VPK) OM SEX TIMMARS ARBETSDAG FÖR VÅRDBITRÄDEN I HEMTJÄNSTEN"),
        (6, "Delgivningar"),
    ]


def test_bold_print_below_a_full_title_and_indented_like_it_goes_on_with_it() -> None:
    made = read(
        line(60, 50, "ÅBY KOMMUN"),
        line(300, 50, "PROTOKOLL"),
        line(60, 64, "Kommunfullmäktige"),
        bold(60, 100, "§ 5 Interpellation nr 22 av Eva Ås (V) till rådet Sven"),
        bold(76, 116, "Tranberg (S) om väntetider i vården"),
        bold(60, 140, "Ärendet"),
        line(60, 156, "Eva Ås har ställt en interpellation om väntetider."),
        bold(60, 180, "§ 6 Delgivningar"),
        line(60, 200, "Förteckning över inkomna skrivelser föreligger hos kansli"),
        line(60, 212, "Delgivningarna läggs till handlingarna av fullmäktige nu."),
    )
    assert [one.title for one in made.items] == [
        "Interpellation nr 22 av Eva Ås (V) till rådet Sven Tranberg (S) om väntetider i vården",
        "Delgivningar",
    ]


def test_of_letters_without_sizes_the_bold_paragraph_is_the_title() -> None:
    made = read(
        line(60, 50, "ÅBY KOMMUN"),
        line(300, 50, "TJÄNSTEUTLÅTANDE"),
        bold(60, 120, "Evenemangsplan för staden"),
        line(60, 134, "Svar på remiss från kansliet"),
        bold(60, 160, "Förslag till beslut"),
        line(60, 176, "Nämnden överlämnar utlåtandet som svar på remissen."),
    )
    assert made.items[0].title == "Evenemangsplan för staden"


def test_the_end_of_an_agendas_row_that_stands_higher_is_of_that_entry() -> None:
    heads = [
        line(60, 130, "Nr"),
        line(90, 130, "Ärende"),
        line(340, 130, "Diarienr"),
        line(430, 130, "Handl."),
    ]
    entries = [
        one
        for number in range(1, 5)
        for one in (
            line(340, 130 + 24 * number, f"KUN 2022/{310 + number}"),
            line(430, 130 + 24 * number, f"Bil {number}"),
            line(60, 134.5 + 24 * number, str(number)),
            line(90, 134.5 + 24 * number, f"Bidrag till förening {'ABCD'[number - 1]}"),
        )
    ]
    made = read(line(60, 50, "KALLELSE"), line(60, 66, "Kulturnämnden"), *heads, *entries)
    assert [(one.title, one.case_numbers) for one in made.items] == [
        (f"Bidrag till förening {'ABCD'[number - 1]}", (f"KUN 2022/{310 + number}",))
        for number in range(1, 5)
    ]


@pytest.mark.parametrize("text", ["Nr Ärende", "Dnr Anm", "Diarienummer Handläggare"])
def test_heads_of_an_agenda_are_nobodys_names(text: str) -> None:
    assert not people.is_name(text)
