"""The report with its picture: where the report and the drawing of the timeline meet."""

from __future__ import annotations

from pathlib import Path

from kzstay.core.law import Both, Reading
from kzstay.core.reckoning import Reckoning
from kzstay.report import content, pdf
from kzstay.report.blocks import Title
from kzstay.texts import Words
from kzstay.ui.timeline.picture import drawing


def write_report(pair: Both[Reckoning], reading: Reading, w: Words, path: Path) -> None:
    """Write the PDF report of one traveller, whole or not at all. Raises OSError."""
    blocks = content.report(pair, reading, w)
    name = next((block.text for block in blocks if isinstance(block, Title)), "")
    title = " · ".join(filter(None, (name, pair.safe.traveller.name)))
    pdf.write_pdf(blocks, w, path, title=title, draw_figure=drawing(pair, reading, w))
