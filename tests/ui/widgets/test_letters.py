"""Each command of a menu has a letter of its own, in every language."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

import kzstay.ui
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.letters import Dialog, Menu, mark_dialog, plain, with_letters

TEXTS = st.lists(st.text(alphabet="abcАяқһ &1", min_size=1, max_size=8), max_size=8)


def letter_of(text: str) -> str | None:
    """Return the marked letter of a text."""
    bare = text.replace("&&", "")
    return bare[bare.index("&") + 1].casefold() if "&" in bare else None


@given(TEXTS)
def test_no_two_texts_have_the_same_letter_and_none_is_read_otherwise(texts: list[str]) -> None:
    marked = with_letters(texts)
    assert [plain(text) for text in marked] == [plain(text) for text in texts]
    letters = [letter for text in marked if (letter := letter_of(text))]
    assert len(letters) == len(set(letters))


@given(TEXTS)
def test_what_is_marked_stays_as_it_is(texts: list[str]) -> None:
    once = with_letters(texts)
    assert with_letters(once) == once


def test_a_text_has_no_letter_only_where_others_have_all_of_its_letters() -> None:
    assert with_letters(["Save", "Save as…", "&Import…", "Export"]) == [
        "&Save",
        "Save &as…",
        "&Import…",
        "&Export",
    ]
    assert with_letters(["a", "a"]) == ["&a", "a"]
    assert with_letters(["Close"], taken="c") == ["C&lose"]


def test_an_ampersand_of_a_name_is_no_mark() -> None:
    assert with_letters(["Smith && Sons"]) == ["&Smith && Sons"]


def test_a_menu_marks_its_commands_as_it_opens(qtbot: QtBot) -> None:
    menu = Menu()
    qtbot.addWidget(menu)
    for text in ("Open", "Other"):
        menu.addAction(text)
    menu.popup(menu.pos())
    assert [action.text() for action in menu.actions()] == ["&Open", "O&ther"]
    menu.close()


def test_buttons_of_a_dialog_take_no_letter_of_its_fields(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    label, field, close = QLabel("&Country"), QLineEdit(), parts.button("close")
    label.setBuddy(field)
    close.setText("Close")
    dialog.setLayout(parts.column(label, field, close))
    mark_dialog(dialog)
    assert (label.text(), close.text()) == ("&Country", "C&lose")


def test_a_dialog_has_a_letter_on_each_button_also_when_its_words_change(qtbot: QtBot) -> None:
    dialog = Dialog()
    qtbot.addWidget(dialog)
    close, take = parts.button("close"), parts.button("take")
    close.setText("Close")
    take.setText("Take 2")
    dialog.setLayout(parts.column(close, take))
    dialog.show()
    assert (close.text(), take.text()) == ("&Close", "&Take 2")
    take.setText("Take 3 of 20")
    qtbot.waitUntil(lambda: take.text() == "&Take 3 of 20")


def test_every_dialog_of_the_program_is_one_with_letters() -> None:
    ui = Path(kzstay.ui.__file__).parent
    bare = [
        path.name
        for path in ui.rglob("*.py")
        if re.search(r"^class \w+\(QDialog\b", path.read_text("utf-8"), re.M)
    ]
    assert bare == ["letters.py"]
