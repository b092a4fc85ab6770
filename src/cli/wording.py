"""Numbers and durations as a person writes them."""

from __future__ import annotations


def several(count: int, one: str, more: str = "") -> str:
    """A number with its word.

    >>> several(1, "page"), several(2, "page"), several(2, "is", "are")
    ('1 page', '2 pages', '2 are')
    """
    return f"{count} {one if count == 1 else more or one + 's'}"


def duration(seconds: float) -> str:
    """A time of work.

    >>> duration(45), duration(200), duration(7500)
    ('45 s', '3 min 20 s', '2 h 05 min')
    """
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60:02d} s"
    return f"{whole // 3600} h {whole % 3600 // 60:02d} min"
