"""Sheets printed to a born-digital PDF, the same bytes every time."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from enum import StrEnum

import pikepdf
from fpdf import FPDF
from fpdf.fonts import TTFFont

from . import encoding, ligatures
from .fonts import Font
from .sheet import Colour, Paper, Run, Sheet

PRINTED_ON = datetime(2024, 1, 1, tzinfo=UTC)
"""Every file says this date, so that the same document is the same bytes."""


class Encoding(StrEnum):
    """What the text behind a born-digital page says; the page looks right in all of them."""

    GOOD = "good"
    BROKEN = "broken"
    """Å ä ö map to other glyphs, not the same in every font (`encoding.TABLES`)."""
    LIGATURES_GONE = "ligatures_gone"
    """Joined letters are missing: `underskrifer`, `fas gheten`."""


def print_pdf(paper: Paper, *, encoding_kind: Encoding | str = Encoding.GOOD, outline: bool = True) -> bytes:
    """The document as a born-digital PDF whose text layer is as `encoding_kind` says."""
    kind = Encoding(encoding_kind)
    pdf = blank_pdf(paper.title)
    for number, sheet in enumerate(paper.sheets, 1):
        pdf.add_page(format=(sheet.width, sheet.height))
        if outline:
            for title, page in paper.outline:
                if page == number:
                    pdf.start_section(title)
        _draw(pdf, sheet, joined=kind is Encoding.LIGATURES_GONE)
    return finished(pdf, kind)


def blank_pdf(title: str = "") -> FPDF:
    """An empty PDF in points with fixed metadata."""
    pdf = FPDF(unit="pt", format="A4")
    pdf.set_auto_page_break(False)
    pdf.set_margin(0)
    pdf.c_margin = 0
    pdf.set_creation_date(PRINTED_ON)
    pdf.set_producer("justera tools")
    if title:
        pdf.set_title(title)
    pdf.set_lang("sv-SE")
    return pdf


def use_font(pdf: FPDF, font: Font, *, joined: bool = False) -> None:
    """Choose the font, adding it to the file at its first use."""
    # Plain "times" would be the writer's built-in Latin-1 font.
    name = f"j-{font.family}{'b' if font.bold else ''}{'i' if font.italic else ''}"
    if name not in pdf.fonts:
        pdf.add_font(name, fname=ligatures.font_with_ligatures(font.file) if joined else font.file)
    pdf.set_font(name, size=font.size)


def _grey(share: float) -> Colour:
    level = round(255 * share)
    return level, level, level


def _draw(pdf: FPDF, sheet: Sheet, *, joined: bool) -> None:
    for rule in sheet.rules:
        if rule.fill is not None:
            pdf.set_fill_color(*(rule.colour or _grey(rule.fill)))
            pdf.rect(rule.x0, rule.y0, rule.x1 - rule.x0, rule.y1 - rule.y0, style="F")
        else:
            pdf.set_draw_color(*(rule.colour or _grey(0)))
            pdf.set_line_width(rule.thickness)
            pdf.line(rule.x0, rule.y0, rule.x1, rule.y1)
    for run in sheet.runs:
        _draw_run(pdf, run, joined=joined)


def _draw_run(pdf: FPDF, run: Run, *, joined: bool) -> None:
    pdf.set_text_color(*(run.colour or _grey(run.grey)))
    use_font(pdf, run.font, joined=joined)
    pdf.text(run.x, run.y, ligatures.joined(run.text) if joined else run.text)
    if run.underline:
        pdf.set_draw_color(*(run.colour or _grey(run.grey)))
        pdf.set_line_width(run.font.size * 0.06)
        base = run.y + run.font.size * 0.14
        pdf.line(run.x, base, run.x + run.font.width(run.text), base)


def finished(pdf: FPDF, kind: Encoding = Encoding.GOOD) -> bytes:
    """The file saved deterministically, its encoding broken where asked; its fonts are closed."""
    written, out = io.BytesIO(bytes(pdf.output())), io.BytesIO()
    for font in pdf.fonts.values():
        if isinstance(font, TTFFont):
            font.ttfont.close()
    with pikepdf.open(written) as document:
        if kind is Encoding.BROKEN:
            encoding.break_letters(document)
        elif kind is Encoding.LIGATURES_GONE:
            encoding.drop_ligatures(document)
        document.save(out, deterministic_id=True, compress_streams=True)
    return out.getvalue()
