"""The columns of the table of stays: one is there only where it applies."""

from __future__ import annotations

import pytest

from kzstay.core.case import Traveller
from kzstay.ui.pages.stays.model import REGISTERED
from tests.helpers import stay, traveller
from tests.ui.conftest import OpenCase
from tests.ui.pages.stays.stay_rows import ANNA


@pytest.mark.parametrize(
    ("person", "wanted"),
    [
        (ANNA, False),
        (traveller("KG", stay("2026-07-10")), True),
        (traveller("KG", stay("2026-02-01", "2026-04-01")), False),
        (traveller("DE", stay("2026-07-10", "2026-07-20", registered="2026-07-12")), True),
        (traveller("DE"), False),
    ],
    ids=["30 days an entry", "90 days an entry", "before the duty began", "recorded all the same", "no stay"],
)
def test_registration_has_a_column_only_where_it_applies(
    open_case: OpenCase, person: Traveller, wanted: bool
) -> None:
    assert open_case(person).stay.stays.isColumnHidden(REGISTERED) is not wanted
