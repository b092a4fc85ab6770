"""A page on its way: from the text layer at once, or waiting for its image to be read."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..errors import DamagedInput, JusteraError
from ..ocr_mode import OcrMode
from ..schema import Page, PageOrigin, Reason, Word, faults
from ..settings import OcrSettings
from . import confirming, page_rules, roll
from .files.sheets import Sheet
from .image.plate import Strips
from .ink import marks
from .judge import garbled
from .layout import layout
from .plan import FROM_IMAGE, plan
from .ready import Read, Ready, make_ready
from .ruling.ruling import Rule
from .words import odd
from .words.tokens import bears_number

MOST_GARBLED = 2
"""Lines of a scan's layer that are no text, from which on the page is read afresh."""

ROLL = Reason("layer_crosses")


@dataclass(frozen=True, slots=True)
class Draft:
    """A page, and the image that is still to be read."""

    page: Page
    ready: Ready | None = None
    layer: tuple[Word, ...] = ()
    """Kept in case the image cannot be read."""
    rules: tuple[Rule, ...] = ()
    """The ruled lines that the file draws."""
    plate: Strips | None = None
    """Of the image that numbers of an earlier reader's layer are compared with."""
    problem: JusteraError | None = None

    def read(self, reading: Read) -> Draft:
        """The page with what its image says."""
        width, height = reading.ready.size
        care = reading.ready.prepared.care + ((Reason("turned"),) if reading.ready.turn else ())
        page = replace(
            self.page,
            width=width,
            height=height,
            lines=reading.lines,
            origin=reading.origin,
            reasons=(*self.page.reasons, *care) if reading.lines else (reading.empty,),
            rotation=(self.page.rotation + reading.ready.turn) % 360,
            dpi=round(72 / reading.ready.picture.frame.scale, 1),
            ink=reading.ink if not reading.lines else None,
            unread=reading.unread,
        )
        return Draft(page, plate=self.plate if reading.lines else None)

    def without_image(self, problem: JusteraError) -> Draft:
        """The page with its text layer after all, where there is one; failed otherwise."""
        if not self.layer:
            failure = failed(self.page.number, problem)
            sized = replace(failure, width=self.page.width, height=self.page.height)
            return Draft(sized, problem=problem)
        lines = layout.arrange(confirming.doubtful(self.layer), self.page.width, self.page.height, self.rules)
        reasons = (*self.page.reasons, Reason("image_failed"), faults.reason(problem))
        return Draft(
            replace(
                self.page,
                lines=lines,
                origin=PageOrigin.REPAIRED_LAYER,
                reasons=reasons,
                fault=str(problem),
            )
        )


def draft(number: int, sheet: Sheet, settings: OcrSettings) -> Draft:
    """Begin a page.

    Raises:
        InputError: its image is too large or cannot be decoded.
    """
    layer, broken = _layer(sheet)
    chosen = plan(layer, settings.mode, is_scan=sheet.is_scan)
    if broken is not None:
        chosen = replace(chosen, reasons=(broken, FROM_IMAGE))
    width, height = sheet.size
    page = Page(
        number, width, height, (), chosen.origin, chosen.reasons, sheet.rotation, is_scan=sheet.is_scan
    )
    if chosen.reads_image:
        return Draft(page, make_ready(sheet.picture(settings.dpi), sheet.size), layer, sheet.rules())
    if sheet.is_scan:
        layer = odd.flagged(marks.crossed(layer))
    elif chosen.origin is PageOrigin.REPAIRED_LAYER:
        layer = confirming.doubtful(layer)
    page = replace(page, lines=page_rules.laid_out(sheet, layer))
    lost = _lost(page) if sheet.is_scan and settings.mode is OcrMode.AUTO else None
    if lost is not None:
        ready = make_ready(sheet.picture(settings.dpi), sheet.size)
        if lost == ROLL:
            ready = roll.alone(ready, layer)
        plate = _plate(sheet, page, settings) if ready.kept and settings.confirm_numbers else None
        page = replace(page, lines=(), origin=PageOrigin.OCR, reasons=(lost, FROM_IMAGE))
        return Draft(page, ready, layer, sheet.rules(), plate)
    wanted = sheet.is_scan and settings.confirm_numbers and settings.mode is not OcrMode.KEEP
    return Draft(page, plate=_plate(sheet, page, settings) if wanted else None)


def _lost(page: Page) -> Reason | None:
    """What a layer cannot have, though its words are Swedish."""
    lost = garbled(page.lines)
    if lost >= MOST_GARBLED:
        return Reason.of("layer_no_text", count=lost)
    return ROLL if roll.is_there(page.words) else None


def _plate(sheet: Sheet, page: Page, settings: OcrSettings) -> Strips | None:
    """What to confirm numbers from; None where there are none, or no image to be had."""
    if not any(bears_number(word.text) for word in page.words):
        return None
    try:
        return confirming.strips(page.lines, sheet.picture(settings.dpi))
    except JusteraError:
        return None


def _layer(sheet: Sheet) -> tuple[tuple[Word, ...], Reason | None]:
    """The text layer, and why it cannot be had; the page still shows what it says."""
    try:
        return sheet.layer(), None
    except DamagedInput as problem:
        cause = type(problem.__cause__).__name__ if problem.__cause__ else problem.what
        return (), Reason.of("layer_broken", cause=cause)


def failed(number: int, problem: JusteraError) -> Page:
    """A page that could not be read."""
    return Page(number, 0, 0, (), PageOrigin.EMPTY, (faults.reason(problem),), fault=str(problem))
