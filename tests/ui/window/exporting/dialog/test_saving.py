"""The export dialog, by mouse and by keys: what is seen, what is saved, and what is remembered."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kzstay.core.case import Case
from kzstay.files.store import save_case
from kzstay.i18n import LANGUAGES
from kzstay.ui.system import opening
from kzstay.ui.system import settings as settings_file
from kzstay.ui.system.settings import Exported
from kzstay.ui.window.exporting import choices
from kzstay.ui.window.exporting.dialog import LEAST, ExportDialog
from kzstay.ui.window.exporting.order import DOCUMENTS
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import day, stay, traveller
from tests.ui.conftest import TODAY, OpenCase
from tests.ui.window.exporting.open_dialogs import ANNA, BORIS, answer, choose, gone, opened, press, words_of

Key, Control = Qt.Key, Qt.KeyboardModifier.ControlModifier


# Opened and closed


@pytest.mark.parametrize(("command", "title"), [("export", "Export report"), ("print", "Print report")])
def test_the_menu_opens_it_and_escape_closes_it(
    open_case: OpenCase, qtbot: QtBot, command: str, title: str
) -> None:
    window = open_case(ANNA)
    dialog = opened(window, on_paper=command == "print")
    assert dialog.windowTitle() == title
    assert dialog.isModal()
    assert dialog.save_button.isVisible() is (command == "export")
    assert dialog.choices.format.isVisible() is (command == "export")
    press(qtbot, Key.Key_Escape)
    assert gone(window)
    assert not window.info.isVisible()
    assert window.preferences.settings.exported == Exported()


def test_the_keys_of_the_menu() -> None:
    """They stand in the help and in the manual too."""
    from kzstay.ui.window.actions import sequences

    assert [key.toString() for key in sequences(["Ctrl+Shift+E"])] == ["Ctrl+Shift+E"]


def test_what_is_being_typed_is_in_the_report(open_case: OpenCase, tmp_path: Path) -> None:
    window = open_case(ANNA)
    window.stay.form.begin()
    window.stay.form.name.setFocus()
    window.stay.form.name.setText("Anne Schmidt")
    dialog = opened(window)
    order = dialog.choices.order()
    assert order is not None
    assert order.travellers[0].name == "Anne Schmidt"
    dialog.close()


def test_another_day_in_the_window_is_the_day_that_is_proposed(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    window.session().view.set_day(day("2026-12-01"))
    dialog = opened(window)
    assert dialog.choices.day.text() == "01.12.2026"
    dialog.close()


# Seen


def test_the_preview_follows_every_choice(
    open_case: OpenCase, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_case(ANNA, BORIS)
    dialog = opened(window)
    seen: list[bytes] = []

    def look() -> None:
        picture = dialog.preview.page.picture
        assert picture is not None
        seen.append(bytes(picture.image.constBits()))

    look()
    for do in (
        lambda: choose(dialog.choices.language, "kk"),
        lambda: dialog.choices.day.setText("24.12.2026"),
        lambda: (
            dialog.choices.travellers.listed.item(0).setCheckState(Qt.CheckState.Unchecked)
            or dialog.choices.travellers.listed.item(1).setCheckState(Qt.CheckState.Checked)
        ),
        lambda: choose(dialog.choices.reading, "usual"),
    ):
        with qtbot.waitSignal(dialog.preview.drawn):
            do()
        look()
    assert len(set(seen)) == 5
    dialog.close()


def test_while_a_day_is_typed_what_was_seen_stays(open_case: OpenCase, qtbot: QtBot) -> None:
    dialog = opened(open_case(ANNA))
    dialog.choices.day.setText("24.12.")
    dialog.preview.timer.stop()
    dialog.choices.day.setText("24.")
    assert not dialog.preview.timer.isActive()
    dialog.close()


def test_paper_is_offered_for_what_has_pages(open_case: OpenCase) -> None:
    dialog = opened(open_case(ANNA))
    assert dialog.print_button.isEnabled()
    choose(dialog.choices.format, ".json")
    assert not dialog.print_button.isEnabled()
    choose(dialog.choices.format, ".html")
    assert dialog.print_button.isEnabled()
    dialog.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_a_small_window_it_has_room(open_case: OpenCase, language: str) -> None:
    window = open_case(ANNA, BORIS)
    window.commands.by_name[f"language_{language}"].trigger()
    dialog = opened(window)
    dialog.resize(*LEAST)
    QApplication.processEvents()
    assert dialog.width() <= 640
    assert dialog.height() <= 480
    assert dialog.preview.width() >= 180
    corner = dialog.save_button.mapTo(dialog, dialog.save_button.rect().bottomRight())
    assert dialog.rect().contains(corner)
    dialog.close()


# Saved


def test_it_is_saved_by_the_mouse_as_it_was_chosen(
    open_case: OpenCase, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_case(ANNA, BORIS)
    asked = answer(monkeypatch, tmp_path / "report")
    dialog = opened(window)
    choose(dialog.choices.language, "ru")
    dialog.choices.day.setText("1.12.2026")
    dialog.choices.travellers.every.click()
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    ((start, kinds),) = asked
    assert Path(start) == tmp_path / "case 2026-12-01.pdf"
    assert kinds == "PDF document (*.pdf)"
    told = words_of(tmp_path / "report.pdf")
    assert "Рассчитано на 1 декабря 2026 г." in told
    assert ANNA.name in told
    assert BORIS.name in told
    assert window.info.text.text() == "Report written: report.pdf"
    assert gone(window)
    assert window.session().view.w.language == "en"
    assert window.session().view.on == TODAY


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter])
def test_it_is_saved_by_control_and_enter_wherever_the_focus_is(
    open_case: OpenCase, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, key: Qt.Key
) -> None:
    window = open_case(ANNA)
    answer(monkeypatch, tmp_path / "report.pdf")
    dialog = opened(window)
    dialog.choices.day.setFocus()
    press(qtbot, Key.Key_Return)
    assert not gone(window)  # Enter alone ends no typing with a file
    press(qtbot, key, Control)
    assert gone(window)
    assert (tmp_path / "report.pdf").exists()


def test_tab_goes_from_top_to_bottom_and_from_left_to_right(open_case: OpenCase, qtbot: QtBot) -> None:
    dialog = opened(open_case(ANNA, BORIS))
    dialog.choices.format.setFocus()
    passed: list[str] = []
    for _ in range(10):
        at = QApplication.focusWidget()
        assert at is not None
        passed.append(at.objectName())
        qtbot.keyClick(at, Key.Key_Tab)
    assert passed == [
        "export_format",
        "export_language",
        "export_reading",
        "edit_export_day",
        "export_every",
        "export_travellers",
        "export_paper",
        "export_print",
        "export_close",
        "export_save",
    ]
    dialog.close()


@pytest.mark.parametrize(
    ("people", "chosen", "name"),
    [
        ((ANNA,), 0, f"case {TODAY.isoformat()}.pdf"),
        ((ANNA, BORIS), 1, f"case Boris Brown {TODAY.isoformat()}.pdf"),
        ((ANNA, traveller("DE", name="A/B: C?")), 1, f"case AB C {TODAY.isoformat()}.pdf"),
        ((ANNA, traveller("DE", name="...")), 1, f"case {TODAY.isoformat()}.pdf"),
    ],
)
def test_the_name_that_is_proposed_tells_the_traveller_of_several(
    open_case: OpenCase, monkeypatch: pytest.MonkeyPatch, people: tuple[object, ...], chosen: int, name: str
) -> None:
    asked = answer(monkeypatch, "")
    dialog = opened(open_case(*people))
    for row in range(dialog.choices.travellers.listed.count()):
        state = Qt.CheckState.Checked if row == chosen else Qt.CheckState.Unchecked
        dialog.choices.travellers.listed.item(row).setCheckState(state)
    dialog.save()
    assert Path(asked[0][0]).name == name
    assert dialog.isVisible()  # whoever thinks better of it is where they were
    dialog.close()


def test_another_document_proposes_another_name(open_case: OpenCase, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answer(monkeypatch, "")
    named = msgspec.structs.replace(DOCUMENTS[0], stem=lambda w: w.pgettext("file", "page"))
    monkeypatch.setattr(choices, "DOCUMENTS", [named])
    dialog = opened(open_case(ANNA))
    dialog.save()
    assert Path(asked[0][0]).name == f"case page {TODAY.isoformat()}.pdf"
    dialog.close()


# Remembered


def test_the_next_time_what_was_chosen_last_is_proposed(
    open_case: OpenCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_case(ANNA, BORIS)
    (tmp_path / "reports").mkdir()
    answer(monkeypatch, tmp_path / "reports" / "a.html")
    dialog = opened(window)
    choose(dialog.choices.format, ".html")
    choose(dialog.choices.language, "kk")
    choose(dialog.choices.reading, "usual")
    dialog.choices.day.setText("1.12.2026")
    dialog.choices.travellers.every.click()
    dialog.save()
    kept = settings_file.load().exported
    assert (kept.format, kept.language, kept.reading, kept.everyone) == (".html", "kk", "usual", True)
    asked = answer(monkeypatch, "")
    again = opened(window)
    assert again.choices.chosen_now().language == "kk"
    assert again.choices.chosen_format().suffix == ".html"
    assert again.choices.travellers.all_chosen
    assert again.choices.day.text() == "22.11.2026"
    again.save()
    assert Path(asked[0][0]) == tmp_path / "reports" / f"case {TODAY.isoformat()}.html"
    again.close()


def test_a_folder_that_is_gone_is_not_proposed(
    open_case: OpenCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_case(ANNA)
    window.preferences.settings.exported = Exported(folder=str(tmp_path / "gone"))
    asked = answer(monkeypatch, "")
    dialog = opened(window)
    dialog.save()
    assert Path(asked[0][0]).parent == tmp_path
    dialog.close()


def test_a_calendar_that_is_asked_for_is_not_remembered_as_the_format(
    open_case: OpenCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_case(ANNA)
    answer(monkeypatch, tmp_path / "dates")
    dialog = opened(window, ".ics")
    assert dialog.choices.chosen_format().suffix == ".ics"
    dialog.save()
    assert (tmp_path / "dates.ics").exists()
    assert settings_file.load().exported.format == ""


# Afterwards


def test_the_file_and_its_folder_are_offered(
    open_case: OpenCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    window = open_case(ANNA)
    answer(monkeypatch, tmp_path / "report.pdf")
    asked: list[tuple[str, Path]] = []
    monkeypatch.setattr(opening, "open_file", lambda path: asked.append(("open", path)))
    monkeypatch.setattr(opening, "show_in_folder", lambda path: asked.append(("show", path)))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: pytest.fail("nothing opens unasked"))
    for button, text in ((window.info.button, "Open"), (window.info.second_button, "Show in folder")):
        opened(window).save()
        assert window.info.isVisible()
        assert button.text() == text
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked == [("open", tmp_path / "report.pdf"), ("show", tmp_path / "report.pdf")]


def test_the_dialog_of_a_case_without_a_file_names_the_traveller(
    open_case: OpenCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    window: MainWindow = open_case()
    window.session().change_traveller(ANNA, "change-name")
    asked = answer(monkeypatch, "")
    dialog: ExportDialog = opened(window)
    dialog.save()
    assert Path(asked[0][0]).name == f"Anna Schmidt {TODAY.isoformat()}.pdf"
    dialog.close()


def test_500_travellers_are_listed_and_one_is_shown(open_case: OpenCase, tmp_path: Path) -> None:
    people = tuple(traveller("DE", stay("2026-11-11"), name=f"Guest {n}") for n in range(500))
    path = tmp_path / "many.kzstay"
    save_case(Case(travellers=people), path)
    window = open_case(path=path)
    window.files.open(path)
    dialog = opened(window)
    assert dialog.choices.travellers.listed.count() == 500
    dialog.choices.travellers.every.click()
    dialog.preview.draw()
    assert dialog.preview.page.picture is not None
    assert dialog.preview.page.picture.pages is None
    dialog.close()
