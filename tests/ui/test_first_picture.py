"""What is gone to is there at once: no page and no place is painted before its parts have their room."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget

from kzstay.ui.pages.registry import PAGES
from kzstay.ui.places.registry import PLACES
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import stay, traveller
from tests.ui.conftest import OpenCase

LATE = traveller("DE", stay("2026-05-20", "2026-06-08"), stay("2026-10-01"))
sizes = pytest.mark.parametrize("size", [(960, 540), (1280, 900)])

pytestmark = pytest.mark.fresh_window


def settle() -> None:
    for _ in range(10):
        QApplication.processEvents()


def rooms(window: MainWindow) -> dict[QWidget, QRect]:
    """Return where the parts are that are seen, each in its parent."""
    found: Iterator[QWidget] = (part for part in window.places.findChildren(QWidget) if part.isVisible())
    return {part: part.geometry() for part in found}


@sizes
@pytest.mark.parametrize("page", [page.name for page in PAGES])
def test_a_page_is_there_at_once(open_case: OpenCase, page: str, size: tuple[int, int]) -> None:
    window = open_case(LATE)
    window.resize(*size)
    settle()
    window.stay.show_page(page)
    first = rooms(window)
    settle()
    assert first == rooms(window)


@sizes
@pytest.mark.parametrize("place", [place.name for place in PLACES if place.name != "stay"])
def test_a_place_is_there_at_once(open_case: OpenCase, place: str, size: tuple[int, int]) -> None:
    window = open_case(LATE)
    window.resize(*size)
    settle()
    window.places.show_place(place)
    first = rooms(window)
    settle()
    assert first == rooms(window)
