"""The list of export formats: what a report can be written as is a line here, and a module of this folder.

The command line and the window's dialog offer what is listed, the first one before the others. A module is read in
when something is written with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

import msgspec

from kzstay.core.assess import Assessment
from kzstay.texts import Words


class NothingAhead(ValueError):  # noqa: N818 - what is the matter
    """No day lies ahead, so that a calendar would be empty."""


class Stopped(Exception):  # noqa: N818 - what happened
    """Somebody no longer wants the file; none is written."""


Told = Callable[[float], None]
"""Hears what share of the work is done, from 0 to 1; it raises Stopped where the work is to end."""


def quiet(share: float) -> None:
    """Hear it, and let the work go on."""


def telling(found: Sequence[Assessment], told: Told) -> Iterator[Assessment]:
    """Yield travellers one after another, and tell before each what share of them is done."""
    for number, a in enumerate(found):
        told(number / len(found))
        yield a


class WriteReport(Protocol):
    """The ``write_report`` of a format's module."""

    def __call__(
        self,
        assessed: list[Assessment],
        w: Words,
        path: Path,
        *,
        left_out: tuple[int, int] = (0, 0),
        told: Told = quiet,
    ) -> str:
        """Write the report of one or several travellers, whole or not at all.

        Return the letters that could not be drawn, each once; as a rule there are none. Raises OSError;
        NothingAhead; Stopped. ``left_out`` is how many rows, and changes of rows, were typed that cannot be used
        yet. ``told`` hears how far the work is, at least once for each traveller where it takes long.
        """
        ...


class WriteCertificate(WriteReport, Protocol):
    """The ``write_report`` of a module that writes certificates, in one language or in two beside each other."""

    def __call__(
        self,
        assessed: list[Assessment],
        w: Words,
        path: Path,
        *,
        left_out: tuple[int, int] = (0, 0),
        told: Told = quiet,
        second: Words | None = None,
    ) -> str:
        """Write a page about each traveller, whole or not at all; return what could not be drawn.

        Raises OSError; Stopped.
        """
        ...


class _Module(Protocol):
    write_report: WriteReport


class Format(msgspec.Struct, frozen=True):
    """One format: how its files end, in small letters with the dot, and what a file dialog calls it."""

    suffix: str
    name: Callable[[Words], str]
    module: str  # of this folder; it offers ``write_report``
    needs_qt: bool = False

    @property
    def kind(self) -> str:
        """Return what a sentence calls it, such as PDF."""
        return self.suffix.removeprefix(".").upper()

    def writer(self) -> WriteReport:
        """Return what writes it. Raises ImportError where something that it needs cannot be loaded."""
        return cast("_Module", import_module(f"{__package__}.{self.module}")).write_report


class Certificate(Format, frozen=True):
    """One format of the certificate of reckoning."""

    def writer(self) -> WriteCertificate:
        """Return what writes it. Raises ImportError where something that it needs cannot be loaded."""
        return cast("WriteCertificate", super().writer())


FORMATS = [
    Format(".pdf", lambda w: w.gettext("PDF document"), "report_pdf", needs_qt=True),
    Format(".html", lambda w: w.gettext("Web page"), "report_html"),
    Format(".json", lambda w: w.gettext("JSON for other programs"), "report_json"),
    Format(".csv", lambda w: w.gettext("CSV table"), "csv"),
    Format(".xlsx", lambda w: w.gettext("Excel workbook"), "xlsx"),
    Format(".ics", lambda w: w.gettext("Calendar file"), "ics"),
]

CERTIFICATES = [
    Certificate(".pdf", lambda w: w.gettext("PDF document"), "certificate_pdf", needs_qt=True),
    Certificate(".html", lambda w: w.gettext("Web page"), "certificate_html"),
]

LISTS = [
    Format(".pdf", lambda w: w.gettext("PDF document"), "list_pdf", needs_qt=True),
    Format(".csv", lambda w: w.gettext("CSV table"), "list_csv"),
    Format(".xlsx", lambda w: w.gettext("Excel workbook"), "list_xlsx"),
]

# How one of these may be written otherwise; who sees the choice may ask for it, a name of a file cannot
BESIDES = [
    Format(".ics", lambda w: w.gettext("Calendar file, reminders as days of their own"), "ics_reminders"),
]


def format_of(path: Path | str, listed: Sequence[Format] | None = None) -> Format | None:
    """Return the format that a file has by the end of its name, however that is spelt; None where it has none.

    It is one of the report, or of another list such as that of the certificates.
    """
    suffix = Path(path).suffix.lower()
    return next((found for found in (FORMATS if listed is None else listed) if found.suffix == suffix), None)
