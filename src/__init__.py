"""justera: scanned Swedish board documents in, validated decision records out."""

from __future__ import annotations

__version__ = "0.1.0"
