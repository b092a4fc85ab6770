"""Rows of a page, passages that know their words, and what a draft of the record is made of."""
