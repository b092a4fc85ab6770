"""Ruled lines of a page, from the file or its image, and the cells they enclose."""
