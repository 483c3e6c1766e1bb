"""Nothing that is said is cut: in any language, place, page and dialog, at any size of window and letters."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kzstay.core.case import Permit, Ruling
from kzstay.i18n import LANGUAGES
from kzstay.ui.pages.registry import PAGES
from kzstay.ui.widgets import theme
from kzstay.ui.window.exporting.dialog import LEAST
from kzstay.ui.window.importing import dialog as importing
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import day, move, stay, traveller
from tests.ui import pages_of
from tests.ui.conftest import OpenCase
from tests.ui.cut import cut, cut_of, settle
from tests.ui.places.guide.guide_place import guide
from tests.ui.places.people.people_place import EVERYBODY, go
from tests.ui.standing import Standing
from tests.ui.window.exporting.open_dialogs import opened
from tests.ui.window.importing.open_imports import TABLE, pasted

LETTERS = [
    pytest.param(size, language, id=f"{size} %-{language}") for size in (100, 150) for language in LANGUAGES
]

# Somebody of whom there is much to say: a long name, a missed notice, papers of every kind, days that come back
LONGEST = msgspec.structs.replace(
    traveller(
        "DE",
        stay("2026-05-20", "2026-06-18", notified="2026-06-01"),
        stay("2026-07-14", "2026-08-09", note="to Astana by train, and on by bus"),
        stay("2026-11-11", moves=[move("2026-11-16"), move("2026-11-18", "2026-11-19")]),
        stay("2026-12-20", "2027-01-27"),
        name="Maximiliane Freifrau von Hohenstein-Bartenstein",
        host="individual",
        born="1980-03-04",
    ),
    permits=(
        Permit(kind="visa", first=day("2026-07-01"), until=day("2026-09-30"), days=60, entries=2),
        Permit(kind="residence", first=day("2027-03-01"), until=day("2027-08-31")),
    ),
    rulings=(
        Ruling(kind="fine", served=day("2026-11-15")),
        Ruling(kind="expulsion", served=day("2019-05-02"), leave_by=day("2019-05-12"), executed=day("2019-05-10")),
    ),
)


@pytest.fixture(scope="module")
def letters(qapp: QApplication, standing: Standing, request: pytest.FixtureRequest) -> Iterator[None]:
    """How large the system has letters; a window takes them when it opens."""
    theme.apply(qapp, "light")
    before = QApplication.font()
    larger = QFont(before)
    larger.setPixelSize(round(before.pixelSize() * request.param / 100))
    standing.close()
    QApplication.setFont(larger)
    yield
    standing.close()
    QApplication.setFont(before)


def of_places(window: MainWindow) -> Iterator[str]:
    """Go to every place, page and sheet in turn."""
    for page in PAGES:
        window.stay.show_page(page.name)
        yield page.name
    window.stay.show_page("stays")
    window.stay.form.begin()
    yield "traveller form"
    window.stay.form.hide()
    pages_of.stays(window).details_button.setChecked(True)
    yield "details of a stay"
    pages_of.stays(window).details_button.setChecked(False)
    go(window)
    yield "people"
    for topic in ("overstay", "entry-check", "visa-table"):
        guide(window).show_topic(topic)
        yield f"guide, {topic}"
    window.places.show_place("contacts")
    yield "contacts"
    window.places.show_place("stay")


ROOMY = [(960, 540), (1092, 614), (1366, 700), (1920, 1080)]
READ = ("law: ", "why: ")
SMALLER = [(683, 384), (480, 280)]  # screens that are enlarged two or three times


@pytest.mark.parametrize("size", ROOMY, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize(("letters", "language"), LETTERS, indirect=["letters"], scope="module")
@pytest.mark.usefixtures("letters")
def test_in_a_window_of_any_size_nothing_is_cut(open_case: OpenCase, language: str, size: tuple[int, int]) -> None:
    window = open_case(LONGEST, *EVERYBODY)
    window.commands.by_name[f"language_{language}"].trigger()
    window.resize(*size)
    found: dict[str, list[str]] = {}
    for name in of_places(window):
        settle()
        assert (window.width(), window.height()) == size, name
        found[name] = cut(window)
        if sideways := window.places.area(window.places.current).horizontalScrollBar().maximum():
            found[name].append(f"{sideways} px to scroll sideways")
    assert {name: lacks for name, lacks in found.items() if lacks} == {}


@pytest.mark.parametrize("size", SMALLER, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", LANGUAGES)
def test_in_a_smaller_one_everything_is_scrolled_to(
    open_case: OpenCase, language: str, size: tuple[int, int]
) -> None:
    window = open_case(LONGEST, *EVERYBODY)
    window.commands.by_name[f"language_{language}"].trigger()
    window.resize(*size)
    found: dict[str, list[str]] = {}
    for name in of_places(window):
        settle()
        assert (window.width(), window.height()) == size, name
        # The pages that are read are scrolled sideways by themselves
        found[name] = [lack for lack in cut(window) if not lack.startswith(READ)]
    assert {name: lacks for name, lacks in found.items() if lacks} == {}


@pytest.mark.parametrize("large", [False, True], ids=["least", "as it opens"])
@pytest.mark.parametrize(("letters", "language"), LETTERS, indirect=["letters"], scope="module")
@pytest.mark.usefixtures("letters")
def test_in_the_export_nothing_is_cut(open_case: OpenCase, language: str, large: bool) -> None:
    window = open_case(LONGEST, traveller("GB", name="Boris Brown"))
    window.commands.by_name[f"language_{language}"].trigger()
    window.resize(*ROOMY[0])
    for on_paper in (False, True):
        dialog = opened(window, on_paper=on_paper)
        if not large:
            dialog.resize(*LEAST)
        dialog.choices.day.setText("31.02.2026")
        dialog.save()
        dialog.print_it()
        settle()
        assert cut_of(dialog) == []
        dialog.close()


@pytest.mark.parametrize("least", [True, False], ids=["least", "as it opens"])
@pytest.mark.parametrize(("letters", "language"), LETTERS, indirect=["letters"], scope="module")
@pytest.mark.usefixtures("letters")
def test_in_the_import_nothing_is_cut(open_case: OpenCase, qtbot: QtBot, language: str, least: bool) -> None:
    window = open_case(LONGEST, traveller("GB", name="Boris Brown"))
    window.commands.by_name[f"language_{language}"].trigger()
    window.resize(*ROOMY[0])
    dialog = pasted(window, qtbot, TABLE.replace("Anna Schmidt", LONGEST.name))
    if least:
        dialog.resize(*importing.LEAST)
    dialog.preview.table.setCurrentIndex(dialog.preview.model.index(3, 1))
    settle()
    assert cut_of(dialog) == []
    dialog.close()
