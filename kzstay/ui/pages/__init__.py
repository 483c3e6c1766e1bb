"""The pages under the timeline."""

from __future__ import annotations
