"""The complaint as a file: DOCX to go on writing in, PDF to read. Either is read in when it is written."""

from __future__ import annotations

from pathlib import Path

from kzstay.content import complaint as content
from kzstay.core.assess import Assessment
from kzstay.core.complaint import complaint_of
from kzstay.export.formats import Format
from kzstay.texts import Words, foreign
from kzstay.texts import complaint as texts

DOCX, PDF = ".docx", ".pdf"
FORMATS = [
    Format(DOCX, lambda w: w.gettext("Word document"), "docx"),
    Format(PDF, lambda w: w.gettext("PDF document"), "pdf", needs_qt=True),
]


def format_of(path: Path | str) -> Format | None:
    """Return the format that a file has by the end of its name, however that is spelt; None where it has none."""
    suffix = Path(path).suffix.lower()
    return next((found for found in FORMATS if found.suffix == suffix), None)


def write_complaint(a: Assessment, number: int, w: Words, x: Words, path: Path) -> str:
    """Write the complaint against a ruling in the language ``w``, explained in ``x``, whole or not at all.

    It is a PDF file where the name ends so, else a DOCX file. Return the letters that no font here can
    draw, each once, which a PDF file has not. Raises OSError; ValueError where there is nothing to
    complain of; ImportError where something that it needs cannot be loaded.
    """
    found = complaint_of(a, number)
    draft, explained = content.draft(a, found, w, x), content.explanation(a, found, w, x)
    title = " · ".join(filter(None, (texts.title(w, found), foreign.name(a.traveller.name))))
    if path.suffix.lower() == PDF:
        from kzstay.export import pdf

        return pdf.write_pdf([pdf.Chapter(draft), pdf.Chapter(explained)], w, path, title=title)
    from kzstay.export import docx

    parts = [docx.Part(draft, w.language), docx.Part(explained, x.language)]
    docx.write_docx(parts, path, title=title)
    return ""
