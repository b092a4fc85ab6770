"""What to do with a page: keep its text layer, repair it, or read the image; and why."""

from __future__ import annotations

from dataclasses import dataclass

from ..ocr_mode import OcrMode
from ..schema import PageOrigin, Word
from .judge import Judgement, Verdict, judge

MODES = {
    OcrMode.KEEP: "ocr.mode is keep",
    OcrMode.REDO: "ocr.mode is redo and the layer is an earlier reader's",
    OcrMode.FORCE: "ocr.mode is force",
}


@dataclass(frozen=True, slots=True)
class Plan:
    """The decision for one page."""

    origin: PageOrigin
    """TEXT_LAYER, REPAIRED_LAYER or OCR."""
    reason: str

    @property
    def reads_image(self) -> bool:
        """True where the page is read from its image."""
        return self.origin is PageOrigin.OCR


def plan(layer: tuple[Word, ...], mode: OcrMode, *, is_scan: bool) -> Plan:
    """Decide for one page."""
    if not layer:
        return Plan(PageOrigin.OCR, "the page is an image" if is_scan else "the page has no text layer")
    if mode is OcrMode.FORCE or (mode is OcrMode.REDO and is_scan):
        return Plan(PageOrigin.OCR, MODES[mode])
    if mode is OcrMode.KEEP:
        return Plan(PageOrigin.TEXT_LAYER, MODES[mode])
    return _judged(judge(layer, is_scan=is_scan), is_scan)


def _judged(found: Judgement, is_scan: bool) -> Plan:
    if found.verdict is Verdict.GOOD:
        return Plan(PageOrigin.TEXT_LAYER, found.reason)
    if found.verdict is Verdict.DAMAGED:
        return Plan(PageOrigin.REPAIRED_LAYER, f"{found.reason}: to be repaired")
    if found.verdict is Verdict.WORTHLESS:
        return Plan(PageOrigin.OCR, f"{found.reason}: read from the image")
    if is_scan:
        return Plan(PageOrigin.OCR, f"{found.reason} over a scan: read from the image")
    return Plan(PageOrigin.TEXT_LAYER, f"{found.reason}, and there is no scan behind it")
