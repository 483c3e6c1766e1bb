"""A case that is edited: who is in it, and what is asked of the edits."""

from __future__ import annotations

import msgspec

from kzstay.core.case import Traveller
from kzstay.ui.session.editing import Editing
from kzstay.ui.session.records.lists import RecordList
from kzstay.ui.session.session import Session
from tests.helpers import move, stay, traveller
from tests.ui.pages.papers.paper_rows import FINE, VISA
from tests.ui.sessions import OnFile

ANNA = msgspec.structs.replace(
    traveller(
        "DE",
        stay("2026-05-20", "2026-06-08", moves=[move("2026-05-28", "2026-05-29")]),
        stay("2026-06-08", "2026-06-20"),
        stay("2026-11-11", moves=[move("2026-11-16")]),
        permits=[VISA],
    ),
    rulings=(FINE,),
)
NO_NUMBER = "“{}” is not a whole number from 1 to 9999. Leave it empty where there is no limit."
BORIS = traveller("GB", stay("2026-05-20", "2026-06-08"), name="Boris Brown")


def opened(desk: OnFile, *travellers: Traveller) -> tuple[Session, Editing]:
    session = desk.on(*(travellers or (ANNA,)))
    return session, Editing(session)


def steps(session: Session) -> list[str]:
    stack = session.undo_stack
    return [stack.text(index) for index in range(stack.count())]


def reasons(drafts: Editing, listed: RecordList, row: int) -> list[str]:
    return list(drafts.wrong(listed, row).values())


def add(drafts: Editing, listed: RecordList, kind: str = "") -> int:
    row = drafts.add(listed, kind)
    assert row is not None
    return row
