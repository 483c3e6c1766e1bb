"""The report as plain tables: nothing is lost between what is answered and the cells, in any language."""

from __future__ import annotations

from datetime import date, timedelta
from typing import get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzstay.content import rows
from kzstay.content.rows import Told
from kzstay.content.table import Row
from kzstay.core import agenda
from kzstay.core.assess import Assessment, assess
from kzstay.core.case import Ruling, RulingKind, Traveller
from kzstay.core.readings import Reading
from kzstay.core.register import by_urgency
from kzstay.core.verdict import Standing
from kzstay.files.report_id import report_id
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import foreign
from kzstay.texts import law as law_texts
from kzstay.texts.words import words
from tests.core.builders import LAW, SAFE, expulsion, fine
from tests.helpers import day, permit, stay, traveller
from tests.test_any_case import travellers

ON = day("2026-11-22")
EN = words("en")
LANGUAGE = st.sampled_from(LANGUAGES)
READING = st.sampled_from(list(Reading))


def unlimited(who: Traveller) -> Traveller:
    """Return somebody whose visas allow any number of days: what thousands leave for a plan takes long to find."""
    permits = tuple(msgspec.structs.replace(one, days=None, period=None, entries=None) for one in who.permits)
    return msgspec.structs.replace(who, permits=permits)


PEOPLE = travellers().map(unlimited)


def assessed(who: Traveller, on: date = ON, reading: Reading = SAFE) -> Assessment:
    return assess(who, on, LAW, reading)


def told(who: Traveller, on: date = ON, reading: Reading = SAFE, language: Language = "en") -> Told:
    (found,) = rows.told([assessed(who, on, reading)], words(language))
    return found


def texts(row: Row) -> str:
    return " ".join(value for value in row.values() if isinstance(value, str))


# Columns


@pytest.mark.parametrize("reading", Reading)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_columns_of_a_table_have_one_header_or_key(language: Language, reading: Reading) -> None:
    for table in rows.tables(words(language), assessed(traveller("DE"), reading=reading)):
        headers, keys = ([getattr(column, name) for column in table.columns] for name in ("header", "key"))
        assert all(headers)
        assert len({header.casefold() for header in headers}) == len(headers)
        assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_key_has_one_header_in_all_tables(language: Language) -> None:
    known: dict[str, str] = {}
    for table in rows.tables(words(language), assessed(traveller("DE"))):
        for column in table.columns:
            assert known.setdefault(column.key, column.header) == column.header
    # No two of them are one in the flat table either, whatever table they come from
    assert len(set(known.values())) == len(known)


def test_the_stays_have_what_a_table_to_be_read_in_has() -> None:
    _, stays, _ = rows.tables(EN, assessed(traveller("DE")))
    asked = ["traveller", "citizenship", "passport", "born", "entry", "exit", "notified", "registered"]
    assert set(asked) <= {column.key for column in stays.columns}


# Whatever the case


@given(PEOPLE, st.dates(date(1995, 1, 1), date(2190, 1, 1)), READING, LANGUAGE)
def test_every_cell_has_its_column_and_says_what_was_answered(
    who: Traveller, on: date, reading: Reading, language: Language
) -> None:
    w, a = words(language), assessed(who, on, reading)
    (found,) = rows.told([a], w)
    for table, listed in zip(rows.tables(w, a), ([found.summary], found.stays, found.duties), strict=True):
        keys = {column.key for column in table.columns}
        for row in listed:
            assert row.keys() <= keys
            assert all(value is None or isinstance(value, (str, int, date)) for value in row.values())
    assert found.summary["leave_by"] == a.day_to_leave
    following = None if a.resides else a.next_entry
    assert found.summary.get("next_entry") == (following and following.day)
    assert found.summary.get("next_days") == (following and following.days)
    assert [row["entry"] for row in found.stays] == [who.stays[index].entry for index in who.in_order()]
    assert [row["due"] for row in found.duties] == [duty.due.under(reading) for duty in agenda.reported(a)]
    over = [one.overstay_days for one in a.stays if not one.planned]
    untold = a.standing is Standing.NO_REGIME or any(one.perhaps_over for one in a.stays if not one.planned)
    assert found.summary["overstay_days"] == (None if a.citizen or (untold and not sum(over)) else sum(over))


@given(PEOPLE, st.dates(date(1995, 1, 1), date(2190, 1, 1)))
def test_the_days_of_the_year_are_those_on_which_somebody_was_here(who: Traveller, on: date) -> None:
    a = assessed(who, on)
    spans = [(one.entry, a.reckoning.end(one.index)) for one in a.stays if not one.planned]
    first = date(on.year, 1, 1)
    year = [first + timedelta(number) for number in range((on - first).days + 1)]
    expected = sum(any(entry <= day <= end for entry, end in spans) for day in year)
    # An exit that is not recorded may have been long before the next entry
    unknown = any(one.exit_missing and a.reckoning.end(one.index) >= first for one in a.stays)
    assert told(who, on).summary["year_days"] == (None if unknown else expected)


