"""What to do first: the invitation over an empty timeline."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from kzstay.drawing.shapes import BRACKET, RULER
from kzstay.i18n import LANGUAGES
from kzstay.ui.timeline.focus import RING
from tests.helpers import stay, traveller
from tests.ui.conftest import OpenCase


def test_an_empty_window_invites_and_goes_away_with_the_first_stay(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case()
    assert window.stay.empty.isVisible()
    window.stay.empty.add.click()
    assert not window.stay.empty.isVisible()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session().traveller.stays == (stay("2026-11-22", "2026-11-22"),))
    window.commands.undo.trigger()
    assert window.stay.empty.isVisible()
    window.stay.empty.add.click()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(window.stay.empty.isVisible)
    assert window.session().traveller.stays == (), "what was only proposed counts for nothing"


def test_the_invitation_gives_way_to_the_first_stay_while_it_is_drawn(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case()
    timeline, left = window.stay.timeline, Qt.MouseButton.LeftButton
    qtbot.mousePress(timeline, left, pos=QPoint(300, 104))
    qtbot.mouseMove(timeline, QPoint(320, 104))
    qtbot.mouseMove(timeline, QPoint(360, 104))
    assert not window.stay.empty.isVisible()
    qtbot.keyClick(timeline, Qt.Key.Key_Escape)
    assert window.stay.empty.isVisible()
    qtbot.mouseRelease(timeline, left, pos=QPoint(360, 104))


def test_the_invitation_opens_the_example(open_case: OpenCase) -> None:
    window = open_case()
    window.stay.empty.example.setFocus(Qt.FocusReason.MouseFocusReason)
    window.stay.empty.example.click()
    assert not window.stay.empty.isVisible()
    assert window.session().traveller.stays
    assert window.focusWidget() is window.stay.timeline, "and not the next button of its foot"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(960, 540), (948, 690), (1280, 900), (1900, 1000)])
def test_the_invitation_stands_in_the_middle_of_the_timeline_and_within_it(
    open_case: OpenCase, language: str, size: tuple[int, int]
) -> None:
    window = open_case()
    window.commands.by_name[f"language_{language}"].trigger()
    empty = window.stay.empty
    assert empty.height() == empty.sizeHint().height(), "another language may take more lines"
    window.resize(*size)
    QApplication.processEvents()
    place, room = window.stay.empty.geometry(), window.stay.timeline.rect()
    assert room.contains(place)
    assert abs(place.center().x() - room.center().x()) <= 1
    scale = window.stay.timeline.size().height() / window.stay.timeline.height()
    assert place.top() > RULER * scale, "the names of the days are seen over it"
    assert place.bottom() < room.bottom() - RING, "and so is the ring round the timeline"
    for part in (window.stay.empty.text, window.stay.empty.add, window.stay.empty.example):
        assert part.width() >= part.minimumSizeHint().width()
        assert window.stay.empty.rect().contains(part.geometry())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(960, 540), (1280, 900)])
def test_the_invitation_covers_no_words_of_the_bracket(
    open_case: OpenCase, language: str, size: tuple[int, int]
) -> None:
    window = open_case(traveller("DE"))
    window.commands.by_name[f"language_{language}"].trigger()
    window.resize(*size)
    QApplication.processEvents()
    timeline, empty = window.stay.timeline, window.stay.empty
    bracket = timeline.scene().bracket
    assert bracket is not None
    assert bracket.label is not None
    assert empty.isVisible()
    assert empty.y() >= BRACKET + timeline.fontMetrics().height() // 2
    assert timeline.rect().contains(empty.geometry())
