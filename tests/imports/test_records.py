from __future__ import annotations

import json
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzstay.imports import records
from kzstay.imports.result import Answers, ImportFileError, Result
from tests.imports.told import TODAY, asked, left, refused, source, stays, told


def written(document: object, **answers: object) -> Result:
    return told(json.dumps(document), **answers)


# Peers


def test_arrivals_without_departures() -> None:
    found = told(source("arrivals-only.json"))
    assert stays(found) == [("2026-05-01", "2026-06-01"), ("2026-09-30", None)]
    (question,) = asked(found, "last-day")
    assert question.days == (date(2026, 5, 1), date(2026, 6, 1))
    assert left(found, "other-country") == [(2, "serbia"), (4, "albania")]
    answered = told(source("arrivals-only.json"), chosen={question.id: "2026-05-20"})
    assert stays(answered)[0] == ("2026-05-01", "2026-05-20")


def test_two_arrivals_here_in_a_row_leave_an_exit_missing() -> None:
    found = written(
        [
            {"country": "KZ", "arrivalDate": "2026-05-01", "departureDate": None},
            {"country": "KZ", "arrivalDate": "2026-07-01", "departureDate": None},
        ]
    )
    assert stays(found) == [("2026-05-01", None), ("2026-07-01", None)]
    assert asked(found, "missing-exit")


GUARD = {
    "schemaVersion": 1,
    "trips": [
        {"id": "a", "start": "2026-03-05", "end": "2026-03-19", "label": "spring", "excludedRanges": []},
        {"id": "b", "start": "2026-04-05", "end": "2026-04-19", "label": ""},
    ],
}


def test_trips_of_which_nobody_says_where_they_went_are_asked_about() -> None:
    found = written(GUARD)
    (question,) = asked(found, "sense")
    assert stays(found) == []
    here = [("2026-03-05", "2026-03-19"), ("2026-04-05", "2026-04-19")]
    assert stays(written(GUARD, chosen={question.id: "here"})) == here
    assert stays(written(GUARD, days="here")) == here
    assert stays(written(GUARD, days="away")) == [("2026-03-19", "2026-04-05"), ("2026-04-19", None)]
    assert len(left(written(GUARD, chosen={question.id: "other"}), "other-country")) == 2


def test_labels_may_say_where_they_went() -> None:
    trips = [
        {
            "start": "2026-03-05",
            "end": "2026-03-19",
            "label": "Almaty",
            "excludedRanges": [{"start": "2026-03-10", "end": "2026-03-12"}, {"start": "x"}],
        },
        {"start": "2026-04-05", "end": "2026-04-19", "label": "Greece"},
        {"start": "2026-05-05", "end": "2026-05-19", "label": "?"},
    ]
    found = written({"schemaVersion": 1, "trips": trips})
    assert stays(found) == [("2026-03-05", "2026-03-19")]
    assert left(found, "other-country") == [(2, "Greece")]
    assert [code for code, _, _ in refused(found)] == ["country"]
    (question,) = asked(found, "gap")
    apart = written({"schemaVersion": 1, "trips": trips}, chosen={question.id: "outside"})
    assert stays(apart) == [("2026-03-05", "2026-03-10"), ("2026-03-12", "2026-03-19")]
    assert not asked(written({"trips": trips}, chosen={question.id: "inside"}), "gap")


def test_profiles_are_people() -> None:
    trips = [
        {
            "id": "x",
            "entry": "2026-03-05",
            "exit": "2026-03-19",
            "entryCountry": "KZ",
            "exitCountry": "KZ",
            "note": "n",
        },
        {"id": "y", "entry": "2026-04-05", "entryCountry": "FR"},
    ]
    profiles = [
        {"id": "1", "name": "Anna", "trips": trips},
        {"id": "2", "name": "Ben", "trips": [{"id": "z", "entry": "2026-10-05", "entryCountry": "KZ"}]},
    ]
    found = written(
        {"app": "schengen-days-calculator", "version": 3, "exportedAt": "2026-05-01", "profiles": profiles}
    )
    assert [one.name for one in found.travellers] == ["Anna", "Ben"]
    assert stays(found) == [("2026-03-05", "2026-03-19")]
    assert stays(found, 1) == [("2026-10-05", None)]
    assert found.travellers[0].stays[0].note == "n"


@pytest.mark.parametrize(
    "document",
    [
        {
            "version": 2,
            "trips": [{"id": "x", "entry": "2026-03-05", "exit": "2026-03-19", "country": "Kazakhstan"}],
        },
        [{"id": "x", "entry": "2026-03-05", "exit": "2026-03-19", "entryCountry": "KZ"}],
        [{"entry_date": "05.03.2026", "exit_date": "19.03.2026", "country": "Қазақстан"}],
        [{"entryDate": "2026-03-04T20:00:00Z", "exitDate": "2026-03-19T10:00:00Z", "destination": "KAZ"}],
        {"data": {"visits": [{"start": "5 Mar 2026", "end": "19 Mar 2026", "countryCode": "KZ"}]}},
        {
            "stays": [
                {
                    "countryName": "Kazakhstan",
                    "countryCode": "KZ",
                    "dayTimeZoneId": "Asia/Almaty",
                    "entryDayKey": "2026-03-05",
                    "exitDayKey": "2026-03-19",
                    "enteredAt": "2026-03-03T20:00:00Z",
                    "isOngoing": False,
                }
            ]
        },
        {
            "schema": 2,
            "travellers": [
                {
                    "name": "",
                    "standing": "outside",
                    "stays": [{"entry": "2026-03-05", "exit": "2026-03-19", "days": 15}],
                    "duties": [{"kind": "x", "due": "2026-03-10", "stay": 0}],
                }
            ],
        },
    ],
)
def test_each_shape_of_trips(document: object) -> None:
    assert stays(written(document)) == [("2026-03-05", "2026-03-19")]