@given(st.lists(PEOPLE, min_size=1, max_size=3), READING)
def test_whoever_has_the_least_time_comes_first(people: list[Traveller], reading: Reading) -> None:
    found = [assessed(one, reading=reading) for one in people]
    order = [a.standing for a in by_urgency(found)]
    assert [one.standing for one in rows.told(found, EN)] == order


# The summary


def test_the_summary_tells_the_answer() -> None:
    who = traveller("DE", stay("2026-08-01", "2026-08-30"), stay("2026-11-11"), born="1991-04-12")
    found = told(who).summary
    assert found["traveller"] == "Anna Schmidt"
    assert (found["citizenship"], found["passport"], found["born"]) == ("Germany", "ordinary passport", who.born)
    assert found["status"] == "within limits"
    assert (found["leave_by"], found["days_left"], found["overstay_days"]) == (day("2026-12-10"), 18, 0)
    assert (found["limit"], found["used"], found["remaining"]) == ("90 days in each 180 days", 42, 48)
    # 30 of August, and 11 to 22 November
    assert found["year_days"] == 42
    assert (found["next_duty"], found["next_due"], found["missed"], found["note"]) == ("", None, "", "")
    assert found["certainty"] == "high"


def test_the_next_duty_and_what_the_next_entry_assumes_are_told() -> None:
    found = told(traveller("DE", stay("2026-11-20"))).summary
    assert (found["next_duty"], found["next_due"]) == ("Host's notice of arrival", day("2026-11-24"))
    assert (found["next_assumes"], found["next_days"]) == (day("2026-12-19"), 30)


@given(PEOPLE, READING)
def test_both_counts_tell_the_same_two_days(who: Traveller, reading: Reading) -> None:
    mine, theirs = (told(who, reading=side).summary for side in (reading, reading.other))
    if mine["leave_by"] == theirs["leave_by"]:
        assert mine["leave_by_other"] is None
    else:
        assert mine["leave_by_other"] == theirs["leave_by"]


def test_an_order_sets_the_day_where_it_gives_more_than_the_days() -> None:
    who = traveller("DE", stay("2026-09-01"))
    ordered = Traveller(
        name="A", citizenship="DE", stays=who.stays, rulings=(expulsion("2026-11-16", "2026-11-30"),)
    )
    found = told(ordered).summary
    assert (found["leave_by"], found["because"]) == (
        day("2026-11-30"),
        "the day by which a ruling told to leave",
    )
    assert "By order of a court, leave by Monday, 30 November 2026" in str(found["missed"])
    assert told(ordered).standing is Standing.ORDERED


def test_none_over_is_not_said_of_whom_it_is_not_known() -> None:
    assert told(traveller("PK", stay("2026-10-01"))).summary["overstay_days"] is None
    unknown = traveller("RU", stay("2026-03-05"), stay("2026-08-15", "2026-09-03"))
    assert told(unknown).summary["overstay_days"] is None


def test_what_forbids_and_what_was_missed_is_told() -> None:
    refused = Traveller(name="A", citizenship="DE", rulings=(fine("2026-08-05"),))
    assert "No entry before the fine served on 5 Aug 2026 is paid" in str(told(refused).summary["missed"])
    assert told(refused).summary.get("next_entry") is None
    over = traveller("DE", stay("2026-03-01", "2026-04-10"))
    assert "earlier stay" in str(told(over).summary["missed"])
    assert told(over).summary["overstay_days"] == 11


def test_what_would_undo_the_next_entry_is_told_beside_it() -> None:
    found = told(traveller("DE", stay("2026-10-01"))).summary
    assert str(found["note"]).startswith("Next entry: that holds only if no fine stays unpaid")
    assert isinstance(found["next_entry"], date)


def test_days_over_that_only_a_missing_exit_makes_are_none_that_are_counted() -> None:
    who = traveller("DE", stay("2026-08-01"), stay("2026-10-28"))
    found = told(who)
    assert "days_left" in found.summary
    left = found.summary["days_left"]
    assert left is None or (isinstance(left, int) and left >= 0)
    assert "Exit: not recorded" in str(found.stays[0]["status"])


def test_who_needs_a_visa_is_told_so() -> None:
    found = told(traveller("ZA")).summary
    assert (found["leave_by"], found.get("next_entry")) == (None, None)
    assert "visa" in str(found["note"])


def test_a_citizen_of_kazakhstan_owes_nothing() -> None:
    found = told(traveller("KZ", stay("2026-01-01")))
    assert found.summary["status"] == "citizen of Kazakhstan"
    assert (found.summary["overstay_days"], found.summary["leave_by"], found.duties) == (None, None, [])


def test_who_lives_here_is_asked_for_no_next_entry() -> None:
    who = traveller("DE", stay("2026-11-11"), permits=[permit("2025-01-01", "2035-01-01", "residence")])
    found = told(who).summary
    assert "next_entry" not in found
    assert "permanent residence permit is valid until" in str(found["note"])


# Stays and duties


