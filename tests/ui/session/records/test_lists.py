"""A list of records: what is put in is there, what is taken out is gone, and nothing else is touched."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzstay.core.case import Key, Record, Traveller, place_of
from kzstay.texts.steps import step
from kzstay.texts.words import words
from kzstay.ui.session.records.drafts import LISTS
from kzstay.ui.session.records.lists import RecordList, TupleList
from tests.core.builders import LAW
from tests.files import strategies
from tests.helpers import day

EN = words("en")
TODAY = day("2026-11-22")
TUPLES = [listed for listed in LISTS.values() if isinstance(listed, TupleList)]
EVERY = pytest.mark.parametrize("listed", LISTS.values(), ids=LISTS)
RECORDS: dict[str, st.SearchStrategy[Any]] = {
    "stays": strategies.stays,
    "permits": strategies.permits,
    "rulings": strategies.rulings,
}


def records(listed: RecordList, who: Traveller) -> list[Record]:
    return list(listed.records(who))


@pytest.mark.parametrize("listed", TUPLES, ids=lambda listed: listed.name)
@given(strategies.travellers, st.data())
def test_a_record_that_is_put_in_a_row_stands_there_and_the_others_where_they_were(
    listed: TupleList, who: Traveller, data: st.DataObject
) -> None:
    held = records(listed, who)
    record = data.draw(RECORDS[listed.name])
    row = data.draw(st.none() if not held else st.none() | st.integers(0, len(held) - 1))
    record = msgspec.structs.replace(record, key=Key() if row is None else held[row].key)
    after = listed.put(who, record)
    assert after is not None
    place = place_of(listed.records(after), record.key.number)
    assert place is not None
    assert listed.records(after)[place] is record
    assert row is None or place == row
    others = [one for number, one in enumerate(records(listed, after)) if number != place]
    left = held if row is None else [*held[:row], *held[row + 1 :]]
    assert [id(one) for one in others] == [id(one) for one in left]
    for other in TUPLES:
        if other is not listed:
            assert records(other, after) == records(other, who)


@pytest.mark.parametrize("listed", TUPLES, ids=lambda listed: listed.name)
@given(strategies.travellers, st.data())
def test_what_is_added_and_taken_out_again_leaves_the_traveller_as_before(
    listed: TupleList, who: Traveller, data: st.DataObject
) -> None:
    record = msgspec.structs.replace(data.draw(RECORDS[listed.name]), key=Key())
    after = listed.put(who, record)
    assert after is not None
    assert listed.removed(after, record.key.number) == who


# What is typed


@EVERY
def test_a_day_is_read_as_it_is_written(listed: RecordList) -> None:
    typed = EN.numeric_day(TODAY)
    days = [column for column in ("entry", "first", "served", "on", "born") if column in listed.columns]
    assert days
    assert listed.read(EN, days[0], typed, TODAY) == TODAY
    assert listed.read(EN, days[0], "", TODAY) is None
    assert listed.read(EN, days[0], "soon", TODAY) is None
    assert "soon" in listed.unread(EN, days[0], "soon", TODAY)


@given(st.sampled_from(["stays", "permits", "rulings"]), st.data())
def test_what_is_written_into_a_cell_is_read_back_as_the_record_has_it(name: str, data: st.DataObject) -> None:
    listed = LISTS[name]
    record = data.draw(RECORDS[name])
    for column in listed.columns:
        field = listed.field(column, getattr(record, "kind", ""))
        value = getattr(record, field, None) if field else None
        if field in (None, "kind", "note") or value is None or (field == "part" and value not in LAW.part_names):
            continue
        assert listed.read(EN, field, listed.typed(EN, record, field), TODAY) == value


# What stands in the menu of steps


@EVERY
@pytest.mark.parametrize("new", [False, True])
def test_every_step_has_a_name(listed: RecordList, new: bool) -> None:
    for column in listed.columns:
        for kind in listed.kinds or ("",):
            field = listed.field(column, kind)
            if field is not None:
                code = listed.step(field, new=new)
                assert step(EN, code) != code


@EVERY
def test_what_a_row_must_have_is_among_its_columns_and_may_be_typed(listed: RecordList) -> None:
    for kind in listed.kinds or ("",):
        for field in listed.required:
            assert field in listed.columns
            assert listed.editable(field, kind, None)
