"""The timeline as a widget: what it shows is worked out and painted by ``kzstay.drawing``."""

from __future__ import annotations
