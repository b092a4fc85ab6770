"""Rules: reservations."""

from __future__ import annotations
