"""Widgets that know nothing of the window."""

from __future__ import annotations
