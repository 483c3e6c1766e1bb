"""The report as a PDF file, with its picture: where the report and the drawing of the timeline meet."""

from __future__ import annotations

from pathlib import Path

from kzstay.content import report as content
from kzstay.core.assess import Assessment
from kzstay.drawing.picture import drawing
from kzstay.export import pdf
from kzstay.export.formats import Told, quiet
from kzstay.export.layout import Chapter
from kzstay.texts import Words, foreign


def chapters(found: list[Assessment], w: Words, left_out: tuple[int, int] = (0, 0)) -> list[Chapter]:
    """Compose the report, each part with the picture of whom it is about."""
    report = content.compose(found, w, left_out)
    people = [Chapter(part.blocks, drawing(part.about, w), part.name) for part in report.people]
    if not report.cover:
        return [people[0]._replace(blocks=[*people[0].blocks, *report.end])]
    return [Chapter(report.cover), *people, Chapter(report.end)]


def write_report(
    found: list[Assessment], w: Words, path: Path, *, left_out: tuple[int, int] = (0, 0), told: Told = quiet
) -> str:
    """Write the PDF report of one or several travellers, whole or not at all. Raises OSError.

    ``left_out`` is how many rows, and changes of rows, were typed that cannot be used yet. Return the letters that
    no font here can draw, each once.
    """
    names = foreign.remark(", ".join(foreign.name(a.traveller.name) for a in found))
    title = w.gettext("Report on a stay in Kazakhstan")
    parts = chapters(found, w, left_out)
    return pdf.write_pdf(parts, w, path, title=f"{title} · {names}" if names else title, told=told)
