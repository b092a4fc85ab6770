"""Tables that are open at their sides, or have level lines only, closed in thought where their lines end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...schema import Box
from .mending import crosses
from .ruling import Rule, meets

LOOSE = 4.0
"""Points by which lines found in an image miss each other, and by which cells may differ that are one."""

LEAST_SIDE = 7.0
"""Points; a smaller cell holds no word: it is a tick box or the space between two borders."""

STACK = 3
"""Level lines of one length, one below another, that make a table without upright lines."""

STACK_WIDTH = 0.5
"""Their length as a share of the page's text, at least: lines to sign on are shorter."""

BESIDE = 6.0
"""Points between a table's open side and a word outside, at least: a word space is four."""


def closed(
    level: Sequence[Rule], upright: Sequence[Rule], words: Sequence[Box]
) -> tuple[list[Rule], list[Rule]]:
    """The level and the upright lines with those that close a table; none runs through a word."""
    whole = [*level, *(rule for rule in _ends(level, upright) if not crosses(rule, words))]
    return whole, [*upright, *_sides(whole, upright, words)]


def _ends(level: Sequence[Rule], upright: Sequence[Rule]) -> list[Rule]:
    """Level lines in thought where an upright line between two columns ends open, above or below a table."""
    found: list[Rule] = []
    for rule in upright:
        crossed = [one for one in level if meets(one, rule, LOOSE)]
        for end in (rule.start, rule.end):
            near = min(crossed, key=lambda one: abs(one.at - end), default=None)
            if near is not None and abs(near.at - end) > LEAST_SIDE:
                found.append(Rule(False, end, near.start, near.end))
    return found


def _sides(level: Sequence[Rule], upright: Sequence[Rule], words: Sequence[Box]) -> Iterator[Rule]:
    """Upright lines in thought at both ends of level lines of one length that are open there."""
    shortest = STACK_WIDTH * (max(box.x1 for box in words) - min(box.x0 for box in words))
    # A word just outside would be parted from its line.
    before, after = (
        [Box(box.x0, box.top, box.x1 + BESIDE, box.bottom) for box in words],
        [Box(box.x0 - BESIDE, box.top, box.x1, box.bottom) for box in words],
    )
    for stack in _stacks(level):
        top = stack[0].at
        inner = any(
            rule.start < top + LOOSE
            and rule.end > top + LEAST_SIDE
            and stack[0].start < rule.at < stack[0].end
            for rule in upright
        )
        # The top and bottom of a box are none of the open lines above it.
        opened = sum(not _is_closed(rule, upright) for rule in stack)
        if (opened >= STACK or inner) and stack[0].length >= shortest:
            for above, below in pairwise(stack):
                left = Rule(True, min(above.start, below.start), above.at, below.at)
                right = Rule(True, max(above.end, below.end), above.at, below.at)
                yield from [left] if not crosses(left, before) else []
                yield from [right] if not crosses(right, after) else []


def _is_closed(level: Rule, upright: Sequence[Rule]) -> bool:
    return all(
        any(abs(rule.at - end) < LOOSE and meets(level, rule, LOOSE) for rule in upright)
        for end in (level.start, level.end)
    )


def _stacks(level: Sequence[Rule]) -> list[list[Rule]]:
    stacks: list[list[Rule]] = []
    for rule in sorted(level, key=lambda rule: rule.at):
        for stack in stacks:
            if abs(stack[0].start - rule.start) < LOOSE and abs(stack[0].end - rule.end) < LOOSE:
                stack.append(rule)
                break
        else:
            stacks.append([rule])
    return [stack for stack in stacks if len(stack) > 1]
