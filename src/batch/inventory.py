"""What there is to read: every file under the inputs in a fixed order, and why some are no documents.

Nothing is left out without a line. Only regular files are opened, so that a fifo cannot hold up a run;
links to files are followed, links to folders are not (they could lead in circles).
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from ..errors import MissingInput, UsageError
from ..media import is_document, is_hidden
from . import listing, remote
from .found import NO_DOCUMENT, SAVE_AS, Found, walked
from .remote import Location, Url

STATE_FOLDER = ".justera"
"""In an output folder: the ledger, the lock and unpublished work."""


def find(inputs: Sequence[Location], out: Location) -> Iterator[Found]:
    """Every file under the inputs, folders recursively, in the order of their names' bytes.

    Raises:
        MissingInput: an input that is not there.
        UsageError: an input that lies in the output folder.
    """
    check(inputs, out)  # at each look of a watched folder too: what is gone by then is no document
    here = None if isinstance(out, Url) else _identity(out)
    for path in inputs:
        if isinstance(path, Url):
            yield from listing.find(path, out)
            continue
        absolute = Path(os.path.abspath(path))
        if absolute.is_dir():
            yield from walked(partial(_listing, str(absolute), here))
        else:
            yield _file(str(absolute), absolute.name, named=True)


def check(inputs: Sequence[Location], out: Location) -> None:
    """Refuse inputs, and an output that cannot be reached, before anything is written.

    Raises:
        MissingInput: an input that is not there.
        UsageError: an input that lies in the output folder, or a URL that nothing installed here can reach.
    """
    if isinstance(out, Url):
        remote.entry(out)
    for path in inputs:
        if isinstance(path, Url):
            listing.refuse(path, out)
        else:
            _refuse(path, out)


def signature(status: os.stat_result) -> str:
    """What changes when a file does."""
    return f"{status.st_size}:{status.st_mtime_ns}:{status.st_ctime_ns}:{status.st_ino}"


def _refuse(path: Path, out: Location) -> None:
    if not os.path.lexists(path):
        raise MissingInput(f"{path}: there is nothing here")
    if isinstance(out, Url):
        return
    real, target = Path(os.path.realpath(path)), Path(os.path.realpath(out))
    if real == target or target in real.parents:
        raise UsageError(
            f"the input {path} lies in the output folder {out}", next_step="choose another folder with -o"
        )


def _identity(path: str | Path) -> tuple[int, int] | None:
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _listing(root: str, out: tuple[int, int] | None, folder: str) -> Iterator[Found | str]:
    """The files of one folder, and its sub-folders as paths relative to the root."""
    absolute = os.path.join(root, folder) if folder else root
    try:
        with os.scandir(absolute) as entries:
            below = sorted(
                ((one.name, _is_folder(one)) for one in entries), key=lambda one: os.fsencode(one[0])
            )
    except OSError as error:
        reason = f"the folder cannot be opened ({error.strerror})"
        step = "give your user the right to open it, then run again"
        yield Found(absolute, folder or ".", fault=reason, next_step=step)
        return
    for name, is_folder in below:
        relative = f"{folder}/{name}" if folder else name
        path = f"{absolute}/{name}"
        if is_hidden(name):
            yield Found(path, relative, hidden=True)
        elif not is_folder:
            yield _file(path, relative)
        elif _identity(path) != out:
            reason = _closed(path)
            yield Found(path, relative, skip=reason) if reason else relative


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Without a question to the disk, but for links; one that leads in a circle is none."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def _closed(path: str) -> str:
    """Why a folder is not entered; empty where it is."""
    if os.path.islink(path):
        return "a link to a folder; name the folder itself to read it"
    return "an output folder of justera" if os.path.lexists(os.path.join(path, STATE_FOLDER)) else ""


def _file(path: str, relative: str, *, named: bool = False) -> Found:
    """One file; one that the user named is read whatever its name says."""
    try:
        status = os.stat(path)
    except OSError as error:
        return _unreachable(path, relative, error)
    found = Found(path, relative, status.st_size, signature(status), status.st_mtime)
    if not stat.S_ISREG(status.st_mode):
        return Found(path, relative, skip="not a file: a pipe, socket or device")
    is_read = named or is_document(Path(path))
    return found if is_read else replace(found, skip=NO_DOCUMENT, next_step=SAVE_AS)


def _unreachable(path: str, relative: str, error: OSError) -> Found:
    if os.path.islink(path):
        reason, step = "a link that leads nowhere", "mend or remove the link, then run again"
    else:
        reason = f"the file cannot be reached ({error.strerror})"
        step = "check the permissions of its folders, then run again"
    return Found(path, relative, fault=reason, next_step=step)
