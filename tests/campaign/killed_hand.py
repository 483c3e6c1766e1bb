"""The hand that edits in the program that is killed: by keys and commands, now and then in a hurry."""

from __future__ import annotations

from hashlib import sha256
from random import Random

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest

from kzstay.core.case import Case
from kzstay.files.codec import encode
from kzstay.ui.window.main_window import MainWindow
from tests.campaign.killed import MOST_STAYS, TURN, Life, Log
from tests.campaign.stays import add_stay

HURRY = 0.04  # how often many edits follow at once
IN_A_HURRY, STEADY = 60, 80  # edits, and milliseconds between them


def digest(case: Case) -> str:
    """Return what tells one case from another."""
    return sha256(encode(case)).hexdigest()[:16]


class Hand(QObject):
    """One hand on one window."""

    def __init__(self, window: MainWindow, life: Life, log: Log) -> None:
        super().__init__(window)
        self._window = window
        self._life = life
        self._log = log
        self._random = Random(life.seed)
        self._left = life.edits
        self._hurry = 0
        self._shown = ""

    def begin(self) -> None:
        """Log what was opened, and begin to edit."""
        self._shown = digest(self._window.session().case)
        self._log("opened", self._shown)
        turns = QTimer(self)
        turns.timeout.connect(lambda: self._log("turn"))
        turns.start(TURN)
        self._go_on()

    def _go_on(self) -> None:
        if self._left <= 0:
            return
        if self._hurry == 0 and self._random.random() < HURRY:
            self._hurry = IN_A_HURRY
        pause = STEADY if self._hurry else self._random.expovariate(1 / self._life.pause)
        self._hurry = max(0, self._hurry - 1)
        QTimer.singleShot(int(pause), self, self._edit)

    def _edit(self) -> None:
        window, session = self._window, self._window.session()
        if not window.isVisible():  # a closed one gets no key of a person
            return
        self._left -= 1
        self._log("edit")
        stays = len(session.traveller.stays)
        names = ["undo", "redo", *(["add_stay"] * 3 if stays < MOST_STAYS else [])]
        if not stays or self._random.random() < 0.3:
            name = self._random.choice(names)
            if name == "add_stay":
                add_stay(window)
            else:
                window.commands.by_name[name].trigger()
        else:
            session.select(self._random.randrange(stays))
            window.stay.timeline.setFocus()
            key = self._random.choice((Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Right))
            QTest.keyClick(window.stay.timeline, key, Qt.KeyboardModifier.AltModifier)
        shown = digest(session.case)
        self._log("same" if shown == self._shown else "edited", shown)
        self._shown = shown
        if window.case_file.path is not None and self._random.random() < self._life.saving:
            window.commands.by_name["save"].trigger()
        self._go_on()
