"""Rules: people."""

from __future__ import annotations
