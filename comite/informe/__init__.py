"""The semester report: one frozen object, and the page and files that are all made from it."""
