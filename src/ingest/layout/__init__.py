"""Words with boxes to lines in reading order."""
