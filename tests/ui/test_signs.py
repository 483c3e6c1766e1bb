"""The sign and the colour of each state in the tables: which one stands where, not only that there is one."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QIcon

from kzstay.core.case import Ruling, Traveller
from kzstay.drawing.colours import DARK, LIGHT, Theme
from kzstay.ui.pages.duties.model import STATE
from kzstay.ui.pages.stays.model import EXIT, NOTE, STATUS
from kzstay.ui.widgets.theme import icon
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import day, stay, traveller
from tests.ui import pages_of
from tests.ui.conftest import OpenCase
from tests.ui.sessions import type_day

SIGNS = ("check", "flag", "info", "planned", "question", "stop", "warning")
COLOURS = ("within", "close", "over", "planned", "muted", "text", "accent")
SIZE = QSize(16, 16)
HERE = stay("2026-11-11", notified="2026-11-12")
FINE = Ruling(kind="fine", served=day("2026-11-05"))


def sign(index: QModelIndex, theme: Theme = LIGHT) -> str:
    """Name the sign that a cell shows, and its colour."""
    shown: QIcon = index.data(Qt.ItemDataRole.DecorationRole)
    picture = shown.pixmap(SIZE).toImage()
    (found,) = {
        f"{name}, {colour}"
        for name in SIGNS
        for colour in COLOURS
        if icon(name, getattr(theme, colour), 16).pixmap(SIZE).toImage() == picture
    }
    return found


def stays(window: MainWindow) -> list[str]:
    model = window.stay.stays.stays
    return [sign(model.index(row, STATUS)) for row in range(model.rowCount())]


def duties(window: MainWindow) -> dict[str, str]:
    model = pages_of.duties(window).model
    model.set_unfolded(True)
    rows = {row: duty for row in range(model.rowCount()) if (duty := model.duty(row))}
    return {duty.kind: sign(model.index(row, STATE)) for row, duty in rows.items()}


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        (traveller("DE", stay("2026-05-20", "2026-06-08")), "check, within"),
        (traveller("DE", HERE), "check, within"),
        (traveller("DE", stay("2026-10-30")), "warning, close"),  # six days left
        (traveller("DE", stay("2026-10-01")), "stop, over"),
        (traveller("DE", stay("2026-05-20", "2026-07-08")), "stop, over"),
        (traveller("DE", stay("2026-12-20", "2026-12-27")), "planned, planned"),
        (traveller("DE", stay("2026-12-20", "2027-01-27")), "stop, over"),
        (traveller("NG", stay("2026-11-11")), "warning, close"),  # nothing is known of its terms
    ],
    ids=["was within", "is within", "ends soon", "is over", "was over", "planned", "planned too long", "unknown"],
)
def test_a_stay_bears_the_sign_of_its_state(open_case: OpenCase, who: Traveller, expected: str) -> None:
    assert stays(open_case(who)) == [expected]


def test_each_stay_bears_its_own_sign(open_case: OpenCase) -> None:
    window = open_case(traveller("DE", stay("2026-01-10", "2026-02-20"), HERE, stay("2026-12-20", "2026-12-21")))
    assert stays(window) == ["stop, over", "check, within", "planned, planned"]


def test_a_stay_with_a_day_that_cannot_be_used_bears_a_warning(open_case: OpenCase) -> None:
    window = open_case(traveller("DE", stay("2026-05-20", "2026-06-08"), HERE))
    type_day(window.session(), 0, "exit", "soon")
    assert stays(window) == ["warning, over", "check, within"]


def test_what_the_program_says_in_the_place_of_a_person_is_grey_and_nothing_else(open_case: OpenCase) -> None:
    model = open_case(traveller("DE", stay("2026-05-20", "2026-06-08", note="by train"), HERE)).stay.stays.stays
    grey = QColor(LIGHT.muted)
    cells = [(row, column) for row in (0, 1) for column in range(model.columnCount())]
    shown = {cell for cell in cells if model.index(*cell).data(Qt.ItemDataRole.ForegroundRole) == grey}
    assert shown == {(1, EXIT), (1, NOTE)}  # “still here”, and the limit


@pytest.mark.parametrize(
    ("who", "kind", "expected"),
    [
        (traveller("DE", stay("2026-11-11")), "host-notice", "question, close"),
        (traveller("DE", stay("2026-10-01")), "leave", "stop, over"),
        (traveller("DE", HERE), "host-notice", "check, within"),
        (traveller("DE", stay("2026-11-11", notified="2026-11-20")), "host-notice", "warning, close"),
        (traveller("DE", HERE), "longer", "flag, close"),
        (traveller("RU", stay("2026-11-11", "2026-11-20")), "registration", "info, planned"),
        (msgspec.structs.replace(traveller("DE", HERE), rulings=(FINE,)), "appeal", "info, planned"),
    ],
    ids=["not recorded", "missed", "done", "done late", "open", "waived", "a right that was let go"],
)
def test_a_duty_bears_the_sign_of_its_state(open_case: OpenCase, who: Traveller, kind: str, expected: str) -> None:
    assert duties(open_case(who))[kind] == expected


def test_a_state_is_written_in_the_colour_of_its_sign(open_case: OpenCase) -> None:
    model = pages_of.duties(open_case(traveller("DE", stay("2026-10-01")))).model
    for row, kind in enumerate(duty.kind for duty in model.rows):
        colour = LIGHT.over if kind == "leave" else LIGHT.close
        assert model.index(row, STATE).data(Qt.ItemDataRole.ForegroundRole) == QColor(colour)


def test_signs_take_the_colours_of_the_window(open_case: OpenCase) -> None:
    window = open_case(traveller("DE", stay("2026-10-01")))
    window.preferences.set_appearance("dark")
    assert sign(window.stay.stays.stays.index(0, STATUS), DARK) == "stop, over"
    assert sign(pages_of.duties(window).model.index(0, STATE), DARK) == "stop, over"
