"""Case files: what they look like and how they are kept."""

from __future__ import annotations
