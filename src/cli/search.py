"""`justera search`: find pages in what a run has left."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from . import messages
from .wording import several

if TYPE_CHECKING:
    from ..export.search import Hit


def command(
    out: Annotated[Path, typer.Argument(help="Folder of a run.")],
    words: Annotated[
        str, typer.Argument(help='Words that a page must hold; "quoted" for words in a row.')
    ] = "",
    body: Annotated[str | None, typer.Option(help="Part of the body's name.")] = None,
    year: Annotated[int | None, typer.Option(help="Year of the meeting or document.")] = None,
    outcome: Annotated[str | None, typer.Option(help="Outcome of the item, such as avslag.")] = None,
    person: Annotated[str | None, typer.Option(help="Part of the name of a person in the item.")] = None,
    case: Annotated[str | None, typer.Option(help="Part of a case number.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="Most pages to show.")] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """Find pages by words, parts of compounds and what the records say.

    Both the repaired and the original spelling of a word find it, and nämnd finds Hälsoskyddsnämnden.
    """
    from ..errors import OutputError, UsageError
    from ..export import refuse_empty, search

    filters = search.Filters(body, year, outcome, person, case)
    if not words.strip() and filters == search.Filters():
        raise UsageError(
            "there is nothing to search for", next_step='give words, as in: justera search OUT "budget"'
        )
    refuse_empty(out)
    try:
        search.update(out, messages.error)
    except OutputError as problem:
        # A run on a disk that cannot be written is still searched as it was last indexed.
        messages.error(problem)
    base = search.connect_reader(out)
    try:
        hits = search.search(base, words, filters, limit)
    finally:
        base.close()
    for hit in hits:
        print(_json(hit) if as_json else _text(hit, out))
    messages.say(several(len(hits), "page"), event="searched", pages=len(hits))


def _text(hit: Hit, out: Path) -> str:
    """A hit for a person: where, what, and the file."""
    from ..export.register import readable
    from ..export.search import MARKS

    where = " · ".join(filter(None, (hit.name, f"page {hit.page}", hit.body, hit.date)))
    item = " ".join(filter(None, (f"§ {hit.paragraph}" if hit.paragraph else "", hit.title)))
    snippet = hit.snippet.replace(MARKS[0], "[").replace(MARKS[1], "]")
    lines = (_printable(where), _printable(item), _printable(snippet), str(readable(out / hit.folder)))
    return "\n    ".join(filter(None, lines))


def _json(hit: Hit) -> str:
    import json
    from dataclasses import asdict

    from ..export.search import MARKS

    plain = hit.snippet.replace(MARKS[0], "[").replace(MARKS[1], "]")
    return json.dumps({**asdict(hit), "snippet": plain}, ensure_ascii=False)


def _printable(text: str) -> str:
    """Without control characters: a scanned page must not steer the terminal."""
    return "".join(char if char.isprintable() else "\ufffd" for char in text)
