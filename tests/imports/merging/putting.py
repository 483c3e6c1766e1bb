"""What came of a source, put in a case in a few words."""

from __future__ import annotations

import msgspec

from kzstay.core.case import Case, Traveller
from kzstay.imports.merging import Merged, Wish, merged
from kzstay.imports.result import Answers, Result
from tests.helpers import day, stay, traveller

TODAY = day("2026-11-22")
ANNA = traveller("DE", stay("2026-05-20", "2026-06-08"), stay("2026-11-11"))
EARLY = stay("2026-02-01", "2026-02-05")
NOTHING = Answers()
APPEND, REPLACE = Wish(), Wish(replace=True)
COUNTRIES = {"", "DE", "GB", "TR"}


def put(before: Case, result: Result, wish: Wish = APPEND, answers: Answers = NOTHING) -> Merged:
    return merged(before, result, TODAY, answers, wish)


def days(one: Traveller) -> list[tuple[str, str | None]]:
    return [(held.entry.isoformat(), held.exit.isoformat() if held.exit else None) for held in one.stays]


def named(one: Traveller, **values: object) -> Traveller:
    return msgspec.structs.replace(one, **values)
