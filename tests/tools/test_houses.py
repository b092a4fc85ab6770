"""Documents written by hand: each has a print and a truth, and the truth is printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from tools.houses import FOLDER, House, not_printed, truth


@pytest.mark.parametrize("html", sorted(FOLDER.glob("*.html")), ids=lambda html: html.stem)
def test_a_house_has_a_print_that_says_what_its_truth_says(html: Path) -> None:
    house = House(html.with_suffix(".pdf"), truth(html.with_suffix(".json")))
    assert list(not_printed(house)) == []
