"""Core: the law of days without a screen, from border crossings to what may be stayed and what falls due.

``assess`` tells the chain from a case to a sentence.
"""

from __future__ import annotations
