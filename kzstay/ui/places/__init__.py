"""The places of the window: what its rail leads to."""

from __future__ import annotations
