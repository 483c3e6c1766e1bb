"""How a case is looked at: the day, the way of counting and the language, and in which order others hear of it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzstay.core.case import of_these_years
from kzstay.core.readings import Reading
from kzstay.i18n import LANGUAGES, Language
from kzstay.ui.session.view import View
from tests.helpers import day

TODAY = day("2026-11-22")
DAYS = st.dates(day("1991-01-01"), day("2199-12-31"))


def heard(view: View) -> list[tuple[str, str]]:
    """Collect what a view tells, with the language that it speaks by then."""
    told: list[tuple[str, str]] = []
    for name in ("leaving", "retranslated", "changed"):
        getattr(view, name).connect(lambda name=name: told.append((name, view.w.language)))
    return told


def test_a_view_begins_today_on_the_strict_side() -> None:
    view = View(TODAY, "en")
    assert (view.on, view.today, view.reading, view.w.language) == (TODAY, TODAY, Reading.SAFE, "en")


@given(st.dates(), st.dates())
def test_the_day_is_always_one_that_is_reckoned_for(today: date, on: date) -> None:
    view = View(today, "en")
    assert of_these_years(view.on)
    view.set_day(on)
    assert of_these_years(view.on)
    assert view.on == on or not of_these_years(on)


@given(DAYS, DAYS)
def test_who_looks_at_today_goes_on_at_midnight(today: date, tomorrow: date) -> None:
    view = View(today, "en")
    told = heard(view)
    view.day_changed(tomorrow)
    assert view.on == view.today == tomorrow
    assert told == ([("changed", "en")] if tomorrow != today else [])


@given(DAYS, DAYS, DAYS)
def test_who_looks_at_another_day_stays_there(today: date, on: date, tomorrow: date) -> None:
    view = View(today, "en")
    view.set_day(on)
    told = heard(view)
    view.day_changed(tomorrow)
    assert view.today == tomorrow
    assert view.on == (tomorrow if on == today else on)
    assert bool(told) is (on == today != tomorrow)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_typed_is_taken_over_in_the_language_it_was_typed_in(language: Language) -> None:
    view = View(TODAY, "en")
    told = heard(view)
    view.set_language(language)
    assert told == [("leaving", "en"), ("retranslated", language), ("changed", language)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_form_of_days_is_said_anew_as_another_language_is_and_outlives_that(language: Language) -> None:
    view = View(TODAY, "en")
    told = heard(view)
    view.set_dates("iso")
    view.set_week_start(6)
    assert told == [("leaving", "en"), ("retranslated", "en"), ("changed", "en")] * 2
    view.set_language(language)
    assert (view.w.language, view.w.dates, view.w.week_start) == (language, "iso", 6)


def test_another_day_or_reading_is_no_other_language() -> None:
    view = View(TODAY, "en")
    told = heard(view)
    view.set_reading(Reading.USUAL)
    view.set_day(day("2026-12-01"))
    assert (view.reading, view.on, view.today) == (Reading.USUAL, day("2026-12-01"), TODAY)
    assert told == [("changed", "en")] * 2
