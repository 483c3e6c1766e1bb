"""How a source is taken: what there is to choose, and what there is not."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from kzstay.ui.window.importing.taking import NEW, Taking
from tests.helpers import case, traveller
from tests.ui.conftest import OpenCase
from tests.ui.window.importing.open_imports import ANNA, BORIS, SEVERAL, UNNAMED
from tests.ui.window.importing.test_source import read

NAMED = "name,citizenship,entry,exit\nClara Maier,AT,2026-02-01,2026-02-10\n"


def test_nobody_is_there_yet(open_case: OpenCase, qtbot: QtBot) -> None:
    taking = Taking(open_case().session())
    qtbot.addWidget(taking)
    taking.show_found(read(UNNAMED, case(traveller("", name=""))))
    assert taking._whose.isHidden()
    assert taking._how.isHidden()
    assert taking.target is None


def test_somebody_new_is_proposed_by_name(open_case: OpenCase, qtbot: QtBot) -> None:
    taking = Taking(open_case(ANNA, BORIS).session())
    qtbot.addWidget(taking)
    changes: list[int] = []
    taking.changed.connect(lambda: changes.append(1))
    taking.show_found(read(NAMED, case(ANNA, BORIS)))
    assert taking.traveller.currentText() == "Add Clara Maier"
    assert taking.target is None  # nobody has chosen
    assert taking._how.isHidden()  # nothing of hers is there that could be replaced
    taking.traveller.setCurrentIndex(0)
    taking.traveller.activated.emit(0)
    assert changes
    first = taking._session.case.travellers[0].key.number
    assert taking.target == first
    taking.show_found(read(NAMED, case(ANNA, BORIS), target=ANNA.key.number))
    assert not taking._how.isHidden()
    assert taking.target == first
    taking.traveller.setCurrentIndex(2)
    assert taking.target == NEW


def test_several_are_recognised_each(open_case: OpenCase, qtbot: QtBot) -> None:
    taking = Taking(open_case(ANNA).session())
    qtbot.addWidget(taking)
    taking.show_found(read(SEVERAL, case(ANNA)))
    assert taking._whose.isHidden()
    assert not taking._how.isHidden()
    taking.replace.click()
    assert taking.replaces
