"""The details of the chosen stay: its kind, the passport that was shown, and where the border was crossed."""

from __future__ import annotations

from typing import get_args

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from kzstay.core.case import Number, PassportKind, StayKind
from kzstay.guard import guarded
from kzstay.texts import answers, particulars
from kzstay.ui.pages.stays.table import StaysTable
from kzstay.ui.session.editing import Editing
from kzstay.ui.session.records.rows import Row
from kzstay.ui.session.records.stays import STAYS
from kzstay.ui.session.session import Session
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.sheet import Sheet


@guarded
class StayDetails(Sheet):
    """What few stays need, so that the table has no columns for it; taken over field by field."""

    def __init__(self, session: Session, table: StaysTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._editing = Editing(session)
        self._table = table
        self._shown: Number | None = None  # the key of the row whose fields are filled
        self.setObjectName("stay_details")
        self.hide()

    def make(self) -> list[QWidget]:
        """Make the fields."""
        from kzstay.ui.widgets.columns import Columns
        from kzstay.ui.widgets.country_choice import CountryChoice

        self.kind = parts.Choice()
        self.citizenship = CountryChoice()
        self.passport = parts.Choice()
        self.checkpoint = QLineEdit()
        self.exit_checkpoint = QLineEdit()
        self.echo = parts.label("error", wrap=True, name="stay_details_echo")
        self._fields: dict[str, QWidget] = {
            "kind": self.kind,
            "citizenship": self.citizenship,
            "passport": self.passport,
            "checkpoint": self.checkpoint,
            "exit_checkpoint": self.exit_checkpoint,
        }
        self._labels = {name: parts.label("muted") for name in self._fields}
        columns = Columns(len(self._fields))
        for name, field in self._fields.items():
            field.setObjectName(f"stay_{name}")
            self._labels[name].setBuddy(field)
            columns.add_field(self._labels[name], field)
        for box in (self.kind, self.citizenship, self.passport):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setLayout(parts.column(columns, self.echo, spacing=4, margins=(16, 8, 16, 0)))
        self._connect()
        return list(self._fields.values())

    def _connect(self) -> None:
        self.kind.activated.connect(lambda *_: self._take("kind", str(self.kind.currentData())))
        self.passport.activated.connect(lambda *_: self._take("passport", str(self.passport.currentData())))
        self.citizenship.taken.connect(lambda: self._take("citizenship", self.citizenship.currentText()))
        for name in ("checkpoint", "exit_checkpoint"):
            edit = self._edit(name)
            edit.editingFinished.connect(lambda name=name, edit=edit: self._take_text(name, edit))
        self._table.selectionModel().currentRowChanged.connect(lambda *_: self._refresh())
        self._session.changed.connect(self._refresh)
        self._session.view.retranslated.connect(self._translate)

    def showEvent(self, event: QShowEvent) -> None:
        self._translate()
        super().showEvent(event)

    def _edit(self, name: str) -> QLineEdit:
        edit = self._fields[name]
        assert isinstance(edit, QLineEdit)
        return edit

    def _row(self) -> Row | None:
        rows, row = self._table.stays.rows, self._table.currentIndex().row()
        return rows[row] if 0 <= row < len(rows) else None

    def _translate(self) -> None:
        w = self._session.view.w
        names = {
            "kind": w.gettext("Kind of stay"),
            "citizenship": w.gettext("Citizenship shown then"),
            "passport": w.gettext("Passport shown then"),
            "checkpoint": w.gettext("Checkpoint of entry"),
            "exit_checkpoint": w.gettext("Checkpoint of exit"),
        }
        for name, text in names.items():
            self._labels[name].setText(text)
            self._fields[name].setAccessibleName(text)
        if not self.isVisible():
            return  # two hundred countries are listed when they are asked for
        self.kind.clear()
        for kind in get_args(StayKind):
            self.kind.addItem(particulars.stay_kind(w, kind), kind)
        self.citizenship.list_countries(w)
        self.passport.clear()
        self.passport.addItem("", "")
        for kind in get_args(PassportKind):
            self.passport.addItem(answers.passport(w, kind), kind)
        self._refresh()

    def _refresh(self) -> None:
        if not self.isVisible():
            return
        at = self._row()
        before, self._shown = self._shown, at.key if at is not None else None
        other = before != self._shown
        for field in self._fields.values():
            field.setEnabled(at is not None)
        held = {name: self._held(at, name) for name in self._fields}
        self.kind.setCurrentIndex(max(0, self.kind.findData(held["kind"] or "visit")))
        self.passport.setCurrentIndex(max(0, self.passport.findData(held["passport"])))
        if other or not self.citizenship.typing:
            typed = at.typed.get("citizenship") if at is not None else None
            self.citizenship.show_country(str(getattr(at and at.record, "citizenship", None) or ""), typed)
        for name in ("checkpoint", "exit_checkpoint"):
            edit = self._edit(name)
            if other or not (edit.hasFocus() and edit.isModified()):
                edit.setText(held[name])
        self._say_reasons()

    def _held(self, at: Row | None, name: str) -> str:
        if at is None:
            return ""
        if name in at.typed:
            return at.typed[name]
        return STAYS.typed(self._session.view.w, at.record, name) if at.record is not None else ""

    def _take_text(self, name: str, edit: QLineEdit) -> None:
        edit.setModified(False)
        self._take(name, edit.text())

    def _take(self, name: str, text: str) -> None:
        row = self._editing.place_of(STAYS, self._shown) if self._shown is not None else None
        if row is not None:
            self._editing.type(STAYS, row, name, text)

    def _say_reasons(self) -> None:
        """Say why what stands in the fields cannot be used."""
        row = self._editing.place_of(STAYS, self._shown) if self._shown is not None else None
        wrong = {} if row is None else self._editing.wrong(STAYS, row)
        for name, field in self._fields.items():
            parts.mark(field, "wrong", name in wrong)
        self.citizenship.tell(wrong.get("citizenship", ""))
        self.echo.setText(" ".join(text for name, text in wrong.items() if name in self._fields))
        self.echo.setVisible(bool(self.echo.text()))
