"""Titles in a margin stay whole and come before the text beside them."""

from __future__ import annotations

from tests.ingest.placed import column, text, texts

from justera.ingest.layout import layout, margins
from justera.ingest.words.cells import cells
from justera.schema import Box, Word

TEXT = [
    "Nämnden beslutar att överlämna ärendet till styrelsen",
    "för vidare handläggning under våren, sedan förslaget har",
    "remitterats till de föreningar som berörs av det nya",
    "reglementet och svar har inkommit från samtliga.",
]


def _page(*entries: tuple[list[str], list[str]], pitch: float = 11.0) -> list[Word]:
    words, y = [], 50.0
    for title, lines in entries:
        words += column(40, y + 1, title, pitch=pitch) + column(180, y, lines)
        y += max(pitch * len(title), 13.0 * len(lines)) + 12
    return words


def test_a_title_of_more_lines_than_its_text_is_read_before_it() -> None:
    titles = ["§ 4", "Nytt reglemente", "för föreningar"], ["§ 5", "Val"], ["§ 6", "Avslutning"]
    page = _page((titles[0], TEXT[:2]), (titles[1], TEXT), (titles[2], TEXT[2:]))
    read = texts(layout.arrange(page))
    assert read == [*titles[0], *TEXT[:2], *titles[1], *TEXT, *titles[2], *TEXT[2:]]


def test_titles_at_the_right_of_a_text_are_read_before_it() -> None:
    words, y = text(60, 20, "§ 3."), 50.0
    for title, lines in (
        (["Ansökan om", "bidrag"], TEXT),
        (["Val"], TEXT[:2]),
        (["Avsägelse", "av uppdrag"], TEXT),
    ):
        words += column(40, y, lines) + column(360, y + 1, title, pitch=10)
        y += 13.0 * len(lines) + 12
    arranged = layout.arrange(words)
    beside = [*TEXT, "Val", *TEXT[:2], "Avsägelse", "av uppdrag", *TEXT]
    assert texts(arranged) == ["§ 3.", "Ansökan om", "bidrag", *beside]
    assert arranged[1].column != arranged[3].column


def test_ends_of_justified_lines_are_no_margin() -> None:
    words, y = [], 50.0
    for number in range(12):
        line = text(40, y, f"{'med' * (number % 3 + 1)} {TEXT[1]}")
        box = line[-1].box
        assert box is not None
        if number in (3, 4, 6, 8):
            words += [*line[:-1], *text(330, y, "upp i")]
        else:
            words += [*line, *text(box.x1 + 3, y, "" if number in (5, 7) else "nästa vecka i Ås")]
        y += 13
    assert len(margins.parts(cells(words, 10), 10)) == 1


def test_labels_of_a_form_stay_beside_their_values() -> None:
    rows = [
        ("Plats:", "Rådhuset, stora salen"),
        ("Tid:", "klockan nio till klockan tolv"),
        ("Dag:", "i morgon"),
    ]
    words = [
        word
        for place, (label, value) in enumerate(rows)
        for word in (*text(40, 50 + 13 * place, label), *text(180, 50 + 13 * place, value))
    ]
    assert texts(layout.arrange(words)) == [part for row in rows for part in row]


def test_a_box_that_takes_in_the_line_below_does_not_swap_the_lines_ends() -> None:
    above, below = text(40, 50, TEXT[0]), text(40, 61, TEXT[1])
    box = above[3].box or Box(0, 0, 0, 0)
    above[3] = Word(above[3].text, Box(box.x0, box.top, box.x1, box.bottom + 11))
    assert texts(layout.arrange([*above, *below])) == TEXT[:2]
