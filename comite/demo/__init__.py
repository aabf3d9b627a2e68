"""Invented, marked and removable data that shows a living portal."""
