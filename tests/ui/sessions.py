"""A session on a case file, and every change that can be made to it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec

from kzstay.core import editing
from kzstay.core.case import Case, Number, Traveller, place_of
from kzstay.core.editing import Handle
from kzstay.files.store import open_case, save_case
from kzstay.ui.session.case_file import CaseFile
from kzstay.ui.session.editing import Editing
from kzstay.ui.session.records.stays import STAYS
from kzstay.ui.session.session import Session
from kzstay.ui.session.stay_acts import StayActs
from kzstay.ui.session.view import View
from tests.helpers import day, move, stay, traveller
from tests.ui.conftest import TODAY

ANNA = traveller(
    "DE",
    stay("2026-05-20", "2026-06-08"),
    stay("2026-09-20", "2026-10-04", notified="2026-09-22"),
    stay("2026-11-11", moves=[move("2026-11-16")]),
)
BORIS = traveller("GB", stay("2026-05-20", "2026-06-08"), name="Boris Brown")
FIRST, SECOND, PRESENT = 0, 1, 2


def file_of(session: Session) -> CaseFile:
    """Return the file of a session."""
    found = session.findChild(CaseFile)
    assert found is not None
    return found


def show_traveller(session: Session, place: int) -> None:
    """Show the traveller in a place, or one who is not there."""
    held = session.case.travellers
    session.show(held[place].key.number if 0 <= place < len(held) else Number(0))


def shown_place(session: Session) -> int:
    """Return where the shown traveller stands among all."""
    place = place_of(session.case.travellers, session.state.traveller)
    assert place is not None
    return place


def type_day(session: Session, row: int, field: str, text: str) -> bool:
    """Type a day of a stay, and tell whether it was taken over."""
    row = Editing(session).type(STAYS, row, field, text)
    return field not in Editing(session).rows(STAYS)[row].typed


def type_text(session: Session, row: int, field: str, text: str) -> None:
    """Type a note of a stay."""
    Editing(session).type(STAYS, row, field, text)


class OnFile:
    """A session on a case file, with what it told."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "case.kzstay"
        self.unsaved = folder / "own" / "unsaved.kzstay"
        self.told: list[tuple[str, bool]] = []
        self.session = self.beside()

    def again(self) -> Session:
        """Begin another run of the program, when the one before has ended."""
        file_of(self.session).let_go()
        return self.beside()

    def beside(self) -> Session:
        """Begin a run while the one before goes on."""
        self.session = Session(View(TODAY, "en"))
        self.case_file = CaseFile(self.session, self.unsaved)
        self.session.message.connect(lambda text, caution: self.told.append((text, caution)))
        self.case_file.stuck.connect(lambda text, kind: self.told.append((text, kind != "restored")))
        return self.session

    def on(self, *travellers: Traveller) -> Session:
        """Open a case with some travellers."""
        save_case(Case(travellers=travellers), self.file, keep_backup=False)
        assert file_of(self.session).open(self.file)
        return self.session

    def stored(self) -> Case:
        """Read what the file holds."""
        return open_case(self.file).document.case


def _add(session: Session) -> None:
    session.change(editing.inserted(session.traveller, stay("2026-07-01", "2026-07-05")), "Add stay")


def _move(session: Session) -> None:
    session.change(editing.moved(session.traveller, FIRST, 3, session.view.on), "Move stay")


def _resize(session: Session) -> None:
    session.change(
        editing.resized(session.traveller, FIRST, Handle.EXIT, day("2026-06-15"), session.view.on), "Change exit"
    )


def _delete(session: Session) -> None:
    session.change(editing.removed(session.traveller, SECOND), "Delete stay")


def _add_traveller(session: Session) -> None:
    session.add_traveller(BORIS, "Add traveller")


def _rename(session: Session) -> None:
    session.change_traveller(msgspec.structs.replace(session.traveller, name="Anne"), "Change name")


def _name_checkpoint(session: Session) -> None:
    stays = list(session.traveller.stays)
    stays[FIRST] = msgspec.structs.replace(stays[FIRST], checkpoint="Nur Zholy")
    session.change(editing.Change(tuple(stays), FIRST), "change-checkpoint")


def _numbers(session: Session) -> list[Number]:
    return [one.key.number for one in session.traveller.stays]


CHANGES: dict[str, Callable[[Session], object]] = {
    "a stay added": _add,
    "a stay moved": _move,
    "an exit dragged": _resize,
    "a stay deleted": _delete,
    "an entry typed": lambda session: type_day(session, FIRST, "entry", "18.05.2026"),
    "an exit typed": lambda session: type_day(session, PRESENT, "exit", "30.11.2026"),
    "an exit cleared": lambda session: type_day(session, SECOND, "exit", ""),
    "a notice typed": lambda session: type_day(session, FIRST, "notified", "21.05.2026"),
    "a registration typed": lambda session: type_day(session, FIRST, "registered", "25.05.2026"),
    "a note": lambda session: type_text(session, FIRST, "note", "by train"),
    "a checkpoint": _name_checkpoint,
    "a notice recorded": lambda session: Editing(session).record_done(
        session.traveller.stays[PRESENT].key.number, "notified"
    ),
    "a notice of another address recorded": lambda session: Editing(session).record_done(
        session.traveller.stays[PRESENT].key.number,
        "notified",
        session.traveller.stays[PRESENT].moves[0].key.number,
    ),
    "days of a stay typed": lambda session: type_day(session, PRESENT, "exit", "25d"),
    "a stay duplicated": lambda session: StayActs(session).duplicate(_numbers(session)[FIRST]),
    "a stay split": lambda session: StayActs(session).split(_numbers(session)[FIRST], day("2026-05-25")),
    "a stay moved to a new traveller": lambda session: StayActs(session).hand_over(_numbers(session)[-1:], None),
    "notices of several stays recorded": lambda session: StayActs(session).record("notified", _numbers(session)),
    "several stays deleted": lambda session: StayActs(session).remove(_numbers(session)[1:]),
    "a traveller added": _add_traveller,
    "a traveller changed": _rename,
    "a traveller removed": lambda session: session.remove_traveller("Remove traveller"),
}
