"""The cells of the list: what stands in each, what is said of it, and that no colour stands alone."""

from __future__ import annotations

from html import unescape

import msgspec
import pytest

from kzstay.core.assess import assess
from kzstay.core.case import Traveller
from kzstay.core.register import Line, line
from kzstay.drawing.colours import LIGHT
from kzstay.i18n import LANGUAGES
from kzstay.texts.words import words
from kzstay.ui.places.people import cells
from kzstay.ui.places.people.cells import (
    CITIZENSHIP,
    COLUMNS,
    DAYS_LEFT,
    DUE,
    DUTY,
    LEAVE_BY,
    NAME,
    STATE,
    STRIP,
)
from kzstay.ui.places.people.order import Sorting
from tests.core.builders import LAW
from tests.helpers import day, plain, stay, traveller
from tests.ui.places.people.people_place import ANNA, BANNED, IVAN, LI, OMAR, WEI

EN = words("en")
ON = day("2026-11-22")
PERIOD = 180
RISKY = msgspec.structs.replace(OMAR, name="<b>Omar</b>\n\u202eHaddad")


def line_of(who: Traveller) -> Line:
    return line(assess(who, ON, LAW), PERIOD)


def row(who: Traveller) -> list[str]:
    found = line_of(who)
    return [plain(cells.text(EN, who, found, column, ON)) for column in COLUMNS]


def heard(who: Traveller) -> list[str]:
    found = line_of(who)
    return [plain(cells.spoken(EN, who, found, column, ON, PERIOD)) for column in COLUMNS]


@pytest.mark.parametrize(
    ("who", "told"),
    [
        (OMAR, ["Omar Haddad", "Germany", "4 days over", "18 Nov 2026", "−4", "Leave", "missed", ""]),
        (
            WEI,
            ["Wei Zhang", "China", "stay is ending", "24 Nov 2026", "2", "Leave or obtain a visa", "24 Nov", ""],
        ),
        (ANNA, ["Anna Schmidt", "Germany", "within limits", "19 Dec 2026", "27", "Host's notice", "24 Nov", ""]),
        (IVAN, ["Ivan Petrov", "Russia", "within limits", "8 Feb 2027", "78", "Registration", "10 Dec", ""]),
        (LI, ["Li Na", "China · service passport", "outside", "", "", "may enter for 30 days", "", ""]),
        (BANNED, ["Emre Kaya", "Türkiye", "entry is refused", "", "", "End of the entry ban", "5 Jan 2031", ""]),
        (traveller("", name=""), ["New traveller", "", "citizenship not entered", "", "", "–", "", ""]),
    ],
    ids=["overstay", "ending", "notice due", "registration due", "outside", "banned", "nobody yet"],
)
def test_what_stands_in_a_row(who: Traveller, told: list[str]) -> None:
    assert row(who) == told


def test_who_hears_a_row_hears_what_the_eye_sees_and_the_strip_too() -> None:
    assert heard(OMAR) == [
        "Omar Haddad",
        "Germany",
        "4 days over",
        "18 November 2026",
        "4 days over",
        "Leave",
        "missed, 18 November 2026",
        "here on 34 days of the last 180, 4 days over",
    ]
    assert heard(traveller("", name=""))[3:] == [
        "no day", "none to count", "none", "no day", "here on 0 days of the last 180",
    ]  # fmt: skip


def test_while_it_is_worked_out_a_row_has_what_is_known() -> None:
    shown = [cells.text(EN, OMAR, None, column, ON) for column in COLUMNS]
    assert shown == ["Omar Haddad", "Germany", "…", "", "", "", "", ""]
    told = [cells.spoken(EN, OMAR, None, column, ON, PERIOD) for column in COLUMNS]
    assert told == ["Omar Haddad", "Germany", "being worked out", "", "", "", "", ""]
    assert cells.hint(EN, OMAR, None, STATE, ON, PERIOD) == "<div>being worked out</div>"
    assert {cells.colour(LIGHT, None, column, ON) for column in COLUMNS[1:]} == {LIGHT.muted}
    assert cells.colour(LIGHT, None, NAME, ON) == LIGHT.text
    assert not any(cells.strong(None, column, ON) for column in COLUMNS)


