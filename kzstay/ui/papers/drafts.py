"""What is typed on the Papers page: taken over as soon as it can be, kept as typed until then."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec
from PySide6.QtCore import QObject, Signal

from kzstay.core.case import Case, Move, Traveller
from kzstay.guard import guarded
from kzstay.texts import problems as problem_texts
from kzstay.ui.papers.shelves import MOST, NUMBERS, Paper, Shelf, of_kind
from kzstay.ui.session import Session


class Slip(msgspec.Struct, frozen=True):
    """A row: a paper, or one to be, with what was typed there and cannot be used yet."""

    traveller: int
    shelf: str
    kind: str
    paper: Paper | None = None  # None: too little was typed for a permit, a ruling or a move
    typed: dict[str, str] = {}  # field by field, the latest last


@guarded
class Drafts(QObject):
    """The rows of every list; ``changed`` when only what was typed has changed."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._slips: list[Slip] = []
        self._case = session.case
        session.changed.connect(self._follow)
        session.opened.connect(self._forget)

    # What there is

    def rows(self, shelf: Shelf) -> list[Slip]:
        """List the rows: the papers of the shown traveller, then those to be."""
        here, place = self._session.case.travellers[self._session.traveller_index], self._session.traveller_index
        slips = [slip for slip in self._slips if (slip.traveller, slip.shelf) == (place, shelf.name)]
        rows = [
            next((slip for slip in slips if slip.paper == paper), None)
            or Slip(place, shelf.name, getattr(paper, "kind", ""), paper)
            for paper in shelf.papers(here)
        ]
        return rows + [slip for slip in slips if slip.paper is None]

    def wrong(self, shelf: Shelf, row: int) -> dict[str, str]:
        """Say of each field of a row why what was typed there cannot be used."""
        slip = self.rows(shelf)[row]
        read = {field: self.read(field, text) for field, text in slip.typed.items()}
        wrong = {field: reason for field in read if (reason := self._misread(shelf, field, slip.typed[field]))}
        values = {field: value for field, value in read.items() if field not in wrong}
        if values and (reason := self._refused(shelf, slip, row, values)):
            wrong[list(values)[-1]] = reason
        return wrong

    def missing(self, shelf: Shelf, row: int) -> list[str]:
        """List the fields without which a row is no paper yet."""
        slip = self.rows(shelf)[row]
        return [field for field in shelf.required if slip.paper is None and field not in slip.typed]

    def read(self, field: str, text: str) -> date | int | None:
        """Return what a text is understood as; None where it is empty or cannot be understood."""
        text = text.strip()
        if field in NUMBERS:
            return int(text) if text.isdecimal() and 1 <= int(text) <= MOST else None
        return self._session.w.read_day(text, self._session.today) if text else None

    # What is done

    def add(self, shelf: Shelf, kind: str) -> int | None:
        """Add an empty row and return it; None where nothing may be changed."""
        if self._session.read_only:
            # The session tells why
            self._session.change_traveller(self._traveller, f"add-{shelf.item}")
            return None
        self._slips.append(Slip(self._session.traveller_index, shelf.name, kind))
        self.changed.emit()
        return len(self.rows(shelf)) - 1

    def type(self, shelf: Shelf, row: int, field: str, text: str) -> int:
        """Take over what was typed in a field, or keep it with the row; return the row where it is now."""
        slip, text = self.rows(shelf)[row], text.strip()
        typed = {name: typed for name, typed in slip.typed.items() if name != field}
        if slip.paper is not None and not self._misread(shelf, field, text):
            if self.read(field, text) == getattr(slip.paper, field):
                self._replace(slip, typed)
                self.changed.emit()
                return row
        elif slip.paper is None and not text:
            self._replace(slip, typed)
            self.changed.emit()
            return row
        typed[field] = text
        usable = [name for name, text in typed.items() if not self._misread(shelf, name, text)]
        # Two days that are wrong one by one may be right together
        for names in (usable, [field]):
            values = {name: self.read(name, typed[name]) for name in names if name in usable}
            after = self._made(shelf, slip, values) if values else None
            placed = self._placed(shelf, slip, row, after) if after else None
            if placed is not None and after is not None and not self._problem(shelf, *placed):
                rest = {name: text for name, text in typed.items() if name not in values}
                return self._commit(shelf, slip, after, placed, rest)
        self._replace(slip, typed)
        self.changed.emit()
        return row

    def change_kind(self, shelf: Shelf, row: int, kind: str) -> None:
        """Make a permit or a ruling one of another kind."""
        slip = self.rows(shelf)[row]
        if slip.kind == kind:
            return
        renamed = {"paid": "executed"} if kind == "expulsion" else {"executed": "paid"}
        fields = [shelf.field(column, kind) for column in shelf.columns if shelf.editable(column, kind, None)]
        typed = {renamed.get(name, name): text for name, text in slip.typed.items()}
        typed = {name: text for name, text in typed.items() if name in fields}
        after = of_kind(slip.paper, kind)
        if after is None:
            self._replace(slip, typed, kind)
            self.changed.emit()
            return
        placed = shelf.put(self._traveller, row, after)
        if placed is not None:
            self._commit(shelf, slip, after, placed, typed)

    def remove(self, shelf: Shelf, row: int) -> Callable[[], object]:
        """Remove a row and return what brings it back."""
        slip = self.rows(shelf)[row]
        if slip.paper is None:
            self._slips.remove(slip)
            self.changed.emit()
            return lambda: self._restore(slip)
        self._session.change_traveller(shelf.removed(self._traveller, row), f"delete-{shelf.item}")
        return self._session.undo_stack.undo

    # How

    @property
    def _traveller(self) -> Traveller:
        return self._session.case.travellers[self._session.traveller_index]

    def _misread(self, shelf: Shelf, field: str, text: str) -> str:
        """Say why a text is none for its field."""
        w, text = self._session.w, text.strip()
        if text and self.read(field, text) is None:
            if field in NUMBERS:
                return w.gettext(
                    "“{text}” is not a whole number from 1 to {most}. Leave it empty where there is no limit."
                ).format(text=text, most=MOST)
            return problem_texts.not_a_day(w, text)
        return (
            w.gettext("Enter a day here, it cannot be left out.") if not text and field in shelf.required else ""
        )

    def _refused(self, shelf: Shelf, slip: Slip, row: int, values: dict[str, Any]) -> str:
        """Say why values that can be read cannot be so."""
        after = self._made(shelf, slip, values)
        if after is None:
            return ""
        w, placed = self._session.w, self._placed(shelf, slip, row, after)
        if placed is None:
            assert isinstance(after, Move)
            return w.gettext("There is no stay on {day}.").format(day=w.day(after.on))
        # A stay that was wanting may have been added meanwhile
        return self._problem(shelf, *placed) or w.gettext("Press Enter here to take it over, it is possible now.")

    def _made(self, shelf: Shelf, slip: Slip, values: dict[str, Any]) -> Paper | None:
        if slip.paper is not None:
            return msgspec.structs.replace(slip.paper, **values)
        return shelf.made(slip.kind, values) if set(shelf.required) <= set(values) else None

    def _placed(self, shelf: Shelf, slip: Slip, row: int, after: Paper) -> tuple[Traveller, int] | None:
        return shelf.put(self._traveller, row if slip.paper is not None else None, after)

    def _problem(self, shelf: Shelf, after: Traveller, row: int) -> str:
        session = self._session
        found = shelf.problems(session.traveller_index, after, row, session.today)
        return next((problem_texts.short_problem(session.w, problem) for problem in found), "")

    def _commit(
        self, shelf: Shelf, slip: Slip, paper: Paper, placed: tuple[Traveller, int], typed: dict[str, str]
    ) -> int:
        session, (after, row) = self._session, placed
        if session.read_only:
            session.change_traveller(after, f"change-{shelf.item}")
            return row
        self._replace(slip, typed, getattr(paper, "kind", ""), paper)
        session.change_traveller(after, f"{'change' if slip.paper else 'add'}-{shelf.item}")
        return row

    def _replace(
        self, slip: Slip, typed: dict[str, str], kind: str | None = None, paper: Paper | None = None
    ) -> None:
        """Keep what was typed with a row; a paper about which nothing is open needs no keeping."""
        place = next((index for index, other in enumerate(self._slips) if other is slip), len(self._slips))
        after = Slip(slip.traveller, slip.shelf, slip.kind if kind is None else kind, paper or slip.paper, typed)
        self._slips[place : place + 1] = [after] if typed or after.paper is None else []

    def _restore(self, slip: Slip) -> None:
        self._slips.append(slip)
        self.changed.emit()

    def _forget(self) -> None:
        self._slips.clear()
        self._case = self._session.case

    def _follow(self) -> None:
        """Keep what was typed with the traveller it was typed for."""
        before, self._case = self._case, self._session.case
        if len(before.travellers) != len(self._case.travellers):
            places = _places(before, self._case)
            self._slips = [
                msgspec.structs.replace(slip, traveller=places[slip.traveller])
                for slip in self._slips
                if slip.traveller in places
            ]


def _places(before: Case, after: Case) -> dict[int, int]:
    """Tell where the travellers of a case are after one was added or removed."""
    now = {id(traveller): place for place, traveller in enumerate(after.travellers)}
    return {place: now[id(traveller)] for place, traveller in enumerate(before.travellers) if id(traveller) in now}
