"""The document as a whole: its kind, its owner and body, how well it was read."""
