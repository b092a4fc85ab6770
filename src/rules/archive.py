"""Rules: archive."""

from __future__ import annotations
