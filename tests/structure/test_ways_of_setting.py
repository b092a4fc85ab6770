"""One small document in the many ways that houses set it: what it says stays the same."""

from __future__ import annotations

import pytest

from justera.schema import Record

from .written import structured

TITLES = ("Val av justerare", "Taxa för uthyrning av lokaler", "Yttrande över detaljplan")
LETTERHEAD = (
    "Lövbrunns kommun                 PROTOKOLL\n"
    "Kultur- och fritidsnämnden       Sammanträdesdatum 2023-05-16"
)
HEAD = "§ {n}                                     Dnr {c}\n{t}"
PARTS = {
    "basis": "Beslutsunderlag",
    "documents": "Tjänsteskrivelse 2023-04-25\nFörslag till taxa 2024",
    "beslut": "Beslut",
    "sent": "Beslutet skickas till",
    "recipients": "Ekonomiavdelningen\nFöreningsservice",
}
TEXT = """{basis}
{documents}

{beslut}
Kultur- och fritidsnämnden beslutar att anta förslaget.

{sent}
{recipients}"""


def made(
    letterhead: str = LETTERHEAD, head: str = HEAD, numbers: str = "KFN 2023/{}", **parts: str
) -> Record:
    """The document, set in one way."""
    text = TEXT.format(**(PARTS | parts))
    items = (
        f"{head.format(n=41 + place, t=title, c=numbers.format(118 - 21 * place))}\n\n{text}"
        for place, title in enumerate(TITLES)
    )
    return structured(f"{letterhead}\n\nPlats och tid      Kulturhuset, kl. 13.00\n\n" + "\n\n".join(items))


def check(record: Record, numbers: str = "KFN 2023/{}") -> None:
    """What it says in every way."""
    assert [(one.number, one.suffix, one.title) for one in record.items] == [
        (41 + place, None, title) for place, title in enumerate(TITLES)
    ]
    assert [one.case_numbers for one in record.items] == [
        (numbers.format(118 - 21 * place),) for place in range(3)
    ]
    for item in record.items:
        assert [one.kind for one in item.sections] == ["beslutsunderlag", "beslut", "expediering"]
        assert [one.title for one in item.basis_documents] == [
            "Tjänsteskrivelse 2023-04-25",
            "Förslag till taxa 2024",
        ]
        assert item.recipients == ("Ekonomiavdelningen", "Föreningsservice")
        assert [one.text for one in item.decisions] == [
            "Kultur- och fritidsnämnden beslutar att anta förslaget."
        ]


@pytest.mark.parametrize(
    "head",
    [
        "§{n} {t}\nDnr {c}",
        "{n} § {t}\nDnr {c}",
        "Ärende {n} {t}\nDnr {c}",
        "Ärende {n}: {t}\nDnr {c}",
        "Nr {n} {t}\nDnr {c}",
        "2023:{n} {t}\nDnr {c}",
        "§ 2023:{n} {t}\nDnr {c}",
        "§ {n}/2023 – {t}\nDnr {c}",
        "Paragraf {n} – {t}\nDnr {c}",
        "§ {n}          {c}\nÄrende: {t}",
        "§ {n}\n{c}\n\n{t}",
        "Paragraf      Ärende      Diarienummer\n§ {n}      {t}      {c}",
    ],
)
def test_numbers_and_titles(head: str) -> None:
    check(made(head=head))


@pytest.mark.parametrize(
    "label",
    [
        "D-nr",
        "Ärende nr:",
        "Ärende-ID:",
        "Vår ref:",
        "Dnr KFN:",
        "Diarium:",
        "Dossnr",
        "Handling nr",
        "Ärende:",
    ],
)
def test_labels_of_case_numbers(label: str) -> None:
    check(made(head=f"§ {{n}}                                     {label} {{c}}\n{{t}}"))


@pytest.mark.parametrize(
    "numbers",
    ["2023.{} KFN", "2023-{}", "2023:{}", "23/{}", "KFN 2023 {}", "KFN 2023: {}", "KUF-KFN-2023-{}"],
)
@pytest.mark.parametrize("head", ["§ {n}                                     {c}\n{t}", "§ {n} {t}\n{c}"])
def test_case_numbers_without_a_label(numbers: str, head: str) -> None:
    check(made(head=head, numbers=numbers), numbers)


