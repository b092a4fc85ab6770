"""What builds the data files and the sample documents; not installed with justera."""

from __future__ import annotations
