"""The fields of the entry check by themselves: what they ask, and what they take up."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from kzstay.core.entry_check import EntryQuestion
from kzstay.ui.places.guide.entry_fields import EntryFields
from kzstay.ui.session.session import Session
from kzstay.ui.session.view import View
from tests.helpers import day


@pytest.fixture
def fields(qtbot: QtBot) -> EntryFields:
    made = EntryFields(Session(View(day("2026-11-22"), "en")))
    qtbot.addWidget(made)
    made.retranslate()
    return made


def test_nobody_is_asked_of_at_first(fields: EntryFields) -> None:
    assert (fields.own, fields.person(), fields.question()) == (False, None, None)
    assert fields.entry.day() == day("2026-11-22")


def test_a_question_fills_the_fields(fields: EntryFields) -> None:
    fields.ask(EntryQuestion("PK", "diplomatic", day("2027-01-02"), 12, purpose="study"))
    assert fields.question() == EntryQuestion(entry=day("2027-01-02"), days=12, purpose="study")
    person = fields.person()
    assert person is not None
    assert (person.citizenship, person.passport, person.stays) == ("PK", "diplomatic", ())


def test_every_field_has_its_name(fields: EntryFields) -> None:
    assert all(label.text() and label.buddy() is not None for label in fields._names)
