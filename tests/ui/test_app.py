"""The contract of the window that other programs and checks rely on."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kzstay.core.case import Case
from kzstay.files.store import save_case
from kzstay.ui import app
from kzstay.ui.app import open_window
from kzstay.ui.pages.registry import PAGES
from kzstay.ui.widgets import theme
from kzstay.ui.widgets.stops import is_stop, stops_of
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import day, stay, traveller
from tests.ui import pages_of
from tests.ui.conftest import TODAY, OpenCase

ANNA = traveller("DE", stay("2026-09-20", "2026-10-04"), stay("2026-11-11"))


@pytest.mark.parametrize("name", ["hero", "timeline", "minimap", "stays", "duties", "plan", "why", "law"])
def test_every_part_can_be_found_by_its_name(open_case: OpenCase, name: str) -> None:
    window = open_case(ANNA)
    assert window.findChild(QObject, name) is not None


def test_the_timeline_answers_where_days_and_stays_are(open_case: OpenCase) -> None:
    timeline = open_case(ANNA).stay.timeline
    assert timeline.day_at(timeline.x_of(day("2026-10-01"))) == day("2026-10-01")
    bar = timeline.rect_of(0)
    assert isinstance(bar, QRectF)
    assert bar.left() == timeline.x_of(day("2026-09-20"))
    assert bar.right() == pytest.approx(timeline.x_of(day("2026-10-05")))
    assert timeline.rect_of(1).right() == pytest.approx(timeline.x_of(day("2026-11-23")))


def test_the_session_holds_the_case(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    assert window.session().case.travellers == (ANNA,)
    assert window.stay.timeline.session() is window.session()


def test_the_day_of_reckoning_is_the_one_that_was_given(open_case: OpenCase) -> None:
    assert open_case(ANNA, today=day("2026-12-01")).session().view.on == day("2026-12-01")


def test_a_window_without_a_file_invites_to_begin(open_case: OpenCase) -> None:
    window = open_case()
    assert window.case_file.blank
    assert window.stay.empty.isVisible()


def test_a_file_that_cannot_be_opened_leaves_a_sentence(open_case: OpenCase, tmp_path: Path) -> None:
    broken = tmp_path / "broken.kzstay"
    broken.write_text('{"format": "kzstay", "version": 1, "trav')
    window = open_case(path=broken)
    assert window.info.isVisible()
    assert window.info.text.text() == "broken.kzstay: the file is cut short at line 1: its end is missing."
    assert window.case_file.path is None
    assert open_window.__doc__
    assert window.session().view.today == TODAY


# The start: an empty window, the answer in it, the rest


@pytest.fixture
def started(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """A window that was opened as the program does it, up to the answer."""
    path = tmp_path / "case.kzstay"
    save_case(Case(travellers=(ANNA,)), path)
    monkeypatch.setattr("kzstay.ui.system.crash.watch", lambda **_: "")
    monkeypatch.setattr("kzstay.ui.system.shutdown.close_with_the_system", lambda *_: None)
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    app.begin(window, path, None)
    return window


@pytest.fixture
def answered(started: MainWindow, qtbot: QtBot) -> MainWindow:
    """The same once all is there that comes by itself."""
    qtbot.waitUntil(lambda: started.stay._answered)
    return started


def test_the_answer_comes_before_the_pages_that_are_not_seen(answered: MainWindow) -> None:
    assert answered.session().case.travellers == (ANNA,)
    assert answered.stay.hero.isVisible()
    assert answered.stay.tabs.count() == len(PAGES)
    assert list(answered.stay.pages) == ["stays"]
    assert answered.stay.tabs.tabText(answered.stay.index_of("law")) == "Law"


@pytest.mark.parametrize("name", [page.name for page in PAGES if page.name not in ("next", "stays")])
def test_a_page_is_made_when_somebody_goes_to_it(answered: MainWindow, name: str) -> None:
    tabs, bar, index = answered.stay.tabs, answered.stay.tabs.tabBar(), answered.stay.index_of(name)
    offered = [tabs.isTabVisible(number) for number in range(tabs.count())]
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(index).center())
    page = answered.stay.pages[name]
    assert answered.stay.page == name
    assert page is answered.stay.tabs.currentWidget() is answered.findChild(QWidget, page.objectName())
    assert page.isVisible()
    assert [tabs.isTabVisible(number) for number in range(tabs.count())] == offered


def test_all_pages_are_gone_through_and_each_is_reached_as_a_pane(answered: MainWindow) -> None:
    stay, seen = answered.stay, []
    for _ in PAGES:
        seen.append(stay.page)
        assert (stay.pages[stay.page], stay.tabs) in stay.panes()
        before = stay.tabs.currentWidget()
        stay.go_through(1)
        assert stay.tabs.currentWidget() is not before
    assert seen == [*(page.name for page in PAGES[1:]), "next"]
    assert stay.page == "stays"


def test_a_page_that_comes_late_has_what_the_others_have(answered: MainWindow) -> None:
    answered.preferences.set_language("ru")
    answered.preferences.set_appearance("dark")
    answered.stay.show_page("duties")
    page = pages_of.duties(answered)
    assert page.model.theme is theme.worn()
    assert page.table.palette().color(QPalette.ColorRole.Base).name() == theme.worn().card.lower()
    assert answered.stay.tabs.tabText(answered.stay.index_of("law")) == "\u0417\u0430\u043a\u043e\u043d"
    answered.preferences.set_appearance("light")
    assert page.model.theme is theme.worn()


def test_tab_comes_to_the_bar_last_whenever_a_page_was_made(answered: MainWindow) -> None:
    answered.session().message.emit("Look here.", True)
    for page in PAGES[2:]:
        answered.stay.show_page(page.name)
        stops = [stop for stop in stops_of(answered) if is_stop(stop)]
        assert stops[-1] is answered.info.close_button
        assert stops.index(answered.stay.tabs.tabBar()) > stops.index(answered.stay.timeline)


def test_what_is_asked_of_a_page_makes_it(answered: MainWindow) -> None:
    answered.controller.plan_from(day("2027-01-10"))
    assert answered.stay.page == "plan"
    assert pages_of.plan(answered).isVisible()


@pytest.mark.usefixtures("started")
def test_once_all_is_there_what_goes_is_looked_for_again(qtbot: QtBot) -> None:
    gc.disable()  # as ``kzstay.__main__`` leaves it to the window
    try:
        qtbot.waitUntil(gc.isenabled)
        assert gc.get_freeze_count()
    finally:
        gc.unfreeze()
        gc.enable()


def test_the_fields_of_the_form_are_made_when_somebody_wants_them(answered: MainWindow) -> None:
    form = answered.stay.form
    assert form.findChild(QWidget, "traveller_name") is None
    QTest.mouseClick(answered.stay.header.person, Qt.MouseButton.LeftButton)
    assert form.isVisible()
    assert form.name.text() == ANNA.name
    stops, fields = stops_of(answered), stops_of(form)
    assert [stop.objectName() for stop in fields[:2]] == ["traveller_name", "traveller_citizenship"]
    assert form.stops == fields
    after = stops.index(answered.stay.header.report) + 1
    assert stops[after : after + len(fields)] == fields


def test_tab_comes_to_the_bar_last_also_after_a_form_that_was_made_later(answered: MainWindow) -> None:
    answered.session().message.emit("Look here.", True)
    answered.stay.form.begin()
    stops = [stop for stop in stops_of(answered) if is_stop(stop)]
    assert stops[-1] is answered.info.close_button
    assert stops.index(answered.stay.form.done) < stops.index(answered.stay.timeline)


def test_a_form_that_is_asked_for_before_that_has_its_fields(started: MainWindow) -> None:
    started.stay.form.begin()
    assert started.stay.form.name.isVisible()
    assert started.stay.form.name.text() == ANNA.name


def test_nothing_is_cut_short_in_what_is_painted_first(started: MainWindow) -> None:
    header = started.stay.header
    for part in (header.name, header.person, header.add, header.day, header.report):
        assert part.width() >= part.sizeHint().width()
    assert header.reckoned.isVisible()  # there is room for the long form


def test_who_looks_at_a_page_before_it_is_there_sees_it_then(started: MainWindow, qtbot: QtBot) -> None:
    started.stay.show_page("law")
    qtbot.waitUntil(lambda: "law" in started.stay.pages)
    assert pages_of.law(started).isVisible()


def test_a_window_that_begins_out_of_sight_does_not_wait_to_be_painted(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kzstay.ui.window.main_window.LATEST", 1)
    window = MainWindow()
    qtbot.addWidget(window)
    begun: list[bool] = []
    window.once_painted(lambda: begun.append(True))
    qtbot.waitUntil(lambda: begun == [True])


def test_a_window_that_is_closed_before_anything_is_in_it_goes(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    assert window.close()


def test_a_program_that_cannot_begin_ends(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    codes: list[int] = []
    monkeypatch.setattr("kzstay.ui.system.crash.watch", lambda **_: "")
    monkeypatch.setattr("PySide6.QtWidgets.QApplication.exit", codes.append)
    monkeypatch.setattr(app, "_fill", None)
    window = MainWindow()
    qtbot.addWidget(window)
    with pytest.raises(TypeError):
        app.begin(window, None, None)
    assert codes == [1]


@pytest.mark.parametrize(("terminal", "told"), [(True, 0), (False, 1)])
def test_who_sees_no_terminal_is_told_why_the_program_cannot_begin(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, terminal: bool, told: int
) -> None:
    boxes: list[str] = []
    monkeypatch.setattr("kzstay.i18n.system_language", lambda: "ru")
    monkeypatch.setattr("PySide6.QtWidgets.QApplication.platformName", lambda: "windows")
    monkeypatch.setattr("PySide6.QtWidgets.QMessageBox.critical", lambda _parent, _title, text: boxes.append(text))
    monkeypatch.setattr("sys.stderr.isatty", lambda: terminal, raising=False)
    window = MainWindow()
    qtbot.addWidget(window)
    app._tell_of_failure(window, OSError("no space"))
    assert len(boxes) == told
    assert all(text.startswith("Не удалось") and text.endswith("OSError: no space") for text in boxes)


def test_a_file_that_cannot_be_opened_is_told_of_even_after_a_crash(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("kzstay.ui.system.crash.watch", lambda **_: "a slip of the pen")
    monkeypatch.setattr("kzstay.ui.system.shutdown.close_with_the_system", lambda *_: None)
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    app.begin(window, tmp_path / "nowhere.kzstay", None)
    assert window.info.text.text().startswith("nowhere.kzstay")
