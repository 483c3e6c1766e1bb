"""The report as a PDF file, with its picture: where the report and the drawing of the timeline meet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from kzstay.content import report as content
from kzstay.core.assess import Assessment
from kzstay.drawing.picture import drawing
from kzstay.export import pdf
from kzstay.export.formats import Told, quiet
from kzstay.files.report_id import report_id
from kzstay.texts import Words, foreign

_COMPOSED = 0.2  # of the work, before the pages are laid out


def write_report(
    found: list[Assessment], w: Words, path: Path, *, left_out: tuple[int, int] = (0, 0), told: Told = quiet
) -> None:
    """Write the PDF report of one or several travellers, whole or not at all. Raises OSError; Stopped.

    ``left_out`` is how many rows, and changes of rows, were typed that cannot be used yet.
    """
    parts: list[pdf.Chapter] = []
    for part in chapters(found, w, left_out=left_out, mark=mark_of(found)):
        told(_COMPOSED * len(parts) / len(found))
        parts.append(part)
    named = title(w, found)
    pdf.write_pdf(parts, w, path, title=named, told=lambda share: told(_COMPOSED + share * (1 - _COMPOSED)))


def chapters(
    found: Iterable[Assessment], w: Words, *, left_out: tuple[int, int] = (0, 0), mark: str = ""
) -> Iterator[pdf.Chapter]:
    """Yield what is told of each traveller, composed when it is asked for: a preview wants the first alone.

    ``mark`` is the ID of the whole report where it is about others too.
    """
    for a in found:
        blocks = content.report(a, w, *left_out, mark)
        yield pdf.Chapter(blocks, drawing(a, w), foreign.name(a.traveller.name))


def mark_of(found: list[Assessment]) -> str:
    """Return the ID of a report on some travellers."""
    first = found[0]
    return report_id([a.traveller for a in found], first.on, first.reading, first.law.collected)


def title(w: Words, found: list[Assessment]) -> str:
    """Name a report, and whom it is about."""
    names = foreign.remark(", ".join(foreign.name(a.traveller.name) for a in found))
    named = w.gettext("Report on a stay in Kazakhstan")
    return f"{named} · {names}" if names else named
