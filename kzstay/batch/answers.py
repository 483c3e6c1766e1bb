"""Answers: the travellers of a piece of a table, each reckoned and told in one row; what cannot be is refused.

A row that is wrong costs its traveller the answer, as a part of the stays would give a wrong one, and nobody else.
"""

from __future__ import annotations

import gc
from array import array
from collections.abc import Callable, Collection, Generator
from contextlib import contextmanager
from datetime import date
from io import StringIO
from operator import itemgetter
from typing import Any, cast, get_args

import msgspec

from kzstay.batch.form import COLUMNS, Form, NotUtf8, Person, person_of, rows
from kzstay.batch.pieces import Piece
from kzstay.batch.repeats import hash_of
from kzstay.batch.target import RETURN, writers
from kzstay.core.assess import assess
from kzstay.core.case import BORN_FROM, Case, Key, PassportKind, Stay, Traveller, of_these_years
from kzstay.core.days import DAY
from kzstay.core.law.loading import Law
from kzstay.core.problems import out_of_place, traveller_problems
from kzstay.core.readings import Reading
from kzstay.core.summary import summary
from kzstay.files.cells import guarded, unguarded
from kzstay.i18n import Language
from kzstay.texts import batch as texts
from kzstay.texts.words import words

_KNOWN_DAYS = 1 << 17  # more than there are in the years of a case
_LENGTH = len("2026-12-15")
_PASSPORTS: tuple[str, ...] = get_args(PassportKind)
_NOTHING: dict[str, object] = {}  # none of the records is ever changed


class Refusal(msgspec.Struct, frozen=True):
    """What is wrong with a row; the fields are the columns of the table of errors."""

    line: int
    traveller: str
    field: str
    value: str
    reason: str


class Order(msgspec.Struct, frozen=True):
    """What is asked of a table."""

    form: Form
    on: date
    today: date
    reading: Reading
    language: Language


class Result(msgspec.Struct, frozen=True):
    """What a piece comes to."""

    rows: bytes  # of the table of answers
    refusals: list[Refusal]
    hashes: bytes  # of who is in it, in order, the last bit set where there is an answer
    lines: bytes
    answered: int
    unsound: int  # of these who is overstayed, missed a duty or is barred
    travellers: int


class _WrongDay(Exception):  # noqa: N818 - what the text is
    """A text that is no day, or a day of other years."""


class _Days(dict[str, Any]):
    """The days that texts stand for, each read once; None for an empty one."""

    def __missing__(self, text: str) -> date | None:
        day = read_day(text)
        if day is not None and not of_these_years(day):
            raise _WrongDay
        if len(self) < _KNOWN_DAYS:
            self[text] = day
        return day


def read_day(text: str) -> date | None:
    """Read a day as ISO 8601 writes it; None for no text. Raises _WrongDay."""
    text = text.strip()
    if not text:
        return None
    try:
        # Of what Python reads the one form alone, so that it is the same in every version
        if len(text) == _LENGTH and text[4] == text[7] == "-":
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise _WrongDay


@contextmanager
def unswept() -> Generator[None]:
    """Let Python look for no rings of objects meanwhile: a traveller who was answered leaves none behind."""
    swept = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if swept:
            gc.enable()


