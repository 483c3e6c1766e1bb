"""The page that answers what if."""

from __future__ import annotations
