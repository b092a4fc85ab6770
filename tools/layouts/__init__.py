"""Layouts: invented documents set in the ways of different Swedish authorities, with their truth."""

from __future__ import annotations
