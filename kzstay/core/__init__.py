"""The law of days, without a screen: from border crossings to what may be stayed and what falls due."""

from __future__ import annotations
