from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzstay.imports import timeline
from kzstay.imports.result import Answers, ImportFileError, Result
from tests.imports.told import TODAY, asked, days, source, stays, told

ALMATY, ASTANA, BERLIN = "43.2389, 76.8897", "51.13, 71.43", "52.5, 13.4"
BISHKEK, KORDAY = "42.8746, 74.5698", "43.042, 74.712"


def visit(first: str, last: str, point: str) -> dict[str, object]:
    latitude, longitude = point.split(", ")
    place = {"latLng": f"{latitude}°, {longitude}°"}
    return {"startTime": first, "endTime": last, "visit": {"topCandidate": {"placeLocation": place}}}


def segments(*found: dict[str, object]) -> str:
    return json.dumps({"semanticSegments": found, "rawSignals": []})


def seen(*records: tuple[str, str, str], **chosen: str) -> Result:
    """Read visits of 2026: month, day and hour of their first and their last moment, and where."""
    visits = [
        visit(f"2026-{first}:00:00+05:00", f"2026-{last}:00:00+05:00", point) for first, last, point in records
    ]
    return told(segments(*visits), chosen=chosen)


def test_a_timeline_is_evidence_and_its_gaps_are_asked() -> None:
    found = told(source("google-timeline.json"))
    assert stays(found) == [("2026-04-10", "2026-04-22")]
    (gap,), (leaving,) = asked(found, "gap"), asked(found, "doubtful-day")
    assert gap.days == (date(2026, 4, 14), date(2026, 4, 20))
    assert leaving.days == (date(2026, 4, 22), date(2026, 4, 23))
    answers = {gap.id: "outside", leaving.id: "2026-04-23"}
    assert stays(told(source("google-timeline.json"), chosen=answers)) == [
        ("2026-04-10", "2026-04-14"),
        ("2026-04-20", "2026-04-23"),
    ]
    answers[gap.id] = "inside"
    closed = told(source("google-timeline.json"), chosen=answers)
    assert stays(closed) == [("2026-04-10", "2026-04-23")]
    assert {question.code for question in closed.questions} == {"citizenship"}


def test_days_between_the_last_point_outside_and_the_first_one_inside_are_asked() -> None:
    found = seen(
        ("03-01T10", "03-01T12", BERLIN), ("03-04T10", "03-05T10", ASTANA), ("03-05T22", "03-09T10", BERLIN)
    )
    assert stays(found) == [("2026-03-04", "2026-03-05")]
    (question,) = asked(found, "doubtful-day")
    assert question.days == (date(2026, 3, 1), date(2026, 3, 4))
    assert question.values == ()


def test_a_timeline_may_begin_and_end_here() -> None:
    records = ("03-04T10", "03-05T10", ASTANA), ("03-06T10", "03-09T10", ALMATY)
    found = seen(*records)
    assert stays(found) == [("2026-03-04", None)]
    (first,), (last,) = asked(found, "first-day"), asked(found, "last-seen")
    assert last.days == (date(2026, 3, 4), date(2026, 3, 9))
    answers = {first.id: "2026-02-27", last.id: "2026-03-11"}
    assert stays(seen(*records, **answers)) == [("2026-02-27", "2026-03-11")]


def test_who_was_here_a_moment_ago_is_here_still() -> None:
    found = seen(("11-01T10", "11-02T08", BERLIN), ("11-02T22", "11-25T10", ALMATY))
    assert stays(found) == [("2026-11-02", None)]
    assert not asked(found, "last-seen")


BY_THE_BORDER = (
    ("03-01T10", "03-02T10", BISHKEK),
    ("03-02T11", "03-06T10", KORDAY),
    ("03-07T10", "03-09T10", BISHKEK),
)


def test_places_by_the_border_decide_nothing() -> None:
    found = seen(*BY_THE_BORDER)
    (question,) = asked(found, "near-border")
    assert days(question) == [("2026-03-02", "2026-03-06")]
    assert stays(found) == []
    assert stays(seen(*BY_THE_BORDER, **{question.id: "inside"})) == [("2026-03-02", "2026-03-06")]
    with pytest.raises(ImportFileError):
        seen(*BY_THE_BORDER, **{question.id: "outside"})


def test_at_the_end_of_a_timeline_they_are_asked_about_too() -> None:
    (question,) = asked(seen(*BY_THE_BORDER[:2]), "near-border")
    assert days(question) == [("2026-03-02", "2026-03-06")]


def test_on_the_way_to_a_place_that_is_sure_they_are_not_asked_about() -> None:
    found = seen(
        ("03-01T10", "03-02T10", BISHKEK),
        ("03-02T11", "03-02T12", KORDAY),
        ("03-02T15", "03-09T10", ALMATY),
        ("03-09T11", "03-09T12", KORDAY),
        ("03-09T15", "03-12T10", BISHKEK),
    )
    assert stays(found) == [("2026-03-02", "2026-03-09")]
    assert not asked(found, "near-border")