@pytest.mark.parametrize(
    "parts",
    [
        {"beslut": "Kultur- och fritidsnämnden beslut"},
        {"beslut": "Beslut kultur- och fritidsnämnden"},
        {"beslut": "B E S L U T", "basis": "B E S L U T S U N D E R L A G"},
        {"basis": "Till grund för beslutet"},
        {"sent": "Sändes till"},
        {"sent": "Utdrag ur protokollet till"},
        {"sent": "Kopia av beslutet till"},
        {"sent": "Beslutet skickas till för kännedom:"},
        {"sent": "Distribution"},
        {"recipients": "Ekonomiavdelningen och Föreningsservice"},
        {"recipients": "Ekonomiavdelningen / Föreningsservice"},
        {"recipients": "Ekonomiavdelningen          Föreningsservice"},
        {"documents": "Tjänsteskrivelse 2023-04-25; Förslag till taxa 2024"},
        {"documents": "Tjänsteskrivelse 2023-04-25 och Förslag till taxa 2024."},
    ],
    ids=lambda parts: next(iter(parts.values())),
)
def test_headings_and_lists(parts: dict[str, str]) -> None:
    check(made(**parts))


@pytest.mark.parametrize(
    ("letterhead", "authority"),
    [
        ("LÖVBRUNN\nKOMMUN\nKultur- och fritidsnämnden     PROTOKOLL     2023-05-16", "Lövbrunn kommun"),
        (
            "Lövbrunns    Kultur- och fritidsnämnden     PROTOKOLL\nkommun       2023-05-16",
            "Lövbrunns kommun",
        ),
        ("Lövbrunns kommun\nKultur- och fritidsnämnden     Protokoll     Datum 230516", "Lövbrunns kommun"),
        (
            "Lövbrunns kommun\n\nProtokoll från kultur- och fritidsnämndens sammanträde den 16\nmaj 2023",
            "Lövbrunns kommun",
        ),
    ],
)
def test_letterheads(letterhead: str, authority: str) -> None:
    record = made(letterhead)
    check(record)
    assert record.authority and record.authority.name == authority
    assert (record.kind, record.body, record.date, record.title) == (
        "protokoll",
        "Kultur- och fritidsnämnden",
        "2023-05-16",
        None,
    )


def test_the_day_of_the_adjustment_is_not_that_of_the_meeting() -> None:
    record = made("Lövbrunns kommun\nKulturnämnden   Protokoll\n\nJustering     Kulturhuset 2023-05-23")
    assert record.date is None


HELD = "Lövbrunns kommun\n\nProtokoll fört vid sammanträde med kulturnämnden tisdagen den 16 maj\n2023\n"


def test_what_the_foot_of_the_first_page_dates_is_not_the_meeting() -> None:
    assert made(f"{HELD}\n\nMall: Protokoll v. 2.1        Utskriven 2023-05-24\n\f").date == "2023-05-16"


@pytest.mark.parametrize(
    "foot",
    [
        "Lövbrunns kommun · 123 45 Lövbrunn · Besöksadress Torget 1 · Telefon 0123-456 00",
        "Detta dokument har undertecknats med digitala signaturer. Transaktion 09222115\nSignerat OB, SH, ML",
    ],
)
def test_addresses_in_one_row_and_notes_of_signing_services_are_of_no_section(foot: str) -> None:
    record = made(HELD, sent=f"Skickas till\nAkten\n{foot}\n\nDelges")
    assert record.items[0].recipients == ("Akten", "Ekonomiavdelningen", "Föreningsservice")


def test_an_office_alone_among_recipients_heads_no_section() -> None:
    record = made(recipients="Föreningsservice\n\nEkonomiavdelningen")
    assert record.items[0].recipients == ("Föreningsservice", "Ekonomiavdelningen")


def test_styrelsen_in_the_letterhead_is_the_body() -> None:
    head = "Nordkustens samverkan      PROTOKOLL\nStyrelsen                  2023-05-16"
    record = made(head, beslut="Arbetsutskottet föreslår att förslaget antas.\n\nBeslut")
    assert record.body == "Styrelsen"
    assert record.authority and record.authority.name == "Nordkustens samverkan"


def test_an_authority_over_two_rows_of_the_sentence_that_minutes_begin_with() -> None:
    record = made(
        "Protokoll, hållet vid sammanträde med kyrkorådet i Norra\nRings församling den 14 mars 1957."
    )
    assert record.authority and record.authority.name == "Norra Rings församling"


