"""The command line: each command a file."""

from __future__ import annotations
