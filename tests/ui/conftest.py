"""A window on a case, in English, with settings of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QStandardPaths
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kzstay.core.case import Case, Traveller
from kzstay.files.store import save_case
from kzstay.ui import settings as settings_file
from kzstay.ui.app import open_window
from kzstay.ui.main_window import MainWindow
from tests.helpers import day

TODAY = day("2026-11-22")
OpenCase = Callable[..., MainWindow]


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep settings and unsaved cases of a test in its own folder; speak English whatever the system does."""
    folder = tmp_path / "settings"

    def own(kind: QStandardPaths.StandardLocation) -> Path:
        return folder / kind.name

    monkeypatch.setattr("kzstay.ui.folders.folder", own)
    settings_file.save(settings_file.Settings(language="en", appearance="light"))
    return folder


@pytest.fixture
def open_case(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[OpenCase]:
    """Open a window on travellers, saved as a file first, or on nothing."""
    # The windows of tests before this one: closed, but without an event loop still there to be dressed anew
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyle("Fusion")
    opened: list[MainWindow] = []

    def open_on(*travellers: Traveller, today: date = TODAY, path: Path | None = None) -> MainWindow:
        if travellers:
            path = path or tmp_path / "case.kzstay"
            save_case(Case(travellers=travellers), path)
        window = open_window(path, today=today)
        qtbot.addWidget(window)
        window.resize(1280, 900)
        qtbot.waitExposed(window)
        qapp.processEvents()
        opened.append(window)
        return window

    yield open_on
    for window in opened:
        window.close()
