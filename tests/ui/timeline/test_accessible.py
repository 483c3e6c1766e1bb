"""A screen reader finds the stays on the timeline."""

from __future__ import annotations

from PySide6.QtGui import QAccessible

from tests.helpers import stay, traveller
from tests.ui.conftest import OpenCase


def test_each_stay_is_an_item_with_its_days_its_standing_and_its_place(open_case: OpenCase) -> None:
    window = open_case(traveller("DE", stay("2026-09-20", "2026-10-04"), stay("2026-11-11")))
    access = QAccessible.queryAccessibleInterface(window.timeline)
    assert access.role() == QAccessible.Role.List
    assert access.childCount() == 2
    first, second = access.child(0), access.child(1)
    assert first.text(QAccessible.Text.Name) == "20 Sep 2026 – 4 Oct 2026"
    assert first.text(QAccessible.Text.Description) == "within limits"
    assert second.text(QAccessible.Text.Description) == "leave by 10 Dec 2026"
    place = window.timeline.mapToGlobal(window.timeline.rect_of(0).toAlignedRect().topLeft())
    assert first.rect().topLeft() == place


def test_the_picture_is_told_in_a_sentence(open_case: OpenCase) -> None:
    window = open_case(traveller("DE", stay("2026-11-11")))
    assert window.timeline.accessibleName() == "Timeline of stays"
    assert window.timeline.accessibleDescription() == "Leave by Thursday, 10 December 2026. 18 days left"


def test_the_selected_stay_is_marked(open_case: OpenCase) -> None:
    window = open_case(traveller("DE", stay("2026-11-11")))
    access = QAccessible.queryAccessibleInterface(window.timeline)
    assert not access.child(0).state().selected
    window.session().select(0)
    assert access.child(0).state().selected
