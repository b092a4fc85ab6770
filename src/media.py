"""What kind of file a document is, told from its bytes: a file's name proves nothing.

Which files of a folder are documents is told here too, so that all commands that take one read the same.
"""

from __future__ import annotations

import codecs
from enum import StrEnum
from pathlib import Path, PurePath

from .errors import DamagedInput, InputError, MissingInput, NoPages, UnsupportedInput


class MediaType(StrEnum):
    """The kinds of file that are read."""

    PDF = "application/pdf"
    TIFF = "image/tiff"
    PNG = "image/png"
    JPEG = "image/jpeg"
    TEXT = "text/plain"


SIGNATURES = (
    (b"II*\0", MediaType.TIFF),
    (b"MM\0*", MediaType.TIFF),
    (b"II+\0", MediaType.TIFF),
    (b"MM\0+", MediaType.TIFF),
    (b"\x89PNG\r\n\x1a\n", MediaType.PNG),
    (b"\xff\xd8\xff", MediaType.JPEG),
)
"""First bytes of each image kind; the last two TIFF ones are BigTIFF."""

PACKAGES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""First bytes of zip archives and of Office's and Outlook's own: a PDF in one is not the only thing in it."""

PDF_HEADER_WITHIN = 1024
"""Acrobat accepts the header anywhere in the first 1024 bytes (PDF 1.7, appendix H, note 13)."""

PROBE = 4096
"""Bytes that are looked at, enough for a stray NUL to show in any binary file."""

BINARY_SUFFIXES = frozenset({".pdf", ".tif", ".tiff", ".png", ".jpg", ".jpeg"})
"""A text file under such a name is an error page or a failed download, not a document."""

SUFFIXES = BINARY_SUFFIXES | {".txt"}
"""Names that say document; anything else is told by its first bytes."""

COMPANIONS = frozenset({"thumbs.db", "desktop.ini", ".ds_store"})
"""Files that a desktop leaves in every folder, told apart from documents only by name."""

OFFICE_LOCK = "~$"
"""Begins the name of the file that Office keeps beside a document that is open."""

UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
"""First bytes of what Windows calls Unicode text."""

MARKUP_STARTS = (b"<!doctype", b"<html", b"<?xml", b"{\\rtf")
"""Text that is no text layer."""


def is_hidden(name: str) -> bool:
    """Whether a name says that the file is not for people."""
    return name.startswith((".", OFFICE_LOCK)) or name.casefold() in COMPANIONS


def says_document(name: str) -> bool:
    """Whether a name says that the file is a document."""
    return name[name.rfind(".") :].lower() in SUFFIXES


def is_document(path: Path) -> bool:
    """Whether a file's name says so, or its first bytes are of a PDF or an image, whatever it is called."""
    try:
        return says_document(path.name) or recognise(path) is not MediaType.TEXT
    except InputError:
        return False


def recognise(path: Path) -> MediaType:
    """The kind of the file at `path`.

    Raises:
        MissingInput: there is no such file.
        NoPages: the file has no bytes.
        UnsupportedInput: the bytes are of no kind that is read.
        DamagedInput: the file cannot be read from the disk.
    """
    try:
        with path.open("rb") as file:
            start = file.read(PROBE)
    except (FileNotFoundError, IsADirectoryError) as error:
        raise MissingInput(f"{path.name}: no such file") from error
    except OSError as error:
        step = "give your user the right to read it, then run again"
        right = step if isinstance(error, PermissionError) else None
        raise DamagedInput(f"{path.name}: cannot be read ({error.strerror})", next_step=right) from error
    return recognise_start(start, path.name)


def recognise_start(start: bytes, name: str) -> MediaType:
    """The kind of the file that is called `name` and starts with these bytes, up to `PROBE` of them.

    Raises:
        NoPages: the file has no bytes.
        UnsupportedInput: the bytes are of no kind that is read.
    """
    if not start:
        raise NoPages(f"{name}: the file is empty")
    for signature, media_type in SIGNATURES:
        if start.startswith(signature):
            return media_type
    if b"%PDF-" in start[:PDF_HEADER_WITHIN] and not start.startswith(PACKAGES):
        return MediaType.PDF
    if _is_text(start) and PurePath(name).suffix.lower() not in BINARY_SUFFIXES:
        return MediaType.TEXT
    if _is_markup(start):
        step = "open it to see what it says, and fetch the document itself"
        raise UnsupportedInput(f"{name}: a web page or other markup (HTML, XML, RTF)", next_step=step)
    if _is_text(start):
        step = "rename it to .txt if it is a document"
        raise UnsupportedInput(f"{name}: text under the name of a PDF or an image", next_step=step)
    raise UnsupportedInput(f"{name}: neither PDF, TIFF, PNG, JPEG nor text")


def _is_markup(start: bytes) -> bool:
    return start.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(MARKUP_STARTS)


def _is_text(start: bytes) -> bool:
    if _is_markup(start):
        return False
    if start.startswith(UTF_16_MARKS):
        return True
    controls = sum(byte < 32 and byte not in b"\t\n\r\f" for byte in start)
    return controls == 0
