"""The register of a session: worked out a few at a time, kept as long as it is true, and a line for a change."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from kzstay.core.case import Case, Traveller, another
from kzstay.core.readings import Reading
from kzstay.ui.session import register as module
from kzstay.ui.session.register import AT_ONCE, FEW, Register, register_of
from kzstay.ui.session.session import Session
from kzstay.ui.session.view import View
from tests.helpers import stay, traveller
from tests.ui.conftest import TODAY

ANNA = traveller("DE", stay("2026-11-11"))
LATE = traveller("DE", stay("2026-10-01"), name="Late")


def people(count: int) -> tuple[Traveller, ...]:
    return tuple(another(ANNA) for _ in range(count))


def session_of(*travellers: Traveller) -> Session:
    session = Session(View(TODAY, "en"))
    session.become(Case(travellers=travellers))
    return session


@pytest.fixture(autouse=True)
def qt(qtbot: QtBot) -> QtBot:
    """An application, and an event loop where one is waited for."""
    return qtbot


def test_a_session_has_one_register() -> None:
    session = session_of(ANNA)
    assert register_of(session) is register_of(session)


def test_a_few_are_known_at_once() -> None:
    session = session_of(ANNA, LATE)
    found = register_of(session)
    assert found.complete
    assert [found.line(one.key.number).late for one in session.case.travellers] == [False, True]  # type: ignore[union-attr]
    assert found.late == 1
    assert found.period == 180


def test_many_are_worked_out_while_nothing_else_is_to_do(qtbot: QtBot) -> None:
    session = session_of(*people(FEW + 30))
    found = register_of(session)
    assert (found.complete, found.worked_out) == (False, 0)
    told: list[int] = []
    found.told.connect(lambda keys: told.extend(keys))
    with qtbot.waitSignal(found.settled):
        pass
    assert found.complete
    assert sorted(told) == sorted(one.key.number for one in session.case.travellers)
    assert found.worked_out == FEW + 30


def test_of_a_large_case_nothing_is_worked_out_before_somebody_looks(qtbot: QtBot) -> None:
    session = session_of(*people(AT_ONCE + 1))
    found = register_of(session)
    qtbot.wait(30)
    assert found.worked_out == 0
    with qtbot.waitSignal(found.settled):
        found.look(on=True)
    assert found.worked_out == AT_ONCE + 1


def test_who_looks_away_ends_the_work(qtbot: QtBot) -> None:
    session = session_of(*people(AT_ONCE + 1))
    found = register_of(session)
    found.look(on=True)
    found.look(on=False)
    qtbot.wait(30)
    assert found.worked_out == 0


def test_a_slice_ends_when_its_time_is_over(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SLICE", 0.0)
    session = session_of(*people(FEW + 3))
    found = register_of(session)
    slices: list[int] = []
    found.told.connect(lambda keys: slices.append(len(keys)))
    with qtbot.waitSignal(found.settled):
        pass
    assert slices == [1] * (FEW + 3)


def test_those_in_sight_come_first(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SLICE", 0.0)
    session = session_of(*people(FEW + 3))
    found = register_of(session)
    seen = [one.key.number for one in session.case.travellers[-2:]]
    order: list[int] = []
    found.told.connect(lambda keys: order.extend(keys))
    found.first(seen)
    with qtbot.waitSignal(found.settled):
        pass
    assert order[:2] == seen


def test_a_change_of_one_traveller_works_out_one_line() -> None:
    session = session_of(*people(FEW))
    found = register_of(session)
    before = found.worked_out
    session.change_traveller(msgspec.structs.replace(session.traveller, name="Anne"), "change-name")
    assert found.worked_out == before + 1
    session.undo()
    assert found.worked_out == before + 2
    session.select(0)
    session.show(session.case.travellers[1].key.number)
    assert found.worked_out == before + 2, "nothing of it is of another person"


@pytest.mark.parametrize("change", ["day", "reading"])
def test_another_day_or_count_makes_all_anew_and_the_old_line_stands_till_then(qtbot: QtBot, change: str) -> None:
    session = session_of(*people(FEW + 1))
    found = register_of(session)
    with qtbot.waitSignal(found.settled):
        pass
    key = session.case.travellers[-1].key.number
    before = found.line(key)
    if change == "day":
        session.view.set_day(TODAY + timedelta(1))
    else:
        session.view.set_reading(Reading.USUAL)
    assert not found.complete
    assert found.line(key) is before
    with qtbot.waitSignal(found.settled):
        pass
    assert found.line(key) is not before
    assert found.worked_out == 2 * (FEW + 1)


def test_another_language_works_out_nothing() -> None:
    session = session_of(ANNA)
    found = register_of(session)
    session.view.set_language("kk")
    assert found.worked_out == 1


def test_who_is_gone_is_known_no_more() -> None:
    session = session_of(ANNA, LATE)
    found = register_of(session)
    gone = session.case.travellers[1].key.number
    session.remove_travellers({gone}, "remove-traveller")
    assert found.line(gone) is None
    assert found.late == 0


def test_who_cannot_wait_has_all_at_once() -> None:
    session = session_of(*people(AT_ONCE + 1))
    found: Register = register_of(session)
    found.finish()
    assert found.complete
    assert found.worked_out == AT_ONCE + 1
