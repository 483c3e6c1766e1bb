"""The timeline: scale, ticks, scene and gestures know no widget; painter and widget draw and listen."""

from __future__ import annotations
