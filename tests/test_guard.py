"""An error in what Qt calls is told and goes no further: nothing that Qt would end with leaves an override."""

from __future__ import annotations

import importlib
import inspect
import os
import pkgutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPaintEvent, QUndoCommand
from PySide6.QtWidgets import QApplication, QWidget

import kzstay
from kzstay.files.store import save_case
from kzstay.guard import NONE_HERE, guarded, neutral, overrides
from tests.helpers import case, stay, traveller

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


# All of kzstay


def classes() -> Iterator[type]:
    """List the classes of kzstay that are made from Qt's."""
    for module in pkgutil.walk_packages(kzstay.__path__, "kzstay."):
        if module.name != "kzstay.__main__":
            for kind in vars(importlib.import_module(module.name)).values():
                if isinstance(kind, type) and kind.__module__ == module.name and _qt(kind):
                    yield kind


def _qt(kind: type) -> bool:
    return any(base.__module__.startswith("PySide6.") for base in kind.__mro__[1:])


def test_no_override_of_the_program_is_without_its_guard() -> None:
    found = [(kind, name) for kind in classes() for name in overrides(kind)]
    assert len(found) > len(("models", "parts", "pages", "events"))
    assert [(kind.__name__, name) for kind, name in found if not hasattr(vars(kind)[name], "__wrapped__")] == []


def test_every_override_of_the_program_has_an_answer_for_when_it_fails(qapp: QApplication) -> None:
    for kind in classes():
        for name in overrides(kind):
            override = vars(kind)[name].__wrapped__
            answer, kinds = neutral(override), str(override.__annotations__["return"]).split(" | ")
            if answer is None:
                assert {"None", "Any", *NONE_HERE} & set(kinds), (kind, name)
            else:
                assert type(answer).__name__ == kinds[0].partition("[")[0].rpartition(".")[2], (kind, name)


PROGRAM = """
import sys
from functools import wraps
from pathlib import Path

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QAccessible

from kzstay.guard import guarded
from kzstay.ui import app
from kzstay.ui.window.main_window import MainWindow
from kzstay.ui.pages.stays.model import StaysModel
from kzstay.ui.timeline.accessible import StayAccess
from kzstay.ui.timeline.widget import Timeline

kind, name = globals()[sys.argv[1]], sys.argv[2]
right = vars(kind)[name].__wrapped__

@wraps(right)
def failing(*args, **named):
    raise RuntimeError("a slip of the pen")

setattr(kind, name, failing)
guarded(kind)

def go_on(window):
    QAccessible.queryAccessibleInterface(window.stay.timeline).child(0).text(QAccessible.Text.Name)
    for page in window.stay.pages:
        window.stay.show_page(page)
        window.grab()
    QTimer.singleShot(0, lambda: end(window))

def end(window):
    print(window.info.text.text(), flush=True)
    window.close()

complete = app.complete
app.complete = lambda window, **how: (complete(window, **how), QTimer.singleShot(0, lambda: go_on(window)))
sys.exit(app.run(Path(sys.argv[3])))
"""


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("StaysModel", "data"),
        ("Timeline", "paintEvent"),
        ("Timeline", "sizeHint"),
        ("Timeline", "event"),
        ("MainWindow", "eventFilter"),
        ("StayAccess", "text"),
    ],
)
def test_the_program_lives_on_and_says_so_once(tmp_path: Path, kind: str, name: str) -> None:
    file = tmp_path / "case.kzstay"
    save_case(case(traveller("DE", stay("2026-09-20", "2026-10-04"), stay("2026-11-11"))), file)
    own = {name: str(tmp_path) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    command = [sys.executable, "-c", PROGRAM, kind, name, str(file)]
    ran = subprocess.run(
        command, env=os.environ | own | {"LANGUAGE": "en"}, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.startswith("Something went wrong inside kzstay. The case was kept")
    assert ran.stderr.count("RuntimeError: a slip of the pen") == 1
