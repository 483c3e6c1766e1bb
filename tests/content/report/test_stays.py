from __future__ import annotations

from collections.abc import Callable

import msgspec

from kzstay.content.blocks import Block
from kzstay.i18n import Language
from kzstay.texts import Words
from tests.content.block_reader import GERMAN, table
from tests.helpers import stay, traveller

Pages = Callable[..., list[Block]]
Speak = Callable[[Language], Words]


def test_crossings_are_numbered_by_entry_and_the_present_one_is_marked(report: Pages) -> None:
    blocks = report(msgspec.structs.replace(GERMAN, stays=GERMAN.stays[::-1]))
    found = table(blocks, "No.")
    assert found.header == ["No.", "Entry", "Exit", "Days", "Lawful until", "Status"]
    assert found.rows == [
        ["1", "20 May 2026", "8 Jun 2026", "20", "18 Jun 2026", "within limits"],
        ["2", "14 Jul 2026", "9 Aug 2026", "27", "12 Aug 2026", "within limits"],
        ["3", "20 Sep 2026", "4 Oct 2026", "15", "19 Oct 2026", "within limits"],
        ["4", "11 Nov 2026", "still here", "12", "10 Dec 2026", "leave by 10 Dec 2026"],
        ["5", "8 Jan 2027", "24 Jan 2027", "17", "6 Feb 2027", "planned · possible"],
    ]
    assert found.align[3] == "r"
    assert found.marked == 3


def test_notes_of_a_stay_have_a_column_only_where_there_are_any(report: Pages) -> None:
    found = table(report(traveller("DE", stay("2026-11-11", note="by train"), stay("2027-01-08"))), "No.")
    assert found.header[-1] == "Note"
    assert [row[-1] for row in found.rows] == ["by train", ""]


def test_plan_without_end_and_missing_exit_are_told_apart(report: Pages) -> None:
    found = table(report(traveller("DE", stay("2026-08-01"), stay("2026-11-11"), stay("2027-01-08"))), "No.")
    assert [row[2] for row in found.rows] == ["not recorded", "still here", "planned"]
    assert found.rows[2][3] == "–"
