"""What the reader should know of an answer beside it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzstay.core.assess import assess
from kzstay.core.case import STATELESS, HostKind, Move, PassportKind, PermitKind, Traveller
from kzstay.core.law.schema import Need
from kzstay.core.notes import Note, NoteCode
from kzstay.core.readings import Reading
from tests.core.builders import LAW, SAFE, USUAL, expulsion, fine, ruled, visa
from tests.helpers import day, move, permit, stay, traveller


def notes(person: Traveller, on: str, reading: Reading = SAFE) -> list[Note]:
    return assess(person, day(on), LAW, reading).notes


def codes(person: Traveller, on: str, reading: Reading = SAFE) -> list[str]:
    return [note.code for note in notes(person, on, reading)]


# Who needs what


def one_of(need: Need) -> tuple[str, PassportKind]:
    """Return a citizenship and a passport that need this now, by the law data."""
    on = day("2026-11-22")
    stateless = next(row for row in LAW.visas if STATELESS in row.countries)  # who are told more
    row = next(row for row in LAW.visas if row.needs == need and row.in_force(on, SAFE) and row != stateless)
    return row.countries[0], row.passports[0]


@pytest.mark.parametrize(
    ("need", "code"),
    [
        ("visa", "visa-needed"),
        ("e-visa", "e-visa"),
        ("days-unknown", "days-unknown"),
        ("unknown", "regime-unknown"),
    ],
)
def test_who_has_no_regime_is_told_what_is_needed(need: Need, code: NoteCode) -> None:
    country, passport = one_of(need)
    person = traveller(country, stay("2026-11-20", notified="2026-11-20"), passport=passport)
    assert notes(person, "2026-11-22") == [Note(code, 0, day("2026-11-20"))]
    assert notes(traveller(country, passport=passport), "2026-11-22") == [Note(code, None, day("2026-11-22"))]


def test_of_who_is_in_no_row_nothing_is_known_and_nobody_visa_free_today_is_told_of_a_visa() -> None:
    # Germany before the pilot of 2014
    person = traveller("DE", stay("2013-05-01", "2013-05-04"))
    assert notes(person, "2013-05-05")[0] == Note("regime-not-known", 0, day("2013-05-01"))
    assert notes(traveller("DE"), "2013-05-05") == [Note("regime-not-known", None, day("2013-05-05"))]
    assert notes(traveller("AF"), "2013-05-05") == [Note("regime-unknown", None, day("2013-05-05"))]


def test_while_the_list_was_suspended_a_visa_was_needed() -> None:
    person = traveller("DE", stay("2020-05-01", "2020-05-10", notified="2020-05-01"))
    assert notes(person, "2020-05-05") == [Note("visa-needed", 0, day("2020-05-01"))]


def test_a_note_of_a_missing_regime_names_what_is_needed_and_no_other_does() -> None:
    assert Note("visa-needed", None, day("2026-11-22")).need == "visa"
    assert Note("transport").need is None


def test_a_citizen_of_kazakhstan_is_told_to_be_no_foreigner() -> None:
    assert notes(traveller("KZ"), "2026-11-22") == [Note("citizen", None, day("2026-11-22"))]


@pytest.mark.parametrize(
    ("entry", "last", "told"),
    [
        ("2019-12-01", "2019-12-06", True),
        ("2019-12-01", "2019-12-05", False),  # five days, and no more
        ("2020-01-10", "2020-01-20", True),
        ("2020-01-11", "2020-01-20", False),
        ("2012-01-20", "2012-02-20", False),  # before what is known
    ],
)
def test_of_a_stay_before_2020_the_registration_of_that_time_is_told(entry: str, last: str, told: bool) -> None:
    # invest.gov.kz: more than five calendar days; law 292-VI ended it
    person = traveller("GE", stay(entry, last, notified=entry))
    found = [note for note in notes(person, "2020-03-01") if note.code == "former-registration"]
    assert found == [Note("former-registration", 0, day("2020-01-10"))] * told


def test_a_stay_that_was_prolonged_tells_to_which_day() -> None:
    person = traveller("RU", stay("2020-02-20", "2020-10-25", notified="2020-02-21"))
    assert notes(person, "2020-11-10") == [Note("prolonged", 0, day("2021-01-05"))]


def test_a_missing_regime_is_noted_of_each_stay_and_of_an_entry_today() -> None:
    person = traveller(
        "PK",
        stay("2026-01-01", "2026-01-02", notified="2026-01-01"),
        stay("2026-10-01", "2026-10-02", notified="2026-10-01"),
    )
    assert notes(person, "2026-11-22") == [
        Note("visa-needed", 0, day("2026-01-01")),
        Note("visa-needed", 1, day("2026-10-01")),
        Note("visa-needed", None, day("2026-11-22")),
    ]


def test_a_visa_needs_no_regime() -> None:
    held = [permit("2026-11-01", "2026-12-31")]
    assert notes(traveller("PK", stay("2026-11-20", notified="2026-11-20"), permits=held), "2026-11-22") == []
    assert notes(traveller("PK", permits=held), "2026-11-22") == []
    assert codes(traveller("PK", permits=held), "2027-01-01") == ["visa-needed"]


# Slips in what was entered


def test_a_missing_exit_is_noted_once_the_next_stay_has_begun() -> None:
    person = traveller("DE", stay("2026-05-01", notified="2026-05-01"), stay("2026-07-01", "2026-07-10"))
    assert Note("exit-missing", 0, day("2026-05-01")) in notes(person, "2026-07-01")
    assert notes(person, "2026-06-30") == []


@pytest.mark.parametrize(
    ("told", "outside"),
    [
        (move("2026-11-10"), True),
        (move("2026-11-11"), False),
        (move("2026-11-20"), False),
        (move("2026-11-21"), True),
    ],
)
def test_a_change_of_address_before_the_entry_or_after_the_exit_is_noted(told: Move, outside: bool) -> None:
    person = traveller(
        "DE", stay("2026-11-11", "2026-11-20", notified="2026-11-11", registered="2026-11-11", moves=[told])
    )
    assert notes(person, "2026-11-12") == ([Note("move-outside", 0, told.on)] if outside else [])
    duties = assess(person, day("2026-11-12"), LAW).duties
    assert (told.on in [duty.since for duty in duties if duty.kind == "address-change"]) is not outside


def test_an_open_stay_has_no_end_that_a_change_of_address_could_miss() -> None:
    moves = [move("2026-11-20", "2026-11-20"), move("2026-11-10")]
    person = traveller("DE", stay("2026-11-11", notified="2026-11-11", moves=moves))
    assert notes(person, "2026-11-22") == [Note("move-outside", 0, day("2026-11-10"))]


def test_entries_that_were_used_are_noted_of_the_stay() -> None:
    person = traveller(
        "DE",
        stay("2026-02-01", "2026-02-10", notified="2026-02-01"),
        stay("2026-03-01", "2026-03-10", notified="2026-03-01"),
        permits=[visa("2026-01-15", "2026-06-30", entries=1)],
    )
    assert notes(person, "2026-11-22") == [Note("entries-used", 1, day("2026-03-01"))]


def test_a_record_dated_before_what_it_tells_of_is_noted() -> None:
    moves = [move("2026-11-14", "2026-11-13"), move("2026-11-16", "2026-11-16")]
    early = stay("2026-11-11", notified="2026-11-10", registered="2026-10-01", moves=moves)
    assert notes(traveller("DE", early), "2026-11-12") == [
        Note("notice-early", 0, day("2026-11-10")),
        Note("registration-early", 0, day("2026-10-01")),
        Note("move-notice-early", 0, day("2026-11-13")),
    ]


# The host


@pytest.mark.parametrize(
    ("first", "second", "on", "expected"),
    [
        # by the safe reading due on Tuesday 24 November and on Tuesday 8 December 2026
        ("2026-11-24", None, "2026-12-20", None),
        ("2026-11-25", "2026-12-08", "2026-12-20", None),
        ("2026-11-25", "2026-12-09", "2026-12-20", "2026-12-08"),
        ("2026-11-25", None, "2026-12-09", None),  # what nobody recorded is no offence
    ],
)
def test_two_notices_that_were_late_within_a_year_stop_invitations(
    first: str | None, second: str | None, on: str, expected: str | None
) -> None:
    person = traveller(
        "DE",
        stay("2026-11-20", "2026-11-27", notified=first),
        stay("2026-12-04", "2026-12-10", notified=second),
    )
    assert notes(person, on) == ([Note("invitations", None, day(expected), 2)] if expected else [])


@pytest.mark.parametrize(
    ("host", "late", "expected"),
    [
        # ML 48 speaks of who was held liable, and a warning is a penalty: KoAP 41(1)1
        ("individual", 1, None),
        ("individual", 2, "2026-12-08"),
        ("individual", 3, "2026-12-15"),
        ("small", 2, "2026-12-08"),
        (None, 2, "2026-12-08"),
    ],
)
def test_a_warning_counts_and_the_last_late_notice_is_named(
    host: HostKind | None, late: int, expected: str | None
) -> None:
    stays = [("2026-11-20", "2026-11-27"), ("2026-12-04", "2026-12-14"), ("2026-12-11", "2026-12-20")]
    person = traveller("DE", *(stay(*one, notified=one[1]) for one in stays[:late]), host=host)
    assert notes(person, "2026-12-22") == ([Note("invitations", None, day(expected), late)] if expected else [])


@pytest.mark.parametrize(
    ("recorded", "on", "expected"),
    [
        (None, "2026-12-08", []),  # the second is still open
        (None, "2026-12-09", [Note("host-unrecorded", None, day("2026-12-08"), 2)]),
        ("2026-11-20", "2026-12-09", []),  # one alone has a line of its own
    ],
)
def test_for_how_many_stays_no_notice_is_recorded(recorded: str | None, on: str, expected: list[Note]) -> None:
    first = stay("2026-11-20", "2026-11-27", notified=recorded)
    assert notes(traveller("DE", first, stay("2026-12-04", "2026-12-10")), on) == expected


def test_days_on_which_nobody_received_the_traveller_are_not_counted_among_them() -> None:
    crossing = stay("2026-11-20", "2026-11-20"), stay("2026-11-24", "2026-11-24")
    assert notes(traveller("DE", *crossing), "2026-12-20") == []


# Addresses and contracts


@pytest.mark.parametrize(
    ("kind", "moved", "told"),
    [
        ("visa", "2026-11-20", True),
        ("rvp", "2026-11-20", True),
        ("residence", "2026-11-20", False),
        ("rvp", "2026-11-12", False),  # before the permit
    ],
)
def test_who_moves_on_a_permit_is_told_of_its_address(kind: PermitKind, moved: str, told: bool) -> None:
    # ML 6-1, last part
    here = stay("2026-11-11", notified="2026-11-11", moves=[move(moved, moved)])
    person = traveller("RU", here, permits=[permit("2026-11-15", "2027-11-14", kind)])
    assert notes(person, "2026-11-22") == ([Note("permit-address", 0, day(moved))] if told else [])


@pytest.mark.parametrize(
    ("country", "on", "told"),
    [
        ("BY", "2026-09-20", False),  # there is time
        ("BY", "2026-09-21", True),  # seven days
        ("BY", "2026-10-10", True),
        ("UZ", "2026-07-30", False),  # no state of the Union
    ],
)
def test_whose_days_end_in_the_union_is_told_of_a_labour_contract(country: str, on: str, told: bool) -> None:
    person = traveller(country, stay("2026-07-01", notified="2026-07-01"))
    assert ("union-contract" in codes(person, on)) is told


def test_whom_a_court_told_to_leave_is_told_of_no_contract() -> None:
    person = ruled(traveller("BY", stay("2026-07-01")), expulsion("2026-07-10", "2026-07-20"))
    assert "union-contract" not in codes(person, "2026-07-18")


def test_notices_that_were_late_more_than_a_year_apart_stop_nothing() -> None:
    # due on 13 May 2025, and on 13 or 18 May 2026: the 9th is a holiday, and the 11th is off for it
    def person(entry: str) -> Traveller:
        late = stay(entry, "2026-06-05", notified="2026-06-01")
        return traveller("DE", stay("2025-05-08", "2025-05-20", notified="2025-05-20"), late)

    assert codes(person("2026-05-08"), "2026-06-01") == ["invitations"]
    assert codes(person("2026-05-14"), "2026-06-01") == []


def test_what_is_late_follows_the_reading() -> None:
    # both given on the day that is the third only where counting starts the next day
    person = traveller(
        "DE",
        stay("2026-11-16", "2026-11-20", notified="2026-11-19"),
        stay("2026-11-23", "2026-11-27", notified="2026-11-26"),
    )
    assert codes(person, "2026-12-20") == ["invitations"]
    assert codes(person, "2026-12-20", USUAL) == []


# Of who somebody is


def test_who_drives_is_told_that_those_days_are_outside_the_count() -> None:
    person = traveller("RU", stay("2026-11-11", "2026-11-14", kind="transport"))
    assert notes(person, "2026-11-22") == [Note("transport")]


@pytest.mark.parametrize(("citizenship", "code"), [("BY", "contract"), ("DE", "contract-not-covered")])
def test_a_labour_contract_is_one_to_stay_by_only_for_citizens_of_the_union(citizenship: str, code: str) -> None:
    held = [permit("2026-07-01", "2027-06-30", "contract")]
    assert code in codes(traveller(citizenship, permits=held), "2026-11-22")


def test_who_lives_here_and_can_no_longer_reach_the_days_asked_for_is_told_so() -> None:
    held = [permit("2024-01-10", "2034-01-09", "residence")]
    assert notes(traveller("DE", permits=held), "2026-11-22") == [Note("residence-short", None, day("2026-11-22"))]
    assert notes(traveller("DE", stay("2025-11-01"), permits=held), "2026-11-22") == []


# The calendar


def test_a_day_in_a_year_without_a_published_calendar_is_noted_once() -> None:
    person = traveller("DE", stay("2027-03-12", "2027-03-20"), stay("2027-05-12", "2027-05-20"))
    assert notes(person, "2026-11-22") == [Note("calendar-not-confirmed", 0, day("2027-03-18"))]
    done = traveller("DE", stay("2027-03-12", "2027-03-20", notified="2027-03-12"))
    assert notes(done, "2027-03-25") == []
    # arrived on 30 December 2026, due in January
    late = traveller("DE", stay("2026-12-30"))
    assert notes(late, "2026-12-30") == [Note("calendar-not-confirmed", 0, day("2027-01-06"))]


# The order


def test_notes_of_stays_come_before_those_of_the_person() -> None:
    person = ruled(
        traveller(
            "PK",
            stay("2026-01-01", "2026-01-10", notified="2026-01-20", moves=[move("2026-02-01")]),
            stay("2026-03-01", "2026-03-10", notified="2026-03-10"),
        ),
        expulsion("2026-03-05", executed="2026-03-10"),
        fine("2026-03-05"),
    )
    assert codes(person, "2026-11-22") == [
        "visa-needed",
        "move-outside",
        "visa-needed",
        "visa-needed",
        "invitations",
    ]


# Old law data

PEOPLE = (traveller("DE", stay("2026-11-11")), traveller("KZ"), traveller(""), traveller("PK", stay("2026-05-01")))


@given(st.sampled_from(PEOPLE), st.integers(-400, 4000), st.sampled_from(Reading))
def test_old_law_data_is_noted_once_exactly_when_it_is_older_than_the_row_says(
    person: Traveller, days: int, reading: Reading
) -> None:
    on = LAW.collected + timedelta(days)
    found = [note for note in assess(person, on, LAW, reading).notes if note.code == "law-old"]
    assert found == ([Note("law-old", None, LAW.collected, days)] if days > LAW.old.over_days else [])


def test_the_day_on_which_it_is_asked_makes_no_law_data_old() -> None:
    # Whoever reckons for a day of the past is told by the law of that time, in whichever year
    assert "law-old" not in codes(traveller("DE", stay("2026-11-11")), "2026-12-01")
    assert LAW.collected < date(2026, 12, 1)
