"""What becomes of typed rows: what can be read is tried together, then a field alone; trying changes nothing."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzstay.core.case import Case, Stay, Traveller
from kzstay.core.days import DAY
from kzstay.core.problems import problems
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import countries
from kzstay.texts.words import words
from kzstay.ui.session.editing import Editing
from kzstay.ui.session.records.committing import Committer
from kzstay.ui.session.records.lists import RecordList
from kzstay.ui.session.records.papers import PERMITS
from kzstay.ui.session.records.person import PERSON
from kzstay.ui.session.records.state import State
from kzstay.ui.session.records.stays import STAYS
from kzstay.ui.session.session import Session
from kzstay.ui.session.view import View
from tests.helpers import day, permit, stay, traveller
from tests.ui.conftest import TODAY

ANNA = traveller("DE", stay("2026-05-20", "2026-06-08"), stay("2026-09-20", "2026-10-04"))
TEXTS = st.one_of(
    st.sampled_from(
        ["", "soon", "31.02.2026", "20.05.2026", "2026-06-30", "05.10.2026", "01.01.2026", " 8.6.2026 "]
    ),
    st.dates(day("2026-01-01"), day("2027-12-31")).map(lambda found: found.strftime("%d.%m.%Y")),
    st.text(max_size=6),
)
TYPED = st.dictionaries(st.sampled_from(STAYS.columns), TEXTS, min_size=1)


def session_of(who: Traveller = ANNA) -> Session:
    session = Session(View(TODAY, "en"))
    session.change_traveller(who, "")
    return session


def taken(
    session: Session, typed: dict[str, str], row: int = 0, field: str | None = None, listed: RecordList = STAYS
) -> State | None:
    """Return what would become of a session with fields of a row taken over; None if nothing can be."""
    made, state = session.committer, session.state
    at = made.rows(state, listed)[row]
    found = made.taken(state, listed, at, typed, field)
    return found[0] if found else None


def stays(state: State | None) -> tuple[Stay, ...]:
    assert state is not None
    return state.case.travellers[0].stays


# What a text says


@pytest.mark.parametrize("language", LANGUAGES)
@given(entry=st.dates(day("2000-01-01"), day("2100-01-01")), days=st.integers(0, 90), note=st.text(max_size=9))
def test_what_a_record_holds_is_held_as_the_table_writes_it(
    language: Language, entry: date, days: int, note: str
) -> None:
    held = Stay(entry=entry, exit=entry + DAY * days, note=note.strip())
    w = words(language)
    for field in STAYS.columns:
        assert Committer(w, TODAY).is_held(STAYS, held, field, STAYS.typed(w, held, field))


@given(st.sampled_from(STAYS.columns), TEXTS)
def test_a_text_is_read_or_there_is_a_reason(field: str, text: str) -> None:
    made = Committer(words("en"), TODAY)
    empty = not text.strip() and field not in STAYS.required
    readable = made.read(STAYS, field, text) is not None and bool(text.strip() or field == "note")
    assert bool(made.misread(STAYS, field, text)) is not (empty or readable)


def test_a_day_without_a_year_is_read_as_of_today() -> None:
    assert Committer(words("en"), TODAY).read(STAYS, "entry", "5.6.26") == day("2026-06-05")
    for language in ("en", "ru", "kk"):
        for text in ("5 июня", "June 5", "5 маусым"):
            assert Committer(words(language), TODAY).read(STAYS, "entry", text) == day("2026-06-05")


# What can be taken over


@given(TYPED, st.integers(0, 1))
def test_trying_changes_nothing_and_what_comes_of_it_a_file_takes(typed: dict[str, str], row: int) -> None:
    session = session_of()
    before = session.state
    after = taken(session, typed, row)
    assert session.state is before
    if after is not None:
        assert list(problems(after.case, {"DE"}, TODAY)) == []
        assert len(stays(after)) == 2


@given(TYPED, st.sampled_from(STAYS.columns))
def test_a_field_that_was_asked_for_is_among_what_is_taken_over(typed: dict[str, str], field: str) -> None:
    session = session_of()
    made = session.committer
    after = taken(session, typed, 0, field)
    if after is not None:
        assert made.is_held(STAYS, stays(after)[0], field, typed[field])
    elif field in typed and not made.misread(STAYS, field, typed[field]):
        assert taken(session, {field: typed[field]}) is None, "it could have been taken over alone"


def test_two_days_that_are_wrong_one_by_one_are_right_together() -> None:
    session = session_of()
    later = {"entry": "01.07.2026", "exit": "10.07.2026"}
    assert taken(session, {"entry": later["entry"]}) is None
    assert stays(taken(session, later))[0] == stay("2026-07-01", "2026-07-10")


def test_what_cannot_be_read_waits_and_holds_nothing_else_up() -> None:
    session = session_of()
    after = taken(session, {"exit": "soon", "note": "by train"})
    assert stays(after)[0] == stay("2026-05-20", "2026-06-08", note="by train")
    assert after is not None
    assert [draft.typed for draft in after.drafts] == [{"exit": "soon"}]


def test_of_a_row_to_be_all_is_taken_over_or_nothing() -> None:
    session = session_of()
    row = Editing(session).add(STAYS)
    assert row is not None
    days = {"entry": "01.07.2026", "exit": "10.07.2026"}
    assert taken(session, {"note": "by train"}, row) is None
    assert taken(session, days | {"notified": "soon"}, row) is None
    assert stays(taken(session, days, row))[1] == stay("2026-07-01", "2026-07-10")


def test_a_permit_waits_for_both_its_days() -> None:
    session = session_of()
    row = Editing(session).add(PERMITS, "visa")
    assert row is not None
    assert taken(session, {"first": "01.01.2026"}, row, listed=PERMITS) is None
    after = taken(session, {"first": "01.01.2026", "until": "01.02.2026"}, row, listed=PERMITS)
    assert after is not None
    assert after.case.travellers[0].permits == (permit("2026-01-01", "2026-02-01"),)


def test_the_person_is_one_row_that_is_always_there() -> None:
    session = session_of()
    (at,) = session.committer.rows(session.state, PERSON)
    assert at.record == ANNA
    after = taken(session, {"born": "01.02.1990", "citizenship": "France"}, listed=PERSON)
    assert after is not None
    assert after.case.travellers[0] == traveller("FR", *ANNA.stays, born="1990-02-01")


# What waits


def test_what_a_step_makes_possible_comes_with_it() -> None:
    session = session_of()
    Editing(session).type(STAYS, 0, "exit", "25.09.2026")  # the second stay has begun by then
    assert session.traveller == ANNA
    before = session.state
    held = session.traveller
    moved = msgspec.structs.replace(held.stays[1], entry=day("2026-10-01"))
    later = msgspec.structs.replace(held, stays=(held.stays[0], moved))
    after = msgspec.structs.replace(before, case=Case(travellers=(later,)))
    assert session.committer.settled(before, before) == before, "nothing has changed"
    settled = session.committer.settled(after, before)
    assert stays(settled)[0] == stay("2026-05-20", "2026-09-25")
    assert settled.drafts == ()


def test_what_was_possible_before_waits_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """It has nothing to do with the step: an undo had made it so, or that more names are known."""
    session = session_of()
    with monkeypatch.context() as before:
        before.setattr(countries, "meant", lambda _w, _text: None)
        Editing(session).type(STAYS, 0, "citizenship", "Узбекистан")
    assert session.traveller == ANNA
    Editing(session).type(STAYS, 1, "note", "by train")
    assert session.traveller.stays[0] == ANNA.stays[0]
    assert [draft.typed for draft in session.state.drafts] == [{"citizenship": "Узбекистан"}]
    (reason,) = Editing(session).wrong(STAYS, 0).values()
    assert reason == "This can be used now. Press Enter here to use it."
