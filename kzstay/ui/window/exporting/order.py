"""The order: which document is wanted, of whom, for which day, how counted, in which language and format."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, cast

import msgspec

from kzstay import bundled
from kzstay.core.assess import Assessment, assess
from kzstay.core.case import Number, Traveller
from kzstay.core.readings import Reading
from kzstay.core.register import by_urgency
from kzstay.export import formats
from kzstay.export.formats import Format, Told, quiet
from kzstay.i18n import Language
from kzstay.texts import Words
from kzstay.texts.words import words

if TYPE_CHECKING:
    from kzstay.export.layout import Chapter

Known = dict[tuple[Number, date, Reading], Assessment]
_ASSESSED = 0.3  # of the work, before anything is written


class _Composer(Protocol):
    """The module of a document."""

    def chapters(
        self, found: list[Assessment], w: Words, left_out: tuple[int, int], told: Told, **more: object
    ) -> list[Chapter]:
        """Compose the document."""
        ...

    def first_chapter(
        self, found: list[Assessment], w: Words, left_out: tuple[int, int], **more: object
    ) -> Chapter:
        """Compose what it begins with."""
        ...

    def title(self, w: Words, found: list[Assessment]) -> str:
        """Name the document and whom it is about."""
        ...


class Document(msgspec.Struct, frozen=True):
    """One kind of document: what a person calls it, its formats, and the module that composes its pages.

    ``module`` of kzstay.export offers ``chapters``, ``first_chapter`` and ``title``; ``stem`` is what the names of
    its files end in, so that none proposes to replace another.
    """

    name: str
    title: Callable[[Words], str]
    formats: Callable[[], list[Format]]
    module: str
    two_languages: bool = False
    by_urgency: bool = False  # unless it is asked for in another order; the others see to it themselves
    stem: Callable[[Words], str] = lambda _w: ""


REPORT, LIST = "report", "list"
DOCUMENTS = [
    Document(
        REPORT,
        lambda w: w.gettext("Report on the stay"),
        lambda: [*formats.FORMATS, *formats.BESIDES],
        "report_pdf",
    ),
    Document(
        "certificate",
        lambda w: w.gettext("Calculation of days"),
        lambda: [*formats.CERTIFICATES],
        "certificate_pdf",
        two_languages=True,
        stem=lambda w: w.pgettext("file", "calculation"),
    ),
    Document(
        LIST,
        lambda w: w.gettext("List of travellers"),
        lambda: [*formats.LISTS],
        "list_pdf",
        by_urgency=True,
        stem=lambda w: w.pgettext("file", "list"),
    ),
]


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be written or printed. ``left_out`` is how many rows, and changes of rows, count for nothing."""

    document: Document
    format: Format
    language: Language
    second: Language | None = None
    reading: Reading
    on: date
    travellers: tuple[Traveller, ...]
    left_out: tuple[int, int] = (0, 0)
    in_order: bool = False  # the travellers are, as somebody looks at them

    @property
    def words(self) -> Words:
        """Return the words of the document."""
        return words(self.language)

    def assessed(self, told: Told = quiet, known: Known | None = None) -> list[Assessment]:
        """Assess everybody whom it is about, but for those in ``known``, which takes the others in."""
        found: list[Assessment] = []
        known = {} if known is None else known
        for traveller in self.travellers:
            told(len(found) / len(self.travellers))
            asked = traveller.key.number, self.on, self.reading
            if asked not in known:
                known[asked] = self._assessed(traveller)
            found.append(known[asked])
        return by_urgency(found) if self.document.by_urgency and not self.in_order else found

    def first(self) -> list[Assessment]:
        """Assess the first of them alone."""
        return [self._assessed(self.travellers[0])]

    def _assessed(self, traveller: Traveller) -> Assessment:
        found = assess(traveller, self.on, bundled.law(), self.reading)
        by_urgency([found])  # what takes long is reckoned when it is first asked for: here, not all of it later
        return found

    def chapters(self, found: list[Assessment], told: Told = quiet) -> list[Chapter]:
        """Compose the document, each of its parts on pages of its own."""
        return self._module.chapters(found, self.words, self.left_out, told, **self._more)

    def first_chapter(self, found: list[Assessment]) -> Chapter:
        """Compose what the document begins with."""
        return self._module.first_chapter(found, self.words, self.left_out, **self._more)

    def title(self, found: list[Assessment]) -> str:
        """Name the document and whom it is about."""
        return self._module.title(self.words, found)

    def write(self, path: Path, told: Told = quiet) -> str:
        """Write it to a file, whole or not at all, and return the letters that could not be drawn.

        Raises OSError; ImportError; NothingAhead; Stopped.
        """
        write: Any = self.format.writer()
        found = self.assessed(lambda share: told(share * _ASSESSED))
        rest = 1 - _ASSESSED
        lacking = write(
            found,
            self.words,
            path,
            left_out=self.left_out,
            told=lambda share: told(_ASSESSED + share * rest),
            **self._more,
        )
        return lacking or ""

    @property
    def _module(self) -> _Composer:
        return cast("_Composer", import_module(f"{formats.__package__}.{self.document.module}"))

    @property
    def _more(self) -> dict[str, Words | None]:
        if not self.document.two_languages:
            return {}
        return {"second": words(self.second) if self.second else None}
