"""Every dialog beside those of export and import, opened over a window as it is there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from kzstay.ui.places.people.mark_done import MarkDone
from kzstay.ui.timeline.legend import Legend
from kzstay.ui.widgets import file_dialogs
from kzstay.ui.window.comparison import Comparison
from kzstay.ui.window.licences import TEXT, LicencesBox
from kzstay.ui.window.main_window import MainWindow
from kzstay.ui.window.preferences_dialog import PreferencesDialog
from tests.helpers import case, stay, traveller
from tests.ui.places.people.people_place import go

ELSEWHERE = traveller("KG", stay("2026-11-02"), name="Chinara Chokoeva")


def shown(window: MainWindow, kind: type[QDialog]) -> QDialog:
    (found,) = (part for part in window.findChildren(kind) if part.isVisible())
    return found


def preferences(window: MainWindow) -> QDialog:
    window.commands.by_name["preferences"].trigger()
    return shown(window, PreferencesDialog)


def comparison(window: MainWindow) -> QDialog:
    session = window.session()
    made = Comparison(session.view.w, "case.kzstay", session.case, case(ELSEWHERE), window)
    made.open()
    return made


def legend(window: MainWindow) -> QDialog:
    window.commands.by_name["legend"].trigger()
    return shown(window, Legend)


def mark_done(window: MainWindow) -> QDialog:
    go(window).desk.mark()
    return shown(window, MarkDone)


def about(window: MainWindow) -> QDialog:
    return boxed(window, "about")


def about_qt(window: MainWindow) -> QDialog:
    return boxed(window, "about_qt")


def licences(window: MainWindow) -> QDialog:
    return boxed(window, "licences")


def licence(window: MainWindow) -> QDialog:
    box = boxed(window, "licences")
    assert isinstance(box, LicencesBox)
    box.follow(QUrl(f"{TEXT}:Noto Sans"))
    return box


def boxed(window: MainWindow, command: str) -> QDialog:
    window.commands.by_name[command].trigger()
    QApplication.processEvents()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    return dialog


def file_to_open(window: MainWindow) -> QDialog:
    return of_files(window, QFileDialog.AcceptMode.AcceptOpen)


def file_to_save(window: MainWindow) -> QDialog:
    return of_files(window, QFileDialog.AcceptMode.AcceptSave)


def of_files(window: MainWindow, mode: QFileDialog.AcceptMode) -> QFileDialog:
    """Open the dialog that Qt has where the system has none."""
    w = window.session().view.w
    made = QFileDialog(window, w.gettext("Open case"))
    made.setOption(QFileDialog.Option.DontUseNativeDialog)
    made.setAcceptMode(mode)
    made.open()
    file_dialogs.dress(made, w)
    return made


DIALOGS: list[Callable[[MainWindow], QDialog]] = [
    preferences,
    comparison,
    legend,
    mark_done,
    about,
    about_qt,
    licences,
    licence,
    file_to_open,
    file_to_save,
]
