"""The command line: the answers of the window without one. Each command is a file, and a line in ``commands``."""

from __future__ import annotations
