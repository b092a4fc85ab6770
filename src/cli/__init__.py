"""The door: one module per command, each thin and with its heavy imports inside the function."""

from __future__ import annotations

from .app import main

__all__ = ["main"]
