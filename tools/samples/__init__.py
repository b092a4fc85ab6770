"""The committed sample documents: authorities, people and matters are invented, the language is not."""

from __future__ import annotations
