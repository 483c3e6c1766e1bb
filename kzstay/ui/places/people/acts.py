"""What is done to the chosen travellers: a row of buttons under the list, and the same in a menu over it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from kzstay.guard import guarded
from kzstay.texts import Words
from kzstay.ui.places.people import cells
from kzstay.ui.places.people.cells import COLUMNS
from kzstay.ui.places.people.order import Sorting
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.flow import Flow
from kzstay.ui.widgets.letters import Menu

GAP = 6  # pixels


@guarded
class Acts(QWidget):
    """Buttons, ``others`` among them, and beside them who is chosen; ``sort_asked`` for another order.

    ``chosen_listed`` with the menu that lists what may be done to the chosen, for more of that. The button of the
    orders stands where it is put.
    """

    opening = Signal()
    duplicating = Signal()
    removing = Signal()
    sort_asked = Signal(object)
    chosen_listed = Signal(QMenu)

    def __init__(self, period: int, others: Sequence[QWidget] = ()) -> None:
        super().__init__()
        self._period = period
        self._w: Words | None = None
        self._sorting = Sorting(cells.STATE)
        self._chosen = 0
        self.open = parts.button("people_open", self.opening.emit)
        self.duplicate = parts.button("people_duplicate", self.duplicating.emit)
        self.remove = parts.button("people_remove", self.removing.emit)
        self.sort = parts.tool_button("people_sort")
        self.sort.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.orders = Menu(self)
        self.orders.aboutToShow.connect(lambda: self._list_orders(self.orders))
        self.sort.setMenu(self.orders)
        self.told = parts.label("muted", name="people_chosen")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._buttons = self.open, self.duplicate, self.remove, *others
        self.setLayout(Flow(*self._buttons, self.told, spacing=GAP))

    def tell(self, w: Words, chosen: int, sorting: Sorting) -> None:
        """Say how many are chosen, and how the list is sorted."""
        self._w, self._chosen, self._sorting = w, chosen, sorting
        self.open.setText(w.gettext("Open in Stay"))
        self.duplicate.setText(w.gettext("Duplicate"))
        self.remove.setText(w.gettext("Remove"))
        column = cells.header(w, sorting.column, self._period)
        self.sort.setText(w.gettext("Sorted by: {column}").format(column=column))
        if chosen > 1:
            self.told.setText(w.ngettext("{n} chosen", "{n} chosen", chosen).format(n=w.number(chosen)))
        else:
            self.told.setText(w.gettext("Double-click or Enter opens a traveller in Stay"))
        self.open.setEnabled(chosen == 1)
        self.duplicate.setEnabled(chosen > 0)
        self.remove.setEnabled(chosen > 0)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @property
    def told_elsewhere(self) -> str:
        """Return how many are chosen where several are and there is no room here to say so."""
        return self.told.text() if self._chosen > 1 and self.told.isHidden() else ""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        """Leave out what is told where there is no room for it."""
        needed = self.told.sizeHint().width() + sum(one.sizeHint().width() + GAP for one in self._buttons)
        self.told.setVisible(needed <= self.width())

    def menu(self, at: QPoint) -> QMenu | None:
        """Show the menu of the chosen at a point of the screen."""
        w = self._w
        if w is None:
            return None
        made = Menu(self)
        made.setObjectName("people_menu")
        for button, do, key in (
            (self.open, self.opening.emit, Qt.Key.Key_Return),
            (self.duplicate, self.duplicating.emit, Qt.Modifier.CTRL | Qt.Key.Key_D),
            (self.remove, self.removing.emit, Qt.Key.Key_Delete),
        ):
            action = made.addAction(button.text())
            action.setObjectName(button.objectName())
            action.setShortcut(key)
            action.setEnabled(button.isEnabled())
            action.triggered.connect(lambda _checked=False, do=do: do())
        self.chosen_listed.emit(made)
        made.addSeparator()
        self._list_orders(made.addMenu(w.gettext("Sort by")))
        made.aboutToHide.connect(made.deleteLater)
        made.popup(at)
        return made

    def _list_orders(self, menu: QMenu) -> None:
        w = self._w
        menu.clear()
        if w is None:
            return
        for column in COLUMNS:
            action = menu.addAction(cells.header(w, column, self._period))
            action.setCheckable(True)
            action.setChecked(column == self._sorting.column)
            action.triggered.connect(
                lambda _checked, column=column: self.sort_asked.emit(Sorting(column, self._sorting.descending))
            )
        menu.addSeparator()
        back = menu.addAction(w.gettext("From the end"))
        back.setCheckable(True)
        back.setChecked(self._sorting.descending)
        back.triggered.connect(lambda checked: self.sort_asked.emit(Sorting(self._sorting.column, bool(checked))))


def removed(w: Words, count: int) -> str:
    """Say how many are gone."""
    if count == 1:
        return w.gettext("Traveller removed.")
    return w.ngettext("{n} traveller removed.", "{n} travellers removed.", count).format(n=w.number(count))


def copied(w: Words, count: int) -> str:
    """Say how many were added that say the same as others."""
    return w.ngettext("{n} copy added.", "{n} copies added.", count).format(n=w.number(count))
