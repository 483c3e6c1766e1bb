from __future__ import annotations

import pytest

from tests.imports.told import refused, told


@pytest.mark.parametrize(
    "days",
    ["Mon 06 Jan,Tue 07 Jan,Wed 08 Jan", "пн 6 января,вт 7 января,ср 8 января", "Mon Jan 6,Tue Jan 7,Wed Jan 8"],
)
def test_days_of_the_week_without_a_year(days: str) -> None:
    assert refused(told(f"Employee,{days}\nJane,FR,KZ,n/w-FR\n")) == [("year", 1, days.split(",")[0])]
