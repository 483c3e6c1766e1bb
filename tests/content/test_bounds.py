"""A report of any case is one that can be read and laid out: every list ends, and says what it leaves out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import msgspec
import pytest

from kzstay.content import bounds
from kzstay.content.blocks import Block, Table
from kzstay.core.case import Host, Move, Permit, Ruling, Stay, Traveller
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import foreign
from kzstay.texts.words import words
from tests.content.block_reader import GERMAN, facts, headings, sentences, table
from tests.helpers import day, stay, traveller

Report = Callable[..., list[Block]]


@pytest.fixture(autouse=True)
def short_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, most in (("STAYS", 6), ("DUTIES", 4), ("PAPERS", 3), ("NOTES", 2)):
        monkeypatch.setattr(bounds, name, most)


def yearly(first: int, last: int, *others: Stay, days: int = 5, citizenship: str = "DE") -> Traveller:
    """Build a traveller with a stay in March of every year, its notice given, and with other stays."""
    entries = [day(f"{year}-03-01") for year in range(first, last + 1)]
    stays = [Stay(entry=entry, exit=entry + timedelta(days=days - 1), notified=entry) for entry in entries]
    return traveller(citizenship, *stays, *others)


def shown(blocks: list[Block], first: str = "No.", column: int = 0) -> list[str]:
    return [row[column] for row in table(blocks, first).rows]


def left_out(blocks: list[Block]) -> list[str]:
    return [text for text in sentences(blocks) if "not listed here" in text]


def test_as_many_stays_as_there_is_room_for_are_all_shown(report: Report) -> None:
    blocks = report(yearly(2021, 2026))
    assert shown(blocks) == ["1", "2", "3", "4", "5", "6"]
    assert left_out(blocks) == []


def test_of_more_stays_the_newest_are_shown_with_their_numbers_and_the_rest_is_told(report: Report) -> None:
    blocks = report(yearly(2018, 2026))
    assert shown(blocks) == ["4", "5", "6", "7", "8", "9"]
    assert left_out(blocks)[0] == (
        "3 more stays are counted but not listed here. The present stay, planned ones and those over the limit "
        "were chosen first, then those nearest to the day of calculation."
    )


def test_what_is_present_planned_or_overstayed_is_shown_however_old(report: Report) -> None:
    overstayed = stay("2022-05-01", "2022-06-30", notified="2022-05-01")
    present = stay("2026-11-11", notified="2026-11-11")
    planned = stay("2031-01-01", "2031-01-05")
    blocks = report(yearly(2019, 2026, overstayed, present, planned))
    assert shown(blocks, column=1) == [
        "1 May 2022",
        "1 Mar 2024",
        "1 Mar 2025",
        "1 Mar 2026",
        "11 Nov 2026",
        "1 Jan 2031",
    ]
    marked = table(blocks, "No.").marked
    assert marked is not None
    assert table(blocks, "No.").rows[marked][1] == "11 Nov 2026"
    assert left_out(blocks)[0].startswith("5 more stays")


def test_even_of_what_matters_there_is_an_end_and_the_present_stay_comes_first(report: Report) -> None:
    blocks = report(yearly(2027, 2040, stay("2026-11-11")))
    assert shown(blocks) == ["1", "2", "3", "4", "5", "6"]
    assert table(blocks, "No.").marked == 0
    assert left_out(blocks)[0].startswith("9 more stays")


def test_the_notes_of_stays_that_are_not_shown_make_no_column(report: Report) -> None:
    who = yearly(2018, 2026)
    noted = msgspec.structs.replace(who.stays[0], note="long ago")
    blocks = report(msgspec.structs.replace(who, stays=(noted, *who.stays[1:])))
    assert table(blocks, "No.").header[-1] == "Status"


def test_what_is_to_be_done_now_is_among_the_duties_that_are_shown(report: Report) -> None:
    who = traveller(
        "DE", *(stay(f"{year}-03-01", f"{year}-03-20") for year in range(2015, 2027)), stay("2026-11-11")
    )
    blocks = report(who)
    present, earlier = (one.rows for one in blocks if isinstance(one, Table) and one.header[0] == "Duty")
    assert [row[0].partition(" [")[0] for row in present] == ["Host's notice of arrival", "Obtain a visa or leave"]
    assert [row[0].partition("\n")[2].partition(" · ")[0] for row in earlier] == ["stay 11", "stay 12"]
    assert "7 more are not listed here." in left_out(blocks)


def test_permits_rulings_and_notes_have_an_end_too(report: Report) -> None:
    who = msgspec.structs.replace(
        yearly(1996, 2003),
        permits=tuple(
            Permit(kind="visa", first=day(f"{year}-05-01"), until=day(f"{year}-05-31"))
            for year in range(2010, 2028)
        ),
        rulings=tuple(Ruling(kind="fine", served=day(f"{year}-06-01")) for year in range(2012, 2022)),
    )
    blocks = report(who)
    assert shown(blocks, "Permit", 1) == ["1 May 2025", "1 May 2026", "1 May 2027"]
    assert shown(blocks, "Ruling", 1) == ["1 Jun 2019", "1 Jun 2020", "1 Jun 2021"]
    assert {"15 more are not listed here.", "7 more are not listed here."} <= set(left_out(blocks))
    assert "Notes" in headings(blocks)
    (note,) = (text for text in sentences(blocks) if "entry on" in text)
    assert note.endswith("The same goes for 7 more stays, begun between 1 March 1996 and 1 March 2002.")


def test_what_a_person_wrote_without_end_is_cut(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    endless = "word " * 200_000
    who = traveller("DE", Stay(entry=day("2026-11-11"), note=endless, checkpoint=endless), name=endless)
    blocks = report(msgspec.structs.replace(who, host=Host(kind="large", name=endless)))
    (row,) = table(blocks, "No.").rows
    assert row[-1].endswith("…")
    assert len(row[-1]) <= foreign.NAME + foreign.REMARK + 3
    assert facts(blocks)["Name"].endswith("…")
    assert sum(len(cell) for one in blocks if isinstance(one, Table) for row in one.rows for cell in row) < 5000
    assert len(facts(blocks)["Host"]) < 200


def test_a_report_of_thousands_of_stays_is_as_long_as_one_of_hundreds(
    report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()

    def rows(count: int) -> int:
        first = day("2026-11-20")
        stays = [
            Stay(
                entry=first - timedelta(days=3 * n),
                exit=first - timedelta(days=3 * n - 1),
                moves=(Move(on=first),),
            )
            for n in range(count)
        ]
        return sum(len(one.rows) for one in report(traveller("DE", *stays)) if isinstance(one, Table))

    assert rows(2000) == pytest.approx(rows(1000), abs=5)
    assert rows(2000) < bounds.STAYS + bounds.DUTIES + 100


@pytest.mark.parametrize(("count", "told"), [(0, []), (1, ["1 row is left out"]), (5, ["5 rows are left out"])])
def test_rows_that_cannot_be_used_yet_are_told_under_the_stays(
    count: int, told: list[str], report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocks = report(GERMAN, left_out=count)
    found = [text for text in sentences(blocks) if "unfinished or wrong" in text]
    assert [text.partition(",")[0] for text in found] == told
    if found:
        place = next(n for n, one in enumerate(blocks) if getattr(one, "text", "") == found[0])
        assert blocks[place - 1] == table(blocks, "No.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_left_out_is_told_in_every_language(language: Language) -> None:
    w = words(language)
    for told in (bounds.left_out, bounds.stays_left_out, bounds.not_usable):
        assert told(w, 0) == []
        for count in (1, 2, 5):
            (block,) = told(w, count)
            assert str(count) in getattr(block, "text", "")
            assert "{" not in getattr(block, "text", "")
