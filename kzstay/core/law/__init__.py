"""The law as data: its rows, how they are read, and which of them applies."""

from __future__ import annotations
