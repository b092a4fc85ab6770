"""Tesseract: what is installed, and how it is asked to read."""
