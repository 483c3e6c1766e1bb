from __future__ import annotations

from tests.content.conftest import report, speak

__all__ = ["report", "speak"]
