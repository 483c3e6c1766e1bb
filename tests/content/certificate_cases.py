"""Travellers in every standing, for the certificate, on 22 November 2026."""

from __future__ import annotations

from datetime import timedelta

import msgspec

from kzstay.core.case import STATELESS, Permit, Ruling, Traveller
from tests.content.block_reader import GERMAN, PAPERS
from tests.helpers import day, permit, stay, traveller

ON = day("2026-11-22")
LONG = "Konstantinopolskaya-Preobrazhenskaya Aleksandra Maximilianovna "
ATTACK = """<script>alert(1)</script><img src=x onerror="a()"> ' & </td></table>\u202e\x00=1+1"""


def ruled(who: Traveller, *rulings: Ruling) -> Traveller:
    return msgspec.structs.replace(who, rulings=rulings)


def expulsion(served: str, leave_by: str | None = None, executed: str | None = None) -> Ruling:
    return Ruling(
        kind="expulsion",
        served=day(served),
        part="517(4)",
        leave_by=day(leave_by) if leave_by else None,
        executed=day(executed) if executed else None,
    )


def many(count: int, length: int = 2, every: int = 3, country: str = "DE") -> Traveller:
    """Build a traveller with many short stays before the day, each with checkpoints."""
    entries = [ON - timedelta(days=every * number + length) for number in range(count, 0, -1)]
    return traveller(
        country,
        *(
            msgspec.structs.replace(
                stay(entry.isoformat(), (entry + timedelta(days=length - 1)).isoformat()),
                checkpoint="Nur Zholy, Khorgos" if number % 2 else "Алматы әуежайы",
                exit_checkpoint="Korday",
            )
            for number, entry in enumerate(entries)
        ),
        name=LONG,
        born="1980-03-04",
    )


HERE = traveller("DE", stay("2026-11-11"))
PEOPLE: dict[str, Traveller] = {
    "present": GERMAN,
    "papers": PAPERS,
    "nothing": traveller("DE"),
    "no name": traveller("DE", name=""),
    "planned alone": traveller("DE", stay("2027-01-08", "2027-01-24")),
    "outside": traveller("RU", stay("2026-05-01", "2026-06-20")),
    "over": traveller("DE", stay("2026-09-01")),
    "over long": traveller("DE", stay("2025-09-01")),
    "over the days": traveller(
        "RU", stay("2026-06-01", "2026-07-10"), stay("2026-08-01", "2026-08-31"), stay("2026-10-01", "2026-10-25")
    ),
    "no regime": traveller("AF", stay("2026-11-11")),
    "no regime, outside": traveller("AF", stay("2026-02-11", "2026-02-20")),
    "citizen": traveller("KZ", stay("2026-11-11")),
    "stateless": traveller(STATELESS, stay("2026-11-11")),
    "visa": traveller("DE", stay("2026-11-11"), permits=[permit("2026-11-01", "2027-01-01")]),
    "visa of days": traveller(
        "AF",
        stay("2026-11-11"),
        permits=[Permit(kind="visa", first=day("2026-05-01"), until=day("2027-05-01"), days=60, period=180)],
    ),
    "rvp": traveller("RU", stay("2026-03-11"), permits=[permit("2026-04-01", "2027-04-01", "rvp")]),
    "resident": traveller("RU", stay("2026-03-11"), permits=[permit("2020-04-01", "2030-04-01", "residence")]),
    "covered before": traveller(
        "RU", stay("2026-08-11"), stay("2026-03-01", "2026-07-01"), permits=[permit("2026-03-01", "2026-07-01")]
    ),
    "period from the first entry": traveller("UA", stay("2026-08-01", "2026-08-20"), stay("2026-11-11")),
    "calendar year": traveller("BR", stay("2026-01-05", "2026-02-01"), stay("2026-11-11")),
    "two counts": traveller("MN", stay("2026-08-01", "2026-10-01"), stay("2026-11-11")),
    "sources differ": traveller("EC", stay("2026-11-11")),
    "treaty": traveller("CN", stay("2026-10-25", "2026-11-02"), stay("2026-11-11")),
    "service": traveller("IN", stay("2026-11-11"), passport="service"),
    "not recorded": traveller("FR", stay("2026-04-01"), stay("2026-11-10")),
    "driver": traveller("RU", stay("2026-10-01", "2026-10-09", kind="transport"), stay("2026-11-11")),
    "drives now": traveller("RU", stay("2026-11-11", kind="transport")),
    "another passport": traveller("RU", stay("2026-11-11", citizenship="DE", passport="national")),
    "to be expelled": ruled(HERE, expulsion("2026-11-16", "2026-11-25")),
    "to leave, no day": ruled(HERE, expulsion("2026-11-16")),
    "expelled": ruled(
        traveller("DE", stay("2026-01-01", "2026-03-01")), expulsion("2026-02-20", None, "2026-03-01")
    ),
    "fined": ruled(
        traveller("DE", stay("2026-05-01", "2026-08-05")), Ruling(kind="fine", served=day("2026-08-05"))
    ),
    "cut short": ruled(HERE, Ruling(kind="shortened", served=day("2026-11-16"), leave_by=day("2026-11-20"))),
    "all at once": ruled(
        traveller(
            "DE",
            stay("2026-01-05", "2026-06-20"),
            stay("2026-07-01"),
            stay("2026-09-01"),
            permits=[permit("2026-01-10", "2026-02-10")],
            name=LONG * 9,
        ),
        *(Ruling(kind="fine", served=day(f"2026-07-{number:02}")) for number in range(1, 9)),
        expulsion("2026-10-16", "2026-10-25"),
        expulsion("2020-01-10", None, "2022-01-10"),
        Ruling(kind="shortened", served=day("2026-10-16"), leave_by=day("2026-11-20")),
    ),
    "many stays": many(60),
    "many days": many(200, 1, 2, "RU"),
    "attack": msgspec.structs.replace(
        many(25), name=ATTACK, native_name="\u05d3\u05d5\u05d3 Smith", document="=cmd|' /C calc'!A0" * 9
    ),
    "letters without end": msgspec.structs.replace(
        traveller("DE", msgspec.structs.replace(HERE.stays[0], checkpoint="W" * 10_000)),
        name="W" * 10_000,
        native_name="Ж" * 10_000,
        document="W" * 10_000,
    ),
}
