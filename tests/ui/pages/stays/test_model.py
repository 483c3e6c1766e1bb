"""What the rows of the stays say: the days, how each stay stands, and its columns."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from kzstay.core import editing
from kzstay.core.case import Stay
from kzstay.ui.pages.stays.model import DAYS, ENTRY, EXIT, STATUS
from tests.helpers import stay, traveller
from tests.ui.conftest import OpenCase
from tests.ui.pages.stays.stay_rows import ANNA, FIRST, PRESENT, shown
from tests.ui.sessions import file_of, type_day, type_text


def test_the_table_keeps_to_the_rules_of_models(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    session = window.session()
    tester = QAbstractItemModelTester(
        window.stay.stays.stays, QAbstractItemModelTester.FailureReportingMode.Warning, window
    )
    type_day(session, FIRST, "exit", "soon")
    type_text(session, FIRST, "note", "by train")
    session.change(editing.inserted(session.traveller, stay("2026-07-01", "2026-07-05")), "Add stay")
    session.change(editing.removed(session.traveller, FIRST), "Delete stay")
    session.undo_stack.undo()
    file_of(session).new()
    assert tester.model() is window.stay.stays.stays


def test_a_row_says_the_days_and_how_the_stay_stands(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    columns = (ENTRY, EXIT, DAYS, STATUS)
    assert [shown(window, FIRST, column) for column in columns] == [
        "20 May 2026",
        "8 Jun 2026",
        "20",
        "within limits",
    ]
    assert [shown(window, PRESENT, column) for column in columns] == [
        "11 Nov 2026",
        "still here",
        "12",
        "leave by 10 Dec 2026",
    ]


@pytest.mark.parametrize(
    ("stays", "status"),
    [
        ([stay("2026-10-01")], "23 days over"),
        ([stay("2027-01-08", "2027-01-24")], "planned · possible"),
        ([stay("2027-01-08", "2027-02-08")], "planned · 2 days too long"),
        ([stay("2026-11-01", "2026-12-04")], "leave by 30 Nov 2026, not on the planned day"),
    ],
)
def test_the_status_tells_what_is_wrong_with_a_stay(open_case: OpenCase, stays: list[Stay], status: str) -> None:
    assert shown(open_case(traveller("DE", *stays)), 0, STATUS) == status


def test_who_needs_a_visa_reads_so_in_the_row(open_case: OpenCase) -> None:
    assert shown(open_case(traveller("AF", stay("2026-11-10"))), 0, STATUS) == "needs a visa"


def test_headers_speak_the_language_of_the_window(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    model = window.stay.stays.stays

    def headers() -> list[str]:
        return [
            model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole) for column in range(7)
        ]

    english = headers()
    window.preferences.set_language("kk")
    kazakh = headers()
    assert not set(english) & set(kazakh)
