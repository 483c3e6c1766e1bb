"""What is in the window, how it lies and what joins it: the answer first, the pages once that is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QSplitter, QTabWidget, QWidget

from kzstay.ui.pages.stays.page import StaysPage
from kzstay.ui.pages.text_page import MakePage, TextPage
from kzstay.ui.session.session import Session
from kzstay.ui.system.settings import Settings
from kzstay.ui.timeline.minimap import Minimap
from kzstay.ui.timeline.widget import Timeline
from kzstay.ui.widgets import parts, theme
from kzstay.ui.widgets.qt_words import QtWords
from kzstay.ui.window import startup
from kzstay.ui.window.actions import Actions
from kzstay.ui.window.empty_state import EmptyState
from kzstay.ui.window.files import FileActions
from kzstay.ui.window.header import Header
from kzstay.ui.window.hero import Hero
from kzstay.ui.window.info_bar import InfoBar
from kzstay.ui.window.sheets import Sheets
from kzstay.ui.window.traveller_form import TravellerForm

if TYPE_CHECKING:
    from kzstay.ui.window.main_window import MainWindow

LEAST_TIMELINE = 210


def furnish(window: MainWindow, session: Session, settings: Settings) -> None:
    """Put into an empty window what a person looks at first; the other pages stay empty."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    # Before the first part is made: what the style sheet sizes keeps the font that it met
    theme.apply(app, settings.appearance)
    startup.undress(window)
    window.qt_words = QtWords()
    window.header = Header(session)
    window.form = TravellerForm(session)
    window.info = InfoBar()
    window.hero = Hero(session)
    _help_screen_reader()
    window.timeline = Timeline(session)
    window.minimap = Minimap(window.timeline)
    window.card = parts.frame("timeline_card")
    window.stays_page = StaysPage(session)
    window.stays = window.stays_page.table
    window.empty = EmptyState(window.timeline)
    window.tabs = QTabWidget()
    window.tabs.setObjectName("tabs")
    _lay_out(window)
    window.sheets = Sheets(window, window.timeline, window.form, window.info)
    window.files = FileActions(window)
    window.commands = Actions(window)
    _join(window, session)


def _help_screen_reader() -> None:
    """Have the timeline told as a list where somebody listens already: Qt keeps what it was told first."""
    from PySide6.QtGui import QAccessible

    if QAccessible.isActive():
        from kzstay.ui.timeline.accessible import install

        install()


def furnish_pages(window: MainWindow, session: Session) -> None:
    """Put the other pages in."""
    from kzstay.ui.pages.duties import DutiesView
    from kzstay.ui.pages.papers.page import PapersView
    from kzstay.ui.pages.plan.page import PlanView

    window.duties = DutiesView(session)
    window.papers = PapersView(session)
    window.plan = PlanView(session)
    window.why = TextPage(session, "why", _why)
    window.law = TextPage(session, "law", _law)
    window.papers.removed.connect(window.offer_back)
    tabs, chosen = window.tabs, window.tabs.currentIndex()
    for index, page in enumerate((window.duties, window.papers, window.plan, window.why, window.law), start=1):
        name, empty = tabs.tabText(index), tabs.widget(index)
        assert empty is not None
        tabs.removeTab(index)
        empty.deleteLater()
        tabs.insertTab(index, page, name)
    tabs.setCurrentIndex(chosen)
    _reach_last(window, window.info.button, window.info.close_button)


def _reach_last(window: MainWindow, *last: QWidget) -> None:
    """Let Tab come to some parts after all the others, whichever page is shown."""
    before = window.previousInFocusChain()
    while before is not None and not before.focusPolicy() & Qt.FocusPolicy.TabFocus:
        before = before.previousInFocusChain()
    for part in last:
        assert before is not None
        QWidget.setTabOrder(before, part)
        before = part


def _lay_out(window: MainWindow) -> None:
    window.card.setLayout(parts.column(window.timeline, window.minimap, spacing=0, margins=(1, 4, 1, 4)))
    for page in (window.stays_page, *(QWidget() for _ in range(5))):
        window.tabs.addTab(page, "")
    window.tabs.tabBar().setExpanding(False)
    pages = parts.frame("pages")
    pages.setLayout(parts.column(window.tabs, spacing=0, margins=(1, 1, 1, 1)))
    pages.setMinimumHeight(180)
    splitter = QSplitter(Qt.Orientation.Vertical)
    splitter.setObjectName("splitter")
    splitter.setHandleWidth(14)
    splitter.setChildrenCollapsible(False)
    splitter.addWidget(window.card)
    splitter.addWidget(pages)
    splitter.setStretchFactor(0, 1)
    splitter.setStretchFactor(1, 1)
    splitter.setSizes([340, 326])
    window.page = page = QWidget()
    page.setObjectName("page")
    column = parts.column(window.header, window.form, window.hero, spacing=14, margins=(28, 14, 28, 20))
    column.addWidget(splitter, 1)
    page.setLayout(column)
    window.form.hide()
    window.timeline.setMinimumHeight(LEAST_TIMELINE)
    window.info.setParent(page)
    page.installEventFilter(window.info)
    window.setCentralWidget(page)
    window.timeline.setFocus()


def _join(window: MainWindow, session: Session) -> None:
    session.message.connect(lambda text, caution: window.info.tell(text, caution))
    session.commit_requested.connect(window.finish_typing)
    session.opened.connect(lambda: window.sheets.leave(window.form))
    session.opened.connect(window.info.hide)
    window.info.spoke.connect(lambda: window.sheets.lift(window.info))
    window.case_file.may_lose = window.may_lose
    window.case_file.may_drop = window.may_drop
    window.case_file.kept_found.connect(window.files.offer_kept)
    window.case_file.copy_found.connect(window.files.offer_copy)
    window.case_file.changed_outside.connect(window.files.offer_again)
    window.case_file.set_aside.connect(window.files.remember_put_away)
    # What the bar offers to take back is the last step only until there is another
    session.undo_stack.indexChanged.connect(window.info.retire)
    session.changed.connect(window.refresh)
    session.view.retranslated.connect(window.retranslate)
    window.case_file.changed.connect(window.name_window)
    window.hero.asked_why.connect(window.show_why)
    window.hero.asked_waiting.connect(window.show_waiting)
    window.header.edit_traveller.connect(window.edit_traveller)
    window.header.add_traveller.connect(window.add_traveller)
    window.header.export.connect(window.files.export_report)
    window.form.closed.connect(window.form.hide)
    window.stays_page.add.connect(window.add_stay)
    window.stays.deleting.connect(window.delete_row)
    window.empty.add.clicked.connect(window.add_stay)
    window.empty.example.clicked.connect(window.files.open_example)
    recent = window.commands.submenus["recent"]
    recent.aboutToShow.connect(lambda: window.files.list_recent(recent))
    QApplication.styleHints().colorSchemeChanged.connect(window.follow_system)
    window.timeline.installEventFilter(window)
    window.card.installEventFilter(window)


# What is not seen at the start is read in when it is


def _why() -> MakePage:
    from kzstay.content.report import why

    return why


def _law() -> MakePage:
    from kzstay.content.report import law_page

    return law_page
