"""Pages that lie on a side or on their head, and blank ones that the print of their back shines through.

Only a page whose reading makes no sense is looked at: in a mirror first, then as Tesseract's own look at its
orientation says; and it stays as it is unless the other reading is better.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PIL import ImageOps

from ..schema import Reason, Word
from .engine import tesseract
from .ready import Read, Ready, laid_out, make_ready, words_of
from .ruling import ruling
from .words.tokens import is_known

UPRIGHT_KNOWN = 0.25
"""Share of words that Swedish knows, below which a page may lie on its side."""

UPRIGHT_SURE = 0.6
"""Mean engine confidence below which a page may lie on its side."""

OSD_SURE = 0.5
"""Tesseract's confidence in an orientation from which on the page is turned."""

MIRRORED = 2.0
"""How many times as much of a page is Swedish in a mirror where only its back is printed."""


def read(page: Ready, words: Sequence[Word], again: Callable[[Ready], str], *, seconds: float) -> Read:
    """The page laid out, turned if it lay.

    Args:
        page: as the file has it.
        words: its first reading.
        again: reads another page.
        seconds: limit of the look at its orientation.

    Raises:
        OcrUnavailable, OcrFailed, TimeLimit.
    """
    lies = _lies(words)
    if not lies and _makes_sense(words):
        return laid_out(words, page)
    if not lies and _is_mirrored(page, words, again):
        return Read((), page, Reason("other_side"))
    turn, sure = tesseract.orientation(page.prepared.image, dpi=page.picture.dpi, seconds=seconds)
    if not turn or sure < OSD_SURE:
        return laid_out(words, page)
    turned = _turned(page, turn)
    others = words_of(again(turned), turned)
    better = lies or _sense(others) > _sense(words)
    return laid_out(others, turned) if better else laid_out(words, page)


def _turned(page: Ready, turn: int) -> Ready:
    picture = replace(page.picture, image=page.prepared.image)
    edges = tuple(pixels * picture.frame.scale for pixels in picture.image.size)
    return make_ready(
        picture, page.size, turn, tuple(ruling.turned(rule, turn, *edges) for rule in page.rules)
    )


def _is_mirrored(page: Ready, words: Sequence[Word], again: Callable[[Ready], str]) -> bool:
    """Whether the page reads as Swedish in a mirror only, as the blank back of a thin sheet does."""
    prepared = replace(page.prepared, image=ImageOps.mirror(page.prepared.image))
    others = words_of(again(replace(page, prepared=prepared)), page)
    return _is_swedish(others) and _sense(others) > MIRRORED * _sense(words)


def _sense(words: Sequence[Word]) -> float:
    """How much of a reading is Swedish, in characters."""
    return sum(len(word.text) * (word.confidence or 0.0) for word in words if is_known(word.text))


def _lies(words: Sequence[Word]) -> bool:
    """Whether most long words are taller than wide.

    Tesseract reads the words of a page that lies on its right side as if it stood, but not their order.
    """
    boxes = [word.box for word in words if len(word.text) > 3 and word.box is not None]
    return sum(box.bottom - box.top > box.x1 - box.x0 for box in boxes) > len(boxes) / 2


def _makes_sense(words: Sequence[Word]) -> bool:
    texts = [word for word in words if len(word.text) > 2]
    sure = sum(word.confidence or 0.0 for word in texts) / max(1, len(texts))
    return _is_swedish(words) or sure >= UPRIGHT_SURE


def _is_swedish(words: Sequence[Word]) -> bool:
    texts = [word for word in words if len(word.text) > 2]
    return bool(texts) and sum(is_known(word.text) for word in texts) >= UPRIGHT_KNOWN * len(texts)
