"""Content of invented documents: what they say, before any layout; the record is made of the same parts."""

from __future__ import annotations
