from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from justera.ingest.files.sheets import Picture
from justera.ingest.layout import leaders
from justera.ingest.ready import make_ready, words_of

A4 = (595.0, 842.0)


def page(dpi: float, *, dotted: bool = False) -> Picture:
    """Twenty lines of print, or of contents with their leaders."""
    point = dpi / 72
    image = Image.new("L", (round(A4[0] * point), round(A4[1] * point)), 240)
    draw = ImageDraw.Draw(image)
    font = ImageFont.truetype("LiberationSerif-Regular.ttf", 11 * point)
    for line in range(20):
        text = "Val av justerare " + "." * 130 if dotted else "Nämnden beslutar att lägga informationen till"
        draw.text((70 * point, (100 + 20 * line) * point), text, font=font, fill=30)
    return Picture(image, dpi)


@pytest.mark.parametrize(
    ("dpi", "dotted", "first"), [(300, False, 250), (300, True, 300), (250, False, 250), (200, False, 200)]
)
def test_a_finer_scan_is_read_first_at_250_dpi_unless_leaders_run_through_it(
    dpi: float, dotted: bool, first: float
) -> None:
    ready = make_ready(page(dpi, dotted=dotted), A4)
    look = ready.first_look
    assert (ready.first_dpi, look.dpi) == (first, first)
    assert np.allclose(look.image.size, [side / 72 * first for side in A4], atol=1)
    assert ready.plate.dpi == dpi


def test_boxes_of_the_first_look_lie_where_the_words_stand() -> None:
    ready = make_ready(page(300), A4)
    row = "5\t1\t1\t1\t1\t1\t250\t500\t125\t50\t96.5\tNämnden"
    (word,) = words_of(row, ready)
    assert word.box is not None
    assert (word.box.x0, word.box.top, word.box.x1, word.box.bottom) == pytest.approx((72, 144, 108, 158.4))


@pytest.mark.parametrize("dpi", [200, 300])
def test_leaders_are_seen_before_a_page_is_read(dpi: float) -> None:
    assert leaders.run_through(page(dpi, dotted=True).image, dpi)
    assert not leaders.run_through(page(dpi).image, dpi)
    assert not leaders.run_through(Image.new("L", (800, 1000), 255), dpi)
