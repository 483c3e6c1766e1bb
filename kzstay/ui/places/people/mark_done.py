"""Marking as done: several notices, or registrations, recorded on one day in one step, and no other stay."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QListWidget, QListWidgetItem, QWidget

from kzstay.core.hosts import NOTICE, REGISTRATION, Task, can_be_marked
from kzstay.guard import guarded
from kzstay.texts import hosts as texts
from kzstay.ui.session.editing import Editing
from kzstay.ui.session.session import Session
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.day_edit import DayEdit
from kzstay.ui.widgets.fitted_dialog import fit_dialog
from kzstay.ui.widgets.letters import Dialog

LEAST, WIDE = QSize(420, 320), QSize(620, 480)


@guarded
class MarkDone(Dialog):
    """What is open, each with a tick, and the day on which it was done; ``marked`` with what is told of it.

    What is not over yet is ticked at first. What nobody recorded has to be ticked by hand, for this day would be a
    late one, and so has what perhaps nobody had to do.
    """

    marked = Signal(str)

    def __init__(
        self, session: Session, notices: Sequence[Task], registrations: Sequence[Task], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("mark_done")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._tasks = {NOTICE: notices, REGISTRATION: registrations}
        self._wanted = {task: _is_sure(task) for task in (*notices, *registrations)}
        self._names = {one.key.number: one.name for one in session.case.travellers}
        self.kind = parts.Choice()
        self.kind.setObjectName("mark_kind")
        self.lead = parts.label("muted", wrap=True)
        self.day_label = parts.label("muted")
        self.day = DayEdit(session, "mark_day")
        self.day.setFrame(True)
        self.day_label.setBuddy(self.day)
        self.echo = parts.label("muted", wrap=True)
        self.every = QCheckBox()
        self.every.setObjectName("mark_every")
        self.listed = QListWidget()
        self.listed.setObjectName("mark_tasks")
        self.listed.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.close_button = parts.button("mark_close", self.reject)
        self.mark_button = parts.button("mark_now", self.mark)
        self.mark_button.setProperty("primary", True)
        self._lay_out()
        self._name()
        for kind in (NOTICE, REGISTRATION):
            if self._tasks[kind]:
                self.kind.addItem(texts.mark_title(session.view.w, kind), kind)
        self.kind.setVisible(self.kind.count() > 1)
        self.day.setText(session.view.w.numeric_day(session.view.on))
        self._listen()
        self.day.echo()
        self._list()

    def _lay_out(self) -> None:
        for button in (self.close_button, self.mark_button):
            button.setAutoDefault(False)
        day = parts.row(self.day_label, self.day, spacing=10)
        day.addWidget(self.echo, 1)
        column = parts.column(self.kind, self.lead, day, self.every, spacing=10, margins=(20, 18, 20, 6))
        column.addWidget(self.listed, 1)
        foot = QWidget()
        foot.setLayout(parts.row(1, self.close_button, self.mark_button, spacing=10))
        fit_dialog(self, column, foot, LEAST, WIDE)

    def _name(self) -> None:
        w = self._session.view.w
        self.lead.setText(texts.mark_lead(w))
        self.day_label.setText(w.gettext("&Done on"))
        self.day.setAccessibleName(w.gettext("Done on"))
        self.kind.setAccessibleName(w.gettext("What was done"))
        self.every.setText(w.gettext("&All in the list"))
        self.close_button.setText(w.gettext("Close"))

    def _listen(self) -> None:
        self.kind.currentIndexChanged.connect(self._list)
        self.day.echoed.connect(self._say_day)
        self.day.textChanged.connect(self._list)
        self.every.clicked.connect(self._tick_all)
        self.listed.itemChanged.connect(self._take)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.mark)

    @property
    def shown_kind(self) -> str:
        """Return what is listed: notices or registrations."""
        return self.kind.currentData() or NOTICE

    def ticked(self) -> list[Task]:
        """Return what is to be marked."""
        day, on = self.day.day(), self._session.view.on
        if day is None:
            return []
        tasks = self._tasks[self.shown_kind]
        return [task for task in tasks if self._wanted[task] and can_be_marked(task, day, on)]

    def _list(self) -> None:
        """List what may be marked, as it stands on the day that is typed."""
        w = self._session.view.w
        title = texts.mark_title(w, self.shown_kind)
        self.setWindowTitle(title)
        self.listed.setAccessibleName(title)
        row = max(0, self.listed.currentRow())
        self.listed.blockSignals(True)
        self.listed.clear()
        for task in self._tasks[self.shown_kind]:
            self.listed.addItem(self._item(task))
        self.listed.setCurrentRow(min(row, self.listed.count() - 1))
        self.listed.blockSignals(False)
        self._say()

    def _item(self, task: Task) -> QListWidgetItem:
        w, day, on = self._session.view.w, self.day.day(), self._session.view.on
        told = texts.on_day(w, task, day, on) if day else ""
        line = texts.task(w, task, self._names.get(task.traveller, ""))
        item = QListWidgetItem(" · ".join(filter(None, (line, told))))
        item.setToolTip(item.text())
        can = day is not None and can_be_marked(task, day, on)
        flags = Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable
        item.setFlags(flags | Qt.ItemFlag.ItemIsEnabled if can else flags)
        wanted = can and self._wanted[task]
        item.setCheckState(Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)
        return item

    def _take(self, item: QListWidgetItem) -> None:
        task = self._tasks[self.shown_kind][self.listed.row(item)]
        self._wanted[task] = item.checkState() == Qt.CheckState.Checked
        self._say()

    def _possible(self) -> list[Task]:
        day: date | None = self.day.day()
        on = self._session.view.on
        return [task for task in self._tasks[self.shown_kind] if day and can_be_marked(task, day, on)]

    def _tick_all(self) -> None:
        """Tick all that can be, or none where all are."""
        possible = self._possible()
        whole = len(self.ticked()) == len(possible)
        for task in possible:
            self._wanted[task] = not whole
        self._list()

    def _say(self) -> None:
        """Say how many are ticked, on the button and in the check box over the list."""
        count, possible = len(self.ticked()), len(self._possible())
        self.mark_button.setText(texts.mark_button(self._session.view.w, count))
        self.mark_button.setEnabled(bool(count))
        parts.mark(self.mark_button, "primary", bool(count))
        self.every.setTristate(0 < count < possible)
        whole = Qt.CheckState.Checked if count and count == possible else Qt.CheckState.Unchecked
        self.every.setCheckState(Qt.CheckState.PartiallyChecked if 0 < count < possible else whole)
        self.every.setEnabled(bool(possible))

    def _say_day(self, text: str, wrong: bool) -> None:
        self.echo.setText(text)
        parts.mark(self.echo, "role", "error" if wrong else "muted")

    def mark(self) -> None:
        """Record what is ticked, in one step that can be undone, and close."""
        day, tasks = self.day.day(), self.ticked()
        if day is None or not tasks:
            return
        count = Editing(self._session).record_tasks(tasks, day)
        self.accept()
        if count:
            self.marked.emit(texts.marked(self._session.view.w, self.shown_kind, count, day))


def _is_sure(task: Task) -> bool:
    return task.state == "open" and not task.doubtful
