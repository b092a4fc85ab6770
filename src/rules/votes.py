"""Rules: votes."""

from __future__ import annotations