def test_a_long_visit_is_no_gap() -> None:
    found = seen(
        ("03-01T10", "03-02T10", BISHKEK), ("03-02T15", "03-29T10", ALMATY), ("03-29T15", "03-30T10", BISHKEK)
    )
    assert not asked(found, "gap")
    assert stays(found) == [("2026-03-02", "2026-03-29")]


POINTS: Sequence[tuple[str, float, float]] = [
    ("2026-03-01T10:00:00Z", 42.8746, 74.5698),
    ("2026-03-01T18:00:00Z", 43.2389, 76.8897),
    ("2026-03-02T20:30:00Z", 43.2389, 76.8897),  # on the 3rd in Almaty
    ("2026-03-02T22:30:00.000Z", 42.8746, 74.5698),
]


def shapes() -> list[object]:
    """Return the same records in each shape that there was."""
    e7 = [(when, round(latitude * 1e7), round(longitude * 1e7)) for when, latitude, longitude in POINTS]
    places = [(when, {"latitudeE7": latitude, "longitudeE7": longitude}) for when, latitude, longitude in e7]
    geo = [(when, f"geo:{latitude},{longitude}") for when, latitude, longitude in POINTS]
    visits = [{"placeVisit": {"location": place, "duration": _at(when)}} for when, place in places]
    ways = [
        {"activitySegment": {"startLocation": place, "endLocation": place, "duration": _at(when)}}
        for when, place in places
    ]
    minutes = [0, 480, 2070, 2190]
    path = [
        {"point": point, "durationMinutesOffsetFromStartTime": str(later)}
        for (_, point), later in zip(geo, minutes, strict=True)
    ]
    first = 1772359200000  # the first moment, in milliseconds
    return [
        {"timelineObjects": visits},
        {"timelineObjects": ways},
        {"locations": [place | {"timestamp": when} for when, place in places]},
        {
            "locations": [
                place | {"timestampMs": str(first + later * 60_000)}
                for (_, place), later in zip(places, minutes, strict=True)
            ]
        },
        [{"startTime": when, "endTime": when, "visit": _candidate(point)} for when, point in geo],
        [{"startTime": when, "endTime": when, "activity": {"start": point, "end": point}} for when, point in geo],
        [{"startTime": POINTS[0][0], "timelinePath": path}],
        {
            "semanticSegments": [
                {"timelinePath": [{"point": f"{latitude}°, {longitude}°", "time": when}]}
                for when, latitude, longitude in POINTS
            ]
        },
    ]


def _at(when: str) -> dict[str, str]:
    return {"startTimestamp": when, "endTimestamp": when}


def _candidate(point: str) -> dict[str, object]:
    return {"topCandidate": {"placeLocation": point}}


@pytest.mark.parametrize("document", shapes())
def test_each_shape_of_a_timeline(document: object) -> None:
    assert stays(told(json.dumps(document))) == [("2026-03-01", "2026-03-03")]


def test_other_documents_are_none() -> None:
    for document in ({}, [], [1], {"semanticSegments": 3}, [{"startTime": "x"}], "x", None):
        assert timeline.evidence(document, TODAY, Answers()) is None


def test_years_of_records_are_read_soon() -> None:
    start = datetime(2010, 1, 1, tzinfo=UTC)
    points = [
        {
            "latitudeE7": 432_000_000 + at * 37 % 900_000,
            "longitudeE7": 768_000_000 + at * 71 % 900_000,
            "timestamp": (start + timedelta(hours=8 * at)).isoformat(),
        }
        for at in range(16_000)
    ]
    assert len(stays(told(json.dumps({"locations": points})))) == 1


JSON = st.recursive(
    st.none()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(max_size=12)
    | st.sampled_from(["2026-03-01T10:00:00Z", "geo:43.2,76.8", "43.2°, 76.8°", 432000000, "1772359200000"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                [
                    "semanticSegments",
                    "timelineObjects",
                    "locations",
                    "startTime",
                    "endTime",
                    "visit",
                    "activity",
                    "start",
                    "end",
                    "topCandidate",
                    "placeLocation",
                    "latLng",
                    "timelinePath",
                    "point",
                    "time",
                    "latitudeE7",
                    "longitudeE7",
                    "timestamp",
                    "placeVisit",
                    "location",
                    "duration",
                    "startTimestampMs",
                ]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=25,
)


@settings(max_examples=200, deadline=None)
@given(JSON)
def test_any_timeline_is_read_or_refused(document: object) -> None:
    with suppress(ImportFileError):
        told(json.dumps({"semanticSegments": document, "timelineObjects": document}))
    with suppress(ImportFileError):
        told(json.dumps(document))
