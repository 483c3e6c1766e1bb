from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from kzstay.ui.system.opened_files import OpenedFiles


def test_a_file_that_macos_hands_over_is_opened(qapp: QApplication, tmp_path: Path) -> None:
    opened: list[Path] = []
    target = QObject()
    files = OpenedFiles(target)
    files.give_to(opened.append)
    target.installEventFilter(files)
    case = tmp_path / "Әліби.kzstay"
    QCoreApplication.sendEvent(target, QFileOpenEvent(QUrl.fromLocalFile(str(case))))
    assert opened == [case]


def test_a_file_that_comes_before_the_window_is_ready_waits(qapp: QApplication, tmp_path: Path) -> None:
    opened: list[Path] = []
    target = QObject()
    files = OpenedFiles(target)
    target.installEventFilter(files)
    case = tmp_path / "Әліби.kzstay"
    QCoreApplication.sendEvent(target, QFileOpenEvent(QUrl.fromLocalFile(str(case))))
    assert opened == []
    files.give_to(opened.append)
    assert opened == [case]


def test_other_events_go_their_way(qapp: QApplication) -> None:
    opened: list[Path] = []
    seen: list[QEvent.Type] = []

    class Target(QObject):
        def event(self, event: QEvent) -> bool:
            seen.append(event.type())
            return True

    target = Target()
    files = OpenedFiles(target)
    files.give_to(opened.append)
    target.installEventFilter(files)
    QCoreApplication.sendEvent(target, QEvent(QEvent.Type.User))
    assert seen[-1] == QEvent.Type.User
    assert opened == []
