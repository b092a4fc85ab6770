"""Names of document folders: the path of the input, made safe where it must be, and never one name for two.

`safe` is reversible (`original`): what a file system or a terminal would choke on is percent-encoded,
everything else, å ä ö and blanks too, stays as it is.
"""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from pathlib import PurePosixPath

RESERVED = frozenset({"run.json", "register.csv", "documents.csv"})
"""Files that a run itself writes at the top of the output folder."""

LONGEST_PART = 240
"""Bytes of a name in a path: file systems take 255; what is above is left for "~2"."""

LONGEST_NAME = 1_500
"""Bytes of a whole name: paths end at 4,096, and the output folder's own is in front."""

_ESCAPE = re.compile(r"%(?=[0-9A-Fa-f]{2})|[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
"""Controls, line separators, marks that turn the direction of text, and % before two hex digits."""

_ESCAPED = re.compile(rb"%([0-9A-Fa-f]{2})")


def safe(relative: str) -> str:
    """A name for the folder of the document at `relative`.

    Args:
        relative: path with forward slashes as `os.fsdecode` gives it; bytes that are no UTF-8 are escaped.
    """
    parts = [_safe_part(part) for part in relative.split("/")]
    if parts[0].casefold() in RESERVED:
        parts[0] = f"%{ord(parts[0][0]):02X}{parts[0][1:]}"
    name = "/".join(parts)
    return _shortened(name, LONGEST_NAME) if len(name.encode()) > LONGEST_NAME else name


def original(name: str) -> str:
    """The path that `safe` made `name` of, unless it was shortened."""
    return os.fsdecode(_ESCAPED.sub(lambda match: bytes([int(match[1], 16)]), os.fsencode(name)))


def numbered(name: str, number: int) -> str:
    """The name for a further input of the same name: "x.pdf" and 2 give "x~2.pdf"."""
    # Full stops at the end are no extension, and would make the number one.
    core = name.rstrip(".")
    path = PurePosixPath(core)
    return str(path.with_name(f"{path.stem}~{number}{path.suffix}")) + name[len(core) :]


def folded(name: str) -> str:
    """What two names share that some file system takes for the same: case and the form of letters."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", name).casefold())


def _safe_part(part: str) -> str:
    text = "".join(_escaped_byte(char) if "\udc80" <= char <= "\udcff" else char for char in _escape(part))
    if text.startswith("."):
        # A folder that starts with a full stop would be hidden, and is the run's own.
        text = "%2E" + text[1:]
    return _shortened(text, LONGEST_PART) if len(text.encode()) > LONGEST_PART else text


def _escape(part: str) -> str:
    return _ESCAPE.sub(lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), part)


def _escaped_byte(surrogate: str) -> str:
    return f"%{ord(surrogate) - 0xDC00:02X}"


def _shortened(text: str, longest: int) -> str:
    """The start of a text, a digest of the whole, and the file's extension."""
    digest = hashlib.sha256(text.encode()).hexdigest()[:16]
    suffix = PurePosixPath(text).suffix
    suffix = suffix if len(suffix.encode()) <= 8 else ""
    start = text.replace("/", "_").encode()[: min(longest, LONGEST_PART) - 17 - len(suffix)]
    return f"{start.decode('utf-8', 'ignore')}~{digest}{suffix}"
