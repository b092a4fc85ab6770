"""Rolls of scans with a text layer: what is read from the image, and what is kept."""

from __future__ import annotations

from PIL import Image
from tests.ingest.placed import column, text

from justera.ingest import roll
from justera.ingest.files.sheets import Picture
from justera.ingest.image.prepare import Prepared
from justera.ingest.ready import Ready
from justera.schema import Word

SCALE = 0.5
"""Points of a pixel."""

HEADS = [*text(40, 80, "Ledamot"), *text(300, 80, "Ja"), *text(340, 80, "Nej")]
NAMES = column(40, 96, ["Ada Berg", "Bo Ceder", "Carl Dal"])
ABOVE = text(40, 40, "Kommunstyrelsen beslutar efter votering")
BELOW = text(40, 160, "Bo Ceder reserverar sig mot beslutet till förmån för eget förslag")


def ready() -> Ready:
    """A page all black."""
    image = Image.new("L", (1000, 1000), 0)
    picture = Picture(Image.new("1", (1, 1)), 72 / SCALE)
    return Ready(Prepared(image, 0.0, ()), picture, (500.0, 500.0))


def left(words: list[Word]) -> tuple[tuple[int, int, int, int] | None, list[str]]:
    """What is left in the image, in pixels, and which words are kept."""
    page = roll.alone(ready(), words)
    ink = page.prepared.image.point([255 - level for level in range(256)])
    return ink.getbbox(), [word.text for word in page.kept]


def test_rows_of_names_under_heads_are_a_roll() -> None:
    assert roll.is_there([*HEADS, *NAMES])
    assert not roll.is_there(NAMES)
    assert not roll.is_there([*NAMES, *text(80, 96, "Nej")])


def test_the_rows_alone_are_read_and_the_text_around_them_is_kept() -> None:
    box, kept = left([*ABOVE, *HEADS, *NAMES, *BELOW])
    assert box == (0, 125, 1000, 317), "a heading stands close over its text"
    assert kept == [word.text for word in (*ABOVE, *BELOW)]


def test_rows_that_the_layer_lost_behind_the_last_name_are_read() -> None:
    box, kept = left([*ABOVE, *HEADS, *NAMES, *text(40, 200, "Summa")])
    assert box == (0, 125, 1000, 1000)
    assert "Summa" not in kept


def test_a_page_that_is_a_roll_from_top_to_bottom_is_read_whole() -> None:
    page = ready()
    assert roll.alone(page, [*HEADS, *NAMES]).kept == ()
