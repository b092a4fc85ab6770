"""Documents made by hand: a scan with a bad text layer, the words that are really on it, and its record."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageDraw

from justera.schema import Box, Change, Document, Line, Page, PageOrigin, Reading, Reason, Word, WordSource
from justera.schema.record import (
    Authority,
    Decision,
    Evidence,
    Finding,
    Item,
    Meeting,
    PageQuality,
    Person,
    Quality,
    Record,
    Section,
    Source,
    Statement,
    Vote,
)

WIDTH, HEIGHT = 595.0, 842.0
DPI = 100

LINES = (
    "SAMMANTRÄDESPROTOKOLL",
    "Hälsoskyddsnämnden 2024-05-16",
    "§ 87 Åtgärder för Ärlingheden",
    "Nämnden beslutar att höja bidraget till 3 500 kr.",
    "Åsa Öhrnström (C) reserverar sig mot beslutet.",
)

DOUBT = Reason("number_odd")

HOSTILE = "<script>document.title='owned'</script>\"'&;"


def boxed_lines(
    texts: Sequence[str], *, confidence: float = 0.95, doubt: Reason | None = None
) -> tuple[Line, ...]:
    """Lines of words with boxes, 40 points apart; the last word carries the doubt."""
    lines = []
    for row, text in enumerate(texts):
        x, words = 60.0, []
        for index, part in enumerate(text.split()):
            width = 6.0 * len(part)
            box = Box(x, 80 + 40 * row, x + width, 90 + 40 * row)
            mark = doubt if index == len(text.split()) - 1 else None
            words.append(Word(part, box, confidence, WordSource.OCR, doubt=mark))
            x += width + 6
        lines.append(Line(tuple(words), row))
    return tuple(lines)


def page(number: int = 1, texts: Sequence[str] = LINES, **fields: object) -> Page:
    """An A4 page that was read from its image."""
    lines = boxed_lines(texts)
    return Page(number, WIDTH, HEIGHT, lines, PageOrigin.OCR, (Reason("page_is_image"),), dpi=DPI, **fields)  # type: ignore[arg-type]


def picture(texts: Sequence[str] = LINES) -> Image.Image:
    """A page as a scanner gives it."""
    image = Image.new("RGB", (round(WIDTH * DPI / 72), round(HEIGHT * DPI / 72)), (250, 248, 240))
    draw = ImageDraw.Draw(image)
    for row, text in enumerate(texts):
        y = (80 + 40 * row) * DPI / 72
        draw.text((60 * DPI / 72, y), text.encode("ascii", "replace").decode(), fill="black")
    draw.ellipse((500, 700, 700, 900), outline=(30, 60, 160), width=4)
    return image


def scan(
    path: Path, *, pages: int = 1, layer: str | None = "trAsig text", rotate: int = 0, under: bool = False
) -> Path:
    """A PDF of page images, with a bad hidden text layer in a font that is not embedded.

    Args:
        path: where to write.
        pages: how many.
        layer: the bad text; None for none.
        rotate: the pages' /Rotate.
        under: draw the layer visibly, before the image that covers it.
    """
    pdf = pikepdf.new()
    for _ in range(pages):
        buffer = io.BytesIO()
        picture().save(buffer, "JPEG", quality=80)
        image = pdf.make_stream(buffer.getvalue())
        for key, value in {
            "Type": Name.XObject,
            "Subtype": Name.Image,
            "Width": 826,
            "Height": 1169,
            "ColorSpace": Name.DeviceRGB,
            "BitsPerComponent": 8,
            "Filter": Name.DCTDecode,
            "Interpolate": True,
        }.items():
            image[f"/{key}"] = value
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        mode = 0 if under else 3
        text = f"BT {mode} Tr /F1 12 Tf 60 700 Td ({layer}) Tj 0 -20 Td (mer) ' ET " if layer else ""
        drawn = f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm /Im1 Do Q "
        content = (text + drawn if under else drawn + text).encode("latin-1")
        sheet = pdf.add_blank_page(page_size=(WIDTH, HEIGHT))
        fonts = {"/Font": Dictionary(F1=font)} if layer else {}
        sheet.obj.Resources = Dictionary({"/XObject": Dictionary(Im1=image), **fonts})
        sheet.obj.Contents = pdf.make_stream(content)
        if rotate:
            sheet.obj.Rotate = rotate
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert(1)")
    pdf.docinfo[Name.Creator] = "Kopiator 3000"
    pdf.save(path)
    return path


def signed(path: Path) -> Path:
    """A PDF that says it carries a signature."""
    scan(path)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        field = pdf.make_indirect(Dictionary(FT=Name.Sig, T="Underskrift", V=Dictionary(Type=Name.Sig)))
        pdf.Root.AcroForm = Dictionary(Fields=Array([field]), SigFlags=3)
        pdf.save(path)
    return path


def reading(
    source: Path | None = None,
    *,
    pages: Sequence[Page] | None = None,
    name: str | None = None,
    title: str = "Protokoll 2024-05-16",
    media_type: str = "application/pdf",
    changes: Sequence[Change] = (),
    findings: Sequence[Finding] = (),
) -> Reading:
    """A reading of the scan: one item with a decision, a vote and a reservation."""
    pages = (page(),) if pages is None else tuple(pages)
    sha256 = hashlib.sha256(source.read_bytes()).hexdigest() if source else "0" * 64
    name = name or (source.name if source else "a.pdf")
    document = Document(name, sha256, media_type, tuple(pages))
    record = Record(
        source=Source(name=name, sha256=sha256, pages=len(pages), media_type=media_type),
        kind="protokoll",
        authority=Authority(name="Ärlinge kommun", kind="kommun"),
        body="Hälsoskyddsnämnden",
        title=title,
        date="2024-05-16",
        case_numbers=("HSN 2024/12",),
        meeting=Meeting(date="2024-05-16", chair="Örjan Åkerlund"),
        items=(item(),),
        findings=tuple(findings),
        evidence={
            "/items/0/number": (evidence(60, 160, 100, 170),),
            "/items/0/title": (evidence(100, 160, 240, 170),),
            "/items/0/sections/0/text": (evidence(60, 200, 400, 210),),
            "/items/0/decisions/0/text": (evidence(60, 200, 400, 210),),
        },
        quality=Quality(
            grade="granska" if findings else "god",
            pages=tuple(
                PageQuality(
                    number=one.number,
                    origin=one.origin,
                    reason=one.reason,
                    words=len(one.words),
                    confidence=one.confidence,
                    unread=tuple((box.x0, box.top, box.x1, box.bottom) for box in one.unread),
                )
                for one in pages
            ),
        ),
    )
    return Reading(record, document, tuple(changes))


def item() -> Item:
    """An item in which much happens."""
    text = "Nämnden beslutar att höja bidraget till 3 500 kr."
    return Item(
        number=87,
        title="Åtgärder för Ärlingheden",
        case_numbers=("HSN 2024/12",),
        sections=(Section(kind="beslut", heading="Beslut", text=text),),
        decisions=(
            Decision(
                text=text, status="beslutat", level="eget_beslut", body="Hälsoskyddsnämnden", outcome="bifall"
            ),
        ),
        votes=(Vote(yes=7, no=4, result="bifall"),),
        reservations=(
            Statement(by=(Person(name="Åsa Öhrnström", party="C"),), text="Bidraget är för högt."),
        ),
    )


def evidence(x0: float, top: float, x1: float, bottom: float, page: int = 1) -> Evidence:
    """A place on a page."""
    return Evidence(page=page, box=(x0, top, x1, bottom), as_written="", confidence=0.9)


def change(before: str, after: str, *, offset: int, page: int = 1) -> Change:
    """A repair."""
    return Change(
        page=page, offset=offset, box=(60, 120, 160, 130), before=before, after=after,
        rule="word", evidence="in the lexicon", confidence=0.97,
    )  # fmt: skip
