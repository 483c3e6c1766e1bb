"""The report as a PDF file, with its picture: where the report and the drawing of the timeline meet."""

from __future__ import annotations

from pathlib import Path

from kzstay.content import report as content
from kzstay.content.report.cover import cover
from kzstay.core.assess import Assessment
from kzstay.core.register import by_urgency
from kzstay.drawing.picture import drawing
from kzstay.export import pdf
from kzstay.export.formats import Told, quiet
from kzstay.export.layout import Chapter
from kzstay.files.report_id import report_id
from kzstay.texts import Words, foreign

_COMPOSED = 0.2  # of the work, before the pages are laid out


def chapters(
    found: list[Assessment], w: Words, left_out: tuple[int, int] = (0, 0), told: Told = quiet
) -> list[Chapter]:
    """Compose the report, each part with the picture of whom it is about; ``told`` hears how far that is."""
    report = content.compose(found, w, left_out, told)
    people = [Chapter(part.blocks, drawing(part.about, w), part.name) for part in report.people]
    if not report.cover:
        return [people[0]._replace(blocks=[*people[0].blocks, *report.end])]
    return [Chapter(report.cover), *people, Chapter(report.end)]


def first_chapter(found: list[Assessment], w: Words, left_out: tuple[int, int] = (0, 0)) -> Chapter:
    """Compose what the report begins with alone, as a preview wants it: of several people that is the cover."""
    if len(found) == 1:
        return chapters(found, w, left_out)[0]
    first = found[0]
    mark = report_id([a.traveller for a in found], first.on, first.reading, first.law.collected)
    return Chapter(cover(by_urgency(found), w, mark))


def title(w: Words, found: list[Assessment]) -> str:
    """Name a report, and whom it is about."""
    names = foreign.remark(", ".join(foreign.name(a.traveller.name) for a in found))
    named = w.gettext("Report on a stay in Kazakhstan")
    return f"{named} · {names}" if names else named


def write_report(
    found: list[Assessment], w: Words, path: Path, *, left_out: tuple[int, int] = (0, 0), told: Told = quiet
) -> str:
    """Write the PDF report of one or several travellers, whole or not at all. Raises OSError; Stopped.

    ``left_out`` is how many rows, and changes of rows, were typed that cannot be used yet. Return the letters that
    no font here can draw, each once.
    """
    parts = chapters(found, w, left_out, lambda share: told(share * _COMPOSED))
    rest = 1 - _COMPOSED
    named = title(w, found)
    return pdf.write_pdf(parts, w, path, title=named, told=lambda share: told(_COMPOSED + share * rest))
