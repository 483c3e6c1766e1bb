"""The choice of a country: a list of all of them, in which one may type."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from kzstay.guard import guarded
from kzstay.texts import Words, countries
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.announce import announce, describe

ROW = 30  # pixels of a country that is offered
OFFERED = 12  # countries that are offered for what is typed


@guarded
class CountryChoice(parts.Choice):
    """A country or none; ``taken`` says that somebody chose one, or typed a text and went on.

    What is typed may be any name, code or alias. The one that Enter takes is bold in what is offered; where it
    cannot be told which one is meant, none is taken, and what was typed stays.
    """

    taken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._w: Words | None = None
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.offered = QStandardItemModel(self)
        self.completer_ = QCompleter(self.offered, self)
        # What is offered, and in which order, is the search's alone
        self.completer_.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.completer_.setMaxVisibleItems(OFFERED)
        edit = self.edit
        edit.setCompleter(self.completer_)
        self.activated.connect(lambda _place: self._tell())
        edit.textEdited.connect(self._offer)
        edit.editingFinished.connect(self._take)
        edit.returnPressed.connect(self._offer_again)
        self.completer_.activated.connect(self._choose)

    @property
    def edit(self) -> QLineEdit:
        """Return the field that is typed into."""
        edit = self.lineEdit()
        assert edit is not None
        return edit

    def list_countries(self, w: Words) -> None:
        """List the countries in a language, with none of them first."""
        self._w = w
        self.clear()
        self.addItem("", "")
        for code, name in countries.listed(w):
            self.addItem(name, code)

    @property
    def typing(self) -> bool:
        """Tell whether somebody is typing here."""
        return self.edit.hasFocus() and self.edit.isModified()

    def show_country(self, code: str, typed: str | None) -> None:
        """Show a country, or in its stead what was typed and is none."""
        self.setCurrentIndex(max(0, self.findData(code)))
        if typed is not None:
            self.setEditText(typed)

    def tell(self, reason: str) -> None:
        """Tell with the field why what stands there cannot be used, and say it to whoever is in it."""
        news = reason != self.accessibleDescription()
        describe(self, reason)
        describe(self.edit, reason)
        if reason and news:
            announce(self, reason)

    def _offer(self, text: str) -> None:
        """Offer what may be meant; the one that Enter takes is bold."""
        self.offered.clear()
        if self._w is None or not text.strip():
            return
        meant = countries.meant(self._w, text)
        for found in countries.find(self._w, text)[:OFFERED]:
            item = QStandardItem(self._w.country(found.code))
            if found.code == meant:
                font = QFont(self.font())
                font.setBold(True)
                item.setFont(font)
            item.setSizeHint(QSize(0, ROW))
            self.offered.appendRow(item)

    def _offer_again(self) -> None:
        """Show once more between which countries there is a choice, where Enter could take none."""
        text = self.currentText().strip()
        if self._w is not None and text and countries.meant(self._w, text) is None:
            self._offer(text)
            if self.offered.rowCount():
                # Not before Enter has closed what was offered until now
                QTimer.singleShot(0, self, self._open)

    def _open(self) -> None:
        """Open what is offered with none of it chosen: another Enter takes none either."""
        self.completer_.setCompletionPrefix(self.edit.text())
        self.completer_.complete()
        if (popup := self.completer_.popup()) is not None:
            popup.setCurrentIndex(QModelIndex())

    def _choose(self, name: str) -> None:
        self.setCurrentIndex(self.findText(name, Qt.MatchFlag.MatchExactly))
        self._tell()

    def _take(self) -> None:
        text = self.currentText().strip()
        if self._w is not None and text and (code := countries.meant(self._w, text)):
            self.show_country(code, None)  # what is taken is seen at once
        self._tell()

    def _tell(self) -> None:
        self.edit.setModified(False)
        self.taken.emit()
