"""One list of the Papers page with its name, what it is for, and its buttons."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from kzstay.core.case import place_of
from kzstay.drawing.colours import Theme
from kzstay.guard import guarded
from kzstay.i18n import CASE_LANGUAGES, OWN_NAMES
from kzstay.texts import papers
from kzstay.texts.words import Words
from kzstay.ui.pages.papers.table import PapersTable
from kzstay.ui.session.editing import Editing
from kzstay.ui.session.records.lists import RecordList
from kzstay.ui.session.records.papers import MOVES, PERMITS, RULINGS
from kzstay.ui.session.session import Session
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.letters import Menu
from kzstay.ui.widgets.row_copy import RowCopy
from kzstay.ui.widgets.theme import icon


@guarded
class Section(QWidget):
    """One list; ``removed`` tells that a row is gone, with a sentence and what brings it back.

    ``complain`` asks for a complaint against the ruling of a number, in a language.
    """

    removed = Signal(str, object)
    complain = Signal(int, str)

    def __init__(self, session: Session, listed: RecordList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._editing = Editing(session)
        self._listed = listed
        self.title = parts.label("heading")
        self.line = parts.label("muted", wrap=True, name=f"{listed.name}_line")
        self.delete = parts.tool_button(f"delete_{listed.item}", self.delete_row, look="flat")
        self.delete.setIconSize(QSize(18, 18))
        self.delete.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.draft = parts.tool_button("draft_complaint", look="flat")
        self.draft.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.draft.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.languages = Menu(self)
        for language in CASE_LANGUAGES:
            self.languages.addAction(OWN_NAMES[language] + "…").setData(language)
        self.languages.triggered.connect(lambda action: self._draft(action.data()))
        self.draft.setMenu(self.languages)
        self.add = parts.button(f"add_{listed.item}", None if listed.kinds else self.begin)
        self._stands_in = False  # the button has the focus of a table that is gone
        self.kinds = Menu(self)
        for kind in listed.kinds:
            self.kinds.addAction("").setData(kind)
        self.kinds.triggered.connect(lambda action: self.begin(action.data()))
        if listed.kinds:
            self.add.setMenu(self.kinds)
        self.table = PapersTable(session, listed)
        self.title.setBuddy(self.table)
        head = parts.row(spacing=14, margins=(15, 6, 16, 6))
        head.addWidget(self.title)
        head.addWidget(self.line, 1)
        head.addWidget(self.draft)
        head.addWidget(self.delete)
        head.addWidget(self.add)
        self.setLayout(parts.column(head, self.table, spacing=0))
        self.table.deleting.connect(self.delete_row)
        self.table.papers.modelReset.connect(self.refresh)
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._offer_delete())
        session.changed.connect(self.refresh)
        self.copy = RowCopy(self.table, lambda: session.view.w)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._open_menu)
        self.translate()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.add.setIcon(icon("add", theme.text, 16))
        self.delete.setIcon(icon("delete", theme.muted, 18))
        self.table.papers.set_theme(theme)

    def begin(self, kind: str = "") -> None:
        """Add a row and begin to type its first day."""
        self._session.commit_requested.emit()
        row = self._editing.add(self._listed, kind)
        if row is not None:
            self.table.edit_cell(row, self._listed.required[0])

    def delete_row(self, row: int | None = None) -> None:
        """Delete a row, the chosen one with None; it can be had back at once."""
        self._session.commit_requested.emit()
        row = self.table.currentIndex().row() if row is None else row
        if 0 <= row < len(self.table.papers.rows):
            count = len(self.table.papers.rows)
            undo: Callable[[], object] = self._editing.remove(self._listed, row)
            if len(self.table.papers.rows) < count:
                self.removed.emit(_removed(self._session.view.w, self._listed), undo)

    def menu(self) -> Menu:
        """Make the menu of the chosen row."""
        menu, w, index = Menu(self.table), self._session.view.w, self.table.currentIndex()
        menu.setObjectName(f"{self._listed.name}_menu")
        change = menu.addAction(w.gettext("Change the cell"))
        change.setEnabled(bool(index.isValid() and self.table.papers.field(index)))
        change.triggered.connect(lambda: self.table.edit(index))
        if self._chosen_ruling() is not None:
            drafts = menu.addMenu(w.gettext("Draft a complaint"))
            drafts.addActions(self.languages.actions())
        menu.addSeparator()
        self.copy.add_to(menu)
        menu.addSeparator()
        gone = menu.addAction(self.delete.toolTip())
        gone.setShortcut(Qt.Key.Key_Delete)
        gone.setShortcutVisibleInContextMenu(True)
        gone.setEnabled(index.isValid())
        gone.triggered.connect(lambda: self.delete_row())
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _open_menu(self, at: QPoint) -> None:
        self.menu().popup(self.table.viewport().mapToGlobal(at))

    def _draft(self, language: str) -> None:
        """Ask for a complaint against the chosen ruling."""
        self._session.commit_requested.emit()
        number = self._chosen_ruling()
        if number is not None:
            self.complain.emit(number, language)

    def _chosen_ruling(self) -> int | None:
        """Return which ruling is chosen; None where none is, or one that cannot be used yet."""
        rows, row = self.table.papers.rows, self.table.currentIndex().row()
        if self._listed is not RULINGS or not 0 <= row < len(rows):
            return None
        return place_of(self._session.traveller.rulings, rows[row].key)

    def translate(self) -> None:
        """Speak the window's language."""
        w, listed = self._session.view.w, self._listed
        title, add, delete = {
            PERMITS: (w.gettext("Permits"), w.gettext("Add permit"), w.gettext("Delete permit")),
            RULINGS: (w.gettext("Rulings"), w.gettext("Add ruling"), w.gettext("Delete ruling")),
            MOVES: (
                w.gettext("Changes of address"),
                w.gettext("Add change"),
                w.gettext("Delete change of address"),
            ),
        }[listed]
        self.title.setText(title)
        self.table.setAccessibleName(title)
        self.add.setText(add)
        self.add.setAccessibleName(w.gettext("Add change of address") if listed is MOVES else add)
        self.delete.setToolTip(delete)
        self.delete.setAccessibleName(delete)
        self.draft.setText(w.gettext("Draft a complaint"))
        self.draft.setToolTip(
            w.gettext("A complaint against the chosen ruling, to be filled in and read by a lawyer")
        )
        for action in self.kinds.actions():
            name = papers.permit(w, action.data()) if listed is PERMITS else papers.ruling(w, action.data())
            action.setText(name[:1].upper() + name[1:])
        self.table.fit()
        self.refresh()

    def refresh(self) -> None:
        """Show the table where there is something to show, else what belongs there."""
        session = self._session
        some = bool(self.table.papers.rows)
        self.add.setEnabled(self._listed is not MOVES or bool(session.traveller.stays))
        if not some and (self.table.hasFocus() or self.delete.hasFocus()) and self.add.isEnabled():
            # Else the focus would go on to the next list
            self.add.setFocus()
            self._stands_in = True
        self.table.setVisible(some)
        if some and self._stands_in:
            self._stands_in = False
            if self.add.hasFocus():
                self.table.setFocus()
        self._offer_delete()
        self.line.setText("" if some else _purpose(session.view.w, self._listed, bool(session.traveller.stays)))

    def _offer_delete(self) -> None:
        self.delete.setVisible(bool(self.table.papers.rows))
        self.delete.setEnabled(self.table.currentIndex().isValid())
        self.draft.setVisible(self._listed is RULINGS and bool(self.table.papers.rows))
        self.draft.setEnabled(self._chosen_ruling() is not None)


def _purpose(w: Words, listed: RecordList, stays: bool) -> str:
    """Say what belongs in a list, and why it matters."""
    if listed is PERMITS:
        return w.gettext("A visa or a residence permit: the days it covers are outside the visa-free count.")
    if listed is RULINGS:
        return w.gettext(
            "A warning, a fine or an order to leave: from its service run the terms to appeal, to pay and to "
            "leave."
        )
    if not stays:
        return w.gettext("Enter a stay first; here belongs each change of address during it.")
    return w.gettext("Another address during a stay: the host gives notice of it too.")


def _removed(w: Words, listed: RecordList) -> str:
    return {
        PERMITS: w.gettext("Permit deleted."),
        RULINGS: w.gettext("Ruling deleted."),
        MOVES: w.gettext("Change of address deleted."),
    }[listed]
