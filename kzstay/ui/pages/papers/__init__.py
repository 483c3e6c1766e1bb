"""The page of permits, rulings and changes of address."""

from __future__ import annotations
