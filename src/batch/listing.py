"""What there is to read behind a URL, as `inventory` has it for folders; one listing in memory at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from ..errors import InputError, MissingInput, UsageError
from ..media import PROBE, MediaType, is_hidden, recognise_start, says_document
from . import remote
from .found import NO_DOCUMENT, SAVE_AS, Found, walked
from .remote import Entry, Location, Url


def find(url: Url, out: Location) -> Iterator[Found]:
    """Every file under a URL, in the order of the names' bytes; a file if it is one itself.

    Raises:
        MissingInput: there is nothing.
        UnreachableInput: the folder named cannot be listed; one further down is a finding.
    """
    top = remote.entry(url)
    if top is None:
        raise MissingInput(f"{url}: there is nothing here")
    if not top.is_folder:
        yield _file(top, url.name, named=True)
        return
    yield from walked(partial(_listing, url, out))


def refuse(url: Url, out: Location) -> None:
    """Refuse an input before anything is written.

    Raises:
        MissingInput: there is nothing.
        UsageError: it lies in the output folder, or nothing installed here can reach it.
    """
    if isinstance(out, Url) and f"{url.rstrip('/')}/".startswith(f"{out.rstrip('/')}/"):
        raise UsageError(
            f"the input {url} lies in the output folder {out}", next_step="choose another folder with -o"
        )
    if remote.entry(url) is None:
        raise MissingInput(f"{url}: there is nothing here")


def _listing(root: Url, out: Location, folder: str) -> Iterator[Found | str]:
    """The files of one folder, and its sub-folders as paths relative to the root."""
    try:
        entries = remote.listing(root / folder if folder else root)
    except (InputError, OSError) as error:
        if not folder:
            raise
        reason = f"the folder cannot be listed ({type(error).__name__})"
        step = "check that your account may list it, then run again"
        yield Found(root / folder, folder, fault=reason, next_step=step)
        return
    for one in entries:
        name = one.url.name
        relative = f"{folder}/{name}" if folder else name
        if is_hidden(name):
            yield Found(one.url, relative, hidden=True)
        elif not one.is_folder:
            yield _file(one, relative)
        elif one.url.rstrip("/") != str(out).rstrip("/"):
            yield relative


def _file(one: Entry, relative: str, *, named: bool = False) -> Found:
    found = Found(str(one.url), relative, one.size, one.signature, one.modified)
    if named or says_document(relative) or _is_document(one.url):
        return found
    return replace(found, skip=NO_DOCUMENT, next_step=SAVE_AS)


def _is_document(url: Url) -> bool:
    """Whether the first bytes are of a PDF or an image, whatever the file is called."""
    try:
        return recognise_start(remote.read(url, PROBE) or b"", url.name) is not MediaType.TEXT
    except InputError:
        return False
