from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdfminer.pdfinterp import PDFContentParser
from pdfminer.pdftypes import PDFStream
from pdfminer.psexceptions import PSEOF, PSException
from pdfminer.psparser import PSKeyword, PSLiteral, keyword_name

from justera.ingest.files.operators import Operator, operators


def pieces(*written: bytes) -> st.SearchStrategy[bytes]:
    return st.sampled_from(written)


OPERANDS = pieces(
    b"1", b"-2.50", b"+.5", b"7.", b"(ab c)", rb"(a\)\101\53\r\z)", b"<4a6F>", b"<>", b"/F1", b"true"
)
GROUPS = pieces(b"[(a) -3 (b)]", b"<</MCID 0>>", b"[[1] [/A]]", b"% note\n")
OPERATORS = pieces(b"BT", b"Tj", b"TJ", b"'", b'"', b"f*", b"T*")
PLAIN = OPERANDS | GROUPS | OPERATORS
ODD = pieces(
    b"(a(b)c)", b"<4>", b"<4 a>", b"/A#20B", b"1-2", b"--5", b"1e5", rb"(\777)", b"null", b"\xff"
) | pieces(b"[1", b"1]", b">>", b"<<1 2>>", b"{", b")", b"(", b"[Tj]", b"[null]", b"BI /W 1 ID x EI")


def plain(value: object) -> object:
    if isinstance(value, PSKeyword):
        return Operator, keyword_name(value)
    if isinstance(value, Operator):
        return Operator, value.name
    if isinstance(value, PSLiteral):
        return PSLiteral, value.name
    if isinstance(value, dict):
        return {name: plain(one) for name, one in value.items()}
    return [plain(one) for one in value] if isinstance(value, list) else (type(value), value)


def by_pdfminer(content: bytes) -> list[object]:
    parser = PDFContentParser([PDFStream({}, content + b"\n")])
    found = []
    while True:
        try:
            found.append(plain(parser.nextobject()[1]))
        except PSEOF:
            return found


@given(st.lists(PLAIN), st.sampled_from([b" ", b"\n", b"\r\n  "]))
def test_plain_content_is_told_apart_as_pdfminer_does(some: list[bytes], space: bytes) -> None:
    content = space.join(some)
    found = operators(content)
    assert found is not None
    assert [plain(one) for one in found] == by_pdfminer(content)


@given(st.lists(PLAIN | ODD), st.sampled_from([b" ", b""]))
def test_what_is_odd_is_left_to_pdfminer_or_read_alike(some: list[bytes], space: bytes) -> None:
    content = space.join(some)
    found = operators(content)
    if found is not None:
        try:
            expected = by_pdfminer(content)
        except (PSException, AssertionError):
            pytest.fail(f"pdfminer cannot read {content!r}, which was taken for plain")
        assert [plain(one) for one in found] == expected


@given(st.binary(max_size=60))
def test_any_bytes_are_survived(content: bytes) -> None:
    operators(content)
