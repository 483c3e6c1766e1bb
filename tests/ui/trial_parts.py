"""A page and a place that there are only for a test, added as a person does: a module, and a line in the list."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from kzstay.drawing.colours import Theme
from kzstay.i18n import Language
from kzstay.texts import Words
from kzstay.ui.pages.registry import PAGES, Page
from kzstay.ui.pages.requests import Requests
from kzstay.ui.places.registry import PLACES, Place
from kzstay.ui.session.session import Session
from kzstay.ui.widgets import parts

TITLES: dict[Language, str] = {"en": "Trial", "ru": "Проба", "kk": "Сынақ"}


class Trial(QWidget):
    """Something that is shown, says one word and holds a field."""

    def __init__(self, session: Session, requests: Requests) -> None:
        super().__init__()
        self.setObjectName("trial")
        self.requests = requests
        self.themes: list[str] = []
        self.word = QLabel()
        self.field = QLineEdit()
        self.setLayout(parts.column(self.word, self.field, 1))
        session.view.retranslated.connect(lambda: self.speak(session.view.w))
        self.speak(session.view.w)

    def set_theme(self, theme: Theme) -> None:
        self.themes.append(theme.name)

    def speak(self, w: Words) -> None:
        self.word.setText(title(w))


def title(w: Words) -> str:
    """Name a trial in a language."""
    return TITLES[w.language]


def add_page(patch: pytest.MonkeyPatch, page: Page | None = None) -> list[Trial]:
    """Put a page last in the list; return those that are made of it."""
    page = page or Page("trial", title, "trial")
    patch.setattr("kzstay.ui.places.stay.place.PAGES", [*PAGES, page])
    return _made(patch, "kzstay.ui.pages.trial")


def add_place(patch: pytest.MonkeyPatch) -> list[Trial]:
    """Put a place last in the list; return those that are made of it."""
    patch.setattr("kzstay.ui.window.build.PLACES", [*PLACES, Place("trial", title, "flag", "trial")])
    return _made(patch, "kzstay.ui.places.trial")


def _made(patch: pytest.MonkeyPatch, name: str) -> list[Trial]:
    made: list[Trial] = []

    def make(session: Session, requests: Requests) -> Trial:
        made.append(Trial(session, requests))
        return made[-1]

    module = ModuleType(name)
    vars(module).update(make=make)
    patch.setitem(sys.modules, name, module)
    return made