def test_fullmaktige_in_several_places_are_one_recipient() -> None:
    record = made(recipients="Kommunfullmäktige i Hålta, Vika och Norrlid")
    assert record.items[0].recipients == ("Kommunfullmäktige i Hålta, Vika och Norrlid",)


def test_what_names_the_item_that_goes_on_is_no_heading() -> None:
    parts = {"documents": "Tjänsteskrivelse 2023-04-25\n\fForts. § 41\n\nFörslag till taxa 2024"}
    assert len(made(**parts).items[0].sections) == 3


SUMMONS = """Lövbrunns kommun          KALLELSE
Kulturnämnden

Ledamöter kallas till sammanträde den 16 maj 2023 kl. 13.00.

Ärenden
{}
"""


@pytest.mark.parametrize(
    "entry",
    [
        "13.0{n}      {n}.      {t}",
        "{n}. {t}                                        {n}",
        "Ärende {n} {t}",
        "**{n}. {t}",
    ],
)
def test_agendas(entry: str) -> None:
    entries = "\n".join(entry.format(n=at, t=title) for at, title in enumerate(TITLES, 1))
    grouped = entries.replace("**2", "\nBeslutsärenden\n2").replace("**", "")
    record = structured(SUMMONS.format(grouped))
    assert [(one.number, one.title, one.sections) for one in record.items] == [
        (at, title, ()) for at, title in enumerate(TITLES, 1)
    ]


@pytest.mark.parametrize(
    "entry",
    ["§ {n} {t}", "§ {n} {t} ..... 3", "§ {n}   {t}   KFN 2023/118   3", "§ {n}   Dnr KFN 2023/97   {t}   3"],
)
def test_contents(entry: str) -> None:
    entries = "\n".join(entry.format(n=41 + at, t=title) for at, title in enumerate(TITLES))
    record = made(f"{LETTERHEAD}\n\nÄrendeförteckning\n{entries}\n\f")
    check(record)
    assert [(one.number, one.title) for one in record.contents] == [
        (41 + at, title) for at, title in enumerate(TITLES)
    ]


@pytest.mark.parametrize(
    "end", ["Bestyrkes\nSiv Holm\n", "Paragrafen förklaras omedelbart justerad.\n\nRätt utdraget\nSiv Holm\n"]
)
def test_excerpts_end_behind_their_recipients(end: str) -> None:
    head = "Lövbrunns kommun     SAMMANTRÄDESPROTOKOLL\nKulturnämnden        Utdrag\n\n§ 7 Ny taxa\n\n"
    record = structured(f"{head}Taxan antas.\n\nSkickas till\nEkonomikontoret\n{end}")
    assert (record.kind, record.items[0].recipients) == ("protokollsutdrag", ("Ekonomikontoret",))


def test_appendices_in_bold_among_documents_head_no_section() -> None:
    documents = "Bilaga 1: Skrivelse\n\nBilaga 2: Förslag till taxa"
    found = made(documents=documents).items[0]
    assert [one.title for one in found.basis_documents] == [
        "Bilaga 1: Skrivelse",
        "Bilaga 2: Förslag till taxa",
    ]


def test_a_letter_whose_case_number_stands_behind_its_title() -> None:
    record = structured(
        "Lövbrunns kommun     TJÄNSTESKRIVELSE     2023-04-25\n\nNy taxa för lokaler (KFN 2023/118)\n\n"
        "Förslag till beslut\nTaxan antas.\n\nBakgrund\nTaxan har gällt sedan 2019.\n"
    )
    assert (record.title, record.case_numbers) == ("Ny taxa för lokaler", ("KFN 2023/118",))


def test_case_numbers_of_two_digits_of_the_year_are_no_titles() -> None:
    check(made(head="§ {n}\n{c}\n\n{t}", numbers="KS 87.0{}.811"), "KS 87.0{}.811")


def test_a_title_goes_on_behind_what_needs_a_name() -> None:
    record = made(head="§ {n}     Dnr {c}\nAntagande av detaljplan för kvarteret\nTegelslagaren m fl")
    assert record.items[0].title == "Antagande av detaljplan för kvarteret Tegelslagaren m fl"


def test_a_company_named_in_its_address_alone() -> None:
    head = "Hede\nBostäder         Protokoll\n\nHede Bostäder AB Box 12, 123 45 Hede Besöksadress: Nygatan 4"
    record = made(head)
    assert record.authority and record.authority.name == "Hede Bostäder AB"
