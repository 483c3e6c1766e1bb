"""A window on the Papers page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from kzstay.ui.window.main_window import MainWindow
from tests.ui.conftest import OpenCase
from tests.ui.pages.papers.paper_rows import ANNA

Show = Callable[..., MainWindow]


@pytest.fixture
def show(open_case: OpenCase) -> Show:
    """Open a window on the page."""

    def on(*travellers: object) -> MainWindow:
        window = open_case(*(travellers or (ANNA,)))
        window.stay.show_page("papers")
        QApplication.processEvents()
        return window

    return on
