"""An error in what Qt calls is told and goes no further: nothing that Qt would end with leaves an override."""

from __future__ import annotations

import inspect
import sys
from typing import Any

import pytest
from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPaintEvent, QUndoCommand
from PySide6.QtWidgets import QApplication, QWidget

from kzstay.guard import guarded

Index = QModelIndex | QPersistentModelIndex


@guarded
class Part(QWidget):
    """A part of a window in which everything goes wrong."""

    def sizeHint(self) -> QSize:
        raise ValueError("sizeHint")

    def paintEvent(self, event: QPaintEvent) -> None:
        raise ValueError("paintEvent")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        raise ValueError("eventFilter")

    def ours(self) -> None:
        raise ValueError("ours")


@guarded
class Model(QAbstractTableModel):
    """A table in which everything goes wrong."""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        raise ValueError("rowCount")

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        raise ValueError("flags")

    def data(self, index: Index, role: int = 0) -> Any:  # noqa: ANN401
        raise ValueError("data")


@guarded
class Step(QUndoCommand):
    """A step that cannot say which kind it is."""

    def id(self) -> int:
        raise ValueError("id")


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    reported: list[str] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: reported.append(str(error)))
    return reported


def test_an_error_is_reported_and_the_answer_is_that_nothing_is_there(qapp: QApplication, told: list[str]) -> None:
    model, part = Model(), Part()
    assert (model.rowCount(), model.flags(QModelIndex()), model.data(QModelIndex())) == (
        0,
        Qt.ItemFlag.NoItemFlags,
        None,
    )
    assert part.sizeHint() == QSize()
    assert part.eventFilter(part, QEvent(QEvent.Type.Show)) is False
    assert Step().id() == -1
    assert told == ["rowCount", "flags", "data", "sizeHint", "eventFilter", "id"]


def test_qt_itself_goes_on_where_an_override_fails(qapp: QApplication, told: list[str]) -> None:
    part = Part()
    part.installEventFilter(part)
    assert not part.grab().isNull()
    assert {"paintEvent", "eventFilter"} <= set(told)


def test_what_is_right_is_answered_as_it_is(qapp: QApplication, told: list[str]) -> None:
    assert Model().columnCount() == 1
    assert told == []


def test_an_override_is_still_known_by_its_name_and_what_it_takes() -> None:
    assert Part.sizeHint.__name__ == "sizeHint"
    assert list(inspect.signature(Part.paintEvent).parameters) == ["self", "event"]


def test_what_only_python_calls_fails_as_ever(qapp: QApplication) -> None:
    part = Part()
    with pytest.raises(ValueError, match="ours"):
        part.ours()


def test_a_report_that_fails_itself_goes_no_further_either(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_told: object) -> None:
        raise OSError("no room left")

    monkeypatch.setattr(sys, "excepthook", fail)
    assert Part().sizeHint() == QSize()
