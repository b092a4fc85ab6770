"""An input wherever it lies: its hash, whether it is still there, and its bytes as a file of this machine."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import JusteraError, OutputError, UnreachableInput
from . import names, remote, store
from .remote import Url


def sha256(path: str) -> str:
    """Hash of an input's bytes; empty where they cannot be read."""
    place = remote.location(path)
    try:
        return remote.sha256(place) if isinstance(place, Url) else store.digest(place)
    except (OSError, UnreachableInput):
        return ""


def is_there(path: str) -> bool:
    """Whether something is still there, as far as anyone can tell: what does not answer may be."""
    place = remote.location(path)
    if not isinstance(place, Url):
        return os.path.lexists(path)
    try:
        return remote.entry(place) is not None
    except JusteraError:
        return True


@contextmanager
def at_hand(path: str, folder: Path) -> Iterator[str]:
    """The input as a path of this machine; what is behind a URL is fetched and removed afterwards.

    Args:
        path: absolute, or a URL.
        folder: private, for what is fetched.

    Raises:
        InputError: it cannot be fetched.
        OutputError: `folder` cannot be written.
    """
    place = remote.location(path)
    if not isinstance(place, Url):
        yield path
        return
    copy = folder / names.safe(place.name)
    try:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            remote.fetch(place, copy)
        except OSError as error:
            raise OutputError(f"{folder} cannot be written: {error.strerror or error}") from error
        yield str(copy)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
