"""What ``kzstay check`` says under a duty, and in which order."""

from __future__ import annotations

from collections.abc import Callable

from kzstay.cli.parser import main
from kzstay.core.case import Traveller
from tests.cli.command_line import Told
from tests.core.builders import expulsion, ruled, visa
from tests.helpers import case, move, permit, plain, stay, traveller


def told(capsys: Told, file: str, lang: str = "en") -> list[str]:
    main(["check", file, "--on", "2026-11-27", "--lang", lang])
    return [plain(line) for line in capsys.readouterr().out.splitlines()]


def asked(capsys: Told, saved: Callable[..., str], who: Traveller) -> list[str]:
    return told(capsys, saved(case(who)))


def test_the_grounds_of_a_permit_stand_under_its_duty(capsys: Told, saved: Callable[..., str]) -> None:
    lines = asked(capsys, saved, traveller("UZ", stay("2026-11-11", notified="2026-11-12")))
    at = next(place for place, line in enumerate(lines) if "Obtain a temporary residence permit" in line)
    assert lines[at + 1].startswith("    Grounds, and who asks: joining family")
    assert lines[at + 2] == "    Application: one that is only filed does not stop the count"


def test_a_late_complaint_is_told_with_where_it_goes(capsys: Told, saved: Callable[..., str]) -> None:
    who = ruled(traveller("TR", stay("2026-09-01", notified="2026-09-01")), expulsion("2026-11-05", "2026-11-20"))
    lines = asked(capsys, saved, who)
    at = next(place for place, line in enumerate(lines) if "Appeal against the expulsion" in line)
    assert lines[at].endswith("the ordinary term has passed")
    assert lines[at + 1] == "    Where to complain: the court that ruled, for the one above it"
    assert lines[at + 2].startswith("    After the ordinary term: a complaint in your favour is still accepted")
    assert any(line.startswith("    At the border: ") for line in lines)


def test_who_may_not_live_elsewhere_reads_so_before_what_a_move_asks_for(
    capsys: Told, saved: Callable[..., str]
) -> None:
    moved = stay("2026-05-01", notified="2026-05-02", registered="2026-05-10", moves=[move("2026-11-24")])
    lines = asked(capsys, saved, traveller("RU", moved, permits=[permit("2026-05-01", "2027-04-30", "rvp")]))
    (bound,) = [place for place, line in enumerate(lines) if "may live only at the address" in line]
    assert bound < next(place for place, line in enumerate(lines) if "Registration at a new address" in line)


def test_the_need_of_a_visa_is_told_once(capsys: Told, saved: Callable[..., str]) -> None:
    lines = asked(capsys, saved, traveller("NG", stay("2026-11-11", notified="2026-11-12")))
    assert sum("visa" in line.lower() for line in lines) == 1


def test_where_the_days_of_a_visa_end_it_is_not_its_term_that_is_told(
    capsys: Told, saved: Callable[..., str]
) -> None:
    who = traveller("IN", stay("2026-11-11"), permits=[visa("2026-11-01", "2027-10-31", days=30)])
    text = "\n".join(asked(capsys, saved, who))
    assert "Leave before the days of the visa are used up, or get a new visa: 10 Dec 2026" in text
    assert "extend the permit" not in text
