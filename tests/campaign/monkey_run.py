"""One run of the monkey, in a process of its own: the window, the loop, and after each act what must hold."""

from __future__ import annotations

import json
import sys
import traceback
from collections.abc import Iterable
from pathlib import Path
from random import Random
from types import TracebackType

import msgspec
from PySide6.QtCore import QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from kzstay.i18n import LANGUAGES
from tests.campaign import invariants
from tests.campaign.acts import done
from tests.campaign.hands import Hands, Steps
from tests.campaign.processes import hand_in, kind_of_traceback, take_task
from tests.campaign.random_cases import UNLIKE, case_of, random_case, random_traveller, written

LOG = "acts"
EVERY = 25  # acts between two looks at everything
OF_THE_PLATFORM = "This plugin does not support"  # what a screen can that nobody sees
SETTLING = 100  # milliseconds
POPUP_EVERY = 40  # milliseconds; a menu or a dialog stays open for two looks


class Act(msgspec.Struct, frozen=True, array_like=True):
    """One thing that is done: a name and a seed."""

    name: str
    seed: int


class Run(msgspec.Struct, frozen=True):
    """How a window is opened, and what is done to it."""

    seed: int
    size: tuple[int, int]
    language: str
    dark: bool
    acts: list[Act]


class Done(msgspec.Struct, frozen=True):
    """How a run went: acts done, and what went wrong, if anything did."""

    acts: int
    failure: str | None = None
    told: str = ""


def prepare(folder: Path, seed: int) -> list[Path]:
    """Write the files of a run; the first is opened at the start."""
    random = Random(seed)
    unlike = random.sample(UNLIKE, 4)
    several = [random_traveller(random) for _ in range(2)]
    contents: dict[str, bytes] = {
        "case": written(case_of(*unlike, *several)),
        "one": written(random_case(random)),
        "two": written(case_of(*random.sample(UNLIKE, 2))),
        "nobody": written(case_of()),
        "newer": written(case_of(UNLIKE[0]) | {"version": 99}),
        "damaged": written(case_of(UNLIKE[0]))[:-40],
        "long names": written(case_of({**UNLIKE[1], "name": "Ә" * 200}, {**UNLIKE[2], "name": "a\u202eb\x1bc"})),
    }
    paths = [folder / f"{name}.kzstay" for name in contents]
    for path, data in zip(paths, contents.values(), strict=True):
        path.write_bytes(data)
    return paths


def main() -> None:
    """Do the run that this process was given."""
    run, folder = take_task(Run)
    config = folder / "home" / "config" / "kzstay"
    config.mkdir(parents=True)
    chosen = {"language": run.language, "appearance": "dark" if run.dark else "light"}
    (config / "settings.json").write_text(json.dumps(chosen))
    (folder / "cases").mkdir()
    files = prepare(folder / "cases", run.seed)
    hand_in(folder, Loop(run, folder / LOG, files).done())


class Loop:
    """The loop of the window, in which one act follows the other, each in a turn of its own."""

    def __init__(self, run: Run, log: Path, files: list[Path]) -> None:
        self._run = run
        self._log = log.open("w")
        self._acts = 0
        self._failure: tuple[str, str] | None = None
        self._app = QApplication(["kzstay"])
        self._app.setQuitOnLastWindowClosed(False)
        self._hands = Hands(files)
        self._steps = self._all()

    def done(self) -> Done:
        """Do all of it and tell how it went."""
        sys.excepthook = self._on_exception
        qInstallMessageHandler(self._on_message)
        closer = QTimer()
        closer.setInterval(POPUP_EVERY)
        closer.timeout.connect(self._hands.close_popup)
        closer.start()
        QTimer.singleShot(0, self._step)
        self._app.exec()
        return Done(self._acts, *(self._failure or ()))

    def _step(self) -> None:
        pause: int | None = None
        if self._failure is None:
            try:
                pause = next(self._steps)
            except StopIteration:
                self._app.exit()
                return
            except Exception:  # noqa: BLE001 - an act that meets what it did not expect tells of it as well
                told = traceback.format_exc()
                self.fail(kind_of_traceback(told), told)
        if self._failure is not None:
            self._app.exit()
            return
        # One after the other: a menu that is open inside an act has a loop of its own
        QTimer.singleShot(pause or 0, self._step)

    def _all(self) -> Steps:
        hands = self._hands
        hands.open(self._run.size)
        yield
        for act in self._run.acts:
            self._acts += 1
            self._log.write(f"{act.name} {act.seed}\n")
            self._log.flush()
            yield from done(act.name, act.seed, hands)
            yield
            self._look(act.name, thoroughly=self._acts % EVERY == 0)
        yield
        language = Random(self._run.seed).choice(LANGUAGES)
        if invariants.begun_again(hands.window, language):
            yield SETTLING  # what was open for typing goes in a turn of its own
            self._tell("at the end", invariants.of_the_language(hands.window, language))
        yield
        self._tell("at the end", invariants.of_the_file(hands.window))
        yield from hands.close()

    def _look(self, after: str, *, thoroughly: bool) -> None:
        if QApplication.activeModalWidget() is None:
            window = self._hands.window
            self._tell(after, self._hands.complaints)
            self._tell(after, invariants.of_the_session(window))
            self._tell(after, invariants.of_the_models(window, thoroughly=thoroughly))
            if thoroughly:
                self._tell(after, invariants.of_the_file(window))

    def _tell(self, after: str, wrong: Iterable[str]) -> None:
        for one in wrong:
            self.fail(one, f"after {after}")

    def fail(self, kind: str, told: str) -> None:
        """Take down what went wrong first."""
        if self._failure is None:
            self._failure = kind, told

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        told = "".join(traceback.format_exception(kind, error, trace))
        self.fail(kind_of_traceback(told), told)

    def _on_message(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if message.startswith(OF_THE_PLATFORM):
            return
        if kind in (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
            where = "".join(traceback.format_stack(limit=12))
            self.fail(f"Qt says: {message[:120]}", f"{context.category}: {message}\n{where}")


if __name__ == "__main__":
    main()
