"""Items: the chain of § numbers, titles, and what belongs to each."""
