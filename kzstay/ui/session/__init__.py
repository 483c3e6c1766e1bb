"""The open case: its value, its file, and what is shown of it."""

from __future__ import annotations
