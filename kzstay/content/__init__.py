"""What the report and the explaining pages say, as neutral blocks."""

from __future__ import annotations
