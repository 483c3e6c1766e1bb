"""The stays as a list of rows that are typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import msgspec

from kzstay.core import editing
from kzstay.core.case import Problem, Record, Stay, Traveller, early_record, traveller_problems
from kzstay.texts import Words
from kzstay.texts.steps import EDITED
from kzstay.ui.session.records.lists import TupleList, Value


class Stays(TupleList):
    """The visits, in the order in which they stand in the case."""

    name = "stays"
    item = "stay"
    columns = ("entry", "exit", "notified", "registered", "note")
    required = ("entry",)

    def made(self, kind: str, values: dict[str, Any]) -> Record:
        # As long as nobody has touched the exit it goes with the entry: nothing longer was entered
        return Stay(**{"exit": values["entry"], **values})

    def put(self, traveller: Traveller, row: int | None, record: Record) -> tuple[Traveller, int] | None:
        if row is not None:
            return super().put(traveller, row, record)
        assert isinstance(record, Stay)
        change = editing.inserted(traveller, record)
        return msgspec.structs.replace(traveller, stays=change.stays), change.index

    def problems(self, index: int, traveller: Traveller, row: int, today: date) -> Iterator[Problem]:
        for problem in traveller_problems(index, traveller, [traveller.citizenship], today):
            if row in (problem.stay, problem.other):
                yield problem

    def objection(self, w: Words, record: Record, fields: Sequence[str]) -> str:
        assert isinstance(record, Stay)
        early = (record.notified, "notified"), (record.registered, "registered")
        if any(day and early_record(record, day) and field in fields for day, field in early):
            return w.gettext("This is before the entry.")
        return ""

    def read(self, w: Words, field: str, text: str, today: date) -> Value | None:
        return text if field == "note" else super().read(w, field, text, today)

    def step(self, field: str | None, *, new: bool) -> str:
        return "add-stay" if new or field is None else EDITED[field]


STAYS = Stays()
