"""The report as a PDF file, with its picture: where the report and the drawing of the timeline meet."""

from __future__ import annotations

from pathlib import Path

from kzstay.content import report as content
from kzstay.core.assess import Assessment
from kzstay.drawing.picture import drawing
from kzstay.export import pdf
from kzstay.export.formats import Told, quiet
from kzstay.files.report_id import report_id
from kzstay.texts import Words, foreign


def write_report(
    found: list[Assessment], w: Words, path: Path, *, left_out: tuple[int, int] = (0, 0), told: Told = quiet
) -> str:
    """Write the PDF report of one or several travellers, whole or not at all. Raises OSError.

    ``left_out`` is how many rows, and changes of rows, were typed that cannot be used yet. Return the letters that
    no font here can draw, each once.
    """
    first, travellers = found[0], [a.traveller for a in found]
    mark = report_id(travellers, first.on, first.reading, first.law.collected)
    parts = [
        pdf.Chapter(content.report(a, w, *left_out, mark), drawing(a, w), foreign.name(a.traveller.name))
        for a in found
    ]
    names = foreign.remark(", ".join(foreign.name(a.traveller.name) for a in found))
    title = w.gettext("Report on a stay in Kazakhstan")
    return pdf.write_pdf(parts, w, path, title=f"{title} · {names}" if names else title, told=told)
