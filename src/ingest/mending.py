"""Lines of a table put together that an image shows in pieces: dotted ones, faint ones.

Two pieces on one line are joined, and a level line is drawn out to the upright one that it misses, where no
word stands in between: so nothing that is read together is ever parted by a line that is not there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..schema import Box
from .ruling import Rule

GAP = 90.0
"""Longest gap that is mended, in points; a dotted line is seen in pieces of an inch and more."""

SAME = 1.5
"""Points between two pieces of one line."""


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
    joined = _joined(rules, boxes)
    upright = [rule for rule in joined if rule.upright]
    return upright + [_drawn_out(rule, upright, boxes) for rule in joined if not rule.upright]


def _joined(rules: Sequence[Rule], boxes: Sequence[Box]) -> list[Rule]:
    found: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (rule.upright, rule.start)):
        for index, other in enumerate(found):
            gap = Rule(rule.upright, other.at, other.end, rule.start)
            alike = other.upright == rule.upright and abs(other.at - rule.at) < SAME
            if alike and gap.length < GAP and not crosses(gap, boxes):
                found[index] = replace(other, end=max(other.end, rule.end))
                break
        else:
            found.append(rule)
    return found


def _drawn_out(rule: Rule, upright: Sequence[Rule], boxes: Sequence[Box]) -> Rule:
    ats = [one.at for one in upright if one.start - SAME < rule.at < one.end + SAME]
    before = [at for at in ats if rule.start - GAP < at < rule.start]
    after = [at for at in ats if rule.end < at < rule.end + GAP]
    # The nearest one: a line that passes another is seen on both of its sides.
    if before and not crosses(Rule(False, rule.at, max(before), rule.start), boxes):
        rule = replace(rule, start=max(before))
    if after and not crosses(Rule(False, rule.at, rule.end, min(after)), boxes):
        rule = replace(rule, end=min(after))
    return rule
