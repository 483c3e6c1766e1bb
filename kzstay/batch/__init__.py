"""Batch: a table of any length with the crossings of many travellers, answered with one row for each of them."""
