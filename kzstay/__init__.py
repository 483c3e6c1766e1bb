"""How long a foreigner may stay in Kazakhstan, what falls due when, and why."""

from __future__ import annotations

__version__ = "0.1.0"
