"""The image of a page, made easy to read and ready to be cut."""
