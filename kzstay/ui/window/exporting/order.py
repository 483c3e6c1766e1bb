"""The order: which document is wanted, of whom, for which day, how counted, in which language and format."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, cast

import msgspec

from kzstay import bundled
from kzstay.core.assess import Assessment, assess
from kzstay.core.case import Traveller
from kzstay.core.readings import Reading
from kzstay.export import formats
from kzstay.export.formats import Format, Told, quiet
from kzstay.files.report_id import report_id
from kzstay.i18n import Language
from kzstay.texts import Words
from kzstay.texts.words import words

if TYPE_CHECKING:
    from kzstay.export.layout import Chapter

_ASSESSED = 0.3  # of the work, before anything is written


class _Composer(Protocol):
    """The module of a document."""

    def chapters(self, found: list[Assessment], w: Words, **more: object) -> Iterator[Chapter]:
        """Yield what is told of each traveller."""
        ...

    def title(self, w: Words, found: list[Assessment]) -> str:
        """Name the document and whom it is about."""
        ...


class Document(msgspec.Struct, frozen=True):
    """One kind of document: what a person calls it, its formats, and the module that composes its pages.

    ``module`` of kzstay.export offers ``chapters`` and ``title``.
    """

    name: str
    title: Callable[[Words], str]
    formats: Callable[[], list[Format]]
    module: str
    two_languages: bool = False


DOCUMENTS = [
    Document("report", lambda w: w.gettext("Report on the stay"), lambda: formats.FORMATS, "report_pdf"),
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

    @property
    def words(self) -> Words:
        """Return the words of the document."""
        return words(self.language)

    def assessed(self, told: Told = quiet) -> list[Assessment]:
        """Assess everybody whom it is about."""
        found: list[Assessment] = []
        for traveller in self.travellers:
            told(len(found) / len(self.travellers))
            found.append(self._assessed(traveller))
        return found

    def first(self) -> list[Assessment]:
        """Assess the first of them alone."""
        return [self._assessed(self.travellers[0])]

    def _assessed(self, traveller: Traveller) -> Assessment:
        return assess(traveller, self.on, bundled.law(), self.reading)

    def chapters(self, found: list[Assessment]) -> Iterator[Chapter]:
        """Yield what is told of some of the travellers, each on pages of its own."""
        mark = report_id(self.travellers, self.on, self.reading, bundled.law().collected)
        return self._module.chapters(found, self.words, left_out=self.left_out, mark=mark, **self._more)

    def title(self, found: list[Assessment]) -> str:
        """Name the document and whom it is about."""
        return self._module.title(self.words, found)

    def write(self, path: Path, told: Told = quiet) -> None:
        """Write it to a file, whole or not at all. Raises OSError; ImportError; NothingAhead; Stopped."""
        write: Any = self.format.writer()
        found = self.assessed(lambda share: told(share * _ASSESSED))
        rest = 1 - _ASSESSED
        write(
            found,
            self.words,
            path,
            left_out=self.left_out,
            told=lambda share: told(_ASSESSED + share * rest),
            **self._more,
        )

    @property
    def _module(self) -> _Composer:
        return cast("_Composer", import_module(f"{formats.__package__}.{self.document.module}"))

    @property
    def _more(self) -> dict[str, Words | None]:
        if not self.document.two_languages:
            return {}
        return {"second": words(self.second) if self.second else None}
