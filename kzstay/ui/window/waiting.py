"""The way to what was typed and cannot be used yet, wherever it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTableView

from kzstay.ui.session.editing import Editing
from kzstay.ui.session.records.drafts import LISTS
from kzstay.ui.session.records.person import PERSON
from kzstay.ui.session.records.stays import STAYS as STAYS_LIST

if TYPE_CHECKING:
    from kzstay.ui.window.main_window import MainWindow


def show_waiting(window: MainWindow) -> None:
    """Show the first row of any traveller that waits, with its page or with the form, and have it chosen."""
    from kzstay.ui.window.main_window import PAPERS, STAYS

    session = window.session()
    draft = next((draft for draft in session.state.drafts if draft.typed), None)
    if draft is None:
        return
    session.show(draft.traveller)
    if draft.list == PERSON.name:
        window.form.begin()
        return
    window.tabs.setCurrentIndex(STAYS if draft.list == STAYS_LIST.name else PAPERS)
    table = window.tabs.findChild(QTableView, draft.list)
    if table is not None:
        row = Editing(session).place_of(LISTS[draft.list], draft.key) or 0
        table.setFocus()
        table.setCurrentIndex(table.model().index(row, 0))
