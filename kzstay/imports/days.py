"""Days as they are written: each way in which a cell can be read as a day, and what leaves that open.

Nothing is decided here for a single cell: which of day and month comes first is settled for a whole column, or
asked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import TypeAlias

import msgspec

from kzstay.imports.result import Order
from kzstay.imports.vocabulary import month, year_words
from kzstay.today import local

Cell: TypeAlias = "str | int | float | bool | date | datetime | time | timedelta | None"

AHEAD_YEARS = 2  # in which somebody may still cross the border
_TIME = re.compile(
    r"(?:[T\s,]+|(?<=\d)T)(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*(am|pm)?\s*(z|utc|[+-]\d{2}:?\d{2})?$",
    re.IGNORECASE,
)
_NUMERIC = re.compile(r"(\d{1,4})\s?([./\-\s年月])\s?(\d{1,2})\s?([./\-\s月])\s?(\d{1,4})\s?日?\.?")
_RUN = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})")
_WEEKDAY = re.compile(r"^([^\W\d_]{2,})\.?,?\s+(?=\d)")
_WEEKDAY_BEHIND = re.compile(r",\s*[^\W\d_]{2,}\.?$")
_NAME, _TH = r"([^\W\d_]+)\.?", r"(?:st|nd|rd|th|-?е)?"
_DAY_FIRST = re.compile(rf"(\d{{1,2}}){_TH}[\s\-.]*{_NAME}[\s\-.,]*(\d{{4}}|\d{{2}})?\.?", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"{_NAME}\s*(\d{{1,2}}){_TH},?\s*(\d{{4}}|\d{{2}})?", re.IGNORECASE)
_YEAR_FIRST = re.compile(rf"(\d{{4}})[\s\-.,]*(\d{{1,2}})[\s\-.]*{_NAME}", re.IGNORECASE)
LONGEST = 60  # characters of a cell that may be a day


class Written(msgspec.Struct, frozen=True):
    """A day as it may be meant, by the order of its parts; ``minutes`` since midnight, where a time stands there.

    ``form`` is the sign between figures whose order is open: what is settled for one is settled for its form.
    """

    by: Mapping[Order, date]
    form: str = ""
    minutes: int | None = None

    @property
    def sure(self) -> date | None:
        """Return the day where every order gives the same."""
        days = set(self.by.values())
        return days.pop() if len(days) == 1 and not self.form else None

    def under(self, orders: Mapping[str, Order]) -> date | None:
        """Return the day under the orders that were settled for each form; None where it is none by that."""
        return self.sure if not self.form else self.by.get(orders.get(self.form, "dmy"))


def written(cell: Cell, today: date, *, ahead: int = AHEAD_YEARS) -> Written | None:
    """Return how a cell can be read as a day; None where it cannot.

    Years of two figures are told by ``today``: they are none that comes more than ``ahead`` years later. A moment
    with a zone is the civil day of Kazakhstan. A number is no day here: what a serial means, its column says.
    """
    if isinstance(cell, datetime):
        return _moment(cell)
    if isinstance(cell, date):
        return _only(cell)
    if not isinstance(cell, str) or not cell.strip() or len(cell) > LONGEST:
        return None
    text = " ".join(cell.replace("\N{NO-BREAK SPACE}", " ").split())
    minutes, zone = None, ""
    if clock := _TIME.search(text):
        minutes, zone = _minutes(clock), clock[5] or ""
        if minutes is None:
            return None
        text = text[: clock.start()].strip()
    found = _numeric(text, today, ahead) or _worded(text, today, ahead)
    if found is None or minutes is None:
        return found
    return _in_zone(found, minutes, zone)


def _only(day: date, minutes: int | None = None) -> Written:
    return Written({"ymd": day}, minutes=minutes)


def _moment(moment: datetime) -> Written | None:
    try:
        here = local(moment)
    except OverflowError:
        return None
    midnight = here.time() == time() and moment.tzinfo is None
    return _only(here.date(), None if midnight else here.hour * 60 + here.minute)


def _minutes(clock: re.Match[str]) -> int | None:
    hour, minute, half = int(clock[1]), int(clock[2]), (clock[4] or "").casefold()
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return hour * 60 + minute if hour < 24 and minute < 60 else None


def _in_zone(found: Written, minutes: int, zone: str) -> Written | None:
    """Return a day with its time, as the clocks of Kazakhstan show it; None where that is no day."""
    if not zone:
        return msgspec.structs.replace(found, minutes=minutes)
    offset = "+00:00" if zone.casefold() in ("z", "utc") else zone
    clock = f"{minutes // 60:02}:{minutes % 60:02}{offset}"
    here: dict[Order, datetime] = {}
    try:
        for order, day in found.by.items():
            here[order] = local(datetime.fromisoformat(f"{day}T{clock}"))
    except (OverflowError, ValueError):  # no such zone, or beyond what a date can be
        return None
    first = next(iter(here.values()))
    by: dict[Order, date] = {order: moment.date() for order, moment in here.items()}
    return Written(by, found.form, first.hour * 60 + first.minute)


def _numeric(text: str, today: date, ahead: int) -> Written | None:
    if run := _RUN.fullmatch(text):
        return _known(run[1], run[2], run[3], today, ahead)
    match = _NUMERIC.fullmatch(text)
    if match is None:
        return None
    first, sign, middle, _, last = match.groups()
    if len(first) > 2:
        return _known(first, middle, last, today, ahead)
    orders: dict[Order, tuple[str, str, str]] = {"dmy": (last, middle, first), "mdy": (last, first, middle)}
    if len(last) <= 2:
        orders["ymd"] = (first, middle, last)
    by: dict[Order, date] = {}
    for order, parts in orders.items():
        if day := _day(*parts, today, ahead):
            by[order] = day
    return Written(by, sign if sign.strip() else " ") if by else None


def _known(year: str, number: str, day: str, today: date, ahead: int) -> Written | None:
    found = _day(year, number, day, today, ahead)
    return _only(found) if found else None


def _worded(text: str, today: date, ahead: int) -> Written | None:
    """Read a day whose month is a word."""
    weekday = _WEEKDAY.match(text)
    if weekday and month(weekday[1]) is None:
        text = text[weekday.end() :]
    text = _WEEKDAY_BEHIND.sub("", text)
    text = " ".join(word for word in text.split() if word.casefold().rstrip(".,") not in year_words()).rstrip(",")
    if match := _DAY_FIRST.fullmatch(text):
        day, name, year = match.groups()
    elif match := _MONTH_FIRST.fullmatch(text):
        name, day, year = match.groups()
    elif match := _YEAR_FIRST.fullmatch(text):
        year, day, name = match.groups()
    else:
        return None
    number = month(name)
    if number is None or year is None:
        return None
    return _known(year, str(number), day, today, ahead)


def _day(year: str, number: str, day: str, today: date, ahead: int) -> date | None:
    whole = int(year)
    if len(year) <= 2:
        whole += today.year // 100 * 100
        if whole > today.year + ahead:
            whole -= 100
    elif len(year) == 3:
        return None
    try:
        return date(whole, int(number), int(day))
    except ValueError:
        return None
