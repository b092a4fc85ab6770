"""Swedish board documents as data: tables with examples, and the patterns made of them."""