def test_a_stay_without_an_exit_says_why() -> None:
    who = traveller("DE", stay("2026-07-01", "2026-07-10"), stay("2026-11-11"), stay("2027-02-01"))
    left, here, planned = (row["status"] for row in told(who).stays)
    assert left == "within limits"
    assert str(here).startswith("still here · ")
    assert str(planned).startswith("planned")


def test_what_was_recorded_of_a_stay_is_told_as_it_was() -> None:
    who = traveller(
        "DE",
        stay("2026-09-01", "2026-09-10", notified="2026-09-02", registered="2026-09-05", note="a=1\nb"),
        stay("2026-11-11", citizenship="RU", passport="service", kind="transit"),
    )
    first, second = told(who).stays
    assert (first["notified"], first["registered"]) == (day("2026-09-02"), day("2026-09-05"))
    assert (first["note"], first["kind"], first["shown_citizenship"]) == ("a=1 b", "visit", "")
    assert (second["shown_citizenship"], second["shown_passport"]) == ("Russia", "service passport")
    assert second["kind"] == "transit"
    assert (first["stay"], second["stay"]) == (1, 2)


def test_a_duty_tells_what_a_person_or_an_office_asks() -> None:
    found = told(traveller("DE", stay("2026-10-01")))
    notice = next(row for row in found.duties if row["duty"] == "Host's notice of arrival")
    assert (notice["who"], notice["stay"], notice["right"]) == ("host", 1, "duty")
    assert (notice["due"], notice["due_other"]) == (day("2026-10-05"), day("2026-10-06"))
    assert "vmp.gov.kz" in str(notice["where"])
    assert "Law on Migration of Population, art. 6" in str(notice["articles"])
    assert notice["certainty"] in ("high", "medium", "low")
    late = next(row for row in found.duties if row["duty"] == "Leave Kazakhstan")
    assert "fine of" in str(late["cost"])


def test_a_right_is_told_from_a_duty_and_the_end_of_a_ban_is_neither() -> None:
    who = Traveller(
        name="A",
        citizenship="DE",
        rulings=(fine("2026-11-18"), expulsion("2026-01-16", "2026-01-30", "2026-01-30")),
    )
    kinds = {str(row["duty"]).partition(" (")[0].partition(",")[0]: row["right"] for row in told(who).duties}
    assert kinds["Appeal against the fine"] == "right"
    assert kinds["Pay the fine"] == "duty"
    assert kinds["End of the entry ban"] == ""


def test_nobody_too_young_is_told_of_a_penalty() -> None:
    who = traveller("DE", stay("2026-09-01"), born="2014-01-01")
    costs = [str(row["cost"]) for row in told(who).duties if row["cost"]]
    assert any("nobody under the age of" in text.casefold() for text in costs)


# About


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_says_what_it_was_reckoned_with(language: Language) -> None:
    w, found = words(language), [assessed(traveller("DE", stay("2026-11-11")))]
    plain = rows.about(found, w)
    mark = report_id([found[0].traveller], ON, SAFE, LAW.collected)
    assert plain[0] == (w.gettext("Report ID"), mark)
    assert plain[-1][1] == law_texts.disclaimer(w)
    assert (w.gettext("Calculated for"), ON) in plain
    more = [pair for pair in rows.about(found, w, (2, 1)) if pair not in plain]
    assert [label for label, _ in more] == [w.gettext("Left out")] * 2
    assert "2" in str(more[0][1])
    assert "1" in str(more[1][1])


def test_the_assessments_that_are_given_keep_nothing_of_the_rows() -> None:
    found = [assessed(traveller("DE", stay("2026-11-11")))]
    before = set(vars(found[0]))
    list(rows.told(found, EN))
    assert set(vars(found[0])) == before


HARMFUL = ["<script>alert(1)</script>", "=1+1", "\u202eevil", "a\0b\x1b[31m\r\n", "я" * 10_000, "\ud800"]


@pytest.mark.parametrize("name", HARMFUL, ids=range(len(HARMFUL)))
def test_what_somebody_typed_is_made_harmless(name: str) -> None:
    who = traveller("DE", stay("2026-11-11", note=name), name=name)
    found = told(who)
    for row in (found.summary, *found.stays, *found.duties):
        assert row["traveller"] == foreign.name(name)
        assert foreign.clean(texts(row)) == texts(row)
    assert found.stays[0]["note"] == foreign.remark(name)


@pytest.mark.parametrize("kind", get_args(RulingKind))
def test_every_ruling_can_be_told(kind: RulingKind) -> None:
    who = Traveller(name="A", citizenship="DE", rulings=(Ruling(kind=kind, served=ON),))
    for language in LANGUAGES:
        assert told(who, language=language).summary["status"]


@pytest.mark.parametrize(
    ("on", "said"), [("2027-05-21", ""), ("2027-05-22", "old"), ("2027-11-22", "out of date")]
)
def test_what_a_table_says_of_itself_tells_once_that_the_law_data_is_old(on: str, said: str) -> None:
    found = [assess(traveller(country), day(on), LAW) for country in ("DE", "FR")]
    told = [str(value) for _label, value in rows.about(found, EN) if str(value).startswith("The law data is")]
    assert len(told) == bool(said)
    assert all(said in text for text in told)
