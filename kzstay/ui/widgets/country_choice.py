"""The choice of a country: a list of all of them, in which one may type."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from kzstay.guard import guarded
from kzstay.texts import Words
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.announce import announce, describe


@guarded
class CountryChoice(parts.Choice):
    """A country or none; ``taken`` says that somebody chose one, or typed a text and went on."""

    taken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.activated.connect(self._take)
        edit = self.lineEdit()
        assert edit is not None
        edit.editingFinished.connect(self._take)

    def list_countries(self, w: Words) -> None:
        """List the countries in a language, with none of them first."""
        self.clear()
        self.addItem("", "")
        for code, name in w.countries():
            self.addItem(name, code)
        completer = QCompleter(self.model(), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.activated.connect(self._take)
        self.setCompleter(completer)

    @property
    def typing(self) -> bool:
        """Tell whether somebody is typing here."""
        edit = self.lineEdit()
        return edit is not None and edit.hasFocus() and edit.isModified()

    def show_country(self, code: str, typed: str | None) -> None:
        """Show a country, or in its stead what was typed and is none."""
        self.setCurrentIndex(max(0, self.findData(code)))
        if typed is not None:
            self.setEditText(typed)

    def tell(self, reason: str) -> None:
        """Tell with the field why what stands there cannot be used, and say it to whoever is in it."""
        edit, news = self.lineEdit(), reason != self.accessibleDescription()
        describe(self, reason)
        if edit is not None:
            describe(edit, reason)
        if reason and news:
            announce(self, reason)

    def _take(self, *_: object) -> None:
        edit = self.lineEdit()
        if edit is not None:
            edit.setModified(False)
        self.taken.emit()
