"""What can be chosen of an export, what is proposed, and what is lacking."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kzstay.core.case import Case, Traveller
from kzstay.core.readings import Reading
from kzstay.export.formats import FORMATS, Format
from kzstay.i18n import LANGUAGES, OWN_NAMES, Language
from kzstay.ui.session.session import Session
from kzstay.ui.session.view import View
from kzstay.ui.system.settings import Exported
from kzstay.ui.window.exporting import choices as module
from kzstay.ui.window.exporting.choices import Choices
from kzstay.ui.window.exporting.order import DOCUMENTS, Document
from tests.helpers import day, traveller
from tests.ui.conftest import OpenCase
from tests.ui.sessions import type_day
from tests.ui.window.exporting.open_dialogs import ANNA, BORIS, choose, opened

ON = day("2026-11-22")
CHEN = traveller("CN", name="Chen")


@dataclass
class Desk:
    """A session, and the choices of it."""

    session: Session
    choices: Choices


def desk(
    qtbot: QtBot, *people: Traveller, last: Exported | None = None, suffix: str = "", language: Language = "en"
) -> Desk:
    session = Session(View(ON, language))
    session.become(Case(travellers=people or (ANNA,)))
    made = Choices(session)
    qtbot.addWidget(made)
    made.fill(last or Exported(), suffix)
    made.show()
    return Desk(session, made)


def test_what_is_proposed_at_first_is_the_window(qtbot: QtBot) -> None:
    found = desk(qtbot, ANNA, BORIS, language="ru")
    order = found.choices.order()
    assert order is not None
    assert (order.document, order.format, order.language) == (DOCUMENTS[0], FORMATS[0], "ru")
    assert (order.reading, order.on, order.travellers) == (Reading.SAFE, ON, (ANNA,))
    assert order.second is None


def test_the_shown_traveller_is_proposed(qtbot: QtBot) -> None:
    found = desk(qtbot, ANNA, BORIS)
    found.session.show(BORIS.key.number)
    again = Choices(found.session)
    qtbot.addWidget(again)
    again.fill(Exported())
    order = again.order()
    assert order is not None
    assert order.travellers == (BORIS,)


@pytest.mark.parametrize("suffix", [".json", ".csv", ".xlsx", ".ics", "ics_reminders"])
def test_another_document_by_key_after_a_format_that_it_has_not(qtbot: QtBot, suffix: str) -> None:
    found = desk(qtbot).choices
    choose(found.format, suffix)
    told: list[tuple[str, str]] = []

    def hear() -> None:
        order = found.order()
        assert order is not None
        told.append((order.document.name, order.format.suffix))

    found.changed.connect(hear)
    found.document.setFocus()
    qtbot.keyClick(found.document, Qt.Key.Key_Down)
    qtbot.keyClick(found.document, Qt.Key.Key_Up)
    assert told == [("certificate", ".pdf"), ("report", ".pdf")]


def test_every_choice_is_in_the_order(qtbot: QtBot) -> None:
    found = desk(qtbot, ANNA, BORIS).choices
    told: list[bool] = []
    found.changed.connect(lambda: told.append(True))
    choose(found.format, ".json")
    choose(found.language, "kk")
    choose(found.reading, "usual")
    found.day.setText("24.12.2026")
    found.travellers.every.click()
    order = found.order()
    assert order is not None
    assert (order.format.suffix, order.language, order.reading) == (".json", "kk", Reading.USUAL)
    assert (order.on, order.travellers) == (day("2026-12-24"), (ANNA, BORIS))
    assert len(told) == 5


def test_what_was_chosen_last_is_proposed_and_what_is_unknown_is_not(qtbot: QtBot) -> None:
    last = Exported(format=".ics", language="kk", reading="usual", everyone=True)
    found = desk(qtbot, ANNA, BORIS, last=last).choices
    assert found.chosen_now() == msgspec.structs.replace(last, document="report")
    odd = Exported(document="odd", format=".odd", language="odd", second="odd", reading="odd")
    order = desk(qtbot, last=odd).choices.order()
    assert order is not None
    assert (order.format, order.language, order.reading) == (FORMATS[0], "en", Reading.SAFE)


def test_a_format_that_is_wanted_comes_before_the_last_one(qtbot: QtBot) -> None:
    found = desk(qtbot, last=Exported(format=".json"), suffix=".ics").choices
    assert found.chosen_format().suffix == ".ics"


def test_the_count_of_the_window_is_followed_until_another_is_chosen(qtbot: QtBot) -> None:
    found = desk(qtbot)
    found.session.view.set_reading(Reading.USUAL)
    again = Choices(found.session)
    qtbot.addWidget(again)
    again.fill(Exported())
    assert again.reading.currentText() == "As in the window: usual count"
    order = again.order()
    assert order is not None
    assert order.reading is Reading.USUAL
    assert again.chosen_now().reading == ""


@pytest.mark.parametrize("typed", ["", "31.02.2026", "soon", "01.01.1700"])
def test_without_a_day_there_is_no_order(qtbot: QtBot, typed: str) -> None:
    found = desk(qtbot).choices
    found.day.setText(typed)
    assert found.order() is None
    assert found.lacking() == ("Type the day to calculate for first.", found.day)


def test_the_day_is_said_in_words(qtbot: QtBot) -> None:
    found = desk(qtbot).choices
    assert found.echo.text() == "Sunday, 22 November 2026"
    found.day.setText("soon")
    assert "soon" in found.echo.text()
    assert found.echo.property("role") == "error"


def test_without_a_traveller_there_is_no_order(qtbot: QtBot) -> None:
    found = desk(qtbot, ANNA, BORIS).choices
    found.travellers.every.click()
    found.travellers.every.click()
    assert found.order() is None
    assert found.lacking() == ("Choose at least one traveller.", found.travellers.listed)


def test_of_one_traveller_nobody_is_to_be_chosen_and_everybody_is_remembered(qtbot: QtBot) -> None:
    found = desk(qtbot, last=Exported(everyone=True)).choices
    assert not found.travellers.isVisible()
    assert found.chosen_now().everyone
    assert not desk(qtbot).choices.chosen_now().everyone


def test_rows_that_count_for_nothing_are_told_of_those_who_are_chosen(qtbot: QtBot) -> None:
    found = desk(qtbot, ANNA, BORIS)
    type_day(found.session, 0, "exit", "31.02.2026")
    order = found.choices.order()
    assert order is not None
    assert order.left_out == (0, 1)
    listed = found.choices.travellers.listed
    listed.item(0).setCheckState(Qt.CheckState.Unchecked)
    listed.item(1).setCheckState(Qt.CheckState.Checked)
    order = found.choices.order()
    assert order is not None
    assert order.left_out == (0, 0)


# Documents


TRIAL = Format(".trial", lambda _w: "Trial", "report_pdf")


@pytest.fixture
def _two_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    """Add a document as a person does: a line."""
    twice = Document("twice", lambda _w: "Twice", lambda: [TRIAL], "report_pdf", two_languages=True)
    monkeypatch.setattr(module, "DOCUMENTS", [DOCUMENTS[0], twice])


def test_one_document_is_no_choice(qtbot: QtBot) -> None:
    found = desk(qtbot).choices
    if len(DOCUMENTS) == 1:
        assert not found.document.isVisible()
    assert not found.second.isVisible()


@pytest.mark.usefixtures("_two_documents")
def test_another_document_brings_its_formats_and_a_second_language(qtbot: QtBot) -> None:
    found = desk(qtbot, last=Exported(language="ru")).choices
    assert found.document.isVisible()
    assert not found.second.isVisible()
    choose(found.document, "twice")
    assert found.second.isVisible()
    assert [found.format.itemText(row) for row in range(found.format.count())] == ["Trial"]
    choose(found.second, "kk")
    order = found.order()
    assert order is not None
    assert (order.document.name, order.format, order.second) == ("twice", TRIAL, "kk")
    choose(found.second, "ru")
    order = found.order()
    assert order is not None
    assert order.second is None  # the same one twice is one
    choose(found.document, "report")
    assert found.chosen_format() == FORMATS[0]


# Names


@pytest.mark.usefixtures("_two_documents")
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_is_named_and_every_letter_leads_to_one_alone(open_case: OpenCase, language: str) -> None:
    window = open_case(ANNA, BORIS)
    window.commands.by_name[f"language_{language}"].trigger()
    dialog = opened(window)
    fields: list[QWidget] = [
        dialog.choices.document,
        dialog.choices.format,
        dialog.choices.language,
        dialog.choices.second,
        dialog.choices.reading,
        dialog.choices.day,
        dialog.choices.travellers.listed,
    ]
    labels = {label.buddy(): label.text() for label in dialog.findChildren(QLabel) if label.buddy()}
    assert set(labels) == set(fields)
    assert all(field.accessibleName() for field in fields)
    pressed = [part.text() for kind in (QPushButton, QCheckBox) for part in dialog.findChildren(kind)]
    letters = Counter(text[text.index("&") + 1].casefold() for text in (*labels.values(), *pressed) if "&" in text)
    assert len(letters) >= len(fields) + 3
    assert [letter for letter, count in letters.items() if count > 1] == []
    assert OWN_NAMES["kk"] in [dialog.choices.language.itemText(row) for row in range(3)]
    dialog.close()


def test_who_is_wanted_is_listed_first_in_that_order_and_chosen(qtbot: QtBot) -> None:
    found = desk(qtbot, ANNA, BORIS, CHEN)
    keys = [one.key.number for one in found.session.case.travellers]
    made = Choices(found.session)
    qtbot.addWidget(made)
    made.fill(Exported(document="certificate", everyone=True), document="list", travellers=[keys[2], keys[0]])
    order = made.order()
    assert order is not None
    assert (order.document.name, order.in_order) == ("list", True)
    assert [one.name for one in order.travellers] == [CHEN.name, ANNA.name]
    assert [made.travellers.listed.item(row).text().split(" · ")[0] for row in range(3)] == [
        CHEN.name,
        ANNA.name,
        BORIS.name,
    ]
    other = found.choices.order()
    assert other is not None
    assert not other.in_order
