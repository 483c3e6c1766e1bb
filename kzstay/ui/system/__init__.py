"""What belongs to the machine: folders, settings, crashes and the end of the session."""

from __future__ import annotations
