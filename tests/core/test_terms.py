"""What the law gives a traveller, by the passport that was shown."""

from __future__ import annotations

from kzstay import bundled
from kzstay.core.readings import Reading
from kzstay.core.terms import Terms
from tests.helpers import day, stay, traveller

LAW = bundled.law()
TWO = traveller("DE", stay("2026-01-01", "2026-01-05"), stay("2026-03-01", "2026-03-05", citizenship="TR"))


def terms(citizenship: str = "DE") -> Terms:
    return Terms(traveller(citizenship), LAW, Reading.SAFE)


def test_a_stay_has_the_regime_of_the_passport_that_was_shown() -> None:
    both = Terms(TWO, LAW, Reading.SAFE)
    own, other = both.regime(day("2026-01-01"), 0), both.regime(day("2026-03-01"), 1)
    assert own is not None
    assert other is not None
    assert ("DE" in own.countries, "TR" in other.countries) == (True, True)
    assert both.regime(day("2026-11-22")) is own


def test_what_an_entry_needs_is_told_where_there_is_no_regime() -> None:
    assert terms("AF").needs(day("2026-11-22")) == "visa"
    assert terms("KZ").needs(day("2026-11-22")) == "citizen"
    assert terms().needs(day("1995-01-01")) == "unknown-then"
    assert terms("ZZ").needs(day("2026-11-22")) == "unknown"
    assert (terms().need(day("2026-11-22")), terms("AF").regime(day("2026-11-22"))) == (None, None)


def test_the_limits_of_all_passports_are_listed() -> None:
    ours = Terms(TWO, LAW, Reading.SAFE).limits_of_all()
    alone = terms().limits_of_all()
    assert len(ours) > len(alone) > 0
    assert [limit for limit in alone if limit not in ours] == []
