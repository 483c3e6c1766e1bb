"""Text: what a person wrote, line by line: ranges of days, single days, and stamps with their way over the border.

A line without a way is a stay, of a day or of several. What says nothing, such as a title, is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

import msgspec

from kzstay.core.case import Stay
from kzstay.imports.lines import LONGEST_LINE, line_words, may_tell_a_day
from kzstay.imports.orders import Column, Orders, settled
from kzstay.imports.pipes import Piped, piped
from kzstay.imports.places import named_state
from kzstay.imports.ranges import End, Range
from kzstay.imports.result import (
    NOBODY,
    Answers,
    Crossing,
    Days,
    Evidence,
    FoundStay,
    Left,
    Order,
    Origin,
    Person,
    Question,
    Refused,
    RefusedCode,
    day_between,
)
from kzstay.imports.slots import BLANK, Slot
from kzstay.imports.stamps import Line, line
from kzstay.imports.vocabulary import folded, vocabulary

SHOWN = 200  # characters of a line that are shown again
_LINES = re.compile(r"\r\n|\r|\n")
_OTHER_SHAPES = ("<", "%PDF", "{\\rtf")
_FIRST_WORD = re.compile(r"\W*([^\W\d_]*).*", re.DOTALL)
_FIGURES = re.compile(r"\d.*\d")
_HEADED = re.compile(r"\W{0,5}([^\W\d_][\w -]{1,20}?)\s?[:=]\s?(\S.{0,80})")
_NAME_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_CELLS = re.compile(r"\s*(\d[\d./-]{5,9})\t\s*(\d[\d./-]{5,9})\s*")  # a row of a table among other lines
_FAR = timedelta(days=31)  # from a day that is hard to read


class _Part(msgspec.Struct, frozen=True):
    """A line that tells of days."""

    at: Origin
    person: Person
    line: Line
    beside: Piped


def evidence(written: str, today: date, answers: Answers) -> Evidence | None:
    """Return what the lines of a text say; None where none of them tells of days."""
    if written.lstrip().startswith(_OTHER_SHAPES):
        return None
    found = _Text(today, answers).evidence(_LINES.split(written))
    return found if found.says_something else None


class _Text:
    def __init__(self, today: date, answers: Answers) -> None:
        self._today, self._answers = today, answers
        self._parts: list[_Part] = []
        self._stays: list[FoundStay] = []
        self._crossings: list[tuple[Crossing, Line]] = []
        self._refused: list[Refused] = []
        self._left: list[Left] = []
        self._questions: list[Question] = []
        self._read_as: dict[tuple[str, date], date] = {}  # what a day that is hard to read was answered to be
        self._kazakhstan = False  # is named anywhere

    def evidence(self, lines: Sequence[str]) -> Evidence:
        self._read(lines)
        self._settle()
        crossings = tuple(self._ours())
        self._ask_of_days_alone()
        if self._stays and not self._kazakhstan:
            self._left.append(Left(code="as-here"))
        return Evidence(
            kind="text",
            stays=tuple(self._stays),
            crossings=crossings,
            refused=tuple(self._refused),
            left=tuple(self._left),
            questions=tuple(self._questions),
        )

    def _ask_of_days_alone(self) -> None:
        """Ask what the days are where no line says more than a day: an invoice has such, too."""
        said = any(part.line.linked or part.line.ways or part.line.bridged for part in self._parts)
        if not self._stays or said or self._kazakhstan:
            return
        question = Question(
            code="sense",
            samples=tuple(one.at.text for one in self._stays[:3]),
            values=("here", "away", "other"),
            stays=tuple((one.stay.entry, one.stay.exit) for one in self._stays),
        )
        answer = self._answers.days or self._answers.to(question)
        if answer == "here":
            return
        if answer in ("away", "other"):
            self._left += [Left(code="not-a-trip", at=one.at) for one in self._stays]
        else:
            self._questions.append(question)
        self._stays.clear()

    # Lines

    def _read(self, lines: Sequence[str]) -> None:
        year, person = 0, NOBODY
        headings = sum(bool(_name_alone(written)) for written in lines) > 1
        for number, beside in piped(lines):
            shown = " ".join(lines[number - 1].replace("\0", " ").split())[:SHOWN]
            at = Origin(number, shown)
            if len(beside.text) > LONGEST_LINE:
                self._refused += [Refused(code="too-long", at=at)] if _FIGURES.search(beside.text) else []
                continue
            written = beside.text.replace("\0", " ").replace("\N{NO-BREAK SPACE}", " ")
            if cells := _CELLS.fullmatch(written):
                written = f"{cells[1]} – {cells[2]}"
            self._kazakhstan = self._kazakhstan or named_state(written.strip("# :")) == "KZ"
            if folded(_FIRST_WORD.sub(r"\1", written[:60])) in vocabulary().totals:
                self._left.append(Left(code="total", at=at, value=shown))
            elif name := _named(written, headings):
                person = Person(name=name)
            elif may_tell_a_day(written):
                found = line(written, self._today, year)
                year = self._take_line(_Part(at, beside.person or person, found, beside)) or year

    def _take_line(self, part: _Part) -> int:
        """Keep a line that tells of days; return the year of one that is a heading, else nought."""
        found = part.line
        self._kazakhstan = self._kazakhstan or bool(found.places)
        if found.ranges:
            self._parts.append(part)
        elif found.ways:
            self._refused.append(Refused(code="no-date", at=part.at, field="date", value=part.at.text))
        else:
            return _year_alone(found)
        return 0

    # Days

    def _settle(self) -> None:
        """Settle the order of day and month over the whole text, and take the lines by it."""
        rows = [(part, one) for part in self._parts for one in part.line.ranges]
        slots = [(_slot(part, one, one.first), _slot(part, one, one.last)) for part, one in rows]
        columns = [Column([first for first, _ in slots]), Column([last for _, last in slots])]
        who = [part.person.called for part, _ in rows]
        orders = settled(columns, [(0, 1)], who, self._today, self._answers, [part.at for part, _ in rows])
        self._questions += orders.questions
        forms: dict[str, Order] = {form: order for (_, form), order in sorted(orders.by.items(), reverse=True)}
        row = 0
        for part in self._parts:
            width = len(part.line.ranges)
            if not any(_waits(orders, slots[at], at) for at in range(row, row + width)):
                self._take(part, forms)
            row += width

    def _take(self, part: _Part, forms: Mapping[str, Order]) -> None:
        """Take the days of a line as stays or as crossings."""
        days = [found for one in part.line.ranges if (found := self._days(part, one, forms))]
        if len(days) < len(part.line.ranges):
            self._refuse(part, "no-date")
        elif part.line.linked or (len(days) == 1 and not part.line.ways):
            self._stay(part, days)
        elif part.line.ways:
            self._cross(part, days)
        elif part.line.bridged:
            self._stay(part, [(days[0][0], days[1][0])])
        else:
            self._refuse(part, "several-days")

    def _refuse(self, part: _Part, code: RefusedCode) -> None:
        self._refused.append(Refused(code=code, at=part.at, field="date", value=part.at.text))

    def _days(self, part: _Part, found: Range, forms: Mapping[str, Order]) -> Days | None:
        """Return the days of a range; None where they are none. Asks for one that is hard to read."""
        days = found.under(forms)
        if days is None or any(end.day.form not in ("", *forms) for end in found.ends):
            return None
        first, last = days
        for end in found.ends:
            day = end.under(forms)
            answer = self._doubt(part, end, forms)
            if day is None or answer is None:
                continue
            last = answer if last == day else last
            first = answer if first == day else first
        return first, last

    def _doubt(self, part: _Part, end: End, forms: Mapping[str, Order]) -> date | None:
        """Return the answer about a day that is hard to read; None where it is clear, or not answered."""
        apart = part.line.or_days if end is next(iter(part.line.ranges[-1].ends), None) else ()
        days = msgspec.structs.replace(end, or_days=end.or_days + apart).doubts(forms)
        day = end.under(forms)
        if day is None or not (days or part.line.unclear):
            return None
        question = Question(
            code="doubtful-day",
            at=part.at,
            person=part.person.called,
            days=days or (day,),
            samples=(part.at.text,),
            values=tuple(one.isoformat() for one in days),
            part=day.isoformat() if sum(1 for one in part.line.ranges for _ in one.ends) > 1 else "",
        )
        try:
            answer = day_between(self._answers.to(question), day - _FAR, day + _FAR)
        except OverflowError:
            return None
        if answer is None and question not in self._questions:
            self._questions.append(question)
        if answer is not None:
            self._read_as[part.person.called, day] = answer
        return answer

    # Stays

    def _stay(self, part: _Part, days: Sequence[Days]) -> None:
        """Take ranges as stays, unless they were elsewhere."""
        found = part.line
        state = part.beside.state or found.elsewhere
        if state and state != "KZ":
            self._left.append(Left(code="other-country", at=part.at, value=part.at.text))
            return
        for first, last in days:
            places = found.places if len(days) == 1 else ()
            entered, left = (places[0] if places else ""), (places[1] if len(places) == 2 else "")
            stay = Stay(entry=first, exit=last, checkpoint=entered, exit_checkpoint=left, note=found.note)
            self._stays.append(FoundStay(at=part.at, person=part.person, stay=stay))
        told = part.beside.count if part.beside.count is not None else found.count
        if len(days) == 1 and told is not None and days[0][1] is not None:
            counted = (days[0][1] - days[0][0]).days + 1
            if counted != told:
                self._left.append(Left(code="days-differ", at=part.at, value=str(told)))

    # Crossings

    def _cross(self, part: _Part, days: Sequence[Days]) -> None:
        """Take single days as crossings, as many as there are ways."""
        steps = part.line.steps
        if len(steps) != len(days):
            self._refuse(part, "direction")
            return
        places = part.line.places if len(part.line.places) == len(days) else [""] * len(days)
        for (day, _), into, place, one in zip(days, steps, places, part.line.ranges, strict=True):
            crossing = Crossing(
                at=part.at,
                person=part.person,
                day=day,
                into=into,
                minutes=one.first.day.minutes if one.first else None,
                place=place,
                note=part.line.note,
            )
            self._crossings.append((crossing, part.line))

    def _ours(self) -> Iterator[Crossing]:
        """Yield the crossings of Kazakhstan's border; ask about those that may be of another one."""
        crossings = [(self._as_read(one), found) for one, found in self._crossings]
        abroad = [one for one, found in crossings if found.codes_abroad or found.elsewhere]
        if not abroad:
            self._told_nowhere(crossings)
            yield from (one for one, _ in crossings)
        elif self._kazakhstan:
            for one, found in crossings:
                if not (found.codes_abroad or found.elsewhere):
                    yield one
                else:
                    yield from self._asked(one)
        else:
            yield from self._of_another_state([one for one, _ in crossings])

    def _as_read(self, crossing: Crossing) -> Crossing:
        """Return a crossing on the day that was answered for the same stamp, where that is hard to read."""
        day = self._read_as.get((crossing.person.called, crossing.day))
        return msgspec.structs.replace(crossing, day=day) if day else crossing

    def _told_nowhere(self, crossings: Sequence[tuple[Crossing, Line]]) -> None:
        if crossings and not self._kazakhstan:
            self._left.append(Left(code="as-here"))

    def _of_another_state(self, crossings: Sequence[Crossing]) -> Iterator[Crossing]:
        """Yield what the person says of crossings whose places are all abroad."""
        in_time = sorted(crossings, key=lambda one: one.day)
        question = Question(
            code="sense",
            samples=tuple(one.at.text for one in crossings[:3]),
            values=("here", "away", "other"),
            stays=tuple(_journeys(in_time)),
            part="border",
        )
        answer = self._answers.days or self._answers.to(question)
        if answer == "here":
            yield from crossings
        elif answer == "away":
            for one in crossings:
                yield from self._asked(one)
        elif answer == "other":
            self._left += [Left(code="other-country", at=one.at, value=one.at.text) for one in crossings]
        else:
            self._questions.append(question)

    def _asked(self, crossing: Crossing) -> Iterator[Crossing]:
        """Yield the crossing here that one of another state was, where the person says so."""
        question = Question(
            code="crossing",
            at=crossing.at,
            person=crossing.person.called,
            days=(crossing.day,),
            samples=(crossing.at.text,),
            values=("yes", "no"),
            part="entry" if crossing.into else "",  # beside an exit in one line
        )
        answer = self._answers.to(question)
        if answer == "yes":
            yield msgspec.structs.replace(crossing, into=not crossing.into, minutes=None, place="")
        elif answer != "no":
            self._questions.append(question)


