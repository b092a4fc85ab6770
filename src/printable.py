"""Names of files as a person can be shown them; it stands below all rooms, for every message needs it."""

from __future__ import annotations

import os

_CONTROLS = {code: f"\\x{code:02x}" for code in (*range(32), *range(127, 160))}

_TURNING = (0x061C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A))
"""Signs that end a line, or turn the direction of writing: `gpj.exe` would look like another name."""

_SHOWN = _CONTROLS | {code: f"\\u{code:04x}" for code in _TURNING}


def visible(text: str) -> str:
    """Any name as one line that can be printed, whatever bytes it is made of."""
    return os.fsencode(text).decode("utf-8", "backslashreplace").translate(_SHOWN)
