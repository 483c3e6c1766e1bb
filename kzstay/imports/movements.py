"""Movements: tables whose rows are crossings of a border, each with its day and its way.

Whose border it is, seldom stands there. Places of Kazakhstan show that it is ours; words and codes of others show
that it is not, and then an exit there may be an entry here: where the post leads to Kazakhstan it is one, and of
any other the person is asked. Nothing of another state's records is taken before the person has said that the
journeys went to Kazakhstan.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

import msgspec

from kzstay.imports import places
from kzstay.imports.columns import Block, at
from kzstay.imports.grid import said
from kzstay.imports.people import NAMING, TELLING
from kzstay.imports.result import NOBODY, Answers, Crossing, Days, Evidence, Left, Question, Refused, day_between
from kzstay.imports.slots import Reader
from kzstay.imports.states import is_abroad
from kzstay.imports.table import Table
from kzstay.imports.vocabulary import Records, folded, vocabulary
from kzstay.today import local

_NOTE = 2000  # characters of a note
_USED = frozenset(
    {*TELLING, "passport-kind", "direction", "checkpoint", "exit-checkpoint", "time", "note", "country"}
)


class _Move(msgspec.Struct, frozen=True):
    """A crossing of whatever border, as a row tells of it."""

    number: int
    day: date
    into: bool
    minutes: int | None
    place: str
    asked: bool  # its word says a way, and of no state


def has_directions(block: Block) -> bool:
    """Tell whether a table has days and ways, for the most part."""
    if not block.head("date") or not block.head("direction"):
        return False
    told = [text for row in block.rows if (text := block.text(row, "direction"))]
    known = sum(1 for text in told if direction(text) is not None)
    return bool(told) and known * 2 >= len(told)


def direction(text: str) -> bool | None:
    """Return whether a word is a way into a state; None where it is no such word, or says both."""
    words = folded(text)
    known = vocabulary().directions
    if words in known:
        return known[words]
    ways = {known[word] for word in words.replace("/", " ").split() if word in known}
    return ways.pop() if len(ways) == 1 else None


def evidence(block: Block, reader: Reader, answers: Answers) -> Evidence:
    """Return what the rows of a table of crossings say."""
    return _Movements(block, reader, answers).evidence()


class _Movements:
    def __init__(self, block: Block, reader: Reader, answers: Answers) -> None:
        head = block.head("date")
        self._table = Table(block, {"date": head} if head else {}, [], reader, answers)
        self._block, self._answers = block, answers
        self._crossings: list[Crossing] = []
        if self._records():
            self._one_person()

    def evidence(self) -> Evidence:
        table = self._table
        days = [table.day("date", number).day for number in range(len(table.rows))]
        waiting = table.nameless([(day, day) if day else None for day in days])
        moves = [move for number in range(len(table.rows)) if (move := self._move(number, waiting))]
        # On one day the record that was written last is the later one
        if len(moves) > 1 and moves[0].day > moves[-1].day:
            moves.reverse()
        moves.sort(key=lambda move: move.day)
        records = self._records()
        if records:
            self._ask_where(moves, records)
        else:
            self._take(moves)
        table.leave_columns(_USED)
        return Evidence(
            kind="table",
            crossings=tuple(self._crossings),
            refused=tuple(table.refused),
            left=tuple(table.left),
            questions=tuple(table.questions),
        )

    def _one_person(self) -> None:
        """Take a state's record that names nobody for that of one person, whatever passports were shown."""
        names = (name for name in NAMING if name != "document")
        if any(self._block.head(name) for name in names):
            return
        known = [person for person in self._table.people if person != NOBODY]
        documents = {person.document for person in known if person.document}
        if len(documents) > 1:
            latest = known[0] if known else NOBODY
            for number, person in enumerate(self._table.people):
                self._table.people[number] = msgspec.structs.replace(person, document=latest.document)

    def _move(self, number: int, waiting: frozenset[int]) -> _Move | None:
        table, block, row, at_row = self._table, self._block, self._table.rows[number], self._table.origins[number]
        if table.unusable("date", "date", number):
            return None
        country = block.text(row, "country")
        if country and is_abroad(country):
            table.left.append(Left(code="other-country", at=at_row, value=country))
            return None
        found, way = table.day("date", number), direction(block.text(row, "direction"))
        if way is None:
            refused = Refused(code="direction", at=at_row, field="direction", value=block.text(row, "direction"))
            table.refused.append(refused)
            return None
        if found.kind == "waits" or number in waiting:
            return None
        if found.day is None:
            table.refused.append(Refused(code="no-date", at=at_row, field="date", value=found.text))
            return None
        minutes = self._minutes(number)
        place = block.text(row, "checkpoint")[:_NOTE]
        asked = folded(block.text(row, "direction")) in vocabulary().asked
        return _Move(number, found.day, way, minutes, place, asked)

    def _minutes(self, number: int) -> int | None:
        """Return the time of a crossing, which may stand in a column of its own."""
        row = self._table.rows[number]
        head = self._block.head("time")
        cell = said(at(row, head.index)) if head else ""
        hour, _, rest = cell.partition(":")
        if hour.isdigit() and rest[:2].isdigit() and int(hour) < 24 and int(rest[:2]) < 60:
            return int(hour) * 60 + int(rest[:2])
        return self._table.minutes("date", number)

    # Whose border

    def _records(self) -> Records | None:
        """Return whose records these are, where their words show it."""
        words = {head.text for head in self._block.heads}
        words |= {self._block.text(row, "direction") for row in self._table.rows}
        return next((one for one in vocabulary().records if words & set(one.words)), None)

    def _take(self, moves: Sequence[_Move]) -> None:
        """Take crossings of Kazakhstan's border, and ask whether they are where nothing shows it."""
        named = [move.place for move in moves]
        heads = (self._block.head("date"), self._block.head("direction"), self._block.head("country"))
        here = any(places.is_crossing(place) for place in named) or any(head and head.here for head in heads[:2])
        here = here or (heads[2] is not None and any(self._block.text(row, "country") for row in self._table.rows))
        doubtful = any(move.asked for move in moves) or any(places.is_abroad(place) for place in named)
        if not here and (doubtful or self._answers.days == "away"):
            question = Question(
                code="sense",
                at=self._table.origin,
                samples=tuple(self._table.origins[move.number].text for move in moves[:3]),
                values=("here", "away", "other"),
                stays=tuple(_candidates(moves)),
                part="border",
            )
            answer = self._answers.days or self._answers.to(question)
            if answer == "away":
                self._turn(moves, None)
            elif answer == "other":
                self._leave(moves)
            elif answer != "here":
                self._table.questions.append(question)
            if answer != "here":
                return
        elif not here:
            self._table.leave("as-here")
        for move in moves:
            self._cross(move, move.day, move.into, move.minutes)

    def _ask_where(self, moves: Sequence[_Move], records: Records) -> None:
        """Ask whether what another state recorded has to do with Kazakhstan, and take it so."""
        question = Question(
            code="other-state",
            at=self._table.origin,
            samples=(records.state,),
            values=("yes", "no"),
            stays=tuple(_candidates(moves, records)),
        )
        answer = self._answers.to(question)
        if answer in ("yes", "away") or self._answers.days == "away":
            self._turn(moves, records)
        elif answer == "no":
            self._leave(moves)
        else:
            self._table.questions.append(question)

    def _leave(self, moves: Sequence[_Move]) -> None:
        self._table.left += [Left(code="not-a-trip", at=self._table.origins[move.number]) for move in moves]

    def _turn(self, moves: Sequence[_Move], records: Records | None) -> None:
        """Take what another state recorded the other way round: what is sure, and what the person says."""
        for leaving, coming in _journeys(moves):
            here = leaving is not None and _leads_here(leaving, records)
            back = coming is not None and _leads_here(coming, records)
            if leaving is not None and (here or self._went_here(leaving)):
                self._cross_turned(leaving, records)
                if coming is not None and here and not back:
                    self._ask_last_day(leaving, coming)
                elif coming is not None:
                    self._cross_turned(coming, records)
            elif coming is not None and back:
                self._cross_turned(coming, records)

    def _went_here(self, move: _Move) -> bool:
        """Ask whether a journey from another state was one to Kazakhstan."""
        at_row, person = self._table.origins[move.number], self._table.people[move.number]
        question = Question(
            code="crossing",
            at=at_row,
            person=person.name,
            days=(move.day,),
            samples=(at_row.text,),
            values=("yes", "no"),
        )
        answer = self._answers.to(question)
        if answer not in question.values:
            self._table.questions.append(question)
        return answer == "yes"

    def _ask_last_day(self, leaving: _Move, coming: _Move) -> None:
        """Ask when somebody left who was here for sure, and came back to the other state in another way."""
        entry = leaving.day
        person = self._table.people[coming.number]
        question = Question(
            code="last-day",
            at=self._table.origins[coming.number],
            person=person.name,
            days=(entry, coming.day),
            stays=((entry, None),),
        )
        day = day_between(self._answers.to(question), entry, coming.day)
        if day is None:
            self._table.questions.append(question)
        else:
            self._cross(coming, day, False, None)

    def _cross_turned(self, move: _Move, records: Records | None) -> None:
        day, minutes = (move.day, None) if records is None else _our_clock(move, records)
        self._cross(move, day, not move.into, minutes)

    def _cross(self, move: _Move, day: date, into: bool, minutes: int | None) -> None:
        at_row, person = self._table.origins[move.number], self._table.people[move.number]
        note = self._block.text(self._table.rows[move.number], "note")[:_NOTE]
        self._crossings.append(
            Crossing(at=at_row, person=person, day=day, into=into, minutes=minutes, place=move.place, note=note)
        )


