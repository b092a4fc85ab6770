"""PDF/A: what can be put right without touching a picture is, what cannot is named.

The checks follow ISO 19005-2 (and -3) level B as far as they can be made with pikepdf. They are no
substitute for veraPDF: a file that passes is marked as PDF/A, but has not been validated by it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from ..remark import Remark

_ACTIVE = (Name.OpenAction, Name.AA, Name.JavaScript, Name.Requirements, Name.NeedsRendering)
"""Entries of the catalog that run or ask for something (6.5, 6.11); no page looks different without."""

_FORBIDDEN_ACTIONS = frozenset(
    {
        "/Launch",
        "/Sound",
        "/Movie",
        "/ResetForm",
        "/ImportData",
        "/Hide",
        "/SetOCGState",
        "/Rendition",
        "/Trans",
    }
    | {"/GoTo3DView", "/JavaScript"}
)

_FORBIDDEN_ANNOTATIONS = frozenset({"/3D", "/Sound", "/Screen", "/Movie", "/RichMedia"})

_NEEDS_NO_APPEARANCE = frozenset({"/Popup", "/Link"})

_PRINT, _HIDDEN_FLAGS = 4, 1 | 2 | 32 | 256
"""Annotation flags: Print must be set, Invisible, Hidden, NoView and ToggleNoView clear (6.3.2)."""

_EMBEDDABLE = frozenset({"/Type1", "/TrueType", "/MMType1", "/CIDFontType0", "/CIDFontType2"})


def prepare(pdf: pikepdf.Pdf) -> None:
    """Give the file a colour profile, and take out what runs and never shows."""
    _embed_profile(pdf)
    for key in _ACTIVE:
        if key in pdf.Root:
            del pdf.Root[key]
    names = pdf.Root.get(Name.Names)
    if names is not None and Name.JavaScript in names:
        del names[Name.JavaScript]
    for page in pdf.pages:
        if Name.AA in page.obj:
            del page.obj[Name.AA]
    for value in _dictionaries(pdf):
        # Interpolation is a wish for smooth zooming (6.2.8); the image itself stays.
        if value.get(Name.Subtype) == Name.Image and value.get(Name.Interpolate, False):
            del value[Name.Interpolate]


def obstacles(pdf: pikepdf.Pdf) -> tuple[Remark, ...]:
    """What keeps the file from being PDF/A, each once; empty where nothing is known to."""
    found = [problem for value in _dictionaries(pdf) for problem in _problems(value)]
    if Name.Names in pdf.Root and Name.EmbeddedFiles in pdf.Root.Names:
        found.append(Remark.of("attachments"))
    return tuple(dict.fromkeys(found))


def _embed_profile(pdf: pikepdf.Pdf) -> None:
    """An output intent that says what device colours mean: sRGB."""
    profile = pdf.make_stream(Path(__file__).with_name("srgb.icc").read_bytes(), N=3)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=pikepdf.String("sRGB"),
        Info=pikepdf.String("sRGB IEC61966-2.1"),
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])


def _dictionaries(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Every dictionary and stream that the file still uses."""
    seen: set[tuple[int, int]] = set()
    waiting: list[Any] = [pdf.trailer]
    while waiting:
        value = waiting.pop()
        if not isinstance(value, (Array, Dictionary, pikepdf.Stream)):
            continue
        if value.is_indirect:
            if value.objgen in seen:
                continue
            seen.add(value.objgen)
        if isinstance(value, Array):
            waiting.extend(value)
        else:
            yield value
            waiting.extend(each for _, each in value.items())


def _problems(value: Any) -> Iterator[Remark]:
    kind, subtype = str(value.get(Name.Type, "")), str(value.get(Name.Subtype, ""))
    if kind == "/Font":
        yield from _font_problems(value, subtype)
    elif subtype == "/Image":
        yield from _image_problems(value)
    elif subtype == "/PS":
        yield Remark.of("postscript")
    if str(value.get(Name.S, "")) in _FORBIDDEN_ACTIONS:
        yield Remark.of("action", kind=str(value.S)[1:])
    if Name.Rect in value and subtype:
        yield from _annotation_problems(value, subtype)
    if "/LZWDecode" in str(value.get(Name.Filter, "")) and not isinstance(value, pikepdf.Stream):
        yield Remark.of("compression")
    if Name.F in value and isinstance(value, pikepdf.Stream):
        yield Remark.of("outside")


def _font_problems(font: Any, subtype: str) -> Iterator[Remark]:
    if subtype not in _EMBEDDABLE:
        return
    descriptor = font.get(Name.FontDescriptor)
    embedded = descriptor is not None and any(
        key in descriptor for key in (Name.FontFile, Name.FontFile2, Name.FontFile3)
    )
    if not embedded:
        yield Remark.of("font", name=str(font.get(Name.BaseFont, "/?"))[1:])


def _image_problems(image: Any) -> Iterator[Remark]:
    space = image.get(Name.ColorSpace)
    if "/DeviceCMYK" in str(space) or "/DeviceN" in str(space):
        yield Remark.of("print_colours")
    if Name.Alternates in image or Name.OPI in image:
        yield Remark.of("alternates")


def _annotation_problems(annotation: Any, subtype: str) -> Iterator[Remark]:
    if subtype in _FORBIDDEN_ANNOTATIONS:
        yield Remark.of("annotation", kind=subtype[1:])
        return
    flags = int(annotation.get(Name.F, 0))
    if subtype != "/Popup" and (not flags & _PRINT or flags & _HIDDEN_FLAGS):
        # Whether an annotation is printed changes nothing on the page itself.
        if flags & _HIDDEN_FLAGS:
            yield Remark.of("hidden_annotations")
        else:
            annotation.F = flags | _PRINT
    if subtype not in _NEEDS_NO_APPEARANCE and Name.AP not in annotation:
        yield Remark.of("no_appearance", kind=subtype[1:])
