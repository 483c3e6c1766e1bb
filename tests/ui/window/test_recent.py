"""The menu of recent files: what can be opened again, what was kept without a file, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu

from kzstay.core.case import Case
from kzstay.files.store import save_case
from kzstay.i18n import LANGUAGES
from kzstay.ui.system import settings as settings_file
from kzstay.ui.system.folders import unsaved_path
from kzstay.ui.window import recent
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import stay, traveller
from tests.ui.conftest import OpenCase
from tests.ui.sessions import type_text

ANNA = traveller("DE", stay("2026-11-11"), name="Anna Schmidt")
BORIS = traveller("GB", stay("2026-11-01", "2026-11-05"), name="Boris Brown")
CLARA = traveller("FR", stay("2026-11-01", "2026-11-05"), name="Clara Dubois")


def shown(window: MainWindow) -> QMenu:
    menu = window.commands.submenus["recent"]
    menu.aboutToShow.emit()
    return menu


def lines(window: MainWindow) -> list[str]:
    return [action.text() for action in shown(window).actions() if not action.isSeparator()]


def begun(window: MainWindow) -> None:
    """Enter somebody without a file, and begin another case."""
    window.session().change_traveller(BORIS, "change-name")
    window.files.new()


@pytest.fixture(autouse=True)
def nothing_kept(own_settings: Path) -> None:
    unsaved_path().parent.mkdir(parents=True, exist_ok=True)
    for place in unsaved_path().parent.glob("*.kzstay"):
        place.unlink()


def test_a_case_that_was_put_by_is_named_by_its_traveller_and_its_day_and_is_no_recent_file(
    open_case: OpenCase,
) -> None:
    window = open_case()
    begun(window)
    told = lines(window)
    assert told[0] == "Kept without a file:"
    assert told[1].startswith("Boris Brown · ")
    assert settings_file.load().recent == []
    assert not shown(window).actions()[1].isEnabled() or len(told) == 2


def test_it_comes_back_as_a_case_that_has_no_file_and_is_kept_once(open_case: OpenCase) -> None:
    window = open_case()
    begun(window)
    next(one for one in shown(window).actions() if one.text().startswith("Boris")).trigger()
    assert window.session().case.travellers == (BORIS,)
    assert window.case_file.path is None
    window.case_file.autosave()
    assert len(list(unsaved_path().parent.glob("*.kzstay"))) == 1


def test_of_many_travellers_two_are_named(open_case: OpenCase) -> None:
    window = open_case()
    save_case(Case(travellers=(ANNA, BORIS, CLARA)), unsaved_path().with_name("unsaved-7.kzstay"))
    assert lines(window)[1].startswith("Anna Schmidt, Boris Brown +1 · ")


def test_what_an_earlier_version_has_put_among_the_recent_files_is_there_no_more(
    open_case: OpenCase, tmp_path: Path
) -> None:
    window = open_case(ANNA)
    old = unsaved_path().with_name("unsaved-3.kzstay")
    window.preferences.settings.recent.insert(0, str(old.resolve()))
    assert lines(window) == ["case.kzstay", "Clear list"]
    assert recent.is_kept_copy(old.resolve())
    assert not recent.is_kept_copy(tmp_path / "unsaved-3.kzstay")


def test_the_list_is_cleared_and_stays_so_and_what_was_kept_stays(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    save_case(Case(travellers=(BORIS,)), unsaved_path().with_name("unsaved-7.kzstay"))
    next(one for one in shown(window).actions() if one.text() == "Clear list").trigger()
    assert settings_file.load().recent == []
    assert lines(window)[0] == "Kept without a file:"
    window.preferences.keep()
    assert settings_file.load().recent == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_speaks_the_language_of_the_window(open_case: OpenCase, language: str) -> None:
    window = open_case(ANNA)
    save_case(Case(travellers=(BORIS,)), unsaved_path().with_name("unsaved-7.kzstay"))
    window.commands.by_name[f"language_{language}"].trigger()
    w = window.session().view.w
    assert {w.gettext("Clear list"), w.gettext("Kept without a file:")} <= set(lines(window))


def test_a_letter_of_a_name_is_not_underlined(open_case: OpenCase, tmp_path: Path) -> None:
    window = open_case(ANNA, path=tmp_path / "A & B.kzstay")
    assert lines(window)[0] == "A && B.kzstay"


# The name that is proposed


@pytest.mark.parametrize(
    ("travellers", "proposed"),
    [((ANNA,), "Anna Schmidt"), ((ANNA, BORIS), "2 travellers"), ((traveller("DE", name="a/b"),), "ab")],
)
def test_a_case_of_several_is_not_named_after_one(
    open_case: OpenCase, travellers: tuple[object, ...], proposed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_case()
    window.session().become(Case(travellers=travellers))  # type: ignore[arg-type]
    asked: list[str] = []
    monkeypatch.setattr(
        "PySide6.QtWidgets.QFileDialog.getSaveFileName", lambda *said: asked.append(said[2]) or ("", "")
    )
    window.files.save_as()
    assert [Path(name).name for name in asked] == [f"{proposed}.kzstay"]


def test_a_recovered_copy_says_of_which_file_and_is_proposed_its_name(
    open_case: OpenCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_case(ANNA)
    path = window.case_file.path
    assert path is not None
    type_text(window.session(), 0, "note", "by train")
    path.write_text(path.read_text(encoding="utf-8") + "\n\n", encoding="utf-8")
    window.case_file.autosave()  # which another program's change forbids
    window.files.new()
    next(one for one in shown(window).actions() if one.text().startswith("case.kzstay: ")).trigger()
    assert window.windowTitle() == "Recovered copy of case.kzstay[*] — kzstay"
    assert "recovered copy of case.kzstay" in window.info.text.text()
    asked: list[str] = []
    monkeypatch.setattr(
        "PySide6.QtWidgets.QFileDialog.getSaveFileName", lambda *said: asked.append(said[2]) or ("", "")
    )
    window.files.save_as()
    assert [Path(name).name for name in asked] == ["case.kzstay"]
