"""What to do with a page: keep its text layer, repair it, or read the image; and why."""

from __future__ import annotations

from dataclasses import dataclass

from ..ocr_mode import OcrMode
from ..schema import PageOrigin, Reason, Word
from .judge import Judgement, Verdict, judge

MODES = {
    OcrMode.KEEP: Reason("mode_keep"),
    OcrMode.REDO: Reason("mode_redo"),
    OcrMode.FORCE: Reason("mode_force"),
}


FROM_IMAGE = Reason("from_image")


@dataclass(frozen=True, slots=True)
class Plan:
    """The decision for one page."""

    origin: PageOrigin
    """TEXT_LAYER, REPAIRED_LAYER or OCR."""
    reasons: tuple[Reason, ...]

    @property
    def reads_image(self) -> bool:
        """True where the page is read from its image."""
        return self.origin is PageOrigin.OCR


def plan(layer: tuple[Word, ...], mode: OcrMode, *, is_scan: bool) -> Plan:
    """Decide for one page."""
    if not layer:
        return Plan(PageOrigin.OCR, (Reason("page_is_image" if is_scan else "no_text_layer"),))
    if mode is OcrMode.FORCE or (mode is OcrMode.REDO and is_scan):
        return Plan(PageOrigin.OCR, (MODES[mode],))
    if mode is OcrMode.KEEP:
        return Plan(PageOrigin.TEXT_LAYER, (MODES[mode],))
    return _judged(judge(layer, is_scan=is_scan), is_scan)


def _judged(found: Judgement, is_scan: bool) -> Plan:
    if found.verdict is Verdict.GOOD:
        return Plan(PageOrigin.TEXT_LAYER, found.reasons)
    if found.verdict is Verdict.DAMAGED:
        return Plan(PageOrigin.REPAIRED_LAYER, (*found.reasons, Reason("to_be_repaired")))
    if found.verdict is Verdict.WORTHLESS or is_scan:
        return Plan(PageOrigin.OCR, (*found.reasons, FROM_IMAGE))
    return Plan(PageOrigin.TEXT_LAYER, (*found.reasons, Reason("no_scan")))
