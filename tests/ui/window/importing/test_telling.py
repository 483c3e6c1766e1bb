"""What the import tells of a source, in every language."""

from __future__ import annotations

import msgspec
import pytest

from kzstay.core.case import Case, Host
from kzstay.i18n import LANGUAGES, Language
from kzstay.imports.merging import Wish, merged
from kzstay.imports.result import Answers, Kind, Left, Origin, Refused, Result, Taken
from kzstay.texts.words import words
from kzstay.ui.window.importing import telling
from kzstay.ui.window.importing.rows import STATES, rows_of
from kzstay.ui.window.importing.source import Found
from tests.helpers import case, day, permit, stay, traveller
from tests.imports.results import came

W = words("en")
ANNA = traveller("DE", stay("2026-05-20", "2026-06-08"))


def found(result: Result, before: Case, *, letters: str = "", replace: bool = False) -> Found:
    together = merged(before, result, day("2026-11-22"), Answers(), Wish(replace=replace))
    questions = (*result.questions, *together.questions)
    return Found(
        data="",
        letters=letters,
        before=before,
        result=result,
        merged=together,
        questions=questions,
        rows=rows_of(result, together, questions),
    )


def test_what_was_recognised_is_told() -> None:
    one = found(came(ANNA, first=1), case(traveller("", name="")), letters="cp1251")
    assert telling.recognised(W, one) == "A table of 1 row · letters: Windows-1251"
    two = found(came(ANNA, traveller("GB", name="Boris"), kind="text"), case(ANNA), letters="utf-8")
    assert telling.recognised(W, two) == "A text of 1 line · 2 travellers"


@pytest.mark.parametrize("kind", ["case", "table", "text", "calendar", "records"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_has_a_name(kind: Kind, language: Language) -> None:
    assert telling.recognised(words(language), found(came(ANNA, kind=kind), case(ANNA)))


def test_what_a_traveller_keeps_is_told_and_the_rest_counted() -> None:
    there = msgspec.structs.replace(ANNA, document="C01", born=day("1990-01-01"), host=Host(kind="individual"))
    other = msgspec.structs.replace(
        traveller("GB", name="Anna Maier", born="1991-01-01", host="small", passport="service"), document="C01"
    )
    result = came(other, left=(Left(code="as-here"), Left(code="as-here")))
    told = telling.remarks(W, found(result, case(there)), case(there))
    assert told == [
        "The days were taken as days in Kazakhstan.",
        "Anna Schmidt · Name: Anna Schmidt is kept; here it is Anna Maier.",
        "Anna Schmidt · Citizenship: Germany is kept; here it is United Kingdom.",
        "3 more are kept as they are.",
    ]


def test_the_button_says_what_it_does() -> None:
    def button(result: Result, *, replace: bool = False) -> str:
        one = found(result, case(ANNA), replace=replace)
        return telling.button(W, one.merged, replace=replace, changes=one.merged.case.travellers != (ANNA,))

    more = stay("2026-07-20", "2026-07-28")
    assert button(came(traveller("DE", more))) == "&Add 1 stay"
    assert button(came(traveller("DE", permits=[permit("2026-01-01", "2026-12-31")]))) == "&Add 1 permit"
    assert button(came(traveller("GB", name="Boris"))) == "&Add 1 traveller"
    assert button(came(traveller("DE", born="1990-01-01"))) == "&Add what is new"
    assert button(came(ANNA)) == "Nothing to add"
    assert button(came(traveller("DE", more)), replace=True) == "&Replace by 1 stay"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_done_says_what_was_not(language: Language) -> None:
    w = words(language)
    result = came(
        traveller("DE", stay("2026-06-01", "2026-06-20"), stay("2026-07-20", "2026-07-28")),
        refused=(Refused(code="no-date", at=Origin(line=9), value="x"),),
        left=(Left(code="no-days", at=Origin(line=10)),),
    )
    told = telling.done(w, found(result, case(ANNA)))
    if language == "en":
        assert told == (
            "Imported: 1 stay. Left out: 1 row that is asked about, 1 refused row, 1 other row. "
            "Left open: 1 question."
        )
    assert "{" not in told
    replaced = telling.done(
        w, found(came(traveller("DE", stay("2026-07-20", "2026-07-28"))), case(ANNA), replace=True)
    )
    assert "{" not in replaced
    assert telling.done(w, found(came(traveller("DE", born="1990-01-01")), case(ANNA)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_row_is_told(language: Language) -> None:
    w = words(language)
    assert len({telling.state_name(w, state) for state in STATES}) == len(STATES)
    there = traveller("DE", stay("2026-05-20"), permits=[permit("2026-01-01", "2026-12-31")])
    result = came(
        traveller(
            "DE", stay("2026-05-20", "2026-06-08", note="by train"), permits=[permit("2026-01-01", "2026-06-30")]
        ),
        refused=(Refused(code="no-date", at=Origin(line=9), value="x"),),
        left=(Left(code="no-days", at=Origin(line=10)),),
    )
    one = found(result, case(there))
    told = [telling.remark(w, row) for row in one.rows]
    assert all(told)
    assert "by train" in told[0]
    assert telling.name_of(w, result, one.rows[0]) == "Anna Schmidt"
    assert telling.name_of(w, result, one.rows[-1]) == ""


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("20/05/2026 08/06/2026", "day before month"),
        ("5/20/2026 6/8/2026", "month before day"),
        ("20.05.26", "day before month"),
        ("2026-05-20", ""),
        ("05/06/2026", ""),  # no day of it
    ],
)
def test_the_order_of_day_and_month_is_told_as_it_was_read(text: str, order: str) -> None:
    result = Result(kind="table", travellers=(ANNA,), taken=(Taken(Origin(line=2, text=text), 0, stay=0),))
    told = telling.recognised(W, found(result, case(traveller("", name=""))))
    assert told == " · ".join(filter(None, ("A table of 1 row", order)))
