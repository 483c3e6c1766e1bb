"""The system's file dialog where it has one; else Qt's own, with icons that are seen and words of the language."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QListView, QToolButton, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from kzstay.drawing.colours import CONTRAST, CONTRAST_DARK, DARK, LIGHT, Appearance, Theme
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts.words import words
from kzstay.ui.widgets import file_dialogs
from kzstay.ui.widgets import theme as themes
from kzstay.ui.widgets.qt_words import QtWords
from tests.ui.signs_seen import seen

LOOKS: dict[Appearance, Theme] = {
    "light": LIGHT,
    "dark": DARK,
    "contrast": CONTRAST,
    "contrast-dark": CONTRAST_DARK,
}


@pytest.fixture
def dialog(qtbot: QtBot) -> QFileDialog:
    made = QFileDialog()
    made.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("look", LOOKS)
def test_its_buttons_have_icons_that_are_seen(qapp: QApplication, dialog: QFileDialog, look: Appearance) -> None:
    theme = themes.apply(qapp, look)
    file_dialogs.dress(dialog, words("en"))
    buttons = dialog.findChildren(QToolButton)
    assert {button.objectName() for button in buttons} == set(file_dialogs.ICONS)
    for button in buttons:
        assert seen(button.icon(), theme.card) >= 3, button.objectName()
    themes.apply(qapp, "light")


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_buttons_are_named_in_the_language(qapp: QApplication, language: Language, qtbot: QtBot) -> None:
    spoken = QtWords()
    spoken.set_language(language)
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    file_dialogs.dress(dialog, words(language))
    said = {button.toolTip() for button in dialog.findChildren(QToolButton)}
    where = dialog.findChild(QLabel, "lookInLabel")
    labels = {label.text() for label in dialog.findChildren(QLabel) if label.text()}
    spoken.silence()
    assert len(said) == len(file_dialogs.ICONS)
    assert all(said)
    assert (language == "en") is ("Back" in said)
    assert isinstance(where, QLabel)
    assert where.text() == words(language).gettext("Fo&lder:")
    assert not any(label.isascii() for label in labels) or language == "en", labels


def test_no_kind_of_file_is_told_in_english(dialog: QFileDialog) -> None:
    details = dialog.findChild(QTreeView, "treeView")
    assert isinstance(details, QTreeView)
    file_dialogs.dress(dialog, words("ru"))
    assert details.model().headerData(file_dialogs.KIND, Qt.Orientation.Horizontal) == "Type"
    assert details.isColumnHidden(file_dialogs.KIND)


def test_the_names_of_places_are_whole(dialog: QFileDialog) -> None:
    file_dialogs.dress(dialog, words("en"))
    dialog.show()
    places = dialog.findChild(QListView, "sidebar")
    assert isinstance(places, QListView)
    assert places.viewport().width() >= places.sizeHintForColumn(0) > 0


@pytest.mark.parametrize("ask", [file_dialogs.open_name, file_dialogs.save_name])
def test_who_is_asked_for_a_file_sees_it_dressed(
    qapp: QApplication, qtbot: QtBot, ask: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    read: list[str] = []

    def look() -> None:
        (shown,) = [part for part in qapp.topLevelWidgets() if isinstance(part, QFileDialog) and part.isVisible()]
        where = shown.findChild(QLabel, "lookInLabel")
        assert isinstance(where, QLabel)
        read.append(where.text())
        shown.reject()

    QTimer.singleShot(100, look)
    assert callable(ask)
    answer = ask(words("en"), parent, "Open", "", "kzstay (*.kzstay)")
    assert read == ["Fo&lder:"]
    assert answer in ("", ("", "kzstay (*.kzstay)"), ("", ""))


def test_nobody_forbids_the_dialog_of_the_system() -> None:
    """What Qt's own is asked for by name stands nowhere but here."""
    from pathlib import Path

    import kzstay

    assert kzstay.__file__ is not None
    for file in Path(kzstay.__file__).parent.rglob("*.py"):
        assert "DontUseNative" not in file.read_text(encoding="utf-8"), file
