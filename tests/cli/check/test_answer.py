"""``kzstay check``: the answer in words, its exit codes, and the day that it is for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kzstay.cli.parser import main
from kzstay.core.assess import Assessment
from kzstay.core.readings import Reading
from kzstay.core.reckoning import Reckoning
from kzstay.i18n import Language
from kzstay.texts.words import words
from tests.cli.command_line import EXAMPLE, HERE, ON, OVERSTAYED, Told, languages
from tests.core.builders import expulsion, fine, ruled
from tests.core.counting import count
from tests.helpers import case, day, permit, stay, traveller

UNRECORDED = traveller("DE", stay("2026-11-11"))


def test_what_is_in_order_is_told_with_0(capsys: Told) -> None:
    assert main(["check", EXAMPLE, "--on", ON, "--lang", "en"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.splitlines()[:4] == [
        "Anna Schmidt · Germany · ordinary passport · 22 November 2026",
        "  within limits: 18 days left",
        "  Leave by Thursday, 10 December 2026",
        "  day 12 of 30 in this entry",
    ]
    assert "8 Jan 2027 – 24 Jan 2027: planned · possible" in out


def test_an_overstay_is_told_with_1(capsys: Told, saved: Callable[..., str]) -> None:
    assert main(["check", saved(case(HERE, OVERSTAYED)), "--on", ON, "--lang", "en"]) == 1
    assert "overstay: 23 days over" in capsys.readouterr().out


def test_a_missed_duty_is_told_with_1(capsys: Told, saved: Callable[..., str]) -> None:
    person = ruled(traveller("DE", stay("2026-11-11", notified="2026-11-12")), fine("2026-10-01"))
    assert main(["check", saved(case(person)), "--on", ON, "--lang", "en"]) == 1
    out = capsys.readouterr().out
    assert "within limits" in out
    assert "Pay the fine (ruling served on 1 Oct 2026)" in out


def test_what_nobody_recorded_is_told_with_0(capsys: Told, saved: Callable[..., str]) -> None:
    assert main(["check", saved(case(UNRECORDED)), "--on", ON, "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert "Host's notice of arrival: 13 Nov 2026 (by the usual count 16 Nov 2026) · not recorded" in out


def test_what_several_stays_have_is_told_with_the_stay(capsys: Told, saved: Callable[..., str]) -> None:
    landlord = traveller("DE", stay("2026-02-02", "2026-02-10"), stay("2026-09-01", "2026-09-14"))
    assert main(["check", saved(case(landlord)), "--on", ON, "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert "Host's notice of arrival, stay 2 Feb 2026 – 10 Feb 2026: 4 Feb 2026" in out
    assert "Host's notice of arrival, stay 1 Sep 2026 – 14 Sep 2026: 3 Sep 2026" in out
    assert "not recorded for 2 stays" in out


def test_a_right_that_was_let_go_was_not_missed(capsys: Told, saved: Callable[..., str]) -> None:
    file = saved(case(ruled(traveller("DE", stay("2026-11-11", notified="2026-11-12")), fine("2026-11-05"))))
    assert main(["check", file, "--on", ON, "--lang", "en"]) == 1, "the fine itself bars an entry"
    assert "missed" not in capsys.readouterr().out


def test_the_reading_decides_what_is_missed(capsys: Told, saved: Callable[..., str]) -> None:
    # 16 on 20 October: to have a permit within ten days, or by the end of the 30 days, 13 November
    file = saved(case(traveller("UZ", stay("2026-10-15"), born="2010-10-20")))
    assert main(["check", file, "--on", "2026-10-31", "--reading", "safe"]) == 1
    assert main(["check", file, "--on", "2026-10-31", "--reading", "usual"]) == 0
    assert main(["check", file, "--on", "2026-11-14", "--reading", "usual"]) == 1
    capsys.readouterr()


@languages
def test_every_traveller_is_told_in_every_language(
    language: Language, capsys: Told, saved: Callable[..., str]
) -> None:
    people = [traveller("DE", stay("2026-11-11", notified="2026-11-12"), name=name) for name in ("Әлия", "Иван")]
    assert main(["check", saved(case(*people)), "--on", ON, "--lang", language]) == 0
    out = capsys.readouterr().out
    assert words(language).country("DE") in out
    assert words(language).long_day(day("2026-12-10")) in out
    *told, age = out.split("\n\n")
    assert [part.split(" · ")[0] for part in told] == ["Әлия", "Иван"]
    assert words(language).full_day(day("2026-01-09")) in age  # the edition of the code that was read


def test_a_case_of_nobody_is_in_order_and_says_so(capsys: Told, saved: Callable[..., str]) -> None:
    assert main(["check", saved(case()), "--on", ON, "--lang", "en"]) == 0
    assert capsys.readouterr().out == "case.kzstay: the case holds no traveller.\n"


def test_the_usual_count_beside_the_strict_one_is_not_reckoned_anew(
    capsys: Told, saved: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    reckoned: list[Reading] = []
    first = Reckoning.__init__

    def counted(self: Reckoning, *given: Any, **named: Any) -> None:  # noqa: ANN401
        first(self, *given, **named)
        reckoned.append(self.reading)

    here = traveller("DE", stay("2026-05-26", "2026-06-24"), stay("2026-11-11", notified="2026-11-12"))
    file = saved(case(here))  # without a later stay, before which an entry would be tried
    monkeypatch.setattr(Reckoning, "__init__", counted)
    main(["check", file, "--on", ON])
    assert "by the usual count" in capsys.readouterr().out
    assert sorted(reckoned) == sorted(Reading)


def test_whoever_is_banned_is_not_told_what_else_the_border_asks_for(
    capsys: Told, saved: Callable[..., str]
) -> None:
    banned = ruled(
        traveller("TR", stay("2025-01-01", "2025-06-10")), expulsion("2025-06-01", executed="2025-06-10")
    )
    main(["check", saved(case(banned)), "--on", ON, "--lang", "en"])
    out = capsys.readouterr().out
    assert "Entry is banned" in out
    assert "The border may ask for more" not in out


@pytest.mark.parametrize("more", [[], ["--json"], ["--reading", "usual"]])
def test_a_traveller_is_reckoned_once_for_each_reading(
    more: list[str], capsys: Told, saved: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    reckonings, assessments = count(monkeypatch, Reckoning), count(monkeypatch, Assessment)
    main(["check", saved(case(HERE, OVERSTAYED)), "--on", ON, *more])
    assert capsys.readouterr().out
    assert (len(reckonings), len(assessments)) == (4, 2)


def test_after_a_ban_the_next_entry_is_told_under_it(capsys: Told, saved: Callable[..., str]) -> None:
    person = ruled(traveller("DE"), expulsion("2026-11-02", executed="2026-11-05"))
    assert main(["check", saved(case(person)), "--on", ON, "--lang", "en"]) == 1
    out = capsys.readouterr().out
    assert "Next entry by the days: from 6 November 2031, for 30 days at most, until 5 December 2031" in out


def test_of_a_child_it_is_said_that_nobody_of_that_age_is_penalised(
    capsys: Told, saved: Callable[..., str]
) -> None:
    main(
        ["check", saved(case(traveller("DE", stay("2026-10-01"), born="2012-05-01"))), "--on", ON, "--lang", "en"]
    )
    assert "nobody under the age of 16 is warned or fined for it." in capsys.readouterr().out


def test_who_is_here_on_a_permit_is_told_nothing_of_what_a_visa_free_stay_is_for(
    capsys: Told, saved: Callable[..., str]
) -> None:
    rvp = permit("2026-01-01", "2026-12-31", "rvp")
    main(["check", saved(case(traveller("DE", stay("2026-11-11"), permits=[rvp]))), "--on", ON, "--lang", "en"])
    assert "It allows no work" not in capsys.readouterr().out


# Old law data

OLD, OUT_OF_DATE = "The law data is old:", "The law data is out of date:"


@pytest.mark.parametrize(
    ("on", "place", "said"), [("2027-05-21", None, ""), ("2027-05-22", -1, OLD), ("2027-11-22", 0, OUT_OF_DATE)]
)
def test_old_law_data_is_told_once_for_a_case_after_its_day_and_out_of_date_before_all(
    on: str, place: int | None, said: str, capsys: Told, saved: Callable[..., str]
) -> None:
    # Collected on 22 November 2026: 180 days later it is 21 May, 365 days later 22 November 2027
    gone = [traveller("DE", stay("2026-11-11", "2026-11-20"), name=name) for name in ("A", "B")]
    main(["check", saved(case(*gone)), "--on", on, "--lang", "en"])
    out = capsys.readouterr().out
    assert out.count("The law data is") == (place is not None)
    if place is not None:
        assert out.splitlines()[place].startswith(said)


@languages
def test_old_law_data_is_told_in_the_language_of_the_answer(language: Language, capsys: Told) -> None:
    main(["check", EXAMPLE, "--on", "2029-06-01", "--lang", language])
    first = capsys.readouterr().out.splitlines()[0]
    assert words(language).full_day(day("2026-11-22")) in first
    assert "kzstay" in first