def _slot(part: _Part, found: Range, end: End | None) -> Slot:
    """Return an end of a range as a cell of a column."""
    return Slot("day", part.line.text[found.start : found.end], end.day) if end else BLANK


def _waits(orders: Orders, both: tuple[Slot, Slot], row: int) -> bool:
    return any(orders.waits(column, slot, row) for column, slot in enumerate(both))


def _journeys(in_time: Sequence[Crossing]) -> Iterator[Days]:
    """Yield from each exit of another state to the next entry there."""
    left: date | None = None
    for one in in_time:
        if one.into and left is not None:
            yield left, one.day
        left = None if one.into else one.day
    if left is not None:
        yield left, None


def _named(written: str, headings: bool) -> str:
    """Return the name of a person whose lines follow; empty where a line is no such heading."""
    if (headed := _HEADED.fullmatch(written.strip())) and folded(headed[1]) in line_words().person:
        return headed[2]
    return _name_alone(written) if headings else ""


def _name_alone(written: str) -> str:
    """Return two to four words with capitals before a colon; empty where a line is something else."""
    words = written.strip(" \t#*-").removesuffix(":").split() if written.rstrip().endswith(":") else []
    if not 2 <= len(words) <= 4 or not all(word[0].isupper() and _NAME_WORD.fullmatch(word) for word in words):
        return ""
    name = " ".join(words)
    return "" if len(name) > 80 or named_state(name) else name


def _year_alone(found: Line) -> int:
    """Return the year of a heading; nought where a line is none."""
    years = [int(token.text) for token in found.tokens if token.kind == "year"]
    return years[0] if len(years) == 1 else 0
