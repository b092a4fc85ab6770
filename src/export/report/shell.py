"""What every page of the report is wrapped in: style and script inside the file, and nothing else let in."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path

from ... import __version__
from .html import Child, Html, tag
from .phrases import say

GRADE_MARKS = {"god": "✓", "granska": "!", "bristfallig": "✕", "olast": "–"}
"""A sign beside the colour, for those who do not see colours."""


def document(title: str, *body: Child, back: str | None = None) -> str:
    """A whole HTML file.

    Args:
        title: plain text.
        body: of the main part.
        back: address of the page above, if there is one.
    """
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=_policy()),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", f"{title} – justera"),
        tag("style", Html(_file("style.css"))),
        tag("script", Html(_file("script.js"))),
    )
    page = tag(
        "body",
        tag("a", say("skip"), class_="skip", href="#main"),
        _banner(back),
        tag("main", *body, id="main", tabindex="-1"),
        tag("footer", tag("p", say("footer", version=__version__))),
    )
    return f"<!DOCTYPE html>\n{tag('html', head, page, lang='sv')}\n"


def badge(grade: str, text: Child) -> Html:
    """A grade as a coloured word with its sign."""
    mark = tag("span", GRADE_MARKS.get(grade, ""), class_="mark", aria_hidden="true")
    return tag("span", mark, text, class_=f"badge {grade}")


def _banner(back: str | None) -> Html:
    home = (
        tag("a", tag("span", "←", aria_hidden="true"), " ", say("all_documents"), href=back) if back else None
    )
    return tag(
        "header",
        tag("span", "justera", class_="brand"),
        tag("nav", home) if home else None,
        tag(
            "div",
            tag("button", say("print"), type="button", id="print", class_="quiet", hidden=True),
            tag("button", say("language"), type="button", id="language", class_="quiet", hidden=True),
            class_="tools",
        ),
        class_="banner",
    )


@cache
def _policy() -> str:
    """No network, no script but this file's own: hostile text that slipped through could still do nothing."""
    digest = base64.b64encode(hashlib.sha256(_file("script.js").encode("utf-8")).digest()).decode()
    return (
        f"default-src 'none'; script-src 'sha256-{digest}'; img-src 'self' file: data:; "
        "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    )


@cache
def _file(name: str) -> str:
    return "\n" + Path(__file__).with_name(name).read_text(encoding="utf-8")
