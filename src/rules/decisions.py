"""Rules: decisions."""

from __future__ import annotations