def _leads_here(move: _Move, records: Records | None) -> bool:
    """Tell whether there is Kazakhstan on the other side of a post."""
    return records is not None and any(post in move.place for post in records.posts)


def _our_clock(move: _Move, records: Records) -> tuple[date, int | None]:
    """Return the day and the time of a crossing as the clocks of Kazakhstan show them."""
    if move.minutes is None:
        return move.day, None
    clock = f"{move.day}T{move.minutes // 60:02}:{move.minutes % 60:02}{records.zone}"
    here = local(datetime.fromisoformat(clock))
    return here.date(), here.hour * 60 + here.minute


def _journeys(moves: Sequence[_Move]) -> Iterator[tuple[_Move | None, _Move | None]]:
    """Yield each exit from another state with the next entry there; either may be missing."""
    left: _Move | None = None
    for move in moves:
        if move.into:
            yield left, move
            left = None
        else:
            if left is not None:
                yield left, None
            left = move
    if left is not None:
        yield left, None


def _candidates(moves: Sequence[_Move], records: Records | None = None) -> list[Days]:
    """Return the stays that may hang on crossings of another border: from each exit there to the next entry.

    Where the first of the two is over a post that leads to Kazakhstan and the other is not, only that is sure.
    """
    found: list[Days] = []
    for leaving, coming in _journeys(moves):
        if leaving is None:
            continue
        torn = coming is None or (_leads_here(leaving, records) and not _leads_here(coming, records))
        found.append((leaving.day, None if torn or coming is None else coming.day))
    return found
