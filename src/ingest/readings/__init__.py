"""Several readings of one page: which words are read again, and which reading is right."""
