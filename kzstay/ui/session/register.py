"""The register of a session: a line for each traveller, worked out a few at a time while nothing else is to do.

What is known stays known as long as the traveller, the day and the way of counting are the same, so that a change
of one traveller works out one line.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from datetime import date
from time import perf_counter

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from kzstay.core.assess import assess
from kzstay.core.case import Number, Traveller
from kzstay.core.hosts import Guest, guest_of
from kzstay.core.readings import Reading
from kzstay.core.register import Line, line
from kzstay.guard import guarded
from kzstay.ui.session.session import Session

SLICE = 0.008  # seconds of work between two looks at what else there is to do
FEW = 12  # lines that are worked out with a change: in less time than a frame takes
AT_ONCE = 300  # travellers whose lines are worked out also while nobody looks at them


class Known(msgspec.Struct, frozen=True):
    """A line, and what it was worked out for."""

    traveller: Traveller
    on: date
    reading: Reading
    line: Line
    guest: Guest  # what of it concerns the host


@guarded
class Register(QObject):
    """The lines of the travellers of a case.

    Signals: ``told`` after each slice of work, with the keys of those whose lines are new; ``settled`` once all
    are known after that. What is known right when the session tells of a change is told by nothing else.
    """

    told = Signal(object)
    settled = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._known: dict[Number, Known] = {}
        self._waiting: deque[Traveller] = deque()
        self._looked_at = False
        self.worked_out = 0  # lines, ever
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._work)
        session.renewed.connect(self._renew)
        self._renew()

    @property
    def period(self) -> int:
        """Return how many days a line looks back on: those of the period that holds for everybody."""
        return self._session.law.general.limit.period or 0

    def line(self, key: Number) -> Line | None:
        """Return the line of a traveller; that of before while the new one is not worked out; None without one."""
        known = self._known.get(key)
        return known.line if known else None

    def guests(self) -> list[Guest]:
        """List what is known of each traveller that concerns the host, in the order of the case."""
        held = (self._known.get(one.key.number) for one in self._session.case.travellers)
        return [known.guest for known in held if known is not None]

    @property
    def complete(self) -> bool:
        """Tell whether every line is known as things are."""
        return not self._waiting

    @property
    def late(self) -> int:
        """Count the travellers of whom something was missed, or who are here too long."""
        return sum(known.line.late for known in self._known.values())

    def look(self, *, on: bool) -> None:
        """Begin or end to look at the lines; of a large case they are worked out only while somebody does."""
        self._looked_at = on
        self._go_on()

    def first(self, keys: Iterable[Number]) -> None:
        """Work out some lines before the others: those in sight."""
        wanted = set(keys)
        if self._waiting and wanted:
            self._waiting = deque(sorted(self._waiting, key=lambda one: one.key.number not in wanted))

    def finish(self) -> None:
        """Work out all that waits, now: who asks cannot wait."""
        if done := self._take_all():
            self._tell(done)

    @property
    def _wanted(self) -> bool:
        return self._looked_at or len(self._session.case.travellers) <= AT_ONCE

    def _renew(self) -> None:
        """Look at what changed, and put aside what is not known any more."""
        view, held = self._session.view, self._session.case.travellers
        there = {one.key.number for one in held}
        self._known = {key: known for key, known in self._known.items() if key in there}
        self._waiting = deque(one for one in held if not self._fresh(one, view.on, view.reading))
        if len(self._waiting) <= FEW and self._wanted:
            self._take_all()  # nobody is to see the line of before for a moment
        self._go_on()

    def _fresh(self, one: Traveller, on: date, reading: Reading) -> bool:
        known = self._known.get(one.key.number)
        return known is not None and known.traveller is one and known.on == on and known.reading is reading

    def _go_on(self) -> None:
        if self._waiting and self._wanted:
            self._timer.start()
        else:
            self._timer.stop()

    def _work(self) -> None:
        """Work for a while, then see what else there is to do."""
        end = perf_counter() + SLICE
        done = [self._take()]
        while self._waiting and perf_counter() < end:
            done.append(self._take())
        self._tell(done)

    def _take(self) -> Number:
        """Work out the next line."""
        view, one = self._session.view, self._waiting.popleft()
        a = assess(one, view.on, self._session.law, view.reading)
        self._known[one.key.number] = Known(one, view.on, view.reading, line(a, self.period), guest_of(a))
        self.worked_out += 1
        return one.key.number

    def _take_all(self) -> list[Number]:
        return [self._take() for _ in range(len(self._waiting))]

    def _tell(self, done: list[Number]) -> None:
        self.told.emit(done)
        if not self._waiting:
            self._timer.stop()
            self.settled.emit()


def register_of(session: Session) -> Register:
    """Return the register of a session, made when it is first asked for."""
    return session.findChild(Register) or Register(session)
