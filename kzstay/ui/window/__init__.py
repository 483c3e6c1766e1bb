"""The window: its frame, its menus, and what a person can have done."""

from __future__ import annotations
