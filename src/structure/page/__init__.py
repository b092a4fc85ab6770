"""What is text on a page and what is furniture; margins, columns and ruled tables put in reading order."""
