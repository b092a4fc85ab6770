"""An evaluation as one HTML page: every difference in its place, readable without a network."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from .eval_report import shown
from .evaluation import Comparison, Shortfall
from .measures import fold

CONTEXT = 12
"""Words shown on either side of a difference."""


def page(comparisons: Sequence[Comparison], total: Comparison, shortfalls: Sequence[Shortfall]) -> str:
    """The whole page."""
    style = Path(__file__).with_name("eval_page.css").read_text(encoding="utf-8")
    parts = [
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width">\n<title>justera eval</title>',
        f"<style>\n{style}</style>\n</head>\n<body>\n<main>\n<h1>Predicted against true</h1>",
        _verdict(shortfalls),
        _section(total, "All documents"),
        *(_section(one, one.name) for one in comparisons),
        "</main>\n</body>\n</html>\n",
    ]
    return "\n".join(parts)


def _verdict(shortfalls: Sequence[Shortfall]) -> str:
    if not shortfalls:
        return ""
    rows = "".join(
        f"<li>{escape(one.name)}: {'nothing measured' if one.value is None else f'{one.value:.4f}'},"
        f" limit {one.limit:g}</li>"
        for one in shortfalls
    )
    return f'<section class="missed"><h2>Misses its limits</h2><ul>{rows}</ul></section>'


def _section(one: Comparison, title: str) -> str:
    parts = [f"<section>\n<h2>{escape(title)}</h2>", _table(one)]
    if one.differences:
        rows = "".join(
            f"<tr><td>{escape(difference.field)}</td><td><del>{escape(shown(difference.predicted))}</del></td>"
            f"<td><ins>{escape(shown(difference.true))}</ins></td></tr>"
            for difference in one.differences
        )
        head = "<tr><th>Field</th><th>Predicted</th><th>True</th></tr>"
        parts.append(f"<details open><summary>Record: {len(one.differences)} differences</summary>")
        parts.append(f"<table>{head}{rows}</table></details>")
    if one.texts is not None and one.text is not None and one.text.word_errors:
        parts.append(f"<details><summary>Text: {one.text.word_errors} words differ</summary>")
        parts.append(f'<p class="text" lang="sv">{"".join(_marked(*one.texts))}</p></details>')
    return "\n".join([*parts, "</section>"])


def _table(one: Comparison) -> str:
    rows = "".join(
        f"<tr><th>{escape(name)}</th><td>{value:.4f}</td></tr>"
        if isinstance(value, float)
        else f"<tr><th>{escape(name)}</th><td>{value}</td></tr>"
        for name, value in one.figures.items()
    )
    return f"<table>{rows}</table>"


def _marked(predicted: str, truth: str) -> Iterator[str]:
    """The text with what was read struck out and what stands there underlined; long right runs shortened."""
    true_words, words = fold(truth).split(), fold(predicted).split()
    for part in Levenshtein.opcodes(true_words, words):
        true = true_words[part.src_start : part.src_end]
        if part.tag == "equal":
            yield escape(_shortened(true)) + " "
            continue
        read = words[part.dest_start : part.dest_end]
        if read:
            yield f"<del>{escape(' '.join(read))}</del> "
        if true:
            yield f"<ins>{escape(' '.join(true))}</ins> "


def _shortened(words: list[str]) -> str:
    if len(words) <= 2 * CONTEXT:
        return " ".join(words)
    return " ".join([*words[:CONTEXT], "[...]", *words[-CONTEXT:]])
