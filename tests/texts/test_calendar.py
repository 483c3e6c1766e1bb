"""Events of a calendar in words."""

from __future__ import annotations

import pytest

from kzstay.core import agenda
from kzstay.core.assess import Assessment, assess
from kzstay.core.case import Traveller
from kzstay.core.readings import Reading
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import calendar
from kzstay.texts.words import words
from tests.core.builders import LAW, expulsion, fine, ruled
from tests.helpers import day, plain, stay, traveller

EN = words("en")
HERE = stay("2026-11-11", notified="2026-11-12")
AHEAD = stay("2027-01-08", "2027-01-24")
FINED = ruled(traveller("DE", HERE), fine("2026-11-18"))
BANNED = ruled(traveller("DE"), expulsion("2026-01-01", executed="2026-01-05"))


def of(who: Traveller, on: str = "2026-11-22", reading: Reading = Reading.SAFE) -> Assessment:
    return assess(who, day(on), LAW, reading)


def titles(a: Assessment, *, named: bool = False) -> list[str]:
    ahead = agenda.ahead(a)
    told = (calendar.title(EN, a, duty, agenda.day_ahead(a, duty), ahead, named=named) for duty in ahead)
    return [plain(text) for text in told]


def described(a: Assessment, kind: str, left_out: tuple[int, int] = (0, 0)) -> list[str]:
    duty = next(duty for duty in agenda.ahead(a) if duty.kind == kind)
    return plain(calendar.description(EN, a, duty, left_out)).splitlines()


@pytest.mark.parametrize(
    ("who", "on", "reading", "told"),
    [
        (traveller("DE", HERE), "2026-11-22", Reading.SAFE, ["Obtain a visa or leave: last day"]),
        (
            traveller("DE", stay("2026-11-20")),
            "2026-11-22",
            Reading.SAFE,
            ["Host's notice of arrival: last day by the strict count", "Obtain a visa or leave: last day"],
        ),
        (
            FINED,
            "2026-11-22",
            Reading.USUAL,
            [
                "Appeal against the fine (ruling served on 18 Nov 2026): last day by the usual count",
                "Obtain a visa or leave: last day",
                "Pay the fine (ruling served on 18 Nov 2026): last day by the usual count",
            ],
        ),
        (BANNED, "2026-11-22", Reading.SAFE, ["Entry is banned, to the end of this day"]),
    ],
)
def test_a_title_says_what_ends_and_by_which_count(
    who: Traveller, on: str, reading: Reading, told: list[str]
) -> None:
    assert titles(of(who, on, reading)) == told


def test_a_right_that_only_the_usual_count_leaves_says_so() -> None:
    a = of(FINED, "2026-11-28")
    assert titles(a)[0].endswith("last day by the usual count")
    assert "file it at once" in " ".join(described(a, "appeal"))


def test_the_name_leads_in_a_calendar_of_several() -> None:
    assert titles(of(BANNED), named=True) == ["Anna Schmidt · Entry is banned, to the end of this day"]


def test_stays_with_the_same_duty_are_told_apart() -> None:
    told = titles(of(traveller("DE", HERE, AHEAD)))
    assert "Obtain a visa or leave, stay 11 Nov 2026 – still here: last day" in told
    assert "Obtain a visa or leave, stay 8 Jan 2027 – 24 Jan 2027: last day" in told


def test_a_description_says_why_who_where_and_who_reckoned() -> None:
    told = described(of(traveller("DE", stay("2026-11-20"))), "host-notice")
    assert told[0].startswith("The host informs the internal affairs body within 3 working days")
    assert told[1:5] == [
        "Last day: 24 Nov 2026 (by the usual count 25 Nov 2026)",
        "Stay: 20 Nov 2026 – still here",
        "Who: host",
        "Where: vmp.gov.kz, eqonaq.kz, migration service (on paper)",
    ]
    assert told[5].startswith("Articles: Law on Migration of Population, art. 6, para. 4; ")
    assert told[6:] == [
        "Certainty: high",
        "Calculated by kzstay for 22 November 2026 from the dates that were entered (strict count).",
        "Not issued by an authority.",
        "Some calendars drop the reminders of a file: if you see none here, set your own.",
    ]


def test_a_complaint_says_where_to_complain() -> None:
    assert any(line.startswith("Where to complain: ruling by court: ") for line in described(of(FINED), "appeal"))


def test_what_hangs_on_a_plan_and_what_is_left_out_is_said() -> None:
    a = of(traveller("DE", AHEAD))
    assert "This holds if you enter on 8 January 2027, as planned." in described(a, "longer")
    assert "1 row is left out, 2 changes are not used yet" in described(a, "longer", (1, 2))
    assert not any("planned" in line for line in described(of(traveller("DE", HERE)), "longer"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_calendar_that_would_be_empty_is_none(language: Language) -> None:
    assert calendar.nothing(words(language), "a\nb.ics").startswith("a b.ics: ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_calendar_that_would_be_empty_is_told_without_a_file(language: Language) -> None:
    told = calendar.nothing_ahead(words(language))
    assert told.endswith(".")
    assert "{" not in told