@pytest.mark.parametrize(
    ("who", "column", "colour"),
    [
        (OMAR, DAYS_LEFT, LIGHT.over),
        (OMAR, DUE, LIGHT.over),
        (OMAR, STATE, LIGHT.over),
        (OMAR, NAME, LIGHT.text),
        (WEI, STATE, LIGHT.close),
        (WEI, DUE, LIGHT.text),
        (traveller("DE", stay("2026-10-24", notified="2026-10-25")), DUE, LIGHT.close),  # today
        (traveller("DE", stay("2026-11-11")), DUE, LIGHT.close),  # not recorded
        (ANNA, STATE, LIGHT.within),
        (ANNA, DUTY, LIGHT.text),
        (LI, STATE, LIGHT.muted),
        (LI, DUTY, LIGHT.muted),
        (LI, CITIZENSHIP, LIGHT.muted),
        (traveller("KZ"), STATE, LIGHT.muted),
        (traveller("", name=""), STATE, LIGHT.muted),
        (BANNED, STATE, LIGHT.over),
    ],
)
def test_a_colour_goes_with_the_word(who: Traveller, column: int, colour: str) -> None:
    assert cells.colour(LIGHT, line_of(who), column, ON) == colour


def test_what_must_be_seen_is_bold() -> None:
    assert cells.strong(line_of(OMAR), DUE, ON)
    assert not cells.strong(line_of(WEI), DUE, ON)
    assert cells.strong(line_of(WEI), DAYS_LEFT, ON)
    assert not cells.strong(line_of(WEI), NAME, ON)


def test_a_tooltip_tells_in_full_what_a_cell_may_have_no_room_for() -> None:
    def hint(who: Traveller, column: int) -> str | None:
        found = cells.hint(EN, who, line_of(who), column, ON, PERIOD)
        lines = None if found is None else unescape(plain(found)).replace("</div><div>", "|")
        return lines and lines.removeprefix("<div>").removesuffix("</div>")

    assert hint(ANNA, NAME) == "Anna Schmidt|C01X00T47"
    assert hint(IVAN, NAME) == "Ivan Petrov|Иван Петров"
    assert hint(LI, CITIZENSHIP) == "China · service passport"
    assert hint(LI, STATE) == "outside Kazakhstan"
    assert hint(LI, LEAVE_BY) is None
    assert hint(OMAR, LEAVE_BY) == "Wednesday, 18 November 2026"
    assert hint(ANNA, DUE) == hint(ANNA, DUTY) == "Host's notice of arrival|Tuesday, 24 November 2026"
    assert hint(LI, DUTY) == "may enter for 30 days"
    assert hint(OMAR, STRIP) == (
        "here on 34 days of the last 180, 4 days over|20 Oct – 18 Nov|19–22 Nov: over the limit"
    )


def test_what_a_file_holds_is_text_and_nothing_else() -> None:
    assert row(RISKY)[0] == "<b>Omar</b> Haddad"
    told = cells.hint(EN, RISKY, line_of(RISKY), NAME, ON, PERIOD)
    assert told == "<div>&lt;b&gt;Omar&lt;/b&gt; Haddad</div>"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_columns_are_called_the_same_and_each_has_room_for_what_is_usual(language: str) -> None:
    w = words(language)  # type: ignore[arg-type]
    names = [cells.header(w, column, PERIOD) for column in COLUMNS]
    assert len(set(names)) == len(COLUMNS)
    assert str(PERIOD) in names[STRIP]
    assert all(all(told) for told in cells.samples(w).values())


def test_a_column_says_whether_the_list_is_sorted_by_it() -> None:
    assert cells.headed(EN, NAME, PERIOD, Sorting(STATE)) == "Name"
    assert cells.headed(EN, NAME, PERIOD, Sorting(NAME)) == "Name ↑"
    assert cells.headed(EN, NAME, PERIOD, Sorting(NAME, descending=True)) == "Name ↓"
    assert cells.headed(EN, STATE, PERIOD, Sorting(STATE)) == "State ↓"  # the most urgent are first
    assert cells.headed(EN, STATE, PERIOD, Sorting(STATE, descending=True)) == "State ↑"
    assert cells.spoken_header(EN, NAME, PERIOD, Sorting(STATE)) == "Name"
    assert cells.spoken_header(EN, NAME, PERIOD, Sorting(NAME)) == "Name, sorted upwards"
    assert cells.spoken_header(EN, NAME, PERIOD, Sorting(NAME, descending=True)) == "Name, sorted downwards"


@pytest.mark.parametrize("sorting", [Sorting(column, back) for column in cells.COLUMNS for back in (False, True)])
def test_the_sign_of_an_order_and_its_words_say_the_same(sorting: Sorting) -> None:
    shown = cells.headed(EN, sorting.column, PERIOD, sorting).endswith(cells.DOWN)
    assert cells.spoken_header(EN, sorting.column, PERIOD, sorting).endswith("downwards") is shown
