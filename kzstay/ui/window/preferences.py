"""The preferences: language, look, dates and way of counting, as they are chosen while the window is open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from kzstay.core.case import Host, HostKind
from kzstay.core.readings import Reading
from kzstay.drawing.colours import Appearance, Theme
from kzstay.guard import guarded
from kzstay.i18n import Language
from kzstay.texts import Words
from kzstay.texts.words import DateForm
from kzstay.ui.session.view import View
from kzstay.ui.system import settings as settings_file
from kzstay.ui.system.settings import Settings
from kzstay.ui.widgets import theme

LOOKS: dict[Appearance, Callable[[Words], str]] = {
    "system": lambda w: w.gettext("As in the system"),
    "light": lambda w: w.gettext("Light"),
    "dark": lambda w: w.gettext("Dark"),
    "contrast": lambda w: w.gettext("High contrast, light"),
    "contrast-dark": lambda w: w.gettext("High contrast, dark"),
}


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
        self._known = settings_file.plain(settings)

    @property
    def view(self) -> View:
        """Return the view that the choices are about."""
        return self._view

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
        """Be light, dark, in high contrast, or as the system is."""
        if appearance != self.settings.appearance:
            self.settings.appearance = appearance
            self._keep("appearance")
        self.dressed.emit(self.dress())

    def set_text_size(self, percent: int) -> None:
        """Let all letters be larger or smaller than usual."""
        if percent != self.settings.text_size:
            self.settings.text_size = percent
            self._keep("text_size")
            self.dressed.emit(self.dress())

    def set_dates(self, dates: DateForm) -> None:
        """Write days in another form."""
        self.settings.dates = dates
        self._view.set_dates(dates)
        self._keep("dates")

    def set_week_start(self, day: int) -> None:
        """Begin weeks with another day, counted from Monday as 0."""
        self.settings.week_start = day
        self._view.set_week_start(day)
        self._keep("week_start")

    def set_host(self, kind: HostKind | Literal[""], name: str) -> None:
        """Let new travellers have a host; none with no kind."""
        self.settings.host, self.settings.host_name = kind, name
        self._keep("host")

    def host(self) -> Host | None:
        """Return the host of a new traveller."""
        kind = self.settings.host
        return Host(kind=kind, name=self.settings.host_name) if kind else None

    def set_report_language(self, language: Language | Literal[""]) -> None:
        """Write reports in a language, or in that of the window."""
        self.settings.exported = msgspec.structs.replace(self.settings.exported, language=language)
        self._keep("exported")

    def restore_defaults(self) -> None:
        """Choose for everything what was so before anybody chose."""
        usual = Settings()
        self.set_language(usual.language)
        self.set_report_language("")
        self.set_dates(usual.dates)
        self.set_week_start(usual.week_start)
        self.set_host(usual.host, usual.host_name)
        self.set_reading(usual.reading)
        self.set_text_size(usual.text_size)
        self.set_appearance(usual.appearance)

    def dress(self) -> Theme:
        """Give the program its colours, and return them."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        return theme.apply(app, self.settings.appearance, self.settings.text_size)

    def follow_system(self) -> None:
        """Be light, dark or in high contrast as the system now is, where that was chosen."""
        if self.settings.appearance == "system":
            self.dressed.emit(self.dress())

    def follow_contrast(self) -> None:
        """Be in high contrast, or no longer, as the system now asks for it: whatever was chosen, it is needed."""
        self.dressed.emit(self.dress())

    def remember_file(self, path: Path) -> None:
        """Put a file first among the recent ones."""
        settings_file.remember_recent(self.settings, path)
        self.keep()

    def keep(self) -> None:
        """Keep what was chosen for the next start."""
        settings_file.save(self.settings, self._known)
        self.know_settings()

    def know_settings(self) -> None:
        """Take what is chosen for what this window knew of: another window's later choice outlives that."""
        self._known = settings_file.plain(self.settings)

    def forget_files(self) -> None:
        """Forget the recent files."""
        settings_file.forget_recent(self.settings)

    def _keep(self, name: str) -> None:
        self.keep()
        self.changed.emit(name)
