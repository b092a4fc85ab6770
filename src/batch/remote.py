"""Files behind a URL (s3://, gs://, sftp:// ...), by fsspec: an extra, imported here and only for a URL.

Where a credential comes from is the business of the file system's own package. What it raises is
translated here: a missing file is None or MissingInput, everything else an error that says which URL.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from ..errors import JusteraError, MissingInput, UnreachableInput, UsageError
from .process import NO_SPACE

_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")

CHUNK = 2**20
"""Bytes hashed at a time."""

_CONTENT = ("ETag", "etag", "md5Hash", "content_md5", "generation")
"""What stores tell of a file's content; each has its own words."""

_MODIFIED = ("mtime", "LastModified", "last_modified", "updated", "modified", "created")
"""Words for the moment of the last change."""

_NOTHING = (FileNotFoundError, NotADirectoryError)


class Url(str):
    """A place that is no path."""

    __slots__ = ()

    def __truediv__(self, below: str) -> Url:
        return Url(f"{self.rstrip('/')}/{below}")

    @property
    def name(self) -> str:
        """The last part."""
        return self.rstrip("/").rpartition("/")[2]


Location = Path | Url


def location(text: str | Path) -> Location:
    """A path, or a URL; file:// is a path.

    >>> location("file:///archive/a.pdf")
    PosixPath('/archive/a.pdf')
    """
    if isinstance(text, Path) or not _URL.match(text):
        return Path(text)
    return Path(unquote(urlsplit(text).path)) if text.lower().startswith("file://") else Url(text)


@dataclass(frozen=True, slots=True)
class Entry:
    """A file or folder behind a URL."""

    url: Url
    size: int
    """Bytes."""
    signature: str
    """Changes when the file does; empty where the file system does not tell."""
    modified: float
    """Seconds since 1970, 0 where the file system does not tell."""
    is_folder: bool


def entry(url: Url) -> Entry | None:
    """What there is at a URL; None where there is nothing."""
    with _at(url) as (system, path):
        try:
            return _entry(url, system.info(path))
        except _NOTHING:
            return None


def listing(url: Url) -> list[Entry]:
    """What lies directly in a folder, in the order of the names' bytes."""
    with _at(url) as (system, path):
        found = system.ls(path, detail=True)
        below = [(_name(info), info) for info in found if info["name"].rstrip("/") != path.rstrip("/")]
    return [_entry(url / name, info) for name, info in sorted(below, key=lambda one: one[0].encode())]


def files_below(url: Url) -> list[str]:
    """Paths of all files in a folder and below, relative to it; none where there is no folder."""
    return sorted(file for file, _ in entries_below(url))


def entries_below(url: Url) -> Iterator[tuple[str, Entry]]:
    """All files in a folder and below, with their paths relative to it; none where there is no folder."""
    with _at(url) as (system, path):
        top = path.rstrip("/") + "/"
        for one, info in system.find(path, detail=True).items():
            if str(one).startswith(top):
                yield str(one).removeprefix(top), _entry(Url(one), info)


def read(url: Url, most: int | None = None) -> bytes | None:
    """A file's bytes, or its first ones; None where there is no file."""
    with _at(url) as (system, path):
        try:
            data: bytes = system.cat_file(path, 0, most) if most else system.cat_file(path)
        except _NOTHING:
            return None
        return data


def sha256(url: Url) -> str:
    """Hash of a file, read in pieces.

    Raises:
        MissingInput: there is none.
    """
    total = hashlib.sha256()
    with _found(url), _at(url) as (system, path), system.open(path, "rb") as file:
        while piece := file.read(CHUNK):
            total.update(piece)
    return total.hexdigest()


def fetch(url: Url, target: Path) -> None:
    """Copy a file to this machine.

    Raises:
        MissingInput: there is none.
    """
    with _found(url), _at(url) as (system, path):
        system.get_file(path, str(target))


def write(url: Url, data: bytes) -> None:
    """Put a small file in place."""
    with _at(url) as (system, path):
        _parents(system, path)
        system.pipe_file(path, data)


def upload(source: Path, url: Url) -> None:
    """Copy a file of this machine."""
    with _at(url) as (system, path):
        _parents(system, path)
        system.put_file(str(source), path)


def remove(urls: Sequence[Url]) -> None:
    """Remove files."""
    for url in urls:
        with _at(url) as (system, path):
            system.rm_file(path)


@contextmanager
def _at(url: Url) -> Iterator[tuple[Any, str]]:
    """The file system of a URL, and the path in it.

    Raises:
        UsageError: nothing installed here can reach it.
        UnreachableInput: whatever the file system raised.
    """
    try:
        import fsspec
    except ImportError as error:
        step = "install it with: pip install 'justera[cluster]'"
        raise UsageError(f"{url} needs fsspec, which is not installed", next_step=step) from error
    try:
        # Not url_to_fs: it takes "::" in a name for a chain of file systems.
        kind = fsspec.get_filesystem_class(url.partition("://")[0])
        system, path = kind(**kind._get_kwargs_from_urls(url)), str(kind._strip_protocol(url))
        # Other machines write there too: what was listed a moment ago may not be so any more.
        system.invalidate_cache()
    except (ImportError, ValueError) as error:
        step = "install the package of this file system, e.g. pip install s3fs"
        raise UsageError(f"{url} cannot be reached: {_line(error)}", next_step=step) from error
    try:
        yield system, path
    except (JusteraError, *_NOTHING):
        raise
    except Exception as error:
        if getattr(error, "errno", None) in NO_SPACE:
            raise
        # Each file system has errors of its own, with no base in common.
        raise UnreachableInput(f"{url}: {_line(error)}") from error


@contextmanager
def _found(url: Url) -> Iterator[None]:
    try:
        yield
    except _NOTHING as error:
        raise MissingInput(f"{url}: there is nothing here") from error


def _parents(system: Any, path: str) -> None:
    """Make the folders above, where there are folders: those of object stores are all asynchronous."""
    if not system.async_impl:
        system.makedirs(path.rpartition("/")[0], exist_ok=True)


def _entry(url: Url, info: dict[str, Any]) -> Entry:
    size = int(info.get("size") or 0)
    # Where there is a word for the content, moments are left out: a listing has them finer than one answer.
    keys = [key for key in _CONTENT if info.get(key)] or [
        key for key in (*_MODIFIED, "ino") if info.get(key) is not None
    ]
    told = [f"{key}={_plain(info[key])}" for key in keys]
    moments = [info[key] for key in _MODIFIED if info.get(key) is not None]
    modified = _plain(moments[0]) if moments else 0.0
    return Entry(
        url,
        size,
        ";".join([f"size={size}", *told]) if told else "",
        modified if isinstance(modified, float) else 0.0,
        info.get("type") == "directory",
    )


def _plain(value: object) -> object:
    """A moment in seconds, as some file systems give it in one place and as a datetime in another."""
    return value.timestamp() if isinstance(value, datetime) else value


def _name(info: dict[str, Any]) -> str:
    return str(info["name"]).rstrip("/").rpartition("/")[2]


def _line(error: BaseException) -> str:
    text = (str(error).strip().splitlines() or [""])[0]
    return f"{text} ({type(error).__name__})" if text else type(error).__name__
