"""Rows that are typed: one mechanism for every list."""

from __future__ import annotations
