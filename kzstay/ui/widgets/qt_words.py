"""Qt's own words (buttons, file dialogs) in the window's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from kzstay.i18n import SOURCE, SPOKEN, Language


class QtWords:
    """The translator that is installed, if any."""

    def __init__(self) -> None:
        self._translator: QTranslator | None = None

    def set_language(self, language: Language) -> None:
        """Take another language."""
        self.silence()
        QLocale.setDefault(QLocale(SPOKEN[language].locale))
        translator = QTranslator()
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if language != SOURCE and translator.load(f"qtbase_{language}", folder):
            QCoreApplication.installTranslator(translator)
            self._translator = translator

    def silence(self) -> None:
        """Go back to English."""
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None
