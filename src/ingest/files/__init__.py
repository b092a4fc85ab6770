"""Source files as sheets: what each kind offers of a page, a text layer, an image, or both."""
