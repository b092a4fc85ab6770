from __future__ import annotations

from justera.normalize import repair_text
from justera.normalize.reader import ENGLISH_READER
from justera.normalize.vouching import pooled, vouched

LOST = "Namnden foreslar darfor att forvaltningen aterkommer med ett nytt forslag fore sommaren."


def test_readings_of_one_name_tell_together_what_none_tells_alone() -> None:
    readings = ["Ormson", "Ormsén", "Orms6n"] * 2
    assert pooled(readings, ENGLISH_READER.noise) == {"armsan": ("ormsön",)}
    assert pooled(readings[:1] * 6, ENGLISH_READER.noise) == {}


def test_names_that_only_look_alike_are_not_pooled() -> None:
    assert pooled(["Vadlin", "Vodlin"], ENGLISH_READER.noise) == {}


def test_a_name_damaged_in_several_ways_comes_back_everywhere() -> None:
    text = f"{LOST} Vid Ormson byggs en bro. Bron vid Ormsén och vagen till Orms6n ar klara."
    assert repair_text(f"{text}\n{text}").text.count("Ormsön") == 6


def test_a_sound_page_vouches_for_the_names_on_damaged_ones() -> None:
    assert vouched(["på Frösjöhäll är"]) == {"frasjahall": ("frösjöhäll",)}
