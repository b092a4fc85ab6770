"""Natural logarithms of probabilities in one byte: fine enough to choose by, small enough to ship."""

from __future__ import annotations

STEP = 0.08
"""Natural log units per level; 255 levels reach from 1 down to e^-20.4."""

LOWEST = -255 * STEP
"""The least logarithm that fits."""

LOGARITHMS: tuple[float, ...] = tuple(-level * STEP for level in range(256))
"""The logarithm of each level."""
