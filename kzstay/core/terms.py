"""Terms: what the law gives one traveller under a reading: regimes with limits, and what else an entry needs."""

from __future__ import annotations

from datetime import date

from kzstay.core.case import Traveller
from kzstay.core.law.loading import Law
from kzstay.core.law.regimes import BoundLimit, limits_of, regime_among, regime_on, visa_on
from kzstay.core.law.schema import Need, Regime, VisaRow
from kzstay.core.readings import Reading


class Terms:
    """What somebody gets on a day of entry, by the passport that was shown then."""

    def __init__(self, traveller: Traveller, law: Law, reading: Reading) -> None:
        self.traveller = traveller
        self.law = law
        self.reading = reading
        self.own = law.terms(*traveller.shown(None), reading)  # of the traveller's own passport
        self._limits: tuple[Regime | None, tuple[BoundLimit, ...]] = (
            None,
            (),
        )  # most are asked for one regime alone

    def regime(self, entry: date, stay: int | None = None) -> Regime | None:
        """Return the regime of an entry on a day, of a stay by what was shown then."""
        own = stay is None or self.traveller.stays[stay].citizenship is None
        return regime_among(self.own if own else self.law.terms(*self.traveller.shown(stay), self.reading), entry)

    def need(self, entry: date, stay: int | None = None) -> VisaRow | None:
        """Return what the law data says is needed for an entry on a day without a regime."""
        return visa_on(self.law, *self.traveller.shown(stay), entry, self.reading)

    def needs(self, entry: date, stay: int | None = None) -> Need:
        """Name what is needed for an entry on a day without a regime."""
        if row := self.need(entry, stay):
            return row.needs
        # Whoever needs no visa today is not told of one for a day of which nothing is known
        today = self.law.collected
        known = regime_on(self.law, *self.traveller.shown(stay), today, Reading.USUAL)
        return "unknown-then" if known and entry < today else "unknown"

    def limits(self, regime: Regime) -> tuple[BoundLimit, ...]:
        """Return the limits of a regime under the reading."""
        if self._limits[0] is not regime:
            self._limits = regime, limits_of(self.law, regime, self.reading)
        return self._limits[1]

    def limits_of_all(self) -> list[BoundLimit]:
        """List all limits that a stay of the person may be judged by."""
        stays = enumerate(self.traveller.stays)
        people = dict.fromkeys(
            self.traveller.shown(index) for index in [None, *(at for at, stay in stays if stay.citizenship)]
        )
        terms = [term for person in people for term in self.law.terms(*person, self.reading)]
        return [limit for *_, regime in terms for limit in self.limits(regime)]