class Answers:
    """Answers pieces of one table; what is loaded for it, and the days that were read, serve all of them."""

    def __init__(self, order: Order, law: Law, countries: Collection[str]) -> None:
        self._order = order
        self._law = law
        self._countries = countries
        self._w = words(order.language)
        self._days = _Days()
        self._key = Key()
        self._take: Callable[[list[str]], tuple[str, ...]] = itemgetter(*order.form.places)

    def answer(self, piece: Piece) -> Result:
        """Answer a piece. Raises NotUtf8."""
        self._written = StringIO(newline="")
        self._write, self._mark = writers(self._written, self._order.form)
        self._hashes, self._lines = array("Q"), array("Q")
        self._refusals: list[Refusal] = []
        self._answered = self._unsound = 0
        self._begin(("", "", "", ""), 0)
        with unswept():
            self._read(piece)
            self._finish()
        return Result(
            self._written.getvalue().encode("utf-8"),
            self._refusals,
            self._hashes.tobytes(),
            self._lines.tobytes(),
            self._answered,
            self._unsound,
            len(self._hashes),
        )

    def _read(self, piece: Piece) -> None:
        try:
            text = piece.data.decode("utf-8")
        except UnicodeDecodeError as error:
            raise NotUtf8(piece.line + piece.data.count(b"\n", 0, error.start)) from None
        width, take, days, key = self._order.form.width, self._take, self._days, self._key
        narrow = width in self._order.form.places  # a column is not there
        said: Person | None = None
        stays, lines = self._stays, self._rows
        for before, record in rows(text, self._order.form.separator):
            line = piece.line + before
            beyond: list[str] | None = None
            if len(record) != width:
                beyond = record[width:]
                record[width:] = [""] * (width - len(record))  # programs leave out empty cells at the end
            if narrow:
                record.append("")
            name, citizenship, passport, born, entry, leaving, notified, registered = take(record)
            if (name, citizenship, passport, born) != said:
                if not any(record):
                    continue
                said = name, citizenship, passport, born
                person = person_of(name, citizenship, passport, born)
                if person != self._person or not self._line:  # the first may have neither name nor country
                    self._finish()
                    self._begin(person, line)
                    stays, lines = self._stays, self._rows
            if beyond and any(beyond):
                self._refuse(line, "", next(filter(None, beyond)), texts.too_many_fields(self._w))
                continue
            try:
                if entry and (came := days[entry]) is not None:
                    stays.append(
                        Stay(
                            entry=came,
                            exit=days[leaving],
                            notified=days[notified],
                            registered=days[registered],
                            unknown=_NOTHING,
                            key=key,
                        )
                    )
                    lines.append(line)
                    continue
            except _WrongDay:
                pass
            self._without_stay(record, line)

    # One traveller

    def _begin(self, person: Person, line: int) -> None:
        self._person = person
        self._line = line  # of the first row
        self._stays: list[Stay] = []
        self._rows: list[int] = []  # the lines of the stays
        self._wrong = False

    def _finish(self) -> None:
        """Answer the traveller whose rows are all read."""
        if not self._line:
            return
        self._hashes.append(hash_of(self._person))
        self._lines.append(self._line)
        traveller = self._traveller(self._line)
        if traveller is None:
            return
        self._hashes[-1] |= 1
        row = summary(assess(traveller, self._order.on, self._law, self._order.reading))
        self._answered += 1
        self._unsound += not row.sound
        write = self._mark if RETURN in row.traveller else self._write
        write((guarded(row.traveller), *msgspec.structs.astuple(row)[1:]))

    def _traveller(self, line: int) -> Traveller | None:
        """Return the traveller, or None with what is wrong."""
        name, citizenship, passport, born = self._person
        known = self._birth(line, born)
        if not name:
            self._refuse(line, "traveller", name, texts.no_name(self._w))
        if "\0" in name:
            self._refuse(line, "traveller", name, texts.no_text(self._w))
        if passport and passport not in _PASSPORTS:
            self._refuse(line, "passport", passport, texts.no_passport(self._w, _PASSPORTS))
        if citizenship not in self._countries:
            self._refuse(line, "citizenship", citizenship, texts.no_country(self._w))
        if self._wrong:
            return None
        traveller = Traveller(
            name=unguarded(name),
            citizenship=citizenship,
            passport=cast("PassportKind", passport or "national"),
            born=known,
            stays=tuple(self._stays),
        )
        if not self._plain(traveller):
            self._look_closely(traveller, line)
        return None if self._wrong else traveller

    def _birth(self, line: int, text: str) -> date | None:
        try:
            return read_day(text)
        except _WrongDay:
            self._refuse(line, "born", text, texts.no_day(self._w))
            return None

    def _plain(self, traveller: Traveller) -> bool:
        """Tell whether the stays follow one another in time, as they do of nearly everybody."""
        born, stays = traveller.born, traveller.stays
        if born is not None and (born.year < BORN_FROM or born > self._order.today):
            return False
        # Of two on one day the one without an exit comes last
        days = [day for stay in stays for day in (stay.entry, stay.exit or stay.entry + DAY)]
        return days == sorted(days) and (born is None or not days or born <= days[0])

    def _look_closely(self, traveller: Traveller, line: int) -> None:
        """Refuse a traveller for what the window and the other commands would refuse."""
        found = traveller_problems(0, traveller, self._countries, self._order.today)
        case = Case(travellers=(traveller,))
        for problem in (*found, *out_of_place(0, traveller, self._order.today)):
            field, value, reason = texts.problem(self._w, problem, case, self._rows)
            stay = problem.stay if problem.stay is not None and field != "born" else None
            self._refuse(line if stay is None else self._rows[stay], field, value, reason)

    # What is wrong

    def _without_stay(self, record: list[str], line: int) -> None:
        """Look at a row that has no entry, or one whose days cannot be read."""
        told = dict(zip(COLUMNS, self._take(record), strict=True))
        for field in COLUMNS[4:]:
            text = told[field].strip()
            try:
                self._days[text]
            except _WrongDay:
                self._refuse(line, field, text, self._day_reason(text))
            else:
                if text and not told["entry"].strip():
                    self._refuse(line, field, text, texts.no_entry(self._w))

    def _day_reason(self, text: str) -> str:
        try:
            read_day(text)
        except _WrongDay:
            return texts.no_day(self._w)
        return texts.out_of_years(self._w)

    def _refuse(self, line: int, field: str, value: str, reason: str) -> None:
        self._wrong = True
        self._refusals.append(Refusal(line, self._person[0], field, value, reason))
