"""Pages read from their images: made ready one by one, read a few at a time, fused, laid out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from PIL import Image

from ..errors import JusteraError, OcrFailed, OcrUnavailable, TimeLimit
from ..schema import Box, Line, Page, Word
from ..settings import LimitSettings, OcrSettings
from . import confirming, second_look, upright
from .engine import tesseract, tsv
from .image import printed
from .ink import (
    bullets,
    crosses,
    dirt,
    empty_cells,
    inked,
    marks,
    missed,
    over,
    recovered,
    strokes,
    struck,
    unread,
    untold,
    weight,
)
from .ink.inked import Inked
from .layout import edges, ghosts
from .readings import confidence, fusion, readers, spans
from .readings.glyphs import Gallery
from .readings.repeats import Repeats
from .ready import Read, Ready, laid_out, words_of
from .words import forms, odd, stops, sums
from .words.cells import typical_height


@dataclass(frozen=True, slots=True)
class Work:
    """Lines of one page to read again."""

    ready: Ready
    lines: tuple[Line, ...]
    """All with boxes."""
    enlarge: float

    def parts(self) -> list[tuple[Image.Image, tsv.Frame]]:
        """The lines cut out."""
        ready, frame = self.ready, self.ready.picture.frame
        boxes = [ready.prepared.forth(line.box, frame) for line in self.lines if line.box is not None]
        return [ready.plate.cut(box) for box in boxes]


class PageReader:
    """Reads prepared pages of one document with the models that the settings name."""

    def __init__(self, ocr: OcrSettings, limits: LimitSettings) -> None:
        self._ocr = ocr
        self._seconds = limits.page_seconds
        self._first = tesseract.Reader(ocr.language)
        self._memory, self._looked_at = fusion.Memory(), Repeats()

    def read(self, pages: Sequence[Ready]) -> list[Read | JusteraError]:
        """Each page as read, or why it could not be; one bad page does not take the others with it."""
        firsts = [self._upright(page, first) for page, first in zip(pages, self._tables(pages), strict=True)]
        good = self._completed([first for first in firsts if isinstance(first, Read)])
        fused = iter(self._fused(good))
        return [next(fused) if isinstance(first, Read) else first for first in firsts]

    def again(self, works: Sequence[Work]) -> list[list[tuple[Word, ...]]]:
        """Lines of a few pages read again, all in one start of each model.

        Raises:
            OcrUnavailable, OcrFailed, TimeLimit.
        """
        used = readers.installed(self._ocr.language, self._ocr.second_language)
        seconds = self._seconds * max(1, len(works))
        firsts: dict[int, list[Line]] = {}
        for factor in sorted({work.enlarge for work in works}):
            chosen = [index for index, work in enumerate(works) if work.enlarge == factor]
            parts = [part for index in chosen for part in works[index].parts()]
            readings = iter(spans.read(parts, used.first, seconds=seconds, enlarge=factor))
            firsts |= {index: [Line(next(readings)) for _ in works[index].lines] for index in chosen}
        lines = [firsts[index] for index in range(len(works))]
        plates = [work.ready.plate for work in works]
        fused = fusion.fuse(lines, plates, used, seconds=seconds, keep_empty=True)
        return [
            [work.ready.placed_back(line).words for line in page]
            for page, work in zip(fused, works, strict=True)
        ]

    def looked_up(self, looks: Sequence[second_look.Look]) -> list[list[tuple[Word, ...]]]:
        """Doubtful words of text layers read from the image.

        Raises:
            OcrUnavailable, OcrFailed, TimeLimit.
        """
        used = readers.installed(self._ocr.language, self._ocr.second_language)
        seconds = self._seconds * max(1, len(looks))
        return second_look.read(looks, used.words or used.first, self._looked_at, seconds=seconds)

    def confirmed(self, waiting: Sequence[confirming.Waiting], gallery: Gallery) -> list[Page]:
        """Pages of an earlier reader's layer with their numbers confirmed from the image, or in doubt."""
        if not waiting:
            return []
        used = readers.installed(self._ocr.language, self._ocr.second_language)
        return confirming.confirmed(waiting, used, gallery, seconds=self._seconds * len(waiting))

    def _tables(self, pages: Sequence[Ready]) -> list[str | JusteraError]:
        found: list[str | JusteraError] = []
        for dpi, alike in groupby(pages, lambda page: round(page.picture.dpi)):
            images = [page.prepared.image for page in alike]
            try:
                found += tesseract.read_each(images, self._first, dpi=dpi, seconds=self._seconds)
            except OcrUnavailable as problem:
                found += [problem] * len(images)
        return found

    def _table(self, page: Ready) -> str:
        (table,) = tesseract.read(
            [page.prepared.image], self._first, dpi=page.picture.dpi, seconds=self._seconds
        )
        return table

    def _upright(self, page: Ready, table: str | JusteraError) -> Read | JusteraError:
        """The first reading laid out, of the page turned if it lay on its side."""
        if isinstance(table, JusteraError):
            return table
        words = words_of(table, page)
        if page.kept:
            return laid_out(words, page)
        try:
            return upright.read(page, words, self._table, seconds=self._seconds)
        except JusteraError as problem:
            return laid_out(words, page) if words else problem

    def _completed(self, pages: list[Read]) -> list[Read]:
        """The pages with what the first reading passed over; as they are where that fails."""
        pages = [_with_marks(page) for page in pages]
        unread = [missed.unread(_all_words(page), page.ready.plate) for page in pages]
        boxes = [missed.likely(found, _all_words(page)) for page, found in zip(pages, unread, strict=True)]
        parts = [
            printed.alone(box, page.ready.plate)
            for page, found in zip(pages, boxes, strict=True)
            for box in found
        ]
        try:
            line = replace(self._first, psm=spans.LINE_PSM)
            readings = iter(spans.read(parts, line, seconds=self._seconds))
        except (OcrFailed, TimeLimit):
            return pages
        seen = [
            recovered.all_seen({box: strokes.without(next(readings), height) for box in found})
            for found, height in zip(boxes, map(_height, pages), strict=True)
        ]
        return [_with_more(page, told, found) for page, told, found in zip(pages, seen, unread, strict=True)]

    def _fused(self, pages: Sequence[Read]) -> list[Read]:
        used = readers.installed(self._ocr.language, self._ocr.second_language)
        plates = [page.ready.plate for page in pages]
        seconds = self._seconds * max(1, len(pages))
        try:
            fused = fusion.fuse(
                [page.lines for page in pages], plates, used, seconds=seconds, memory=self._memory
            )
        except (OcrFailed, TimeLimit):
            none = readers.Readers(used.first, None, None)
            fused = fusion.fuse([page.lines for page in pages], plates, none, seconds=seconds)
        return [
            replace(
                page,
                lines=tuple(map(page.ready.placed_back, _looked_over(lines, page.ready))),
                unread=tuple(map(page.ready.back, page.unread)),
            )
            for page, lines in zip(pages, fused, strict=True)
        ]


