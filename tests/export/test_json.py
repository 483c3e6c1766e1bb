"""The document of ``kzstay check --json``: what other programs rely on."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any, get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzstay import bundled
from kzstay.core.assess import assess, reckon
from kzstay.core.bars import REFUSALS
from kzstay.core.case import PassportKind, Ruling, Traveller
from kzstay.core.days import Span
from kzstay.core.duties import Reason, State
from kzstay.core.law.schema import Certainty
from kzstay.core.limit_use import LimitUse
from kzstay.core.notes import NoteCode
from kzstay.core.readings import Reading
from kzstay.core.verdict import Standing
from kzstay.export import json as answer_json
from kzstay.files.report_id import report_id
from tests.core.builders import expulsion, fine, ruled, visa
from tests.helpers import day, move, permit, stay, traveller

Schema = Any  # a type, "date", a set of words, a list of one schema, a tuple of choices, or keys with schemas

BOTH = {"safe": "date", "usual": "date"}
BOTH_OR_NONE = {"safe": ("date", None), "usual": ("date", None)}
BECAUSE = {"per-entry", "rolling", "forward", "calendar-year", "permit", "ruling", *REFUSALS}
USED = {"used": int, "remaining": int, "from": "date", "to": "date"}
LIMIT = (
    {"kind": {"per-entry"}, "days": int},
    {"kind": {"rolling", "forward"}, "days": int, "period": int, **USED},
    {"kind": {"calendar-year"}, "days": int, **USED},
)
DOCUMENT: Schema = {
    "schema": {2},
    "on": "date",
    "report_id": str,
    "reading": {"safe", "usual"},
    "law": {"collected": "date", "editions": dict},
    "travellers": [
        {
            "name": str,
            "standing": {str(standing) for standing in Standing},
            "bars": [{"because": {"ordered", *REFUSALS}, "until?": "date"}],
            "regime": ({"id": str, "certainty": set(get_args(Certainty)), "limits": [LIMIT]}, None),
            "leave_by": ({**BOTH_OR_NONE, "because": BECAUSE}, None),
            "next_entry": (
                {
                    "date": "date",
                    "longest_stay": int,
                    "whole_plan": int,
                    "assumes": ({"exit": "date"}, None),
                },
                None,
            ),
            "stays": [
                {
                    "id?": str,
                    "entry": "date",
                    "exit": ("date", None),
                    "days": int,
                    "regime": (str, None),
                    "lawful_until": BOTH_OR_NONE,
                    "overstay_days": int,
                }
            ],
            "duties": [
                {
                    "kind": set(bundled.law().duties),
                    "stay": (int, None),
                    "ruling?": int,
                    "who": {"traveller", "host"},
                    "due": BOTH,
                    "state": set(get_args(State)),
                    "right": bool,
                    "reason?": set(get_args(Reason)),
                    "law": [str],
                    "certainty": set(get_args(Certainty)),
                }
            ],
            "notes": [
                {
                    "code": set(get_args(NoteCode)),
                    "stay?": int,
                    "date?": "date",
                    "count?": int,
                }
            ],
        }
    ],
}

PEOPLE = {
    "here": traveller("DE", stay("2026-05-20", "2026-06-08"), stay("2026-11-11", notified="2026-11-13")),
    "outside": traveller("UZ", stay("2026-05-20", "2026-06-08")),
    "planned": traveller("DE", stay("2026-12-01", "2026-12-10"), stay("2027-01-08")),
    "overstay": traveller("DE", stay("2026-10-01")),
    "permit": traveller("DE", stay("2026-01-11"), permits=[permit("2026-01-01", "2026-12-01")]),
    "no regime": traveller("AF", stay("2026-11-11")),
    "nothing": traveller("AF"),
    "exit missing": traveller("DE", stay("2026-09-01"), stay("2026-11-11")),
    "moved": traveller("RU", stay("2026-10-01", registered="2026-10-20", moves=[move("2026-10-10")])),
    "visa used up": traveller(
        "EG",
        stay("2026-10-01", "2026-10-05"),
        stay("2026-11-11"),
        permits=[visa("2026-09-20", "2026-12-20", entries=1)],
    ),
    "fined": ruled(traveller("DE", stay("2026-11-11")), fine("2026-11-14")),
    "told to leave": ruled(traveller("DE", stay("2026-11-11")), expulsion("2026-11-20", "2026-11-30")),
    "barred": ruled(traveller("DE", stay("2027-01-05")), expulsion("2026-03-01", "2026-03-10", "2026-03-10")),
    "child": traveller("UZ", stay("2026-11-11"), born="2020-01-01"),
}


def misfit(value: Any, schema: Schema, here: str = "$") -> str:  # noqa: ANN401
    """Return where and why a value does not fit, or nothing."""
    if isinstance(schema, tuple):
        found = [misfit(value, choice, here) for choice in schema]
        return "" if "" in found else found[0]
    if isinstance(schema, set):
        return "" if value in schema and not isinstance(value, bool) else f"{here}: {value!r}"
    if isinstance(schema, list):
        if not isinstance(value, list):
            return f"{here}: no list"
        return next(filter(None, (misfit(one, schema[0], f"{here}[{i}]") for i, one in enumerate(value))), "")
    if isinstance(schema, dict):
        if not isinstance(value, dict):
            return f"{here}: no object"
        asked = {key for key in schema if not key.endswith("?")}
        known = {key.removesuffix("?") for key in schema}
        if not asked <= set(value) <= known:
            return f"{here}: keys {sorted(asked ^ set(value))}"
        parts = {key.removesuffix("?"): part for key, part in schema.items()}
        return next(filter(None, (misfit(one, parts[key], f"{here}.{key}") for key, one in value.items())), "")
    if schema == "date":
        fits = isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value) and date.fromisoformat(value)
        return "" if fits else f"{here}: {value!r} is no date"
    if schema is None:
        return "" if value is None else f"{here}: {value!r}"
    return "" if type(value) is schema else f"{here}: {value!r} is no {schema}"


def document(*who: Traveller, on: str = "2026-11-22", reading: Reading = Reading.SAFE) -> dict[str, Any]:
    law = bundled.law()
    found = [assess(one, day(on), law, reading) for one in who]
    return json.loads(json.dumps(msgspec.to_builtins(answer_json.check(found, day(on), reading, law))))


def one(who: Traveller, **options: Any) -> dict[str, Any]:  # noqa: ANN401
    return document(who, **options)["travellers"][0]


@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("reading", Reading)
def test_the_document_has_the_keys_and_kinds_of_the_contract(who: str, reading: Reading) -> None:
    assert misfit(document(PEOPLE[who], reading=reading), DOCUMENT) == ""


@given(
    st.sampled_from(sorted(bundled.countries())),
    st.sampled_from(get_args(PassportKind)),
    st.dates(date(2020, 1, 1), date(2028, 1, 1)),
    st.sampled_from(Reading),
)
def test_every_citizenship_and_passport_fits_the_contract(
    country: str, passport: PassportKind, on: date, reading: Reading
) -> None:
    who = traveller(country, stay("2022-01-20", "2022-02-10"), stay("2026-11-11"), passport=passport)
    assert misfit(document(who, on=on.isoformat(), reading=reading), DOCUMENT) == ""


def test_a_document_of_nobody_is_a_document() -> None:
    assert document() == {
        "schema": 2,
        "on": "2026-11-22",
        "report_id": report_id([], day("2026-11-22"), Reading.SAFE, bundled.law().collected),
        "reading": "safe",
        "law": {
            "collected": bundled.law().collected.isoformat(),
            "editions": {act: edition.isoformat() for act, edition in bundled.law().editions.items()},
        },
        "travellers": [],
    }


def test_travellers_stay_in_the_order_of_the_file() -> None:
    found = document(traveller("DE", name="Вера"), traveller("DE", name="Әлия"), traveller("DE", name="Anna"))
    assert [who["name"] for who in found["travellers"]] == ["Вера", "Әлия", "Anna"]


def test_used_and_remaining_follow_the_reading() -> None:
    # 26 May is looked at on 22 November by the strict count alone
    who = traveller("DE", stay("2026-05-20", "2026-05-26"), stay("2026-11-20"))
    for reading, used, first in ((Reading.SAFE, 4, "2026-05-26"), (Reading.USUAL, 3, "2026-05-27")):
        limit = one(who, reading=reading)["regime"]["limits"][1]
        assert limit == {
            "kind": "rolling",
            "days": 90,
            "period": 180,
            "used": used,
            "remaining": 90 - used,
            "from": first,
            "to": "2026-11-22",
        }


def test_due_dates_and_last_days_are_given_in_both_readings() -> None:
    for reading in Reading:
        found = one(traveller("KR", stay("2026-06-01", "2026-07-20"), stay("2026-11-11")), reading=reading)
        assert found["leave_by"] == {
            "safe": "2026-11-20",
            "usual": "2026-12-10",
            "because": "rolling" if reading is Reading.SAFE else "per-entry",
        }
        assert found["stays"][1]["lawful_until"] == {"safe": "2026-11-20", "usual": "2026-12-10"}
        notice = next(duty for duty in found["duties"] if duty["kind"] == "host-notice" and duty["stay"] == 1)
        assert notice["due"] == {"safe": "2026-11-13", "usual": "2026-11-16"}


def test_standing_and_overstay_follow_the_reading() -> None:
    who = traveller("KR", stay("2026-06-01", "2026-07-20"), stay("2026-11-11"))
    safe, usual = (one(who, reading=reading) for reading in (Reading.SAFE, Reading.USUAL))
    assert (safe["standing"], safe["stays"][1]["overstay_days"]) == ("overstay", 2)
    assert (usual["standing"], usual["stays"][1]["overstay_days"]) == ("lawful", 0)


def test_days_of_a_calendar_year_name_no_period(monkeypatch: pytest.MonkeyPatch) -> None:
    a = assess(PEOPLE["here"], day("2026-11-22"), bundled.law())
    span = Span(day("2026-01-01"), day("2026-12-31"))
    monkeypatch.setattr(a, "limits", [LimitUse("calendar-year", 90, None, 32, 58, span)])
    found = msgspec.to_builtins(answer_json.check([a], a.on, a.reading, bundled.law()))
    assert misfit(found, DOCUMENT) == ""
    assert "period" not in found["travellers"][0]["regime"]["limits"][0]


def test_who_is_outside_has_no_last_day_but_a_next_entry() -> None:
    found = one(PEOPLE["outside"])
    assert found["leave_by"] is None
    assert found["next_entry"] == {
        "date": "2026-11-22",
        "longest_stay": 30,
        "whole_plan": 30,
        "assumes": None,
    }


def test_a_permit_binds_by_its_own_name() -> None:
    found = one(PEOPLE["permit"])
    assert (found["standing"], found["leave_by"]["because"]) == ("permit", "permit")


def test_where_nothing_is_known_nothing_is_said() -> None:
    found = one(PEOPLE["no regime"])
    assert (found["regime"], found["leave_by"], found["next_entry"]) == (None, None, None)
    assert found["standing"] == "no-regime"
    assert {"code": "visa-needed", "stay": 0, "date": "2026-11-11"} in found["notes"]
    assert one(PEOPLE["nothing"])["notes"] == [{"code": "visa-needed", "date": "2026-11-22"}]


def test_an_open_end_and_a_reason_are_told() -> None:
    found = one(PEOPLE["child"])
    assert found["stays"][0]["exit"] is None
    assert [duty["reason"] for duty in found["duties"] if duty["kind"] == "longer"] == ["under-16"]
    others = [duty for duty in found["duties"] if duty["kind"] in ("host-notice", "leave")]
    assert others
    assert all("reason" not in duty for duty in others)


def test_indexes_point_at_the_stays_of_the_same_traveller() -> None:
    found = one(PEOPLE["exit missing"])
    places = range(len(found["stays"]))
    pointing = [part["stay"] for part in (*found["duties"], *found["notes"]) if "stay" in part]
    assert pointing
    assert set(pointing) <= set(places)


def test_each_document_has_the_number_of_its_own_schema(monkeypatch: pytest.MonkeyPatch) -> None:
    assert answer_json.SCHEMAS == {"check": 2, "plan": 2, "import": 1}
    plan = answer_json.plan(
        reckon(PEOPLE["here"], day("2026-11-22"), bundled.law()).safe, day("2027-06-01"), None, None
    )
    assert (document()["schema"], plan["schema"]) == (2, 2)
    monkeypatch.setitem(answer_json.SCHEMAS, "check", 3)
    plan = answer_json.plan(
        reckon(PEOPLE["here"], day("2026-11-22"), bundled.law()).safe, day("2027-06-01"), None, None
    )
    assert (document()["schema"], plan["schema"]) == (3, 2)


# What forbids


def answered(who: Traveller) -> dict[str, Any]:
    on, law = day("2026-11-22"), bundled.law()
    return answer_json.check([assess(who, on, law)], on, Reading.SAFE, law)["travellers"][0]


def test_an_expulsion_that_tells_to_leave_bars_entry_too() -> None:
    ordered = expulsion("2026-11-20", "2026-12-01")
    here = traveller("DE", stay("2026-11-11"))
    assert answered(ruled(here, ordered))["bars"] == [
        {"because": "ordered", "until": day("2026-12-01")},
        {"because": "expulsion"},
    ]
    twice = ruled(here, ordered, expulsion("2026-01-20", "2026-02-01"))
    assert [bar["because"] for bar in answered(twice)["bars"]] == ["ordered", "ordered", "expulsion"]
    cut = Ruling(kind="shortened", served=day("2026-11-20"), leave_by=day("2026-12-01"))
    assert [bar["because"] for bar in answered(ruled(here, cut))["bars"]] == ["ordered"]


def test_a_note_on_a_ruling_names_it() -> None:
    appealed = msgspec.structs.replace(expulsion("2026-11-20"), appealed=day("2026-11-21"))
    found = answered(ruled(traveller("DE", stay("2026-11-11")), appealed))["notes"]
    assert {"code": "complaint-without-day", "date": day("2026-11-21"), "ruling": 0} in found
