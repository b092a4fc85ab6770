"""Swedish: which words there are and how likely they follow each other.

Built by `tools/language` from public texts (`docs/language-data.md`); nothing here knows of documents.
"""

from __future__ import annotations

from .model import Language, load

__all__ = ["Language", "load"]
