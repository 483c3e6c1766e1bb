"""The document of last time is opened again where it was, unless it is gone or another window has it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kzstay.ui.session.claim import Claim
from kzstay.ui.system import settings as settings_file
from kzstay.ui.system.folders import unsaved_path
from kzstay.ui.window import last_time
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import stay, traveller
from tests.ui.conftest import TODAY, OpenCase
from tests.ui.sessions import type_text

ANNA = traveller("DE", stay("2026-09-20", "2026-10-04"), stay("2026-11-11"), name="Anna")
BORIS = traveller("GB", stay("2026-11-01", "2026-11-05"), name="Boris")
pytestmark = pytest.mark.fresh_window


def again(open_case: OpenCase) -> MainWindow:
    """Start once more, as a start without a file does."""
    window = open_case(today=TODAY)
    last_time.come_back(window)
    return window


def look_elsewhere(window: MainWindow) -> None:
    window.session().show(window.session().case.travellers[1].key.number)
    window.stay.timeline.zoom(1.6)


@pytest.mark.parametrize("place", ["stay", "people", "guide", "contacts"])
def test_the_last_document_comes_back_with_its_place_and_traveller_and_days(
    open_case: OpenCase, place: str
) -> None:
    window = open_case(ANNA, BORIS)
    look_elsewhere(window)
    window.stay.show_page("duties")
    window.places.show_place(place)
    path, scale = window.case_file.path, window.stay.timeline.scale
    window.close()
    now = again(open_case)
    assert now.case_file.path == path
    assert now.places.current == place
    assert now.stay.page == "duties"
    assert now.session().traveller.name == "Boris"
    seen = now.stay.timeline.scale
    assert abs((seen.first - scale.first).days) <= 1
    assert abs((seen.last - scale.last).days) <= 1


def test_it_does_not_wander_from_start_to_start(open_case: OpenCase) -> None:
    window = open_case(ANNA, BORIS)
    window.stay.timeline.zoom(1.6)
    window.close()
    noted = [settings_file.load().last]
    for _ in range(3):
        again(open_case).close()
        noted.append(settings_file.load().last)
    assert noted == noted[:1] * 4


def test_one_that_is_gone_is_told_of_in_a_word_and_is_no_error(open_case: OpenCase, tmp_path: Path) -> None:
    window = open_case(ANNA)
    window.close()
    (tmp_path / "case.kzstay").unlink()
    now = again(open_case)
    assert now.case_file.blank
    assert "case.kzstay" in now.info.text.text()
    assert not now.info._shown.caution


def test_one_that_another_window_has_is_left_to_it(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    path = window.case_file.path
    assert path is not None
    window.close()
    other = Claim(unsaved_path().parent)
    assert other.take(path)
    now = again(open_case)
    assert now.case_file.blank
    assert now.info.isHidden()


def test_a_case_without_a_file_is_no_last_document(open_case: OpenCase) -> None:
    open_case(ANNA).close()
    window = open_case()
    type_text(window.session(), 0, "note", "") if window.session().traveller.stays else None
    window.close()
    assert settings_file.load().last == settings_file.Last()
    assert again(open_case).case_file.blank


def test_a_new_window_that_closes_last_with_nothing_in_it_leaves_the_last_document_what_it_is(
    open_case: OpenCase,
) -> None:
    window = open_case(ANNA)
    path = window.case_file.path
    other = open_case()
    last_time.begin_anew(other)
    window.close()
    other.close()
    assert settings_file.load().last.file == str(path)


SPOILT: dict[str, Callable[[settings_file.Last], None]] = {
    "place": lambda last: setattr(last, "place", "nowhere"),
    "page": lambda last: setattr(last, "page", "no page"),
    "traveller": lambda last: setattr(last, "traveller", 99),
    "before": lambda last: setattr(last, "traveller", -3),
    "no days": lambda last: setattr(last, "first", "yesterday"),
    "turned days": lambda last: setattr(last, "last", "1999-01-01"),
    "long ago": lambda last: setattr(last, "last", "2025-01-01"),
}


@pytest.mark.parametrize("spoilt", SPOILT)
def test_what_is_no_place_to_go_to_is_left_out(open_case: OpenCase, spoilt: str) -> None:
    window = open_case(ANNA, BORIS)
    window.close()
    settings = settings_file.load()
    SPOILT[spoilt](settings.last)
    settings_file.save(settings)
    now = again(open_case)
    assert now.session().case.travellers == (ANNA, BORIS)
    timeline = now.stay.timeline
    assert timeline.scale.first < now.session().view.on < timeline.scale.last
