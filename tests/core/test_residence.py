"""Days of one who lives here permanently, against a count day by day."""

from __future__ import annotations

from datetime import date

from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from kzstay.core.case import Permit, Stay, Traveller
from kzstay.core.days import DAY
from kzstay.core.residence import residence_use
from tests.core.builders import LAW, reckon
from tests.helpers import day, permit, span, stay, traveller

HERE = [permit("2024-01-10", "2034-01-09", "residence")]
ROW = LAW.residence


def test_who_has_no_such_permit_is_asked_for_no_days() -> None:
    assert residence_use(reckon(traveller("DE", stay("2026-11-11")), "2026-11-22")) is None
    rvp = traveller("DE", stay("2026-11-11"), permits=[permit("2026-01-01", "2026-12-31", "rvp")])
    assert residence_use(reckon(rvp, "2026-11-22")) is None
    for on in ("2024-01-09", "2034-01-10"):
        assert residence_use(reckon(traveller("DE", permits=HERE), on)) is None


def test_a_permit_that_follows_another_goes_on_with_its_months() -> None:
    renewed = [permit("2024-06-01", "2034-05-31", "residence"), permit("2014-06-01", "2024-05-31", "residence")]
    use = residence_use(reckon(traveller("DE", permits=renewed), "2024-07-01"))
    assert use is not None
    assert use.window == span("2023-07-02", "2024-07-01")
    apart = [permit("2024-06-02", "2034-05-31", "residence"), permit("2014-06-01", "2024-05-31", "residence")]
    use = residence_use(reckon(traveller("DE", permits=apart), "2024-07-01"))
    assert use is not None
    assert use.window == span("2024-06-02", "2024-07-01")


def test_a_permit_within_another_takes_nothing_from_it() -> None:
    within = [*HERE, permit("2025-01-01", "2025-12-31", "residence")]
    use = residence_use(reckon(traveller("DE", permits=within), "2026-07-01"))
    assert use is not None
    assert use.window == span("2025-07-02", "2026-07-01")


def test_days_to_come_are_no_days_yet() -> None:
    person = traveller("DE", stay("2026-11-11", "2026-12-31"), stay("2027-02-01", "2027-03-01"), permits=HERE)
    use = residence_use(reckon(person, "2026-11-22"))
    assert use is not None
    assert use.present == 12


@given(
    st.integers(0, 800),
    st.lists(st.tuples(st.integers(1, 200), st.integers(0, 200)), max_size=8),
    st.integers(0, 1200),
)
def test_the_days_are_those_of_the_months_that_end_with_the_day(
    issued: int, gaps: list[tuple[int, int]], later: int
) -> None:
    first = day("2023-01-01") + DAY * issued
    free, stays = day("2022-12-01"), list[Stay]()
    for gap, length in gaps:
        stays.append(Stay(entry=free + DAY * gap, exit=free + DAY * (gap + length)))
        free = free + DAY * (gap + length)
    held = (Permit(kind="residence", first=first, until=date(2050, 1, 1)),)
    on = first + DAY * later
    person = Traveller(name="A", citizenship="DE", stays=tuple(stays), permits=held)
    use = residence_use(reckon(person, on.isoformat()))
    assert use is not None
    present = {
        one.entry + DAY * number
        for one in stays
        for number in range(((one.exit or one.entry) - one.entry).days + 1)
        if one.entry + DAY * number <= on
    }
    year = relativedelta(months=ROW.months)
    assert use.present == sum(max(first, on - year + DAY) <= one for one in present)
    # The best that can be: every day from the next one on is a day here
    most = present | {on + DAY * number for number in range(1, 800)}
    ends = [end for end in (on + DAY * number for number in range(400)) if end >= first + year - DAY]
    least = min(sum(end - year < one <= end for one in most) for end in ends[:40] + ends[-1:])
    assert abs(use.possible - least) <= 1, "months are not all of one length"
    over = [
        sum(max(date.min, end - year + DAY) <= one <= end for one in present)
        for end in (first + year - DAY + DAY * number for number in range((on - first).days + 1))
        if end <= on and stays and end - year + DAY >= stays[0].entry
    ]
    assert use.least == (min(over) if over and stays[0].entry <= on else None)
    if use.worst is not None:
        worst = use.worst
        assert worst.first == max(worst.last - year + DAY, first)
        assert worst.last <= on
        assert use.least == sum(worst.first <= one <= worst.last for one in present)
    assert use.short == (use.possible < ROW.days or any(count < ROW.days for count in over))
    assert use.missing == max(0, ROW.days - use.present)
