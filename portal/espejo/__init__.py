"""Copies of the public pages on disk: what is read while the database does not answer."""
