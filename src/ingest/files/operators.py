"""The operators of a page's content, told apart at once: pdfminer goes by characters, half of its time.

Only plain content is: inline images and whatever else looks odd is left to pdfminer, page by page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdftypes import stream_value
from pdfminer.psparser import LIT

_END = rb"(?=[\x00\t\n\f\r ()<>\[\]{}/%]|\Z)"

_TOKEN = re.compile(
    rb"([+-]?\d+)"
    + _END
    + rb"|([+-]?(?:\d+\.\d*|\.\d+))"
    + _END
    +
    # A string, an operator, a name, a string in hexadecimal digits.
    rb"|\(((?:[^()\\]|\\.)*)\)|([A-Za-z][A-Za-z0-9]*\*?|['\"])"
    + _END
    + rb"|/([A-Za-z0-9_.,:;+-]*)"
    + _END
    + rb"|<([0-9A-Fa-f]*)>"
    rb"|(\[|<<)|(\]|>>)|[\x00\t\n\f\r ]+|%[^\r\n]*|(.)",
    re.DOTALL,
)
_INTEGER, _REAL, _STRING, _OPERATOR, _NAME, _HEXADECIMAL, _OPENS, _CLOSES = range(1, 9)

_ESCAPED = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_TOO_LARGE = re.compile(rb"\\[4-7][0-7]{2}")
_ESCAPES = {
    b"b": b"\b",
    b"t": b"\t",
    b"n": b"\n",
    b"f": b"\f",
    b"r": b"\r",
    b"(": b"(",
    b")": b")",
    b"\\": b"\\",
}

_CONSTANTS = {"true": True, "false": False}
_INLINE = {"BI", "ID", "EI"}


@dataclass(frozen=True, slots=True)
class Operator:
    """What is done with the operands before it."""

    name: str
    method: str
    """Of pdfminer's interpreter."""


@cache
def _operator(name: str) -> Operator:
    return Operator(name, "do_" + name.replace("*", "_a").replace('"', "_w").replace("'", "_q"))


def operators(content: bytes) -> list[object] | None:
    """Operands and operators in their order; None where the content is not plain."""
    found: list[object] = []
    open_: list[tuple[bytes, list[object]]] = []
    inner = found
    for token in _TOKEN.finditer(content):
        kind = token.lastindex
        if kind is None:
            continue
        text: bytes = token[kind]
        if kind == _OPENS:
            open_.append((text, inner))
            inner = []
        elif kind == _CLOSES:
            begun, outer = open_.pop() if open_ else (b"", found)
            value = _closed(begun + text, inner)
            if value is None:
                return None
            outer.append(value)
            inner = outer
        else:
            value = _value(kind, text, is_inside=bool(open_))
            if value is None:
                return None
            inner.append(value)
    return None if open_ else found


def _value(kind: int, text: bytes, *, is_inside: bool) -> object:
    """A token's value; None where it is odd."""
    if kind == _INTEGER:
        return int(text)
    if kind == _REAL:
        return float(text)
    if kind == _STRING and not _TOO_LARGE.search(text):
        return _ESCAPED.sub(_unescaped, text) if b"\\" in text else text
    if kind == _NAME:
        return LIT(text.decode("ascii"))
    if kind == _HEXADECIMAL:
        return bytes.fromhex(text.decode("ascii")) if len(text) % 2 == 0 else None
    if kind == _OPERATOR:
        name = text.decode("ascii")
        if name in _CONSTANTS:
            return _CONSTANTS[name]
        return None if is_inside or name in _INLINE else _operator(name)
    return None


def _unescaped(escape: re.Match[bytes]) -> bytes:
    """What pdfminer makes of it."""
    what = escape[1]
    return bytes((int(what, 8),)) if what[:1].isdigit() else _ESCAPES.get(what, b"")


def _closed(ends: bytes, inner: Sequence[object]) -> object:
    """A list or a dictionary; None where it is neither."""
    if ends == b"[]":
        return list(inner)
    if ends != b"<<>>" or len(inner) % 2:
        return None
    names = [getattr(name, "name", None) for name in inner[::2]]
    return (
        dict(zip(names, inner[1::2], strict=True)) if all(isinstance(name, str) for name in names) else None
    )


class Interpreter(PDFPageInterpreter):
    """pdfminer's, with plain content told apart at once."""

    def execute(self, streams: Sequence[object]) -> None:
        """Do what the content says."""
        content = [stream_value(stream) for stream in streams]
        known = {stream.objid for stream in content}
        if None in known or not known.isdisjoint(self.parent_stream_ids):
            return super().execute(streams)
        found = operators(b"\n".join(stream.get_data() for stream in content))
        if found is None:
            return super().execute(streams)
        self.stream_ids = {one for one in known if one is not None}
        for one in found:
            if isinstance(one, Operator):
                self._do(one)
            else:
                self.push(one)  # type: ignore[arg-type]
        return None

    def _do(self, operator: Operator) -> None:
        function = getattr(self, operator.method, None)
        if function is None:
            return
        count = function.__code__.co_argcount - 1
        operands = self.pop(count)
        if len(operands) == count:
            function(*operands)
