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
    someone.follow(duties.details.guide, "host-notice")
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
    ("language", "told", "until", "pay"),
    [
        ("en", ("No entry", "fine served on 10 Aug 2026"), "9 Sep", "Pay the fine"),
        ("ru", ("не оплачен штраф", "10.08.2026"), "9 сент.", "Оплатить штраф"),
        ("kk", ("келуге болмайды", "10.08.2026"), "9 қыр.", "Айыппұлды төлеу"),
    ],
)
def test_may_i_come_again_with_an_unpaid_fine(
    sit_down: SitDown, language: Language, told: tuple[str, ...], until: str, pay: str
) -> None:
    someone, window = sit_down(msgspec.structs.replace(LEFT_LATE, rulings=(FINE,)), language)
    someone.reads(*told)
    someone.follow(window.stay.hero.facts, "next")
    someone.reads(until, pay)
    someone.was_quick()


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "entry is possible on 22 November 2026, for 30 days at most"),
        ("ru", "въезд возможен 22 ноября 2026 г., не более чем на 30 дней"),
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
    ("language", "question", "today", "until", "again"),
    [
        ("en", "I lost my job and my permit", "migration police", "leave by that day", "within 15 days without"),
        (
            *("ru", "уволили, разрешение аннулировали", "миграционную полицию"),
            *("выезжайте не позднее этого дня", "в течение 15 дней заключить новый"),
        ),
        (
            *("kk", "жұмыстан шығып қалдым, рұқсатымды жойды", "көші-қон полициясына"),
            *("сол күннен кешікпей кетіңіз", "елден кетпей-ақ 15 күн ішінде жаңа шарт"),
        ),
    ],
)
def test_i_lost_my_job_and_my_permit(
    sit_down: SitDown, language: Language, question: str, today: str, until: str, again: str
) -> None:
    someone, _ = sit_down(ANNA, language)
    someone.ask(question)
    someone.reads_in_guide(title("work", language), title("shortened", language))
    someone.open_best()
    someone.reads_in_guide(title("work", language))
    someone.reads_in_guide(today, until, again, title("overstay", language), "97", "36-1", scrolling=True)
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


OVER = traveller("DE", stay("2026-10-20", notified="2026-10-21"))


@pytest.mark.parametrize(
    ("language", "day_over", "last", "dearer", "call"),
    [
        ("en", "On this day: 4 days over", "18 Nov", "24 Nov", "Whom to call"),
        ("ru", "На этот день: 4 дня сверх срока", "18 нояб.", "24 нояб.", "Куда звонить"),
        ("kk", "Осы күні: мерзімнен 4 күн асты", "18 қар.", "24 қар.", "Қайда қоңырау шалу керек"),
    ],
)
def test_i_overstayed_four_days(
    sit_down: SitDown, language: Language, day_over: str, last: str, dearer: str, call: str
) -> None:
    someone, window = sit_down(OVER, language)
    someone.reads("4", "43 250 ₸", "64 875 ₸")
    someone.follow(window.stay.hero.facts, "next")
    someone.reads(last, day_over)
    someone.reads_button(call)
    someone.reads(dearer, "517", scrolling=True)
    someone.was_quick()


SON = traveller("RU", stay("2026-11-01", notified="2026-11-02"), born="2010-12-01")


@pytest.mark.parametrize(
    ("language", "born", "age", "until"),
    [
        ("en", "1 Dec", "Turns 16", "11 Dec"),
        ("ru", "1 дек.", "Возраст 16 лет", "11 дек."),
        ("kk", "1 жел.", "16 жасқа толады", "11 жел."),
    ],
)
def test_my_son_turns_16(sit_down: SitDown, language: Language, born: str, age: str, until: str) -> None:
    someone, window = sit_down(SON, language)
    someone.follow(window.stay.hero.facts, "next")
    someone.reads(born, age, scrolling=True)
    someone.reads(until, scrolling=True)
    someone.was_quick()


EXPULSION = Ruling(kind="expulsion", served=day("2026-11-18"), part="517(4)", leave_by=day("2026-11-27"))


@pytest.mark.parametrize(
    ("language", "leave", "appeal", "draft"),
    [
        ("en", "Friday, 27 November 2026", "26 Nov", "Draft a complaint"),
        ("ru", "пятница, 27 ноября 2026 г.", "26 нояб.", "Составить жалобу"),
        ("kk", "2026 жылғы 27 қараша, жұма", "26 қар.", "Шағым жобасын жасау"),
    ],
)
def test_i_am_told_to_leave_by_friday_and_disagree(
    sit_down: SitDown, language: Language, leave: str, appeal: str, draft: str
) -> None:
    someone, window = sit_down(msgspec.structs.replace(ANNA, rulings=(EXPULSION,)), language)
    someone.reads(leave, appeal)
    someone.follow(window.stay.hero.facts, "next")
    someone.reads(appeal, "834")
    someone.reads_button(draft)
    someone.reads("21 625 ₸", "669", scrolling=True)
    someone.was_quick()


@pytest.mark.parametrize(
    ("language", "question", "answer", "paper"),
    [
        ("en", "pakistani passport what to bring", "You need a visa", "An invitation of your host"),
        ("ru", "гражданин Пакистана, что взять с собой", "Вам нужна виза", "Приглашение принимающего лица"),
        ("kk", "Пәкістан азаматымын, не алып келуім керек", "Сізге виза керек", "қабылдаушы тұлғаның шақыруы"),
    ],
)
@pytest.mark.parametrize("citizenship", ["PK", "DE"])
def test_what_do_i_bring_as_a_pakistani(
    sit_down: SitDown, citizenship: str, language: Language, question: str, answer: str, paper: str
) -> None:
    someone, _ = sit_down(traveller(citizenship), language)  # who asks may look at another's stays
    someone.ask(question)
    someone.open_best()
    someone.reads_in_check(answer)
    someone.reads_in_check(paper, scrolling=True)
    someone.was_quick()


@pytest.mark.parametrize(
    ("language", "last", "question", "answer", "posted"),
    [
        (
            "en",
            "Leave by Thursday, 10 December 2026",
            "I am German and have a service passport",
            "for up to 30 days",
            "If you are posted here",
        ),
        (
            "ru",
            "четверг, 10 декабря 2026 г.",
            "немец со служебным паспортом",
            "не более чем на 30 дней",
            "Если вас сюда назначили",
        ),
        (
            "kk",
            "2026 жылғы 10 желтоқсан",
            "қызметтік паспортым бар неміспін",
            "ең көбі 30 күнге",
            "Осында қызметке тағайындалған",
        ),
    ],
)
def test_i_am_a_german_with_a_service_passport(
    sit_down: SitDown, language: Language, last: str, question: str, answer: str, posted: str
) -> None:
    someone, _ = sit_down(traveller("DE", stay("2026-11-11"), passport="service"), language)
    someone.reads(last)
    someone.ask(question)
    someone.open_best()
    someone.reads_in_check(answer)
    someone.reads_in_check(posted, scrolling=True)
    someone.was_quick()
