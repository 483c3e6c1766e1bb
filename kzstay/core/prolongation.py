"""Prolongation: terms of stay that ended in a time of need, and were made longer for everybody."""

from __future__ import annotations

from datetime import date

from kzstay.core.case import Stay
from kzstay.core.law.loading import Law


def prolonged(law: Law, stay: Stay, until: date, because: str | None) -> tuple[date, str | None]:
    """Return the last lawful day of a stay and what sets it, later where its term ended in such a time.

    A stay that was never lawful, and one against a ban, gain nothing. Source: resources/law/history.toml.
    """
    if because in (None, "ban") or until < stay.entry or until > law.prolonged_until:
        return until, because
    days = [
        row.to
        for row in law.prolongations
        if row.begins <= until <= row.ends and not (row.leaving and not (stay.exit and stay.exit <= row.to))
    ]
    # The first of them that reaches to the exit; of one who stayed beyond them all the last
    enough = [day for day in days if stay.exit and stay.exit <= day]
    last = min(enough) if enough else max(days, default=until)
    return (last, "prolongation") if last > until else (until, because)
