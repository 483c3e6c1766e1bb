"""What lies ready beside the timeline."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from kzstay.drawing.colours import DARK
from tests.helpers import stay, traveller
from tests.ui.conftest import OpenCase


def test_there_is_one_legend_however_often_it_is_asked_for(open_case: OpenCase) -> None:
    shelf = open_case(traveller("DE", stay("2026-11-11"))).stay.timeline.shelf
    shelf.retell()  # where none was asked for there is nothing to say
    legend = shelf.show_legend()
    assert shelf.show_legend() is legend
    legend.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    another = shelf.show_legend()
    assert another.isVisible()
    another.close()


def test_a_legend_that_is_gone_is_told_nothing(open_case: OpenCase) -> None:
    timeline = open_case(traveller("DE", stay("2026-11-11"))).stay.timeline
    timeline.shelf.show_legend().close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    timeline.set_theme(DARK)
    assert timeline.theme == DARK
