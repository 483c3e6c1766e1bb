"""What is done to chosen stays is one step each, which says its name and is undone whole."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from kzstay.core.case import Case
from kzstay.i18n import LANGUAGES
from kzstay.texts.steps import step
from kzstay.texts.words import words
from kzstay.ui.session.editing import Editing
from kzstay.ui.session.records.stays import STAYS
from kzstay.ui.session.session import Session
from kzstay.ui.session.stay_acts import StayActs
from kzstay.ui.session.view import View
from tests.helpers import day, stay, traveller
from tests.ui.conftest import TODAY

ANNA = traveller(
    "DE",
    stay("2026-05-20", "2026-06-08", notified="2026-05-21", note="by train"),
    stay("2026-09-20", "2026-10-04"),
    stay("2026-11-11"),
)
BORIS = traveller("GB", stay("2026-05-25", "2026-06-12"), name="Boris Brown")


class Desk:
    def __init__(self) -> None:
        self.session = Session(View(TODAY, "en"))
        self.session.become(Case(travellers=(ANNA, BORIS)))
        self.acts = StayActs(self.session)
        self.keys = [one.key.number for one in ANNA.stays]
        self.boris = BORIS.key.number

    def undone(self) -> bool:
        """Undo the last step, which must be one that was named, and tell whether all is as it was."""
        code = self.session.undo_stack.undoText()
        assert self.session.undo_stack.index() == 1
        assert all(step(words(language), code) != code for language in LANGUAGES)
        self.session.undo()
        return self.session.case == Case(travellers=(ANNA, BORIS))


@pytest.fixture
def desk(qapp: QApplication) -> Desk:
    return Desk()


def test_several_stays_are_removed_in_one_step(desk: Desk) -> None:
    count, undo = desk.acts.remove(desk.keys[:2])
    assert count == 2
    assert desk.session.traveller.stays == ANNA.stays[2:]
    undo()
    assert desk.session.traveller == ANNA


def test_rows_that_are_no_stays_yet_are_removed_and_had_back(desk: Desk) -> None:
    editing = Editing(desk.session)
    row = editing.add(STAYS)
    assert row == 3
    editing.type(STAYS, row, "exit", "1.1.2026")
    key = editing.rows(STAYS)[row].key
    count, undo = desk.acts.remove([key])
    assert (count, len(editing.rows(STAYS))) == (1, 3)
    undo()
    assert editing.rows(STAYS)[row].typed == {"exit": "1.1.2026"}
    count, undo = desk.acts.remove([desk.keys[0], key])
    assert (count, len(editing.rows(STAYS))) == (2, 2)
    undo()
    assert len(editing.rows(STAYS)) == 4
    assert desk.acts.remove([])[0] == 0


def test_a_duplicate_is_selected_and_has_nothing_recorded(desk: Desk) -> None:
    assert desk.acts.may_duplicate(desk.keys[0])
    assert desk.acts.duplicate(desk.keys[0])
    copy = desk.session.traveller.stays[desk.session.selection]
    assert (copy.entry, copy.exit) == (day("2026-06-09"), day("2026-06-28"))
    assert (copy.note, copy.notified) == ("by train", None)
    assert desk.undone()
    assert not desk.acts.may_duplicate(desk.keys[2]), "what has no end has no length"
    assert not desk.acts.duplicate(desk.keys[2])


def test_a_stay_is_split_where_the_person_says_or_where_it_makes_sense(desk: Desk) -> None:
    assert desk.acts.split_day(desk.keys[0]) == day("2026-05-29")
    assert desk.acts.split_day(desk.keys[2]) == TODAY
    assert desk.acts.split(desk.keys[0], day("2026-06-01"))
    assert [(one.entry, one.exit) for one in desk.session.traveller.stays[:2]] == [
        (day("2026-05-20"), day("2026-06-01")),
        (day("2026-06-01"), day("2026-06-08")),
    ]
    assert desk.session.selection == 0
    assert desk.undone()
    assert not desk.acts.split(desk.keys[0], day("2026-05-20"))


def test_notices_are_recorded_where_they_are_wanted(desk: Desk) -> None:
    wanted = desk.acts.may_record("notified", desk.keys)
    assert wanted == desk.keys[1:]
    assert desk.acts.record("notified", desk.keys) == 2
    assert [one.notified for one in desk.session.traveller.stays] == [day("2026-05-21"), TODAY, TODAY]
    assert desk.undone()
    assert desk.acts.record("notified", desk.keys[:1]) == 0
    assert desk.acts.record("notified", desk.keys[2:]) == 1
    assert desk.undone()


def test_stays_are_moved_to_another_traveller_in_one_step(desk: Desk) -> None:
    count, why = desk.acts.hand_over(desk.keys[1:], desk.boris)
    assert (count, why) == (2, "")
    anna, boris = desk.session.case.travellers
    assert anna.stays == ANNA.stays[:1]
    assert boris.stays == (*BORIS.stays, *ANNA.stays[1:])
    assert desk.session.state.traveller == anna.key.number
    assert desk.undone()


def test_stays_that_overlap_are_moved_not_at_all_and_the_reason_is_told(desk: Desk) -> None:
    count, why = desk.acts.hand_over(desk.keys, desk.boris)
    assert count == 0
    assert why.startswith("Nothing was moved. Boris Brown, stay ")
    assert desk.session.case == Case(travellers=(ANNA, BORIS))
    assert not desk.session.undo_stack.canUndo()


def test_what_waits_in_a_moved_row_goes_with_it(desk: Desk) -> None:
    Editing(desk.session).type(STAYS, 1, "exit", "soon")
    desk.acts.hand_over([desk.keys[1]], desk.boris)
    assert [(one.traveller, one.typed) for one in desk.session.state.drafts] == [(desk.boris, {"exit": "soon"})]
    desk.session.undo()
    assert Editing(desk.session).rows(STAYS)[1].typed == {"exit": "soon"}


def test_a_new_traveller_takes_what_nobody_else_may(desk: Desk) -> None:
    assert desk.acts.hand_over(desk.keys, None) == (3, "")
    assert [len(one.stays) for one in desk.session.case.travellers] == [0, 1, 3]
    assert desk.undone()


def test_nothing_is_done_to_what_is_read_only_or_nobodys(desk: Desk) -> None:
    desk.session.read_only = True
    assert desk.acts.remove(desk.keys)[0] == 0
    assert not desk.acts.duplicate(desk.keys[0])
    assert not desk.acts.split(desk.keys[0], day("2026-06-01"))
    assert desk.acts.record("notified", desk.keys) == 0
    assert desk.acts.hand_over(desk.keys[1:], desk.boris) == (0, "")
    assert desk.session.case == Case(travellers=(ANNA, BORIS))
    desk.session.read_only = False
    other = BORIS.stays[0].key.number
    assert desk.acts.stay(other) is None
    assert not desk.acts.may_duplicate(other)
    assert not desk.acts.may_split(other, TODAY)
    assert desk.acts.text([other]) == ""


def test_the_text_has_the_stays_in_the_order_of_the_table(desk: Desk) -> None:
    lines = desk.acts.text(desk.keys[::-1]).splitlines()
    assert [line.split("\t")[0] for line in lines] == ["Entry", "2026-05-20", "2026-09-20", "2026-11-11"]


# The order


def test_stays_stand_in_order_of_date_after_every_edit_and_in_every_file(desk: Desk) -> None:
    session = desk.session
    Editing(session).type(STAYS, 0, "exit", "5.3.2026")
    row = Editing(session).type(STAYS, 0, "entry", "1.3.2026")
    assert row == 0
    row = Editing(session).type(STAYS, 2, "entry", "1.1.2026")
    session.undo_stack.clear()
    assert session.traveller.in_order() == [0, 1, 2]
    late_first = traveller("DE", stay("2026-09-20", "2026-10-04"), stay("2026-05-20", "2026-06-08"))
    session.become(Case(travellers=(late_first,)))
    assert [one.entry for one in session.traveller.stays] == [day("2026-05-20"), day("2026-09-20")]
    assert not session.undo_stack.canUndo()


def test_a_row_that_goes_elsewhere_stays_selected(desk: Desk) -> None:
    session = desk.session
    session.select(0)
    Editing(session).type(STAYS, 0, "exit", "12.12.2026")
    row = Editing(session).type(STAYS, 0, "entry", "10.12.2026")
    assert (row, session.selection, session.state.selection) == (2, 2, desk.keys[0])
    session.undo()
    assert session.selection == 0
