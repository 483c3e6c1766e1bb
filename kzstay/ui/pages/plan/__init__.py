"""The Plan page, which answers what if."""

from __future__ import annotations
