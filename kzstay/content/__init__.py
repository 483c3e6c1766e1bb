"""Content of the report and of the explaining pages, as neutral blocks."""

from __future__ import annotations
