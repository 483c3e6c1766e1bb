"""The table and the law data are about the same people."""

from __future__ import annotations

from typing import get_args

from kzstay.core.case import STATELESS, PassportKind
from kzstay.core.law.loading import Person
from kzstay.core.readings import Reading
from tests.core.builders import LAW
from tests.core.visa_table.table import LINES, N, found
from tests.helpers import day

PAST: dict[str, tuple[Person, str]] = {
    # rows of the past, and a citizen and the day of entry for whom each is
    "unilateral-30-before-pause": (("DE", N), "2019-10-01"),
    "pilot-2014": (("GB", N), "2014-08-01"),
    "pilot-2014-korea": (("KR", N), "2014-08-01"),
    "pilot-2015": (("AU", N), "2016-02-01"),
    "decree-838": (("PL", N), "2018-02-01"),
    "decree-838-emirates": (("AE", N), "2017-02-01"),
    "list-suspended": (("SE", N), "2021-02-01"),
    "russia-180": (("RU", N), "2014-02-01"),
    "belarus-180": (("BY", N), "2015-03-01"),
    "armenia-90": (("AM", N), "2016-02-01"),
    "kyrgyzstan-180": (("KG", N), "2020-02-01"),
    "ukraine-2002": (("UA", N), "2010-02-01"),
    "korea": (("KR", N), "2020-01-01"),
    "china-14": (("CN", N), "2023-01-01"),
    "turkiye-month": (("TR", N), "2020-01-01"),
}
# Who is of no state, or of none that is foreign, stands in no table of states
OF_NO_FOREIGN_STATE = {"stateless": STATELESS, "citizens": "KZ"}


def test_every_row_of_the_law_is_for_somebody_of_the_table() -> None:
    today = {found(line.person, reading=reading).id for line in LINES for reading in Reading}
    past = {found(person, day(entry)).id for person, entry in PAST.values()}
    assert past == set(PAST)
    assert today | past == {row.id for row in [*LAW.regimes, *LAW.visas]} - set(OF_NO_FOREIGN_STATE)
    assert not today & past


def test_the_law_is_for_nobody_outside_the_table() -> None:
    others = {
        (country, passport) for country in OF_NO_FOREIGN_STATE.values() for passport in get_args(PassportKind)
    }
    assert (set(LAW.by_person) | set(LAW.visas_by_person)) - others == {line.person for line in LINES}
    assert {row.id: row.countries for row in LAW.visas if row.id in OF_NO_FOREIGN_STATE} == {
        row: [country] for row, country in OF_NO_FOREIGN_STATE.items()
    }
