"""Swedish repaired: what a reader garbled comes back as it was printed, what was right stays.

Every change is in the ledger and can be undone. What an author misspelt stays: readings are repaired,
not authors.
"""

from __future__ import annotations

from .channels import Channel, Decision
from .ledger import undo
from .pages import Repaired, repair
from .reconciling import reconcile
from .text import RepairedText, repair_text

__all__ = ["Channel", "Decision", "Repaired", "RepairedText", "reconcile", "repair", "repair_text", "undo"]
