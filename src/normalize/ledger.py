"""The ledger: changes with their places, and how to take them back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..errors import UsageError
from ..schema import Change
from ..schema.value import BoxTuple
from .verdict import Verdict

PAGE_BREAK = "\f"


def change(verdict: Verdict, *, page: int, offset: int, box: BoxTuple | None = None) -> Change:
    """The line of the ledger for a token that was changed."""
    return Change(
        page=page,
        offset=offset,
        box=box,
        before=verdict.before,
        after=verdict.after,
        rule=verdict.rule,
        evidence=verdict.evidence,
        confidence=round(verdict.confidence, 4),
        alternatives=verdict.alternatives,
    )


def undo(text: str, changes: Iterable[Change]) -> str:
    """The text as it was before the changes.

    Args:
        text: repaired text, pages separated by form feeds.
        changes: its ledger, in any order.

    Raises:
        UsageError: the ledger is not that of this text.
    """
    by_page: dict[int, list[Change]] = {}
    for entry in changes:
        by_page.setdefault(entry.page, []).append(entry)
    pages = text.split(PAGE_BREAK)
    for number, entries in by_page.items():
        if not 1 <= number <= len(pages):
            raise _foreign(f"it names page {number} of {len(pages)}")
        pages[number - 1] = _undone(pages[number - 1], entries)
    return PAGE_BREAK.join(pages)


def _undone(page: str, entries: Sequence[Change]) -> str:
    parts: list[str] = []
    end = len(page)
    for entry in sorted(entries, key=lambda entry: -entry.offset):
        stop = entry.offset + len(entry.after)
        if stop > end or page[entry.offset : stop] != entry.after:
            raise _foreign(f'page {entry.page} does not say "{entry.after}" at character {entry.offset}')
        parts += [page[stop:end], entry.before]
        end = entry.offset
    return page[:end] + "".join(reversed(parts))


def _foreign(what: str) -> UsageError:
    return UsageError(
        f"the ledger does not belong to this text: {what}", next_step="give the ledger of the same run"
    )
