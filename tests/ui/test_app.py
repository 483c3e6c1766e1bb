"""The contract of the window that other programs and checks rely on."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QRectF

from kzstay.ui.app import open_window
from tests.helpers import day, stay, traveller
from tests.ui.conftest import TODAY, OpenCase

ANNA = traveller("DE", stay("2026-09-20", "2026-10-04"), stay("2026-11-11"))


@pytest.mark.parametrize("name", ["hero", "timeline", "minimap", "stays", "duties", "plan", "why", "law"])
def test_every_part_can_be_found_by_its_name(open_case: OpenCase, name: str) -> None:
    window = open_case(ANNA)
    assert window.findChild(QObject, name) is not None


def test_the_timeline_answers_where_days_and_stays_are(open_case: OpenCase) -> None:
    timeline = open_case(ANNA).timeline
    assert timeline.day_at(timeline.x_of(day("2026-10-01"))) == day("2026-10-01")
    bar = timeline.rect_of(0)
    assert isinstance(bar, QRectF)
    assert bar.left() == timeline.x_of(day("2026-09-20"))
    assert bar.right() == pytest.approx(timeline.x_of(day("2026-10-05")))
    assert timeline.rect_of(1).right() == pytest.approx(timeline.x_of(day("2026-11-23")))


def test_the_session_holds_the_case(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    assert window.session().case.travellers == (ANNA,)
    assert window.timeline.session() is window.session()


def test_the_day_of_reckoning_is_the_one_that_was_given(open_case: OpenCase) -> None:
    assert open_case(ANNA, today=day("2026-12-01")).session().on == day("2026-12-01")


def test_a_window_without_a_file_invites_to_begin(open_case: OpenCase) -> None:
    window = open_case()
    assert window.session().blank
    assert window.empty.isVisible()


def test_a_file_that_cannot_be_opened_leaves_a_sentence(open_case: OpenCase, tmp_path: Path) -> None:
    broken = tmp_path / "broken.kzstay"
    broken.write_text('{"format": "kzstay", "version": 1, "trav')
    window = open_case(path=broken)
    assert window.info.isVisible()
    assert window.info.text.text() == "broken.kzstay: The file is cut short at line 1: its end is missing."
    assert window.session().path is None
    assert open_window.__doc__
    assert window.session().today == TODAY
