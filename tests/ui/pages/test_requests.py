"""Whatever a page may ask for, the window answers; a page knows nothing of who does."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMetaMethod
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QTableView

from kzstay.core.entry_check import EntryQuestion
from kzstay.core.trouble import Record
from kzstay.ui.pages.requests import Requests
from kzstay.ui.places.contacts import ContactsPlace
from kzstay.ui.places.guide.place import GuidePlace
from kzstay.ui.session.editing import Editing
from kzstay.ui.session.records.stays import STAYS
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import day, stay, traveller
from tests.ui import pages_of
from tests.ui.conftest import OpenCase
from tests.ui.sessions import shown_place, type_day
from tests.ui.window.exporting.open_dialogs import shown

ANNA = traveller("DE", stay("2026-05-20", "2026-06-08"), stay("2026-11-11"))
ASKED: dict[str, Callable[[MainWindow, Requests], None]] = {}
TO_COME = {"list_wanted"}  # which nobody answers yet


def asked(test: Callable[[MainWindow, Requests], None]) -> Callable[[MainWindow, Requests], None]:
    """Put in the list what is asked for, with what must come of it."""
    ASKED[test.__name__] = test
    return test


@asked
def add_stay(window: MainWindow, requests: Requests) -> None:
    window.stay.show_page("law")
    requests.add_stay.emit()
    assert window.stay.page == "stays"
    assert len(Editing(window.session()).rows(STAYS)) == 3
    assert isinstance(QApplication.focusWidget(), QLineEdit)


@asked
def delete_stay(window: MainWindow, requests: Requests) -> None:
    requests.delete_stay.emit(0)
    assert window.session().traveller.stays == ANNA.stays[1:]
    window.info.button.click()
    assert window.session().traveller == ANNA


@asked
def edit_stay(window: MainWindow, requests: Requests) -> None:
    window.stay.show_page("law")
    requests.edit_stay.emit(window.session().traveller.stays[1].key.number, "note")
    assert window.stay.page == "stays"
    assert window.stay.stays.currentIndex().row() == 1
    assert isinstance(QApplication.focusWidget(), QLineEdit)


@asked
def plan_from(window: MainWindow, requests: Requests) -> None:
    requests.plan_from.emit(day("2027-02-01"))
    assert window.stay.page == "plan"
    assert pages_of.plan(window).fields.day() == day("2027-02-01")


@asked
def offer_back(window: MainWindow, requests: Requests) -> None:
    done: list[str] = []
    requests.offer_back.emit("Permit deleted.", lambda: done.append("back"))
    assert window.info.text.text() == "Permit deleted."
    window.commands.undo.setEnabled(True)
    window.commands.undo.trigger()  # undo takes back what is offered, and nothing before it
    assert done == ["back"]
    assert window.session().traveller == ANNA


@asked
def check_entry(window: MainWindow, requests: Requests) -> None:
    requests.check_entry.emit(EntryQuestion(citizenship="PK"))
    assert window.places.current == "guide"
    place = window.places.place("guide")
    assert isinstance(place, GuidePlace)
    assert place.toolbox.entry.fields.citizenship.currentData() == "PK"


@asked
def show_page(window: MainWindow, requests: Requests) -> None:
    for name in ("law", "plan", "stays"):
        requests.show_page.emit(name)
        assert window.stay.page == name


@asked
def record(window: MainWindow, requests: Requests) -> None:
    requests.record.emit(Record(field="exit", stay=1))
    assert window.stay.page == "stays"
    assert window.stay.stays.state() == QTableView.State.EditingState


@asked
def calendar(window: MainWindow, requests: Requests) -> None:
    requests.calendar.emit()
    dialog = shown(window)
    assert dialog.choices.chosen_format().suffix == ".ics"
    dialog.close()


@asked
def show_topic(window: MainWindow, requests: Requests) -> None:
    requests.show_topic.emit("appeal")
    assert window.places.current == "guide"
    shown = window.places.place("guide")
    assert isinstance(shown, GuidePlace)
    assert shown.topic == "appeal"


@asked
def show_place(window: MainWindow, requests: Requests) -> None:
    requests.show_place.emit("guide")
    assert window.places.current == "guide"


@asked
def show_contacts(window: MainWindow, requests: Requests) -> None:
    requests.show_contacts.emit("Almaty")
    place = window.places.place("contacts")
    assert isinstance(place, ContactsPlace)
    assert (window.places.current, place.field.text()) == ("contacts", "Almaty")
    requests.show_contacts.emit("")  # what was asked for stays
    assert place.field.text() == "Almaty"


@asked
def show_waiting(window: MainWindow, requests: Requests) -> None:
    type_day(window.session(), 1, "exit", "soon")
    window.stay.show_page("law")
    requests.show_waiting.emit()
    assert window.stay.page == "stays"
    assert window.stay.stays.currentIndex().row() == 1


@asked
def edit_traveller(window: MainWindow, requests: Requests) -> None:
    for seen in (True, False):
        requests.edit_traveller.emit()
        assert window.stay.form.isVisible() is seen


@asked
def add_traveller(window: MainWindow, requests: Requests) -> None:
    requests.add_traveller.emit()
    assert shown_place(window.session()) == 1
    assert window.stay.form.isVisible()


@asked
def open_example(window: MainWindow, requests: Requests) -> None:
    requests.open_example.emit()
    assert window.session().traveller != ANNA
    assert window.session().traveller.name == "Anna Schmidt"


@asked
def export(window: MainWindow, requests: Requests) -> None:
    requests.export.emit()
    dialog = shown(window)
    assert dialog.choices.chosen_document().name == "report"
    dialog.close()


@asked
def complain(window: MainWindow, requests: Requests) -> None:
    offered: list[str] = []

    def ask(_parent: object, title: str, *_: object) -> tuple[str, str]:
        offered.append(title)
        return "", ""

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QFileDialog, "getSaveFileName", ask)
        patch.setattr("kzstay.core.complaint.refusal", lambda *_: None)
        requests.complain.emit(0, "ru")
    assert offered == ["Draft a complaint"]


@asked
def show_day(window: MainWindow, requests: Requests) -> None:
    window.places.show_place("guide")
    requests.show_day.emit(day("2026-05-20"), 0)
    assert window.places.current == "stay"
    assert window.session().selection == 0
    timeline = window.stay.timeline
    assert timeline.scale.first <= day("2026-05-20") <= timeline.scale.last
    assert timeline.hasFocus()
    requests.show_day.emit(day("2027-05-20"), -1)
    assert window.session().selection == 0
    assert timeline.scale.first <= day("2027-05-20") <= timeline.scale.last


@asked
def import_wanted(window: MainWindow, requests: Requests) -> None:
    offered: list[str] = []

    def ask(_parent: object, title: str, *_: object) -> tuple[str, str]:
        offered.append(title)
        return "", ""

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QFileDialog, "getOpenFileName", ask)
        requests.import_wanted.emit()
    assert offered == ["Import"]


@asked
def import_text(window: MainWindow, requests: Requests) -> None:
    requests.import_text.emit("nothing of ours")
    assert window.info.text.text().startswith("Pasted text: ")


@asked
def save_pdf(window: MainWindow, requests: Requests) -> None:
    offered: list[str] = []

    def ask(_parent: object, title: str, *_: object) -> tuple[str, str]:
        offered.append(title)
        return "", ""

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QFileDialog, "getSaveFileName", ask)
        requests.save_pdf.emit("Visas", list)
    assert offered == ["Save as PDF"]


@asked
def list_wanted(window: MainWindow, requests: Requests) -> None:
    requests.list_wanted.emit([window.session().traveller.key.number])
    dialog = shown(window)
    assert dialog.choices.chosen_document().name == "list"
    assert dialog.save_button.isVisible()
    dialog.close()


@asked
def print_wanted(window: MainWindow, requests: Requests) -> None:
    requests.print_wanted.emit([window.session().traveller.key.number])
    dialog = shown(window)
    assert dialog.choices.chosen_document().name == "list"
    assert not dialog.save_button.isVisible()
    dialog.close()


@asked
def calendar_wanted(window: MainWindow, requests: Requests) -> None:
    requests.calendar_wanted.emit([window.session().traveller.key.number])
    dialog = shown(window)
    assert dialog.choices.chosen_format().suffix == ".ics"
    dialog.close()


@pytest.mark.parametrize("name", ASKED)
def test_what_is_asked_for_is_done(name: str, open_case: OpenCase) -> None:
    window = open_case(ANNA)
    requests = window.findChild(Requests)
    assert requests is not None
    ASKED[name](window, requests)


def test_there_is_nothing_to_ask_for_but_these() -> None:
    kind = Requests().metaObject()
    methods = [kind.method(number) for number in range(kind.methodOffset(), kind.methodCount())]
    signals = [method for method in methods if method.methodType() == QMetaMethod.MethodType.Signal]
    assert {bytes(signal.name().data()).decode() for signal in signals} == {*ASKED, *TO_COME}
