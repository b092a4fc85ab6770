"""What tells the parts of a document: headings, labels, numbers, lists."""
