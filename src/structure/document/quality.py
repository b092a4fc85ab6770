"""How well the document was read, from what the pages say of themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...schema import Box, Document, Page, PageOrigin
from ...schema.reason import in_swedish
from ...schema.record import BoxTuple, DoubtfulWord, Grade, PageQuality, Quality
from ..landmarks.page_numbers import Printed


def of_document(document: Document, printed: Sequence[Printed | None]) -> Quality:
    """The quality of every page, and what they amount to; rules may lower the grade.

    Args:
        document: the pages.
        printed: for each page its number as printed.
    """
    pages = tuple(of_page(page, number) for page, number in zip(document.pages, printed, strict=True))
    return Quality(grade=_grade(document.pages, pages), pages=pages)


def of_page(page: Page, printed: Printed | None) -> PageQuality:
    """The quality of one page; a page that failed counts as empty, with its fault as the reason."""
    confidence = page.confidence
    return PageQuality(
        number=page.number,
        origin=(PageOrigin.EMPTY if page.fault else page.origin).value,
        reason=page.fault or page.reason,
        words=len(page.words),
        confidence=None if confidence is None else round(min(1.0, max(0.0, confidence)), 3),
        doubtful=tuple(_doubtful(page)),
        printed=printed.text if printed else None,
        fault=page.fault,
        ink=page.ink,
        unread=tuple(map(_rounded, page.unread)),
        reason_codes=tuple(reason.code for reason in page.reasons),
        reason_sv=in_swedish(page.reasons),
    )


def _doubtful(page: Page) -> Iterator[DoubtfulWord]:
    for word in page.words:
        if word.doubt:
            yield DoubtfulWord(
                text=word.text,
                box=_box(word.box),
                reason=word.doubt.en,
                confidence=None if word.confidence is None else round(min(1.0, max(0.0, word.confidence)), 3),
                alternatives=word.alternatives,
                reason_code=word.doubt.code,
                reason_sv=word.doubt.sv,
            )


def _box(box: Box | None) -> BoxTuple | None:
    return None if box is None else _rounded(box)


def _rounded(box: Box) -> BoxTuple:
    return (round(box.x0, 1), round(box.top, 1), round(box.x1, 1), round(box.bottom, 1))


def _grade(pages: Sequence[Page], qualities: Sequence[PageQuality]) -> Grade:
    if any(page.fault for page in pages):
        return Grade.BRISTFALLIG
    if any(quality.doubtful for quality in qualities):
        return Grade.GRANSKA
    return Grade.GOD
