"""The user interface: everything that is made of Qt's widgets."""

from __future__ import annotations
