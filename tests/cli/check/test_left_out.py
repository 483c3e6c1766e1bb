"""What check says of what cannot be so, and of those to whom nothing of it applies."""

from __future__ import annotations

from pathlib import Path

from kzstay.core.case import Ruling, Traveller
from kzstay.files.codec import encode
from tests.cli.command_line import Told, main
from tests.core.builders import ruled
from tests.helpers import case, day, stay, traveller


def check(capsys: Told, folder: Path, *people: Traveller, code: int = 0) -> str:
    file = folder / "case.kzstay"
    file.write_bytes(encode(case(*people)))
    assert main(["check", str(file), "--on", "2026-11-27", "--lang", "en"]) == code
    return capsys.readouterr().out


def test_a_citizen_is_told_that_nothing_of_it_applies_and_nothing_else(capsys: Told, tmp_path: Path) -> None:
    who = ruled(traveller("KZ", stay("2026-11-01")), Ruling(kind="fine", served=day("2026-11-20")))
    heading, text, *rest = check(capsys, tmp_path, who).splitlines()
    assert "Kazakhstan" in heading
    assert text == "  This program is for foreigners. A citizen of Kazakhstan needs none of this."
    assert [line for line in rest if line and not line.startswith("Law data")] == []


def test_who_is_entered_twice_is_said_to_be(capsys: Told, tmp_path: Path) -> None:
    anna = traveller("DE", stay("2026-11-11", notified="2026-11-12"))
    assert "Travellers 1 and 2 are entered alike in everything." in check(capsys, tmp_path, anna, anna)


def test_what_a_complaint_does_stands_before_the_count_of_days(capsys: Told, tmp_path: Path) -> None:
    late = Ruling(
        kind="expulsion", served=day("2026-11-16"), leave_by=day("2026-11-25"), appealed=day("2026-11-26")
    )
    who = ruled(traveller("DE", stay("2026-09-20", notified="2026-09-21")), late)
    told = check(capsys, tmp_path, who, code=1)
    assert told.index("came too late") < told.index("days used in 180 days")
    assert told.count("came too late") == 1


def test_an_overstay_that_a_court_ruled_on_is_said_to_be_decided(capsys: Told, tmp_path: Path) -> None:
    decided = Ruling(kind="expulsion", served=day("2026-11-16"), leave_by=day("2026-12-10"), part="517(4)")
    who = ruled(traveller("DE", stay("2026-09-20", notified="2026-09-21")), decided)
    told = check(capsys, tmp_path, who, code=1)
    assert "39 days over · decided by the ruling served on 16" in told
    assert "Expulsion:" not in told or "25 MCI (108" not in told.split("Leave Kazakhstan")[0]
