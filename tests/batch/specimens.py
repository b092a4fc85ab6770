"""Documents that are out to do harm, and honest small ones to mutate. All are made here, from nothing."""

from __future__ import annotations

import io
import random
import re
import struct
import zlib
from collections.abc import Callable, Iterator

import pikepdf
from PIL import Image, ImageDraw

Body = dict[int, bytes]
"""PDF objects by number."""


def pdf(objects: Body, *, root: int = 1, xref: bool = True) -> bytes:
    """A PDF of these objects."""
    out = io.BytesIO(b"%PDF-1.7\n")
    out.seek(0, io.SEEK_END)
    places = {}
    for number, body in objects.items():
        places[number] = out.tell()
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    if xref:
        out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (max(objects) + 1))
        for number in range(1, max(objects) + 1):
            out.write(b"%010d 00000 n \n" % places.get(number, 0))
    trailer = b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    out.write(trailer % (max(objects) + 1, root, start))
    return out.getvalue()


def stream(data: bytes, extra: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), extra, data)


def page_of(content: bytes, *, box: bytes = b"[0 0 300 200]", resources: bytes = b"") -> Body:
    return {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox %s /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> %s >> >>" % (box, resources),
        4: content,
        5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    }


TEXT = stream(
    b"BT /F1 12 Tf 20 160 Td (Exempelstads kommun) Tj 0 -20 Td (\xa7 7 Ny cykelv\xe4g) Tj"
    b" 0 -20 Td (Kommunstyrelsen beslutar att anta planen.) Tj ET"
)


def picture(width: int = 300, height: int = 60) -> Image.Image:
    image = Image.new("L", (width, height), 255)
    ImageDraw.Draw(image).text((10, 20), "Kommunstyrelsen beslutar att anta planen", fill=0)
    return image


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def with_object_streams(plain: bytes) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(plain)) as document:
        document.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def encrypted() -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf(page_of(TEXT)))) as document:
        document.save(out, encryption=pikepdf.Encryption(owner="o", user="u"))
    return out.getvalue()


def scan_in_pdf() -> bytes:
    jpeg = saved(picture(), "JPEG")
    image = (
        b"/Type /XObject /Subtype /Image /Width 300 /Height 60 /ColorSpace /DeviceGray /BitsPerComponent 8"
    )
    objects = page_of(stream(b"q 300 0 0 60 0 100 cm /I Do Q"), resources=b"/XObject << /I 6 0 R >>")
    return pdf(objects | {6: stream(jpeg, image + b" /Filter /DCTDecode")})


def honest() -> dict[str, bytes]:
    """Small good documents of every kind, by name."""
    text = pdf(page_of(TEXT))
    return {
        "text.pdf": text,
        "streams.pdf": with_object_streams(text),
        "scan.pdf": scan_in_pdf(),
        "pages.tiff": saved(picture(), "TIFF", save_all=True, append_images=[picture()], dpi=(150, 150)),
        "page.png": saved(picture(), "PNG"),
        "page.jpg": saved(picture(), "JPEG"),
        "text.txt": "§ 7\nNy cykelväg\nKommunstyrelsen beslutar\natt anta planen.\n\f§ 8\nVal\n".encode(),
    }


