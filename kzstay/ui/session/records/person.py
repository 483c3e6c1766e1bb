"""The list of one row that the traveller is: what is typed and cannot be used waits here as elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from kzstay.core.case import Number, Record, Traveller
from kzstay.core.problems import Problem, out_of_place, traveller_problems
from kzstay.texts import Words
from kzstay.ui.session.records.lists import RecordList, Value


class Person(RecordList):
    """The traveller without the stays and papers."""

    name = "person"
    item = "traveller"
    columns = ("name", "citizenship", "born")
    required = ()

    def records(self, traveller: Traveller) -> Sequence[Record]:
        return [traveller]

    def made(self, kind: str, values: dict[str, Any]) -> Record:
        return Traveller(**{"name": "", "citizenship": "", **values})

    def put(self, traveller: Traveller, record: Record) -> Traveller | None:
        assert isinstance(record, Traveller)
        return record

    def removed(self, traveller: Traveller, key: Number) -> Traveller:
        return traveller  # a traveller goes as a whole

    def problems(self, traveller: Traveller, key: Number, today: date) -> Iterator[Problem]:
        # Of the day of birth alone: what else a file holds was looked at when it was opened
        born = Traveller(name="", citizenship="", born=traveller.born)
        yield from traveller_problems(0, born, [""], today)
        yield from (one for one in out_of_place(0, traveller, today) if one.code == "born-after-entry")

    def read(self, w: Words, field: str, text: str, today: date) -> Value | None:
        if field == "citizenship":
            return super().read(w, field, text, today) if text else ""
        if field == "born":
            return w.read_birthday(text, today) if text else None
        return text

    def step(self, field: str | None, *, new: bool) -> str:
        return f"change-{field}"


PERSON = Person()
