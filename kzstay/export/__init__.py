"""What leaves the program: each format a file."""

from __future__ import annotations