def _png_header(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * 1_000_000, 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def _image_page(attributes: bytes, data: bytes) -> bytes:
    objects = page_of(stream(b"q 300 0 0 200 0 0 cm /I Do Q"), resources=b"/XObject << /I 6 0 R >>")
    image = b"/Type /XObject /Subtype /Image /ColorSpace /DeviceGray " + attributes
    return pdf(objects | {6: stream(data, image)})


def _jbig2_bomb() -> bytes:
    """A page of 65,535 x 65,535 pixels in a few bytes (ITU-T T.88, page information segment)."""
    information = struct.pack(">IIIIBH", 65_535, 65_535, 0, 0, 0, 0)
    segment = struct.pack(">IBBBI", 0, 48, 0, 1, len(information)) + information
    attributes = b"/Width 65535 /Height 65535 /BitsPerComponent 1 /Filter /JBIG2Decode"
    return _image_page(attributes, segment)


def _flate_bomb() -> bytes:
    """A content stream of 400 MB in 400 kB."""
    squeeze = zlib.compressobj(9)
    data = b"".join(squeeze.compress(b"q Q " * 2_500_000) for _ in range(40)) + squeeze.flush()
    return pdf(page_of(stream(data, b"/Filter /FlateDecode")))


def _nested_flate() -> bytes:
    """Filters upon filters."""
    data = b"q Q " * 1_000_000
    for _ in range(20):
        data = zlib.compress(data, 9)
    return pdf(page_of(stream(data, b"/Filter [" + b"/FlateDecode " * 20 + b"]")))


def _form_that_draws_itself() -> bytes:
    form = stream(
        b"/X Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>"
    )
    return pdf(page_of(stream(b"/X Do"), resources=b"/XObject << /X 6 0 R >>") | {6: form})


def _without(objects: Body, *numbers: int) -> Body:
    return {number: body for number, body in objects.items() if number not in numbers}


HOSTILE: dict[str, Callable[[], bytes]] = {
    "empty.pdf": lambda: b"",
    "empty.txt": lambda: b"",
    "blank.txt": lambda: b" \n\f\n ",
    "only-header.pdf": lambda: b"%PDF-1.7\n",
    "truncated.pdf": lambda: pdf(page_of(TEXT))[:300],
    "encrypted.pdf": encrypted,
    "html-called.pdf": lambda: b"<!DOCTYPE html><title>404</title>",
    "pdf-called.tiff": lambda: pdf(page_of(TEXT)),
    "png-called.pdf": lambda: saved(picture(), "PNG"),
    "binary-called.txt": lambda: bytes(range(256)) * 20,
    "latin1.txt": lambda: "§ 7 Ärende".encode("latin-1"),
    "zero-pages.pdf": lambda: pdf(page_of(TEXT) | {2: b"<< /Type /Pages /Kids [] /Count 0 >>"}),
    "no-pages-object.pdf": lambda: pdf(_without(page_of(TEXT), 2)),
    "circular-tree.pdf": lambda: pdf(page_of(TEXT) | {2: b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>"}),
    "page-is-its-parent.pdf": lambda: pdf(
        page_of(TEXT) | {3: b"<< /Type /Pages /Parent 3 0 R /Kids [3 0 R] /Count 9 >>"}
    ),
    "million-pages.pdf": lambda: pdf(page_of(TEXT) | {2: b"<< /Type /Pages /Kids [3 0 R] /Count 1000000 >>"}),
    "repeated-page.pdf": lambda: pdf(
        page_of(TEXT) | {2: b"<< /Type /Pages /Kids [" + b"3 0 R " * 1_000 + b"] /Count 1000 >>"}
    ),
    "negative-count.pdf": lambda: pdf(page_of(TEXT) | {2: b"<< /Type /Pages /Kids [3 0 R] /Count -7 >>"}),
    "deep-array.pdf": lambda: pdf(page_of(stream(b"[" * 200_000))),
    "deep-dictionary.pdf": lambda: pdf(page_of(TEXT) | {6: b"<< /A " * 50_000 + b"1" + b" >>" * 50_000}),
    "deep-graphics-state.pdf": lambda: pdf(page_of(stream(b"q " * 500_000))),
    "form-draws-itself.pdf": _form_that_draws_itself,
    "content-is-page.pdf": lambda: pdf(_without(page_of(TEXT), 4) | {4: b"3 0 R"}),
    "flate-bomb.pdf": _flate_bomb,
    "nested-flate.pdf": _nested_flate,
    "jbig2-bomb.pdf": _jbig2_bomb,
    "huge-image.pdf": lambda: _image_page(
        b"/Width 60000 /Height 60000 /BitsPerComponent 8 /Filter /FlateDecode",
        zlib.compress(b"\0" * 10**6),
    ),
    "huge-page.pdf": lambda: pdf(page_of(TEXT, box=b"[0 0 900000 900000]")),
    "infinite-page.pdf": lambda: pdf(page_of(TEXT, box=b"[0 0 1e400 nan]")),
    "no-page-size.pdf": lambda: pdf(page_of(TEXT, box=b"[]")),
    "broken-xref.pdf": lambda: pdf(page_of(TEXT)).replace(b"0000000", b"9999999"),
    "no-xref.pdf": lambda: pdf(page_of(TEXT), xref=False),
    "trailer-points-to-itself.pdf": lambda: pdf(page_of(TEXT)).replace(b"/Root 1 0 R", b"/Root 9 0 R"),
    "huge-image.png": lambda: _png_header(60_000, 60_000),
    "endless-image.png": lambda: _png_header(2**31 - 1, 2**31 - 1),
    "half.jpg": lambda: saved(picture(1_000, 400), "JPEG")[:900],
    "half.tiff": lambda: saved(picture(), "TIFF")[:-2_000],
    "circular.tiff": lambda: _circular_tiff(),
    "long-line.txt": lambda: ("ord" * 300_000).encode(),
    "many-pages.txt": lambda: b"\f" * 5_000,
    "brackets.txt": lambda: b"(" * 100_000 + b"[" * 100_000,
}


def _circular_tiff() -> bytes:
    """The next directory of the first page is the first page."""
    data = bytearray(saved(picture(), "TIFF"))
    (place,) = struct.unpack_from("<I", data, 4)
    (entries,) = struct.unpack_from("<H", data, place)
    struct.pack_into("<I", data, place + 2 + 12 * entries, place)
    return bytes(data)


WEIGHTS = {"text.pdf": 5, "streams.pdf": 4, "text.txt": 2}
"""Those without an image cost no OCR, so that more of them can be tried."""


def mutants(count: int, *, seed: int = 7) -> Iterator[tuple[str, bytes]]:
    """Honest documents after something has happened to them: name and bytes, the same for the same seed."""
    chance = random.Random(seed)
    seeds = [(name, data) for name, data in honest().items() for _ in range(WEIGHTS.get(name, 1))]
    for number in range(count):
        name, data = chance.choice(seeds)
        for _ in range(chance.choice((1, 1, 2, 4))):
            data = chance.choice(MUTATIONS)(data, chance)
        suffix = name if chance.random() < 0.9 else chance.choice(seeds)[0]
        yield f"{number:05}-{suffix}", data


def _flip(data: bytes, chance: random.Random) -> bytes:
    out = bytearray(data)
    for _ in range(chance.choice((1, 8, 64))):
        if out:
            out[chance.randrange(len(out))] = chance.randrange(256)
    return bytes(out)


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _drop(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data) + 1)
    return data[:start] + data[start + chance.randrange(200) :]


def _double(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data) + 1)
    return data[: start + 300] + data[start:]


def _exaggerate(data: bytes, chance: random.Random) -> bytes:
    """Some number becomes another."""
    found = list(re.finditer(rb"\d+", data))
    if not found:
        return data
    match = chance.choice(found)
    number = chance.choice((b"0", b"-1", b"65536", b"2147483648", b"99999999999999999999", b"1e308"))
    return data[: match.start()] + number + data[match.end() :]


def _splice(data: bytes, chance: random.Random) -> bytes:
    other = chance.choice(list(honest().values()))
    return data[: chance.randrange(len(data) + 1)] + other[chance.randrange(len(other) + 1) :]


MUTATIONS = (_flip, _cut, _drop, _double, _exaggerate, _splice)
