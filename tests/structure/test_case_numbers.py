"""Case numbers, and what only looks like one."""

from __future__ import annotations

import pytest

from justera.structure import case_numbers


@pytest.mark.parametrize("text", ["läsåret 2023/2024", "säsongen 1998/1999", "2024-03-15", "SFS 2017:900"])
def test_no_case_number(text: str) -> None:
    assert not case_numbers.whole(text)


@pytest.mark.parametrize("text", ["00322/2026", "Dnr 2023/2024", "KS 2023/456", "SN/2018:411-709"])
def test_case_number(text: str) -> None:
    assert case_numbers.whole(text)