def test_records_may_tell_who_it_is() -> None:
    found = written(
        [
            {
                "traveller": "Anna",
                "nationality": "German",
                "passport": "C01",
                "entry": "2026-03-05",
                "exit": "2026-03-19",
                "country": "KZ",
            }
        ]
    )
    assert (found.travellers[0].name, found.travellers[0].citizenship, found.travellers[0].document) == (
        "Anna",
        "DE",
        "C01",
    )


# Bad input


def test_days_that_are_none_are_refused() -> None:
    found = written(
        [
            {"entry": "2026-02-31", "exit": None},
            {"entry": "2026-03-05", "exit": "soon"},
            {"entry": "", "exit": "2026-03-05"},
            {"entry": "2026-03-05", "exit": "2026-03-01"},
            {"entry": "2026-06-01", "exit": "2026-06-02"},
        ]
    )
    assert [(code, line) for code, line, _ in refused(found)] == [
        ("no-date", 1),
        ("no-date", 2),
        ("no-entry", 3),
        ("exit-before-entry", 4),
    ]
    assert stays(found) == [("2026-06-01", "2026-06-02")]


def test_the_order_of_day_and_month_is_asked() -> None:
    trips = [{"entry": "05/03/2026", "exit": "07/03/2026", "country": "KZ"}]
    (question,) = asked(written(trips), "dates")
    assert stays(written(trips)) == []
    assert stays(written(trips, chosen={question.id: "dmy"})) == [("2026-03-05", "2026-03-07")]


def test_a_day_against_most_of_its_column_waits_or_is_refused() -> None:
    trips = [{"entry": day, "exit": None, "country": "KZ"} for day in ("13/03/2026", "14/04/2026", "05/16/2026")]
    found = written(trips)
    assert asked(found, "dates")
    assert [code for code, _, _ in refused(found)] == ["no-date"]


@pytest.mark.parametrize(
    "text",
    [
        '{"a":',
        '[{"entry": "2026-01-01"',
        "[" * 100_000 + '"',
        '{"a": 1} x',
        '[[[["x"',
        '{"n": ' + "9" * 5000 + "}",
    ],
)
def test_broken_json_is_a_sentence(text: str) -> None:
    with pytest.raises(ImportFileError) as error:
        told(text)
    assert error.value.code == "damaged" or text.startswith("[[")


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        "[]",
        '{"a": NaN}',
        '[{"x": 1}]',
        '{"entry": 1e400}',
        '[[[[[[[[{"entry": "2026-01-01", "exit": null}]]]]]]]]',
    ],
)
def test_json_of_something_else_is_unknown(text: str) -> None:
    with pytest.raises(ImportFileError) as error:
        told(text)
    assert error.value.code == "unknown"


def test_a_text_in_brackets_is_no_json() -> None:
    assert records.evidence("[1] 5–19 March 2026", TODAY, Answers()) is None
    assert stays(told("[1] 5–19 March 2026")) == [("2026-03-05", "2026-03-19")]


def test_of_keys_that_stand_twice_the_last_counts() -> None:
    found = told('[{"entry": "2026-01-01", "entry": "2026-03-05", "exit": "2026-03-19", "country": "KZ"}]')
    assert stays(found) == [("2026-03-05", "2026-03-19")]


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=12)
    | st.sampled_from(
        ["2026-03-05", "05/03/2026", "13/13/2026", "0001-01-01", "9999-12-31T23:59:59Z", "KZ", "Greece", "Almaty"]
    ),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                [
                    "trips",
                    "stays",
                    "name",
                    "entry",
                    "exit",
                    "start",
                    "end",
                    "arrivalDate",
                    "departureDate",
                    "country",
                    "label",
                    "excludedRanges",
                    "nationality",
                    "profiles",
                    "return",
                    "passport",
                ]
            ),
            inner,
            max_size=6,
        )
    ),
    max_leaves=25,
)


@settings(max_examples=300, deadline=None)
@given(JSON, st.sampled_from([None, "here", "away"]))
def test_any_json_is_read_or_refused(document: object, days: str | None) -> None:
    with suppress(ImportFileError):
        told(json.dumps(document), days=days)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet='{}[]",:0123456789.eE-+ntrufalsNaI\\ ', max_size=80))
def test_any_text_like_json_is_read_or_refused(text: str) -> None:
    with suppress(ImportFileError):
        told(text)


def test_profiles_of_one_name_are_told_apart_by_their_number() -> None:
    profile = {"name": "Jane", "trips": [{"entry": "2026-01-05", "exit": "2026-01-10", "entryCountry": "KZ"}]}
    found = written({"profiles": [{**profile, "id": 1}, {**profile, "id": "2"}]})
    assert [len(one.stays) for one in found.travellers] == [1, 1]


def test_a_stay_that_goes_on_has_no_exit_whatever_day_was_the_last_then() -> None:
    one = {"countryCode": "KZ", "entryDayKey": "2026-05-05", "exitDayKey": "2026-05-06", "isOngoing": True}
    assert stays(written({"stays": [one]})) == [("2026-05-05", None)]
