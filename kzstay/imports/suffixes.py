"""Suffixes: by its name alone, whether a file is one to import and no case to open."""

from __future__ import annotations

from pathlib import Path

SUFFIXES = (".csv", ".tsv", ".txt", ".md", ".xlsx", ".xls", ".ods", ".ics", ".json")
_CASES = (".json",)  # which a case may be called as well: what is in it tells


def is_source(path: Path) -> bool:
    """Tell whether a file can only be imported, by its name."""
    return (suffix := path.suffix.casefold()) in SUFFIXES and suffix not in _CASES
