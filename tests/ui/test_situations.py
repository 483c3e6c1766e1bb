"""What people come with: from the first page to the answer in two clicks or one search, by mouse and keyboard.

The answer is not the page that opens but what it says: the day, the sum, the number to call.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from kzstay import bundled
from kzstay.core.case import STATELESS, Ruling, Traveller
from kzstay.i18n import Language
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import day, stay, traveller
from tests.ui import pages_of
from tests.ui.conftest import OpenCase
from tests.ui.someone import Someone

ANNA = traveller("DE", stay("2026-11-11"))
LEFT_LATE = traveller("DE", stay("2026-07-01", "2026-08-09"))
FINE = Ruling(kind="fine", served=day("2026-08-10"), part="517(3)")
SitDown = Callable[[Traveller, Language], tuple[Someone, MainWindow]]


@pytest.fixture
def sit_down(open_case: OpenCase, qtbot: QtBot) -> Iterator[SitDown]:
    """Have somebody sit down at a window on a traveller, in a language."""
    opened: list[MainWindow] = []

    def at_window(person: Traveller, language: Language) -> tuple[Someone, MainWindow]:
        window = open_case(person)
        opened.append(window)
        window.preferences.set_language(language)
        return Someone(window, qtbot), window

    yield at_window
    for window in opened:
        window.preferences.set_language("en")


def title(topic: str, language: Language) -> str:
    return bundled.guide().title(topic, language)


def test_my_landlord_did_not_notify(sit_down: SitDown) -> None:
    someone, window = sit_down(ANNA, "en")
    someone.turn_to("duties")
    duties = pages_of.duties(window)
    someone.reads_row(duties.table, "Host's notice of arrival", "host", "13 Nov 2026", "not recorded")
    someone.reads("The host informs the internal affairs body within 3 working days", "individual: warning")
    someone.reads("fine of 10 MCI (43 250 ₸)")
    someone.follow(duties.guide, "host-notice")
    someone.reads_in_guide(title("host-notice", "en"), "3 working days", "vmp.gov.kz")
    someone.reads_in_guide("not you", "fine of 20 MCI (86 500 ₸)", scrolling=True)
    someone.was_quick()


@pytest.mark.parametrize(
    ("language", "question", "answer", "fine"),
    [
        ("en", "may I work here", "no right to work", "25 MCI (108 125 ₸)"),
        ("ru", "можно мне тут работать?", "права на работу не дают", "25 МРП (108 125 ₸)"),
        ("kk", "жұмыс істесем бола ма", "құқық бермейді", "108 125 ₸"),
    ],
)
def test_may_i_work(sit_down: SitDown, language: Language, question: str, answer: str, fine: str) -> None:
    someone, _ = sit_down(ANNA, language)
    someone.ask(question)
    someone.reads_in_guide(title("work", language))
    someone.open_best()
    someone.reads_in_guide(title("work", language), answer)
    someone.reads_in_guide(fine, "517", scrolling=True)
    someone.was_quick()


@pytest.mark.parametrize(
    ("language", "told", "days"),
    [
        ("en", "No entry before the fine served on 10 Aug 2026 is paid", "30 days"),
        ("ru", "Въезд невозможен: не оплачен штраф от 10.08.2026", "30 суток"),
        ("kk", "Айыппұл (10.08.2026) төленгенше келуге болмайды", "30 тәулік"),
    ],
)
def test_may_i_come_again_with_an_unpaid_fine(sit_down: SitDown, language: Language, told: str, days: str) -> None:
    someone, window = sit_down(msgspec.structs.replace(LEFT_LATE, rulings=(FINE,)), language)
    someone.reads(told)
    someone.follow(window.stay.hero.facts, "fines")
    someone.reads_in_guide(title("fines", language), days)
    someone.was_quick()


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "entry is possible today, for 30 days at most"),
        ("ru", "въезд возможен сегодня, не более чем на 30 дней"),
        ("kk", "30 күн"),
    ],
)
def test_may_i_come_again_after_a_fine_that_is_paid(sit_down: SitDown, language: Language, told: str) -> None:
    paid = msgspec.structs.replace(FINE, paid=day("2026-08-12"))
    someone, _ = sit_down(msgspec.structs.replace(LEFT_LATE, rulings=(paid,)), language)
    someone.reads(told)
    someone.was_quick()


@pytest.mark.parametrize(("language", "place"), [("en", "Almaty"), ("ru", "в Алматы"), ("kk", "Алматыда")])
def test_whom_do_i_call_in_almaty(sit_down: SitDown, language: Language, place: str) -> None:
    someone, _ = sit_down(ANNA, language)
    someone.look_up(place)
    someone.reads_button("+7 727 254-50-57")
    someone.reads("1414")
    someone.was_quick()


@pytest.mark.parametrize(
    ("language", "question", "sure"),
    [
        ("en", "who can I phone in Almaty?", "Not verified"),
        ("ru", "кому позвонить в Алматы", "Не проверено"),
        ("kk", "Алматыда кімге қоңырау шаламын", "Тексерілмеген"),
    ],
)
def test_whom_do_i_call_in_almaty_asked_in_the_guide(
    sit_down: SitDown, language: Language, question: str, sure: str
) -> None:
    someone, window = sit_down(ANNA, language)
    someone.ask(question)
    someone.reads_in_guide("+7 727 254-50-57", sure, "1414")
    someone.open_best()
    assert window.places.current == "contacts"
    someone.was_quick()


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "I lost my job and my permit"),
        ("ru", "уволили, разрешение аннулировали"),
        ("kk", "жұмыстан шығып қалдым, рұқсатымды жойды"),
    ],
)
def test_i_lost_my_job_and_my_permit(sit_down: SitDown, language: Language, question: str) -> None:
    someone, _ = sit_down(ANNA, language)
    someone.ask(question)
    someone.reads_in_guide(title("work", language), title("shortened", language))
    someone.was_quick()


@pytest.mark.parametrize(
    ("language", "question", "days"),
    [
        ("en", "my hotel asks for registration", "3 working days"),
        ("ru", "гостиница требует регистрацию", "3 рабочих дней"),
        ("kk", "қонақүй тіркеу сұрайды", "3 жұмыс күні"),
    ],
)
def test_my_hotel_asks_for_registration(sit_down: SitDown, language: Language, question: str, days: str) -> None:
    someone, _ = sit_down(ANNA, language)
    someone.ask(question)
    someone.open_best()
    someone.reads_in_guide(title("host-notice", language), days, "eqonaq.kz")
    someone.reads_in_guide("10 ", "43 250 ₸", scrolling=True)
    someone.was_quick()


@pytest.mark.parametrize(
    ("language", "question", "fine"),
    [
        ("en", "I am stateless", "10 MCI (43 250 ₸)"),
        ("ru", "я без гражданства", "10 МРП (43 250 ₸)"),
        ("kk", "азаматтығым жоқ", "10 АЕК (43 250 ₸)"),
    ],
)
def test_i_am_stateless(sit_down: SitDown, language: Language, question: str, fine: str) -> None:
    someone, _ = sit_down(traveller(STATELESS), language)
    someone.ask(question)
    someone.open_best()
    someone.reads_in_guide(title("stateless", language))
    someone.reads_in_guide(fine, "492", scrolling=True)
    someone.was_quick()
