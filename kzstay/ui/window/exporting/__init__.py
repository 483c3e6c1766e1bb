"""What leaves the window: the dialog that a report is chosen in, its preview, the file and the printer."""

from __future__ import annotations
