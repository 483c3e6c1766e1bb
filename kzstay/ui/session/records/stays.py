"""The list of stays: its rows are typed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, ClassVar, get_args

import msgspec

from kzstay.core import editing
from kzstay.core.case import Number, PassportKind, Record, Stay, StayKind, Traveller, early_record, place_of
from kzstay.core.problems import Problem, traveller_problems
from kzstay.texts import Words
from kzstay.texts.steps import EDITED
from kzstay.ui.session.records.lists import TupleList, Value

TEXTS = ("note", "checkpoint", "exit_checkpoint")


class Stays(TupleList):
    """The visits, in the order in which they stand in the case."""

    name = "stays"
    item = "stay"
    columns = ("entry", "exit", "notified", "registered", "note")
    required = ("entry",)
    counted: ClassVar[Mapping[str, str]] = {"exit": "entry"}

    def made(self, kind: str, values: dict[str, Any]) -> Record:
        # As long as nobody has touched the exit it goes with the entry: nothing longer was entered
        return Stay(**{"exit": values["entry"], **values})

    def put(self, traveller: Traveller, record: Record) -> Traveller | None:
        if place_of(traveller.stays, record.key.number) is not None:
            return super().put(traveller, record)
        assert isinstance(record, Stay)
        return msgspec.structs.replace(traveller, stays=editing.inserted(traveller, record).stays)

    def problems(self, traveller: Traveller, key: Number, today: date) -> Iterator[Problem]:
        row = place_of(traveller.stays, key)
        # What stands there as a country was read as one, or looked at when the file was opened
        known = [traveller.citizenship, *(stay.citizenship for stay in traveller.stays if stay.citizenship)]
        for problem in traveller_problems(0, traveller, known, today):
            if row in (problem.stay, problem.other):
                yield problem

    def changed(self, record: Record, values: dict[str, Any]) -> Record:
        # The passport goes with the citizenship that it is of
        if values.get("citizenship", "") is None:
            values = {"passport": None, **values}
        return super().changed(record, values)

    def objection(self, w: Words, record: Record, fields: Sequence[str]) -> str:
        assert isinstance(record, Stay)
        early = (record.notified, "notified"), (record.registered, "registered")
        if any(day and early_record(record, day) and field in fields for day, field in early):
            return w.gettext("This is before the entry.")
        return ""

    def read(self, w: Words, field: str, text: str, today: date) -> Value | None:
        if field in TEXTS:
            return text
        if field == "kind":
            return text if text in get_args(StayKind) else None
        if field == "passport":
            return text if text in get_args(PassportKind) else None
        return super().read(w, field, text, today)

    def step(self, field: str | None, *, new: bool) -> str:
        return "add-stay" if new or field is None else EDITED[field]


STAYS = Stays()
