"""What a reader makes of a place on the page: words, cells of words, and what kind of word it is."""
