"""The document's parts: repaired pages to the decision record.

`record` is all that other rooms call. Swedish knowledge stands in the tables of `swedish`; every
value of the record is cut from a `Passage` and so knows its words, their page and their boxes.
"""

from __future__ import annotations

from .assemble import record

__all__ = ["record"]
