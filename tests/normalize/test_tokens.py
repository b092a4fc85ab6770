from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from justera.normalize import repair_text
from justera.normalize.tokens import Kind, cut

AROUND = (
    "Namnden beslutar har att for fran aven nagra aldre pa forslag av {} och darfor ocksa enligt arendet."
)


@pytest.mark.parametrize(
    "zone",
    [
        "2023-05-04",
        "1 250 000",
        "12,5 %",
        "KS 2023/0123",
        "KS-2023-00123",
        "§ 87a",
        "2 kap. 3 §",
        "SFS 2010:110",
        "Backa 12:4",
        "anna.forsen@exempel.se",
        "https://www.orebro.se/namnd?ar=2",
        "www.goteborg.se",
        "arsrapport_2023.pdf",
        "13.30-15.00",
        "A4",
        "08-123 456",
        "t.ex.",
        "m.fl.",
    ],
)
def test_protected_zones_are_never_edited(zone: str) -> None:
    text = AROUND.format(zone)
    repaired = repair_text(text)
    assert len(repaired.changes) > 8
    assert f" {zone} " in repaired.text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("nämnden,", Kind.WORD),
        ("(hälso-", Kind.WORD),
        ("f6rslag", Kind.WORD),
        ("&r", Kind.WORD),
        ("1", Kind.WORD),
        ("400-arsjubileet", Kind.WORD),
        ("17", Kind.NUMBER),
        ("12b", Kind.NUMBER),
        ("2023/0123", Kind.NUMBER),
        ("KS2023", Kind.PROTECTED),
        ("–", Kind.MARK),
        ("...", Kind.MARK),
    ],
)
def test_kinds_of_tokens(text: str, kind: Kind) -> None:
    assert cut(text).kind is kind


@given(st.text(min_size=1).filter(lambda text: not any(letter.isspace() for letter in text)))
def test_parts_make_up_the_token(text: str) -> None:
    token = cut(text)
    assert "".join(token.parts) == text
    assert len(token.parts) % 2 == 1
