"""The Papers page: everything a case may hold besides the stays, typed, deleted and had back."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kzstay.core.case import Move, Permit, Ruling
from kzstay.ui.main_window import PAPERS, MainWindow
from kzstay.ui.papers.section import Section
from kzstay.ui.theme import DARK, LIGHT
from kzstay.ui.timeline import gestures
from tests.helpers import day, move, permit, stay, traveller
from tests.ui.conftest import OpenCase

VISA = Permit(kind="visa", first=day("2026-11-01"), until=day("2027-01-30"), days=60, entries=2)
RVP = permit("2025-01-10", "2026-01-09", "rvp")
FINE = Ruling(kind="fine", served=day("2026-11-15"))
EXPULSION = Ruling(kind="expulsion", served=day("2019-05-02"), executed=day("2019-05-10"))
BARE = traveller(
    "DE", stay("2026-05-20", "2026-06-08", notified="2026-05-21"), stay("2026-11-11", notified="2026-11-12")
)
ANNA = msgspec.structs.replace(
    BARE,
    stays=(
        msgspec.structs.replace(BARE.stays[0], moves=(move("2026-05-28", "2026-05-29"),)),
        msgspec.structs.replace(BARE.stays[1], moves=(move("2026-11-20"),)),
    ),
    permits=(VISA, RVP),
    rulings=(FINE, EXPULSION),
)
KIND, FROM, UNTIL, DAYS, ENTRIES, STATE = range(6)
SERVED, LEAVE_BY, SETTLED, RULED = 1, 2, 3, 4
ON, STAY, NOTIFIED, TOLD = range(4)

Show = Callable[..., MainWindow]


@pytest.fixture
def show(open_case: OpenCase) -> Show:
    """Open a window on the page."""

    def on(*travellers: object) -> MainWindow:
        window = open_case(*(travellers or (ANNA,)))
        window.tabs.setCurrentIndex(PAPERS)
        QApplication.processEvents()
        return window

    return on


def cells(section: Section, row: int) -> list[str]:
    model = section.table.papers
    return [model.index(row, column).data() for column in range(model.columnCount())]


def field() -> QLineEdit:
    found = QApplication.focusWidget()
    assert isinstance(found, QLineEdit)
    return found


def go_to(section: Section, row: int, column: int) -> None:
    section.table.setFocus()
    section.table.setCurrentIndex(section.table.papers.index(row, column))


def begin(qtbot: QtBot, section: Section, row: int, column: int) -> QLineEdit:
    go_to(section, row, column)
    qtbot.keyClick(section.table, Qt.Key.Key_F2)
    return field()


def enter(qtbot: QtBot, section: Section, row: int, column: int, text: str) -> None:
    """Type a text into a cell and press Enter."""
    at = begin(qtbot, section, row, column)
    at.selectAll()
    qtbot.keyClick(at, Qt.Key.Key_Delete)
    qtbot.keyClicks(at, text)
    qtbot.keyClick(at, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not isinstance(QApplication.focusWidget(), QLineEdit))


def choose(section: Section, kind: str) -> None:
    """Add a row of a kind, as the menu of the button does."""
    next(action for action in section.kinds.actions() if action.data() == kind).trigger()


# What is shown


def test_an_empty_page_says_what_belongs_there(show: Show) -> None:
    page = show(BARE).papers
    for section, word in zip(page.sections, ("visa-free count", "terms", "host"), strict=True):
        assert word in section.line.text()
        assert not section.table.isVisible()
        assert not section.delete.isVisible()
        assert section.add.isEnabled()


def test_an_address_can_change_only_during_a_stay(show: Show) -> None:
    window = show(traveller("DE"))
    assert not window.papers.moves.add.isEnabled()
    assert window.papers.moves.line.text().startswith("Enter a stay first")
    window.add_stay()
    assert window.papers.moves.add.isEnabled()


def test_permits_rulings_and_moves_are_listed_with_how_they_stand(show: Show) -> None:
    page = show().papers
    assert cells(page.permits, 0) == ["visa", "1 Nov 2026", "30 Jan 2027", "60", "2", "valid"]
    assert cells(page.permits, 1) == ["temporary residence permit", "10 Jan 2025", "9 Jan 2026", "", "", "ended"]
    assert cells(page.rulings, 0) == ["fine", "15 Nov 2026", "", "", "to be paid by 15 Dec 2026"]
    assert cells(page.rulings, 1) == ["expulsion", "2 May 2019", "", "10 May 2019", "executed"]
    assert cells(page.moves, 0) == ["28 May 2026", "20 May 2026 – 8 Jun 2026", "29 May 2026", "notice given"]
    assert cells(page.moves, 1)[:3] == ["20 Nov 2026", "11 Nov 2026 – still here", ""]
    assert not any(section.line.text() for section in page.sections)


def test_a_visa_without_numbers_says_that_it_has_no_limit(show: Show) -> None:
    page = show(msgspec.structs.replace(ANNA, permits=(permit("2027-01-01", "2027-02-01"),))).papers
    assert cells(page.permits, 0)[DAYS:] == ["no limit", "no limit", "not yet valid"]
    index = page.permits.table.papers.index(0, DAYS)
    assert index.data(Qt.ItemDataRole.ForegroundRole) == QColor(LIGHT.muted)


def test_names_are_short_where_there_is_little_room_and_whole_for_a_screen_reader(show: Show) -> None:
    window = show()
    window.resize(900, 690)
    QApplication.processEvents()
    index = window.papers.permits.table.papers.index(1, KIND)
    assert index.data() == "RVP"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "temporary residence permit"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "<span>temporary residence permit</span>"


def test_a_day_says_its_weekday_when_it_is_pointed_at(show: Show) -> None:
    model = show().papers.permits.table.papers
    assert model.index(0, FROM).data(Qt.ItemDataRole.ToolTipRole) == "Sunday, 1 November 2026"


def test_what_is_typed_is_no_markup(show: Show, qtbot: QtBot) -> None:
    page = show().papers
    enter(qtbot, page.permits, 0, FROM, "<b>x")
    model = page.permits.table.papers
    assert model.index(0, FROM).data(Qt.ItemDataRole.ToolTipRole) == "<span>&lt;b&gt;x</span>"


@pytest.mark.parametrize("size", [(900, 690), (1280, 900)])
def test_every_row_is_shown_whole(show: Show, qtbot: QtBot, size: tuple[int, int]) -> None:
    window = show()
    window.resize(*size)
    window.papers.drafts.type(window.papers.permits.table.papers.shelf, 0, "days", "as many as one likes")
    QApplication.processEvents()
    for section in window.papers.sections:
        table = section.table
        last = table.visualRect(table.papers.index(table.papers.rowCount() - 1, 0))
        assert table.viewport().height() == last.bottom() + 1
        header = table.horizontalHeader()
        assert header.length() == table.viewport().width()
        for column in range(header.count()):
            assert header.sectionSizeHint(column) <= header.sectionSize(column)


def test_the_models_keep_to_the_rules_of_models(show: Show) -> None:
    window = show()
    testers = [
        QAbstractItemModelTester(
            section.table.papers, QAbstractItemModelTester.FailureReportingMode.Warning, window
        )
        for section in window.papers.sections
    ]
    choose(window.papers.permits, "visa")
    window.papers.permits.delete_row(0)
    window.session().undo_stack.undo()
    window.session().new()
    assert len(testers) == len(window.papers.sections)


# Adding


def test_a_permit_is_added_by_choosing_its_kind_and_typing_its_days(show: Show, qtbot: QtBot) -> None:
    window = show(BARE)
    choose(window.papers.permits, "visa")
    assert cells(window.papers.permits, 0)[STATE] == "Type a day, such as 22.11.2026"
    for text in ("1.11.2026", "30.1.2027", "60"):
        qtbot.keyClicks(field(), text)
        qtbot.keyClick(field(), Qt.Key.Key_Tab)
    qtbot.keyClicks(field(), "2")
    qtbot.keyClick(field(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session().traveller.permits == (VISA,))
    assert window.commands.undo.text() == "Undo: Change permit"
    for _ in range(3):
        window.commands.undo.trigger()
    assert window.session().traveller == BARE
    assert not window.papers.permits.table.isVisible()


def test_a_permit_without_its_days_says_what_is_wanted(show: Show, qtbot: QtBot) -> None:
    window = show(BARE)
    choose(window.papers.permits, "residence")
    qtbot.keyClick(field(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: cells(window.papers.permits, 0)[STATE] == "Enter from when until when it is valid.")
    enter(qtbot, window.papers.permits, 0, FROM, "1.11.2026")
    assert cells(window.papers.permits, 0)[FROM] == "1 Nov 2026"
    assert cells(window.papers.permits, 0)[STATE] == "Enter the day until which it is valid."
    assert not window.session().undo_stack.canUndo()


def test_a_ruling_is_added(show: Show, qtbot: QtBot) -> None:
    window = show(BARE)
    choose(window.papers.rulings, "expulsion")
    qtbot.keyClicks(field(), "15.11.2026")
    qtbot.keyClick(field(), Qt.Key.Key_Tab)
    assert window.commands.undo.text() == "Undo: Add ruling"
    qtbot.keyClicks(field(), "30.11.2026")
    qtbot.keyClick(field(), Qt.Key.Key_Return)
    expected = Ruling(kind="expulsion", served=day("2026-11-15"), leave_by=day("2026-11-30"))
    qtbot.waitUntil(lambda: window.session().traveller.rulings == (expected,))
    qtbot.waitUntil(lambda: cells(window.papers.rulings, 0)[RULED] == "leave by 30 Nov 2026")


def test_a_move_is_added_in_its_place_and_tab_goes_on_in_its_row(show: Show, qtbot: QtBot) -> None:
    window = show()
    qtbot.mouseClick(window.papers.moves.add, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(field(), "30.05.2026")
    qtbot.keyClick(field(), Qt.Key.Key_Tab)
    # The stay is worked out, so Tab comes to a cell that is only read
    table = window.papers.moves.table
    assert (table.currentIndex().row(), table.currentIndex().column()) == (1, STAY)
    enter(qtbot, window.papers.moves, 1, NOTIFIED, "31.05.2026")
    assert window.session().traveller.stays[0].moves[1] == Move(on=day("2026-05-30"), notified=day("2026-05-31"))
    assert window.session().traveller.stays[1] == ANNA.stays[1]


def test_what_is_being_typed_is_taken_over_before_a_row_is_added(show: Show, qtbot: QtBot) -> None:
    window = show()
    at = begin(qtbot, window.papers.permits, 0, DAYS)
    at.selectAll()
    qtbot.keyClicks(at, "30")
    choose(window.papers.permits, "visa")
    assert window.session().traveller.permits[0].days == 30
    assert window.papers.permits.table.papers.rowCount() == 3


# Changing


def test_the_row_says_what_is_understood_while_it_is_typed(show: Show, qtbot: QtBot) -> None:
    page = show().papers
    at = begin(qtbot, page.permits, 0, UNTIL)
    assert at.text() == "30.01.2027"
    assert cells(page.permits, 0)[STATE] == "Saturday, 30 January 2027"
    at.clear()
    qtbot.keyClicks(at, "31.02.2027")
    assert cells(page.permits, 0)[STATE] == "“31.02.2027” is not a date. Enter it like 15.12.2026."
    state = page.permits.table.papers.index(0, STATE)
    assert state.data(Qt.ItemDataRole.ForegroundRole) == QColor(LIGHT.over)
    qtbot.keyClick(at, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: cells(page.permits, 0)[STATE] == "valid")


def test_tab_keeps_the_echo_with_the_field_it_is_about(show: Show, qtbot: QtBot) -> None:
    page = show().papers
    qtbot.keyClick(begin(qtbot, page.permits, 0, FROM), Qt.Key.Key_Tab)
    assert field().text() == "30.01.2027"
    qtbot.wait(1)
    assert cells(page.permits, 0)[STATE] == "Saturday, 30 January 2027"


@pytest.mark.parametrize(
    ("column", "text", "said"),
    [
        (DAYS, "30", "30 days altogether"),
        (DAYS, "", "Empty: as many days as it is valid"),
        (DAYS, "0", "Type a whole number from 1 to 9999."),
        (ENTRIES, "1", "1 entry"),
        (ENTRIES, "", "Empty: as many entries as one likes"),
        (ENTRIES, "many", "Type a whole number from 1 to 9999."),
    ],
)
def test_the_row_says_what_a_number_means(show: Show, qtbot: QtBot, column: int, text: str, said: str) -> None:
    page = show().papers
    at = begin(qtbot, page.permits, 0, column)
    at.clear()
    qtbot.keyClicks(at, text)
    assert cells(page.permits, 0)[STATE] == said
    assert bool(at.property("wrong")) is said.startswith("Type")


def test_a_number_is_cleared_where_there_is_no_limit(show: Show, qtbot: QtBot) -> None:
    window = show()
    enter(qtbot, window.papers.permits, 0, DAYS, "")
    assert window.session().traveller.permits[0].days is None
    assert cells(window.papers.permits, 0)[DAYS] == "no limit"


def test_a_kind_is_chosen_from_a_list(show: Show, qtbot: QtBot) -> None:
    window = show()
    go_to(window.papers.permits, 0, KIND)
    qtbot.keyClick(window.papers.permits.table, Qt.Key.Key_Return)
    box = QApplication.focusWidget()
    assert isinstance(box, QComboBox)
    assert [box.itemText(row) for row in range(box.count())] == [
        "visa",
        "temporary residence permit",
        "permanent residence permit",
    ]
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    expected = permit("2026-11-01", "2027-01-30", "rvp")
    qtbot.waitUntil(lambda: window.session().traveller.permits[0] == expected)
    window.commands.undo.trigger()
    assert window.session().traveller == ANNA


@pytest.mark.parametrize("column", [DAYS, STATE])
def test_what_a_paper_has_not_cannot_be_typed(show: Show, qtbot: QtBot, column: int) -> None:
    table = show().papers.permits.table
    go_to_cell = table.papers.index(1, column)
    table.setFocus()
    table.setCurrentIndex(go_to_cell)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is table
    assert not table.papers.setData(go_to_cell, "9")


# Mistakes


@pytest.mark.parametrize(
    ("name", "column", "text", "reason"),
    [
        ("permits", UNTIL, "31.10.2026", "It ends before it begins."),
        ("permits", UNTIL, "soon", "“soon” is not a date. Enter it like 15.12.2026."),
        ("permits", FROM, "", "Enter a day here, it cannot be left out."),
        ("rulings", SETTLED, "14.11.2026", "This is before the day on which it was served."),
        ("moves", ON, "01.07.2026", "There is no stay on 1 Jul 2026."),
    ],
)
def test_a_mistake_stays_where_it_was_typed_with_the_reason_in_its_row(
    show: Show, qtbot: QtBot, name: str, column: int, text: str, reason: str
) -> None:
    window = show()
    section: Section = getattr(window.papers, name)
    enter(qtbot, section, 0, column, text)
    index = section.table.papers.index(0, column)
    qtbot.waitUntil(lambda: cells(section, 0)[-1] == reason)
    assert index.data() == text
    assert index.data(Qt.ItemDataRole.ForegroundRole) == QColor(LIGHT.over)
    assert window.session().traveller == ANNA
    assert not window.session().undo_stack.canUndo()
    assert begin(qtbot, section, 0, column).text() == text


def test_a_move_whose_stay_was_added_meanwhile_is_taken_over_with_enter(show: Show, qtbot: QtBot) -> None:
    window = show()
    section, session = window.papers.moves, window.session()
    section.begin()
    qtbot.keyClicks(field(), "1.8.2026")
    qtbot.keyClick(field(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: cells(section, 2)[TOLD] == "There is no stay on 1 Aug 2026.")
    session.change(gestures.inserted(session.traveller, stay("2026-07-25", "2026-08-10")), "add-stay")
    assert cells(section, 2)[TOLD] == "Press Enter here to take it over, it is possible now."
    qtbot.keyClick(begin(qtbot, section, 2, ON), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: session.traveller.stays[1].moves == (move("2026-08-01"),))
    assert cells(section, 1)[ON] == "1 Aug 2026"


def test_a_mistake_is_told_in_the_colours_of_the_window(show: Show, qtbot: QtBot) -> None:
    window = show()
    enter(qtbot, window.papers.permits, 0, UNTIL, "soon")
    window.look("dark")
    index = window.papers.permits.table.papers.index(0, UNTIL)
    assert index.data(Qt.ItemDataRole.ForegroundRole) == QColor(DARK.over)
    window.look("light")


# Deleting


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("permits", "Permit deleted."),
        ("rulings", "Ruling deleted."),
        ("moves", "Change of address deleted."),
    ],
)
def test_the_delete_key_deletes_the_row_and_no_stay(show: Show, qtbot: QtBot, name: str, told: str) -> None:
    window = show()
    window.session().select(0)
    section: Section = getattr(window.papers, name)
    go_to(section, 0, 1)
    qtbot.keyClick(section.table, Qt.Key.Key_Delete)
    assert section.table.papers.rowCount() == 1
    assert len(window.session().traveller.stays) == len(ANNA.stays)
    assert window.info.text.text() == told
    qtbot.mouseClick(window.info.button, Qt.MouseButton.LeftButton)
    assert window.session().traveller == ANNA
    assert not window.info.isVisible()


def test_the_button_deletes_the_chosen_row(show: Show, qtbot: QtBot) -> None:
    window = show()
    section = window.papers.permits
    assert not section.delete.isEnabled()
    go_to(section, 1, KIND)
    assert section.delete.isEnabled()
    qtbot.mouseClick(section.delete, Qt.MouseButton.LeftButton)
    assert window.session().traveller.permits == (VISA,)
    assert section.table.currentIndex().row() == 0, "the keyboard goes on from where it was"


def test_a_row_to_be_is_deleted_and_had_back(show: Show, qtbot: QtBot) -> None:
    window = show(BARE)
    section = window.papers.permits
    choose(section, "visa")
    qtbot.keyClicks(field(), "1.11.2026")
    section.delete_row(0)
    assert not section.table.isVisible()
    assert window.info.text.text() == "Permit deleted."
    qtbot.mouseClick(window.info.button, Qt.MouseButton.LeftButton)
    assert cells(section, 0)[FROM] == "1 Nov 2026"


def test_the_delete_key_while_typing_or_choosing_takes_no_row(show: Show, qtbot: QtBot) -> None:
    window = show()
    at = begin(qtbot, window.papers.permits, 0, DAYS)
    qtbot.keyClick(at, Qt.Key.Key_Home)
    qtbot.keyClick(at, Qt.Key.Key_Delete)
    assert at.text() == "0"
    qtbot.keyClick(at, Qt.Key.Key_Escape)
    go_to(window.papers.permits, 0, KIND)
    qtbot.keyClick(window.papers.permits.table, Qt.Key.Key_F2)
    box = QApplication.focusWidget()
    assert isinstance(box, QComboBox)
    qtbot.keyClick(box, Qt.Key.Key_Delete)
    assert window.session().traveller == ANNA


# Keyboard, screen reader, languages


def test_only_the_list_that_is_used_has_a_chosen_row(show: Show) -> None:
    page = show().papers
    go_to(page.permits, 0, FROM)
    go_to(page.moves, 0, ON)
    assert not page.permits.table.selectionModel().hasSelection()
    assert not page.permits.delete.isEnabled()
    assert page.moves.delete.isEnabled()


def test_the_keyboard_comes_into_a_list_at_its_first_row(show: Show) -> None:
    table = show().papers.rulings.table
    table.setFocus(Qt.FocusReason.TabFocusReason)
    assert (table.currentIndex().row(), table.currentIndex().column()) == (0, KIND)


def test_tab_reaches_every_part_of_the_page(show: Show, qtbot: QtBot) -> None:
    window = show()
    window.papers.permits.add.setFocus()
    reached: list[str] = []
    while (at := QApplication.focusWidget()) is not None and at.objectName() not in reached:
        reached.append(at.objectName())
        qtbot.keyClick(at, Qt.Key.Key_Tab)
    assert reached[:6] == ["add_permit", "permits", "add_ruling", "rulings", "add_move", "moves"]
    window.papers.moves.table.setFocus()
    for name in ("add_move", "delete_move"):
        at = QApplication.focusWidget()
        qtbot.keyClick(at, Qt.Key.Key_Backtab)
        now = QApplication.focusWidget()
        assert now is not None
        assert now.objectName() == name


def test_the_wheel_over_a_list_is_for_the_page(show: Show) -> None:
    table = show().papers.permits.table
    at = QPointF(20, 20)
    event = QWheelEvent(
        at,
        table.mapToGlobal(at),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    table.wheelEvent(event)
    assert not event.isAccepted()


def test_a_row_is_scrolled_into_sight_when_it_is_chosen(show: Show) -> None:
    window = show(msgspec.structs.replace(ANNA, permits=(VISA,) * 12))
    window.resize(900, 690)
    go_to(window.papers.moves, 1, ON)
    QApplication.processEvents()
    table, area = window.papers.moves.table, window.papers.area
    rect = table.visualRect(table.currentIndex())
    place = table.viewport().mapTo(area.viewport(), rect.center())
    assert area.viewport().rect().contains(place)


def test_everything_has_a_name_for_a_screen_reader(show: Show) -> None:
    window = show()
    for language in ("en", "ru", "kk"):
        window.speak(language)
        for section in window.papers.sections:
            named: list[QWidget] = [section.table, section.add, section.delete]
            assert all(part.accessibleName() for part in named)
            assert section.title.buddy() is section.table
            assert len({part.accessibleName() for part in named}) == len(named)


def test_an_editor_has_the_name_of_its_column(show: Show, qtbot: QtBot) -> None:
    assert begin(qtbot, show().papers.permits, 0, UNTIL).accessibleName() == "Until"


def test_a_switch_of_the_language_takes_over_what_is_typed(show: Show, qtbot: QtBot) -> None:
    window = show()
    at = begin(qtbot, window.papers.permits, 0, UNTIL)
    at.selectAll()
    qtbot.keyClicks(at, "31.01.2027")
    window.speak("ru")
    assert window.session().traveller.permits[0].until == day("2027-01-31")
    assert cells(window.papers.permits, 0)[UNTIL] == "31.01.2027"


def test_a_mistake_is_told_in_the_new_language(show: Show, qtbot: QtBot) -> None:
    window = show()
    enter(qtbot, window.papers.permits, 0, UNTIL, "soon")
    window.speak("ru")
    assert cells(window.papers.permits, 0)[STATE] == ("«soon» не похоже на дату. Введите, например, 15.12.2026.")


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_the_tabs_fit_the_smallest_window(show: Show, language: str) -> None:
    window = show()
    window.resize(900, 690)
    window.commands.by_name[f"language_{language}"].trigger()
    QApplication.processEvents()
    bar = window.tabs.tabBar()
    assert bar.tabRect(bar.count() - 1).right() < window.tabs.width()
    assert bar.tabText(PAPERS)


def test_another_traveller_has_papers_of_their_own(show: Show) -> None:
    window = show(ANNA, traveller("GB", name="Boris Brown"))
    window.session().show_traveller(1)
    assert not any(section.table.isVisible() for section in window.papers.sections)
    window.session().show_traveller(0)
    assert window.papers.permits.table.papers.rowCount() == len(ANNA.permits)


def test_a_drag_does_not_disturb_the_page(show: Show) -> None:
    window = show()
    session = window.session()
    before = [cells(window.papers.moves, row) for row in range(2)]
    session.preview(gestures.removed(session.traveller, 0))
    window.papers.moves.table.viewport().repaint()
    assert [cells(window.papers.moves, row) for row in range(2)] == before
    session.preview(None)
