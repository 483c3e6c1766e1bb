"""The window round its pages."""

from __future__ import annotations
