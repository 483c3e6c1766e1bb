"""No sentence calls the day of reckoning today: it may be another day, and a report is read on later ones."""

from __future__ import annotations

import re
from pathlib import Path

from babel.messages.pofile import read_po

from kzstay import paths

# Of these the day is the civil one in Kazakhstan, and not the day of reckoning
OF_THE_CLOCK = {"today", "Today is {day}", "Today, {day}", "Go to today"}
CATALOG = Path(paths.resource("i18n"), "ru", "LC_MESSAGES", "kzstay.po")


def test_only_what_speaks_of_the_clock_says_today() -> None:
    with CATALOG.open("rb") as file:
        messages = [message.id for message in read_po(file) if message.id]
    said = [text for one in messages for text in ([one] if isinstance(one, str) else one)]
    assert {text for text in said if re.search(r"\btoday\b", text, re.IGNORECASE)} == OF_THE_CLOCK
