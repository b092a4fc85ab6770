"""What was decided or proposed: points, levels, outcomes."""
