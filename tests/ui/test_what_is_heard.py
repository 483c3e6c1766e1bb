"""Everything in every place, page and dialog has a name, in the language of the window, that says what is seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from kzstay import bundled
from kzstay.core.case import Ruling, Traveller
from kzstay.i18n import LANGUAGES, OWN_NAMES
from kzstay.ui.pages.registry import PAGES
from kzstay.ui.places.registry import PLACES
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import day, stay, traveller
from tests.ui import heard, pages_of
from tests.ui.conftest import OpenCase
from tests.ui.dialogs import DIALOGS
from tests.ui.places.guide.guide_place import entry, visas
from tests.ui.places.people.people_place import EVERYBODY, go
from tests.ui.test_nothing_is_cut import LONGEST
from tests.ui.window.exporting.open_dialogs import opened
from tests.ui.window.importing.open_imports import TABLE, pasted

LATE = traveller("DE", stay("2026-09-01"), name="Hans Weber", host="individual", born="1980-03-04")
FINED = Traveller(
    name="Li Na",
    citizenship="CN",
    stays=(stay("2026-11-11"),),
    rulings=(Ruling(kind="fine", served=day("2026-11-15"), part="517(3)"),),
)
WHO: dict[str, tuple[Traveller, ...]] = {
    "nobody": (),
    "much to say": (LONGEST,),
    "late": (LATE,),
    "fined": (FINED,),
}


@pytest.fixture(scope="module", autouse=True)
def somebody_listens(qapp: QApplication) -> Iterator[None]:
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def all_is_well(part: QWidget) -> None:
    """What is heard of a part has a name, is said once, and is what is seen."""
    settle()
    wrong = heard.what_is_wrong(part)
    assert wrong == [], "\n".join(wrong)


def speak(window: MainWindow, language: str) -> None:
    window.commands.by_name[f"language_{language}"].trigger()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("who", WHO)
def test_every_page_and_place_is_heard_as_it_is_seen(open_case: OpenCase, who: str, language: str) -> None:
    window = open_case(*WHO[who])
    speak(window, language)
    for page in PAGES:
        if window.stay.tabs.isTabVisible(window.stay.index_of(page.name)):
            window.stay.show_page(page.name)
            all_is_well(window)
    window.stay.show_page("stays")
    pages_of.stays(window).details_button.click()
    window.stay.form.show()
    all_is_well(window)
    for place in PLACES:
        window.places.show_place(place.name)
        all_is_well(window)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_tool_and_list_is_heard_as_it_is_seen(open_case: OpenCase, language: str) -> None:
    window = open_case(LONGEST, *EVERYBODY)
    speak(window, language)
    place = go(window)
    place.filters.field.setText("a")
    all_is_well(window)
    for tool in (entry, visas):
        tool(window)
        all_is_well(window)
    window.places.show_place("guide")
    for topic in list(bundled.guide().topics)[:3]:
        window.controller.show_topic(topic)
        all_is_well(window)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_dialog_is_heard_as_it_is_seen(open_case: OpenCase, qtbot: QtBot, language: str) -> None:
    window = open_case(LONGEST, *EVERYBODY)
    speak(window, language)
    for on_paper in (False, True):
        dialog = opened(window, on_paper=on_paper)
        all_is_well(dialog)
        dialog.choices.day.setText("31.02.2026")
        dialog.save()
        all_is_well(dialog)
        dialog.close()
    imported = pasted(window, qtbot, TABLE.replace("Anna Schmidt", LONGEST.name))
    all_is_well(imported)
    imported.close()
    window.stay.header.day.click()
    all_is_well(window.stay.header.picker)
    window.stay.header.picker.hide()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("ask", DIALOGS)
def test_every_other_dialog_is_heard_as_it_is_seen(
    open_case: OpenCase, ask: Callable[[MainWindow], QDialog], language: str
) -> None:
    window = open_case(LONGEST, *EVERYBODY)
    speak(window, language)
    dialog = ask(window)
    all_is_well(dialog)
    assert dialog.windowTitle()
    dialog.close()


@pytest.mark.parametrize("ask", DIALOGS[:-2])  # files have the names that they have
def test_no_dialog_is_heard_in_english_but_in_english(
    open_case: OpenCase, ask: Callable[[MainWindow], QDialog]
) -> None:
    window = open_case(LONGEST, *EVERYBODY)
    words: dict[str, set[str]] = {}
    for language in ("en", "ru", "kk"):
        speak(window, language)
        dialog = ask(window)
        settle()
        words[language] = heard.words_of(dialog)
        dialog.close()
        settle()
    named = {*OWN_NAMES.values(), "kzstay", LONGEST.name, *(one.name for one in EVERYBODY)}
    for language in ("ru", "kk"):
        both = {text for text in words["en"] & words[language] if any(sign.isalpha() for sign in text)}
        assert [text for text in both if text.isascii() and not any(name in text for name in named)] == []


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != "en"])
def test_nothing_is_heard_in_english_but_in_english(open_case: OpenCase, language: str) -> None:
    window = open_case(LONGEST, LATE)
    words: dict[str, set[str]] = {}
    for spoken in ("en", language):
        speak(window, spoken)
        words[spoken] = set()
        for page in PAGES:
            window.stay.show_page(page.name)
            settle()
            words[spoken] |= heard.words_of(window)
        for place in PLACES:
            window.places.show_place(place.name)
            settle()
            words[spoken] |= heard.words_of(window)
        window.places.show_place("stay")
    typed = {one.note for one in LONGEST.stays if one.note}
    named = {*OWN_NAMES.values(), window.windowTitle(), LONGEST.name, LATE.name, *typed}
    both = {text for text in words["en"] & words[language] if any(sign.isalpha() for sign in text)}
    both -= {text for text in both if text.startswith("Ctrl+")}  # keys are called so in each
    assert [text for text in both if text.isascii() and not any(name in text for name in named)] == []
