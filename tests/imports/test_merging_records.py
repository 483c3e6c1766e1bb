"""Stays and permits among others, one by one; what becomes of whole travellers is told where they are merged."""

from __future__ import annotations

from collections.abc import Sequence

from kzstay.core.case import Stay
from kzstay.imports.merging_records import Asking, Put, id_of, merged_stays, replaced_stays
from kzstay.imports.result import Answers, Question
from tests.helpers import day, stay, traveller

ASKED: list[Question] = []


def asking(**chosen: str) -> Asking:
    def put(question: Question) -> Question:
        ASKED.append(question)
        return question

    return Asking(Answers(chosen=chosen), put, day("2026-11-22"))


def put(there: Sequence[Stay], *came: Stay) -> Put[Stay]:
    return merged_stays(tuple(there), came, asking())


def test_what_changes_nothing_is_the_same_value() -> None:
    there = stay("2026-05-20", "2026-06-08"), stay("2026-01-01", "2026-01-08")
    assert put(there, stay("2026-01-01", "2026-01-08")).records is there
    assert (
        replaced_stays(there, tuple(stay(str(one.entry), str(one.exit)) for one in there[::-1]), asking()).gone
        == 0
    )


def test_an_exit_that_would_lie_in_another_stay_is_asked_for() -> None:
    there = stay("2026-05-01"), stay("2026-05-10", "2026-05-20")
    assert put(there, stay("2026-05-01", "2026-05-12")).fates == ("asked",)
    assert put(there, stay("2026-05-01", "2026-05-10")).fates == ("completed",)


def test_a_day_out_and_in_again_is_no_stay_that_has_ended() -> None:
    found = put([stay("2026-05-01", "2026-05-01")], stay("2026-05-01"))
    assert found.fates == ("added",)


def test_a_long_list_is_merged_in_order() -> None:
    there = [stay(f"20{year}-01-01", f"20{year}-01-10") for year in range(10, 90, 2)]
    came = [stay(f"20{year}-01-01", f"20{year}-01-10") for year in range(89, 10, -1)]
    found = put(there, *came)
    entries = [one.entry for one in found.records]
    assert entries == sorted(set(entries))
    assert found.fates.count("added") == 40


def test_only_a_text_is_an_id() -> None:
    assert id_of(traveller("DE")) is None
