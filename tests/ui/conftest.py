"""A window on a case, in English, with settings of its own."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kzstay.core.case import Case, Traveller
from kzstay.files.store import save_case
from kzstay.ui.system import settings as settings_file
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import day
from tests.ui.standing import Standing, new_window

TODAY = day("2026-11-22")
OpenCase = Callable[..., MainWindow]


def choose_anew(folder: Path) -> None:
    """Forget what a window remembered in a folder, and choose English and light."""
    shutil.rmtree(folder, ignore_errors=True)
    settings_file.save(chosen())


def chosen() -> settings_file.Settings:
    """Return what was chosen before a test; anew each time, for a window writes in what it is given."""
    return settings_file.Settings(language="en", appearance="light")


@pytest.fixture(scope="module")
def standing(qapp: QApplication) -> Iterator[Standing]:
    """The window that the tests of a module share."""
    window = Standing()
    yield window
    window.close()


@pytest.fixture(scope="module")
def module_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the window of a module keeps its things in."""
    return tmp_path_factory.mktemp("own")


@pytest.fixture(autouse=True)
def nobody_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let go of rows that cannot be used yet without a question, which nobody would answer."""
    monkeypatch.setattr("kzstay.ui.system.shutdown.ask_before_dropping", lambda *_: True)


@pytest.fixture(autouse=True)
def own_settings(module_folder: Path, standing: Standing) -> Iterator[Path]:
    """Keep settings and unsaved cases of a test in an empty folder; speak English whatever the system does."""
    folder = module_folder / "settings"

    def own(kind: QStandardPaths.StandardLocation) -> Path:
        return folder / kind.name

    # A patch of its own: the window is given back when those of the test are gone, and this one still holds
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kzstay.ui.system.folders.folder", own)
        choose_anew(folder)
        held = QApplication.mouseButtons()
        yield folder
        standing.give_back(TODAY)
        # Who presses a button and keeps it is named here, not by a test that comes later and waits for it to go up
        assert QApplication.mouseButtons() in (held, Qt.MouseButton.NoButton)


@pytest.fixture
def open_case(
    request: pytest.FixtureRequest, qtbot: QtBot, standing: Standing, tmp_path: Path
) -> Iterator[OpenCase]:
    """Open a window on travellers, saved as a file first, or on nothing.

    The first one of a test is the module's, as good as new. A second one, one that is to find other choices than
    those of ``own_settings``, and that of a test marked ``fresh_window`` is a window of its own.
    """
    fresh = request.node.get_closest_marker("fresh_window") or request.config.getoption("--fresh-windows")
    opened: list[MainWindow] = []

    def open_on(*travellers: Traveller, today: date = TODAY, path: Path | None = None) -> MainWindow:
        if travellers:
            path = path or tmp_path / "case.kzstay"
            save_case(Case(travellers=travellers), path)
        if fresh or standing.taken or settings_file.load() != chosen():
            window = new_window(path, today)
            qtbot.addWidget(window)
            opened.append(window)
        else:
            window = standing.take(path, today)
        with qtbot.waitActive(window):
            window.activateWindow()
        QApplication.processEvents()
        if travellers:
            # A test of somebody who was refused would say nothing
            assert window.session().case.travellers == travellers, window.info.text.text()
        return window

    yield open_on
    for window in opened:
        window.close()
