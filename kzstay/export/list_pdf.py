"""The list of travellers as a PDF file, as pages to print, and as the first page of a preview."""

from __future__ import annotations

from pathlib import Path

from kzstay.content import register as content
from kzstay.core.assess import Assessment
from kzstay.export import pdf
from kzstay.export.formats import Told, quiet
from kzstay.export.layout import Chapter
from kzstay.texts import Words

_COMPOSED = 0.4  # of the work, before the pages are laid out


def chapters(
    found: list[Assessment], w: Words, left_out: tuple[int, int] = (0, 0), told: Told = quiet
) -> list[Chapter]:
    """Compose the list; ``told`` hears when it is begun."""
    told(0)
    return [first_chapter(found, w, left_out)]


def first_chapter(found: list[Assessment], w: Words, left_out: tuple[int, int] = (0, 0)) -> Chapter:
    """Compose what the list begins with: it is one table."""
    return Chapter(content.blocks(found, w, left_out))


def title(w: Words, found: list[Assessment]) -> str:
    """Name the list, and the host where it is one."""
    return " · ".join(filter(None, (content.title(w, len(found)), content.one_host(w, found))))


def write_report(
    found: list[Assessment], w: Words, path: Path, *, left_out: tuple[int, int] = (0, 0), told: Told = quiet
) -> str:
    """Write the list in the order that is given, whole or not at all. Raises OSError; Stopped.

    ``left_out`` is how many rows, and changes of rows, were typed that cannot be used yet. Return the letters that
    no font here can draw, each once.
    """
    parts, rest = chapters(found, w, left_out, told), 1 - _COMPOSED
    named = title(w, found)
    return pdf.write_pdf(parts, w, path, title=named, told=lambda share: told(_COMPOSED + share * rest))
