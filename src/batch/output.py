"""The output folder that a user names, as a store."""

from __future__ import annotations

from .bucket import Bucket
from .folder import Folder
from .remote import Location, Url
from .store import Store


def at(place: Location) -> Store:
    """The store of that path or URL."""
    return Bucket(place) if isinstance(place, Url) else Folder(place.absolute())
