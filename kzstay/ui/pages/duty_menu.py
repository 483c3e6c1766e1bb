"""The menu over a duty: to mark it as done, to see its day, what the guide says, and its row as cells."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from kzstay import bundled
from kzstay.core import agenda
from kzstay.core.assess import Assessment
from kzstay.core.duties import Duty
from kzstay.guide import leads
from kzstay.texts import Words
from kzstay.texts import guide as guide_texts
from kzstay.ui.pages.requests import Requests
from kzstay.ui.widgets.letters import Menu
from kzstay.ui.widgets.row_copy import RowCopy


def duty_menu(
    over: QWidget,
    w: Words,
    a: Assessment,
    duty: Duty,
    requests: Requests,
    copy: RowCopy,
    record: Callable[[], object],
) -> QMenu:
    """Make the menu of a duty; ``record`` marks it as done on the day of reckoning."""
    menu = Menu(over)
    menu.setObjectName("duty_menu")
    if agenda.recordable(duty, a.on) is not None:
        done = menu.addAction(w.gettext("Mark as done on {day}").format(day=w.day(a.on)))
        done.triggered.connect(lambda: record())
    day, stay = duty.due.under(a.reading), -1 if duty.stay is None else duty.stay
    seen = menu.addAction(w.gettext("Show on the timeline"))
    seen.triggered.connect(lambda: requests.show_day.emit(day, stay))
    topic = leads.of_duty(duty)
    told = menu.addAction(guide_texts.read_more(w, bundled.guide(), topic).replace("&", "&&"))
    told.triggered.connect(lambda: requests.show_topic.emit(topic))
    menu.addSeparator()
    copy.add_to(menu)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu
