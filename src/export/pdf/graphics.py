"""A content stream followed command by command: transformation, text mode, and what covers the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from pikepdf import Name

from .place import Matrix

COVERS = 0.9
"""Share of the page that an image covers when it hides what was drawn before."""

_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True, slots=True)
class State:
    """What holds when a command runs."""

    matrix: Matrix = _IDENTITY
    mode: int = 0
    """Text rendering mode."""
    font: str = ""
    opaque: bool = True
    """False once a clip or a graphics state might keep an image from covering."""


def states(commands: Sequence[Any], state: State) -> list[State]:
    """The graphics state in which each command runs, from `state` on."""
    found: list[State] = []
    saved: list[State] = []
    for command in commands:
        found.append(state)
        operator, operands = str(command.operator), command.operands
        if operator == "q":
            saved.append(state)
        elif operator == "Q" and saved:
            state = saved.pop()
        elif operator == "cm" and len(operands) == 6:
            state = replace(state, matrix=_times(operands, state.matrix))
        elif operator == "Tr" and operands:
            state = replace(state, mode=int(operands[0]))
        elif operator == "Tf" and operands:
            state = replace(state, font=str(operands[0]))
        elif operator in ("W", "W*", "gs"):
            state = replace(state, opaque=False)
    return found


def last_cover(commands: Sequence[Any], at: Sequence[State], resources: Any, area: float) -> int:
    """Index of the last opaque image that covers a page of this area; 0 where there is none."""
    for index in range(len(commands) - 1, -1, -1):
        image = drawn(commands[index], resources)
        if image is None or image.get(Name.Subtype) != Name.Image or not at[index].opaque:
            continue
        if any(key in image for key in (Name.SMask, Name.Mask)) or image.get(Name.ImageMask, False):
            continue
        a, b, c, d, _, _ = at[index].matrix
        if abs(a * d - b * c) >= COVERS * area:
            return index
    return 0


def drawn(command: Any, resources: Any) -> Any:
    """The image or form that the command draws; None for any other command."""
    if str(command.operator) != "Do" or not command.operands:
        return None
    return resource(resources, Name.XObject, command.operands[0])


def resource(resources: Any, kind: Name, name: Any) -> Any:
    """What a name stands for in the resources; None where it is not there."""
    table = resources.get(kind) if resources is not None else None
    return table.get(str(name)) if table is not None and str(name) else None


def _times(inner: Any, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = (float(value) for value in inner)
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)
