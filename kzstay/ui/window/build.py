"""The window builder: makes the parts of a window, in one order, and joins them.

The order, and why: the colours, before the first widget, as what the style sheet sizes keeps the font that it met;
the session with its view and its file; the places, the first with the answer; what floats over them; what
files and commands do; then their joints; then the first words. The pages that are not seen at first follow with
``complete``, or when they are first seen.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QApplication

from kzstay.identity import IDENTITY, Identity
from kzstay.ui.pages.requests import Requests
from kzstay.ui.places.foot import Foot
from kzstay.ui.places.frame import Places
from kzstay.ui.places.registry import PLACES
from kzstay.ui.session.case_file import CaseFile
from kzstay.ui.session.session import Session
from kzstay.ui.session.view import View
from kzstay.ui.system import settings as settings_file
from kzstay.ui.system.folders import unsaved_path
from kzstay.ui.widgets.qt_words import QtWords
from kzstay.ui.widgets.stops import reach_in_turn, stops_of
from kzstay.ui.widgets.theme import worn
from kzstay.ui.window import startup
from kzstay.ui.window.actions import Actions
from kzstay.ui.window.conflicts import Conflicts
from kzstay.ui.window.controller import Controller
from kzstay.ui.window.files import FileActions
from kzstay.ui.window.importing.entrance import Importing
from kzstay.ui.window.info_bar import InfoBar
from kzstay.ui.window.main_window import MainWindow
from kzstay.ui.window.newer import Newer
from kzstay.ui.window.outcome import Outcome
from kzstay.ui.window.preferences import Preferences
from kzstay.ui.window.sheets import Sheets

CALENDAR = ".ics"


def build(window: MainWindow, today: date, identity: Identity = IDENTITY) -> None:
    """Put into an empty window what a person looks at first."""
    settings = settings_file.load()
    view = View(today, settings.language, settings.reading, settings.dates, settings.week_start)
    preferences = Preferences(settings, view)
    theme = preferences.dress()
    startup.undress(window)
    session = Session(view)
    session.set_host(preferences.host())
    case_file = CaseFile(session, unsaved_path())
    requests = Requests(window)
    places = Places(PLACES, session, requests, window)
    info = InfoBar(places)
    places.installEventFilter(info)
    info.stand_beside(places.rail)
    info.room.connect(Foot(places).take)
    sheets = Sheets(window, places.stay.timeline, places.stay.form, info)
    files = FileActions(window, session, case_file, preferences, info)
    Conflicts(window, session, case_file, files, info)
    controller = Controller(window, session, case_file, places, info)
    importing = Importing(window, session, controller, files, preferences, places, info)
    newer = Newer(session, identity)
    commands = Actions(window, session, controller, files, importing, preferences, places, newer)
    controller.answer(requests)
    window.fill(
        session=session,
        case_file=case_file,
        preferences=preferences,
        qt_words=QtWords(),
        places=places,
        info=info,
        sheets=sheets,
        files=files,
        controller=controller,
        importing=importing,
        commands=commands,
        newer=newer,
    )
    _join(window, requests)
    Outcome(window, session)
    for part in (places, info):
        part.set_theme(theme)
    window.retranslate()
    places.retranslate()
    places.stay.retranslate()


def complete(window: MainWindow, *, seen_only: bool = False) -> None:
    """Put in the pages that are not seen at first, or each when it first is, and what only then has a use."""
    from kzstay.ui.window.by_keyboard import by_keyboard
    from kzstay.ui.window.old_law import OldLaw

    window.stay.complete(seen_only=seen_only)
    window.places.watch()
    by_keyboard(window)
    window.commands.set_theme(worn())
    OldLaw(window, window.session(), window.info, window.newer)
    _reach_bar_last(window)
    window.info.spoke.connect(lambda: _reach_bar_last(window))
    window.places.shown.connect(lambda _name: _reach_bar_last(window))  # a place may just have been made
    window.stay.grown.connect(lambda: _reach_bar_last(window))


def _join(window: MainWindow, requests: Requests) -> None:
    session, case_file, info, sheets = window.session(), window.case_file, window.info, window.sheets
    files, controller, form = window.files, window.controller, window.stay.form
    session.message.connect(lambda text, caution: info.tell(text, caution))
    session.commit_requested.connect(controller.finish_typing)
    session.opened.connect(lambda: sheets.leave(form))
    session.opened.connect(info.clear)
    session.changed.connect(window.name_window)
    # What the bar offers to take back is the last step only until there is another
    session.undo_stack.indexChanged.connect(info.retire)
    session.view.retranslated.connect(window.retranslate)
    session.view.retranslated.connect(window.commands.retranslate)
    session.view.retranslated.connect(info.forget)
    info.spoke.connect(lambda: sheets.lift(info))
    case_file.may_lose = window.may_lose
    case_file.may_drop = window.may_drop
    case_file.changed.connect(window.name_window)
    case_file.kept_found.connect(files.offer_kept)
    case_file.copy_found.connect(files.offer_copy)
    case_file.stranger_found.connect(window.importing.offer)
    files.source_found.connect(window.importing.import_file)
    case_file.set_aside.connect(files.remember_set_aside)
    files.opened.connect(window.stay.timeline.show_period)
    requests.open_example.connect(files.open_example)
    requests.import_wanted.connect(window.importing.choose)
    requests.import_text.connect(window.importing.import_text)
    requests.export.connect(lambda: files.export_report())
    requests.complain.connect(files.draft_complaint)
    requests.calendar.connect(lambda: files.export_report(CALENDAR))
    requests.list_wanted.connect(files.export_list)
    requests.print_wanted.connect(lambda keys: files.export_list(keys, on_paper=True))
    requests.calendar_wanted.connect(lambda keys: files.export_report(CALENDAR, keys))
    requests.save_pdf.connect(files.save_pdf)
    preferences = window.preferences
    preferences.dressed.connect(window.places.set_theme)
    preferences.dressed.connect(info.set_theme)
    preferences.dressed.connect(controller.manual.set_theme)
    preferences.dressed.connect(window.commands.set_theme)
    preferences.changed.connect(lambda name: session.set_host(preferences.host()) if name == "host" else None)
    hints = QApplication.styleHints()
    hints.colorSchemeChanged.connect(preferences.follow_system)
    hints.accessibility().contrastPreferenceChanged.connect(preferences.follow_contrast)


def _reach_bar_last(window: MainWindow) -> None:
    """Let Tab come to what the bar offers after all the others, whichever page is shown."""
    bar = window.info
    if bar.isHidden():
        return  # what is in the window takes Qt a megabyte to tell, and nothing may ever be said
    before = [stop for stop in stops_of(window) if not bar.isAncestorOf(stop)][-1]
    reach_in_turn([before, *bar.buttons, bar.close_button])
