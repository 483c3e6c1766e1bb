from __future__ import annotations

from collections.abc import Callable

import msgspec

from kzstay.content.blocks import Block
from kzstay.core.case import Host
from kzstay.i18n import Language
from kzstay.texts import Words
from tests.content.block_reader import facts
from tests.helpers import traveller

Pages = Callable[..., list[Block]]
Speak = Callable[[Language], Words]


def test_report_tells_who_it_is_about(report: Pages) -> None:
    who = traveller("DE", born="1990-03-04")
    found = facts(report(msgspec.structs.replace(who, host=Host(kind="small", name="Nomad"))))
    assert found["Name"] == "Anna Schmidt"
    assert found["Citizenship and passport"] == "Germany · ordinary passport"
    assert found["Date of birth"] == "4 March 1990"
    assert found["Host"] == "Nomad · small business"


def test_host_without_a_name_is_told_by_kind(report: Pages) -> None:
    assert facts(report(traveller("DE", host="individual")))["Host"] == "individual"
