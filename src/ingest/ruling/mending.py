"""Lines of a table put together that an image shows in pieces: dotted ones, faint ones.

Two pieces on one line are joined, and a level line is drawn out to the upright one that it misses, where no
word stands in between: so nothing that is read together is ever parted by a line that is not there. The
space between two tables side by side is no gap, and the height of a cell over two columns is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ...schema import Box
from .ruling import Rule

GAP = 90.0
"""Longest gap that is mended, in points; a dotted line is seen in pieces of an inch and more."""

SAME = 1.5
"""Points between two pieces of one line."""

AT_SIDE = 4.5
"""Points between the end of a level line and the side of its table, at most."""

AT_LINE = 2.0
"""Points between the end of an upright line and the level one that it ends at, at most."""


def crosses(rule: Rule, boxes: Sequence[Box]) -> bool:
    """Whether a word stands on the line."""
    if rule.upright:
        return any(
            b.x0 + 1 < rule.at < b.x1 - 1 and b.bottom > rule.start + 1 and b.top < rule.end - 1
            for b in boxes
        )
    return any(
        b.top + 1 < rule.at < b.bottom - 1 and b.x1 > rule.start + 1 and b.x0 < rule.end - 1 for b in boxes
    )


def mended(rules: Sequence[Rule], boxes: Sequence[Box]) -> list[Rule]:
    """The rules with gaps closed that hold no word."""
    level = [rule for rule in rules if not rule.upright]
    upright = _joined([rule for rule in rules if rule.upright], boxes, (), level)
    between = _between_tables(level, upright)
    return upright + [
        _drawn_out(rule, upright, boxes, between) for rule in _joined(level, boxes, between, ())
    ]


def _between_tables(level: Sequence[Rule], upright: Sequence[Rule]) -> list[Box]:
    """Spaces between two upright lines at which level lines end and that none runs across."""
    found: list[Box] = []
    for left, right in pairwise(sorted(upright, key=lambda rule: rule.at)):
        top, bottom = max(left.start, right.start), min(left.end, right.end)
        own = [rule for rule in level if top - AT_SIDE < rule.at < bottom + AT_SIDE]
        ends = sum(abs(rule.end - left.at) < AT_SIDE for rule in own)
        starts = sum(abs(rule.start - right.at) < AT_SIDE for rule in own)
        middle = (left.at + right.at) / 2
        if min(ends, starts) > 1 and not any(rule.start < middle < rule.end for rule in own):
            found.append(Box(left.at, top - AT_SIDE, right.at, bottom + AT_SIDE))
    return found


def _joined(
    rules: Sequence[Rule], boxes: Sequence[Box], between: Sequence[Box], across: Sequence[Rule]
) -> list[Rule]:
    found: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: rule.start):
        for index, other in enumerate(found):
            gap = Rule(rule.upright, other.at, other.end, rule.start)
            if (
                abs(other.at - rule.at) < SAME
                and gap.length < GAP
                and not crosses(gap, boxes)
                and not _spans(gap, between)
                and not _is_cell(gap, across)
            ):
                found[index] = replace(other, end=max(other.end, rule.end))
                break
        else:
            found.append(rule)
    return found


def _is_cell(gap: Rule, across: Sequence[Rule]) -> bool:
    """Whether a gap begins and ends at lines across it: two columns are one in these rows."""
    ends = [rule.at for rule in across if rule.start - AT_SIDE < gap.at < rule.end + AT_SIDE]
    return all(any(abs(at - end) < AT_LINE for at in ends) for end in (gap.start, gap.end))


def _spans(gap: Rule, between: Sequence[Box]) -> bool:
    """Whether the gap lies in the space between two tables."""
    middle = (gap.start + gap.end) / 2
    return any(space.x0 < middle < space.x1 and space.top < gap.at < space.bottom for space in between)


def _drawn_out(rule: Rule, upright: Sequence[Rule], boxes: Sequence[Box], between: Sequence[Box]) -> Rule:
    ats = [one.at for one in upright if one.start - SAME < rule.at < one.end + SAME]
    before = [at for at in ats if rule.start - GAP < at < rule.start]
    after = [at for at in ats if rule.end < at < rule.end + GAP]
    # The nearest one: a line that passes another is seen on both of its sides.
    gaps = [Rule(False, rule.at, max(before), rule.start)] if before else []
    gaps += [Rule(False, rule.at, rule.end, min(after))] if after else []
    for gap in gaps:
        if not crosses(gap, boxes) and not _spans(gap, between):
            rule = replace(rule, start=min(rule.start, gap.start), end=max(rule.end, gap.end))
    return rule
