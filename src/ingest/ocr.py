"""Pages read from their images: made ready one by one, read a few at a time, fused, laid out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PIL import Image

from ..errors import JusteraError, OcrFailed, TimeLimit
from ..schema import Line, Page, Word
from ..settings import LimitSettings, OcrSettings
from . import (
    bullets,
    confirming,
    crosses,
    dirt,
    erasing,
    fusion,
    layout,
    marks,
    missed,
    readers,
    ruled_image,
    ruling,
    second_look,
    spans,
    struck,
    tesseract,
    tsv,
)
from .glyphs import Gallery
from .plate import Plate
from .prepare import Prepared, prepare
from .repeats import Repeats
from .ruling import Rule
from .sheets import Picture
from .tokens import is_known

UPRIGHT_KNOWN = 0.25
"""Share of words that Swedish knows, below which a page may lie on its side."""

UPRIGHT_SURE = 0.6
"""Mean engine confidence below which a page may lie on its side."""

OSD_SURE = 0.5
"""Tesseract's confidence in an orientation from which on the page is turned."""

TURNS = {90: Image.Transpose.ROTATE_270, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_90}
"""Degrees clockwise to the transposition that turns an image so."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A page's image, prepared."""

    prepared: Prepared
    picture: Picture
    """Its image is dropped: only resolution and place are used."""
    size: tuple[float, float]
    """Width and height of the page in points."""
    turn: int = 0
    """Degrees clockwise that the image was turned beyond what the file says."""
    rules: tuple[Rule, ...] = ()
    """Ruled lines, which are no longer in the image."""

    @property
    def plate(self) -> Plate:
        """The image to cut from."""
        return Plate(self.prepared.image, self.picture.dpi, self.picture.frame)


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


@dataclass(frozen=True, slots=True)
class Read:
    """A page as read."""

    lines: tuple[Line, ...]
    ready: Ready


def make_ready(
    picture: Picture, size: tuple[float, float], turn: int = 0, known: tuple[Rule, ...] = ()
) -> Ready:
    """Prepare a page's image, turned clockwise by `turn` degrees first; `known` rules are no longer in it."""
    image = picture.image.transpose(TURNS[turn]) if turn else picture.image
    if turn in (90, 270):
        size = size[1], size[0]
    bare = replace(picture, image=_NOTHING, x0=0.0 if turn else picture.x0, top=0.0 if turn else picture.top)
    prepared = prepare(image, picture.dpi)
    rules = ruled_image.rules(prepared.image, picture.dpi, bare.frame)
    prepared = replace(prepared, image=erasing.without(prepared.image, rules, bare.frame))
    return Ready(prepared, bare, size, turn, (*known, *rules))


_NOTHING = Image.new("1", (1, 1))


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
            [
                struck.still(_placed_back(line, work.ready).words, before.words)
                for line, before in zip(page, work.lines, strict=True)
            ]
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
        try:
            return list(self._together(pages))
        except (OcrFailed, TimeLimit) as problem:
            if len(pages) == 1:
                return [problem]
        except JusteraError as problem:
            return [problem] * len(pages)
        # One of them is to blame: each on its own.
        return [table for page in pages for table in self._tables([page])]

    def _together(self, pages: Sequence[Ready]) -> list[str]:
        if not pages:
            return []
        images = [page.prepared.image for page in pages]
        dpi = pages[0].picture.dpi
        return tesseract.read(images, self._first, dpi=dpi, seconds=self._seconds * len(pages))

    def _upright(self, page: Ready, table: str | JusteraError) -> Read | JusteraError:
        """The first reading laid out, of the page turned if it lay on its side."""
        if isinstance(table, JusteraError):
            return table
        words = _words(table, page)
        if _makes_sense(words) and not _lies(words):
            return _laid_out(words, page)
        try:
            return self._turned(page, words)
        except JusteraError as problem:
            return _laid_out(words, page) if words else problem

    def _turned(self, page: Ready, words: Sequence[Word]) -> Read:
        dpi = page.picture.dpi
        turn, sure = tesseract.orientation(page.prepared.image, dpi=dpi, seconds=self._seconds)
        if not turn or sure < OSD_SURE:
            return _laid_out(words, page)
        picture = replace(page.picture, image=page.prepared.image)
        edges = tuple(pixels * picture.frame.scale for pixels in picture.image.size)
        known = tuple(ruling.turned(rule, turn, *edges) for rule in page.rules)
        turned = make_ready(picture, page.size, turn, known)
        (table,) = self._together([turned])
        again = _words(table, turned)
        better = _lies(words) or _sense(again) > _sense(words)
        return _laid_out(again, turned) if better else _laid_out(words, page)

    def _completed(self, pages: list[Read]) -> list[Read]:
        """The pages with what the first reading passed over; as they are where that fails."""
        pages = [_with_marks(page) for page in pages]
        boxes = [missed.patches(_words_of(page), page.ready.plate) for page in pages]
        parts = [page.ready.plate.cut(box) for page, found in zip(pages, boxes, strict=True) for box in found]
        try:
            line = replace(self._first, psm=spans.LINE_PSM)
            readings = iter(spans.read(parts, line, seconds=self._seconds))
        except (OcrFailed, TimeLimit):
            return pages
        return [
            _with_more(page, [word for _ in found for word in missed.seen(next(readings))])
            for page, found in zip(pages, boxes, strict=True)
        ]

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
            Read(
                tuple(_placed_back(line, page.ready) for line in struck.flagged(lines, page.ready.plate)),
                page.ready,
            )
            for page, lines in zip(pages, fused, strict=True)
        ]


def _words_of(page: Read) -> list[Word]:
    return [word for line in page.lines for word in line.words]


def _with_marks(page: Read) -> Read:
    words = _words_of(page)
    found = bullets.found(crosses.found(words, page.ready.plate), page.ready.plate)
    return page if found == tuple(words) else _laid_out(found, page.ready)


def _with_more(page: Read, more: Sequence[Word]) -> Read:
    """The page with more words, and without dirt, which keeps columns from being seen."""
    first = _words_of(page)
    words = marks.crossed(missed.completed(first, more))
    lines = page.lines if words == tuple(first) else _laid_out(words, page.ready).lines
    clean = [word for line in dirt.without_dirt(lines)[0] for word in line.words]
    return Read(lines, page.ready) if len(clean) == len(words) else _laid_out(clean, page.ready)


def _words(table: str, page: Ready) -> tuple[Word, ...]:
    return tuple(word for line in tsv.lines(table, page.picture.frame) for word in line)


def _laid_out(words: Sequence[Word], page: Ready) -> Read:
    return Read(layout.arrange(words, *page.size, page.rules, ruled_image.REACH), page)


def _placed_back(line: Line, ready: Ready) -> Line:
    """The line with its boxes where the words stand on the page as it was scanned."""
    prepared, frame = ready.prepared, ready.picture.frame
    return replace(
        line,
        words=tuple(
            word if word.box is None else replace(word, box=prepared.back(word.box, frame))
            for word in line.words
        ),
    )


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
    if not texts:
        return False
    known = sum(is_known(word.text) for word in texts) / len(texts)
    sure = sum(word.confidence or 0.0 for word in texts) / len(texts)
    return known >= UPRIGHT_KNOWN or sure >= UPRIGHT_SURE
