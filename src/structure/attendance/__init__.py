"""Who attended, in every layout of a list."""
