"""HTML built from values: what is not HTML already is escaped, so hostile text stays text."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath
from urllib.parse import quote

from ..markup import attribute, content


class Html(str):
    """Text that is HTML already."""

    __slots__ = ()


Child = str | int | None | Iterable["Child"]
"""What an element may hold; a plain string is text, None is nothing."""

_VOID = frozenset({"img", "input", "meta", "link", "br", "hr"})

_NO_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


def tag(name: str, /, *children: Child, **attributes: str | float | bool | None) -> Html:
    """An element.

    Args:
        name: of the element.
        children: elements and text.
        attributes: a trailing underscore is dropped (`class_`), others become hyphens; None and False leave
            an attribute out.
    """
    given = "".join(
        f" {key.rstrip('_').replace('_', '-')}" + ("" if value is True else f"={attribute(str(value))}")
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    inside = join(*children)
    return Html(f"<{name}{given}>" if name in _VOID else f"<{name}{given}>{inside}</{name}>")


def join(*children: Child) -> Html:
    """Elements and text, one after the other."""
    return Html("".join(map(_out, children)))


def address(path: str) -> str:
    """A relative link to a file, whatever its name holds."""
    return "/".join(quote(part.translate(_NO_SURROGATES), safe="~") for part in PurePosixPath(path).parts)


def _out(child: Child) -> str:
    if child is None:
        return ""
    if isinstance(child, Html):
        return child
    if isinstance(child, str | int):
        return content(str(child))
    return "".join(map(_out, child))
