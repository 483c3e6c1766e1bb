"""The picture of the stays, for the window and for paper: QtGui, no widget."""

from __future__ import annotations
