"""The days that lie ahead with a day of its own for each reminder, for calendars that drop those of a file.

Outlook keeps one alarm of an event and Google none; a day before shows in any of them.
"""

from __future__ import annotations

from pathlib import Path

from kzstay.core.assess import Assessment
from kzstay.export.formats import Told, quiet
from kzstay.export.ics import ics_bytes
from kzstay.files.atomic import target_of, write_whole
from kzstay.texts import Words


def write_report(
    found: list[Assessment], w: Words, path: Path, *, left_out: tuple[int, int] = (0, 0), told: Told = quiet
) -> str:
    """Write such a calendar of one or several travellers, whole or not at all. Raises OSError; NothingAhead.

    ``left_out`` is how many rows, and changes of rows, were typed that cannot be used yet.
    """
    told(0)
    write_whole(target_of(path), ics_bytes(found, w, left_out=left_out, reminders=True))
    return ""
