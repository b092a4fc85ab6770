"""A document's folder appears as a whole or not at all, and says what it rests on.

`outcome.json` is written last into the private folder: a folder with it is complete. The private folder
then takes its place in one step of the file system; an older folder is exchanged in one step where the
system can (Linux), else it is moved away first, and for that moment the document is missing, never half.
"""

from __future__ import annotations

import ctypes
import hashlib
import json
import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from ..errors import OutputError
from .outcome import Result

MANIFEST = "outcome.json"

RECORD = "record.json"

AT_FDCWD = -100
RENAME_EXCHANGE = 2
"""fcntl.h and linux/fs.h."""


def publish(folder: Path, out: Path, result: Result, *, key: str, original: str = "") -> str:
    """Complete `folder` and put it at `out/result.name`.

    Args:
        folder: private, on the same file system as `out`; gone afterwards.
        out: the run's output folder.
        result: the document's outcome.
        key: what the result depends on.
        original: the input's own relative path, where the name had to be changed.

    Returns:
        The manifest's stamp, see `stamp`.

    Raises:
        OutputError: the disk is full or cannot be written, or something else lies at that name.
    """
    target = out / result.name
    try:
        _complete(folder, result, key, original)
        target.parent.mkdir(parents=True, exist_ok=True)
        _put(folder, target)
        _flush_folder(target.parent)
        return stamp(out, result.name)
    except OSError as error:
        raise OutputError(f"{target} cannot be written: {error.strerror or error}") from error


def manifest(out: Path, name: str) -> dict[str, Any] | None:
    """What a published folder says of itself; None where there is none, or it is no manifest."""
    try:
        found = json.loads((out / name / MANIFEST).read_bytes())
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) and "outcome" in found else None


def is_whole(out: Path, name: str, found: dict[str, Any]) -> bool:
    """Whether the files of a published folder are those that its manifest names, by their hashes."""
    return all(_matches(out / name / file, digest) for file, digest in found.get("files", {}).items())


def stamp(out: Path, name: str) -> str:
    """Changes when the manifest does; empty where there is none."""
    try:
        status = (out / name / MANIFEST).stat()
    except OSError:
        return ""
    return f"{status.st_size}:{status.st_mtime_ns}"


def is_foreign(out: Path, name: str) -> bool:
    """Whether something lies at a document's name that no run has put there."""
    target = out / name
    return os.path.lexists(target) and not any(os.path.lexists(target / file) for file in (MANIFEST, RECORD))


def _matches(path: Path, digest: str) -> bool:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == digest
    except OSError:
        return False


def _complete(folder: Path, result: Result, key: str, original: str) -> None:
    files = {
        str(path.relative_to(folder)): _digest(path) for path in sorted(folder.rglob("*")) if path.is_file()
    }
    content = result.content() | {"key": key, "files": files}
    if original:
        content["original"] = original
    path = folder / MANIFEST
    path.write_text(json.dumps(content, ensure_ascii=True, indent=1) + "\n", encoding="ascii")
    _digest(path)
    _flush_folder(folder)


def _digest(path: Path) -> str:
    """Hash of a file that is now on the disk for good."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        os.fsync(file.fileno())
    return digest


def _flush_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _put(folder: Path, target: Path) -> None:
    if not os.path.lexists(target):
        folder.rename(target)
    elif _exchange(folder, target):
        shutil.rmtree(folder, ignore_errors=True)
    else:
        aside = folder.with_name("replaced")
        shutil.rmtree(aside, ignore_errors=True)
        target.rename(aside)
        folder.rename(target)
        shutil.rmtree(aside, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; False where the system cannot."""
    if sys.platform != "linux":
        return False
    with suppress(AttributeError):
        libc = ctypes.CDLL(None, use_errno=True)
        return bool(
            libc.renameat2(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) == 0
        )
    return False
