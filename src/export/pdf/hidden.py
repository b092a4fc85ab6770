"""Text that nobody sees is taken out of a page, so that a bad text layer does not stay under the new one.

Hidden is what is drawn in rendering mode 3, and what is drawn before an opaque image that covers the
page. Visible text is never touched; nothing that is painted changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name, Operator

from .graphics import State, drawn, last_cover, resource, states

_SHOWS = frozenset({"Tj", "TJ", "'", '"'})
_TEXT_ONLY = frozenset({"BT", "ET", "Td", "TD", "Tm", "T*", "Tf", "Tr", "Tz", "Tc", "Tw", "TL", "Ts"})
"""Commands that do nothing where no text is shown."""

_INVISIBLE_MODE = re.compile(rb"\b3\s+Tr\b")

_INVISIBLE = 3
_EVERYTHING = 1 << 60


@dataclass(frozen=True, slots=True)
class Stripped:
    """What was done to a page."""

    removed: bool
    visible: bool
    """True where text remains, all of it visible."""


def strip(pdf: pikepdf.Pdf, page: pikepdf.Page) -> Stripped:
    """Take the hidden text out of a page, also out of the forms that it draws."""
    if Name.Contents not in page.obj:
        return Stripped(False, False)
    box = [float(edge) for edge in page.cropbox]
    area = abs((box[2] - box[0]) * (box[3] - box[1]))
    stripped = _Stripper(pdf, area).strip(page, page.resources, State(), 0)
    if not stripped.visible:
        _forget_fonts(page, page.resources)
    return stripped


class _Stripper:
    """One page's work: forms are stripped once, however often they are drawn."""

    def __init__(self, pdf: pikepdf.Pdf, area: float) -> None:
        self._pdf = pdf
        self._area = area
        self._seen: set[tuple[int, int]] = set()

    def strip(self, owner: Any, resources: Any, state: State, covered: int) -> Stripped:
        """Strip a page or a form; what comes before the command `covered` is under an image."""
        known = _at_a_glance(owner, resources)
        if known is not None and not covered:
            return known
        commands = list(pikepdf.parse_content_stream(owner))
        at = states(commands, state)
        if isinstance(owner, pikepdf.Page):
            covered = last_cover(commands, at, resources, self._area)
        shows = [index for index, command in enumerate(commands) if str(command.operator) in _SHOWS]
        hidden = {index for index in shows if index < covered or _is_invisible(at[index], resources)}
        removed, visible = bool(hidden), len(hidden) < len(shows)
        for index, form in self._forms(commands, resources):
            own = form.get(Name.Resources, resources)
            inner = self.strip(form, own, at[index], _EVERYTHING if index < covered else 0)
            removed, visible = removed or inner.removed, visible or inner.visible
        if hidden:
            self._write(owner, _without(commands, hidden, all_text=not visible))
        if removed and not visible:
            _forget_fonts(owner, resources)
        return Stripped(removed, visible)

    def _forms(self, commands: Sequence[Any], resources: Any) -> Iterator[tuple[int, Any]]:
        """The forms that are drawn, with the command that draws each."""
        for index, command in enumerate(commands):
            form = drawn(command, resources)
            if form is not None and form.get(Name.Subtype) == Name.Form and form.objgen not in self._seen:
                self._seen.add(form.objgen)
                yield index, form

    def _write(self, owner: Any, commands: Sequence[Any]) -> None:
        data = pikepdf.unparse_content_stream(commands)
        if isinstance(owner, pikepdf.Page):
            owner.obj.Contents = self._pdf.make_stream(data)
        else:
            owner.write(data)


def _at_a_glance(owner: Any, resources: Any) -> Stripped | None:
    """The answer where there is no text, or nothing that could hide it: a drawing can be 100,000 commands."""
    objects = resources.get(Name.XObject, {}) if resources is not None else {}
    kinds = {str(drawn.get(Name.Subtype)) for _, drawn in objects.items()}
    if "/Form" in kinds:
        return None
    data = owner.obj.Contents if isinstance(owner, pikepdf.Page) else owner
    streams = data if isinstance(data, pikepdf.Array) else [data]
    content = b"\n".join(stream.read_bytes() for stream in streams)
    if b"BT" not in content:
        return Stripped(False, False)
    if "/Image" not in kinds and not _INVISIBLE_MODE.search(content):
        return Stripped(False, True)
    return None


def _is_invisible(state: State, resources: Any) -> bool:
    """Rendering mode 3; the glyphs of Type 3 fonts are painted in every mode (PDF 32000-1, 9.3.6)."""
    if state.mode != _INVISIBLE:
        return False
    font = resource(resources, Name.Font, state.font)
    return font is None or font.get(Name.Subtype) != Name.Type3


def _without(commands: Sequence[Any], hidden: set[int], *, all_text: bool) -> list[Any]:
    """The commands without the hidden ones, and without any text command where all text is hidden."""
    kept: list[Any] = []
    for index, command in enumerate(commands):
        operator = str(command.operator)
        if index in hidden:
            if operator in ("'", '"') and not all_text:
                # These two also move to the next line, which visible text after them counts on.
                kept.append(([], Operator("T*")))
        elif not (all_text and operator in _TEXT_ONLY):
            kept.append(command)
    return kept


def _forget_fonts(owner: Any, resources: Any) -> None:
    """Drop the fonts that nothing is set in any more; often they were not even embedded."""
    target = owner.obj if isinstance(owner, pikepdf.Page) else owner
    target.Resources = Dictionary({key: value for key, value in resources.items() if key != Name.Font})