def _looked_over(lines: Sequence[Line], ready: Ready) -> tuple[Line, ...]:
    """The lines with their bold words, and words in doubt for what stands over them or what others look like.

    Those of a text layer that is kept around them take their places between them.
    """
    lines = stops.doubted(odd.with_points(ghosts.once(lines)))
    page = Inked.of(lines, ready.plate)
    told = inked.flagged(weight.told(lines, page), page, (struck.sign, unread.sign, over.sign))
    small = forms.SMALL * ready.picture.frame.scale
    fresh = tuple(map(confidence.calibrated, sums.settled(forms.doubted(told, small), small)))
    if not ready.kept:
        return fresh
    return laid_out((*ready.kept, *(word for line in fresh for word in line.words)), ready).lines


def _all_words(page: Read) -> list[Word]:
    return [word for line in page.lines for word in line.words]


def _with_marks(page: Read) -> Read:
    words, height = _all_words(page), _height(page)
    print_only = strokes.without(words, height)
    found = bullets.found(crosses.found(edges.parted(print_only), page.ready.plate), page.ready.plate)
    told = page if found == tuple(words) else laid_out(found, page.ready)
    return replace(told, unread=strokes.places(words, height))


def _height(page: Read) -> float:
    return typical_height(_all_words(page))


def _with_more(page: Read, seen: Mapping[Box, Sequence[Word]], patches: Sequence[Box]) -> Read:
    """The page with what was seen in its patches, and without dirt, which keeps columns from being seen."""
    first, ready = _all_words(page), page.ready
    left = untold.left_over([box for box in patches if not seen.get(box)], ready.plate, _height(page))
    struck_out = untold.uncovered(page.unread, [*left, *(box for box, words in seen.items() if words)])
    more = [word for words in seen.values() for word in words]
    words = empty_cells.dashed(missed.completed(first, more), patches, ready.plate)
    words = marks.with_capitals(marks.crossed(words))
    lines = page.lines if words == tuple(first) else laid_out(words, ready).lines
    clean = [word for line in dirt.without_dirt(lines)[0] for word in line.words]
    lines = lines if len(clean) == len(words) else laid_out(clean, ready).lines
    return replace(page, lines=lines, unread=(*left, *struck_out))
