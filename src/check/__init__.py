"""Is a record valid, and has quality slipped: for CI, for the bench, and for whoever asks.

`measures` and `record_scores` compare with a truth; `series` and `files` check what one record alone cannot
show; `reports` writes findings in the forms that other programs read.
"""

from __future__ import annotations
