"""The preferences: language, look and way of counting, as they are chosen while the window is open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from kzstay.core.readings import Reading
from kzstay.drawing.colours import Appearance, Theme
from kzstay.guard import guarded
from kzstay.i18n import Language
from kzstay.ui.session.view import View
from kzstay.ui.system import settings as settings_file
from kzstay.ui.system.settings import Settings
from kzstay.ui.widgets import theme


@guarded
class Preferences(QObject):
    """The settings with what follows from them.

    Signals: ``changed`` after another choice, by its name, which is kept by then; ``dressed`` with the colours,
    also where the system has changed them.
    """

    changed = Signal(str)
    dressed = Signal(object)

    def __init__(self, settings: Settings, view: View) -> None:
        super().__init__()
        self.settings = settings
        self._view = view

    def set_language(self, language: Language) -> None:
        """Speak another language."""
        self.settings.language = language
        self._view.set_language(language)
        self._keep("language")

    def set_reading(self, reading: Reading) -> None:
        """Count in another way."""
        self.settings.reading = reading
        self._view.set_reading(reading)
        self._keep("reading")

    def set_appearance(self, appearance: Appearance) -> None:
        """Be light, dark, or as the system is."""
        if appearance != self.settings.appearance:
            self.settings.appearance = appearance
            self._keep("appearance")
        self.dressed.emit(self.dress())

    def dress(self) -> Theme:
        """Give the program its colours, and return them."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        return theme.apply(app, self.settings.appearance)

    def follow_system(self) -> None:
        """Be light or dark as the system now is, where that was chosen."""
        if self.settings.appearance == "system":
            self.dressed.emit(self.dress())

    def remember_file(self, path: Path) -> None:
        """Put a file first among the recent ones."""
        settings_file.remember_recent(self.settings, path)
        self.keep()

    def keep(self) -> None:
        """Keep what was chosen for the next start."""
        settings_file.save(self.settings)

    def _keep(self, name: str) -> None:
        self.keep()
        self.changed.emit(name)
