"""Undo: a step holds the state before and after it, and costs nothing that was typed since."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QUndoStack

from kzstay.core.case import Case, Key, Traveller
from kzstay.ui.session.records.drafts import Draft, Drafts
from kzstay.ui.session.records.state import State, beginning
from kzstay.ui.session.undo import ChangeState
from tests.helpers import day, stay, traveller

WHO = traveller("DE", stay("2026-01-01", "2026-01-10"), name="0")
NOW = beginning(Case(travellers=(WHO,)))
DRAFT = Draft(traveller=WHO.key.number, list="stays", key=WHO.stays[0].key.number, typed={"exit": "soon"})


def longer() -> Case:
    """Return the case with a later exit of the stay."""
    longer = msgspec.structs.replace(WHO.stays[0], exit=day("2026-01-15"))
    return Case(travellers=(msgspec.structs.replace(WHO, stays=(longer,)),))


class Table:
    """A state that is taken up, as a session does it, with the steps that have led to it."""

    def __init__(self, state: State = NOW) -> None:
        self.stack = QUndoStack()
        self.state = state

    def do(self, after: State, text: str = "change-name", *, merge: bool = False) -> None:
        self.stack.push(ChangeState(self._take, self._drafts, self.state, after, text, merge))

    def name(self, name: str, *, merge: bool = False, text: str = "change-name") -> None:
        """Call the traveller otherwise, which leaves the stays alone."""
        who = msgspec.structs.replace(self.who, name=name)
        case = Case(travellers=(who,))
        self.do(msgspec.structs.replace(self.state, case=case), text, merge=merge)

    def type(self, *drafts: Draft) -> None:
        """Type what counts for nothing yet, which is no step."""
        self.state = msgspec.structs.replace(self.state, drafts=drafts)

    @property
    def who(self) -> Traveller:
        return self.state.case.travellers[0]

    def _take(self, state: State) -> None:
        self.state = state

    def _drafts(self) -> Drafts:
        return self.state.drafts


@given(st.lists(st.integers(-3, 3), max_size=12))
def test_undo_and_redo_go_back_and_forth_through_what_was(moves: list[int]) -> None:
    table = Table()
    states = [table.state]
    for number in range(1, 6):
        table.name(str(number))
        states.append(table.state)
    at = len(states) - 1
    for move in moves:
        for _ in range(abs(move)):
            (table.stack.redo if move > 0 else table.stack.undo)()
        at = min(max(at + move, 0), len(states) - 1)
        assert table.state == states[at]


@given(st.lists(st.tuples(st.sampled_from(["nudge-a", "nudge-b", "other"])), min_size=1, max_size=10))
def test_small_changes_of_one_kind_in_a_row_are_one_step(texts: list[tuple[str]]) -> None:
    table = Table()
    for number, (text,) in enumerate(texts):
        table.name(str(number), merge=text != "other", text=text)
    steps = 0
    for before, (text,) in zip([None, *(one for (one,) in texts)], texts, strict=False):
        steps += text == "other" or text != before
    assert table.stack.count() == steps
    table.stack.setIndex(0)
    assert table.state == NOW


def test_what_was_typed_between_two_small_changes_parts_them() -> None:
    table = Table()
    table.name("1", merge=True)
    table.type(DRAFT)
    table.name("2", merge=True)
    assert table.stack.count() == 2
    table.stack.undo()
    assert table.who.name == "1"
    assert table.state.drafts == (DRAFT,)


def test_what_was_typed_since_a_step_outlives_its_undo() -> None:
    table = Table()
    table.name("1")
    table.type(DRAFT)
    table.stack.undo()
    assert (table.who.name, table.state.drafts) == ("0", (DRAFT,))
    table.stack.redo()
    assert (table.who.name, table.state.drafts) == ("1", (DRAFT,))


def test_what_a_step_took_over_waits_again_when_it_is_undone() -> None:
    waiting = msgspec.structs.replace(NOW, drafts=(DRAFT,))
    table = Table(waiting)
    table.do(msgspec.structs.replace(NOW, case=longer()))
    assert table.state.drafts == ()
    table.stack.undo()
    assert table.state == waiting


def test_what_was_cleared_since_a_step_does_not_come_back_with_its_undo() -> None:
    table = Table()
    table.type(DRAFT)
    table.name("1")
    table.type()
    table.stack.undo()
    assert (table.who.name, table.state.drafts) == ("0", ())


def test_nor_does_what_a_step_took_over_when_its_row_was_cleared_since() -> None:
    both = msgspec.structs.replace(DRAFT, typed={"exit": "15.1.2026", "notified": "soon"})
    table = Table(msgspec.structs.replace(NOW, drafts=(both,)))
    rest = msgspec.structs.replace(DRAFT, typed={"notified": "soon"})
    table.do(msgspec.structs.replace(NOW, case=longer(), drafts=(rest,)))
    table.type()
    table.stack.undo()
    assert table.state == NOW


def test_what_a_step_itself_has_put_into_a_row_goes_with_it() -> None:
    table = Table()
    since = Draft(
        traveller=WHO.key.number,
        list="permits",
        key=Key().number,
        to_be=True,
        kind="visa",
        typed={"days": "many"},
    )
    table.do(msgspec.structs.replace(NOW, drafts=(DRAFT,)))
    table.type(DRAFT, since)
    table.stack.undo()
    assert table.state.drafts == (since,)


def test_what_was_typed_in_a_stay_that_a_step_put_in_goes_with_it() -> None:
    table = Table()
    both = (*table.who.stays, stay("2026-03-01", "2026-03-05"))
    case = Case(travellers=(msgspec.structs.replace(table.who, stays=both),))
    table.do(msgspec.structs.replace(NOW, case=case), "add-stay")
    table.type(DRAFT, msgspec.structs.replace(DRAFT, key=both[1].key.number, typed={"exit": "later"}))
    table.stack.undo()
    assert table.state.drafts == (DRAFT,)


def test_the_first_redo_of_a_step_is_the_step() -> None:
    # Qt calls it when the step is pushed: what waits is then what the step says, not what was typed before it
    table = Table(msgspec.structs.replace(NOW, drafts=(DRAFT,)))
    table.do(NOW)
    assert table.state == NOW
