"""Names of files as a person can be shown them; it stands below all rooms, for every message needs it."""

from __future__ import annotations

import os

_CONTROLS = {code: f"\\x{code:02x}" for code in (*range(32), *range(127, 160))}


def visible(text: str) -> str:
    """Any name as one line that can be printed, whatever bytes it is made of."""
    return os.fsencode(text).decode("utf-8", "backslashreplace").translate(_CONTROLS)
