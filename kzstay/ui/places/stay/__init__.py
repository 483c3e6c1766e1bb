"""The place Stay, the calculator, and the parts of its top."""

from __future__ import annotations
