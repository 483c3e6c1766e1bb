"""Batch: a table of any length with the crossings of many travellers, answered with one row for each of them."""

from __future__ import annotations

WORKER = "--batch-worker"  # by which a bundle knows that it is to answer for another process: packaging/entry.py
