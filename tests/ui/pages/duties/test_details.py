"""What is said of one duty: under a title that tells which it is, and in words where there is none."""

from __future__ import annotations

from PySide6.QtCore import Qt

from kzstay.ui.pages.duties.model import DUTY
from tests.helpers import stay, traveller
from tests.ui import pages_of
from tests.ui.conftest import OpenCase
from tests.ui.pages.duties.often import OFTEN


def test_it_bears_a_title_with_the_duty_its_stay_and_its_day(open_case: OpenCase) -> None:
    page = pages_of.duties(open_case(OFTEN))
    title = page.details.title.text().replace("\N{NO-BREAK SPACE}", " ")
    assert title == (
        "Host's notice of arrival · 11 Nov 2026 – still here · by 13 Nov 2026 (usual count 16 Nov 2026)"
    )
    page.table.setCurrentIndex(page.model.index(1, DUTY))
    assert page.details.title.text().startswith("Obtain a visa or leave")


def test_it_has_a_name_and_says_its_rule_to_who_hears_it(open_case: OpenCase) -> None:
    details = pages_of.duties(open_case(OFTEN)).details
    assert details.accessibleName() == details.title.text()
    assert details.accessibleDescription().startswith(details.rule.text())
    assert details.rule.text() != ""


def test_of_the_row_of_the_past_it_says_how_to_unfold_it(open_case: OpenCase) -> None:
    page = pages_of.duties(open_case(OFTEN))
    page.table.setCurrentIndex(page.model.index(page.model.fold, DUTY))
    assert "Enter" in page.details.rule.text()
    assert page.details.record.isHidden()
    assert page.details.law.text() == page.details.cost.text() == ""


def test_before_a_citizenship_it_asks_for_that_and_never_says_that_nothing_falls_due(open_case: OpenCase) -> None:
    nobody = pages_of.duties(open_case())
    assert nobody.details.rule.text() == "Choose the citizenship to see what has to be done."
    stayed = pages_of.duties(open_case(traveller("", stay("2026-11-11"))))
    assert "No duty" not in stayed.details.rule.text()
    outside = pages_of.duties(open_case(traveller("DE")))
    assert outside.details.rule.text() == "No duty falls due."


def test_where_all_is_over_it_says_that_nothing_is_to_be_done(open_case: OpenCase) -> None:
    page = pages_of.duties(open_case(traveller("DE", *OFTEN.stays[:-1])))
    assert page.details.title.text() == "Nothing is to be done now."
    assert page.model.rowCount() == 1


def test_the_cost_stands_under_the_rule_where_it_is_narrow(open_case: OpenCase) -> None:
    details = pages_of.duties(open_case(OFTEN)).details
    details.set_narrow(True)
    wide, narrow = details.wanted(900), details.wanted(400)
    assert narrow > wide
    assert details.rule.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
