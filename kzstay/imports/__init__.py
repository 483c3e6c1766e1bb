"""Imports: files and pasted text of other programs, read as stays. Knows no screen and no sentences."""
