"""What must hold of the window whenever nothing is going on, whatever was done to it before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QTableView, QTabWidget, QWidget

from kzstay.files.codec import CaseFileError
from kzstay.files.store import StoreError, open_case
from kzstay.i18n import Language
from kzstay.ui.app import open_window
from kzstay.ui.session.records.drafts import is_there
from kzstay.ui.session.session import Session
from kzstay.ui.window.main_window import MainWindow
from tests.campaign.random_cases import ON
from tests.ui.sessions import shown_place

ROLES = tuple(Qt.ItemDataRole)
DISPLAY = (Qt.ItemDataRole.DisplayRole,)
# These say what was done in this very window
OF_ITS_OWN = "info", "form", "plan", "papers", "duty_details"


def of_the_session(window: MainWindow) -> Iterator[str]:
    """Say what is wrong with what the window shows of the case."""
    session = window.session()
    travellers = session.case.travellers
    if session.previewing:
        yield "a preview, and no drag"
    elif not 0 <= shown_place(session) < len(travellers):
        yield "a traveller is shown who is not there"
    elif session.traveller != travellers[shown_place(session)]:
        yield "what is shown is not what the case holds"
    if not -1 <= session.selection < len(session.traveller.stays):
        yield "a stay is selected that is not there"
    yield from _of_the_keys(session)


def _of_the_keys(session: Session) -> Iterator[str]:
    """Say what is wrong with what records are told apart by, and with what waits in their rows."""
    keys = Counter(
        record.key.number
        for traveller in session.case.travellers
        for part in (traveller, *traveller.stays, *traveller.permits, *traveller.rulings)
        for record in (part, *getattr(part, "moves", ()))
    )
    if max(keys.values(), default=1) > 1:
        yield "two records have one key"
    if not all(is_there(draft, session.case) for draft in session.state.drafts):
        yield "something waits in a row that is not there"
    rows = Counter(draft.key for draft in session.state.drafts)
    if max(rows.values(), default=1) > 1:
        yield "a row waits twice"


def of_the_models(window: MainWindow, *, thoroughly: bool) -> Iterator[str]:
    """Say what is wrong with the answers of the tables; all roles and the pages out of sight too if thoroughly."""
    for table in window.findChildren(QTableView):
        if thoroughly or table.isVisible():
            yield from _of_a_model(table.objectName(), table.model(), ROLES if thoroughly else DISPLAY)
    stays = window.findChild(QTableView, "stays")
    if isinstance(stays, QTableView) and stays.isVisible():
        told, there = stays.model().rowCount(), len(window.session().traveller.stays)
        if told < there:
            yield f"the table of stays has fewer rows than there are stays ({told} of {there})"


def _of_a_model(name: str, model: QAbstractItemModel, roles: tuple[Qt.ItemDataRole, ...]) -> Iterator[str]:
    rows, columns = model.rowCount(), model.columnCount()
    for row in range(rows):
        told = [model.index(row, column).data(role) for column in range(columns) for role in roles]
        if not any(one not in (None, "") for one in told):
            yield f"a row of {name} says nothing"
    if model.index(rows, 0, QModelIndex()).isValid():
        yield f"{name} has a row more than it tells"


def of_the_file(window: MainWindow) -> Iterator[str]:
    """Settle, and say what is wrong with the file."""
    session = window.session()
    window.case_file.autosave()
    if window.case_file.path is None or session.read_only or not session.undo_stack.isClean():
        return
    try:
        held = open_case(window.case_file.path).document.case
    except (StoreError, CaseFileError) as error:
        yield f"the file cannot be read ({error})"
        return
    # A blank traveller is shown where a file holds nobody
    if held != session.case and held.travellers:
        yield "the file holds another case"


def begun_again(window: MainWindow, language: Language) -> bool:
    """Open the file of a window once more and speak a language; tell whether there is a file."""
    session = window.session()
    if window.case_file.path is None or session.read_only or not window.files.open(window.case_file.path):
        return False
    window.preferences.set_language(language)
    return True


def of_the_language(window: MainWindow, language: Language) -> Iterator[str]:
    """Say where a window that has begun again speaks otherwise than one that is opened in its language."""
    session, tabs = window.session(), _tabs(window)
    assert window.case_file.path is not None
    other = open_window(window.case_file.path, today=ON)
    try:
        other.resize(window.size())
        other.session().view.set_day(session.view.on)
        other.session().view.set_reading(session.view.reading)
        for page in range(tabs.count()):
            tabs.setCurrentIndex(page)
            _tabs(other).setCurrentIndex(page)
            here, there = said(window), said(other)
            if here != there:
                yield f"after a switch to {language}, page {page}: {sorted((here - there) + (there - here))[:2]}"
    finally:
        other.close()
        other.deleteLater()


def _tabs(window: MainWindow) -> QTabWidget:
    tabs = window.findChild(QTabWidget, "tabs")
    assert isinstance(tabs, QTabWidget)
    return tabs


def said(window: MainWindow) -> Counter[str]:
    """Count the texts that are seen, but for those that tell of what was done in this window."""
    own = {part for name in OF_ITS_OWN for part in window.findChildren(QWidget, name)}
    found: Counter[str] = Counter()
    left: list[QWidget] = [window]
    while left:
        widget = left.pop()
        if widget in own or not widget.isVisibleTo(window) or (widget.isWindow() and widget is not window):
            continue
        left += [child for child in widget.children() if isinstance(child, QWidget)]
        if isinstance(widget, QLabel | QAbstractButton) and widget.text():
            # What is drawn shorter for want of room has all of it for its name
            short = widget.text().endswith("\N{HORIZONTAL ELLIPSIS}") and widget.accessibleName()
            found[widget.accessibleName() if short else widget.text()] += 1
        if isinstance(widget, QTableView):
            model = widget.model()
            cells = [(row, column) for row in range(model.rowCount()) for column in range(model.columnCount())]
            found.update(str(model.index(*cell).data()) for cell in cells)
        if isinstance(widget, QTabWidget):
            found.update(widget.tabText(number) for number in range(widget.count()))
    return found
